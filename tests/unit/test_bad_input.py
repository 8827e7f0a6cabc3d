"""Bad input: the right exit code, one line a problem, and no page half-written."""

import errno
import re
from pathlib import Path

import pytest

from pilcrow import commands
from pilcrow.pipeline import convert
from tests.unit.command import pilcrow, pilcrow_inside
from tests.unit.made_up import HEAD

_LINE = re.compile(r"[^:\s][^:]*:\d+: [a-z-]+: \S.*")
"""place: rule: message."""

GOOD = HEAD + "# I. One\n\n1. The first text.\n\n2. The second text.\n"

BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty-source"),
    "white space": (b" \n\t\n  \r\n", "empty-source"),
    "a byte-order mark": (b"\xef\xbb\xbf", "empty-source"),
    "a no-break space": ("\u00a0\n\u2028".encode(), "empty-source"),
    "binary": (bytes(range(256)), "not-text"),
    "PDF": (b"%PDF-1.7\n1. Text.\n", "damaged-source"),
    "Word": (b"PK\x03\x04\x14\x00", "damaged-source"),
    "UTF-16": ("1. Text.".encode("utf-16"), "not-text"),
    "UTF-16 without a mark": ("1. Text.".encode("utf-16-le"), "not-text"),
    "Latin-1": (HEAD.encode() + "1. A café.".encode("latin-1"), "wrong-encoding"),
    "a cut UTF-8 character": (GOOD.encode() + b"\xe2\x82", "wrong-encoding"),
    "no numbered paragraph": (b"# I. One\n\nSome text of no number.\n", "no-paragraphs"),
    "a masthead alone": (HEAD.encode(), "no-paragraphs"),
    "words alone": (b"Hello world. This is text.", "no-paragraphs"),
    "a heading alone": (b"# I. One", "no-paragraphs"),
    "numbers that jump": (
        (HEAD + "# I. One\n\n1. One.\n\n2. Two.\n\n9. Nine.\n").encode(),
        "missing-paragraph",
    ),
    "a duplicate number": (
        (HEAD + "# I. One\n\n1. One.\n\n2. Two.\n\n2. Two again.\n\n3. Three.\n").encode(),
        "duplicate-number",
    ),
    "a number alone": (
        (HEAD + "# I. One\n\n1. One.\n\n2.\n\n3. Three.\n").encode(),
        "empty-paragraph",
    ),
    "a footnote without a text": (
        (HEAD + "# I. One\n\n1. One.<sup>1</sup>\n\n<sup>1</sup>\n\n2. Two.\n").encode(),
        "empty-footnote",
    ),
    "a footnote without an indicator": (
        (HEAD + "# I. One\n\n1. One.\n\n<sup>1</sup> A note.\n\n2. Two.\n").encode(),
        "footnote-without-indicator",
    ),
    "an indicator without a note": (
        (HEAD + "# I. One\n\n1. One.<sup>1</sup>\n\n2. Two.\n").encode(),
        "indicator-without-note",
    ),
    "no symbol": (b"# A title\n\n# I. One\n\n1. One.\n", "missing-symbol"),
}


def _report(folder: Path, content: bytes, settings: str = "") -> Path:
    report = folder / "reports" / "one"
    report.mkdir(parents=True)
    (report / "source.en.md").write_bytes(content)
    if settings:
        (report / "report.toml").write_text(settings, encoding="utf-8")
    return report


def _written(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "reports" not in path.relative_to(folder).parts[:1]
    )


@pytest.mark.parametrize("what", BAD)
@pytest.mark.parametrize("command", ["convert", "check", "model"])
def test_bad_input_is_named_in_one_line_and_writes_nothing(
    tmp_path: Path, what: str, command: str
) -> None:
    """Exit 1; each line names place, rule and hint; neither pages nor a lock appear."""
    content, rule = BAD[what]
    report = _report(tmp_path, content)
    arguments = ["reports/one"] if command == "model" else []
    result = pilcrow_inside(tmp_path, command, *arguments)
    lines = result.stderr.splitlines()
    assert result.returncode == 1
    assert any(f": {rule}: " in line for line in lines), result.stderr
    assert all(_LINE.fullmatch(line) and " Hint: " in line for line in lines), result.stderr
    assert _written(tmp_path) == []
    assert not (report / "anchors.lock").exists()


def test_good_input_is_written(tmp_path: Path) -> None:
    """The control: the same folder with a sound source gives pages and a lock."""
    report = _report(tmp_path, GOOD.encode())
    result = pilcrow(tmp_path, "convert")
    assert result.returncode == 0, result.stderr
    assert "docs/en/E/CN.99/2024/7/i.md" in _written(tmp_path)
    assert (report / "anchors.lock").is_file()


@pytest.mark.parametrize(
    "symbol",
    [
        "../../etc",
        "A/../../etc/1",
        "/etc/1",
        "A//1",
        "A/1/",
        "E/./1",
        "E/.../1",
        "A/1\\..\\..",
        "A/1\n2",
        "A/1\u0000",
        "A/" + "9" * 5000,
        "A/1%2e%2e",
        "~/1",
        "-r/1",
    ],
)
def test_a_symbol_that_is_none_never_becomes_a_path(tmp_path: Path, symbol: str) -> None:
    """report.toml cannot lead the pages out of the docs folder, or to a strange name."""
    escaped = symbol.replace("\\", "\\\\").replace("\n", "\\n").replace("\0", "\\u0000")
    _report(tmp_path, GOOD.encode(), f'symbol = "{escaped}"\n')
    result = pilcrow_inside(tmp_path, "convert")
    assert result.returncode == 1
    assert "bad-symbol" in result.stderr
    assert _written(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report.toml", "symbol = "),
        ("report.toml", "sybol = 'A/1'"),
        ("report.toml", "symbol = 3"),
        ("report.toml", "language = 'xx'"),
        ("report.toml", "source = '../../../etc/passwd'"),
        ("corrections.toml", "[[replace"),
        ("corrections.toml", "[[mend]]\nat = 'para-1'"),
        ("corrections.toml", "[[replace]]\nat = 'para-1'"),
        ("corrections.toml", "replace = 3"),
        ("corrections.toml", "replace = [3]"),
        ("corrections.toml", "[[replace]]\nat=1\nold=2\nnew=3\nreason=4"),
        (
            "corrections.toml",
            '[[replace]]\nat="para-1"\nold="not there"\nnew="x"\nreason="y"',
        ),
        ("corrections.toml", '[[accept]]\nrule="x"\nat="y"\nreason="z"'),
        ("corrections.toml", '[[indicator]]\nfootnote="9"\nat="para-1"\nafter="text"\nreason="z"'),
        ("anchors.lock", "para-1\npara-1\n"),
        ("anchors.lock", "what is this\n"),
        ("anchors.lock", "para-99\n"),
        ("anchors.lock", "para-99 -> para-98\n"),
    ],
)
def test_a_file_beside_the_source_that_is_wrong_is_named(
    tmp_path: Path, name: str, text: str
) -> None:
    """Exit 1, a line that names the file, and no pages."""
    report = _report(tmp_path, GOOD.encode())
    (report / name).write_text(text, encoding="utf-8")
    result = pilcrow_inside(tmp_path, "convert")
    assert result.returncode == 1
    assert all(_LINE.fullmatch(line) for line in result.stderr.splitlines()), result.stderr
    assert f"{name}:" in result.stderr
    assert _written(tmp_path) == []


def test_a_glossary_that_is_wrong_is_named(tmp_path: Path) -> None:
    """The glossary of all reports is read before any page is written."""
    _report(tmp_path, GOOD.encode())
    (tmp_path / "reports" / "glossary.toml").write_text("[[term", encoding="utf-8")
    result = pilcrow(tmp_path, "convert")
    assert result.returncode == 1
    assert result.stderr.startswith("reports/glossary.toml:1: bad-")
    assert _written(tmp_path) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("model",),
        ("model", "not-there.md"),
        ("convert", "not-there.md"),
        ("check", "--no-such-option"),
        ("no-such-command",),
        ("convert", "--reports", "not-there"),
    ],
)
def test_wrong_usage_exits_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A missing or unknown argument is the caller's fault, not the input's."""
    assert pilcrow(tmp_path, *arguments).returncode == 2


def test_one_bad_report_does_not_stop_the_others(tmp_path: Path) -> None:
    """The good report is written, the bad one keeps its last good pages, and the exit is 1."""
    _report(tmp_path, GOOD.encode())
    assert pilcrow(tmp_path, "convert").returncode == 0
    page = tmp_path / "docs/en/E/CN.99/2024/7/i.md"
    before = page.read_bytes()
    (tmp_path / "reports/one/source.en.md").write_bytes(GOOD.replace("2. The", "4. The").encode())
    other = tmp_path / "reports" / "two"
    other.mkdir()
    (other / "source.en.md").write_bytes(GOOD.replace("2024/7", "2024/8").encode())
    result = pilcrow(tmp_path, "convert")
    assert result.returncode == 1
    assert page.read_bytes() == before
    assert (tmp_path / "docs/en/E/CN.99/2024/8/i.md").is_file()


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("a million words in a paragraph", "1. " + "Word and another one. " * 250_000),
        (
            "10,000 labelled headings",
            "1. Text.\n\n" + "".join(f"# {n}. Title\n\n" for n in range(1, 10_001)) + "2. Text.\n",
        ),
        (
            "10,000 unlabelled headings",
            "1. Text.\n\n" + "# Title of it\n\n" * 10_000 + "2. Text.\n",
        ),
        ("10,000 equal marks", "1. Text:\n\n" + "(a) Text;\n\n" * 10_000),
        ("10,000 pieces of a sentence", "1. Text\n\n" + "and more\n\n" * 10_000),
        ("10,000 brackets", "1. Text " + "(" * 10_000 + "[" * 10_000 + "."),
        ("10,000 stars", "1. Text " + "*_" * 10_000 + "."),
        ("10,000 open links", "1. Text " + "[a](" * 10_000 + "."),
        ("10,000 members", "1. Text: " + "(a) one; (b) two; " * 5_000 + "."),
        ("a footnote 9999", "1. Text.<sup>9999</sup>\n\n" + "Text.\n\n" * 2_000),
        (
            "1,000 stray texts",
            "".join(f"{n}. T.<sup>{n}</sup>\n\nText.\n\n" for n in range(1, 1000)),
        ),
    ],
    ids=lambda value: value if len(value) < 50 else "",
)
def test_a_huge_source_ends(tmp_path: Path, what: str, body: str) -> None:
    """It converts or is named within the time a person waits; it never hangs or overflows."""
    _report(tmp_path, (f"{HEAD}# I. One\n\n{body}").encode())
    result = pilcrow(tmp_path, "convert")
    assert result.returncode in {0, 1}, what
    assert (result.returncode == 0) == bool(_written(tmp_path))


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk"),
        (PermissionError(errno.EACCES, "Permission denied", "docs/en"), "docs/en"),
    ],
)
def test_what_the_system_refuses_is_one_line_with_a_way_out(
    error: OSError, place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Place, rule and hint as of any problem, and no traceback."""

    def refused() -> None:
        raise error

    monkeypatch.setattr(commands, "cli", refused)
    with pytest.raises(SystemExit) as ended:
        commands.main()
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{place}: no-access: {error.strerror}. Hint: ")
    assert told.count("\n") == 1


def test_a_symbol_beside_the_organizations_name_is_read_in_each_language() -> None:
    """As converters put the two on one line."""
    names = ("United Nations", "Nations Unies", "Naciones Unidas")
    for name in (*names, "Организация Объединенных Наций"):
        text = GOOD.replace("United Nations ", f"{name} ")
        assert convert(text.encode(), "source.md").masthead.symbol == "E/CN.99/2024/7"

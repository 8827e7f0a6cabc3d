"""A report measured against a gold list."""

from pathlib import Path

import pytest

from pilcrow.compare.gold import COLUMNS, GoldError, read_gold
from pilcrow.compare.score import Score, score
from tests.unit.command import pilcrow_inside
from tests.unit.made_up import HEAD, report_of

LONG = "Member States agreed on many things, and on a few more, as they do " * 3
BODY = f"""# I. One

1. {LONG.strip()}.

2. The list:

(a) First;

(b) Second with a note.[^1]

## A. Inner

3. Short and with a note.[^2]

[^1]: The first note.

[^2]: The second note.
"""


def gold(*rows: str) -> str:
    """A gold list with these rows; `|` stands for a tab."""
    return "\n".join(("\t".join(COLUMNS), *(row.replace("|", "\t") for row in rows))) + "\n"


ROWS = (
    "T|Title||Cooperation in made-up affairs|0",
    "H|1|I|One|0",
    f"P||1|{LONG[:90]}|0",
    "P||2|The list:|0",
    "S||(a)|First;|0",
    "S||(b)|Second with a note.|1",
    "H|2|A|Inner|0",
    "P||3|Short and with a note.|1",
)


def measured(*rows: str) -> Score:
    """The made-up report against these rows."""
    return score(report_of(BODY), read_gold(gold(*rows)))


def changed(index: int, row: str) -> tuple[str, ...]:
    """The rows with one in another form."""
    return (*ROWS[:index], row, *ROWS[index + 1 :])


def test_a_report_that_is_as_listed_has_no_fault() -> None:
    """Everything expected is found, and nothing else."""
    result = measured(*ROWS)
    assert result.faults == ()
    assert [(count.found, count.expected, count.invented) for count in result.counts] == [
        (2, 2, 0),
        (3, 3, 0),
        (2, 2, 0),
        (2, 2, 0),
        (1, 1, 0),
    ]
    assert result.degrees == (2, 2)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (changed(3, "P||2|The lists:|0"), 'missing: paragraph 2 "The lists:"; the one of that'),
        (changed(3, "P||9|The list:|0"), 'missing: paragraph 9 "The list:"; its words are'),
        (changed(4, "S||(c)|First;|0"), 'missing: subparagraph (c) "First;"'),
        (changed(2, f"P||1|{LONG[:80]} others.|0"), "missing: paragraph 1"),
        (changed(2, f"P||1|{LONG[:40]}|0"), "missing: paragraph 1"),
        (changed(7, "P||3|Short and with a note.|0"), "footnote references: paragraph 3"),
        (changed(7, "P||3|Short and with a note.|2"), "footnote references: paragraph 3"),
        (changed(0, "T|Title||Cooperation in real affairs|0"), "missing: line of other text"),
        (changed(6, "H|2|B|Inner|0"), 'missing: heading B "Inner"'),
        (ROWS[:5] + ROWS[6:], 'invented: subparagraph (b) "Second'),
        (ROWS[:7], 'invented: paragraph 3 "Short'),
        (ROWS[:6] + ROWS[7:], 'invented: heading A "Inner"'),
        ((*ROWS[:2], ROWS[3], ROWS[2], *ROWS[4:]), "missing: paragraph"),
    ],
)
def test_each_deviation_is_named(rows: tuple[str, ...], fault: str) -> None:
    """What is missing, invented, out of order or has another number is a fault."""
    assert any(line.startswith(fault) for line in measured(*rows).faults), measured(*rows).faults


def test_a_style_s_level_is_told_and_not_held_against_a_report() -> None:
    """Styles are used for their looks."""
    result = measured(*changed(6, "H|4|A|Inner|0"))
    assert result.faults == ()
    assert result.degrees == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kind\tnumber\n",
        gold("X|1|I|One|0"),
        gold("H|1|I|One"),
        gold("H|1|I|One|many"),
        gold(),
    ],
)
def test_what_is_no_gold_list_is_refused(text: str) -> None:
    """The columns, the kinds and the counts are looked at."""
    with pytest.raises(GoldError):
        read_gold(text)


def test_the_command_tells_by_its_exit_code(tmp_path: Path) -> None:
    """0 as listed, 1 with faults, 2 for a list that is none; nothing read is a fault."""
    (tmp_path / "report.md").write_text(HEAD + BODY, encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "gold.tsv").write_text(gold(*ROWS), encoding="utf-8")
    (tmp_path / "more.tsv").write_text(gold(*ROWS, "P||4|More.|0"), encoding="utf-8")
    good = pilcrow_inside(tmp_path, "score", "report.md", "gold.tsv")
    assert (good.returncode, good.stderr) == (0, "")
    assert "paragraphs                   3         3         0" in good.stdout
    more = pilcrow_inside(tmp_path, "score", "report.md", "more.tsv")
    assert more.returncode == 1
    assert 'missing: paragraph 4 "More."' in more.stdout
    assert pilcrow_inside(tmp_path, "score", "report.md", "report.md").returncode == 2
    assert pilcrow_inside(tmp_path, "score", "report.md", "none.tsv").returncode == 2
    assert pilcrow_inside(tmp_path, "score", "empty.md", "gold.tsv").returncode == 1

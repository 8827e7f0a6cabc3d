"""Mutation check: hand-made damages of the seed, each caught by a named problem.

A damage that leaves a well-formed report of other words (a changed word, a cut sentence) cannot be
seen from the source alone; `pilcrow check` sees it, because the committed pages say otherwise.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pilcrow.json_model import Json, report_json
from pilcrow.library import SourceFile, load_source
from pilcrow.model import Report
from pilcrow.pipeline import convert
from tests.unit.command import pilcrow
from tests.unit.made_up import open_rules

REPORT = "E_CN.15_2024_5"


@pytest.fixture(scope="module")
def seed(root: Path) -> SourceFile:
    """The seed's source with its corrections."""
    return load_source(root / "reports" / REPORT / "source.en.md")


def _line(text: str, number: int) -> str:
    """The line of the source on which a numbered paragraph begins."""
    match = re.search(rf"^(?:- )?{number}\. .*$", text, re.MULTILINE)
    assert match is not None
    return match.group()


def _swap(left: str, right: str) -> Callable[[str], str]:
    return lambda text: text.replace(left, "\0").replace(right, left).replace("\0", right)


def _sub(pattern: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text, count=1, flags=re.MULTILINE)


def _paragraph(number: int, change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: text.replace(_line(text, number), change(_line(text, number)), 1)


def _sentence(number: int, at: int, new: Callable[[str], str]) -> Callable[[str], str]:
    def change(line: str) -> str:
        sentences = re.split(r"(?<=\.) (?=[A-Z])", line)
        return " ".join([*sentences[:at], new(sentences[at]), *sentences[at + 1 :]])

    return _paragraph(number, change)


def _behind(number: int, change: Callable[[str], str]) -> Callable[[str], str]:
    """Change only what stands from a paragraph on."""

    def damage(text: str) -> str:
        start = text.index(_line(text, number))
        return text[:start] + change(text[start:])

    return damage


CAUGHT: dict[str, tuple[Callable[[str], str], str]] = {
    "a number is dropped": (_paragraph(20, lambda line: line[6:]), "-"),
    "two numbers are dropped": (
        lambda text: text.replace("- 20. ", "- ").replace("- 21. ", "- "),
        "-",
    ),
    "a paragraph is dropped": (_paragraph(30, lambda _: ""), "missing-paragraph"),
    "three paragraphs are dropped": (
        lambda text: (
            text.replace(_line(text, 83), "")
            .replace(_line(text, 84), "")
            .replace(_line(text, 82), "")
        ),
        "missing-paragraph",
    ),
    "the first paragraph is dropped": (_paragraph(1, lambda _: ""), "missing-paragraph"),
    "two paragraphs change places": (
        lambda text: _swap(_line(text, 39), _line(text, 40))(text),
        "number-out-of-order",
    ),
    "a paragraph stands twice": (
        _paragraph(40, lambda line: f"{line}\n{line}"),
        "duplicate-number",
    ),
    "a paragraph's text stands under two numbers": (
        lambda text: text.replace(_line(text, 41), _line(text, 40).replace("40.", "41.")),
        "repeated-text",
    ),
    "a sentence stands twice": (
        _sentence(36, 1, lambda sentence: f"{sentence} {sentence}"),
        "repeated-sentence",
    ),
    "a sentence's end is cut": (_paragraph(36, lambda line: line[:-30]), "missing-ending"),
    "an opening is cut": (
        _paragraph(36, lambda line: "- 36. provided" + line.partition(" provided")[2]),
        "missing-opening",
    ),
    "a section's heading is dropped": (_sub(r"^## B\. Promoting.*\n", ""), "heading-out-of-order"),
    "the first heading is dropped": (_sub(r"^### I\. .*\n", ""), "heading-out-of-order"),
    "a heading stands twice": (
        _sub(r"^(## B\. Promoting.*\n)", r"\1\n\1"),
        "heading-out-of-order",
    ),
    "a heading's label is another": (_sub(r"^## B\. ", "## D. "), "heading-out-of-order"),
    "a heading's label is dropped": (_sub(r"^## B\. ", "## "), "heading-out-of-order"),
    "a footnote is dropped": (_sub(r"^<sup>2</sup>.*\n", ""), "indicator-without-note"),
    "a footnote stands twice": (
        _sub(r"^(<sup>2</sup>.*\n)", r"\1\n\1"),
        "duplicate-footnote",
    ),
    "the masthead's footnote is dropped": (
        _sub(r"^<sup>\\\*</sup>.*\n", ""),
        "indicator-without-note",
    ),
    "a footnote's text is dropped": (_sub(r"^<sup>2</sup>.*$", "<sup>2</sup>"), "empty-footnote"),
    "an indicator is dropped": (
        _sub(r"(?<=\S)\s*<sup>2</sup>", ""),
        "footnote-without-indicator",
    ),
    "a stray footnote is dropped": (_sub(r"^With a view to promoting.*\n", ""), "stale-correction"),
    "the masthead's asterisk is dropped": (
        _sub(r"agenda\\\*", "agenda"),
        "footnote-without-indicator",
    ),
    "a number stands twice": (_sub(r"^- 38\. ", "- 37. "), "duplicate-number"),
    "a number jumps": (_sub(r"^- 38\. ", "- 48. "), "missing-paragraph"),
    "a number falls": (_sub(r"^- 38\. ", "- 8. "), "missing-paragraph"),
    "subparagraph (b) is dropped": (
        _behind(115, _sub(r"^.*\(b\) .*\n", "")),
        "subparagraph-out-of-order",
    ),
    "a member of a run-in list is dropped": (
        _sub(r" \(d\) [^;]*;", ""),
        "run-in-gap",
    ),
    "a mark of a run-in list is dropped": (_sub(r" \(d\) ", " "), "run-in-gap"),
    "a quotation is not closed": (_sub(r'"RevMod"', '"RevMod'), "unbalanced-quotation"),
    "a bracket is not closed": (_sub(r"\(UNODC\)", "(UNODC"), "unbalanced-bracket"),
    "a character is lost": (_paragraph(36, lambda line: line.replace("e", "\ufffd", 1)), "-"),
    "the symbol is lost": (_sub(r" E/CN\.15/2024/5$", ""), "missing-symbol"),
    "the title is lost": (_sub(r"^## International cooperation in.*\n", ""), "missing-title"),
    "two paragraphs run together": (
        lambda text: text.replace(_line(text, 13) + "\n- 14. ", _line(text, 13) + " "),
        "missing-paragraph",
    ),
    "a paragraph falls in two": (
        _sentence(20, 2, lambda sentence: f"\n\n{sentence}"),
        "unnumbered-text",
    ),
    "a text without a number comes in": (
        _sub(r"^(### I\. Introduction\n)", r"\1\nA text that is not of the report.\n"),
        "unnumbered-text",
    ),
    "words are added at the end": (lambda text: text + "\nlorem ipsum\n", "missing-ending"),
    "the source is cut in half": (lambda text: text[: len(text) // 2], "stale-correction"),
    "page furniture in an unknown spelling stays": (
        _sub(r"^V\.24-04834 3/18$", "V.24 04834 3/18"),
        "-",
    ),
    "page furniture with words in it stays": (
        _sub(r"^V\.24-04834 3/18$", "Page no. 3 V.24-04834"),
        "-",
    ),
}
"""A damage, and the rule that names it; "-" where any rule will do, settled ones too."""

UNSEEN: dict[str, Callable[[str], str]] = {
    "a word is changed": _sub("The present report has", "The current report has"),
    "a digit is changed": _sub("192 parties", "129 parties"),
    "a sentence is dropped": _sentence(36, 1, lambda _: ""),
    "a last sentence is dropped": _paragraph(36, lambda line: line.rpartition(". ")[0] + "."),
    "an opening is cut before a capital": _paragraph(
        36, lambda line: line.replace("Through its Firearms", "Firearms")
    ),
    "the texts of two paragraphs change places": lambda text: _swap(
        _line(text, 38).partition(" 38. ")[2], _line(text, 39).partition(" 39. ")[2]
    )(text),
    "an unlabelled heading is dropped": _sub(r"^#+ Judicial integrity.*\n", ""),
    "the last heading is dropped": _sub(r"^#+ IV\. .*\n", ""),
    "the last subparagraph is dropped": _behind(115, _sub(r"^.*\(e\) .*\n?", "")),
    "the last paragraph is dropped": lambda text: text[: text.index(_line(text, 115))],
    "the summary is dropped": _sub(r"(### Summary\n\n).*\n", r"\1"),
    "the subtitle is dropped": _sub(r"^### Report of the Secretary-General\n", ""),
    "the session is dropped": _sub(r"^Thirty-third session\n", ""),
    "a space comes into a word": _sub("stakeholders from over", "stake holders from over"),
    "italics are dropped": _sub(r"\*Combating Crimes", "Combating Crimes"),
}
"""Damages that leave a report nothing is wrong with."""

HARMLESS: dict[str, Callable[[str], str]] = {
    "number signs": _sub(r"^## B\. ", "###### B. "),
    "a heading's mark": _sub(r"^### 1\. Organized Crime", "1. Organized Crime"),
    "a list dash": _sub(r"^- 38\. ", "38. "),
    "a bold number": _sub(r"^- 38\. ", "- **38.** "),
    "blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "a page's foot": _sub(r"^(- 38\. )", r"3/18 V.24-04834\n\n\1"),
    "a cut at a small letter": _sub("criminal matters included", "criminal matters\n\nincluded"),
    "a cut at a capital": _sub("training workshops in Nairobi", "training workshops in\n\nNairobi"),
    "a number on a line of its own": _sentence(20, 1, lambda sentence: f"\n\n{sentence}"),
    "a byte-order mark": lambda text: "\ufeff" + text,
}
"""Noise that a converter may add without a change of the report."""


def _damaged(seed: SourceFile, damage: Callable[[str], str]) -> Report:
    text = seed.content.decode()
    changed = damage(text)
    assert changed != text, "the damage must change the source"
    return convert(changed.encode(), seed.name, seed.settings)


def _without_places(value: Json) -> Json:
    if isinstance(value, dict):
        unlike = {"place", "problems", "ledger", "furniture"}
        return {key: _without_places(entry) for key, entry in value.items() if key not in unlike}
    return [_without_places(entry) for entry in value] if isinstance(value, list) else value


@pytest.mark.parametrize("what", CAUGHT)
def test_a_damage_that_shows_in_the_source_is_named(seed: SourceFile, what: str) -> None:
    """The conversion says what is wrong, by the rule that fits."""
    damage, rule = CAUGHT[what]
    report = _damaged(seed, damage)
    if rule == "-":
        known = {
            problem.message for problem in convert(seed.content, seed.name, seed.settings).problems
        }
        assert {problem.message for problem in report.problems} - known
    else:
        assert rule in open_rules(report)


@pytest.mark.parametrize("what", HARMLESS)
def test_noise_changes_nothing(seed: SourceFile, what: str) -> None:
    """The report is the same but for its places."""
    whole = convert(seed.content, seed.name, seed.settings)
    noisy = _damaged(seed, HARMLESS[what])
    assert not open_rules(noisy)
    assert _without_places(report_json(noisy)) == _without_places(report_json(whole))


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A copy of the reports with pages that are current."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(root / "reports", folder / "reports")
    assert pilcrow(folder, "convert").returncode == 0
    return folder


@pytest.mark.parametrize("what", UNSEEN)
def test_a_damage_that_leaves_a_sound_report_shows_against_the_committed_pages(
    workplace: Path, seed: SourceFile, what: str
) -> None:
    """`pilcrow check` exits 1 and names a page or an anchor; the pages stay as they were."""
    source = workplace / "reports" / REPORT / "source.en.md"
    text = seed.content.decode()
    changed = UNSEEN[what](text)
    assert changed != text, "the damage must change the source"
    source.write_bytes(changed.encode())
    try:
        result = pilcrow(workplace, "check")
    finally:
        source.write_bytes(seed.content)
    assert result.returncode == 1
    named = {line.split(": ")[1] for line in result.stderr.splitlines() if line.count(": ") > 1}
    assert named & {"page-not-current", "anchor-vanished", "stale-glossary", "stale-correction"}


def test_an_untouched_source_passes_the_check(workplace: Path) -> None:
    """The check that names the damages passes without them."""
    result = pilcrow(workplace, "check")
    assert result.returncode == 0, result.stderr

"""A share of what `make fuzz` tries: hostile inputs, then damaged ones by their numbers."""

import pytest

from pilcrow.pipeline import convert
from tests.fuzz.case import fault
from tests.fuzz.damage import READERS
from tests.fuzz.forks import forked
from tests.unit.made_up import HEAD
from tests.unit.readers import word_file as word

SHARE = {"markdown": 200, "docx": 250, "pdf": 120}
"""Inputs of each reader."""


@pytest.mark.parametrize("reader", READERS)
def test_damaged_inputs_give_a_report_or_a_problem(reader: str) -> None:
    """No exception, and no word lost; the numbers behind the hostile ones."""
    source = READERS[reader]()
    first = len(source.whole) + len(source.hostile)
    with forked():
        faults = {
            number: found
            for number in range(first, first + SHARE[reader])
            if (found := fault(source.input(number), f"source.{source.ending}"))
        }
    assert faults == {}


@pytest.mark.parametrize(
    "body",
    [
        "# Annex I\n(a) \n1. In the annex.",
        "1. See [here](https://example.or'/a_b).",
        f"1. See [here](https://{'a' * 600}/a_b).",
        "1. One, (a) two" + "; (b) three, (a) four" * 4000,
        "1. One.\n\n[^***1]: No mark, [here](https://example.org/a_b).",
        "1. One.\n\n<sup>216.1. </sup>",
        "1. One.\n\n## **[^1]: Commission on**",
        "1. One.\n\n" + "_" * 90 + "[^1]: A note.",
        "1. See [here](https:/[^1]/example.org/a_b).",
        "1. See [a &amp; <sup>1</sup> b](https://example.org/a_b).",
    ],
)
def test_what_once_failed_does_no_more(body: str) -> None:
    """Words once lost, and lists once looked for in time that grew with the square."""
    assert fault((HEAD + body).encode(), "source.md") is None


def test_what_stands_astray_in_a_drawing_is_not_lost() -> None:
    """A reference, a text, a run: in a damaged file only."""
    reference = '<w:footnoteReference w:id="1"/>'
    for astray in (reference, "<w:t>word</w:t>", "<w:r><w:t>run</w:t></w:r>"):
        content = word.word_file(
            *word.HEAD,
            word.paragraph(
                "1.\tOne.", f"<w:r><w:drawing><wp:inline>{astray}</wp:inline></w:drawing></w:r>"
            ),
            footnotes=[word.note(1, "Note.")],
        )
        assert fault(content, "source.docx") is None


@pytest.mark.parametrize("reader", READERS)
def test_an_input_comes_back_by_its_number(reader: str) -> None:
    """So that a failure can be looked at anywhere."""
    numbers = (0, 40, 41)
    first, second = ([READERS[reader]().input(n) for n in numbers] for _ in range(2))
    assert first == second
    assert first[1] != first[2]


def test_forked_children_read_what_started_ones_do() -> None:
    """So that what is tried is what is run; a child's time is counted."""
    whole = READERS["pdf"]().whole
    started = [convert(each, "source.pdf") for each in whole]
    with forked() as forks:
        assert [convert(each, "source.pdf") for each in whole] == started
        assert forks.seconds > 0


def test_a_fault_is_found() -> None:
    """What is not bytes makes the pipeline fail: it is told, with where it happened."""
    found = fault("1. One.", "source.md")  # type: ignore[arg-type]
    assert found is not None
    assert found.startswith("crash: ")

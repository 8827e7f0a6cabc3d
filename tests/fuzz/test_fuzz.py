"""A share of what `make fuzz` tries: hostile inputs, then damaged ones by their numbers."""

import pytest

from tests.fuzz.case import fault
from tests.fuzz.damage import READERS
from tests.unit.made_up import HEAD

SHARE = {"markdown": 200, "docx": 250, "pdf": 12}
"""Inputs of each reader; a PDF takes a process of its own."""


@pytest.mark.parametrize("reader", READERS)
def test_damaged_inputs_give_a_report_or_a_problem(reader: str) -> None:
    """No exception, and no word lost; the numbers behind the hostile ones."""
    source = READERS[reader]()
    first = len(source.whole) + len(source.hostile)
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
    ],
)
def test_what_once_failed_does_no_more(body: str) -> None:
    """Words once lost, and lists once looked for in time that grew with the square."""
    assert fault((HEAD + body).encode(), "source.md") is None


@pytest.mark.parametrize("reader", READERS)
def test_an_input_comes_back_by_its_number(reader: str) -> None:
    """So that a failure can be looked at anywhere."""
    numbers = (0, 40, 41)
    first, second = ([READERS[reader]().input(n) for n in numbers] for _ in range(2))
    assert first == second
    assert first[1] != first[2]


def test_a_fault_is_found() -> None:
    """What is not bytes makes the pipeline fail: it is told, with where it happened."""
    found = fault("1. One.", "source.md")  # type: ignore[arg-type]
    assert found is not None
    assert found.startswith("crash: ")

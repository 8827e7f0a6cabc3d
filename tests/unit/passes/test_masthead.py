"""Mastheads: each line goes to its field by what it says."""

from pilcrow.pipeline import convert

_JOINT = """UNITED NATIONS

# A S

General Assembly Distr.

GENERAL

# Security Council

A/99/826

S/2044/222

17 March 2044

ORIGINAL: ENGLISH

# THE SITUATION IN RURITANIA

Report of the Secretary-General

# I. INTRODUCTION

1. The present report is submitted to two bodies.
"""


def test_a_joint_report_of_old_keeps_its_symbols_organ_and_title_apart() -> None:
    """The name of the Organization and the letters of the series are no words of the title."""
    report = convert(_JOINT.encode(), "source.en.md")
    masthead = report.masthead
    assert masthead.symbols == ("A/99/826", "S/2044/222")
    assert masthead.organ == "General Assembly"
    assert masthead.title == "THE SITUATION IN RURITANIA"
    assert masthead.date == "2044-03-17"
    assert report.ledger.lost == 0


def test_a_letter_alone_is_no_title_of_the_series_behind_the_masthead() -> None:
    """Letters that label a heading of the body stay its label."""
    source = _JOINT + "\n# A. Political\n\n2. More of it.\n\n# S\n\n3. The last one.\n"
    report = convert(source.encode(), "source.en.md")
    titles = [
        "".join(getattr(word, "value", "") for word in section.title)
        for section in report.walk_sections()
    ]
    assert titles == ["INTRODUCTION", "Political", "S"]

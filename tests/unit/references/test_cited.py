"""The list of cited documents."""

from __future__ import annotations

from pilcrow.references import Kind, cited_documents

PARAGRAPHS = (
    ("para-1", "1", "Pursuant to Economic and Social Council decision 2023/330 (E/CN.15/2024/10)."),
    (
        "para-2",
        "2",
        "See S/2024/79, E/CN.15/2024/9, General Assembly resolution 74/247 and https://x.org/.",
    ),
    ("para-3", "3", "S/2024/79 and S/2024/79; E/CN.15/2024/5, para. 1. Resolution A/RES/74/247."),
    (
        "para-4",
        "4",
        "In resolution 9/8, and General Assembly resolution 9/8, see paragraph 1 above.",
    ),
)


def test_every_document_is_listed_once_with_its_paragraphs() -> None:
    """Sorted by kind, body and number as people count; the report itself is not in it."""
    listed = [
        (document.name, document.paragraphs)
        for document in cited_documents(PARAGRAPHS, "E/CN.15/2024/5")
    ]
    assert listed == [
        ("General Assembly resolution 9/8", ("para-4",)),
        ("General Assembly resolution 74/247", ("para-2", "para-3")),
        ("resolution 9/8", ("para-4",)),
        ("Economic and Social Council decision 2023/330", ("para-1",)),
        ("E/CN.15/2024/9", ("para-2",)),
        ("E/CN.15/2024/10", ("para-1",)),
        ("S/2024/79", ("para-2", "para-3")),
        ("https://x.org/", ("para-2",)),
    ]


def test_the_report_is_listed_when_another_report_cites_it() -> None:
    """Negative control: only the own symbol is left out."""
    names = {document.name for document in cited_documents(PARAGRAPHS, "A/80/1")}
    assert "E/CN.15/2024/5" in names


def test_the_body_is_read_from_earlier_paragraphs() -> None:
    """A paragraph's short name is filled in from those before it."""
    conference = "Conference of the States Parties to the Convention against Corruption"
    (document,) = cited_documents(
        (("para-1", "1", f"The {conference} met."), ("para-2", "2", "Conference resolution 10/4")),
        None,
    )
    assert document.address == "https://docs.un.org/en/CAC/COSP/2023/21"
    assert (document.kind, document.paragraphs) == (Kind.RESOLUTION, ("para-2",))

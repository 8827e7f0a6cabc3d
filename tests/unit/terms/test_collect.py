"""The glossary of one report."""

from __future__ import annotations

from pilcrow.terms import collect_terms, parse_glossary

PARAGRAPHS = (
    ("para-1", "1", "UNDP and the CRIMJUST project."),
    ("para-2", "2", "The United Nations Development Programme (UNDP), with UNDP and UNDP."),
    ("para-3", "3", "The Global Operational Network of Authorities (Globe Network) met; CRIMJUST."),
    ("para-4", "4", "The GlobE Network and the United Nations Drugs Programme (UNDP)."),
)
GLOSSARY = parse_glossary(
    {
        "term": [
            {"short": "GlobE Network", "variants": ["Globe Network"]},
            {"short": "CRIMJUST", "expanded": False, "definition": "project", "paragraph": "1"},
            {"short": "NOWHERE", "expanded": False},
            {"short": "UNDP", "report": "S/1", "definition": "other", "paragraph": "1"},
        ]
    }
)


def test_every_term_has_its_uses_in_order() -> None:
    """Each paragraph once, the defining one marked; terms no paragraph uses are left out."""
    uses = collect_terms(PARAGRAPHS, GLOSSARY, report="S/2")
    assert [(use.term.short, use.defined_in, use.used_in) for use in uses] == [
        ("UNDP", "para-2", ("para-1", "para-2", "para-4")),
        ("CRIMJUST", None, ("para-1", "para-3")),
        ("GlobE Network", "para-3", ("para-3", "para-4")),
    ]


def test_the_first_long_form_holds() -> None:
    """A later long form for the same short form does not replace the first."""
    undp, crimjust, globe = (use.term for use in collect_terms(PARAGRAPHS, GLOSSARY, report="S/2"))
    assert (undp.long, undp.expanded) == ("United Nations Development Programme", True)
    assert (globe.long, globe.expanded) == ("Global Operational Network of Authorities", True)
    assert (crimjust.long, crimjust.expanded) == (None, False)


def test_a_definition_holds_for_its_own_report() -> None:
    """An entry for another report adds nothing, for its own the words and the paragraph."""
    undp = collect_terms(PARAGRAPHS, GLOSSARY, report="S/2")[0].term
    assert (undp.definition, undp.definition_paragraph) == (None, None)
    undp = collect_terms(PARAGRAPHS, GLOSSARY, report="S/1")[0].term
    assert (undp.definition, undp.definition_paragraph) == ("other", "1")


def test_a_text_without_terms_has_no_glossary() -> None:
    """Nothing is made up."""
    assert collect_terms((("para-1", "1", "No term here."),)) == ()

"""Titles of publications, and names of programmes, projects, networks and operations."""

from __future__ import annotations

import pytest

from pilcrow.indexes.model import ParagraphText
from pilcrow.indexes.programmes import find_programmes
from pilcrow.indexes.publications import find_publications

_TITLES = {
    "UNODC issued a publication entitled “Digest of cyber cases”.": ["Digest of cyber cases"],
    "The Office launched a toolkit entitled “Gender and crime”.": ["Gender and crime"],
    "the report “World Drug Report 2023: the drug situation”": [
        "World Drug Report 2023: the drug situation"
    ],
    "A declaration entitled “A Sustainable World for All Ages: Joining Forces for Solidarity”": [
        "A Sustainable World for All Ages: Joining Forces for Solidarity"
    ],
    "the resolution entitled “Measures against trafficking”": [],
    "under the item entitled “Global issues”": [],
    "an event on the theme “Leaving no one behind”": [],
    "the Assembly published nothing": [],
}
_NAMES = {
    "The UNODC Global Programme on Cybercrime helped.": ["Global Programme on Cybercrime"],
    "Under the CRIMJUST project, it helped.": ["CRIMJUST project"],
    "Operation Turquesa V was held.": ["Operation Turquesa V"],
    "A project entitled “Inclusive growth” began.": ["Inclusive growth"],
    "the Development Account project entitled “Inclusive growth”": ["Inclusive growth"],
    "the Stolen Asset Recovery (StAR) Initiative": ["Stolen Asset Recovery (StAR) Initiative"],
    "the United Nations Development Programme": [],
    "the regional programme and the project": [],
    "In Colombia, a 30-year REDD+ project was signed.": [],
    "the Programme Officer and the programme of work": [],
    "für Zusammenarbeit (GIZ) Cooperation Programme": [],
    "The International Campaign to Abolish Weapons (ICAN) recommended it. ICAN, p. 1": [],
}


def _paragraph(text: str) -> ParagraphText:
    return ParagraphText(id="para-1", number="1", text=text)


@pytest.mark.parametrize(("text", "titles"), _TITLES.items(), ids=list(_TITLES))
def test_finds_titles_of_what_was_issued(text: str, titles: list[str]) -> None:
    """A title in quotation marks or capitals counts where the words around it say what it is."""
    assert [found.name for found in find_publications(_paragraph(text))] == titles


def test_finds_titles_in_italics() -> None:
    """Italics alone make a title, if it is no Latin and no name of a case."""
    text = "The World Drug Report and mutatis mutandis, and Smith v. Jones."
    spans = tuple(
        (text.index(words), text.index(words) + len(words))
        for words in ("World Drug Report", "mutatis mutandis", "Smith v. Jones")
    )
    paragraph = ParagraphText(id="para-1", number="1", text=text, italics=spans)
    assert [found.name for found in find_publications(paragraph)] == ["World Drug Report"]


@pytest.mark.parametrize(("text", "names"), _NAMES.items(), ids=list(_NAMES))
def test_finds_names_of_programmes(text: str, names: list[str]) -> None:
    """A name is one only with words of its own; organizations and kinds of projects are none."""
    found = find_programmes([_paragraph(text)])
    assert [one.name for one in found["para-1"]] == names


def test_a_short_form_stands_for_the_name_in_other_paragraphs() -> None:
    """What a paragraph introduces, the others may call by its short form."""
    first = ParagraphText(
        id="para-1", number="1", text="The Global Firearms Programme (GFP) began."
    )
    second = ParagraphText(id="para-2", number="2", text="The GFP went on.")
    found = find_programmes([first, second])
    assert [one.name for one in found["para-2"]] == ["Global Firearms Programme (GFP)"]

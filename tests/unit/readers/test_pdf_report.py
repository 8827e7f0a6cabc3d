"""A drawn PDF as a whole: what its typography says is what the report has, word for word."""

from pilcrow.compare.outline import outline
from pilcrow.model import Report
from pilcrow.pipeline import convert
from tests.unit.made_up import open_rules
from tests.unit.readers.pdf_file import Made, pdf_file

SENTENCE = "The Committee examined the reports of States parties on access to safe drinking water."
LONG = " ".join(f"Sentence {number} of a note that runs over its page." for number in range(60))

PIECES = (
    Made(words="Introduction", label="I.", heading=1),
    Made(words=f"{SENTENCE} It is the third of its kind.", label="1.", note="See A/76/230."),
    Made(words="The measures include:", label="2."),
    *(Made(words=f"{SENTENCE[:-1]};", label=f"({letter})", indent=36) for letter in "abcdefghijkl"),
    Made(words="Progress made", label="II.", heading=1),
    Made(words="Measures at the national level", label="A.", heading=2),
    Made(words=SENTENCE, label="3.", note=LONG),
    Made(words=" ".join([SENTENCE] * 30), label="4.", note="Ibid., para. 4."),
    Made(words="• Barriers at all crossings;", indent=36),
    Made(words="• None at all elsewhere.", indent=36),
    Made(words=SENTENCE, label="5."),
)

OUTLINE = """\
H I Introduction
P 1 The Committee examined the (1)
P 2 The measures include:
S a The Committee examined the
S b The Committee examined the
S c The Committee examined the
S d The Committee examined the
S e The Committee examined the
S f The Committee examined the
S g The Committee examined the
S h The Committee examined the
S i The Committee examined the
S j The Committee examined the
S k The Committee examined the
S l The Committee examined the
H II Progress made
H A Measures at the national
P 3 The Committee examined the (1)
P 4 The Committee examined the (1)
P 5 The Committee examined the
N 1 See A/76/230.
N 2 Sentence 0 of a
N 3 Ibid., para. 4.
"""


def _report(*pieces: Made) -> Report:
    report = convert(pdf_file(*pieces), "made.en.pdf")
    assert report.ledger.lost == 0
    return report


def _told(report: Report) -> str:
    lines = (
        f"{entry.kind.value} {entry.number} {' '.join(entry.text.split()[:4])}"
        + (f" ({entry.marks})" if entry.marks else "")
        for entry in outline(report)
    )
    return "".join(f"{line}\n" for line in lines)


def test_a_report_over_pages_has_each_paragraph_note_and_heading_once() -> None:
    """Lists and notes go on over pages; running heads, feet and bullets are no text."""
    report = _report(*PIECES)
    assert _told(report) == OUTLINE
    assert not open_rules(report)
    assert report.masthead.title == "Cooperation in made-up affairs"
    assert report.masthead.subtitle == "Report of the Secretary-General"


def test_words_are_those_of_the_print() -> None:
    """The long note and the long paragraph are whole, and the bullets' words are in theirs."""
    report = _report(*PIECES)
    texts = {(entry.kind.value, entry.number): entry.text for entry in outline(report)}
    assert texts["N", "2"] == LONG
    assert texts["P", "4"].startswith(" ".join([SENTENCE] * 30))
    assert "•" not in "".join(texts.values())
    assert "None at all elsewhere." in " ".join(texts.values())

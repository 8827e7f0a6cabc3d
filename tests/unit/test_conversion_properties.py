"""Properties of conversion: noise changes nothing, nothing is lost, and anything ends."""

from dataclasses import dataclass

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pilcrow.json_model import Json, report_json
from pilcrow.model import Report
from pilcrow.pipeline import convert
from tests.unit.made_up import HEAD, open_problems

JOB = "V.24-04834"
_WORDS = (
    "report States parties Convention crime corruption treaty of the in and for with Office"
    " Vienna measures (UNODC) 2023 1,397 per cent A/RES/74/247 cooperation's *Guide* snake_case"
    " $5,137,418 [sic] a|b & 5<6 “quoted” back\\slash law's X"
).split()
_ESCAPED = "\\`_[]<>&|$*"

_word = st.sampled_from(_WORDS)


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    """One to three sentences: a capital first, a stop last."""
    sentences = []
    for opening in draw(
        st.lists(st.sampled_from(["The", "In 2023,", "It"]), max_size=3, min_size=1)
    ):
        words = draw(st.lists(_word, min_size=2, max_size=9))
        sentences.append(f"{opening} {' '.join(words)} ended.")
    return " ".join(dict.fromkeys(sentences))


@dataclass(frozen=True)
class _Paragraph:
    text: str
    members: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class _Section:
    title: str
    paragraphs: tuple[_Paragraph, ...]


@dataclass(frozen=True)
class _Chapter:
    title: str
    paragraphs: tuple[_Paragraph, ...]
    sections: tuple[_Section, ...]


_titles = st.lists(
    st.sampled_from("Working methods Judicial networking Tools Review Assets Firearms".split()),
    min_size=1,
    max_size=4,
).map(" ".join)
_paragraphs = st.builds(
    _Paragraph,
    text=_sentences(),
    members=st.one_of(st.just(()), st.lists(_sentences(), min_size=2, max_size=4).map(tuple)),
    note=st.one_of(st.none(), _sentences()),
)
_own = st.lists(_paragraphs, min_size=1, max_size=3).map(tuple)
_sections = st.builds(_Section, title=_titles, paragraphs=_own)
_chapters = st.lists(
    st.builds(
        _Chapter,
        title=_titles,
        paragraphs=st.one_of(st.just(()), _own),
        sections=st.one_of(st.just(()), st.lists(_sections, min_size=2, max_size=3).map(tuple)),
    ).filter(lambda chapter: bool(chapter.paragraphs or chapter.sections)),
    min_size=1,
    max_size=4,
)
_ROMAN = ("I", "II", "III", "IV")


def _escaped(text: str, *, italics: bool = True) -> str:
    kept = "".join(f"\\{c}" if c in _ESCAPED else c for c in text)
    return kept.replace("\\*Guide\\*", "*Guide*") if italics else kept


class _Noise:
    """Decisions of a converter of pages, drawn one by one; without a draw none is made."""

    def __init__(self, data: st.DataObject | None) -> None:
        self._data = data
        self._page = 2

    def yes(self) -> bool:
        return self._data is not None and self._data.draw(st.integers(0, 3)) == 0

    def one(self, *options: str) -> str:
        if self._data is None:
            return options[0]
        return self._data.draw(st.sampled_from(options))

    def furniture(self) -> str:
        """A page's foot, in one spelling of many."""
        if not self.yes():
            return ""
        self._page += 1
        page = f"{self._page}/18"
        return "\n\n" + self.one(
            f"{JOB} {page}", f"{page} {JOB}", f"**{page}** {JOB}", f"{JOB} {self._page}/**18**"
        )

    def cut(self, text: str) -> str:
        """Cut a text by a page's foot between two words, at most once."""
        words = text.split(" ")
        places = [at for at, word in enumerate(words) if word[:1].islower() and at > 2]
        if self._data is None or not places or not self.yes():
            return text
        at = self._data.draw(st.sampled_from(places))
        self._page += 1
        dash = self.one("", "- ")
        foot = f"{JOB} {self._page}/18"
        return f"{' '.join(words[:at])}\n\n{foot}\n\n{dash}{' '.join(words[at:])}"


class _Writer:
    """Writes the blocks of a source; notes wait until the noise lets them out."""

    def __init__(self, noise: _Noise) -> None:
        self.blocks: list[str] = []
        self._noise = noise
        self._waiting: list[str] = []
        self._number = 0
        self._notes = 0

    def heading(self, degree: int, label: str, title: str) -> None:
        marks = self._noise.one("#" * degree, "#", "##", "###", "####")
        words = self._noise.one("{}", "**{}**").format(f"{label}. {title}")
        self.blocks.append(f"{marks} {words}")

    def paragraphs(self, entries: tuple[_Paragraph, ...]) -> None:
        for entry in entries:
            self._paragraph(entry)
            if not self._noise.yes():
                self.close()

    def close(self) -> None:
        self.blocks.extend(self._waiting)
        self._waiting.clear()

    def _paragraph(self, entry: _Paragraph) -> None:
        noise = self._noise
        self._number += 1
        number = self._number
        text = noise.cut(_escaped(entry.text))
        if entry.members:
            text = text.removesuffix(".") + ":"
        if entry.note is not None:
            self._notes += 1
            text += f"<sup>{self._notes}</sup>"
            self._waiting.append(f"<sup>{self._notes}</sup> {_escaped(entry.note)}")
        shown = noise.one(f"{number}.", f"- {number}.", f"**{number}.**", f"{number}\\.")
        self.blocks.append(f"{shown} {text}")
        for at, member in enumerate(entry.members):
            self.blocks.append(f"{noise.one('', '- ')}({'abcd'[at]}) {_escaped(member)}")
        self.blocks[-1] += noise.furniture()


def _source(chapters: list[_Chapter], data: st.DataObject | None) -> str:
    """The report as Markdown: clean, or with noise."""
    writer = _Writer(_Noise(data))
    for at, chapter in enumerate(chapters):
        writer.heading(1, _ROMAN[at], chapter.title)
        writer.paragraphs(chapter.paragraphs)
        for place, section in enumerate(chapter.sections):
            writer.heading(2, "ABC"[place], section.title)
            writer.paragraphs(section.paragraphs)
    writer.close()
    return HEAD + "\n\n".join(writer.blocks) + f"\n\n{JOB} 18/18\n"


def _converted(source: str) -> Report:
    return convert(source.encode(), "source.en.md")


def _reading(report: Report) -> Json:
    """What the report says, without its places in the source."""

    def reading(value: Json) -> Json:
        if isinstance(value, dict):
            unlike = {"place", "problems", "ledger", "furniture", "job_number"}
            return {key: reading(entry) for key, entry in value.items() if key not in unlike}
        return [reading(entry) for entry in value] if isinstance(value, list) else value

    return reading(report_json(report))


@given(chapters=_chapters, data=st.data())
@settings(
    max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_noise_of_a_converter_changes_nothing(
    chapters: list[_Chapter], data: st.DataObject
) -> None:
    """Number signs, dashes, bold, page feet, late notes, cuts: the same report, nothing lost."""
    clean = _converted(_source(chapters, None))
    noisy = _converted(_source(chapters, data))
    assert clean.ledger.lost == noisy.ledger.lost == 0
    assert _reading(noisy) == _reading(clean)


@given(chapters=_chapters)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_clean_report_is_read_as_it_was_written(chapters: list[_Chapter]) -> None:
    """Sections, numbers, members and notes are those of the writer; no problem but repeats."""
    report = _converted(_source(chapters, None))
    expected: list[tuple[str, int]] = []
    for at, chapter in enumerate(chapters):
        expected.append((_ROMAN[at].lower(), len(chapter.paragraphs)))
        expected.extend(
            (f"{_ROMAN[at].lower()}-{'abc'[place]}", len(section.paragraphs))
            for place, section in enumerate(chapter.sections)
        )
    assert [(s.id, len(s.paragraphs)) for s in report.walk_sections()] == expected
    written = [
        entry
        for chapter in chapters
        for group in (chapter.paragraphs, *(section.paragraphs for section in chapter.sections))
        for entry in group
    ]
    assert [p.number for p in report.walk_paragraphs()] == [
        str(number) for number in range(1, len(written) + 1)
    ]
    assert len(report.footnotes) == sum(entry.note is not None for entry in written)
    assert all(len(note.referenced_from) == 1 for note in report.footnotes)
    allowed = {"repeated-text", "repeated-sentence"}
    assert {problem.rule for problem in open_problems(report)} <= allowed


_NOISE = st.lists(
    st.sampled_from(
        [
            "# ",
            "## I. ",
            "A. ",
            "1. ",
            "2. ",
            "3. ",
            "9. ",
            "(a) ",
            "(b) ",
            "(i) ",
            "- ",
            "* ",
            "\n",
            "\n\n",
            "\n\n",
            "Text",
            " text",
            ".",
            ";",
            ":",
            " ",
            "*",
            "**",
            "_",
            "[",
            "](",
            ")",
            "<sup>1</sup>",
            "<sup>2</sup> ",
            "[^1]",
            "[^1]: ",
            "| a | b |\n",
            "|---|---|\n",
            "Annex I",
            "V.24-04834 3/18",
            "/...",
            "Page 2",
            "English",
            "12",
            "1/ ",
            "A/1/2",
            "Distr. General",
            "Summary",
            "Original: English",
            "13 March 2024",
            "\\",
            "&amp;",
            "<",
            "\t",
            "    ",
            "1990. ",
            "0. ",
            "16.1. ",
            "E/CN.99/2024/7",
            "II. ",
            "\u00ad",
            "\ufffd",
            "“",
            "\r",
            "---",
            "I",
        ]
    ),
    max_size=60,
).map("".join)


_ANY = st.text(st.characters(codec="utf-8"))


@given(st.one_of(_ANY, _NOISE, st.tuples(st.just(HEAD), _NOISE).map("".join)))
@example("I. a\n\n1990. b")
@example("1.")
@example("# 1.\n\n# 1.")
@example("\t# 0")
@example("# #")
@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_converts_without_a_word_lost(text: str) -> None:
    """Whatever text comes, conversion ends, raises nothing and accounts for every word."""
    report = convert(text.encode(), "source.en.md")
    assert report.ledger.lost == 0, [str(problem) for problem in report.problems]
    assert not {"words-lost", "words-added", "words-moved"} & {
        problem.rule for problem in report.problems
    }
    report_json(report)


@given(st.binary(max_size=200))
@settings(max_examples=300)
def test_any_bytes_give_a_report_or_the_problem_that_says_why(content: bytes) -> None:
    """Bytes that are no text give an empty report with exactly one problem."""
    report = convert(content, "source.en.md")
    assert report.problems
    if not report.ledger.source_words:
        assert not report.sections

"""Sorts the lines of a masthead into fields.

Each field is known by what its line says: "Distr.", "Original", the session, the agenda item.
What is none of these is kept as front matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pilcrow.model import Figure, Inlines, Masthead, Passage, Place, Table
from pilcrow.passes.dates import DATE, iso_date
from pilcrow.passes.items import finished
from pilcrow.passes.masthead_lines import (
    add_passage,
    is_note,
    is_subtitle,
    last_field,
    says_when,
    words_of,
    words_with_mark,
)
from pilcrow.passes.masthead_patterns import (
    ADOPTED,
    AGENDA,
    BESIDE,
    CONTENTS,
    DISTRIBUTION,
    KIND,
    LANGUAGE_CODES,
    OF_THE_SERIES,
    ORDINAL,
    ORGAN,
    ORIGINAL,
    PRINCIPAL,
    SERIES,
    SESSION,
    SUBTITLE,
    SUMMARY,
    SYMBOLS,
    UNITED_NATIONS,
    YEAR,
)
from pilcrow.readers.reading import Block, BlockKind, Known
from pilcrow.references import split_symbols

_SHORTEST_UPPER_TITLE = 4
"""Words; a shorter line in capitals may be a name."""
_LONGEST_ORGAN = 12
_LONGEST_TITLE = 40
"""Words of a line that is the title by its place alone."""


def is_distribution(words: str) -> bool:
    """Tell whether a line holds nothing but symbol, distribution, date or original language."""
    return MastheadFields().takes_distribution(words)


class MastheadFields:
    """Takes the lines of a masthead one by one and sorts them into fields."""

    def __init__(self, *, whole_lines: bool = False) -> None:
        """Begin with no field filled; `whole_lines` says that no line is cut."""
        self.whole_lines = whole_lines
        self.symbols: tuple[str, ...] = ()
        self.marks: list[tuple[str, str]] = []
        self.accounted: list[Inlines] = []
        self.summary: list[Passage] = []
        self.front_matter: list[Passage | Table | Figure] = []
        self.notes: list[Block] = []
        self._values: dict[str, str] = {}
        self._titles: list[str] = []
        self._organs: list[tuple[str, Place]] = []
        self._below_organ = False
        """The line above was an organ's."""
        self._subtitle: list[str] = []
        self._open: str | None = None
        self._over = False
        """A table or the contents stand behind the masthead: what follows is none of it."""
        self._titled = False
        """A line was known to be the title's."""
        self._fields_follow = False
        """The session, its days or the agenda item stand below: what is above is no title yet."""
        self._heads_subtitle = False
        """The line below is a subtitle."""
        self._below_subtitle = False
        self._text_follows = False
        """A text stood below the title."""

    def masthead(self) -> Masthead:
        """The fields taken so far; one that no line gave is None."""
        values = self._values
        titles, subtitles = self._titles, self._subtitle
        if not titles:
            titles, subtitles = subtitles[:1], subtitles[1:]
        title = " ".join(titles) or None
        subtitle = " ".join(subtitles) or None
        return Masthead(
            symbols=self.symbols,
            organ=values.get("organ") or (self._organs[0][0] if self._organs else None),
            session=values.get("session"),
            place_and_dates=values.get("place_and_dates"),
            agenda_item=values.get("agenda_item"),
            distribution=values.get("distribution"),
            date=values.get("date"),
            original_language=values.get("original_language") or values.get("printed_in"),
            language=values.get("printed_in") or "en",
            title=title,
            subtitle=subtitle,
        )

    def read(self, blocks: Sequence[Block]) -> None:
        """Sort the blocks before the body; footnotes among them are kept apart."""
        last = last_field(blocks) if self.whole_lines else 0
        for index, block in enumerate(blocks):
            self._fields_follow = index < last
            organ = self._organs[-1:]
            following = blocks[index + 1 : index + 2] if self.whole_lines else ()
            self._heads_subtitle = any(SUBTITLE.fullmatch(words_of(each)) for each in following)
            if block.floating is not None:
                self.front_matter.append(block.floating)
                self._over = True
            elif is_note(block):
                self.notes.append(block)
                self._open = None
            else:
                self._sort(block, self._without_mark(words_with_mark(block)))
            self._below_organ = self._organs[-1:] != organ

    def takes_distribution(self, words: str) -> bool:
        """Take symbol, distribution, date and original language; False where more is left."""
        printed = words.casefold() in UNITED_NATIONS or bool(SERIES.fullmatch(words))
        rest = "" if printed else words
        for take in (self._take_symbol, self._take_distribution, self._take_date):
            rest = take(rest)
        return not self._take_language(rest).strip()

    def _without_mark(self, words: str) -> str:
        if match := re.search(r"(?<=\w)\s?(\*{1,3})$", words):
            self.marks.append((words[: match.start()], match[1]))
            return words[: match.start()]
        return words

    def _keep(self, block: Block) -> None:
        self.accounted.append(block.inlines)

    def _distribution(self, block: Block, words: str) -> bool:
        """Keep a line that holds only such fields; False leaves it."""
        if not self.takes_distribution(words):
            return False
        self._keep(block)
        return True

    def _take_symbol(self, words: str) -> str:
        match = SYMBOLS.fullmatch(words)
        if match is None:
            return words
        found = split_symbols(match["all"])
        if not self._titles or not self.symbols:
            self.symbols = tuple(dict.fromkeys((*self.symbols, *found)))
        return ""

    def _take_distribution(self, words: str) -> str:
        if match := DISTRIBUTION.match(words):
            if match["kind"]:
                self._values.setdefault("distribution", match["kind"].capitalize())
            return words[match.end() :]
        if KIND.fullmatch(words):
            self._values.setdefault("distribution", words.capitalize())
            return ""
        return words

    def _take_date(self, words: str) -> str:
        match = DATE.match(words)
        if match is None:
            return words
        self._values.setdefault("date", iso_date(match))
        return words[match.end() :].strip()

    def _take_language(self, words: str) -> str:
        first, _, rest = words.partition(" ")
        if rest and first.lower() in LANGUAGE_CODES and ORIGINAL.match(rest):
            self._values.setdefault("printed_in", LANGUAGE_CODES[first.lower()])
            words = rest
        if match := ORIGINAL.match(words):
            self._language(match["language"])
            return words[match.end() :]
        if words.lower() in LANGUAGE_CODES:
            # The language of the document stands alone over "Original: …" and is not that.
            self._values.setdefault("printed_in", LANGUAGE_CODES[words.lower()])
            return ""
        return words

    def _language(self, name: str) -> None:
        code = LANGUAGE_CODES.get(re.split(r"[/, ]", name.strip().lower())[0])
        if code:
            self._values.setdefault("original_language", code)

    def _sort(self, block: Block, words: str) -> None:
        if block.known in _BESIDE_THE_MASTHEAD and not SUMMARY.fullmatch(words):
            self._over = self._over or block.known is Known.CONTENTS
            self._passage(block)
            return
        if CONTENTS.fullmatch(words):
            self._open = None
            self._over = True
            self._passage(block)
            return
        if self._is_over(block, words):
            self._passage(block)
            return
        heading = block.kind is BlockKind.HEADING or (
            words.isupper() and len(words.split()) >= _SHORTEST_UPPER_TITLE
        )
        # A format that knows its paragraphs has a gap before each: it says nothing there.
        gap = block.gap and block.known is not Known.MASTHEAD
        if heading or (gap and self._open != "summary"):
            self._open = None
        if self._open != "summary" and self._distribution(block, words):
            self._open = None
            return
        self._keep_open(block, words, heading=heading)

    def _keep_open(self, block: Block, words: str, *, heading: bool) -> None:
        if SUMMARY.fullmatch(words):
            self._keep(block)
            self._open = "summary"
        elif block.known is Known.TITLE:
            self._keep(block)
            self._titled = True
            (self._subtitle if self._is_subtitle(block, words) else self._titles).append(words)
        elif self._open == "agenda_item":
            self._keep(block)
            self._join_agenda(words)
        elif SESSION.fullmatch(words) and ORDINAL.match(words):
            self._set("session", block, words)
        elif says_when(words) and not self._titles:
            self._set("place_and_dates", block, words)
        elif AGENDA.match(words) and not self._titles:
            self._set("agenda_item", block, words)
        elif self._takes_organ(block, words, heading=heading):
            self._keep(block)
        elif is_subtitle(words) and self._is_free_for_subtitle(block):
            self._keep(block)
            self._subtitle.append(words)
            self._below_subtitle = True
            return
        elif (heading or self._is_plain_title(block, words)) and self._is_title(block):
            self._keep(block)
            (self._subtitle if self._is_subtitle(block, words) else self._titles).append(words)
            return
        else:
            self._passage(block)
        self._below_subtitle = False

    def _is_over(self, block: Block, words: str) -> bool:
        """Tell whether the line stands behind the masthead, in no summary either."""
        in_summary = self._open == "summary" or bool(SUMMARY.fullmatch(words))
        return self._over and self.whole_lines and not in_summary and block.known is not Known.TITLE

    def _is_free_for_subtitle(self, block: Block) -> bool:
        """A heading behind the contents, or a known title with its subtitle or text, is none."""
        titled = self._titled and bool(self._subtitle or self._text_follows)
        over = self._over or titled
        return self._open != "summary" and not (over and block.known is Known.HEADING)

    def _is_title(self, block: Block) -> bool:
        """A heading before the body is the title, unless that is known or has its subtitle.

        Lines that go on right below "Report of the Working Group" belong to it too.
        """
        if self._fields_follow or self._open == "summary":
            return False
        if self.whole_lines and self._titles and (self._text_follows or self.summary):
            return False
        goes_on = not self._titles and (self._below_subtitle or self._is_adopted())
        return (not self._subtitle or goes_on) and not (self._titled and block.known is not None)

    def _is_adopted(self) -> bool:
        """Tell whether all that was said yet is when and by whom a resolution was adopted."""
        return len(self._subtitle) == 1 and bool(ADOPTED.fullmatch(self._subtitle[0]))

    def _is_plain_title(self, block: Block, words: str) -> bool:
        """Of a file without headings, the line over "Report of the Secretary-General"."""
        return (
            self._heads_subtitle
            and block.known is None
            and block.kind is BlockKind.TEXT
            and not self._titles
            and not self._subtitle
            and self._open is None
            and len(words.split()) <= _LONGEST_TITLE
            and not finished(words, member=True)
        )

    def _is_subtitle(self, block: Block, words: str) -> bool:
        """A title's line is a subtitle by its words, or by its rank behind a title.

        Of the highest rank the first is the title, whatever its words are.
        """
        if block.known is Known.TITLE and block.level == 1 and not self._titles:
            return False
        if self._below_subtitle and not self._is_adopted():
            return True
        return is_subtitle(words) or bool(
            self._titles and block.level is not None and block.level > 1
        )

    def _join_agenda(self, words: str) -> None:
        head, _, tail = self._values["agenda_item"].partition("\n")
        self._values["agenda_item"] = f"{head}\n{tail} {words}" if tail else f"{head}\n{words}"

    def _takes_organ(self, block: Block, words: str, *, heading: bool) -> bool:
        """Take an organ, a part of one, or the Security Council's year; False leaves the line."""
        if self._goes_on_with_organ(block, words):
            name, place = self._organs[-1]
            self._organs[-1] = (f"{name} {words}", place)
            return True
        if self._is_organ(words, heading=heading) or self._is_part_of_organ(block, words):
            self._organs.append((self._as_named(BESIDE.sub("", words)), block.place))
            return True
        return bool(self._organs and YEAR.fullmatch(words) and ORDINAL.search(words))

    def _is_organ(self, words: str, *, heading: bool) -> bool:
        return (
            (bool(ORGAN.fullmatch(BESIDE.sub("", words))) or words in PRINCIPAL)
            and "agenda_item" not in self._values
            and "session" not in self._values
            and not self._titles
            and not SUBTITLE.fullmatch(words)
            and (heading or len(words.split()) <= _LONGEST_ORGAN)
            and self._open != "summary"
        )

    def _goes_on_with_organ(self, block: Block, words: str) -> bool:
        """A line in small letters right below an organ's is the rest of its name.

        Below two organs side by side nothing tells whose it is.
        """
        return (
            self._below_organ
            and (self.whole_lines or (block.known is Known.MASTHEAD and not block.gap))
            and [place for _, place in self._organs].count(self._organs[-1][1]) == 1
            and words[:1].islower()
            and len(words.split()) <= _LONGEST_ORGAN
            and not finished(words, member=True)
        )

    def _is_part_of_organ(self, block: Block, words: str) -> bool:
        """A short line below an organ, "Working Party on Road Safety", is a part of it."""
        return (
            (block.known is Known.MASTHEAD or (self.whole_lines and block.known is None))
            and bool(self._organs or self._fields_follow)
            and not is_subtitle(words)
            and not OF_THE_SERIES.match(words)
            and (block.kind is BlockKind.TEXT or self._fields_follow)
            and not self._values.keys() & {"session", "agenda_item", "place_and_dates"}
            and not self._titles
            and not self._subtitle
            and self._open is None
            and len(words.split()) <= _LONGEST_ORGAN
            and not finished(words, member=True)
            and words[:1].isupper()
        )

    def _set(self, field: str, block: Block, words: str) -> None:
        """Take a field, unless another line has it: that of a joint document's second organ."""
        old = self._values.get(field)
        if old is not None and old.partition("\n")[0] != words:
            self._passage(block)
            return
        self._keep(block)
        self._values.setdefault(field, words)
        self._open = "agenda_item" if field == "agenda_item" else self._open
        if field == "session" and self._organs:
            # Of two organs side by side the first has the session that stands first below them.
            last = self._organs[-1][1]
            beside = (name for name, place in self._organs if place == last)
            self._values.setdefault("organ", next(beside))

    def _as_named(self, organ: str) -> str:
        """An organ as a line above named it, if that did so in small letters."""
        same = (name for name, _ in self._organs if name.casefold() == organ.casefold())
        return next(same, organ)

    def _passage(self, block: Block) -> None:
        if self._open == "summary" and block.kind is BlockKind.HEADING:
            self._open = None
        if self._open == "summary":
            add_passage(self.summary, block)
        else:
            self._text_follows = bool(self._titles)
            add_passage(self.front_matter, block)


_BESIDE_THE_MASTHEAD = frozenset(
    {Known.TEXT, Known.CONTENTS, Known.CAPTION, Known.TABLE_NOTE, Known.QUOTE, Known.SIGNATURE}
)
"""What is no line of the masthead whatever it says."""

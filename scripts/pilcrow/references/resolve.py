"""Which body a number belongs to. No body rather than a wrong one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from pilcrow.references.adoption import LANGUAGES, adoption
from pilcrow.references.bodies import (
    Form,
    Mention,
    Rank,
    find_bodies,
    may_stand_for,
    named_in_full,
    numbers_so,
)
from pilcrow.references.names import GENERAL_ASSEMBLY, SECURITY_COUNCIL
from pilcrow.references.sentences import Sentences

_DATE = r"(?:\s+of\s+\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4})?"
_ADJACENT = re.compile(r"(?:[’']s?)?\s+(?:\([A-Z]{2,8}\)\s+)?\Z")
_COORDINATED = re.compile(r"\s+(?:and|or)\s+(?:the\s+)?\Z")
_OF_BODY = re.compile(
    rf"{_DATE}(?:\s*,)?(?:\s*\([^()]{{1,40}}\))?\s+(?:adopted\s+)?(?:of|by)\s+(?:the\s+)?"
)
# "the Assembly, in resolution 58/134"; "adopted by the Council in its decision".
_NEAR_BEFORE = re.compile(
    r"[,)]?(?:\s+(?:in|by|through|under|with|of|its|the|has|had|also|adopted|adopts|passed|"
    r"reaffirmed|reiterated|recalled|subsequently|operative|particular|inter|alia|paragraphs?|paras?\.|\d{1,3}|"
    r"\([a-z]{1,3}\)|and),?){1,8}\s+"
)
# "By its resolution 79/307, the General Assembly": `its` looks forward.
_ITS = re.compile(
    r"(?:\d{1,3}\.\s+)?(?:In|By|Through|Under|With)\s+(?:[a-z]+\s+\d{1,3}\s+of\s+)?its\s+\Z"
)
_THEN_BODY = re.compile(rf"{_DATE}\s*,\s+(?:the\s+)?")
_MOST_BODIES = 8
_REACH = 90
_WITHOUT_RESOLUTIONS = ("Board", "Committee")


class BodyResolver:
    """Answers for one paragraph whose body a number is; built once, each question is quick.

    A bare number takes its body from its own sentence only. Which body "the Conference" of that
    sentence is may come from the full names in the paragraph or, failing these, in the context.
    """

    def __init__(self, text: str, context: tuple[str, ...] = (), language: str = "en") -> None:
        """Index the bodies that `text` names; `context` is earlier text, headings included."""
        self._text = text
        self._behind = language in LANGUAGES
        self._of_body = adoption(language).of_body if self._behind else _OF_BODY
        self._mentions = tuple(find_bodies(text, language))
        self._starts = tuple(mention.start for mention in self._mentions)
        self._ends = tuple(mention.end for mention in self._mentions)
        self._sentences = Sentences(text)
        self._in_paragraph = frozenset(
            mention.body for mention in self._mentions if mention.rank is Rank.FULL
        )
        self._in_context = frozenset[str]().union(
            *(named_in_full(earlier, language) for earlier in context)
        )
        self._by_sentence: dict[int, tuple[Mention, ...]] = {}

    def adjacent(self, start: int) -> tuple[Mention, ...]:
        """The bodies named directly before `start`: "General Assembly" resolution, or two."""
        found: list[Mention] = []
        joint = _ADJACENT
        while len(found) < _MOST_BODIES:
            mention = self._last_before(start)
            if mention is None or not joint.match(self._text, mention.end, start):
                break
            found.insert(0, mention)
            start, joint = mention.start, _COORDINATED
        return tuple(found)

    def body_of(
        self, *, form: Form, number: str, start: int, end: int, inside: tuple[int, int] | None
    ) -> str | None:
        """Full name of the body, its short name where the text leaves that open, or None.

        `start` is where "resolution" begins, `end` where its list of numbers ends, and `inside`
        the span of a body named between the two ("resolutions of the General Assembly 66/181").
        """
        before = () if self._behind else self.adjacent(start)
        named = self._inside(inside) or before or self._after(end)
        if named:
            return self._among(named, form, number, start)
        if form is Form.YEAR:
            return SECURITY_COUNCIL
        if form is Form.EMERGENCY:
            return GENERAL_ASSEMBLY
        near = None if self._behind else self._near(start, end)
        if near is not None:
            return self._fitting(near, form, number, start)
        return self._only_one(form, number, start)

    def names_after(self, end: int) -> bool:
        """Whether a body is named behind a number that ends there."""
        return bool(self._after(end))

    def _inside(self, inside: tuple[int, int] | None) -> tuple[Mention, ...]:
        if inside is None:
            return ()
        first = bisect_left(self._starts, inside[0])
        return tuple(m for m in self._mentions[first : first + 1] if m.end <= inside[1])

    def _after(self, end: int) -> tuple[Mention, ...]:
        match = self._of_body.match(self._text, end)
        return () if match is None else self._starting_at(match.end())

    def _starting_at(self, offset: int) -> tuple[Mention, ...]:
        position = bisect_left(self._starts, offset)
        return tuple(m for m in self._mentions[position : position + 1] if m.start == offset)

    def _last_before(self, offset: int) -> Mention | None:
        position = bisect_right(self._ends, offset)
        return self._mentions[position - 1] if position else None

    def _among(self, named: tuple[Mention, ...], form: Form, number: str, at: int) -> str | None:
        bodies = [self._full_name(mention, form, number, at) for mention in named]
        if len(bodies) == 1:
            return bodies[0]
        fitting = {body for body in bodies if numbers_so(body, form, number)}
        return fitting.pop() if len(fitting) == 1 else None

    def _near(self, start: int, end: int) -> Mention | None:
        sentence = self._sentences.index(start)
        opening, closing = self._sentences.span(sentence)
        before = self._last_before(start)
        if (
            before is not None
            and before.start >= opening
            and start - before.end <= _REACH
            and _NEAR_BEFORE.fullmatch(self._text, before.end, start)
        ):
            return before
        if start - opening <= _REACH and _ITS.match(self._text, opening, start):
            then = _THEN_BODY.match(self._text, end, closing)
            if then is not None:
                for mention in self._starting_at(then.end()):
                    return mention
        return None

    def _only_one(self, form: Form, number: str, at: int) -> str | None:
        names = self._distinct(self._sentences.index(at))
        if not names or len(names) > _MOST_BODIES:
            return None
        bodies = {self._full_name(mention, form, number, at) for mention in names}
        if len(bodies) != 1:
            return None
        body = bodies.pop()
        if names[0].rank is Rank.OTHER:
            return None
        return body if self._fits(body, form, number) else None

    def _fitting(self, mention: Mention, form: Form, number: str, at: int) -> str | None:
        body = self._full_name(mention, form, number, at)
        return body if self._fits(body, form, number) else None

    def _fits(self, body: str, form: Form, number: str) -> bool:
        return numbers_so(body, form, number)

    def _distinct(self, sentence: int) -> tuple[Mention, ...]:
        """The different bodies that a sentence names, those that adopt no resolutions apart."""
        known = self._by_sentence.get(sentence)
        if known is None:
            start, end = self._sentences.span(sentence)
            inside = self._mentions[
                bisect_left(self._starts, start) : bisect_left(self._starts, end)
            ]
            by_name = {
                mention.body: mention
                for mention in inside
                if not mention.body.endswith(_WITHOUT_RESOLUTIONS)
            }
            known = tuple(by_name.values())
            self._by_sentence[sentence] = known
        return known

    def _full_name(self, mention: Mention, form: Form, number: str, at: int) -> str:
        if mention.rank is not Rank.SHORT:
            return mention.body
        short = mention.body
        in_sentence = frozenset(
            m.body for m in self._distinct(self._sentences.index(at)) if m.rank is Rank.FULL
        )
        for names in (in_sentence, self._in_paragraph, self._in_context):
            candidates = [body for body in names if may_stand_for(short, body)]
            if candidates:
                fitting = [body for body in candidates if numbers_so(body, form, number)]
                return fitting[0] if len(fitting) == 1 else short
        # Alone, "the Assembly" of a United Nations document is the General Assembly, and a number
        # with its year in brackets is the Security Council's.
        if short == "Assembly" and numbers_so(GENERAL_ASSEMBLY, form, number):
            return GENERAL_ASSEMBLY
        if short == "Council" and form is Form.YEAR:
            return SECURITY_COUNCIL
        return short

"""Resolutions and decisions, each number its own span.

"General Assembly resolution 74/247", "resolutions 982 (1995) and 987 (1995)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pilcrow.references.adoption import LANGUAGES, NUMBER, adoption
from pilcrow.references.bodies import Form, Rank
from pilcrow.references.model import Kind
from pilcrow.references.resolve import BodyResolver

_HEAD = re.compile(
    r"\b(?P<kind>[Rr]esolution|[Dd]ecision|RESOLUTION|DECISION)(?P<plural>[Ss])?\s+"
    r"(?:Nos?\.\s*)?"
    r"(?:of\s+the\s+(?P<body>(?:[A-Z][a-z]+\s+)?(?:and\s+Social\s+|Rights\s+)?"
    r"(?:Assembly|Council))\s+)?"
    rf"(?P<number>{NUMBER})"
)
_NEXT = re.compile(
    r"(?:\s+of\s+\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4})?"
    r"(?:\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or|AND|to|through)\s+|\s*[-–]\s*)"
    rf"(?P<number>{NUMBER})"
)
_LETTERED = re.compile(r"(?<=\d)([A-Z])\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """One number under a head such as "Security Council resolutions"."""

    kind: Kind
    start: int
    end: int
    form: Form
    number: str
    body: str | None


def find_adopted(
    text: str, context: tuple[str, ...] = (), language: str = "en"
) -> Iterator[Adopted]:
    """Every resolution and decision that `text` cites by number, in order.

    The first of a list spans its head and the body named directly before it, the others their
    numbers only. `context` is earlier text that may say which body "the Conference" is.
    """
    if language in LANGUAGES:
        yield from _in_another_language(text, context, language)
        return
    resolver: BodyResolver | None = None
    for head in _HEAD.finditer(text):
        if resolver is None:
            resolver = BodyResolver(text, context)
        kind = Kind.RESOLUTION if head.group("kind")[0] in "rR" else Kind.DECISION
        numbers = [head.span("number")]
        if head.group("plural"):
            numbers.extend(
                _following(text, head.end(), annual=_read(head.group("number"))[0] is Form.ANNUAL)
            )
        inside = None if head.group("body") is None else head.span("body")
        before = resolver.adjacent(head.start())
        start = head.start()
        if len(before) == 1 and before[0].rank is not Rank.OTHER and inside is None:
            start = before[0].start
        ends_at = numbers[-1][1]
        for position, (first, last) in enumerate(numbers):
            form, number = _read(text[first:last])
            body = resolver.body_of(
                form=form,
                number=number,
                start=head.start(),
                end=ends_at,
                inside=inside,
            )
            yield Adopted(
                kind=kind,
                start=first if position else start,
                end=last,
                form=form,
                number=number,
                body=body,
            )


def _in_another_language(text: str, context: tuple[str, ...], language: str) -> Iterator[Adopted]:
    """Numbers whose body stands behind them: "les résolutions 74/247 et 75/1 de l'Assemblée"."""
    words = adoption(language)
    resolver: BodyResolver | None = None
    for head in words.head.finditer(text):
        if resolver is None:
            resolver = BodyResolver(text, context, language)
        numbers = [head.span("number")]
        if head["resolutions"] or head["decisions"]:
            while (more := words.following.match(text, numbers[-1][1])) is not None:
                numbers.append(more.span("number"))
        resolution = bool(head["resolution"] or head["resolutions"])
        inside = None if head["body"] is None else head.span("body")
        end = numbers[-1][1]
        found: list[Adopted] = []
        for position in range(len(numbers) - 1, -1, -1):
            first, last = numbers[position]
            form, number = _read(text[first:last])
            if resolver.names_after(last):
                # The numbers before it are its body's too, up to one with a body of its own.
                end = last
            found.append(
                Adopted(
                    kind=Kind.RESOLUTION if resolution else Kind.DECISION,
                    start=first if position else head.start(),
                    end=last,
                    form=form,
                    number=number,
                    body=resolver.body_of(
                        form=form, number=number, start=head.start(), end=end, inside=inside
                    ),
                )
            )
        yield from reversed(found)


def _following(text: str, end: int, *, annual: bool) -> Iterator[tuple[int, int]]:
    while (match := _NEXT.match(text, end)) is not None:
        form, _ = _read(match.group("number"))
        if form is Form.ANNUAL and not annual:
            # "resolutions 78/250 and 2025/26": a financial year.
            return
        yield match.span("number")
        end = match.end()


def _read(written: str) -> tuple[Form, str]:
    """The form of a number and its normal spelling."""
    number = " ".join(written.split())
    number = _LETTERED.sub(r" \1", number)
    if number.endswith(")"):
        number = re.sub(r"\s*\(", " (", number)
        return (Form.YEAR if number[-5:-1].isdigit() else Form.ROMAN), number
    if number.startswith("ES-"):
        return Form.EMERGENCY, number
    if number.startswith("S-"):
        return Form.SPECIAL, number
    session = number.partition("/")[0]
    return (Form.ANNUAL if len(session) == len("2023") else Form.SESSION), number

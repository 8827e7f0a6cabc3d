"""The members of a paragraph: which stands in which, by their marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pilcrow.ids import subparagraph_id
from pilcrow.model import Content, Figure, Passage, Problem, Subparagraph, Table, plain
from pilcrow.passes.items import Item, Role, drop_start, leading_text
from pilcrow.passes.labels import SUBPARAGRAPH_MARK, MarkReading, mark_readings


def with_first_member(item: Item, members: list[Item]) -> tuple[Item, list[Item]]:
    """Part a paragraph from the member that begins on its line: "6. (a) First;", "(b) Second."."""
    mark = SUBPARAGRAPH_MARK.match(leading_text(item.inlines))
    if mark is None or not members or members[0].role is not Role.SUBPARAGRAPH:
        return item, members
    firsts = {each.kind for each in mark_readings(mark["mark"]) if each.value == 1}
    listed = [each.label or "" for each in members if each.role is Role.SUBPARAGRAPH]
    seconds = (each for label in listed for each in mark_readings(label))
    if mark["mark"] in listed or not any(
        each.value == len("ab") and each.kind in firsts for each in seconds
    ):
        return item, members
    first = replace(
        item,
        role=Role.SUBPARAGRAPH,
        label=mark["mark"],
        inlines=drop_start(item.inlines, mark.end()),
    )
    return replace(item, inlines=()), [first, *members]


@dataclass(slots=True)
class _OpenMember:
    item: Item
    reading: MarkReading
    id: str
    content: list[Content]


class Marks:
    """Nests the members of one paragraph by expected successor of their marks."""

    def __init__(self, make_unique: Callable[[str], str], problems: list[Problem]) -> None:
        """Begin; `problems` takes those that are seen."""
        self._unique = make_unique
        self._problems = problems

    def nest(self, parent: str, items: Sequence[Item]) -> tuple[Content, ...]:
        """The content of the paragraph `parent` that these items make, in their order."""
        content: list[Content] = []
        stack: list[_OpenMember] = []

        def close(depth: int) -> None:
            while len(stack) > depth:
                member = stack.pop()
                target = stack[-1].content if stack else content
                target.append(
                    Subparagraph(
                        id=member.id,
                        marker=member.item.label or "",
                        content=tuple(member.content),
                        place=member.item.place,
                    )
                )

        for item in items:
            if item.floating is not None:
                (stack[-1].content if stack else content).append(item.floating)
                continue
            if item.role is not Role.SUBPARAGRAPH:
                had_members = bool(stack)
                close(0)
                content.append(Passage(inlines=item.inlines, place=item.place))
                if (
                    item.known is None
                    and not _in_list(item, content)
                    and not had_members
                    and not any(isinstance(each, Subparagraph | Table | Figure) for each in content)
                ):
                    self._problems.append(unnumbered(item, parent))
                continue
            depth, reading, is_expected = _depth(item.label or "", stack)
            close(depth)
            base = stack[-1].id if stack else parent
            if not is_expected:
                self._problems.append(_mark_out_of_order(item, base))
            identifier = self._unique(subparagraph_id(base, item.label or ""))
            own: list[Content] = (
                [Passage(inlines=item.inlines, place=item.place)] if item.inlines else []
            )
            stack.append(_OpenMember(item, reading, identifier, own))
        close(0)
        return tuple(content)


def _in_list(item: Item, content: Sequence[Content]) -> bool:
    """Tell whether the last passage is a bullet of a list that a colon opened."""
    texts = [plain(entry.inlines) for entry in content[:-1] if isinstance(entry, Passage)]
    return item.listed and any(text.endswith(":") for text in texts)


def _depth(mark: str, stack: Sequence[_OpenMember]) -> tuple[int, MarkReading, bool]:
    """How many open members stay open, how the mark reads, and whether it was expected."""
    options = mark_readings(mark)
    for depth in range(len(stack) - 1, -1, -1):
        for option in options:
            current = stack[depth].reading
            if option.kind is current.kind and option.value == current.value + 1:
                return depth, option, True
    kinds = {member.reading.kind for member in stack}
    for option in options:
        if option.value == 1 and option.kind not in kinds:
            return len(stack), option, True
    for depth in range(len(stack) - 1, -1, -1):
        for option in options:
            if option.kind is stack[depth].reading.kind:
                return depth, option, False
    return len(stack), options[0], False


def _mark_out_of_order(item: Item, at: str) -> Problem:
    return Problem(
        rule="subparagraph-out-of-order",
        place=item.place,
        message=f"subparagraph {item.label} does not follow the one before it.",
        hint="Compare with the printed report; a subparagraph may be lost.",
        at=at,
    )


def unnumbered(item: Item, at: str) -> Problem:
    """A text that no number leads, where one may be lost."""
    opening = " ".join(item.words.split()[:6])
    return Problem(
        rule="unnumbered-text",
        place=item.place,
        message=f'text without a number: "{opening}…".',
        hint="Restore its number in the source, or accept it with [[accept]] in corrections.toml.",
        at=at,
    )

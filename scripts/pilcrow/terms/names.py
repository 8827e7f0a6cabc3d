"""Names: the words before a bracket that belong to one name.

The complement to Schwartz and Hearst, for short forms whose letters come from another language
(RFAI), a nickname (TRACK4TIP) or a play with figures (C4).
"""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")
# Words that stand inside a name, and those that may begin one only after a capital.
_LINKS = frozenset(
    "of for in on and to against into within with through at de del la du des et y da do e".split()
)
_SMALL = _LINKS | {"the", "a", "an", "its", "their", "as", "by", "from"}
_ARTICLE = "the"
_CROSSES_THE = frozenset({"for", "on", "in", "against"})
_TITLES = frozenset(
    "Mr. Ms. Mrs. Dr. Prof. Sir Dame Ambassador General Colonel Major Captain Judge Minister "
    "President H.E. Professor Sheikh Prince".split()
)
_NAMING_LINKS = frozenset({"of", "for", "in", "on", "and", "to", "against"})
_LEAST_SHARE = 0.5
_HEAD_NOUNS = frozenset(
    "Network Association Organization Organisation Union Alliance Federation Commission Committee "
    "Council Conference Community Forum Programme Group Centre Center Institute Society League "
    "Partnership Initiative".split()
)
_MOST_WORDS = 24
_FEWEST_CAPITALS = 2
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,}(?:[’']s)?")


def name_at_end(words: str, *, across_of_the: bool = False) -> str | None:
    """The longest name that ends `words`, without a leading article or link; None if there is none.

    Capitalised words joined by "of", "and", "against" and the like. "The" ends a name, unless it
    follows "for", "on", "in" or "against" inside it; with `across_of_the` also "of". A
    short form that owns the name ("UNODC Transforming Alerts…") is not part of it.
    """
    tokens = words.split()[-_MOST_WORDS:]
    first = len(tokens)
    position = len(tokens) - 1
    while position >= 0:
        token = tokens[position]
        if _ends_phrase(token) and position < len(tokens) - 1:
            break
        if _is_capitalised(token):
            if token in _TITLES or (_ACRONYM.fullmatch(token) and _joined(tokens, position)):
                break
            first = position
        elif token == _ARTICLE:
            crossed = position > 0 and (
                tokens[position - 1] in _CROSSES_THE
                or (across_of_the and tokens[position - 1] == "of")
            )
            if not crossed:
                break
        elif token not in _LINKS and not (token.isdigit() and position > 0):
            break
        position -= 1
    found = tokens[first:]
    while len(found) > 1 and (_ACRONYM.fullmatch(found[0]) or found[0].lower() in _SMALL):
        found = found[1:]
    if sum(map(_is_capitalised, found)) < _FEWEST_CAPITALS or (
        position >= 0 and tokens[position] in _TITLES
    ):
        return None
    return " ".join(found)


def name_for(short: str, words: str) -> str | None:
    """The name that ends `words`, as far as `short` can stand for it.

    "Of the" may join an owner ("Meeting of the Southern Common Market", MERCOSUR) or belong to
    the name ("Defence of the Democratic Republic", CPD-RDTL). It is crossed only where the shorter
    name has initials that the short form lacks, and the longer one fits no worse.
    "John Smith (WHO)" names no organization: a name without "of", "for" and the like must have
    half of its initials in the short form.
    """
    near = name_at_end(words)
    if near is None:
        return None
    share = _initials_in(short, near)
    if share < _LEAST_SHARE and not _NAMING_LINKS & set(near.split()):
        return None
    far = name_at_end(words, across_of_the=True)
    if share < 1 and far is not None and _initials_in(short, far) >= share:
        return far
    return near


def _initials_in(short: str, name: str) -> float:
    initials = [word[0].lower() for word in name.split() if _is_capitalised(word)]
    letters = short.lower()
    return sum(initial in letters for initial in initials) / len(initials)


def with_head_noun(long: str, before: str) -> str:
    """The long form with the noun that its name begins with: "Network of" West African….

    `before` are the words that precede `long`. Only a noun such as Network or Association
    directly joined by "of" (never "of the") belongs to the name.
    """
    tokens = before.split()
    if len(tokens) < len(("Network", "of")) or tokens[-1] != "of" or tokens[-2] not in _HEAD_NOUNS:
        return long
    return f"{tokens[-2]} of {long}"


def begins_well(long: str) -> bool:
    """Whether a long form begins with a word of its own, not with "the" or "and"."""
    first = _WORD.match(long)
    return first is not None and first.group().lower() not in _SMALL


def is_name(word: str) -> bool:
    """Whether a word is written as part of a name."""
    return _is_capitalised(word)


def _is_capitalised(token: str) -> bool:
    letters = token.lstrip("\"'“‘([")
    return letters[:1].isupper()


def _ends_phrase(token: str) -> bool:
    return token[-1] in ",;:.)" and token not in _TITLES


def _joined(tokens: list[str], position: int) -> bool:
    """Whether a short form is only joined to the name by "and": "UNODC and World Rugby"."""
    return position + 1 < len(tokens) and tokens[position + 1] in {"and", "with", "to"}

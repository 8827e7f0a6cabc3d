"""Many spellings as one regular expression that tries the longest first.

A plain alternation of a thousand names is tried name by name at each capital letter; one that
branches by letter fails at the first that fits none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Branch = dict[str, "_Branch"]
_END = ""


def pattern_of(spellings: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the spellings as whole words, always the longest that stands there."""
    root: _Branch = {}
    for spelling in spellings:
        branch = root
        for letter in spelling:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    letters = "".join(re.escape(letter) for letter in sorted(root))
    return re.compile(rf"(?=[{letters}])(?<!\w){_expression(root)}")


def _expression(branch: _Branch) -> str:
    alternatives = [
        _run(letter, below) for letter, below in sorted(branch.items()) if letter != _END
    ]
    if _END in branch:
        alternatives.append(r"(?!\w)")
    return alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"


def _run(letter: str, branch: _Branch) -> str:
    """Letters up to where the spellings part."""
    run = re.escape(letter)
    while len(branch) == 1 and _END not in branch:
        ((letter, branch),) = branch.items()
        run += re.escape(letter)
    return run + _expression(branch)

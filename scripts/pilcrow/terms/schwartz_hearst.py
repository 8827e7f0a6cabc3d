"""Long forms by the method of Schwartz and Hearst.

A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pacific Symposium on Biocomputing 8 (2003), pp. 451-462.

The letters of the short form are looked for from right to left in the words before it; each must
be found, in order, and the first one must begin a word.
"""

from __future__ import annotations

GOOD_SHARE = 0.7


def best_long_form(short: str, words: str) -> str | None:
    """The shortest tail of `words` that holds the letters of `short`, or None.

    This is `findBestLongForm` of the paper.
    """
    at = len(words) - 1
    for position in range(len(short) - 1, -1, -1):
        letter = short[position].lower()
        if not letter.isalnum():
            continue
        while at >= 0 and (
            words[at].lower() != letter or (position == 0 and at > 0 and words[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    begin = words.rfind(" ", 0, at + 1) + 1
    return words[begin:]


def longest(short: str) -> int:
    """How many words a long form may have, by the paper: min(|A| + 5, |A| * 2)."""
    letters = sum(character.isalnum() for character in short)
    return min(letters + 5, letters * 2)


def share_of_initials(short: str, long: str) -> float:
    """How much of `short` the beginnings of the words of `long` account for, 0 to 1.

    A letter counts where it begins a word, or follows the letter before it in the same word:
    I-N-T-E-R of International. The paper takes any letter anywhere, so by chance "Meeting of
    Public Prosecutors of the Southern Common Market" also spells MERCOSUR; this tells chance
    from intent.
    """
    letters = [character.lower() for character in short if character.isalnum()]
    # best[n] is the most initials when n letters have been used; running[n] the same where the
    # n-th letter was the last character read, so that the word may go on.
    unreached = -1
    best = [0] + [unreached] * len(letters)
    running = [unreached] * (len(letters) + 1)
    previous = " "
    for character in long.lower():
        starts_word = character.isalnum() and not previous.isalnum()
        following = [unreached] * (len(letters) + 1)
        anywhere = best.copy()
        for used, letter in enumerate(letters):
            if character != letter:
                continue
            if running[used] > unreached:
                following[used + 1] = running[used] + 1
            if starts_word and best[used] > unreached:
                following[used + 1] = max(following[used + 1], best[used] + 1)
            if best[used] > unreached:
                anywhere[used + 1] = max(anywhere[used + 1], best[used])
        best = [max(pair) for pair in zip(anywhere, following, strict=True)]
        running = following
        previous = character
    return max(best[-1], 0) / len(letters) if letters else 0.0

"""The search index: entries in, files out. Same entries, same bytes.

Files are classic scripts that call `__shard(name, text, checksum)`, because a page opened from a
folder may load scripts and nothing else. They are small and named by their content; only
`manifest.js` has a name that stays, and tells which of them holds what. Small parts stand in it,
after its JSON and parted by U+001C, and are named `=0`, `=1`, …: a file more costs a reader time.

- keys: every key in order with its postings, sought by the first key of each shard;
- words: the keys that are words, with how frequent they are, for near words only;
- vocabulary: what the codes of the texts stand for;
- texts: by the number of the entry;
- glossary: short forms and long forms, sought like the keys;
- facets: one shard each.

All of a small library stands in its manifest.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain

from pilcrow.search.coding import encode, shard
from pilcrow.search.entry import Entry, GlossaryTerm
from pilcrow.search.facets import Facets
from pilcrow.search.languages import Language, language_of, stemmer_of
from pilcrow.search.lexicon import in_order, keys_text, rings, split, words_text
from pilcrow.search.numbered import numbered
from pilcrow.search.postings import Posting, Postings, writable
from pilcrow.search.texts import FIELD, PART, RECORD, Texts, coded_texts
from pilcrow.search.vocabulary import WORDS_FROM, Vocabulary, vocabulary_of
from pilcrow.search.words import Tokeniser, fold

MANIFEST = "manifest.js"
SHARD_SIZE = 128_000
"""Characters of a file. A browser takes as long for 8,000 as for 128,000, and twice as long for
500,000: measured on file:// and http."""
IN_BROWSER_BELOW = 200_000
"""Texts below this many characters carry no keys and no postings: the browser finds both in the
texts when a query asks, and the index of one report stays below the size of its words."""
HELD_BELOW = 4_000
"""Parts that every query may need, below this many characters, stand in the manifest."""
WORDS_FROM_FILES = 16
"""With fewer files of keys there are no files of words: near words are sought in the keys."""
STEMMED_IN_BROWSER = frozenset({"english", ""})


class _Files:
    """The files so far, the same content being the same file, and the parts of the manifest."""

    def __init__(self, *, small: bool) -> None:
        self.of: dict[str, bytes] = {}
        self.held: list[str] = []
        self._small = small

    def put(self, text: str) -> str:
        name, script = shard(text)
        self.of[name] = script
        return name

    def put_part(self, text: str) -> str:
        """Put a text into the manifest where it is small or the library is, else into a file."""
        if not self._small and len(text) >= HELD_BELOW:
            return self.put(text)
        self.held.append(text.replace(PART, " "))
        return f"={len(self.held) - 1}"


def build_index(
    entries: Iterable[Entry], *, language: str, glossary: Sequence[GlossaryTerm]
) -> Mapping[str, bytes]:
    """The files of an index by name.

    Entries come in reading order, a report's entries together. The time grows in step with the
    words, and the result depends on nothing but the arguments.
    """
    with _uncollected():
        return _build(entries, language, glossary)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles: there are none, and it looks at millions of values."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _build(
    entries: Iterable[Entry], language: str, glossary: Sequence[GlossaryTerm]
) -> Mapping[str, bytes]:
    spoken = language_of(language)
    coming = iter(entries)
    begun = tuple(_until(coming, WORDS_FROM))
    small = sum(map(_size, begun)) < IN_BROWSER_BELOW and spoken.stemmer in STEMMED_IN_BROWSER
    tokeniser = Tokeniser()
    vocabulary: Vocabulary
    if small:
        vocabulary = numbered(chain.from_iterable(map(coded_texts, begun)))
        widths = vocabulary.widths(tokeniser)
    else:
        vocabulary, widths = vocabulary_of(entry.text for entry in begun), ""
    ranked = FIELD.join(vocabulary)
    postings = Postings(tokeniser)
    facets = Facets()
    files = _Files(small=small)
    texts = Texts(vocabulary)
    text_rows: list[tuple[int, str]] = []
    reports: dict[str, list[int]] = {}
    symbols: dict[str, str] = {}
    waiting: list[Entry] = []
    count = 0

    def put_texts() -> None:
        first = count - len(waiting)
        text_rows.append((first, files.put_part(texts.take())))
        # Marking words after a file's texts, not in turns with them, lets a processor keep at hand
        # what either needs: it saves a tenth of the whole time.
        if not small:
            for doc, entry in enumerate(waiting, first):
                postings.add(doc, entry)
        waiting.clear()

    for doc, entry in enumerate(chain(begun, coming)):
        count = doc + 1
        facets.add(doc, entry)
        texts.add(entry)
        waiting.append(entry)
        symbols.update(
            (fold(other), fold(entry.symbol)) for other in entry.symbols if other != entry.symbol
        )
        if entry.symbol and not small:
            reports.setdefault("@" + fold(entry.symbol), [doc, doc])[1] = doc
        if texts.size >= SHARD_SIZE:
            put_texts()
    if waiting:
        put_texts()
    keys = in_order((*postings.keys(), *filter(writable, reports)))
    key_rows, word_rows = _keys(files, keys, postings, reports, spoken)
    manifest = {
        "version": 4,
        "language": language,
        "stemmer": spoken.stemmer,
        "common": " ".join(spoken.common),
        "entries": count,
        "reports": facets.reports,
        "symbols": symbols,
        "texts": _table(text_rows),
        "vocabulary": files.put_part(ranked) if ranked else "",
        "widths": files.put_part(widths) if widths else "",
        "keys": _table(key_rows),
        "words": _table(word_rows),
        "glossary": _glossary(files, glossary, tokeniser),
        "facets": {name: files.put_part(text) for name, text in facets.texts().items()},
    }
    return _scripts(files, manifest)


def _size(entry: Entry) -> int:
    return len(entry.text) + len(entry.title)


def _until(entries: Iterator[Entry], most: int) -> Iterator[Entry]:
    """The first entries, with so many characters."""
    size = 0
    while size < most and (entry := next(entries, None)) is not None:
        size += _size(entry)
        yield entry


def _table(rows: Iterable[Sequence[int | str]]) -> str:
    return RECORD.join(FIELD.join(map(str, row)) for row in rows)


def _scripts(files: _Files, manifest: Mapping[str, object]) -> Mapping[str, bytes]:
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    _, script = shard(PART.join((text, *files.held)))
    # The page asks for the manifest by its name, so it answers to that.
    named = script.replace(script[: script.index(b",")], b'__shard("manifest"', 1)
    return {MANIFEST: named, **{f"{name}.js": files.of[name] for name in sorted(files.of)}}


def _keys(
    files: _Files,
    keys: Sequence[str],
    postings: Postings,
    reports: Mapping[str, Sequence[int]],
    language: Language,
) -> tuple[list[tuple[str, int, str]], list[tuple[str, str]]]:
    """The rows of the keys with their postings, and those of the words."""
    steps = rings(keys, stemmer_of(language))
    known = frozenset(keys)
    rows: list[tuple[str, int, str]] = []
    words: list[tuple[str, str]] = []
    spelt: list[str] = []
    uses: list[int] = []
    facts: list[tuple[int, int]] = []
    taken: list[Posting] = []
    first = size = letters = 0

    def put_words() -> None:
        words.append((spelt[0], files.put(words_text(spelt, uses))))
        spelt.clear()
        uses.clear()

    for number, key in enumerate(keys):
        posting = _report(*reports[key]) if key in reports else postings.take(key)
        held = len(key) + len(posting.docs) + 2 * len(posting.levels) + len(posting.places)
        if taken and size + held > SHARD_SIZE:
            rows.append(
                (keys[first], first, files.put(keys_text(keys[first:number], facts, taken)))
            )
            first, size, facts, taken = number, 0, [], []
        taken.append(posting)
        facts.append((steps[number], split(key, known) * 2 + (key in postings.spans)))
        size += held
        if key.isalpha():
            spelt.append(key)
            uses.append(len(posting.levels))
            letters += len(key)
            if letters > SHARD_SIZE:
                put_words()
                letters = 0
    if taken:
        rows.append((keys[first], first, files.put(keys_text(keys[first:], facts, taken))))
    if len(rows) < WORDS_FROM_FILES:
        return rows, []
    if spelt:
        put_words()
    return rows, words


def _report(first: int, last: int) -> Posting:
    """A report's first and last entry."""
    return Posting(docs=encode((first, last - first)), levels=encode((1, 1)), counts="", places="")


def _glossary(files: _Files, glossary: Sequence[GlossaryTerm], tokeniser: Tokeniser) -> str:
    pairs: set[tuple[str, str]] = set()
    for term in glossary:
        short = " ".join(tokeniser.parts(term.short))
        long = " ".join(tokeniser.parts(term.long))
        if short and long and short != long:
            pairs.update(((short, term.long), (long, term.short)))
    ordered = sorted(pairs, key=lambda pair: (pair[0].encode("utf-16-be"), pair[1]))
    rows: list[tuple[str, str]] = []
    step = 400
    for start in range(0, len(ordered), step):
        part = ordered[start : start + step]
        text = RECORD.join(FIELD.join(pair) for pair in part)
        rows.append((part[0][0], files.put_part(text)))
    return _table(rows)

"""The search index: entries in, files out. Same entries, same bytes.

Files are classic scripts that call `__shard(name, text, checksum)`, because a page opened from a
folder may load scripts and nothing else. They are small and named by their content; only
`manifest.js` has a name that stays, and tells which of them holds what:

- lexicon: the keys in order, sought by the first key of each shard;
- postings: by the number of the key;
- texts: by the number of the entry;
- glossary: short forms and long forms, sought like the lexicon;
- facets: one shard each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from pilcrow.search.coding import HALF, SEPARATOR, encode, shard
from pilcrow.search.entry import Entry, GlossaryTerm
from pilcrow.search.facets import Facets
from pilcrow.search.languages import Language, language_of, stemmer_of
from pilcrow.search.lexicon import in_order, lexicon_text, rings, split
from pilcrow.search.postings import Posting, Postings, without_idle_cases
from pilcrow.search.texts import FIELD, RECORD, text_of
from pilcrow.search.words import Tokeniser, fold

MANIFEST = "manifest.js"
SHARD_SIZE = 32_000
LEXICON_SHARD = 2_500
IN_BROWSER_BELOW = 400_000
"""Texts below this many characters carry no lexicon and no postings: the browser makes both from
the texts in a few milliseconds, sooner than it could load them (measured: docs/maintainers/
benchmarks.md), and the index of one report stays at the size of its words."""
STEMMED_IN_BROWSER = frozenset({"english", ""})


class _Files:
    """The files so far; the same content is the same file."""

    def __init__(self) -> None:
        self.of: dict[str, bytes] = {}

    def put(self, text: str) -> str:
        name, script = shard(text)
        self.of[name] = script
        return name


def build_index(
    entries: Iterable[Entry], *, language: str, glossary: Sequence[GlossaryTerm]
) -> Mapping[str, bytes]:
    """The files of an index by name.

    Entries come in reading order, a report's entries together. The time grows in step with the
    words, and the result depends on nothing but the arguments.
    """
    spoken = language_of(language)
    tokeniser = Tokeniser()
    postings = Postings(tokeniser)
    facets = Facets()
    files = _Files()
    texts: list[tuple[int, str]] = []
    reports: dict[str, list[int]] = {}
    waiting: list[Entry] = []
    size = total = 0
    count = 0
    for count, entry in enumerate(entries, start=1):
        doc = count - 1
        postings.add(doc, entry)
        facets.add(doc, entry)
        if entry.symbol:
            reports.setdefault("@" + fold(entry.symbol), [doc, doc])[1] = doc
        waiting.append(entry)
        size += len(entry.text) + len(entry.title) + 40
        total += len(entry.text) + len(entry.title)
        if size >= SHARD_SIZE:
            texts.append((count - len(waiting), files.put(text_of(waiting))))
            waiting, size = [], 0
    if waiting:
        texts.append((count - len(waiting), files.put(text_of(waiting))))
    small = total < IN_BROWSER_BELOW and spoken.stemmer in STEMMED_IN_BROWSER
    kept = {} if small else without_idle_cases(postings.of)
    keys = () if small else in_order((*kept, *reports))
    manifest = {
        "version": 1,
        "language": language,
        "stemmer": spoken.stemmer,
        "common": " ".join(spoken.common),
        "entries": count,
        "reports": len(reports),
        "texts": _table(texts),
        "lexicon": _lexicon(files, keys, kept, spoken),
        "postings": _postings(files, keys, kept, reports),
        "glossary": _glossary(files, glossary, tokeniser),
        "facets": {name: files.put(text) for name, text in facets.texts().items()},
    }
    return _scripts(files, manifest)


def _table(rows: Sequence[tuple[int | str, str]]) -> str:
    return RECORD.join(f"{first}{FIELD}{name}" for first, name in rows)


def _scripts(files: _Files, manifest: Mapping[str, object]) -> Mapping[str, bytes]:
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    _, script = shard(text)
    # The page asks for the manifest by its name, so it answers to that.
    named = script.replace(script[: script.index(b",")], b'__shard("manifest"', 1)
    return {MANIFEST: named, **{f"{name}.js": files.of[name] for name in sorted(files.of)}}


def _lexicon(
    files: _Files, keys: Sequence[str], of: Mapping[str, Posting], language: Language
) -> str:
    steps = rings(keys, stemmer_of(language))
    rows: list[tuple[str, str]] = []
    for start in range(0, len(keys), LEXICON_SHARD):
        part = keys[start : start + LEXICON_SHARD]
        facts = [
            (
                len(of[key].levels) if key in of else 2,
                steps[start + number],
                split(key, of) * 2 + (1 if key in of and of[key].spans else 0),
            )
            for number, key in enumerate(part)
        ]
        rows.append((part[0] + FIELD + str(start), files.put(lexicon_text(part, facts))))
    return _table(rows)


def _postings(
    files: _Files,
    keys: Sequence[str],
    of: Mapping[str, Posting],
    reports: Mapping[str, Sequence[int]],
) -> str:
    rows: list[tuple[int, str]] = []
    waiting: list[str] = []
    first = 0
    size = 0
    for number, key in enumerate(keys):
        if key in of:
            text = of[key].text()
        else:
            start, end = reports[key]
            text = encode((start, end - start, 1, 1)) + HALF
        if waiting and size + len(text) > SHARD_SIZE:
            rows.append((first, files.put(SEPARATOR.join(waiting))))
            waiting, size, first = [], 0, number
        waiting.append(text)
        size += len(text)
    if waiting:
        rows.append((first, files.put(SEPARATOR.join(waiting))))
    return _table(rows)


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
        rows.append((part[0][0], files.put(text)))
    return _table(rows)

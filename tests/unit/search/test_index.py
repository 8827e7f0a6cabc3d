"""The index holds every word at its place, is the same for the same entries, and stays small."""

import json
import re
import zlib
from collections.abc import Mapping

import pytest

from pilcrow.bench.search_library import Library
from pilcrow.search import Entry, GlossaryTerm, Kind, build_index
from pilcrow.search import index as index_module
from pilcrow.search.coding import ALPHABET, decode
from pilcrow.search.levels import level
from pilcrow.search.lexicon import in_order, rings


def paragraph(number: int, text: str, **more: object) -> Entry:
    """A paragraph of a made-up report."""
    return Entry(
        kind=Kind.PARAGRAPH,
        location=f"en/A/1/1/i.html#para-{number}",
        title="",
        number=str(number),
        text=text,
        symbol="A/1/1",
        **more,  # type: ignore[arg-type]
    )


def text_of(script: bytes) -> str:
    """The text that a shard's script hands over."""
    found = re.fullmatch(r'__shard\("\w+",(".*"),\d+\)\n', script.decode(), re.DOTALL)
    assert found
    return str(json.loads(found[1], strict=False))


def manifest_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The manifest's fields."""
    fields: dict[str, str] = json.loads(text_of(files["manifest.js"]).split("\x1c")[0])
    return fields


def part_of(files: Mapping[str, bytes], name: str) -> str:
    """The text of a file or a part of the manifest, by its name there."""
    if name.startswith("="):
        return text_of(files["manifest.js"]).split("\x1c")[1:][int(name[1:])]
    return text_of(files[f"{name}.js"])


def keys_of(files: Mapping[str, bytes], group: str) -> list[str]:
    """The keys, or words, in the files of a group, in order."""
    keys: list[str] = []
    for row in manifest_of(files)[group].split("\x1e"):
        before = ""
        for coded in part_of(files, row.split("\t")[-1]).partition("}")[0].split("~"):
            before = before[: ALPHABET.index(coded[0])] + coded[1:]
            keys.append(before)
    return keys


def postings_of(files: Mapping[str, bytes]) -> dict[str, dict[int, tuple[int, ...]]]:
    """For each key the entries with their places, read back from the files of a large library."""
    keys = keys_of(files, "keys")
    found: dict[str, dict[int, tuple[int, ...]]] = {}
    for row in manifest_of(files)["keys"].split("\x1e"):
        first, number, name = row.split("\t")
        assert keys[int(number)] == first
        streams = part_of(files, name).split("}")[2:]
        coded = zip(*(stream.split("~") for stream in streams), strict=True)
        for key, (docs, levels, counts, places) in zip(keys[int(number) :], coded, strict=False):
            steps, more = list(decode(places)), list(decode(counts))
            doc, held = 0, {}
            for step, weight in zip(decode(docs), decode(levels), strict=True):
                doc += step
                here = [steps.pop(0)] if weight and steps else []
                for _ in range(more.pop(0) if here and more else 0):
                    here.append(here[-1] + steps.pop(0) + 1)
                held[doc] = tuple(here)
            assert not steps
            assert not more
            found[key] = held
    assert list(found) == keys
    return found


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every library as a large one, with keys and postings."""
    monkeypatch.setattr(index_module, "IN_BROWSER_BELOW", 0)


@pytest.mark.usefixtures("large")
def test_postings_have_each_word_at_its_places() -> None:
    """Words, parts, joined forms and capitals have their places; words of headings have none."""
    found = postings_of(
        build_index(
            [
                paragraph(1, "track the whistle-blower TRACK track", path=("I. Office",)),
                paragraph(2, "a whistleblower\nnote", ids=("para-2-a",)),
            ],
            language="en",
            glossary=(),
        )
    )
    assert found["track"] == {0: (0, 4, 5)}
    assert found["=TRACK"] == {0: (4,)}
    assert found["whistleblower"] == {0: (2, 3), 1: (1,)}
    assert found["blower"] == {0: (3,)}
    assert found["office"] == {0: ()}
    assert found["note"] == {1: (8,)}
    assert found["#para-2-a"] == {1: ()}
    assert set(found["@a/1/1"]) == {0, 1}


@pytest.mark.usefixtures("large")
def test_capitals_that_tell_nothing_apart_are_left_out() -> None:
    """`=WACAP` is kept only where the same letters also stand in another case."""
    found = postings_of(build_index([paragraph(1, "WACAP met")], language="en", glossary=()))
    assert "=WACAP" not in found
    assert "wacap" in found


@pytest.mark.usefixtures("large")
def test_words_are_listed_for_near_ones_and_nothing_else_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Numbers, symbols, capitals and anchors are no words that a typing error could mean."""
    monkeypatch.setattr(index_module, "WORDS_FROM_FILES", 0)
    files = build_index(
        [paragraph(1, "StAR start 390,151 S/2023/780 whistle-blower")], language="en", glossary=()
    )
    assert keys_of(files, "words") == ["blower", "star", "start", "whistle", "whistleblower"]


def test_a_large_library_stays_small_too() -> None:
    """Twenty reports with their keys and postings: three quarters of their words when zipped.

    The more reports, the less: a hundred take 0.6 (docs/maintainers/benchmarks.md).
    """
    library = Library(2_300)
    files = build_index(library.entries(), language="en", glossary=library.glossary)
    words = sum(len(entry.text) + len(entry.title) for entry in library.entries())
    assert manifest_of(files)["keys"] != ""
    assert sum(map(len, files.values())) < 2 * words
    assert sum(len(zlib.compress(body, 9)) for body in files.values()) < 0.75 * words


def test_same_entries_same_bytes_and_names_follow_content() -> None:
    """Two builds agree byte for byte; a changed word changes the names of what holds it."""
    first = build_index(Library(230).entries(), language="en", glossary=Library(230).glossary)
    again = build_index(Library(230).entries(), language="en", glossary=Library(230).glossary)
    assert first == again
    assert list(first) == list(again)
    other = build_index([paragraph(1, "one")], language="en", glossary=())
    changed = build_index([paragraph(1, "two")], language="en", glossary=())
    assert set(other) & set(changed) >= {"manifest.js"}
    assert other["manifest.js"] != changed["manifest.js"]


@pytest.mark.usefixtures("large")
def test_files_are_named_by_what_they_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser may keep a file for ever: where a word changes, the name does."""
    monkeypatch.setattr(index_module, "HELD_BELOW", 0)
    one = build_index([paragraph(1, "one")], language="en", glossary=())
    two = build_index([paragraph(1, "two")], language="en", glossary=())
    assert manifest_of(one)["texts"] != manifest_of(two)["texts"]


def test_all_of_a_small_library_stands_in_its_manifest() -> None:
    """One file is one wait; and no sign in a text can part it from the rest."""
    files = build_index(
        [paragraph(1, "rivers\x1clakes")],
        language="en",
        glossary=(GlossaryTerm(short="R\x1cL", long="Rivers"),),
    )
    assert list(files) == ["manifest.js"]
    manifest = manifest_of(files)
    assert part_of(files, manifest["vocabulary"]).split("\t") == ["lakes", "rivers"]
    assert decode(part_of(files, manifest["texts"].split("\t")[-1]).split("\t")[-1]) == (1, 0)
    assert "R L" in part_of(files, manifest["glossary"].split("\t")[-1])


def test_a_small_library_has_texts_only_and_stays_small() -> None:
    """One report's index is at most 0.6 of its words when zipped, and twice when not."""
    library = Library(115)
    files = build_index(library.entries(), language="en", glossary=library.glossary)
    words = sum(len(entry.text) + len(entry.title) for entry in library.entries())
    assert manifest_of(files)["keys"] == ""
    assert sum(map(len, files.values())) < 2 * words
    assert sum(len(zlib.compress(body, 9)) for body in files.values()) < 0.6 * words


def test_an_empty_library_has_a_manifest() -> None:
    """A site without pages has a search that says so, not a missing file."""
    assert manifest_of(build_index([], language="en", glossary=()))["texts"] == ""


def test_keys_are_in_the_order_of_javascript() -> None:
    """It compares halves of letters beyond the first plane, and these stand before some others."""
    assert in_order(("\uff41", "\U0001d51e", "b", "a")) == ("a", "b", "\U0001d51e", "\uff41")
    assert in_order(("b", "#a", "a", "=A")) == ("#a", "=A", "a", "b")


def test_a_ring_leads_through_all_forms_of_a_word_and_back() -> None:
    """From any form every other with its stem is reached, whatever stands between them."""
    keys = in_order(
        ["extradite", "extradited", "extradition", "extra", "s/2023/780", "extraditions"]
    )
    steps = rings(keys, lambda words: [word[:8] for word in words])
    start = keys.index("extradited")
    at, met = start, []
    while True:
        at += steps[at]
        if at == start:
            break
        met.append(keys[at])
    assert sorted(met) == ["extradite", "extradition", "extraditions"]
    assert steps[keys.index("extra")] == 0


def test_levels_rise_with_frequency_and_fall_with_length() -> None:
    """A second mention weighs more, the same mention in a longer paragraph less."""
    assert level(1, 90) < level(4, 90)
    assert level(1, 900) < level(1, 30)
    assert level(1000, 1) == 20
    assert level(0.01, 10**6) == 1


def test_a_glossary_pair_is_found_from_both_sides() -> None:
    """The short form leads to the long and the long, folded, to the short."""
    files = build_index(
        [paragraph(1, "x")],
        language="en",
        glossary=(GlossaryTerm(short="StAR", long="Stolen Asset-Recovery"),),
    )
    name = manifest_of(files)["glossary"].split("\t")[-1]
    assert part_of(files, name).split("\x1e") == [
        "star\tStolen Asset-Recovery",
        "stolen asset recovery\tStAR",
    ]


def test_reports_are_listed_where_there_are_several() -> None:
    """Symbol, title, body, year and entries of each; of one report nobody has to choose."""
    fronts = [
        Entry(
            kind=Kind.FRONT,
            location=f"en/A/{number}/index.html",
            title=f"On {number}",
            symbol=f"A/{number}",
            organ=organ,
            date=date,
        )
        for number, organ, date in ((1, "General Assembly", "2024-03-13"), (2, "", ""))
    ]
    inside = Entry(kind=Kind.PARAGRAPH, location="en/A/1/i.html#p", title="", symbol="A/1")
    files = build_index([fronts[0], inside, fronts[1]], language="en", glossary=())
    facets: dict[str, str] = manifest_of(files)["facets"]  # type: ignore[assignment]
    rows = [row.split("\t") for row in part_of(files, facets["reports"]).split("\x1e")]
    assert rows == [
        ["A/1", "On 1", "General Assembly", "2024", "0", "1"],
        ["A/2", "On 2", "", "", "2", "2"],
    ]
    alone = build_index(fronts[:1], language="en", glossary=())
    assert "reports" not in manifest_of(alone)["facets"]

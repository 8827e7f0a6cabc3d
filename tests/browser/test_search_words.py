"""The browser cuts, folds and stems words exactly as the builder does."""

from __future__ import annotations

import itertools
import random
import re
from pathlib import Path

import pytest
import snowballstemmer
from playwright.sync_api import Page

from pilcrow.search.coding import checksum, encode
from pilcrow.search.words import Tokeniser, fold, prepare
from tests.browser.site_pages import REPORT

LOADED = "() => pilcrowSearch.ready().then(() => true)"
SUFFIXES = (
    "anci enci ogi li bli abli alli fulli lessli ousli entli aliti biliti iviti tional "
    "ational alism ation ization izer ator iveness fulness ousness ogist icate ative alize "
    "iciti ical ful ness ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment "
    "ement e l ll ed eed ing edly eedly ingly s ies ied sses us y ly"
).split()
OTHERS = {
    "french": (
        "fr",
        "abcdeilmnoprstuguyqe",
        "par col tap nia niqu aye quo joy sal bal auv",
        (
            "a abl able ables ai aient ais aise ait al amment ance ant ante as asse assions at "
            "ateur ation atrice aux ay e eau eaux eil eill el ell emment ement ements en ence "
            "enn er era erai eraient erez ett euse euses eus eux ez ic ie ier ies if ion ions "
            "ique iques ir irait iraient irent is isme isse issement issant iste it iv ive ives "
            "logie ment ments onn oux qu que s u usion ution y"
        ),
    ),
    "russian": (
        "ru",
        "абвгдеиклмнопрстуюяьщж",
        "",
        (
            "а ами ах ая в вши вшись его ее ей ейте ейш ейше ем ему ен ена ено ены ет ете ею "
            "ешь ев и ив ивш ивши ившись ие ией ий ила ило им ими ит ите ить их ишь ию ия й ла "
            "л ло н на нн нно ны о ов ого ое ой ом ому ост ость ою сь ся т ть у уй уйте ует ую "
            "ут уют ущ ующ ы ыв ывш ывши ые ый ыл ыло ым ыми ыт ых ь ье ью ья ю юю ют ющ я ям "
            "яя ят щ"
        ),
    ),
    "spanish": (
        "es",
        "abcdeilmnoprstuguy",
        "ll argu gu condu comp naci",
        (
            "a able abil ables aba abamos ad ada ado ador adora aciones acion amente amiento "
            "amos an ancia ando ante anza ar aran aria arian as ase aste at e ed en encia er es "
            "ian ible ic ica id idad iendo iera ieron imiento ir is ismo ista iv iva ivas ivo "
            "la le les lo los mente me nos o os oso osas se sela selas ucion uciones u gu gue "
            "guen yendo uyendo ya yan yeron yo yamos"
        ),
    ),
}
"""By language: its code, letters and beginnings of words, and endings that its stemmer knows."""
HEADS = (
    "arsen commun emerg gener inter later organ past univers even cann inn earr herr out succ proc "
    "exc d l t yo sk trav hop run sad"
).split()
TEXTS = [
    "Côte d'Ivoire, Côte d’Ivoire, COTE D`IVOIRE; whistle-blower—whistleblower",
    "390,151 and 390\u00a0151 users; $16.5 billion, US$ 5,137,418, 16,5 % and 1.234.567",
    "(S/2023/780), E/CN.15/2024/1. A/80/62–E/2025/12, A/81/6 (Sect. 16); and/or; 74/247",
    "E/2004/26-E/CN.5/2004/8, a/52/826-s/1998/222, A/RES/ES-11/1, 2023/24-en, x-1/y, 5-A/b-C/9",
    "StAR TRACK GlobE Prosecutor's States' GLO.ACT goIFAR Coding4Integrity 21st 2692 (2023)",
    "See https://track.unodc.org/track/en/x-2021/y.html or www.unodc.org/ji.",
    "İstanbul Straße Œuvre Łódź naïve ﬁne ½ x² Ελλάς ὈΔΥΣΣΕΎΣ",
    "联合国毒品 and A联合B; مُحَمَّد ـــ; О́рган Ёлка Йод и\u0306; e\u0301te\u0301 e\u0301",
    "_under_score_ a--b a-b-c -x- 'quoted' ’tis R&D U.N. No.5 para.54 3-year 15-16",
    "<script>alert(1)</script> \ud800 \udc00 😀 \x00 \t\n\u2028",
]


@pytest.mark.one_way
def test_words_are_cut_alike(page: Page, address: str, root: Path) -> None:
    """Every word of the report's source, and of hard texts, has the same keys in both."""
    page.goto(f"{address}{REPORT}/i.html")
    page.evaluate(LOADED)
    source = next((root / "reports").glob("*/source.en.md")).read_text("utf-8")
    texts = [*TEXTS, *source.split("\n")]
    texts = [text.encode("utf-8", "replace").decode() for text in texts]
    here = [
        [[list(word.parts), word.joined, list(word.aliases)] for word in Tokeniser().words(text)]
        for text in texts
    ]
    there = page.evaluate(
        """texts => texts.map(text => pilcrowSearch.words(text.normalize('NFC'))
            .map(({word}) => [word.parts, word.joined, word.aliases]))""",
        texts,
    )
    for text, ours, theirs in zip(texts, here, there, strict=True):
        # A word that is nothing but marks has no keys; the browser leaves it out.
        assert [word for word in ours if word[0]] == theirs, prepare(text)


@pytest.mark.one_way
def test_folding_and_checks_are_alike(page: Page, address: str) -> None:
    """Folded letters, decoded numbers and checksums agree."""
    page.goto(f"{address}{REPORT}/i.html")
    page.evaluate(LOADED)
    texts = [text.encode("utf-8", "replace").decode() for text in TEXTS]
    assert page.evaluate("texts => texts.map(pilcrowSearch.fold)", texts) == list(map(fold, texts))
    assert page.evaluate("texts => texts.map(pilcrowSearch.checksum)", texts) == list(
        map(checksum, texts)
    )
    long = "é" * 70_000
    assert page.evaluate("text => pilcrowSearch.checksum(text)", long) == checksum(long)
    numbers = [0, 61, 62, 90, 91, 1859, 1860, 65_535, 65_536, 2**31]
    assert page.evaluate("text => [...pilcrowSearch.decode(text)]", encode(numbers)) == numbers


@pytest.mark.one_way
def test_stems_are_alike(page: Page, address: str, root: Path) -> None:
    """Snowball's English stems, for the report's words and for every pair of endings."""
    page.goto(f"{address}{REPORT}/i.html")
    page.evaluate(LOADED)
    source = next((root / "reports").glob("*/source.en.md")).read_text("utf-8")
    words = set(re.findall("[a-z]+", source.lower()))
    words |= {
        head + "".join(ends)
        for head in HEADS
        for ends in itertools.product(["", *SUFFIXES[:20]], SUFFIXES)
    }
    chance = random.Random(5)  # noqa: S311 - nothing secret
    words |= {
        "".join(chance.choice("aeiouybcdglnrstvwxz") for _ in range(chance.randint(1, 6))) + end
        for end in SUFFIXES
        for _ in range(40)
    }
    ordered = sorted(words)
    expected = snowballstemmer.stemmer("english").stemWords(ordered)
    stems = page.evaluate("words => words.map(pilcrowSearch.stemmers.english)", ordered)
    wrong = [
        (word, ours, theirs)
        for word, ours, theirs in zip(ordered, expected, stems, strict=True)
        if ours != theirs
    ]
    assert not wrong


@pytest.mark.one_way
@pytest.mark.parametrize("language", sorted(OTHERS))
def test_stems_of_other_languages_are_alike(
    page: Page, address: str, root: Path, language: str
) -> None:
    """Snowball's stems of folded words, for pairs of its endings behind many beginnings."""
    page.goto(f"{address}{REPORT}/i.html")
    page.evaluate(LOADED)
    code, letters, first, endings = OTHERS[language]
    script = root / f"docs/assets/javascripts/search/stem-{code}.js"
    page.evaluate("text => (0, eval)(text)", script.read_text("utf-8"))
    chance = random.Random(6)  # noqa: S311 - nothing secret
    heads = ["".join(chance.choice(letters) for _ in range(length % 7)) for length in range(40)]
    words = sorted(
        {
            head + "".join(ends)
            for head in [*heads, *first.split()]
            for ends in itertools.product(["", *endings.split()[::3]], endings.split())
        }
    )
    expected = snowballstemmer.stemmer(language).stemWords(words)
    stems = page.evaluate(f"words => words.map(pilcrowSearch.stemmers.{language})", words)
    assert [
        found for found in zip(words, expected, stems, strict=True) if found[1] != found[2]
    ] == []


@pytest.mark.one_way
def test_near_words_are_all_those_within_so_many_edits(page: Page, address: str) -> None:
    """What rules most words out at a glance rules out none that is near."""
    page.goto(f"{address}{REPORT}/i.html")
    page.evaluate(LOADED)
    near, all_near = page.evaluate(
        """async typed => {
            const {library} = await pilcrowSearch.ready();
            const {keys} = await library.spelt(0);
            const words = keys.filter(key => /^\\p{L}/u.test(key));
            const near = [], all = [];
            for (const word of typed) for (const most of [1, 2, 3]) {
                const found = await pilcrowSearch.near(library, word, most, Infinity);
                near.push(found.map(one => one.key).sort());
                all.push(words.filter(key =>
                    key !== word && pilcrowSearch.edits(word, key, most) <= most).sort());
            }
            return [near, all];
        }""",
        ["exradition", "corruptoin", "traficking", "state", "côte", "zzzz"],
    )
    assert near == all_near
    assert sum(map(len, near)) > len(near)

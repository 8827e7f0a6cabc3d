"""References in running text: what is found, and where it leads."""

from __future__ import annotations

import pytest

from pilcrow.references import Kind, Reference, find_references

OWN = "E/CN.15/2024/5"
DOCS = "https://docs.un.org/en/"
CORRUPTION = "Conference of the States Parties to the United Nations Convention against Corruption"
CRIME = "Commission on Crime Prevention and Criminal Justice"


def found(text: str, *context: str) -> tuple[Reference, ...]:
    """The references of `text`, as of a paragraph of the seed report."""
    return find_references(text, own_symbol=OWN, context=context)


@pytest.mark.parametrize(
    ("text", "written", "symbol"),
    [
        ("(E/CN.15/2024/1). It", "E/CN.15/2024/1", "E/CN.15/2024/1"),
        ("one on 18 October (S/2023/780), and", "S/2023/780", "S/2023/780"),
        ("see A/80/62–E/2025/12.", "A/80/62–E/2025/12", "A/80/62"),
        ("(A/52/682-S/1997/894),", "A/52/682-S/1997/894", "A/52/682"),
        ("E/2005/43-E/C.19/2005/9;", "E/2005/43-E/C.19/2005/9", "E/2005/43"),
        ("A/80/62–\u2060E/2025/12", "A/80/62–\u2060E/2025/12", "A/80/62"),
        ("in S/2025/71/Rev.1 and", "S/2025/71/Rev.1", "S/2025/71/Rev.1"),
        ("A/80/604/Add.13.", "A/80/604/Add.13", "A/80/604/Add.13"),
        ("A/80/604* was", "A/80/604*", "A/80/604"),
        ("A/81/6 (Sect. 16) and", "A/81/6 (Sect. 16)", "A/81/6(Sect.16)"),
        ("(A/80/5 (Vol. II)).", "A/80/5 (Vol. II)", "A/80/5(Vol.II)"),
        ("(A/80/596 (advance version)), the", "A/80/596", "A/80/596"),
        ("A/HRC/WG.6/34/ITA/3", "A/HRC/WG.6/34/ITA/3", "A/HRC/WG.6/34/ITA/3"),
        ("Peru (CCPR/C/95/D/1457/2006),", "CCPR/C/95/D/1457/2006", "CCPR/C/95/D/1457/2006"),
        ("4 CCPR/C/21/Rev.1/Add.5, para. 7", "CCPR/C/21/Rev.1/Add.5", "CCPR/C/21/Rev.1/Add.5"),
        ("CAC/COSP/2023/CRP.1", "CAC/COSP/2023/CRP.1", "CAC/COSP/2023/CRP.1"),
        ("CTOC/COP/WG.2/2024/2", "CTOC/COP/WG.2/2024/2", "CTOC/COP/WG.2/2024/2"),
        (
            "ECE/TRADE/C/CEFACT/2019/INF.2",
            "ECE/TRADE/C/CEFACT/2019/INF.2",
            "ECE/TRADE/C/CEFACT/2019/INF.2",
        ),
        (
            "ESCAP/MIPAA/IGM.3/2022/3/Add.1",
            "ESCAP/MIPAA/IGM.3/2022/3/Add.1",
            "ESCAP/MIPAA/IGM.3/2022/3/Add.1",
        ),
        ("HRI/GEN/1/Rev.9", "HRI/GEN/1/Rev.9", "HRI/GEN/1/Rev.9"),
        ("ST/SGB/2019/2", "ST/SGB/2019/2", "ST/SGB/2019/2"),
        ("ST/ESA/SER.A/420", "ST/ESA/SER.A/420", "ST/ESA/SER.A/420"),
        ("TD/B/71/2", "TD/B/71/2", "TD/B/71/2"),
        ("UNEP/OzL.Pro.35/12", "UNEP/OzL.Pro.35/12", "UNEP/OzL.Pro.35/12"),
        ("FCCC/PA/CMA/2018/3/Add.1", "FCCC/PA/CMA/2018/3/Add.1", "FCCC/PA/CMA/2018/3/Add.1"),
        ("ISBA/29/C/5", "ISBA/29/C/5", "ISBA/29/C/5"),
        ("DP/2024/10", "DP/2024/10", "DP/2024/10"),
        ("CD/2311", "CD/2311", "CD/2311"),
        ("A/S-32/2", "A/S-32/2", "A/S-32/2"),
        ("A/ES-10/PV.31", "A/ES-10/PV.31", "A/ES-10/PV.31"),
        ("(S/PV.4097)", "S/PV.4097", "S/PV.4097"),
        ("S/PRST/1997/55", "S/PRST/1997/55", "S/PRST/1997/55"),
        ("A/CONF.171/13/Rev.1", "A/CONF.171/13/Rev.1", "A/CONF.171/13/Rev.1"),
        ("(S/23900), I", "S/23900", "S/23900"),
    ],
)
def test_a_symbol_leads_to_its_document(text: str, written: str, symbol: str) -> None:
    """The span is the symbol as printed; the address has neither spaces nor an asterisk."""
    (reference,) = found(text)
    assert (reference.kind, reference.text) == (Kind.SYMBOL, written)
    assert (reference.symbol, reference.address) == (symbol, DOCS + symbol)
    assert reference.verified


def test_a_run_of_documents_is_two_references() -> None:
    """A dash between documents of one series joins two documents, not one doubled symbol."""
    assert [each.symbol for each in found("S/2023/101–S/2023/105")] == ["S/2023/101", "S/2023/105"]


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "the 2023/24 session",
        "on 13/3/2024",
        "TCP/IP",
        "N/A",
        "s/he",
        "24/7",
        "../../etc/passwd",
        "/srv/A/80/62",
        "docs/en/E/CN.15/2024/1",
        "E/CN.15/2024/1.html",
        "C:\\A\\80\\62",
        "A/80/../62",
        "a/80/62",
        "E/CN.15 is a series",
        "see A/2",
        "input/A/80/62",
        "HIV/AIDS",
        "A/B testing",
        "influenza A/H1N1",
        "xA/80/62",
        "user@A/80/62",
        "A/80/62abc",
        "UN/CEFACT",
        "CM/ResCMN (2017)",
        "S/",
        "1/2024",
        "EB 2022/137/R.6",
        "16/30 on cooperation",
        "S/RES/1325",
    ],
)
def test_words_dates_and_paths_are_no_symbols(text: str) -> None:
    """What merely has slashes stays text."""
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "body", "number", "path"),
    [
        (
            "to General Assembly resolution 74/247, held",
            "General Assembly",
            "74/247",
            "A/RES/74/247",
        ),
        ("Assembly resolution 74/247", "General Assembly", "74/247", "A/RES/74/247"),
        ("resolution 74/247 of the General Assembly", "General Assembly", "74/247", "A/RES/74/247"),
        ("the Assembly, in resolution 58/134, also", "General Assembly", "58/134", "A/RES/58/134"),
        (
            "By its resolution 79/307, the General Assembly",
            "General Assembly",
            "79/307",
            "A/RES/79/307",
        ),
        (
            "In paragraph 2 of its resolution 79/307 of 1 May 2025, the Assembly",
            "General Assembly",
            "79/307",
            "A/RES/79/307",
        ),
        ("General Assembly resolution S-32/1", "General Assembly", "S-32/1", "A/RES/S-32/1"),
        ("General Assembly resolution ES-11/1", "General Assembly", "ES-11/1", "A/RES/ES-11/1"),
        (
            "General Assembly resolution 217 A (III)",
            "General Assembly",
            "217 A (III)",
            "A/RES/217(III)",
        ),
        ("Assembly resolution 3201 (S-VI)", "General Assembly", "3201 (S-VI)", "A/RES/3201(S-VI)"),
        (
            "General Assembly resolution 2625 (XXV)",
            "General Assembly",
            "2625 (XXV)",
            "A/RES/2625(XXV)",
        ),
        (
            "Security Council resolution 2692 (2023), UNODC",
            "Security Council",
            "2692 (2023)",
            "S/RES/2692(2023)",
        ),
        (
            "Security  Council  resolution 1272  (1999)",
            "Security Council",
            "1272 (1999)",
            "S/RES/1272(1999)",
        ),
        ("bare resolution 982 (1995)", "Security Council", "982 (1995)", "S/RES/982(1995)"),
        ("Council resolution 1540 (2004)", "Security Council", "1540 (2004)", "S/RES/1540(2004)"),
        ("S/RES/2692 (2023)", "Security Council", "2692 (2023)", "S/RES/2692(2023)"),
        ("resolution A/RES/70/1", "General Assembly", "70/1", "A/RES/70/1"),
        ("A/RES/78/250 B of 1 July", "General Assembly", "78/250 B", "A/RES/78/250B"),
        (
            "Economic and Social Council resolution 2024/15",
            "Economic and Social Council",
            "2024/15",
            "E/RES/2024/15",
        ),
        ("Human Rights Council resolution 48/3", "Human Rights Council", "48/3", "A/HRC/RES/48/3"),
        (
            "the Human Rights Council, in its resolution 33/25, amended",
            "Human Rights Council",
            "33/25",
            "A/HRC/RES/33/25",
        ),
    ],
)
def test_a_resolution_leads_to_its_symbol(text: str, body: str, number: str, path: str) -> None:
    """The body comes from the same sentence, the address from the body's rule."""
    (reference,) = found(text)
    assert (reference.kind, reference.body, reference.number) == (Kind.RESOLUTION, body, number)
    assert (reference.symbol, reference.address) == (path, DOCS + path)
    assert reference.verified


@pytest.mark.parametrize(
    ("text", "kind", "path", "word"),
    [
        (
            "Economic and Social Council decision 2023/330",
            Kind.DECISION,
            "E/DEC/2023/330",
            "compiled",
        ),
        (f"{CRIME} resolution 31/1", Kind.RESOLUTION, "E/2022/30", "E/2022/30"),
        ("General Assembly resolution 78/250 B", Kind.RESOLUTION, "A/RES/78/250B", "lettered"),
        ("General Assembly resolution 52/211 B", Kind.RESOLUTION, "A/RES/52/211", "lettered"),
    ],
)
def test_an_unverified_address_says_so(text: str, kind: Kind, path: str, word: str) -> None:
    """What nobody has checked is linked, marked, and explained."""
    (reference,) = found(text)
    assert (reference.kind, reference.address, reference.verified) == (kind, DOCS + path, False)
    assert word in (reference.note or "")


def test_assembly_decisions_have_their_own_series() -> None:
    """A decision and a resolution of one number are different documents."""
    decision, resolution = found("Assembly decision 78/402 and Assembly resolution 78/402")
    assert (decision.address, resolution.address) == (DOCS + "A/DEC/78/402", DOCS + "A/RES/78/402")
    assert decision.key != resolution.key


@pytest.mark.parametrize(
    "text",
    [
        "Conference resolution 4/6, a briefing",
        "resolution 10/1 was adopted",
        "Parliamentary Assembly resolution 2299 (2019)",
        "National Assembly resolution 74/247",
        "World Health Assembly resolution 74/7",
        "Council of Europe resolution 74/247",
        "Executive Board decision 2023/4",
        "Commission on the Status of Women resolution 60/2",
        "Security Council resolution 74/247",
        "General Assembly resolution 10/1",
        "The Human Rights Council met. Pursuant to resolution 48/3, a report was made.",
        "The General Assembly and the Human Rights Council considered resolution 48/3.",
        "the Council adopted resolution 48/3",
        "Economic and Social Council resolution 1296 (XLIV)",
    ],
)
def test_no_link_rather_than_a_wrong_one(text: str) -> None:
    """A number whose body is unknown, unclear or impossible is listed without an address."""
    (reference,) = found(text)
    assert reference.number is not None
    assert (reference.address, reference.verified) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "Council Decision 2008/615/JHA",
        "the court's decision 12/2019",
        "resolution 1, annexes I",
        "conflict resolution",
        "decision-making",
        "a decision of 5/6 members",
    ],
)
def test_other_numbers_are_no_resolutions(text: str) -> None:
    """Only the forms that United Nations bodies use are recognised."""
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "spans", "paths"),
    [
        (
            "resolutions 982 (1995) and 987 (1995)",
            ["resolutions 982 (1995)", "987 (1995)"],
            ["S/RES/982(1995)", "S/RES/987(1995)"],
        ),
        (
            "resolutions 982 (1995) of 31 March 1995 and 987 (1995) of 19 April 1995",
            ["resolutions 982 (1995)", "987 (1995)"],
            ["S/RES/982(1995)", "S/RES/987(1995)"],
        ),
        (
            "General Assembly resolutions 66/181, 67/186 and 68/188",
            ["General Assembly resolutions 66/181", "67/186", "68/188"],
            ["A/RES/66/181", "A/RES/67/186", "A/RES/68/188"],
        ),
        (
            "resolutions 66/181 and 67/186 of the General Assembly",
            ["resolutions 66/181", "67/186"],
            ["A/RES/66/181", "A/RES/67/186"],
        ),
        (
            "resolutions of the General Assembly 66/181 and 67/186",
            ["resolutions of the General Assembly 66/181", "67/186"],
            ["A/RES/66/181", "A/RES/67/186"],
        ),
        (
            "General Assembly and Security Council resolutions 46/182 and 1325 (2000)",
            ["resolutions 46/182", "1325 (2000)"],
            ["A/RES/46/182", "S/RES/1325(2000)"],
        ),
        (
            "General Assembly resolution 70/1 and Human Rights Council resolution 48/3",
            ["General Assembly resolution 70/1", "Human Rights Council resolution 48/3"],
            ["A/RES/70/1", "A/HRC/RES/48/3"],
        ),
        (
            "General Assembly resolutions 78/250 and 2025/26 estimates",
            ["General Assembly resolutions 78/250"],
            ["A/RES/78/250"],
        ),
    ],
)
def test_each_number_of_a_list_is_its_own_link(
    text: str, spans: list[str], paths: list[str]
) -> None:
    """One head, several numbers: every number has its span and address."""
    references = found(text)
    assert [reference.text for reference in references] == spans
    assert [reference.address for reference in references] == [DOCS + path for path in paths]


RUN_IN = (
    f"The tenth session of the {CORRUPTION} was held in Atlanta. Actions taken by the Conference "
    "included the adoption of the following resolutions: (a) resolution 10/1, entitled “Atlanta "
    "2023”; (b) resolution 10/2, on strengthening; and (l) resolution 10/12, on incentives. At the "
    f"same session, the Conference adopted decision 10/1, entitled “Venue for the {CORRUPTION}”, "
    "and decision 10/2 (see CAC/COSP/2023/21)."
)


def test_a_run_in_list_links_every_member() -> None:
    """The short name of the body is filled in from the full name in the same paragraph."""
    *adopted, symbol = found(RUN_IN)
    assert [reference.text for reference in adopted] == [
        "resolution 10/1",
        "resolution 10/2",
        "resolution 10/12",
        "decision 10/1",
        "decision 10/2",
    ]
    assert {reference.body for reference in adopted} == {CORRUPTION}
    assert {each.address for each in found(RUN_IN)} == {DOCS + "CAC/COSP/2023/21"}
    assert len({reference.key for reference in (*adopted, symbol)}) == 6


def test_a_short_name_is_read_from_earlier_text() -> None:
    """With the full name in the context the Conference is known, and 10/3 has an address."""
    (reference,) = found("The Conference adopted resolution 10/3.", f"The {CORRUPTION} met.")
    assert (reference.body, reference.address) == (CORRUPTION, DOCS + "CAC/COSP/2023/21")


def test_a_short_name_with_two_meanings_stays_short() -> None:
    """Two Conferences in the context: the short name, and no address."""
    other = "Conference of the Parties to the United Nations Convention against Transnational "
    (reference,) = found(
        "The Conference adopted resolution 10/3.",
        f"The {CORRUPTION} met.",
        f"{other}Organized Crime",
    )
    assert (reference.body, reference.address) == ("Conference", None)


def test_a_session_of_unknown_place_has_no_address() -> None:
    """Conference resolution 4/6 is that Conference's, but its holding document is not known."""
    (reference,) = found("with Conference resolution 4/6, a briefing", f"The {CORRUPTION} met.")
    assert (reference.body, reference.address) == (CORRUPTION, None)


def test_one_document_has_one_key_however_it_is_cited() -> None:
    """A resolution's symbol and its number are the same document."""
    first, second = found("Security Council resolution 2692 (2023) (S/RES/2692 (2023))")
    assert first.key == second.key


@pytest.mark.parametrize(
    ("text", "written", "address"),
    [
        (
            "Available at https://track.unodc.org/.",
            "https://track.unodc.org/",
            "https://track.unodc.org/",
        ),
        (
            "its website (www.unodc.org/ji), including",
            "www.unodc.org/ji",
            "https://www.unodc.org/ji",
        ),
        ("“http://example.org/a_(b)” and", "http://example.org/a_(b)", "http://example.org/a_(b)"),
        (
            "(see https://example.org/x?y=1&z=2#w);",
            "https://example.org/x?y=1&z=2#w",
            "https://example.org/x?y=1&z=2#w",
        ),
        ("<https://example.org>", "https://example.org", "https://example.org"),
        (
            "at https://docs.un.org/en/S/2023/780,",
            "https://docs.un.org/en/S/2023/780",
            "https://docs.un.org/en/S/2023/780",
        ),
        ("https://www.ohchr.org/en/calls-for- input", "https://www.ohchr.org/en/calls-for-", None),
    ],
)
def test_a_web_address_ends_before_the_punctuation(
    text: str, written: str, address: str | None
) -> None:
    """The sentence's own marks are not part of the address; a cut address is not linked."""
    (reference,) = found(text)
    assert (reference.kind, reference.text, reference.address) == (Kind.URL, written, address)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://x.org", "http://", "www.", "www", "data:text/html,x"]
)
def test_other_schemes_are_text(text: str) -> None:
    """Only http and https are addresses."""
    assert found(text) == ()


def test_another_language_changes_the_address_only() -> None:
    """The language is the first part of the path."""
    (reference,) = find_references("S/2023/780", own_symbol=None, language="fr")
    assert reference.address == "https://docs.un.org/fr/S/2023/780"


def test_an_unofficial_language_is_refused() -> None:
    """docs.un.org has six languages."""
    with pytest.raises(ValueError, match="'de' is no official language"):
        find_references("S/2023/780", own_symbol=None, language="de")

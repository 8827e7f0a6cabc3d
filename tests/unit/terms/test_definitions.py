"""Long forms: found by letters or by name, exactly as far as the name goes."""

from __future__ import annotations

import pytest

from pilcrow.terms import find_definitions
from pilcrow.terms.schwartz_hearst import best_long_form, longest, share_of_initials


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "on the activities of the United Nations Office on Drugs and Crime (UNODC) related",
            "UNODC",
            "United Nations Office on Drugs and Crime",
        ),
        (
            (
                "secure module of the Sharing Electronic Resources and Laws on Crime "
                "(SHERLOC) knowledge"
            ),
            "SHERLOC",
            "Sharing Electronic Resources and Laws on Crime",
        ),
        (
            (
                "under the UNODC Transforming Alerts into Criminal Justice Responses "
                "to Combat Trafficking "
                "in Persons within Migration Flows (TRACK4TIP) regional initiative"
            ),
            "TRACK4TIP",
            (
                "Transforming Alerts into Criminal Justice Responses to Combat "
                "Trafficking in Persons "
                "within Migration Flows"
            ),
        ),
        (
            (
                "coordinator of the Inter-Agency Coordination Group against "
                "Trafficking in Persons (ICAT), a"
            ),
            "ICAT",
            "Inter-Agency Coordination Group against Trafficking in Persons",
        ),
        (
            "April 2022, the Knowledge Hub on Human Trafficking and Migrant Smuggling (KNOWTS) has",
            "KNOWTS",
            "Knowledge Hub on Human Trafficking and Migrant Smuggling",
        ),
        (
            "of the International Criminal Police Organization (INTERPOL) and",
            "INTERPOL",
            "International Criminal Police Organization",
        ),
        (
            (
                "the framework of the strengthening transregional action and responses "
                "against the smuggling "
                "of migrants (STARSOM) initiative"
            ),
            "STARSOM",
            "strengthening transregional action and responses against the smuggling of migrants",
        ),
        (
            (
                "(Operation Armstrong, conducted jointly with the European "
                "Multidisciplinary Platform against "
                "Criminal Threats (EMPACT) Firearms project)"
            ),
            "EMPACT",
            "European Multidisciplinary Platform against Criminal Threats",
        ),
        (
            "support to the Ibero-American Association of Public Prosecutors (AIAMP), through",
            "AIAMP",
            "Ibero-American Association of Public Prosecutors",
        ),
        (
            "namely, the Ibero-American Network of Anti-Drug Prosecutors (RFAI) and",
            "RFAI",
            "Ibero-American Network of Anti-Drug Prosecutors",
        ),
        (
            "(RFAI) and the International Cooperation Network in Criminal Matters (REDCOOP), in",
            "REDCOOP",
            "International Cooperation Network in Criminal Matters",
        ),
        (
            (
                "the Specialized Meeting of Public Prosecutors of the Southern Common "
                "Market (MERCOSUR), x"
            ),
            "MERCOSUR",
            "Southern Common Market",
        ),
        (
            (
                "support the Network of West African Central Authorities and "
                "Prosecutors against Organized "
                "Crime (WACAP) and"
            ),
            "WACAP",
            "Network of West African Central Authorities and Prosecutors against Organized Crime",
        ),
        (
            "The Tools and Resources for Anti-Corruption Knowledge (TRACK) online portal",
            "TRACK",
            "Tools and Resources for Anti-Corruption Knowledge",
        ),
        (
            "INTERPOL and the International Olympic Committee (IOC), a",
            "IOC",
            "International Olympic Committee",
        ),
        (
            "contributed to the Fédération Internationale de Football Association (FIFA) Integrity",
            "FIFA",
            "Fédération Internationale de Football Association",
        ),
        ("through the Stolen Asset Recovery (StAR) Initiative", "StAR", "Stolen Asset Recovery"),
        (
            "StAR organized the Global Forum on Asset Recovery (GFAR) Action Series",
            "GFAR",
            "Global Forum on Asset Recovery",
        ),
        (
            "with the United Nations Development Programme (UNDP), the",
            "UNDP",
            "United Nations Development Programme",
        ),
        (
            "and the Organisation for Economic Co-operation and Development (OECD) in",
            "OECD",
            "Organisation for Economic Co-operation and Development",
        ),
        (
            "with the North Atlantic Treaty Organization (NATO) Building",
            "NATO",
            "North Atlantic Treaty Organization",
        ),
        (
            "of the European Union Agency for Law Enforcement Cooperation (Europol).",
            "Europol",
            "European Union Agency for Law Enforcement Cooperation",
        ),
        (
            "the European Union Agency for Criminal Justice Cooperation (Eurojust), Europol",
            "Eurojust",
            "European Union Agency for Criminal Justice Cooperation",
        ),
        ("adopted by the Group of 20 (G20) Anti-Corruption", "G20", "Group of 20"),
        (
            "partnered with the Center to Combat Corruption and Cronyism (C4), a",
            "C4",
            "Center to Combat Corruption and Cronyism",
        ),
        (
            "Operation SAMA (Saving Wildlife through Multilateral Cooperation in Africa), to",
            "SAMA",
            "Saving Wildlife through Multilateral Cooperation in Africa",
        ),
        (
            (
                "Network Disruption, the Judicial Cooperation Network for Central Asia "
                "and Southern Caucasus "
                "(CASC Network) and"
            ),
            "CASC Network",
            "Judicial Cooperation Network for Central Asia and Southern Caucasus",
        ),
        (
            (
                "The Global Operational Network of Anti-Corruption Law Enforcement "
                "Authorities (Globe "
                "Network), established"
            ),
            "Globe Network",
            "Global Operational Network of Anti-Corruption Law Enforcement Authorities",
        ),
        (
            (
                "The Global Operational Network of Anti-Corruption Law Enforcement "
                "Authorities ([GlobE "
                "Network]), established"
            ),
            "GlobE Network",
            "Global Operational Network of Anti-Corruption Law Enforcement Authorities",
        ),
        ("The gross domestic product (GDP) is", "GDP", "gross domestic product"),
        ("and non-governmental organizations (NGOs) and", "NGOs", "non-governmental organizations"),
        (
            "the  Armed Forces for the National Liberation of East Timor  (FALINTIL)  have",
            "FALINTIL",
            "Armed Forces for the National Liberation of East Timor",
        ),
        (
            "the National Council of Timorese Resistance (CNRT), through",
            "CNRT",
            "National Council of Timorese Resistance",
        ),
        (
            "The Organization of the Islamic Conference (OIC) met",
            "OIC",
            "Organization of the Islamic Conference",
        ),
        (
            "The East Timor National Liberation Front (FRETILIN), the",
            "FRETILIN",
            "East Timor National Liberation Front",
        ),
        (
            "the United Nations Educational, Scientific and Cultural Organization (UNESCO) and",
            "UNESCO",
            "United Nations Educational, Scientific and Cultural Organization",
        ),
        (
            "the United Nations Centre for Trade Facilitation and Electronic Business (UN/CEFACT).",
            "UN/CEFACT",
            "United Nations Centre for Trade Facilitation and Electronic Business",
        ),
        (
            "United Nations Human Settlements Programme (UN-Habitat) for",
            "UN-Habitat",
            "United Nations Human Settlements Programme",
        ),
        ("Internet of Things (“IoT”) refers", "IoT", "Internet of Things"),
        ("the World Health Organization (WHO; see A/52/536)", "WHO", "World Health Organization"),
    ],
)
def test_a_short_form_gets_its_long_form(text: str, short: str, long: str) -> None:
    """The long form has no article, no verb and no owner; the span is the short form."""
    assert [(each.short, each.long) for each in find_definitions(text)][-1] == (short, long)
    last = find_definitions(text)[-1]
    assert text[last.start : last.end] == short


@pytest.mark.parametrize(
    "text",
    [
        "advisers were active in Fiji (for the Pacific), Serbia (for South-Eastern Europe)",
        "in Argentina, Bolivia (Plurinational State of), Botswana",
        "the thirty-third session of the Commission (E/CN.15/2024/1). It contains",
        "the following resolutions: (a) resolution 10/1; (b) resolution 10/2",
        "strengthen Anti-Corruption Authorities (see A/52/536)",
        "Security Council resolution 2692 (2023)",
        "Universal Declaration, 217 A (III)",
        "Lieutenant General Boonsrang Niumpradit (Thailand) replaced",
        "Force Commander, Lieutenant General Jaime de los Santos (Philippines) as",
        "one Legal Officer (P-4) and one Military Officer (D-1)",
        "Mr. John Smith (WHO) said",
        "Presentation by Tabitha Robin (Martens) at",
        "Board of Auditors (Vol. II)",
        "Women's World Cup (May 2023)",
        "to Kenya (12), Norway (UK)",
        "Andrew Norton (UK)",
        "countries (Holy See and State of Palestine)",
        "NATO (ABC)",
        "the committee (ABC) met",
        "Annex Two (II)",
        "Working Group (Rev.1)",
        "(UNODC) alone",
        "",
        "(",
        ")",
        "()",
        "( )",
    ],
)
def test_other_brackets_define_nothing(text: str) -> None:
    """Places, symbols, list marks, years, posts, people and volumes are no terms."""
    assert find_definitions(text) == ()


def test_the_letters_are_found_from_right_to_left() -> None:
    """The paper's method, its length limit included."""
    assert best_long_form("HMM", "uses a hidden Markov model") == "hidden Markov model"
    assert best_long_form("XYZ", "uses a hidden Markov model") is None
    assert (longest("UN"), longest("UNODC")) == (4, 10)


def test_chance_is_told_from_intent() -> None:
    """Letters from the middle of words count for little."""
    chance = share_of_initials(
        "MERCOSUR", "Meeting of Public Prosecutors of the Southern Common Market"
    )
    intent = share_of_initials("INTERPOL", "International Criminal Police Organization")
    assert (chance, intent) == (0.5, 1.0)

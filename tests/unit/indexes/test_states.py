"""States, regions and groups named in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.indexes.state_names import state_named, states
from pilcrow.indexes.states import find_states, states_named

_NAMED = {
    "the Niger and Nigeria": ["Niger", "Nigeria"],
    "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea": [
        "Guinea",
        "Guinea-Bissau",
        "Equatorial Guinea",
        "Papua New Guinea",
    ],
    "Dominica and the Dominican Republic": ["Dominica", "Dominican Republic"],
    "the Congo and the Democratic Republic of the Congo": [
        "Congo",
        "Democratic Republic of the Congo",
    ],
    "South Sudan": ["South Sudan"],
    "the Sudan": ["Sudan"],
    "Samoa and American Samoa": ["Samoa", "American Samoa"],
    "Ireland": ["Ireland"],
    "the United Kingdom of Great Britain and Northern Ireland": [
        "United Kingdom of Great Britain and Northern Ireland"
    ],
    "a court in Northern Ireland": [],
    "the Republic of Korea": ["Republic of Korea"],
    "the Democratic People's Republic of Korea": ["Democratic People's Republic of Korea"],
    "Bolivia (Plurinational State of), Botswana": ["Bolivia (Plurinational State of)", "Botswana"],
    "Iran (Islamic Republic of)": ["Iran (Islamic Republic of)"],
    "Viet Nam and Côte d’Ivoire": ["Viet Nam", "Côte d'Ivoire"],
    "Viet Nam and Côte d'Ivoire": ["Viet Nam", "Côte d'Ivoire"],
    "the State of Palestine and the Holy See": ["State of Palestine", "Holy See"],
    "the Kingdom of the Netherlands": ["Kingdom of the Netherlands"],
    "Türkiye, then Turkey": ["Türkiye"],
    "the United States and Canada": ["United States of America", "Canada"],
    "the Iraq-Kuwait boundary": ["Iraq", "Kuwait"],
    "a prison in New Mexico": [],
    "piracy in the Gulf of Guinea and the Indian Ocean": [],
    "Mr. Jordan spoke": [],
    "Ms. Georgia Smith spoke": [],
    "Michael Jordan spoke in Jordan": ["Jordan"],
    "In Chad, Georgia and Jordan": ["Chad", "Georgia", "Jordan"],
    "the Government of Chad": ["Chad"],
    "Nigeriens": [],
    "the Financial Investigation Agency of Chad": ["Chad"],
    "Georgia Meloni met Chad Smith, who spoke": [],
    "President Chad Brown and Judge Jordan": [],
    "King Abdullah of Jordan": ["Jordan"],
    "in Tbilisi, Georgia": ["Georgia"],
    "in Atlanta, Georgia": [],
    "the state of Georgia": [],
    "Georgia (United States)": ["United States of America"],
    "the Jordan Valley and the river Niger": [],
    "US and U.S. officials and the USA": ["United States of America"],
    "US$ 1.2 million and US$5": [],
    "thousands of United States dollars": [],
    "30 Singapore dollars": [],
    "China, Hong Kong SAR, and China": ["Hong Kong, China", "China"],
    "Chinese Taipei": [],
    "Netherlands (Kingdom of the)": ["Kingdom of the Netherlands"],
    "the former Yugoslav Republic of Macedonia": ["North Macedonia"],
    "the DPRK and DR Congo": [
        "Democratic People's Republic of Korea",
        "Democratic Republic of the Congo",
    ],
    "Korea": [],
    "São Tomé and Príncipe": ["Sao Tome and Principe"],
    "St Lucia and St. Lucia": ["Saint Lucia"],
    "the Libyan Arab Jamahiriya and Zaire": ["Libya", "Democratic Republic of the Congo"],
    "Western Samoa": ["Samoa"],
    "the Mexican Gulf, the Indian subcontinent, the West Indies": [],
    "Member States and States parties": [],
}
_ADJECTIVES = {
    "the extradition of a Belgian citizen": ["Belgium"],
    "the South African National Council": ["South Africa"],
    "the Royal Thai Police": ["Thailand"],
    "French and Spanish troops": ["France", "Spain"],
    "the Spanish-language version": [],
    "available in Spanish)": [],
    "in English, French and Spanish": [],
    "in French, Russian and Spanish.": [],
    "Portuguese-speaking countries": [],
    "Congolese and Dominican officials": [],
    "Latin American and Ibero-American networks": [],
    "the Organization of American States": [],
    "Nigerien and Nigerian forces": ["Niger", "Nigeria"],
    "the Israeli-Palestinian conflict": ["Israel", "State of Palestine"],
    "the Sino-Indian border and non-Turkish ships": ["India", "Türkiye"],
    "Swiss francs and Danish kroner": [],
    "the Pan American Health Organization, Native Americans": [],
    "the American Indian": [],
    "an American citizen": ["United States of America"],
    "the Equatorial Guinean authorities": ["Equatorial Guinea"],
}
_FORMER = {
    "the former Yugoslavia": "Yugoslavia",
    "the Federal Republic of Yugoslavia (Serbia and Montenegro)": "Yugoslavia",
    "the Soviet Union": "Union of Soviet Socialist Republics",
    "the German Democratic Republic": "German Democratic Republic",
    "the Netherlands Antilles": "Netherlands Antilles",
}
_AREAS = {
    "the Western Balkans": ["Western Balkans"],
    "West and Central Africa": ["West and Central Africa"],
    "Latin America and the Caribbean": ["Latin America and the Caribbean"],
    "the Caribbean Community and the European Union": ["Caribbean Community", "European Union"],
    "the African Union": ["African Union"],
    "West African countries": ["West Africa"],
    "the Southern African Development Community": ["Southern African Development Community"],
    "South-East Asian countries": ["South-East Asia"],
    "the Council of Europe": ["Council of Europe"],
    "Africa": ["Africa"],
}


@pytest.mark.parametrize(("text", "names"), _NAMED.items(), ids=list(_NAMED))
def test_names_the_states_by_their_short_names(text: str, names: list[str]) -> None:
    """The longest name wins, and what only looks like a State is none."""
    assert list(states_named(text)) == names


@pytest.mark.parametrize(("text", "names"), _ADJECTIVES.items(), ids=list(_ADJECTIVES))
def test_marks_adjectives_and_leaves_out_languages(text: str, names: list[str]) -> None:
    """An adjective that can mean one State only is a mention of it, marked as such."""
    assert [found.name for found in find_states(text) if found.rule == "adjective"] == names


@pytest.mark.parametrize(("text", "name"), _FORMER.items(), ids=list(_FORMER))
def test_keeps_states_that_are_no_more_apart(text: str, name: str) -> None:
    """They are named as themselves: no State of today stands for them."""
    assert [(found.name, found.rule) for found in find_states(text)] == [(name, "former-state")]


@pytest.mark.parametrize(("text", "names"), _AREAS.items(), ids=list(_AREAS))
def test_keeps_regions_and_groups_apart(text: str, names: list[str]) -> None:
    """A region or a group of States is one mention, and no State's."""
    found = list(find_states(text))
    assert [area.name for area in found] == names
    assert {area.group for area in found} <= {"Regions", "Groups of States"}


def test_every_state_is_found_by_its_own_name_and_has_a_region() -> None:
    """No name is swallowed by another, and each stands in a region of the United Nations."""
    for state in states():
        assert states_named(f"It is {state.name}, as said.") == (state.name,)
        assert state.region in {"Africa", "Americas", "Asia", "Europe", "Oceania"}
        assert state.subregion
    members = "Kiribati, Montenegro, South Sudan, Timor-Leste, Tuvalu, Micronesia".split(", ")
    assert all(state_named(name) for name in members[:-1])
    assert state_named("Micronesia") is None


@given(st.text(max_size=200))
def test_reads_any_text(text: str) -> None:
    """Whatever stands there, what is found stands there in order without overlaps."""
    reached = 0
    for found in find_states(text):
        assert reached <= found.start < found.end <= len(text)
        reached = found.end

"""Regions of the world and groups of States, by the names reports give them.

No library keeps these as UN reports write them; each stands here once, with its other spellings
and its adjective where that means nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A region, or a group of States."""

    name: str
    other_names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


def _areas(table: str) -> tuple[Area, ...]:
    """One area a line: name; other names; adjectives, each parted by commas."""
    areas: list[Area] = []
    for line in table.strip().splitlines():
        name, others, adjectives = [*line.split(";"), "", ""][:3]
        areas.append(
            Area(name=name.strip(), other_names=_words(others), adjectives=_words(adjectives))
        )
    return tuple(areas)


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


REGIONS = _areas(
    """
Africa;; African
Americas; the Americas
Antarctica
Asia;; Asian
Asia and the Pacific; Asia-Pacific, Asia-Pacific region, Asian and Pacific region
Arab region; Arab States, Arab countries
Arctic
Balkans; the Balkans
Baltic States; Baltic countries
Caribbean; the Caribbean
Caucasus; the Caucasus
Central Africa; Middle Africa; Central African
Central America;; Central American
Central and Eastern Europe
Central Asia;; Central Asian
Central Europe;; Central European
East Africa; Eastern Africa; East African
East and Southern Africa; Eastern and Southern Africa
East Asia; Eastern Asia, North-East Asia; East Asian
Eastern Europe;; Eastern European
Europe
Great Lakes region
Gulf States; Gulf countries
Horn of Africa
Latin America;; Latin American
Latin America and the Caribbean
Maghreb; the Maghreb
Mekong; Greater Mekong Subregion
Melanesia;; Melanesian
Mesoamerica;; Mesoamerican
Middle East; the Middle East, Near East; Middle Eastern
North Africa; Northern Africa; North African
North America; Northern America; North American
Northern Europe
Oceania
Pacific; the Pacific, Pacific region
Pacific Islands; Pacific islands, Pacific island countries, Pacific small island developing States
Persian Gulf
Polynesia;; Polynesian
Sahel; the Sahel, Sahel region; Sahelian
South America;; South American
South and South-East Asia; South and Southeast Asia
South Asia; Southern Asia; South Asian
South Caucasus; Southern Caucasus, Transcaucasus
South-East Asia; South-Eastern Asia, South-eastern Asia, Southeast Asia, South East Asia; \
South-East Asian, Southeast Asian, South-East-Asian
South-Eastern Europe; South-East Europe, Southeast Europe, Southeastern Europe; \
South-Eastern European
Southern Africa;; Southern African
Southern Europe
Sub-Saharan Africa; sub-Saharan Africa; sub-Saharan African
West Africa; Western Africa; West African
West and Central Africa; Western and Central Africa
West Asia; Western Asia; West Asian
Western Balkans; the Western Balkans
Western Europe;; Western European
""".replace("\\\n", "")
)

GROUPS = _areas(
    """
African Union; Organization of African Unity
African, Caribbean and Pacific States
Alliance of Small Island States
Andean Community
Arab Maghreb Union
Asia-Pacific Economic Cooperation
Association of Southeast Asian Nations; ASEAN, Association of South-East Asian Nations
BRICS
Caribbean Community; CARICOM
Central American Integration System
Collective Security Treaty Organization
Common Market for Eastern and Southern Africa; COMESA
Commonwealth of Independent States
Community of Portuguese-speaking Countries
Community of Sahelo-Saharan States
Council of Europe
East African Community
Economic Community of Central African States; ECCAS
Economic Community of the Great Lakes Countries
Economic Community of West African States; ECOWAS
Eurasian Economic Union
European Union
G20; Group of 20, G-20
Group of Seven; G7, Group of 7
Group of Eight; G8
Group of 77; G77
Group of Five for the Sahel; G5 Sahel
Gulf Cooperation Council; Cooperation Council for the Arab States of the Gulf
Indian Ocean Commission
Intergovernmental Authority on Development; IGAD
International Conference on the Great Lakes Region
League of Arab States; Arab League
Mano River Union
Movement of Non-Aligned Countries; Non-Aligned Movement
North Atlantic Treaty Organization; NATO
Organisation for Economic Co-operation and Development; OECD, \
Organization for Economic Cooperation and Development
Organization for Security and Cooperation in Europe; Organization for Security and Co-operation in \
Europe, OSCE, Conference on Security and Cooperation in Europe
Organization of American States
Organization of Eastern Caribbean States
Organization of Islamic Cooperation; Organization of the Islamic Conference
Organization of the Black Sea Economic Cooperation
Pacific Islands Forum; South Pacific Forum
Regional Cooperation Council
Shanghai Cooperation Organization
South Asian Association for Regional Cooperation; SAARC
Southern African Development Community; SADC
Southern Common Market; MERCOSUR
""".replace("\\\n", "")
)

FORMER_STATES = _areas(
    """
Czechoslovakia; Czechoslovak Socialist Republic
Democratic Yemen; People's Democratic Republic of Yemen
German Democratic Republic
Netherlands Antilles
Union of Soviet Socialist Republics; Soviet Union, former Soviet Union, USSR; Soviet
Yugoslavia; former Yugoslavia, Federal Republic of Yugoslavia, Socialist Federal Republic of \
Yugoslavia, Federal Republic of Yugoslavia (Serbia and Montenegro); Yugoslav
""".replace("\\\n", "")
)
"""States and territories that are no more, and that no one State of today stands for."""

DECOYS = (
    # Names that hold a State's or region's name and speak of something else.
    "African American",
    "African Americans",
    "African descent",
    "American Convention",
    "American Declaration of the Rights",
    "American Indian",
    "Asian Development Bank",
    "African Development Bank",
    "Arab American",
    "Asian American",
    "Asian Americans",
    "Bay of Bengal",
    "British Columbia",
    "Chad Basin",
    "China Sea",
    "Chinese Taipei",
    "Congo Basin",
    "Congo basin",
    "Congo River",
    "East China Sea",
    "English Channel",
    "Georgia Institute",
    "Georgia State",
    "Guatemala City",
    "Guinea pig",
    "Guinea worm",
    "Guinea-worm",
    "Gulf of Guinea",
    "Gulf of Mexico",
    "Gulf of Oman",
    "Gulf of Thailand",
    "Indian Ocean",
    "Indian subcontinent",
    "Ibero American",
    "Jersey City",
    "Jordan River",
    "Jordan Valley",
    "Kuwait City",
    "Lake Chad",
    "Lake Chad Basin",
    "Lake Chad basin",
    "Lake Malawi",
    "Latin Americans",
    "Malay",
    "Mali Empire",
    "Meso American",
    "Mexican Gulf",
    "Mexico City",
    "Mozambique Channel",
    "Native American",
    "Native Americans",
    "New England",
    "New Guinea",
    "New Jersey",
    "New Mexico",
    "New South Wales",
    "Niger Delta",
    "Niger River",
    "Northern Ireland",
    "Pan American",
    "Panama Canal",
    "Panama City",
    "Panama Papers",
    "Philippine Sea",
    "River Jordan",
    "River Niger",
    "river Jordan",
    "river Niger",
    "Sea of Japan",
    "Senegal River",
    "Singapore Strait",
    "South China Sea",
    "Strait of Singapore",
    "Straits of Singapore",
    "West Indian",
    "West Timor",
    "West Timorese",
)

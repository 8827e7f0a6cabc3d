"""States named in a text, by the short names the United Nations uses.

Source: the list of Member States and the two permanent observer States (UN terminology database
UNTERM, short names), with other forms that reports use. A name inside a longer one is not counted:
`South Sudan` is not Sudan, `Guinea-Bissau` not Guinea.
"""

from __future__ import annotations

import re

_NAMES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria
Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan
Bolivia (Plurinational State of)|Bosnia and Herzegovina|Botswana|Brazil|Brunei Darussalam|Bulgaria
Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Central African Republic|Chad|Chile|China
Colombia|Comoros|Congo|Costa Rica|Côte d'Ivoire|Croatia|Cuba|Cyprus|Czechia
Democratic People's Republic of Korea|Democratic Republic of the Congo|Denmark|Djibouti|Dominica
Dominican Republic|Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia
Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea
Guinea-Bissau|Guyana|Haiti|Holy See|Honduras|Hungary|Iceland|India|Indonesia
Iran (Islamic Republic of)|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati
Kuwait|Kyrgyzstan|Lao People's Democratic Republic|Latvia|Lebanon|Lesotho|Liberia|Libya
Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands
Mauritania|Mauritius|Mexico|Micronesia (Federated States of)|Monaco|Mongolia|Montenegro|Morocco
Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria
North Macedonia|Norway|Oman|Pakistan|Palau|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland
Portugal|Qatar|Republic of Korea|Republic of Moldova|Romania|Russian Federation|Rwanda
Saint Kitts and Nevis|Saint Lucia|Saint Vincent and the Grenadines|Samoa|San Marino
Sao Tome and Principe|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia
Slovenia|Solomon Islands|Somalia|South Africa|South Sudan|Spain|Sri Lanka|State of Palestine|Sudan
Suriname|Sweden|Switzerland|Syrian Arab Republic|Tajikistan|Thailand|Timor-Leste|Togo|Tonga
Trinidad and Tobago|Tunisia|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates
United Kingdom|United Republic of Tanzania|United States|Uruguay|Uzbekistan|Vanuatu
Venezuela (Bolivarian Republic of)|Viet Nam|Yemen|Zambia|Zimbabwe|Cook Islands|Niue
"""
_OTHER_FORMS = {
    "Kingdom of the Netherlands": "Netherlands",
    "Netherlands (Kingdom of the)": "Netherlands",
    "United Kingdom of Great Britain and Northern Ireland": "United Kingdom",
    "United States of America": "United States",
    "Guinea Bissau": "Guinea-Bissau",
    "Turkey": "Türkiye",
    "Czech Republic": "Czechia",
    "The former Yugoslav Republic of Macedonia": "North Macedonia",
    "Swaziland": "Eswatini",
    "Cape Verde": "Cabo Verde",
    "Bolivia": "Bolivia (Plurinational State of)",
    "Iran": "Iran (Islamic Republic of)",
    "Venezuela": "Venezuela (Bolivarian Republic of)",
    "Moldova": "Republic of Moldova",
    "Tanzania": "United Republic of Tanzania",
    # Longer names that hold a State's name and are not that State.
    "Papua New Guinea": "Papua New Guinea",
    "Northern Ireland": "",
    "New Mexico": "",
    "Gulf of Guinea": "",
}
_STATES = tuple(name for line in _NAMES.split("\n") for name in line.split("|") if name)
_NAMED = {name: name for name in _STATES} | _OTHER_FORMS
_PATTERN = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(name) for name in sorted(_NAMED, key=len, reverse=True))
    + r")(?!\w|-\w)"
)


def states_in(text: str) -> tuple[str, ...]:
    """The States a text names, each once, in the order of their first mention."""
    plain = text.replace("’", "'")
    found = (_NAMED[match[0]] for match in _PATTERN.finditer(plain))
    return tuple(dict.fromkeys(name for name in found if name))

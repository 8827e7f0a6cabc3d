"""Names of the rules by which entries come in; `pilcrow.indexes.rules` says what each means.

They stand apart from the recognisers, so that a page can explain them without loading these.
"""

from __future__ import annotations

# States and territories
SHORT_NAME = "short-name"
OTHER_NAME = "other-name"
FORMER_NAME = "former-name"
ADJECTIVE = "adjective"
REGION = "region"
GROUP = "group"
REGION_ADJECTIVE = "region-adjective"
FORMER_STATE = "former-state"

# Headings of what is no State of today
FORMER_HEADING = "Former States"
REGIONS_HEADING = "Regions"
GROUPS_HEADING = "Groups of States"

# Terms
DEFINED = "defined"
USED = "used"

# Publications
QUOTED = "quoted-title"
ITALIC = "italic-title"
AFTER_VERB = "title-after-issued"
WITH_SUBTITLE = "title-with-subtitle"

# Programmes
NAMED = "capitalised-name"
NAMED_BEFORE = "name-before-noun"
CALLED = "named-or-entitled"
SHORT_FORM = "short-form"

# Key figures
COUNT = "count"
SHARE = "share"
MONEY = "money"
OF_WHICH = "unit-elsewhere"

# Events
DAYS = "days"
MONTH = "month"
YEAR = "year"

# All
REVIEWED = "reviewed"
"""An entry that an editor added in the report's indexes.toml."""

"""The full names of the bodies whose resolutions and decisions have a place that is known."""

from __future__ import annotations

GENERAL_ASSEMBLY = "General Assembly"
SECURITY_COUNCIL = "Security Council"
ECONOMIC_AND_SOCIAL_COUNCIL = "Economic and Social Council"
HUMAN_RIGHTS_COUNCIL = "Human Rights Council"
CRIME_COMMISSION = "Commission on Crime Prevention and Criminal Justice"
CORRUPTION_CONFERENCE = (
    "Conference of the States Parties to the United Nations Convention against Corruption"
)
ORGANIZED_CRIME_CONFERENCE = (
    "Conference of the Parties to the United Nations Convention against Transnational "
    "Organized Crime"
)

"""What each index is, and what each rule by which an entry comes in means, in readers' words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pilcrow.indexes import rule_names as rule
from pilcrow.indexes.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """How a page speaks of its index."""

    title: str
    lead: str
    """`{symbol}` is the report's."""
    one: str
    many: str
    """What its entries are called when they are counted: "1 State", "12 States"."""
    rules: Mapping[str, str]


_ADDED = {rule.REVIEWED: "An editor found it in the text and added it."}

ABOUT: Mapping[Kind, About] = {
    Kind.STATES: About(
        title="States and territories",
        lead="States and territories that {symbol} names, by the short names of the United"
        " Nations and grouped by its regions; then groups of States and regions. The longest name"
        " counts: Niger is not Nigeria. Names, order and grouping imply no opinion on the legal"
        " status of any country or territory.",
        one="State or territory",
        many="States or territories",
        rules={
            rule.SHORT_NAME: "The short name of the State stands in the text.",
            rule.OTHER_NAME: "Another name of the State stands in the text.",
            rule.FORMER_NAME: "A name that the State had before stands in the text.",
            rule.ADJECTIVE: "Only an adjective of the State stands in the text.",
            rule.FORMER_STATE: "The name of a State that is no more stands in the text.",
            rule.GROUP: "The name of a group of States stands in the text.",
            rule.REGION: "The name of a region stands in the text.",
            rule.REGION_ADJECTIVE: "Only an adjective of the region stands in the text.",
            **_ADDED,
        },
    ),
    Kind.TERMS: About(
        title="Terms used",
        lead="Short forms and names that {symbol} uses, with every paragraph that does so. What"
        " they stand for is in the glossary.",
        one="term",
        many="terms",
        rules={
            rule.DEFINED: "The paragraph says what the term stands for.",
            rule.USED: "The paragraph uses the term.",
            **_ADDED,
        },
    ),
    Kind.DOCUMENTS: About(
        title="Documents cited",
        lead="What {symbol} refers to, with the paragraphs that do so. The links to documents need"
        " the internet; what has no known address is listed without a link.",
        one="document",
        many="documents",
        rules={
            "resolution": "A resolution is cited by its body and number.",
            "decision": "A decision is cited by its body and number.",
            "symbol": "A document is cited by its symbol.",
            "url": "A web page is cited by its address.",
            **_ADDED,
        },
    ),
    Kind.PUBLICATIONS: About(
        title="Publications",
        lead="Publications that {symbol} names by their titles. Resolutions and decisions are among"
        " the documents cited.",
        one="publication",
        many="publications",
        rules={
            rule.QUOTED: "A title in quotation marks, said to be a publication.",
            rule.ITALIC: "A title in italics.",
            rule.AFTER_VERB: "A title in capitals behind “published”, “entitled” and the like.",
            rule.WITH_SUBTITLE: "A title in capitals with a subtitle.",
            **_ADDED,
        },
    ),
    Kind.PROGRAMMES: About(
        title="Programmes, projects and networks",
        lead="Programmes, projects, networks, initiatives and operations that {symbol} calls by a"
        " name.",
        one="programme, project or network",
        many="programmes, projects and networks",
        rules={
            rule.NAMED: "A name in capitals with “Programme”, “Network” or the like in it.",
            rule.NAMED_BEFORE: "A name before “project”, “initiative” or the like.",
            rule.CALLED: "A name behind “project named”, “component entitled” or the like.",
            rule.SHORT_FORM: "The short form of a name given elsewhere in the report.",
            **_ADDED,
        },
    ),
    Kind.FIGURES: About(
        title="Key figures",
        lead="Numbers in {symbol} with what they count, shares and sums of money, in the order of"
        " the text. Numbers written in words, years, dates and numbers of paragraphs, articles"
        " and resolutions are left out.",
        one="figure",
        many="figures",
        rules={
            rule.COUNT: "A number with the words behind it that say what it counts.",
            rule.OF_WHICH: "A number whose unit stands at another number of the sentence.",
            rule.SHARE: "A share in per cent.",
            rule.MONEY: "A sum of money with its currency.",
            **_ADDED,
        },
    ),
    Kind.EVENTS: About(
        title="Events by date",
        lead="What {symbol} says happened or will happen on a date, in the order of the dates."
        " Dates are as exact as the text. A year alone counts only behind “held”, “established”"
        " and the like.",
        one="event",
        many="events",
        rules={
            rule.DAYS: "The text gives the day or days.",
            rule.MONTH: "The text gives the month.",
            rule.YEAR: "The text gives the year alone, behind “held”, “established” or the like.",
            **_ADDED,
        },
    ),
}


def counted(kind: Kind, count: int) -> str:
    """How many entries, in words: 12 States and territories."""
    about = ABOUT[kind]
    return f"{count} {about.one if count == 1 else about.many}"

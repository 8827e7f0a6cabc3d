"""Style sheets: what can be used stays, what cannot goes."""

import pytest

from pilcrow.bundle.purge import can_match, purge
from pilcrow.bundle.stylesheet import StylesheetError, parse
from pilcrow.bundle.vocabulary import Vocabulary, of_page, of_script

PAGE = of_page(
    '<body dir="ltr" data-md-color-scheme="default"><p class="para big" id="para-1">'
    '<input data-md-color-scheme="slate" type=checkbox hidden><a title="1 > 0" href="#">x</a></p>'
)
SCRIPT = of_script('e.className = "md-made md-made--on"; x(`md-state--${s}`); y("md-kind-" + k)')
BOTH = PAGE.joined([SCRIPT])


@pytest.mark.parametrize(
    "selector",
    [
        "p",
        ".para.big > a:hover::after",
        "#para-1",
        "[hidden]",
        "[type=radio]",
        "[dir=ltr] p",
        "[data-md-color-scheme=slate] .para",
        ".md-made--on",
        ".md-state--idle",
        ".md-kind-other",
        "p:not(.absent)",
        "p:not(:is(.absent,.gone))",
        ":is(.absent,.para)",
        "p:has(.absent)",
        r".md\:odd",
        "*",
        ":root",
        ".no-js p",
    ],
)
def test_what_may_match_stays(selector: str) -> None:
    """Names of pages and scripts, put together or not, and whatever is not sure."""
    assert can_match(selector, BOTH)


@pytest.mark.parametrize(
    "selector",
    [
        ".absent",
        "p .absent",
        "#absent",
        "video",
        "[data-absent]",
        "[dir=rtl] p",
        "[data-md-color-scheme=other] p",
        "p:is(.absent,.gone)",
        "p:where(.absent) a",
        ".md-other--on",
        ".tabbed-set",
    ],
)
def test_what_cannot_match_goes(selector: str) -> None:
    """One name that nothing has is enough."""
    assert not can_match(selector, BOTH)


def test_what_a_script_makes_of_a_page_s_own_goes_where_no_page_has_it() -> None:
    """Material's script knows content tabs, and makes them only where a page has a set of them."""
    script = of_script('"tabbed-labels"')
    assert not can_match(".tabbed-labels", PAGE.joined([script]))
    with_tabs = of_page('<div class="tabbed-set">')
    assert can_match(".tabbed-labels", with_tabs.joined([script]))
    diagram, reads = ":root{--md-mermaid-font:x}", "`font-family: var(--md-mermaid-font)`"
    assert purge([diagram], PAGE, [reads]) == ""
    assert purge([diagram], of_page('<pre class="mermaid">'), [reads]) == diagram


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("p,.absent{color:red}.absent{color:blue}", "p{color:red}"),
        ("@media print{.absent{a:b}p{c:d}}@media screen{.absent{e:f}}", "@media print{p{c:d}}"),
        ('/* } */p{content:"}/*{"}', 'p{content:"}/*{"}'),
        ("p{background:url(data:x;y{}z)}", "p{background:url(data:x;y{}z)}"),
        (
            ":root{--used:1;--idle:url('a;b}')}p{margin:var(--used)}",
            ":root{--used:1}p{margin:var(--used)}",
        ),
        (":root{--a:var(--b);--b:1}", ""),
        (":root{--js:1;--css:2}", ":root{--js:1;--css:2}"),
        (
            "@keyframes in{from{a:b}}@keyframes out{to{a:b}}p{animation:in 1s}",
            "@keyframes in{from{a:b}}p{animation:in 1s}",
        ),
        ('@charset "UTF-8";p{a:b}', "p{a:b}"),
        ("@font-face{src:url(x)}", "@font-face{src:url(x)}"),
    ],
)
def test_sheets(sheet: str, left: str) -> None:
    """Groups without rules, unread properties and unused animations go with their rules."""
    assert purge([sheet], BOTH, ["style.setProperty('--js', var(--css))"]) == left


def test_nothing_goes_that_every_page_has() -> None:
    """The control: with a vocabulary that has all names, rules stay as they were."""
    sheet = ".a>.b:hover{c:d}@supports (x:y){e[f]{g:h}}"
    names = Vocabulary(names=frozenset({"a", "b", "e", "f"}))
    assert purge([sheet], names) == sheet


@pytest.mark.parametrize("sheet", ["p{", "p{}}", "p", "@media x{p{}"])
def test_a_damaged_sheet_is_refused(sheet: str) -> None:
    """Leaving rules out of what is not understood would be guessing."""
    with pytest.raises(StylesheetError):
        parse(sheet)


def test_the_rule_for_every_element_while_colours_change_goes() -> None:
    """It would cost each page's start two computations of all styles; its neighbours stay."""
    vocabulary = BOTH.joined([of_script('body.setAttribute("data-md-color-switching", "")')])
    rule = "{transition-duration:0s!important}"
    assert can_match("[data-md-color-switching] *", vocabulary)
    assert purge([f"[data-md-color-switching] *,p{rule}"], vocabulary) == f"p{rule}"

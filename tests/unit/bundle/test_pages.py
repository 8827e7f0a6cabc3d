"""Pages on their way into a bundle: links, the line on top, the policy, white space."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.bundle.compact import compact
from pilcrow.bundle.holding import Holding
from pilcrow.bundle.links import loaded_by, with_links
from pilcrow.bundle.markup import edited, tags
from pilcrow.bundle.note import with_note
from pilcrow.bundle.opening import readme, start_page
from pilcrow.bundle.policy import policy_for, with_policy
from pilcrow.bundle.slim import own_sheets, slim_page

FRONT = "en/A/1/index.html"
MEMBERS = frozenset({FRONT, "en/A/1/i.html", "en/glossary.html", "how-to-use.html"})
CANONICAL = '<link rel="canonical" href="https://example.org/x/en/A/1/i.html">'
HOLDING = Holding(
    symbol="A/<1>&2",
    language="fr",
    title="On <things>",
    front=FRONT,
    address="https://example.org/x/en/A/1/",
    date="2024-03-05",
)


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ('<a href="#para-1">x</a>', '<a href="#para-1">x</a>'),
        ('<a href="../../glossary.html#t">x</a>', '<a href="../../glossary.html#t">x</a>'),
        ('<a href="../../../index.html">x</a>', '<a href="index.html">x</a>'),
        ('<a href="mailto:a@b.c">x</a>', '<a href="mailto:a@b.c">x</a>'),
        (
            '<a class="reference external" href="https://docs.un.org/a">x</a>',
            '<a class="reference external" href="https://docs.un.org/a">x</a>',
        ),
        (
            '<a href="../2/ii.html?q=1&amp;r=2#p">x</a>',
            (
                '<a href="https://example.org/x/en/A/2/ii.html?q=1&amp;r=2#p"'
                ' class="reference external" rel="external" title="Needs internet">'
                "x (needs the internet)</a>"
            ),
        ),
        (
            '<a class="big" href="https://example.com/">x</a>',
            (
                '<a class="big reference external" href="https://example.com/" rel="external"'
                ' title="Needs internet">x (needs the internet)</a>'
            ),
        ),
        ("<!-- <a href='no.html'> --><script>'<a href=no.html>'</script>",) * 2,
    ],
)
def test_links_lead_into_the_bundle_or_say_that_they_do_not(link: str, becomes: str) -> None:
    """Inside stays, home is the front page, outside is an https address and marked."""
    page = with_links(CANONICAL + link, "en/A/1/i.html", MEMBERS, FRONT)
    assert page == CANONICAL + becomes


def test_navigation_leaves_out_what_the_bundle_has_not() -> None:
    """An entry stays where one of its links, also of one below, leads into the bundle."""
    inside = '<li class="md-nav__item"><a href="i.html">in</a></li>'
    outside = '<li class="md-nav__item"><a href="../2/i.html">out</a></li>'
    group = '<li class="md-nav__item">{}<ul>{}</ul></li>'
    page = f"<ul>{outside}{group.format('', inside + outside)}{group.format('', outside)}</ul>"
    left = with_links(CANONICAL + page, FRONT, MEMBERS, FRONT)
    assert left == CANONICAL + f"<ul>{group.format('', inside)}</ul>"


def test_a_way_out_without_an_address_on_the_web_is_refused() -> None:
    """A link that would lead nowhere does not get into a bundle."""
    with pytest.raises(ValueError, match="site_url"):
        with_links('<a href="../2/i.html">x</a>', "en/A/1/i.html", MEMBERS, FRONT)


def test_what_a_page_loads() -> None:
    """Scripts, styles, pictures and icons, not what it only names."""
    page = (
        '<script src="../s.js"></script><link rel="stylesheet" href="a%20b.css?x">'
        '<link rel="next" href="n.html"><img src="https://e.org/i.png"><link rel="icon" href="i">'
    )
    assert loaded_by(page, "en/p.html") == ("s.js", "en/a b.css", "en/i")


@given(st.text("<>/ab =\"'\n\r!-é\u2028\x0b&;", max_size=80))
def test_a_page_without_edits_is_untouched_and_tags_have_their_places(page: str) -> None:
    """What is not replaced stays, whatever it is, and a tag stands where it is said to."""
    assert edited(page, ()) == page
    for tag in tags(page):
        assert page[tag.start] == "<"
        assert page[tag.start : tag.end].lower().lstrip("</").startswith(tag.name[:1])


def test_the_line_names_report_date_and_offline_copy() -> None:
    """In words, escaped; a page without a place for it is refused."""
    page = with_note('<div data-md-component="announce">\n</div>', HOLDING)
    assert "Offline copy of A/&lt;1&gt;&amp;2 (French), 5 March 2024." in page
    with pytest.raises(ValueError, match="no place"):
        with_note("<p></p>", HOLDING)


def test_the_first_files_name_report_date_and_newer_copy() -> None:
    """START-HERE leads to the front page without scripts; README says it all, for Windows too."""
    start = start_page(HOLDING, "a.css")
    assert f'http-equiv="refresh" content="0; url={FRONT}"' in start
    assert f'<a href="{FRONT}">' in start
    assert "<things>" not in start
    text = readme(HOLDING)
    assert "A/<1>&2, 5 March 2024. In French." in text
    assert "https://example.org/x/en/A/1/" in text
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    ("date", "words", "day"),
    [
        ("2024-03-13", "13 March 2024", (2024, 3, 13)),
        ("1948-12-10", "10 December 1948", (1980, 1, 1)),
        (None, "without a date", (1980, 1, 1)),
        ("2024", "2024", (1980, 1, 1)),
    ],
)
def test_dates(date: str | None, words: str, day: tuple[int, int, int]) -> None:
    """The report's date stands in words, and is the zip's where a zip can tell it."""
    holding = Holding(symbol="A", language="en", title="", front="", address="", date=date)
    assert holding.date_in_words == words
    assert holding.stamp == (*day, 0, 0, 0)


def test_a_script_of_the_page_is_allowed_by_its_words_only() -> None:
    """The hash is of the very bytes; data that looks like a script needs none."""
    page = "<meta charset='utf-8'><script>run()</script><script type='application/json'>{}</script>"
    digest = base64.b64encode(hashlib.sha256(b"run()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy_for(page)
    assert policy_for(page).count("sha256-") == 1
    assert "unsafe" not in policy_for(page)
    assert with_policy(page).startswith("<meta charset='utf-8'><meta http-equiv=\"Content-Sec")


def test_a_style_sheet_of_the_page_is_allowed_by_its_words_only() -> None:
    """The head of a printed sheet stands in the page; a style that got in has other words."""
    page = '<meta charset="utf-8"><style media="print">@page{}</style>'
    digest = base64.b64encode(hashlib.sha256(b"@page{}").digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in policy_for(page)
    assert "unsafe" not in policy_for(page)


def test_pages_that_differ_in_what_runs_have_policies_of_their_own() -> None:
    """Heads are compared without what a policy does not depend on: titles, addresses, metas."""
    page = (
        '<head><meta charset="utf-8"><title>{title}</title><link rel="canonical" href="{title}">'
        "<script>{script}</script></head><p>"
    )
    first = policy_for(page.format(title="A > b", script="run()"))
    assert policy_for(page.format(title="C", script="run()")) == first
    assert policy_for(page.format(title="A > b", script="run(1)")) != first
    styled = page.replace("<link ", '<link style="x" ').format(title="C", script="run()")
    assert "style-src-attr" in policy_for(styled)


def test_a_page_without_a_character_set_is_refused() -> None:
    """The policy must stand before anything that loads; without a place it would be missing."""
    with pytest.raises(ValueError, match="charset"):
        with_policy("<p></p>")


def test_style_attributes_are_allowed_only_where_the_page_has_some() -> None:
    """A table's alignment is one; other pages allow none."""
    assert "style-src-attr 'unsafe-inline'" in policy_for('<td style="text-align: right">')
    assert "unsafe" not in policy_for("<td>")


@pytest.mark.parametrize(
    ("page", "becomes"),
    [
        ("<p>a\n\n   b</p>", "<p>a\nb</p>"),
        ("<b>a</b>  <b>b</b>", "<b>a</b> <b>b</b>"),
        ("<pre>a\n\n  b</pre>\n\n<p>", "<pre>a\n\n  b</pre>\n<p>"),
        ("<script>a  \n\n b</script>", "<script>a  \n\n b</script>"),
        ("a\u00a0\u00a0b", "a\u00a0\u00a0b"),
    ],
)
def test_white_space(page: str, becomes: str) -> None:
    """One character stays of each stretch; what is shown as typed stays as it is."""
    assert compact(page) == becomes


def test_every_page_is_slimmed() -> None:
    """One sheet for all of every page's, no neighbours to load ahead, no API styles."""
    page = slim_page(
        '<meta charset="utf-8"><link rel="next" href="b.html">\n'
        '<link rel="stylesheet" href="../assets/stylesheets/main.0a1b.min.css">'
        '<link rel="stylesheet" href="../assets/stylesheets/palette.0a1b.min.css">'
        '<link rel="stylesheet" href="../assets/_mkdocstrings.css">\n'
        '<link rel="stylesheet" href="../assets/stylesheets/text.css">\n'
        '<link rel="stylesheet" href="../assets/stylesheets/pictures.css">'
        '<link rel="stylesheet" media="print" href="../assets/stylesheets/print.css">',
        own_sheets(["assets/stylesheets/text.css", "assets/_mkdocstrings.css"]),
    )
    assert page.partition(">")[2].partition(">")[2] == (
        '<link rel="stylesheet" href="../assets/stylesheets/site.css">\n'
        '<link rel="stylesheet" href="../assets/stylesheets/pictures.css">'
    )


def test_scripts_of_a_page_s_end_are_asked_for_at_its_beginning() -> None:
    """They run in the same order once the page is read; what its reading waits for stays."""
    page = slim_page(
        '<meta charset="utf-8"></head><body><script src="storage.js"></script>'
        '<script id="__config" type="application/json">{}</script>'
        '<script src="a.js"></script>\n<script src="b.js"></script></body>'
    )
    assert page.partition(">")[2].partition(">")[2] == (
        '<script defer src="a.js"></script>\n<script defer src="b.js"></script>\n</head>'
        '<body><script src="storage.js"></script>'
        '<script id="__config" type="application/json">{}</script></body>'
    )


def test_a_page_without_material_s_settings_keeps_its_scripts() -> None:
    """A page that is not the theme's waits for the scripts that it names."""
    page = '<meta charset="utf-8"></head><body><script src="a.js"></script></body>'
    assert page.partition("</head>")[2] in slim_page(page)

"""What templates ask for on each page, made ready once."""

from jinja2 import DictLoader, Environment

from pilcrow.site.templates import interface_words, make_ready

TEMPLATES = {
    "partials/languages/en.html": (
        '{% macro t(key) %}{{ {"search": "Search", "home": "Home"}[key] }}{% endmacro %}'
    ),
    "partials/languages/fr.html": (
        '{% macro t(key) %}{{ {"search": "Rechercher"}[key] }}{% endmacro %}'
    ),
    "outer.html": "{% set own = 1 %}{{ site }} {% include 'inner.html' %}",
    "inner.html": "{{ site }} {{ own }} {{ interface_words('search') }}",
}


def _environment() -> Environment:
    env = Environment(loader=DictLoader(TEMPLATES), autoescape=False)  # noqa: S701 - as MkDocs has it
    env.globals["site"] = "Reports"
    return env


def test_words_are_the_theme_s() -> None:
    """In the language, else in English, else the key itself."""
    words = interface_words(_environment(), "fr")
    assert [words(key) for key in ("search", "home", "other")] == ["Rechercher", "Home", "other"]


def test_templates_see_what_they_saw() -> None:
    """Names of the environment, of the page and of the template around, in this order."""
    env = _environment()
    make_ready(env, "en")
    assert env.get_template("outer.html").render() == "Reports Reports 1 Search"
    assert env.get_template("outer.html").render(site="Page") == "Page Page 1 Search"

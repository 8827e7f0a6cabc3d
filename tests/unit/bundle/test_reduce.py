"""The glossary of a bundle: its report's terms alone."""

from pilcrow.bundle.reduce import reduced_glossary

PAGE = '<h1 id="glossary">Glossary</h1>{}<div class="end"></div>'
ENTRY = (
    '<h2 id="term-unodc">UNODC</h2><p class="term-uses"><a href="A/1/i.html#para-1">para. 1</a></p>'
)


def _reduced(content: str, folder: str) -> str:
    return reduced_glossary(PAGE.format(content), "en/glossary.html", folder)


def test_a_glossary_without_terms_stays_as_it_is() -> None:
    """A short report may use none that is explained."""
    assert _reduced("", "en/A/1") == PAGE.format("")


def test_terms_that_only_others_use_are_left_out() -> None:
    """Of its own nothing is."""
    assert _reduced(ENTRY, "en/A/1") == PAGE.format(ENTRY)
    assert "UNODC" not in _reduced(ENTRY, "en/A/2")

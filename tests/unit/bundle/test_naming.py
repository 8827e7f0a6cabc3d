"""Names that unzip on Windows, exFAT and macOS."""

import pytest

from pilcrow.bundle.naming import LONGEST_PATH, clashes, name_problem


@pytest.mark.parametrize(
    "path",
    [
        "E_CN.15_2024_5-en/START-HERE.html",
        "a/en/E/CN.15/2024/5/iii-b-2-judicial-integrity.html",
        "é/العربية/中文.html",
        "console.html",
        "a" * 60 + "/" + "b" * (LONGEST_PATH - 61),
    ],
)
def test_good_names_pass(path: str) -> None:
    """What every system takes is let through, also in other scripts."""
    assert name_problem(path) is None


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("", "inside"),
        ("/etc/passwd", "inside"),
        ("a/../../b", "inside"),
        ("a//b", "inside"),
        ("./a", "inside"),
        ("a\\b", "Windows"),
        ("C:/a", "Windows"),
        ("a/b?.html", "Windows"),
        ("a/b*.html", "Windows"),
        ("a/b\n.html", "Windows"),
        ("a/b.", "drops"),
        ("a /b", "drops"),
        ("a/NUL.txt", "device"),
        ("a/com1", "device"),
        ("a/e\u0301.html", "marks apart"),
        ("a/" + "b" * 130, "120 at most"),
        ("/".join("a" * 20 for _ in range(9)), "Windows takes"),
    ],
)
def test_bad_names_are_told(path: str, word: str) -> None:
    """Each rule refuses what breaks it, and says why."""
    problem = name_problem(path)
    assert problem is not None
    assert word in problem


def test_names_that_differ_in_capitals_clash_also_as_folders() -> None:
    """Windows and macOS keep one of two such names; equal names are no clash."""
    assert clashes(["a/E/x", "a/E/y"]) == ()
    assert ("a/E", "a/e") in clashes(["a/E/x", "a/e/y"])
    assert ("a/X.html", "a/x.html") in clashes(["a/X.html", "a/x.html"])
    assert ("Straße", "STRASSE") in clashes(["Straße", "STRASSE"])

"""The pinned requirements."""

import re
from pathlib import Path

import pytest

_PIN = re.compile(r"^[a-z0-9-]+==\S+(?: ; .+)?(?: --hash=sha256:[0-9a-f]{64})+$")


def _pins(text: str) -> list[str]:
    joined = re.sub(r" *\\\n *", " ", text)
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_hashes_and_nothing_else_stands_there(
    name: str, root: Path
) -> None:
    """A range, a missing hash, an address of a registry or a path would each be found."""
    pins = _pins((root / name).read_text(encoding="utf-8"))
    assert pins
    assert [pin for pin in pins if not _PIN.match(pin)] == []


@pytest.mark.parametrize(
    "line",
    [
        "click==8.5.1",
        "click>=8.5.1 --hash=sha256:" + "0" * 64,
        "--index-url https://registry.example/simple",
        "-e .",
        "click @ file:///tmp/click.whl",
    ],
)
def test_the_check_of_pins_refuses_what_is_no_pin(line: str) -> None:
    """Control: the pattern above can fail."""
    assert not _PIN.match(line)


def test_what_both_files_name_has_one_version(root: Path) -> None:
    """The tests run on the versions the site is built with."""

    def versions(name: str) -> dict[str, str]:
        pins = _pins((root / name).read_text(encoding="utf-8"))
        return dict(pin.split()[0].split("==", 1) for pin in pins)

    site, dev = versions("requirements.txt"), versions("requirements-dev.txt")
    shared = site.keys() & dev.keys()
    assert shared
    assert {name: site[name] for name in shared} == {name: dev[name] for name in shared}

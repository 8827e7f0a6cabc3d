"""`pilcrow build` and `pilcrow serve`: the site by MkDocs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Where the site goes.",
)
def build(site: Path) -> None:
    """Build the site strictly; a build that fails leaves the last good site."""
    staging, previous = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    if previous.exists() and not site.exists():
        previous.rename(site)
    for leftover in (staging, previous):
        shutil.rmtree(leftover, ignore_errors=True)
    result = _mkdocs("build", "--strict", "--quiet", "--site-dir", str(staging.resolve()))
    if result or not (staging / "index.html").is_file():
        shutil.rmtree(staging, ignore_errors=True)
        click.echo("The site was not built; the last good one is left as it was.", err=True)
        sys.exit(1)
    if site.exists():
        site.rename(previous)
    staging.rename(site)
    shutil.rmtree(previous, ignore_errors=True)
    click.echo(f"The site is in {site}: open {site / 'index.html'} in a browser.")


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(address: str) -> None:
    """Preview the site; pages follow when a source or a page changes."""
    sys.exit(_mkdocs("serve", "--dev-addr", address))


def _mkdocs(*arguments: str) -> int:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603

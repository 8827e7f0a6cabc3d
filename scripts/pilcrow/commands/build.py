"""`pilcrow build` and `pilcrow serve`: the site by MkDocs."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from pilcrow.commands.options import site_option


@click.command()
@site_option
def build(site: Path) -> None:
    """Build the site strictly; a build that fails leaves the last good site."""
    staging, previous = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    if previous.exists() and not site.exists():
        previous.rename(site)
    for leftover in (staging, previous):
        shutil.rmtree(leftover, ignore_errors=True)
    if not _build(staging.resolve()) or not (staging / "index.html").is_file():
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


def _build(folder: Path) -> bool:
    """Build strictly into a folder, as `mkdocs build` does; tell whether it went well.

    In this process: a second Python would cost as long as a tenth of the build.
    """
    os.environ.setdefault(*_QUIET)
    # Only this command needs MkDocs.
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    # A build holds what it made to its end: looking for garbage as often as usual finds nothing.
    gc.set_threshold(100_000, 50, 50)
    # A strict build fails over its first warning: say which.
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(message)s"))
    told.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(told)
    try:
        config = load_config(strict=True, site_dir=str(folder))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        click.echo(str(error), err=True)
        return False
    except SystemExit as error:
        # MkDocs ends the process over a broken configuration or a warning in a strict build.
        if isinstance(error.code, str):
            click.echo(error.code, err=True)
        return False
    return True


_QUIET = ("NO_MKDOCS_2_WARNING", "1")


def _mkdocs(*arguments: str) -> int:
    environment = {**os.environ, _QUIET[0]: _QUIET[1]}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603

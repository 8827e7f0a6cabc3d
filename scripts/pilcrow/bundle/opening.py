"""The two files a reader sees first: START-HERE.html and README.txt."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from pilcrow.bundle.holding import Holding
from pilcrow.bundle.policy import with_policy

START = "START-HERE.html"
README = "README.txt"
SUMS = "SHA256SUMS"


def start_page(holding: Holding, style: str) -> str:
    """A page that leads to the report's front page at once, and by a link where it does not.

    Args:
        holding: the report.
        style: address of a style sheet of the bundle.
    """
    front = escape(quote(holding.front))
    what = escape(f"{holding.symbol}, {holding.date_in_words}")
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="0; url={front}">
<title>{what}: offline copy</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{escape(quote(style))}">
</head>
<body class="md-typeset">
<h1>{escape(holding.title)}</h1>
<p>{what}. This is an offline copy in {escape(holding.language_name)}.</p>
<p><a href="{front}">Open the report</a></p>
</body>
</html>
"""
    return with_policy(page)


def readme(holding: Holding) -> str:
    """The README: what it is, how to open it, which date, where a newer one would be.

    Lines end as Windows wants them: its oldest editors show anything else as one line.
    """
    text = f"""{holding.title}
{holding.symbol}, {holding.date_in_words}. In {holding.language_name}.

This folder is an offline copy of the report. It needs no internet and no installation.

To open it: unzip the file first (on Windows: right-click, "Extract All..."), then
double-click {START}. Any browser of the last few years will do. Keep the folder
together; you can copy it to a USB stick, a shared drive or another computer.

To search: type in the box at the top of any page.

To check that nothing is missing or damaged, in this folder:
    Linux:   sha256sum -c {SUMS}
    macOS:   shasum -a 256 -c {SUMS}
With Pilcrow installed, on the zip file or the folder:
    pilcrow bundle --verify FILE

A newer copy, if there is one: {holding.address}
The report as the United Nations published it, which counts where the two differ:
https://docs.un.org/{holding.language}/{quote(holding.symbol)}
"""
    return text.replace("\n", "\r\n")

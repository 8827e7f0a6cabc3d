"""The words of a chart or diagram that Word draws from data: of its drawing nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator

from pilcrow.readers.docx.names import A, Element

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_LONGEST = 9
"""Digits of a rank; a longer one is damaged."""


def printed_words(root: Element) -> tuple[str, ...]:
    """The lines that a part prints: of a chart its titles and labels, of a diagram its texts.

    Numbers are none of them: how a chart prints them, or whether, its data do not say.
    """
    if root.tag == DGM + "dataModel":
        lines = list(_of_diagram(root))
    elif root.tag == CX + "chartSpace":
        points = (point for group in root.iter(CX + "strDim") for point in group.iter(CX + "pt"))
        labels = (point.text or "" for point in points)
        series = (
            value.text or "" for text in root.iter(CX + "txData") for value in text.iter(CX + "v")
        )
        lines = [*_titles(root, CX), _joined(labels), _joined(series)]
    else:
        lines = [*_titles(root, C), _joined(_labels(root, "cat")), _joined(_labels(root, "tx"))]
    return tuple(line for line in (" ".join(each.split()) for each in lines) if line)


def _titles(root: Element, names: str) -> Iterator[str]:
    """The title of the chart, then those of its axes."""
    for title in root.iter(names + "title"):
        yield " ".join(
            "".join(each.text or "" for each in paragraph.iter(A + "t"))
            for paragraph in title.iter(A + "p")
        )


def _labels(root: Element, kind: str) -> Iterator[str]:
    """The words that name the categories ("cat") or the series ("tx")."""
    for series in root.iter(C + "ser"):
        for holder in series.findall(C + kind):
            if holder.find(C + "numRef") is None and holder.find(C + "numLit") is None:
                yield from (value.text or "" for value in holder.iter(C + "v"))


def _joined(labels: Iterator[str]) -> str:
    """The labels on one line, each once."""
    return "; ".join(dict.fromkeys(filter(None, (each.strip() for each in labels))))


def _of_diagram(root: Element) -> Iterator[str]:
    """The texts of a diagram, those below another behind it."""
    points = {point.get("modelId", ""): point for point in root.iter(DGM + "pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in root.iter(DGM + "cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd", "")
            rank = int(order) if order.isdigit() and len(order) <= _LONGEST else 0
            below.setdefault(link.get("srcId", ""), []).append((rank, link.get("destId", "")))
    first = [name for name, point in points.items() if point.get("type") == "doc"]
    seen: dict[str, None] = {}
    stack = first[::-1]
    while stack:
        name = stack.pop()
        if name not in seen and name in points:
            seen[name] = None
            stack.extend(each for _, each in sorted(below.get(name, ()), reverse=True))
    for name in dict.fromkeys((*seen, *points)):
        yield " ".join(
            "".join(each.text or "" for each in paragraph.iter(A + "t"))
            for text in points[name].findall(DGM + "t")
            for paragraph in text.iter(A + "p")
        )

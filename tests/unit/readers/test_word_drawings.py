"""Charts and diagrams of Word files: the picture of one that the file holds, else its words."""

from __future__ import annotations

from pilcrow.model import Report, plain
from pilcrow.pipeline import convert
from tests.unit.made_up import open_rules, paragraphs
from tests.unit.readers.word_file import HEAD, paragraph, png, table, word_file

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_C = f'{_A} xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_CX = f'{_A} xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
_DGM = f'{_A} xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
TEXT = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"


def _series(name: str, *categories: str) -> str:
    points = "".join(f"<c:pt><c:v>{each}</c:v></c:pt>" for each in categories)
    return (
        f"<c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>{name}</c:v></c:pt></c:strCache></c:strRef>"
        f"</c:tx><c:cat><c:strRef><c:strCache>{points}</c:strCache></c:strRef></c:cat>"
        "<c:val><c:numRef><c:numCache><c:pt><c:v>12.34567</c:v></c:pt></c:numCache></c:numRef>"
        "</c:val></c:ser>"
    )


CHART = (
    f"<c:chartSpace {_C}><c:chart><c:title><c:tx><c:rich>{TEXT.format('Growth of things')}"
    "</c:rich></c:tx></c:title>"
    f"{_series('Men', 'Africa', 'Asia')}{_series('Women', 'Africa', 'Asia')}"
    "</c:chart></c:chartSpace>"
).encode()
TREE_MAP = (
    f'<cx:chartSpace {_CX}><cx:strDim type="cat"><cx:lvl><cx:pt>Sea</cx:pt><cx:pt>Land</cx:pt>'
    "</cx:lvl></cx:strDim><cx:numDim><cx:lvl><cx:pt>7</cx:pt></cx:lvl></cx:numDim>"
    "<cx:txData><cx:v>Area</cx:v></cx:txData></cx:chartSpace>"
).encode()


def _point(identifier: str, words: str) -> str:
    return f'<dgm:pt modelId="{identifier}"><dgm:t>{TEXT.format(words)}</dgm:t></dgm:pt>'


DIAGRAM = (
    f'<dgm:dataModel {_DGM}><dgm:pt modelId="0" type="doc"/>'
    f"{_point('3', 'Third')}{_point('1', 'First')}{_point('2', 'Below the first')}"
    '<dgm:cxn srcId="0" destId="3" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/>'
    '<dgm:cxn srcId="1" destId="2" srcOrd="0"/></dgm:dataModel>'
).encode()


def _drawn(inner: str) -> str:
    return f"<w:drawing><wp:inline><a:graphic>{inner}</a:graphic></wp:inline></w:drawing>"


A_CHART = _drawn('<c:chart r:id="P1"/>')
A_TREE_MAP = _drawn(f'<cx:chart {_CX} r:id="P1"/>')
A_DIAGRAM = _drawn(f'<dgm:relIds {_DGM} r:dm="P1"/>')


def _run(drawing: str, instead: str = "") -> str:
    if not instead:
        return f"<w:r>{drawing}</w:r>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="cx1">{drawing}</mc:Choice>'
        f"<mc:Fallback>{instead}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _report(run: str, *parts: bytes, in_table: bool = False) -> Report:
    drawn = paragraph(run)
    content = word_file(
        *HEAD,
        paragraph("\tI.\tOne", style="HCh"),
        paragraph("1.\tBefore.", style="SingleTxt"),
        paragraph("Figure I", style="Caption"),
        table(["Left", "Right"], [drawn, "x"]) if in_table else drawn,
        paragraph("2.\tAfter.", style="SingleTxt"),
        images=parts,
    )
    report = convert(content, "source.docx")
    assert report.ledger.lost == 0
    assert not open_rules(report)
    return report


def _left_out(report: Report) -> list[tuple[str | None, bool]]:
    return [
        (problem.settled_by, "chart" in problem.message)
        for problem in report.problems
        if problem.rule == "figure-left-out"
    ]


def test_the_words_of_a_chart_are_kept_and_its_drawing_is_named() -> None:
    """Title, categories and series once each; its numbers are not printed as they are."""
    for in_table in (False, True):
        report = _report(_run(A_CHART), CHART, in_table=in_table)
        words = paragraphs(report)["para-1"]
        assert words.endswith("Growth of things Africa; Asia Men; Women")
        assert "12.3" not in words
        assert _left_out(report) == [("its words are kept", True)]


def test_a_chart_of_the_newer_kind_is_not_left_out_in_silence() -> None:
    """It stands in a format of its own."""
    report = _report(_run(A_TREE_MAP), TREE_MAP)
    assert paragraphs(report)["para-1"] == "Before. Figure I Sea; Land Area"
    assert _left_out(report) == [("its words are kept", True)]


def test_the_words_of_a_diagram_are_kept_in_the_order_of_its_branches() -> None:
    """Those below another stand behind it, whatever the order in the file."""
    report = _report(_run(A_DIAGRAM), DIAGRAM)
    assert paragraphs(report)["para-1"] == "Before. Figure I First Below the first Third"
    assert _left_out(report) == [("its words are kept", True)]


def test_the_picture_that_stands_for_a_chart_is_shown() -> None:
    """In either way of writing a picture; one that no page shows leaves the words."""
    old = '<w:pict><v:shape style="width:60pt"><v:imagedata r:id="P2"/></v:shape></w:pict>'
    for instead in (_drawn('<a:blip r:embed="P2"/>'), old):
        report = _report(_run(A_CHART, instead), CHART, png(60, 40))
        assert [plain(each.caption) for each in report.walk_figures()] == ["Figure I"]
        assert paragraphs(report)["para-1"] == "Before. Figure I"
        assert _left_out(report) == []
    report = _report(_run(A_CHART, old), CHART, b"\x01\x00\x00\x00 no picture")
    assert paragraphs(report)["para-1"].endswith("Men; Women")
    assert _left_out(report) == [("its words are kept", True)]


def test_a_chart_whose_data_are_damaged_or_missing_is_named() -> None:
    """Nothing else of the file suffers."""
    for parts in ((), (b"<c:chartSpace",), (b"\x00" * 50,)):
        report = _report(_run(A_CHART), *parts)
        assert paragraphs(report)["para-1"] == "Before. Figure I"
        assert _left_out(report) == [("its caption is kept", True)]


def test_a_picture_in_a_paragraph_whose_end_was_deleted_is_kept() -> None:
    """It goes with the words to the paragraph that the next one ends."""
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    content = word_file(
        *HEAD,
        paragraph("1.\tBefore ", _run(_drawn('<a:blip r:embed="P1"/>')), properties=deleted),
        paragraph("it ends."),
        images=(png(60, 40),),
    )
    report = convert(content, "source.docx")
    assert paragraphs(report)["para-1"] == "Before it ends."
    assert len(list(report.walk_figures())) == 1
    assert report.ledger.lost == 0

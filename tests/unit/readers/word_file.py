"""Writes made-up Word files for tests: what a test says, and around it what Word needs."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
STYLES = {
    "HCh": "_ H _Ch",
    "H1": "_ H_1",
    "H23": "_ H_2/3",
    "H4": "_ H_4",
    "SingleTxt": "__Single Txt",
    "HChG": "_ H _Ch_G",
    "H1G": "_ H_1_G",
    "H23G": "_ H_2/3_G",
    "SingleTxtG": "_ Single Txt_G",
    "Bullet1G": "_Bullet 1_G",
    "Session": "Session",
    "TitleHCH": "Title_H_CH",
    "TitleH1": "Title_H1",
    "FootnoteText": "footnote text",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Title": "Title",
    "Caption": "caption",
}


def text(words: str, *, properties: str = "") -> str:
    """A run; a tab in the words is one in Word."""
    inner = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
        for piece in words.split("\t")
    )
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{inner}</w:r>"


def paragraph(*content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; content that is no XML is text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(each if each.startswith("<") else text(each) for each in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def numbered(*content: str, number: int, level: int = 0, style: str = "") -> str:
    """A paragraph that Word numbers itself."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(*content, style=style, properties=numbering)


def note_reference(number: int, *, mark: str = "", kind: str = "footnote") -> str:
    """A reference to a note; its mark where it is typed."""
    custom = ' w:customMarkFollows="1"' if mark else ""
    typed = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:{kind}Reference w:id="{number}"{custom}/>{typed}</w:r>'


def note(number: int, *content: str, mark: str = "", kind: str = "footnote") -> str:
    """A note; with its own mark unless that is typed."""
    own = text(f"{mark}\t") if mark else f"<w:r><w:{kind}Ref/></w:r>{text(' ')}"
    return f'<w:{kind} w:id="{number}">{paragraph(own, *content)}</w:{kind}>'


def table(*rows: Sequence[str]) -> str:
    """A table; a cell that is no XML is a paragraph of text."""
    cells = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def drawing(identifier: str, *, width: int = 0, height: int = 0, about: str = "") -> str:
    """A picture by the id of its image, with its size in pixels and what is said of it."""
    extent = f'<wp:extent cx="{width * 9525}" cy="{height * 9525}"/>' if width else ""
    return (
        f'<w:r><w:drawing><wp:inline>{extent}<wp:docPr id="1" name="x" descr={quoteattr(about)}/>'
        f'<a:graphic><a:graphicData><a:blip r:embed="{identifier}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def level(number: int, form: str, words: str, *, start: int = 1) -> str:
    """A level of a numbering."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


def numbering(*lists: str, uses: Sequence[tuple[int, str]] = ()) -> str:
    """Numberings 1, 2, … with these levels; `uses` are more of the lists, with overrides."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>'
        for index, levels in enumerate(lists)
    )
    first = [(index, "") for index in range(len(lists))]
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{index}"/>{override}</w:num>'
        for number, (index, override) in enumerate([*first, *uses], start=1)
    )
    return abstract + numbers


def word_file(  # noqa: PLR0913 - a Word file has many parts
    *body: str,
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    lists: str = "",
    header: str = "",
    links: Sequence[str] = (),
    images: Sequence[bytes] = (),
    settings: str = "",
    more: Sequence[tuple[str, bytes]] = (),
) -> bytes:
    """A Word file with this body; its links have the ids L1, L2 and so on, its images P1, P2."""
    parts = {
        "styles": "".join(
            f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
            "</w:style>"
            for identifier, name in STYLES.items()
        ),
        "footnotes": "".join(footnotes),
        "endnotes": "".join(endnotes),
        "numbering": lists,
        "header": header,
        "settings": settings,
    }
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header"/></w:sectPr>'
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_TYPES}/{name}" Target="{name}.xml"/>'
        for name, inner in parts.items()
        if inner
    ) + "".join(
        f'<Relationship Id="L{number}" Type="{_TYPES}/hyperlink" Target="{escape(address)}"'
        ' TargetMode="External"/>'
        for number, address in enumerate(links, start=1)
    )
    relations += "".join(
        f'<Relationship Id="P{number}" Type="{_TYPES}/image" Target="media/image{number}"/>'
        for number, _ in enumerate(images, start=1)
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relationships(
            f'<Relationship Id="d" Type="{_TYPES}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relationships(relations),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(body)}"
        f"{section if header else ''}</w:body></w:document>",
    }
    for name, inner in parts.items():
        tag = "hdr" if name == "header" else name
        if inner:
            files[f"word/{name}.xml"] = f"<w:{tag} {_NAMES}>{inner}</w:{tag}>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        for number, image in enumerate(images, start=1):
            archive.writestr(zipfile.ZipInfo(f"word/media/image{number}"), image)
        for name, added in more:
            archive.writestr(zipfile.ZipInfo(name), added)
    return stream.getvalue()


def png(width: int, height: int, *, colour: bytes = b"\x40\x80\xc0") -> bytes:
    """A PNG of one colour."""
    rows = (b"\x00" + colour * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + crc

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size + b"\x08\x02\x00\x00\x00")
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _relationships(inner: str) -> str:
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{name}">{inner}</Relationships>'


HEAD = (
    paragraph("United Nations"),
    paragraph("E/CN.99/2024/7"),
    paragraph("Distr.: General"),
    paragraph("13 March 2024"),
    paragraph("Original: English"),
    paragraph("Commission on Made-up Affairs"),
    paragraph("Tenth session", style="Session"),
    paragraph("\t\tCooperation in made-up affairs", style="TitleHCH"),
    paragraph("\t\tReport of the Secretary-General", style="TitleH1"),
)
"""A masthead without a fault."""

"""Makes the inputs: whole sources of each format, and what damages them.

Input number N of a reader is the same on every run and machine: a failure is named by its number.
"""

import functools
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from tests.unit.made_up import HEAD as MARKDOWN_HEAD
from tests.unit.readers import pdf_file as pdf
from tests.unit.readers import word_file as word

_BOMB = 64 * 1024 * 1024
_DEEP = 20_000
_DAY = (2024, 3, 13, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A reader under test: whole sources, what damages one, and inputs made to do harm."""

    ending: str
    whole: tuple[bytes, ...]
    damage: Callable[[bytes, random.Random], bytes]
    hostile: tuple[bytes, ...]

    def input(self, number: int) -> bytes:
        """Input `number`: first the whole and the hostile ones, then damaged ones."""
        given = (*self.whole, *self.hostile)
        if number < len(given):
            return given[number]
        # Not for secrets: an input has to come back by its number.
        rng = random.Random(f"{self.ending}-{number}")  # noqa: S311
        source = rng.choice(self.whole if rng.random() < 0.99 else given)
        return self.damage(source, rng)


def flipped(content: bytes, rng: random.Random) -> bytes:
    """Some bytes changed, cut out, doubled or moved; now and then the end is missing."""
    if not content:
        return bytes(rng.randrange(256) for _ in range(rng.randrange(64)))
    damaged = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        at = rng.randrange(len(damaged) or 1)
        match rng.randrange(6):
            case 0 if damaged:
                damaged[at] ^= 1 << rng.randrange(8)
            case 1 if damaged:
                damaged[at] = rng.randrange(256)
            case 2:
                del damaged[at : at + rng.randrange(1, 400)]
            case 3:
                piece = damaged[at : at + rng.randrange(1, 400)]
                to = rng.randrange(len(damaged) + 1)
                damaged[to:to] = piece * rng.choice((1, 2, 9))
            case 4:
                damaged[at : at + 4] = rng.randbytes(4)
            case _:
                if rng.random() < 0.3:
                    del damaged[at:]
    return bytes(damaged)


# Markdown


_MARKS = (
    "#", "######### ", "> " * 50, "1. ", "9999999999. ", "54\\. ", "16.1. ", "(a) ", "(xvii) ",
    "[^1]", "[^1]: ", "<sup>2</sup>", "| a | b |\n|---|---|\n", "|" * 300, "**", "_" * 90, "`",
    "\\", "[a](https://", "![x](y.png)", "<script>", "&#0;", "&#xD800;", "\u2028", "\x00", "\x0c",
    "\u202e", "\ufeff", "\u00ad", "Annex I", "V.24-04834 3/18", "I. ", "A. ", "1/ ", "***",
    "The General Assembly,", "é" * 500, "a" * 5000, "(" * 900, "[" * 900, "1. " * 300,
)  # fmt: skip


def _markdown_damage(content: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.3:
        return flipped(content, rng)
    lines = content.decode("utf-8", "replace").split("\n")
    for _ in range(rng.choice((1, 2, 5, 20))):
        at = rng.randrange(len(lines))
        match rng.randrange(6):
            case 0:
                lines[at : at + rng.randrange(1, 5)] = []
                lines = lines or [""]
            case 1:
                lines[at:at] = [rng.choice(lines)] * rng.choice((1, 3))
            case 2:
                other = rng.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = rng.choice(_MARKS) + lines[at]
            case 4:
                to = rng.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:to] + rng.choice(_MARKS) + lines[at][to:]
            case _:
                lines[at] = "    " * rng.randrange(9) + lines[at]
    text = rng.choice(("\n", "\n", "\n", "\r\n", "\r")).join(lines)
    encoding = rng.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1252"))
    return text.encode(encoding, "replace")


@functools.cache
def _markdown() -> Reader:
    body = (
        "# I. Introduction\n\n1. One is a sentence.[^1]\n\n2. Two (UNODC) has (a) a list; and (b)"
        " another.\n\nV.24-04834 2/3\n\n## A. Work\n\n3. Three:\n\n(a) First;\n\n(b) Second.\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n[^1]: A note, see [here](https://example.org/a_b).\n\n"
        "# Annex I\n\n1. In the annex, see paragraph 2 above and E/CN.99/2023/1.\n"
    )
    source = (MARKDOWN_HEAD + body).encode()
    hostile = (
        b"",
        b"\x00" * 5000,
        ("(" * 100_000).encode(),
        ("> " * 50_000 + "1. x").encode(),
        ("1. a\n\n" * 5_000).encode(),
        (MARKDOWN_HEAD + "\n\n".join(f"{'(a) ' * 400}x" for _ in range(50))).encode(),
        (MARKDOWN_HEAD + "*" * 100_000).encode(),
        (MARKDOWN_HEAD + "| " * 50_000).encode(),
        (MARKDOWN_HEAD + "1. " + "a b " * 250_000).encode(),
        (MARKDOWN_HEAD + "1. x" + "[^1]" * 20_000 + "\n\n[^1]: y").encode(),
        (MARKDOWN_HEAD + "# " + "I" * 50_000).encode(),
    )
    return Reader(ending="md", whole=(source,), damage=_markdown_damage, hostile=hostile)


# Word


_VALUES = (b"0", b"-1", b"99999999999", b"", b"%1%2%3%9", b"lowerRoman", b"bullet", b"1.5", b"\xff")
_PIECES = (
    b"<w:tab/>", b'<w:fldChar w:fldCharType="begin"/>', b'<w:fldChar w:fldCharType="end"/>',
    b"<w:del>", b"</w:p>", b"</w:del>", b"<w:sdt><w:sdtContent>", b"<w:tbl><w:tr><w:tc>",
    b'<w:footnoteReference w:id="2"/>', b'<w:sym w:char="F0B7" w:font="Symbol"/>',
    b'<w:gridSpan w:val="99999999"/>', b"<w:vMerge/>", b"<m:t>x</m:t>", b"&#0;", b"&amp;",
    b"<!--x-->", b"<?x?>", b'<w:r><w:drawing><a:blip r:embed="P1"/></w:drawing></w:r>',
    b'<wp:extent cx="999999999999" cy="-1"/>', b"<w:txbxContent><w:p/></w:txbxContent>",
)  # fmt: skip
_TEXTS = (
    b"1.", b"Annex", b"Table 1", b"Figure I", b"(a)", b"I. X", b"1/", b"*", b"2.", b"16.147 ",
    b"9999.", b"The General Assembly,", b"a" * 5000, b"Distr.: General", b"1. " * 300,
)  # fmt: skip
_ELEMENT = re.compile(
    rb"<w:(p|r|tbl|tr|tc|num|lvl|abstractNum|footnote|t|pPr|rPr|numPr|style)[ >].*?</w:\1>",
    re.DOTALL,
)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _replaced(part: bytes, pattern: re.Pattern[bytes], by: bytes, rng: random.Random) -> bytes:
    found = list(pattern.finditer(part))
    if not found:
        return part
    match = rng.choice(found)
    return part[: match.start(1)] + by + part[match.end(1) :]


def _moved(part: bytes, rng: random.Random) -> bytes:
    found = list(_ELEMENT.finditer(part))
    if not found:
        return part
    match, other = rng.choice(found), rng.choice(found)
    match rng.randrange(3):
        case 0:
            return part[: match.start()] + part[match.end() :]
        case 1:
            return part[: match.end()] + match.group() * rng.randint(1, 9) + part[match.end() :]
        case _:
            return part[: other.start()] + match.group() + part[other.start() :]


def _word_damage(content: bytes, rng: random.Random) -> bytes:  # noqa: C901 - ways to damage
    try:
        parts = _parts(content)
    except (zipfile.BadZipFile, OSError):
        return flipped(content, rng)
    if rng.random() < 0.15 or not parts:
        return flipped(content, rng)
    names = sorted(parts)
    for _ in range(rng.choice((1, 1, 2, 3))):
        name = rng.choice(names)
        part = parts.get(name, b"")
        if len(part) > 1_000_000:
            continue
        at = part.find(b">", rng.randrange(len(part) + 1)) + 1
        match rng.randrange(8):
            case 0:
                part = _replaced(part, re.compile(rb'="([^"]*)"'), rng.choice(_VALUES), rng)
            case 1 | 2:
                part = _moved(part, rng)
            case 3:
                part = part[:at] + rng.choice(_PIECES) + part[at:]
            case 4:
                part = _replaced(part, re.compile(rb">([^<>]+)<"), rng.choice(_TEXTS), rng)
            case 5:
                part = flipped(part, rng)
            case 6:
                other = rng.choice(names)
                part, parts[other] = parts.get(other, b""), part
            case _:
                parts.pop(name, None)
                continue
        parts[name] = part
    packed = _packed(parts)
    return flipped(packed, rng) if rng.random() < 0.05 else packed


def _nested(opened: str, inner: str, closed: str) -> str:
    return opened * _DEEP + inner + closed * _DEEP


def _with_part(name: str, content: bytes) -> bytes:
    parts = _parts(word.word_file(*word.HEAD, word.paragraph("1.\tOne.")))
    return _packed({**parts, name: content})


def _entities(declared: str, used: str) -> bytes:
    return (
        f'<?xml version="1.0"?><!DOCTYPE w [{declared}]><w:document xmlns:w="{word.W}"><w:body>'
        f"<w:p><w:r><w:t>{used}</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


@functools.cache
def _word() -> Reader:
    image = word.png(60, 40)
    opened, closed = "<w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r>"
    box = opened + word.paragraph("A box") + closed
    body = (
        word.paragraph("\tI.\tIntroduction", style="HCh"),
        *(
            word.paragraph(f"{n}.\tText {n}", word.note_reference(n), " more.", style="SingleTxt")
            for n in range(1, 6)
        ),
        word.paragraph("Figure I. Growth", style="Caption"),
        word.paragraph(word.drawing("P1", width=600, height=400, about="A chart")),
        word.table(["a", "b"], ["c", word.paragraph("d")]),
        word.numbered("Automatic", number=1),
        word.numbered("Below", number=1, level=1),
        word.paragraph(box),
        word.paragraph('<w:hyperlink r:id="L1"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
    )
    whole = word.word_file(
        *word.HEAD,
        *body,
        footnotes=[word.note(n, f"Note {n}.") for n in range(1, 6)],
        lists=word.numbering(word.level(0, "decimal", "%1.") + word.level(1, "lowerRoman", "(%2)")),
        header=word.paragraph("Distr.: General"),
        links=["https://example.org"],
        images=[image],
    )
    parts = _parts(whole)
    huge = image.replace(
        b"\x00\x00\x00\x3c\x00\x00\x00\x28", b"\x7f\xff\xff\xff\x7f\xff\xff\xff", 1
    )
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    deep = word.word_file(
        *word.HEAD, _nested("<w:tbl><w:tr><w:tc>", word.paragraph("x"), "</w:tc></w:tr></w:tbl>")
    )
    boxes = word.word_file(*word.HEAD, _nested(f"<w:p>{opened}", "<w:p/>", f"{closed}</w:p>"))
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    hostile = (
        b"PK\x03\x04",
        b"PK\x05\x06" + b"\x00" * 18,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        whole[: len(whole) // 2],
        whole + whole,
        deep,
        boxes,
        _with_part("word/document.xml", _entities(lol, "&l9;")),
        _with_part("word/document.xml", _entities(outside, "&x;")),
        _with_part("word/document.xml", b"<w:t>" + b" " * _BOMB),
        _with_part("word/styles.xml", b"\x00" * _BOMB),
        _with_part("word/document.xml", whole),
        _packed({f"part{n}.xml": b"" for n in range(11_000)}),
        word.word_file(*word.HEAD, *(word.paragraph("x") for _ in range(30_000))),
        word.word_file(*word.HEAD, word.table(["x"] * 3000, ["y"] * 3000)),
        word.word_file(*word.HEAD, word.paragraph("word " * 200_000)),
        _packed({**parts, "word/media/image1": image[:90]}),
        _packed({**parts, "word/media/image1": huge}),
    )
    return Reader(ending="docx", whole=(whole,), damage=_word_damage, hostile=hostile)


# PDF


_OBJECTS = (
    (rb"/Kids \[[^]]*\]", b"/Kids [ 1 0 R 2 0 R 3 0 R ]"),
    (rb"/Count \d+", b"/Count 2147483647"),
    (rb"/MediaBox \[[^]]*\]", b"/MediaBox [ 0 0 1e30 1e30 ]"),
    (rb"/MediaBox \[[^]]*\]", b"/MediaBox [ 0 0 0 0 ]"),
    (rb"/Length \d+", b"/Length 99999999"),
    (rb"/Width \d+", b"/Width 2000000000"),
    (rb"/BaseFont /[\w-]+", b"/BaseFont /Nothing"),
    (rb"/Encoding /\w+", b"/Encoding /Identity-H"),
    (rb"\d+ 0 R", b"1 0 R"),
    (rb"\d+ 0 R", b"99999 0 R"),
    (rb"startxref\s+\d+", b"startxref 0"),
    (rb" Tf", b" 0 Tf"),
    (rb"[\d.]+ [\d.]+ Tm", b"1e20 -1e20 Tm"),
    (rb"[\d.]+ [\d.]+ Tm", b"NaN 1 Tm"),
    (rb"\((?:[^()\\]|\\.)*\) Tj", b"(" + b"A" * 5000 + b") Tj"),
    (rb"ET", b"ET " + b"q " * 5000),
    (rb"Q", b"Q " + b"0 0 m 9 9 l S " * 3000),
)


def _pdf_damage(content: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.4:
        return flipped(content, rng)
    damaged = content
    for _ in range(rng.choice((1, 1, 2, 3))):
        pattern, by = rng.choice(_OBJECTS)
        found = list(re.finditer(pattern, damaged))
        if found:
            match = rng.choice(found)
            damaged = damaged[: match.start()] + by + damaged[match.end() :]
    return flipped(damaged, rng) if rng.random() < 0.2 else damaged


def _pdf_of(objects: Sequence[bytes]) -> bytes:
    body = b"%PDF-1.7\n"
    places = []
    for number, inner in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    start = len(body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % count
        + table
        + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    )


def _page(stream: bytes, *, kids: bytes = b"[3 0 R]", media: bytes = b"[0 0 595 842]") -> bytes:
    return _pdf_of(
        (
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids %s /Count 1>>" % kids,
            b"<</Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources"
            b" <</Font <</F1 5 0 R>> /XObject <</X 6 0 R>>>>>>" % media,
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>",
            (
                b"<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject"
                b" <</X 6 0 R>>>> /Length 4>>\nstream\n/X Do\nendstream"
            ),
        )
    )


@functools.cache
def _pdf() -> Reader:
    sentence = "The Commission took note of the report on made-up affairs and asked for another. "
    pieces = (
        pdf.Made(words="Introduction", label="I.", heading=1),
        *(
            pdf.Made(
                words=f"{sentence * (1 + n % 3)}It is number {n}.",
                label=f"{n}.",
                note=f"Note of paragraph {n}." if n % 3 == 0 else "",
            )
            for n in range(1, 14)
        ),
        pdf.Made(words="Figure I", heading=3),
        pdf.Made(words="", drawing=_bars, height=120),
        pdf.Made(words="First member;", label="(a)", indent=36),
    )
    plain, packed = pdf.pdf_file(*pieces, compress=False), pdf.pdf_file(*pieces)
    columns = _columns()
    text = b"BT /F1 12 Tf 90 700 Td (%s) Tj ET"
    many = b"BT /F1 1 Tf 1 1 Td " + b"(word) Tj 0.1 0 Td " * 60_000 + b"ET"
    deep = b"[" * 100_000 + b"]" * 100_000
    bomb = zlib.compress(b"BT /F1 9 Tf (a) Tj ET " * (_BOMB // 22), 9)
    flate = b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream" % (len(bomb), bomb)
    hostile = (
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\x00" * 100_000,
        plain[: len(plain) // 2],
        _page(text % b"Hello", kids=b"[2 0 R]"),
        _page(text % b"Hello", kids=b"[3 0 R " + b"3 0 R " * 20_000 + b"]"),
        _page(text % b"Hello", media=b"[0 0 1e9 1e9]"),
        _page(text % b"Hello", media=b"[0 0 -1 -1]"),
        _page(b"/X Do " * 50),
        _page(many),
        _page(text % deep[:200_000]),
        _page(b"q " * 200_000),
        _page(b"0 0 m " + b"9 9 l " * 200_000 + b"S"),
        _pdf_of((b"<</Type /Catalog /Pages 2 0 R>>", deep, b"null", flate)),
        _page(b"").replace(b"<</Length 0>>\nstream\n\nendstream", flate),
        plain.replace(b"/Count 1", b"/Count 99999999"),
        plain.replace(b"%%EOF", b"%%EOF" + b"\n<</Encrypt 1 0 R>>"),
    )
    return Reader(ending="pdf", whole=(plain, packed, columns), damage=_pdf_damage, hostile=hostile)


def _columns() -> bytes:
    """Two columns with notes, a ruled table with a link in it, and a page on its side."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), pageCompression=0, invariant=1)
    for x in (60, 310):
        for row in range(30):
            canvas.drawString(x, 760 - 20 * row, f"{row + 1}. Words of a column at {x}.")
        canvas.line(x, 140, x + 90, 140)
        canvas.drawString(x, 120, f"{x // 60}/ A note of the column.")
    canvas.showPage()
    for row in range(6):
        canvas.line(60, 700 - 24 * row, 500, 700 - 24 * row)
        for column in range(4):
            canvas.drawString(66 + 110 * column, 684 - 24 * row, f"{row} {column * 100}")
    canvas.linkURL("https://example.org", (66, 540, 160, 560))
    canvas.setPageRotation(90)
    canvas.showPage()
    canvas.rotate(90)
    canvas.drawString(100, -300, "31. Words on their side.")
    canvas.save()
    return stream.getvalue()


def _bars(canvas: Canvas, x: float, y: float) -> None:
    for index in range(5):
        canvas.rect(x + 40 * index, y, 30, 20 * (index + 1), fill=1)


READERS: dict[str, Callable[[], Reader]] = {"markdown": _markdown, "docx": _word, "pdf": _pdf}

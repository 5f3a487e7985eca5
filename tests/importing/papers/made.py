"""Fictional papers made for tests: clean ones of four kinds, and the same with one fault put in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
import pikepdf
import pptx
import xlsxwriter
from docx.document import Document
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from pptx.presentation import Presentation
from tests.importing.documents import STRICT

Change = Callable[[str], str]
WORDS = "Therapies waiting times fell by one week in May."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "5e2bae2a0000000049454e44ae426082"
)


# Packages ------------------------------------------------------------------------------------------------


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(content: bytes, changes: Mapping[str, Change | bytes | str]) -> bytes:
    """The package with parts changed, or put in."""
    parts = parts_of(content)
    for name, change in changes.items():
        if callable(change):
            before = parts[name].decode()
            after = change(before)
            assert after != before, f"{name} was to be changed"
            parts[name] = after.encode()
        else:
            parts[name] = change.encode() if isinstance(change, str) else change
    return packed(parts)


def replaced(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


def relation(key: str, kind: str, target: str, *, outside: bool = False) -> Change:
    """One more relationship in a part of them."""
    mode = ' TargetMode="External"' if outside else ""
    kind = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
    line = f'<Relationship Id="{key}" Type="{kind}" Target="{target}"{mode}/>'
    return replaced("</Relationships>", f"{line}</Relationships>")


def relations(*lines: Change) -> Change:
    def change(text: str) -> str:
        for line in lines:
            text = line(text)
        return text

    return change


def new_relations(*lines: Change) -> str:
    empty = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    return relations(*lines)(empty)


def typed(part: str, kind: str) -> Change:
    return replaced("</Types>", f'<Override PartName="/{part}" ContentType="{kind}"/></Types>')


def strict(content: bytes) -> bytes:
    """The same package with the Strict names."""
    parts = parts_of(content)
    for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
        for everyday, other in STRICT.items():
            parts[name] = parts[name].replace(everyday.encode(), other.encode())
    return packed(parts)


# Clean papers --------------------------------------------------------------------------------------------


def word(write: Callable[[Document], object] | None = None) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.title = "Therapies waiting times"
    document.add_heading("Therapies waiting times", 1)
    document.add_paragraph(WORDS)
    document.add_paragraph("The board is asked to agree the next steps.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["Team", "Weeks", "North", "11"], strict=True
    ):
        cell.text = text
    if write:
        write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def excel(write: Callable[[Any], object] | None = None) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    costs = book.add_worksheet("Costs")
    for row, (team, cost) in enumerate([("Team", "Cost"), ("North", 100), ("South", 250), ("East", 40)]):
        costs.write(row, 0, team)
        costs.write(row, 1, cost)
    costs.write_formula("B5", "=SUM(B2:B4)", None, 390)
    notes = book.add_worksheet("Notes")
    notes.write("A1", WORDS)
    if write:
        write(book)
    book.close()
    return out.getvalue()


def powerpoint(write: Callable[[Presentation], object] | None = None) -> bytes:
    slides = pptx.Presentation()
    slides.core_properties.author = ""
    slides.core_properties.last_modified_by = ""
    for title, words in (
        ("Therapies", WORDS),
        ("Next steps", "Agree the offer."),
        ("Thank you", "Questions"),
    ):
        slide = slides.slides.add_slide(slides.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = words
    if write:
        write(slides)
    out = io.BytesIO()
    slides.save(out)
    return out.getvalue()


def pdf(
    write: Callable[[Pdf], None] | None = None, *, pages: int = 2, lines: tuple[str, ...] = (WORDS,)
) -> bytes:
    """A tagged PDF with a paragraph a page."""
    made = Pdf.new()
    font = made.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
        page = made.pages[-1]
        shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
        page.obj.Contents = made.make_stream(
            f"/P <</MCID 0>> BDC BT /F1 12 Tf 72 720 Td {shown} ET EMC".encode("latin-1")
        )
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.StructParents = len(made.pages) - 1
    _tag(made)
    if write:
        write(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _tag(made: Pdf) -> None:
    root = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    numbers = Array()
    for number, page in enumerate(made.pages):
        element = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=0))
        document.K.append(element)
        numbers.append(number)
        numbers.append(made.make_indirect(Array([element])))
    root.K = Array([document])
    root.ParentTree = made.make_indirect(Dictionary(Nums=numbers))
    made.Root.StructTreeRoot = root
    made.Root.MarkInfo = Dictionary(Marked=True)
    made.Root.Lang = String("en-GB")


def annotated(made: Pdf, **keys: Any) -> pikepdf.Object:
    """A mark on the first page."""
    mark = made.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([72, 700, 92, 720]), **keys))
    page = made.pages[0].obj
    page.Annots = Array([*page.get("/Annots", []), mark])
    return mark


def packet(made: Pdf, inner: str, attributes: str = "") -> None:
    """The newer set of properties."""
    text = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        f'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" {attributes}>'
        f'<pdfuaid:part>1</pdfuaid:part>{inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    stream = Stream(made, text.encode())
    stream["/Type"], stream["/Subtype"] = Name.Metadata, Name.XML
    made.Root.Metadata = made.make_indirect(stream)

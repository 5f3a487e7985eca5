"""PDFs written by hand for tests: tagged as a word processor tags, or with something about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, OutlineItem, Pdf, String

A4 = (595.0, 842.0)


def words_at(text: str, x: float = 60, y: float = 700, size: float = 14) -> bytes:
    return b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n" % (size, x, y, text.encode("cp1252"))


def blank_pdf() -> Pdf:
    return Pdf.new()


def add_page(pdf: Pdf, content: bytes, size: tuple[float, float] = A4, turned: int = 0) -> Dictionary:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page = pdf.add_blank_page(page_size=size)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.obj.Contents = pdf.make_stream(content)
    page.obj.Rotate = turned
    return page.obj


def plain_paper(path: Path, texts: Sequence[str], *, turned: int = 0) -> Path:
    """A PDF with a line of text a page and no tags."""
    with blank_pdf() as pdf:
        for text in texts:
            add_page(pdf, words_at(text), turned=turned)
        pdf.save(path)
    return path


def tagged_paper(
    path: Path,
    headings: Sequence[str],
    *,
    roles: dict[str, str] | None = None,
    names: bool = False,
    bookmarks: bool = True,
    document: bool = True,
    language: str = "",
) -> Path:
    """A page a heading, which a link on the last page leads to by name; tags, bookmarks, names of elements.

    A heading is an H1 or whatever `roles` maps to one.
    """
    kind = next((key for key, means in (roles or {}).items() if means == "/H1"), "/H1")
    with blank_pdf() as pdf:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        parents = NumberTree.new(pdf)
        ids = NameTree.new(pdf)
        for place, heading in enumerate(headings):
            content = b"%s <</MCID 0>> BDC\n%sEMC\n/P <</MCID 1>> BDC\n%sEMC\n" % (
                kind.encode(),
                words_at(heading),
                words_at(f"Words under {heading}", y=660, size=11),
            )
            page = add_page(pdf, content)
            page.StructParents = place
            made = [
                pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(s), P=whole, Pg=page, K=mcid))
                for mcid, s in enumerate((kind, "/P"))
            ]
            parents[place] = pdf.make_indirect(Array(made))
            if names:
                made[0].ID = String(f"heading{place}")
                ids[f"heading{place}"] = made[0]
            whole.K.extend(made)
        _link(pdf, whole, parents, len(headings))
        root.K = Array([whole]) if document else whole.K
        root.ParentTree = parents.obj
        if names:
            root.IDTree = ids.obj
        if roles:
            root.RoleMap = Dictionary({key: Name(means) for key, means in roles.items()})
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        if language:
            pdf.Root.Lang = String(language)
        if bookmarks:
            with pdf.open_outline() as outline:
                outline.root += [OutlineItem(heading, place) for place, heading in enumerate(headings)]
        pdf.save(path)
    return path


def _link(pdf: Pdf, whole: Object, parents: NumberTree, number: int) -> None:
    """On the last page to the first, by a name, as an element of its own."""
    named = NameTree.new(pdf)
    named["top"] = Dictionary(D=Array([pdf.pages[0].obj, Name.XYZ, 0, 800, 0]))
    pdf.Root.Names = Dictionary(Dests=named.obj)
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([60, 600, 200, 620]),
            Contents=String("To the top"),
            A=Dictionary(S=Name.GoTo, D=String("top")),
            StructParent=number,
        )
    )
    page = pdf.pages[-1].obj
    page.Annots = Array([annotation])
    leads = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, P=whole, K=leads))
    whole.K.append(element)
    parents[number] = element


def scanned_paper(path: Path, pages: int = 2) -> Path:
    """Pages that are each one picture from edge to edge."""
    with blank_pdf() as pdf:
        picture = pdf.make_stream(
            b"\xee" * 16,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=4,
            Height=4,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        for _ in range(pages):
            page = add_page(pdf, b"q 595 0 0 842 0 0 cm /Scan Do Q\n")
            page.Resources.XObject = Dictionary(Scan=picture)
        pdf.save(path)
    return path


def locked_paper(path: Path, *, user: str = "", owner: str = "keeper") -> Path:
    """Locked with AES: by its owner against changes, or with a password to open it."""
    with blank_pdf() as pdf:
        add_page(pdf, words_at("Locked words"))
        pdf.save(path, encryption=pikepdf.Encryption(user=user, owner=owner, R=6))
    return path


def long_paper(path: Path, pages: int, number: int = 0) -> Path:
    """Tagged pages as full as those of a report: 45 lines, a heading and a table of twenty cells each."""
    with blank_pdf() as pdf:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        parents = NumberTree.new(pdf)
        for place in range(pages):
            page = add_page(pdf, b"".join(_marked(number, place, line) for line in range(45)))
            page.StructParents = place
            made = [
                pdf.make_indirect(
                    Dictionary(Type=Name.StructElem, S=Name.P if line else Name.H2, P=whole, Pg=page, K=line)
                )
                for line in range(45)
            ]
            whole.K.extend(made)
            parents[place] = pdf.make_indirect(Array(made))
        root.K, root.ParentTree = Array([whole]), parents.obj
        pdf.Root.StructTreeRoot = root
        with pdf.open_outline() as outline:
            outline.root += [OutlineItem(f"Part {place}", place) for place in range(pages)]
        pdf.save(path)
    return path


def _marked(number: int, place: int, line: int) -> bytes:
    """A line, four rules of a table below it, and the words drawn in pieces as word processors do."""
    y = 780 - 16 * line
    kind = b"P" if line else b"H2"
    pieces = f"[(Line {line} of p)-2(age {place} of pa)3(per {number}: fam)-1(ilies wait)2( nine weeks)] TJ"
    return b"/%s <</MCID %d>> BDC\nq 0.04 0.05 0.05 rg BT /F1 11 Tf 60 %d Td %s ET Q\nEMC\n%s" % (
        kind,
        line,
        y,
        pieces.encode(),
        b"/Artifact BMC\n0.6 w 60 %d m 530 %d l S\nEMC\n" % (y - 4, y - 4) * (line % 2),
    )

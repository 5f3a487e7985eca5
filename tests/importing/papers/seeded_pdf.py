"""PDF papers, each with one fault put in."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Encryption, Name, Pdf, Permissions, String
from tests.importing.papers.made import annotated, packet, pdf


def commented() -> bytes:
    def write(made: Pdf) -> None:
        annotated(made, Subtype=Name.Text, T=String("Ruth Calder"), Contents=String("Ask Jo Amberley"))
        mark = annotated(made, Subtype=Name.Highlight, T=String("Ruth Calder"), Contents=String("Too long"))
        mark.Popup = made.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=Array([0, 0, 1, 1]), Parent=mark)
        )
        page = made.pages[0].obj
        page.Annots.append(mark.Popup)

    return pdf(write)


def commented_and_tagged() -> bytes:
    """The tags say what the comment says, and lead to it."""

    def write(made: Pdf) -> None:
        mark = annotated(
            made, Subtype=Name.Text, T=String("Ruth Calder"), Contents=String("A secret"), StructParent=9
        )
        root = made.Root.StructTreeRoot
        document = root.K[0]
        element = made.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Annot,
                P=document,
                Alt=String("A secret"),
                K=Array([Dictionary(Type=Name.OBJR, Obj=mark)]),
            )
        )
        document.K.append(element)
        root.ParentTree.Nums.append(9)
        root.ParentTree.Nums.append(element)

    return pdf(write)


def attached() -> bytes:
    def write(made: Pdf) -> None:
        made.attachments["caseload.xlsx"] = AttachedFileSpec(
            made, b"the whole caseload", filename="caseload.xlsx"
        )

    return pdf(write)


def pinned() -> bytes:
    def write(made: Pdf) -> None:
        file = AttachedFileSpec(made, b"the whole caseload", filename="caseload.xlsx")
        annotated(made, Subtype=Name.FileAttachment, FS=file.obj)

    return pdf(write)


def scripted() -> bytes:
    def write(made: Pdf) -> None:
        script = made.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
        made.Root.OpenAction = script
        made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))

    return pdf(write)


def starting() -> bytes:
    def write(made: Pdf) -> None:
        made.Root.OpenAction = Dictionary(S=Name.Launch, F=String("cmd.exe"))

    return pdf(write)


def linked() -> bytes:
    def write(made: Pdf) -> None:
        annotated(
            made,
            Subtype=Name.Link,
            A=Dictionary(S=Name.URI, URI=String("file://council-fs1/SEND/waits.xlsx")),
        )
        annotated(made, Subtype=Name.Link, A=Dictionary(S=Name.GoToR, F=String("waits.pdf")))
        annotated(made, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://www.gov.uk")))

    return pdf(write)


def authored() -> bytes:
    def write(made: Pdf) -> None:
        made.docinfo["/Author"] = "Ruth Calder"
        made.docinfo["/Title"] = "Therapies"
        packet(made, "<dc:creator><rdf:Seq><rdf:li>Ruth Calder</rdf:li></rdf:Seq></dc:creator>")

    return pdf(write)


def path_as_title() -> bytes:
    def write(made: Pdf) -> None:
        made.docinfo["/Title"] = r"H:\rcalder\SEND\waits.docx"

    return pdf(write)


def hidden_layer() -> bytes:
    def write(made: Pdf) -> None:
        layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft marks")))
        made.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))

    return pdf(write)


def left_over() -> bytes:
    return pdf(lines=("The cost is TBC.", "Appendix B to follow"))


def untagged() -> bytes:
    def write(made: Pdf) -> None:
        del made.Root.StructTreeRoot
        del made.Root.MarkInfo

    return pdf(write)


def scanned() -> bytes:
    return pdf(lines=())


def picture() -> bytes:
    def write(made: Pdf) -> None:
        document = made.Root.StructTreeRoot.K[0]
        document.K.append(
            made.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.Figure, P=document, Pg=made.pages[1].obj, K=1)
            )
        )

    return pdf(write)


def protected() -> bytes:
    """Opens for everybody, and may not be changed."""
    return _encrypted(Encryption(user="", owner="secret", allow=Permissions(modify_other=False)))


def locked() -> bytes:
    return _encrypted(Encryption(user="secret", owner="secret"))


def _encrypted(how: Encryption) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as made:
        made.save(out, encryption=how)
    return out.getvalue()


def mended() -> bytes:
    """Its table of contents leads nowhere, which a reader mends."""
    content = pdf()
    at = content.rindex(b"startxref")
    return content[:at] + b"startxref\n99\n%%EOF\n"

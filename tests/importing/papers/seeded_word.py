"""Word papers, each with one fault put in."""

from __future__ import annotations

import io

from docx.document import Document
from docx.shared import Inches
from tests.importing.papers.made import (
    MICROSOFT,
    OFFICE,
    PIXEL,
    changed,
    relation,
    relations,
    replaced,
    typed,
    word,
)

DOCUMENT, LINKS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
RUTH = 'w:author="Ruth Calder" w:date="2026-05-26T10:00:00Z"'
BODY = "<w:sectPr"


def _body(xml: str) -> bytes:
    return changed(word(), {DOCUMENT: replaced(BODY, f"{xml}{BODY}")})


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tracked() -> bytes:
    """Seven changes: words in and out, a look, a row in and out, a move."""
    gone = f'<w:del w:id="2" {RUTH}><w:r><w:delText>eight</w:delText></w:r></w:del>'
    come = f'<w:ins w:id="1" {RUTH}>{run("eleven")}</w:ins>'
    look = run("bold", f'<w:b/><w:rPrChange w:id="3" {RUTH}><w:rPr/></w:rPrChange>')
    row = '<w:tr><w:trPr><w:{0} w:id="4" {1}/></w:trPr><w:tc><w:p>{2}</w:p></w:tc></w:tr>'
    went = f'<w:del w:id="5" {RUTH}><w:r><w:delText>old row</w:delText></w:r></w:del>'
    rows = (
        row.format("ins", RUTH, run("new row"))
        + row.format("del", RUTH, went)
        + (f"<w:tr><w:tc><w:p>{run('kept row')}</w:p></w:tc></w:tr>")
    )
    away = f'<w:moveFrom w:id="6" {RUTH}>{run("moved words")}</w:moveFrom>'
    here = f'<w:moveTo w:id="7" {RUTH}>{run("moved words")}</w:moveTo>'
    return _body(
        paragraph(run("Waits are ") + come + gone + run(" weeks, ") + look)
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
        + paragraph(away + run("Then "))
        + paragraph(run("later ") + here)
    )


def joined() -> bytes:
    """A paragraph whose end was deleted."""
    mark = f'<w:rPr><w:del w:id="1" {RUTH}/></w:rPr>'
    return _body(paragraph(run("First half, "), mark) + paragraph(run("second half.")))


def commented() -> bytes:
    def write(document: Document) -> None:
        first, second = document.paragraphs[1], document.paragraphs[2]
        document.add_comment(first.runs, "Is this Amberley’s figure?", author="Ruth Calder", initials="RC")
        document.add_comment(second.runs, "Agree wording first.", author="Ruth Calder", initials="RC")

    return word(write)


def hidden() -> bytes:
    return _body(paragraph(run("Seen. ") + run("Not for parents.", "<w:vanish/>")))


def hidden_by_style() -> bytes:
    style = (
        '<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr>'
        '</w:style><w:style w:type="character" w:styleId="Quieter"><w:name w:val="Quieter"/>'
        '<w:basedOn w:val="Quiet"/></w:style>'
    )
    body = paragraph(run("Seen. ") + run("Not for parents.", '<w:rStyle w:val="Quieter"/>'))
    return changed(
        word(),
        {
            DOCUMENT: replaced(BODY, f"{body}{BODY}"),
            "word/styles.xml": replaced("</w:styles>", f"{style}</w:styles>"),
        },
    )


def hidden_row() -> bytes:
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>{run('Child A')}</w:p></w:tc></w:tr>"
    seen = f"<w:tr><w:tc><w:p>{run('Seen')}</w:p></w:tc></w:tr>"
    return _body(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{seen}{row}</w:tbl>" + paragraph(""))


def macros() -> bytes:
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(
        word(),
        {
            TYPES: relations(
                replaced(plain, "application/vnd.ms-word.document.macroEnabled.main+xml"),
                typed("word/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
            ),
            LINKS: relation("rIdVba", f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin"),
            "word/vbaProject.bin": b"Sub AutoOpen()",
        },
    )


def starting_field() -> bytes:
    return _body(paragraph(f'<w:fldSimple w:instr=" DDEAUTO c:\\\\x cmd ">{run("figure")}</w:fldSimple>'))


def protected() -> bytes:
    return changed(
        word(),
        {
            "word/settings.xml": replaced(
                "<w:compat>", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:compat>'
            )
        },
    )


def authored() -> bytes:
    def write(document: Document) -> None:
        document.core_properties.author = "Ruth Calder"
        document.core_properties.last_modified_by = "Ruth Calder"

    return word(write)


def templated() -> bytes:
    """Its template lay on a share."""
    return changed(
        word(),
        {"docProps/app.xml": replaced("<Template>", r"<Template>\\council-fs1\templates\\")},
    )


def custom_property() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    value = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Label_Owner">'
        "<vt:lpwstr>ruth.calder@northmoor.example</vt:lpwstr></property></Properties>"
    )
    return changed(
        word(),
        {
            TYPES: typed("docProps/custom.xml", kind),
            "_rels/.rels": relation("rIdC", "custom-properties", "docProps/custom.xml"),
            "docProps/custom.xml": value,
        },
    )


def embedded() -> bytes:
    """A workbook inside, shown by its picture."""
    shape = (
        '<w:p><w:r><w:object w:dxaOrig="100" w:dyaOrig="100" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<v:shape id="s1" style="width:50pt;height:50pt"><v:imagedata r:id="rIdPic"/></v:shape>'
        '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content" ObjectID="_1" '
        'r:id="rIdOle"/></w:object></w:r></w:p>'
    )
    return changed(
        word(),
        {
            DOCUMENT: replaced(BODY, f"{shape}{BODY}"),
            LINKS: relations(
                relation("rIdPic", "image", "media/object.png"),
                relation("rIdOle", "package", "embeddings/Sheet1.xlsx"),
            ),
            TYPES: relations(
                replaced("<Override", '<Default Extension="png" ContentType="image/png"/><Override'),
                typed(
                    "word/embeddings/Sheet1.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                ),
            ),
            "word/media/object.png": PIXEL,
            "word/embeddings/Sheet1.xlsx": b"the whole caseload",
        },
    )


def linked() -> bytes:
    link = f'<w:hyperlink xmlns:r="{OFFICE}" r:id="rIdF">{run("the waiting list")}</w:hyperlink>'
    target = "file:///\\\\council-fs1\\SEND\\waits.xlsx"
    return changed(
        word(),
        {
            DOCUMENT: replaced(BODY, f"{paragraph(run('See ') + link)}{BODY}"),
            LINKS: relation("rIdF", "hyperlink", target, outside=True),
        },
    )


def linked_by_field() -> bytes:
    def part(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    where = r'HYPERLINK "\\\\council-fs1\\SEND\\waits.xlsx"'
    said = f'<w:r><w:instrText xml:space="preserve"> {where} </w:instrText></w:r>'
    return _body(
        paragraph(run("See ") + part("begin") + said + part("separate") + run("the list") + part("end"))
    )


def left_over() -> bytes:
    return word(lambda document: document.add_paragraph("The cost is TBC and the appendix is to follow."))


def footer_left_over() -> bytes:
    def write(document: Document) -> None:
        document.sections[0].footer.paragraphs[0].text = "[insert date]"

    return word(write)


def picture() -> bytes:
    return word(lambda document: document.add_picture(io.BytesIO(PIXEL), width=Inches(1)))

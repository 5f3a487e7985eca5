"""Excel papers, each with one fault put in."""

from __future__ import annotations

import io
from typing import Any

from tests.importing.papers.made import (
    MICROSOFT,
    OFFICE,
    PIXEL,
    changed,
    excel,
    new_relations,
    relation,
    relations,
    replaced,
    typed,
)

BOOK, LINKS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OPEN = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def commented() -> bytes:
    def write(book: Any) -> None:
        book.worksheets()[0].write_comment("B2", "Jo Amberley disputes this", {"author": "Ruth Calder"})
        book.worksheets()[0].write_comment("B3", "Check.", {"author": "Ruth Calder"})

    return excel(write)


def threaded() -> bytes:
    """A comment of today, which older programs see as a note."""
    person = (
        f'<personList xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments">'
        '<person displayName="Ruth Calder" id="{1}" userId="u" providerId="AD"/></personList>'
    )
    thread = (
        f'<ThreadedComments xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="B2" dT="2026-05-26T10:00:00.00" personId="{1}" id="{2}">'
        "<text>Check this.</text>"
        "</threadedComment></ThreadedComments>"
    )
    note = "[Threaded comment] Your version of Excel allows you to read this"
    noted = excel(lambda book: book.worksheets()[0].write_comment("B2", note, {"author": "tc={2}"}))
    return changed(
        noted,
        {
            LINKS: relation("rIdP", f"{MICROSOFT}/2017/10/relationships/person", "persons/person.xml"),
            "xl/worksheets/_rels/sheet1.xml.rels": relation(
                "rIdT",
                f"{MICROSOFT}/2017/10/relationships/threadedComment",
                "../threads/thread1.xml",
            ),
            "xl/persons/person.xml": person,
            "xl/threads/thread1.xml": thread,
            TYPES: relations(
                typed("xl/persons/person.xml", "application/vnd.ms-excel.person+xml"),
                typed(
                    "../threads/thread1.xml",
                    "application/vnd.ms-excel.threadedcomments+xml",
                ),
            ),
        },
    )


def hidden_rows() -> bytes:
    """Rows 2 and 3 hidden, which the sum below counts."""

    def write(book: Any) -> None:
        book.worksheets()[0].set_row(1, None, None, {"hidden": True})
        book.worksheets()[0].set_row(2, None, None, {"hidden": True})

    return excel(write)


def hidden_column() -> bytes:
    def write(book: Any) -> None:
        book.worksheets()[0].write("D1", "Child’s name")
        book.worksheets()[0].set_column("D:D", None, None, {"hidden": True})

    return excel(write)


def hidden_sheet() -> bytes:
    """A sheet of workings, drawn in a chart, used by a formula, named, and chosen from."""

    def write(book: Any) -> None:
        workings = book.add_worksheet("Workings")
        workings.write_column("A1", [5, 7, 9])
        workings.write("B1", "Only for the team")
        workings.hide()
        costs = book.worksheets()[0]
        costs.write_formula("C5", "=Workings!A1+1", None, 6)
        costs.data_validation("C6", {"validate": "list", "source": "=Workings!$A$1:$A$3"})
        book.define_name("Base", "=Workings!$A$1")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Workings!$A$1:$A$3", "values_data": [5, 7, 9], "name": "Waits"})
        costs.insert_chart("F2", chart, {"description": "Waits by team"})

    return excel(write)


def very_hidden_sheet() -> bytes:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("Deeper")
        sheet.write("A1", "secret")
        sheet.very_hidden()

    return excel(write)


def formatted_away() -> bytes:
    return excel(
        lambda book: book.worksheets()[0].write("D2", "Child A", book.add_format({"num_format": ";;;"}))
    )


def macros() -> bytes:
    return changed(
        excel(),
        {
            TYPES: relations(
                replaced(f"{OPEN}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
                typed("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
            ),
            LINKS: relation("rIdVba", f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin"),
            "xl/vbaProject.bin": b"Sub Auto_Open()",
        },
    )


def macro_sheet() -> bytes:
    sheet = (
        f'<xm:macrosheet xmlns="{SPREADSHEET}" xmlns:xm="{MICROSOFT}/excel/2006/main"><sheetData/>'
        "</xm:macrosheet>"
    )
    entry = '<sheet name="Macro1" sheetId="9" state="hidden" r:id="rIdM"/>'
    return changed(
        excel(),
        {
            BOOK: replaced("</sheets>", f"{entry}</sheets>"),
            LINKS: relation("rIdM", f"{MICROSOFT}/2006/relationships/xlMacrosheet", "macrosheets/sheet1.xml"),
            "xl/macrosheets/sheet1.xml": sheet,
            TYPES: typed("xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml"),
        },
    )


def protected() -> bytes:
    return excel(lambda book: book.worksheets()[0].protect("secret"))


def authored() -> bytes:
    return excel(lambda book: book.set_properties({"author": "Ruth Calder", "manager": "Jo Amberley"}))


def saved_on_share() -> bytes:
    where = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="x15"><x15ac:absPath url="H:\\rcalder\\SEND\\" '
        f'xmlns:x15ac="{MICROSOFT}/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>'
    )
    return changed(excel(), {BOOK: replaced("<bookViews>", f"{where}<bookViews>")})


def embedded() -> bytes:
    """A Word document inside, beside a picture of the sheet."""
    ole = (
        '<oleObjects><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x14"><oleObject progId="Word.Document.12" shapeId="1025" r:id="rIdOle">'
        '<objectPr defaultSize="0" r:id="rIdPic"><anchor moveWithCells="1"><from><xdr:col xmlns:xdr="http://schemas'
        '.openxmlformats.org/drawingml/2006/spreadsheetDrawing">4</xdr:col></from><to><xdr:col xmlns:xdr="http://'
        'schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">6</xdr:col></to></anchor></objectPr>'
        "</oleObject></mc:Choice></mc:AlternateContent></oleObjects>"
    )
    start = excel(
        lambda book: book.worksheets()[0].insert_image(
            "D1", "map.png", {"image_data": io.BytesIO(PIXEL), "description": "A map of the area"}
        )
    )
    return changed(
        start,
        {
            SHEET: replaced("</worksheet>", f"{ole}</worksheet>"),
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                relation("rIdOle", "package", "../embeddings/Document1.docx"),
                relation("rIdPic", "image", "../media/object.png"),
            ),
            "xl/media/object.png": PIXEL,
            "xl/embeddings/Document1.docx": b"a whole letter",
            TYPES: typed("xl/embeddings/Document1.docx", "application/vnd.openxmlformats-officedocument"),
        },
    )


def linked() -> bytes:
    return excel(
        lambda book: book.worksheets()[1].write_url(
            "A2", r"external:\\council-fs1\SEND\waits.xlsx", string="the list"
        )
    )


def linked_by_formula() -> bytes:
    formula = r'=HYPERLINK("\\council-fs1\SEND\waits.xlsx","the list")'
    return excel(lambda book: book.worksheets()[1].write_formula("A2", formula, None, "the list"))


def linked_workbook() -> bytes:
    """A formula into another workbook, whose values are kept inside."""
    link = (
        f'<externalLink xmlns="{SPREADSHEET}"><externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument'
        '/2006/relationships" r:id="rId1"><sheetNames><sheetName val="Caseload"/></sheetNames></externalBook>'
        "</externalLink>"
    )
    listed = '<externalReferences><externalReference r:id="rIdX"/></externalReferences>'
    start = excel(lambda book: book.worksheets()[1].write_formula("B1", "=[1]Caseload!A1", None, 42))
    return changed(
        start,
        {
            BOOK: replaced("</sheets>", f"</sheets>{listed}"),
            LINKS: relation("rIdX", "externalLink", "externalLinks/externalLink1.xml"),
            "xl/externalLinks/externalLink1.xml": link,
            "xl/externalLinks/_rels/externalLink1.xml.rels": new_relations(
                relation("rId1", "externalLinkPath", "file:///S:/SEND/caseload.xlsx", outside=True)
            ),
            TYPES: typed("xl/externalLinks/externalLink1.xml", f"{OPEN}.externalLink+xml"),
        },
    )


def connected() -> bytes:
    connection = (
        f'<connections xmlns="{SPREADSHEET}"><connection id="1" name="Case system" type="1">'
        '<dbPr connection="DSN=cases;UID=rcalder"/></connection></connections>'
    )
    return changed(
        excel(),
        {
            LINKS: relation("rIdN", "connections", "connections.xml"),
            "xl/connections.xml": connection,
            TYPES: typed("xl/connections.xml", f"{OPEN}.connections+xml"),
        },
    )


def pivoted() -> bytes:
    """The rows behind a pivot table."""
    cache = (
        f'<pivotCacheDefinition xmlns="{SPREADSHEET}" recordCount="1"><cacheSource type="worksheet">'
        '<worksheetSource ref="A1:B4" sheet="Costs"/></cacheSource><cacheFields count="0"/>'
        "</pivotCacheDefinition>"
    )
    table = (
        f'<pivotTableDefinition xmlns="{SPREADSHEET}" name="P" cacheId="1" dataCaption="D">'
        '<location ref="D1:D2" firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/></pivotTableDefinition>'
    )
    records = f'<pivotCacheRecords xmlns="{SPREADSHEET}"><r><s v="Child A"/></r></pivotCacheRecords>'
    listed = '<pivotCaches><pivotCache cacheId="1" r:id="rIdC"/></pivotCaches>'
    return changed(
        excel(),
        {
            BOOK: replaced("</workbook>", f"{listed}</workbook>"),
            LINKS: relation("rIdC", "pivotCacheDefinition", "pivotCache/definition.xml"),
            "xl/worksheets/_rels/sheet1.xml.rels": new_relations(
                relation("rIdT", "pivotTable", "../pivotTables/table.xml")
            ),
            "xl/pivotTables/table.xml": table,
            "xl/pivotTables/_rels/table.xml.rels": new_relations(
                relation("rId1", "pivotCacheDefinition", "../pivotCache/definition.xml")
            ),
            "xl/pivotCache/definition.xml": cache,
            "xl/pivotCache/_rels/definition.xml.rels": new_relations(
                relation("rId1", "pivotCacheRecords", "records.xml")
            ),
            "xl/pivotCache/records.xml": records,
        },
    )


def tracked() -> bytes:
    """A shared workbook with its log."""
    headers = (
        f'<headers xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}">'
        '<header guid="{1}" dateTime="2026-05-26T10:00:00Z" userName="Ruth Calder" r:id="rId1"/></headers>'
    )
    log = f'<revisions xmlns="{SPREADSHEET}"><rcc rId="1" sId="1"><nc r="B2"><v>90</v></nc></rcc></revisions>'
    return changed(
        excel(),
        {
            LINKS: relation("rIdR", "revisionHeaders", "revisions/revisionHeaders.xml"),
            "xl/revisions/revisionHeaders.xml": headers,
            "xl/revisions/_rels/revisionHeaders.xml.rels": new_relations(
                relation("rId1", "revisionLog", "revisionLog1.xml")
            ),
            "xl/revisions/revisionLog1.xml": log,
        },
    )


def left_over() -> bytes:
    return excel(lambda book: book.worksheets()[0].write("C2", "Figure to follow"))


def picture() -> bytes:
    return excel(
        lambda book: book.worksheets()[0].insert_image(
            "D1", "map.png", {"image_data": io.BytesIO(PIXEL), "description": ""}
        )
    )

"""A document as a .docx file: the same document always gives the same bytes."""

from __future__ import annotations

import io
import zipfile

from boarddesk.reports import house_style as house
from boarddesk.reports.document import Document
from boarddesk.reports.house_style import twips
from boarddesk.reports.layout import page_count
from boarddesk.reports.word.body import Body, Parts, paragraph
from boarddesk.reports.word.styles import numbering_part, settings_part, styles_part
from boarddesk.reports.word.theme import theme_part
from boarddesk.reports.word.xml import DECLARATION, attribute, content, part, runs

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MOMENT = (1980, 1, 1, 0, 0, 0)

_PARTS = (
    ("/word/document.xml", f"{_WORD}.document.main+xml"),
    ("/word/styles.xml", f"{_WORD}.styles+xml"),
    ("/word/settings.xml", f"{_WORD}.settings+xml"),
    ("/word/numbering.xml", f"{_WORD}.numbering+xml"),
    ("/word/fontTable.xml", f"{_WORD}.fontTable+xml"),
    ("/word/header1.xml", f"{_WORD}.header+xml"),
    ("/word/header2.xml", f"{_WORD}.header+xml"),
    ("/word/footer1.xml", f"{_WORD}.footer+xml"),
    ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
)


def write(document: Document) -> bytes:
    """The .docx file of a document."""
    body = Body(document)
    inside = body.xml(_section(document))
    pages = page_count(document)
    parts = {
        "[Content_Types].xml": _content_types(body.parts),
        "_rels/.rels": _root_relationships(),
        "docProps/app.xml": _app(pages),
        "docProps/core.xml": _core(document),
        "word/_rels/document.xml.rels": _relationships(body.parts),
        "word/document.xml": inside,
        "word/fontTable.xml": _fonts(),
        "word/footer1.xml": part("ftr", _footer(document, pages)),
        "word/header1.xml": part("hdr", paragraph("FirstHeader", runs(document.partnership))),
        "word/header2.xml": part("hdr", paragraph("Header", runs(document.running_title))),
        "word/numbering.xml": numbering_part(body.parts.numbered_lists),
        "word/settings.xml": settings_part(document),
        "word/styles.xml": styles_part(document),
        "word/theme/theme1.xml": theme_part(),
        **{f"word/media/picture{place}.png": png for place, png in enumerate(body.parts.pictures, start=1)},
    }
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file without a clock or a machine in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, inside)
    return held.getvalue()


def _section(document: Document) -> str:
    sheet = house.sheet(document.page, initials_line=document.initials_line)
    lying = ' w:orient="landscape"' if sheet.landscape else ""
    side, edge = twips(sheet.side), twips(sheet.edge)
    return (
        '<w:sectPr><w:headerReference w:type="first" r:id="rIdHeader1"/>'
        '<w:headerReference w:type="default" r:id="rIdHeader2"/>'
        '<w:footerReference w:type="first" r:id="rIdFooter1"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter1"/>'
        f'<w:pgSz w:w="{twips(sheet.width)}" w:h="{twips(sheet.height)}"{lying}/>'
        f'<w:pgMar w:top="{twips(sheet.top)}" w:right="{side}" w:bottom="{twips(sheet.bottom)}" '
        f'w:left="{side}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _field(name: str, shown: int) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'


def _footer(document: Document, pages: int) -> str:
    counted = f"{runs('Page ')}{_field('PAGE', 1)}{runs(' of ')}{_field('NUMPAGES', pages)}"
    line = paragraph("Footer", f"{runs(document.footer)}<w:r><w:tab/></w:r>{counted}")
    if not document.initials_line:
        return line
    return paragraph("InitialsLine", f"{runs('Chair’s initials ')}<w:r><w:tab/></w:r>") + line


def _content_types(parts: Parts) -> bytes:
    png = '<Default Extension="png" ContentType="image/png"/>' if parts.pictures else ""
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _PARTS)
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{overrides}</Types>'
    ).encode()


def _related(rows: list[str]) -> bytes:
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'
    ).encode()


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target={attribute(target)}/>'


def _root_relationships() -> bytes:
    return _related(
        [
            _relation("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            _relation("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            _relation("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _relationships(parts: Parts) -> bytes:
    fixed = (
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdTheme", "theme", "theme/theme1.xml"),
        ("rIdHeader1", "header", "header1.xml"),
        ("rIdHeader2", "header", "header2.xml"),
        ("rIdFooter1", "footer", "footer1.xml"),
    )
    rows = [_relation(key, f"{_OFFICE}/{kind}", target) for key, kind, target in fixed]
    rows += [
        _relation(f"rIdPicture{place}", f"{_OFFICE}/image", f"media/picture{place}.png")
        for place in range(1, len(parts.pictures) + 1)
    ]
    rows += [
        f'<Relationship Id="rIdLink{place}" Type="{_OFFICE}/hyperlink" Target={attribute(address)} '
        'TargetMode="External"/>'
        for place, address in enumerate(parts.links, start=1)
    ]
    return _related(rows)


def _core(document: Document) -> bytes:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{content(document.title)}</dc:title><dc:language>{content(document.language)}</dc:language>"
        f"{_property('contentStatus', document.edition)}{_property('category', document.copy)}"
        "</cp:coreProperties>"
    ).encode()


def _property(name: str, said: str) -> str:
    return f"<cp:{name}>{content(said)}</cp:{name}>" if said else ""


def _app(pages: int) -> bytes:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Pages>{pages}</Pages><Application>BoardDesk</Application></Properties>'
    ).encode()


def _fonts() -> bytes:
    named = "".join(
        f'<w:font w:name="{name}"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name in (house.FONT, house.SYMBOL_FONT)
    )
    return part("fonts", named)

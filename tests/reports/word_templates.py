"""Makes the base documents that every Word document is written on: `python3 dev.py templates`.

They carry the house style: paragraph styles, lists, theme, headers and footer, for an upright page and a
lying one.  After a change to `house_style.py` they are made anew; a test says when that was forgotten.
"""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument

from boarddesk.reports import house_style as house
from boarddesk.reports.document import Page
from boarddesk.reports.house_style import twips
from boarddesk.reports.word.styles import add_style
from boarddesk.reports.word.writer import BASES, packed, zipped
from boarddesk.resources import resource

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}/relationships" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture"'
)
KINDS = {
    "/word/document.xml": f"{WORD}.document.main+xml",
    "/word/styles.xml": f"{WORD}.styles+xml",
    "/word/settings.xml": f"{WORD}.settings+xml",
    "/word/numbering.xml": f"{WORD}.numbering+xml",
    "/word/fontTable.xml": f"{WORD}.fontTable+xml",
    "/word/header1.xml": f"{WORD}.header+xml",
    "/word/header2.xml": f"{WORD}.header+xml",
    "/word/footer1.xml": f"{WORD}.footer+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
COLOURS = {
    "dk1": house.INK,
    "lt1": "FFFFFF",
    "dk2": house.SLATE,
    "lt2": house.HEADER_FILL,
    "accent1": house.SLATE,
    "accent2": "28A197",
    "accent3": "FFBF47",
    "accent4": "B10E1E",
    "accent5": "003078",
    "accent6": house.GREY,
    "hlink": house.LINK,
    "folHlink": house.LINK,
}
LANGUAGE = "en-GB"


def main() -> None:
    for page, name in BASES.items():
        path = resource("word") / name
        path.write_bytes(packed(template(page)))
        print(f"Made {path.relative_to(path.parents[2])}")


def template(page: Page) -> WordDocument:
    """The base document for a page: the parts no library makes, then every style of the house."""
    made = docx.Document(io.BytesIO(zipped(parts(page))))
    for style in (*house.text_styles(page), *house.table_styles(page), *house.frame_styles(page)):
        add_style(made, style)
    return made


def parts(page: Page) -> dict[str, bytes]:
    related = {
        "rIdStyles": ("styles", "styles.xml"),
        "rIdSettings": ("settings", "settings.xml"),
        "rIdNumbering": ("numbering", "numbering.xml"),
        "rIdFonts": ("fontTable", "fontTable.xml"),
        "rIdTheme": ("theme", "theme/theme1.xml"),
        "rIdHeader1": ("header", "header1.xml"),
        "rIdHeader2": ("header", "header2.xml"),
        "rIdFooter1": ("footer", "footer1.xml"),
    }
    told = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            relation("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            relation("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            relation("rId3", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": relationships(
            *(
                relation(key, f"{OFFICE}/relationships/{kind}", target)
                for key, (kind, target) in related.items()
            )
        ),
        "word/document.xml": part("document", f"<w:body>{section(page)}</w:body>"),
        "word/styles.xml": part("styles", defaults() + character_styles() + table_style()),
        "word/settings.xml": part("settings", settings()),
        "word/numbering.xml": part("numbering", numbering()),
        "word/fontTable.xml": part("fonts", fonts()),
        "word/header1.xml": part("hdr", paragraph("FirstHeader", "")),
        "word/header2.xml": part("hdr", paragraph("Header", "")),
        "word/footer1.xml": part("ftr", paragraph("Footer", footer())),
        "word/theme/theme1.xml": theme(),
        "docProps/core.xml": core(),
        "docProps/app.xml": (
            f'<Properties xmlns="{OFFICE}/extended-properties"><Pages>1</Pages>'
            "<Application>BoardDesk</Application></Properties>"
        ),
    }
    return {name: f"{DECLARATION}{inside}".encode() for name, inside in told.items()}


# The package


def content_types() -> str:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in KINDS.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(*rows: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'


def core() -> str:
    """Properties without a person and without a clock in them."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>'
    )


def part(root: str, inside: str) -> str:
    return f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"


# The page and its frame


def section(page: Page) -> str:
    sheet = house.sheet(page)
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


def paragraph(style: str, inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def footer() -> str:
    """Page 1 of 1 at the right, counted by whatever program shows it."""
    page, pages = (
        f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for name in ("PAGE", "NUMPAGES")
    )
    return f"<w:r><w:tab/></w:r>{run('Page ')}{page}{run(' of ')}{pages}"


# Styles, lists, settings


def fonts_of(family: str) -> str:
    return "".join(f' w:{name}="{family}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))


def defaults() -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts_of(house.FONT)}/><w:color w:val="{house.INK}"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def character_styles() -> str:
    size = round(house.SYMBOL_SIZE * 2)
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Shape"><w:name w:val="Shape"/>'
        f'<w:rPr><w:rFonts{fonts_of(house.SYMBOL_FONT)}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '</w:rPr></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{house.LINK}"/><w:u w:val="single"/></w:rPr></w:style>'
    )


def line(side: str, thickness: float, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{round(thickness * 8)}" w:space="0" w:color="{colour}"/>'


def table_style() -> str:
    lines = (
        line("top", 1.5, house.SLATE) + line("bottom", 1, house.SLATE) + line("insideH", 0.5, house.HAIRLINE)
    )
    margins = "".join(
        f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>'
        for side, width in (("top", 0.05), ("left", 0.15), ("bottom", 0.08), ("right", 0.15))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="BoardTable"><w:name w:val="Board table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        f"<w:tcBorders>{line('bottom', 1, house.SLATE)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{house.HEADER_FILL}"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/></w:style>'
    )


def level(place: int, *, form: str, text: str, left: float, hanging: float, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    close = "" if hanging else '<w:suff w:val="space"/>'
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}{close}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(left)}" '
        f'w:hanging="{twips(hanging)}"/></w:pPr></w:lvl>'
    )


def lists() -> dict[int, str]:
    """The levels of each list by its number."""
    minute = house.MINUTE_HANGING
    return {
        house.BULLET_LIST: level(
            0,
            form="bullet",
            text="•",
            left=house.BULLET_LEFT,
            hanging=house.BULLET_HANGING,
            style="ListBullet",
        ),
        house.NUMBER_LIST: level(
            0,
            form="decimal",
            text="%1.",
            left=house.LIST_LEFT,
            hanging=house.LIST_HANGING,
            style="ListNumber",
        ),
        house.MINUTES_LIST: level(0, form="decimal", text="%1.", left=0, hanging=0)
        + level(1, form="decimal", text="%1.%2", left=minute, hanging=minute, style="MinuteParagraph"),
        house.WIDE_NUMBER_LIST: level(
            0, form="decimal", text="%1.", left=house.WIDE_LIST_LEFT, hanging=house.WIDE_LIST_HANGING
        ),
    }


def numbering() -> str:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number - 1}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
        for number, levels in lists().items()
    )
    plain = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>' for number in lists()
    )
    return kinds + plain


def settings() -> str:
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def fonts() -> str:
    return "".join(
        f'<w:font w:name="{name}"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name in (house.FONT, house.SYMBOL_FONT)
    )


def theme() -> str:
    """Ink, slate and the fills as theme colours, one font for headings and text."""
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    edge = f'<a:ln w="9525">{solid}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    both = "".join(
        f'<a:{kind}><a:latin typeface="{house.FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind in ("majorFont", "minorFont")
    )
    formats = (
        f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{edge * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<a:theme name="Board" xmlns:a="{DRAWING}/main"><a:themeElements>'
        f'<a:clrScheme name="Board">{colours}</a:clrScheme><a:fontScheme name="Board">{both}</a:fontScheme>'
        f'<a:fmtScheme name="Board">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


if __name__ == "__main__":
    main()

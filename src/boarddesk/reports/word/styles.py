"""The styles, numbering, theme and settings parts of our own base template."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boarddesk.reports import house_style as house
from boarddesk.reports.document import Chip, Document, Page
from boarddesk.reports.house_style import Border, Style, Tab, points, twips
from boarddesk.reports.word.xml import attribute, part

FONTS = "".join(f' w:{name}="{house.FONT}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
SYMBOL_FONTS = FONTS.replace(house.FONT, house.SYMBOL_FONT)
_BUILT_IN = frozenset(
    ("Normal", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Header", "Footer", "TOC1")
)


def chip_key(chip: Chip, position: int) -> str:
    """A style's key: its letters and digits, with its place so that no two are alike."""
    return f"Chip{position}{re.sub('[^A-Za-z0-9]', '', chip.style)}"


def chip_keys(document: Document) -> dict[str, str]:
    """Style name to style key, for every status and level the document offers."""
    return {chip.style: chip_key(chip, place) for place, chip in enumerate(document.chips_used(), start=1)}


def _border(border: Border) -> str:
    kind = "double" if border.double else "single"
    return (
        f'<w:{border.side.value} w:val="{kind}" w:sz="{round(border.thickness * 8)}" '
        f'w:space="{border.space}" w:color="{border.colour}"/>'
    )


def _tab(tab: Tab) -> str:
    leader = f' w:leader="{tab.leader}"' if tab.leader else ""
    return f'<w:tab w:val="{"right" if tab.right else "left"}"{leader} w:pos="{twips(tab.at)}"/>'


def _numbering(style: Style) -> str:
    if style.numbering is None:
        return ""
    number, level = style.numbering
    shown = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{shown}<w:numId w:val="{number}"/></w:numPr>'


def _spacing(style: Style) -> str:
    return (
        f'<w:spacing w:before="{points(style.before)}" w:after="{points(style.after)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
    )


def _indents(style: Style) -> str:
    if not (style.left or style.right or style.hanging):
        return ""
    return f'<w:ind w:left="{twips(style.left)}" w:right="{twips(style.right)}"/>'


def _paragraph_properties(style: Style) -> str:
    pieces = (
        "<w:keepNext/>" if style.keep_next else "",
        "<w:keepLines/>" if style.keep_lines else "",
        _numbering(style),
        f"<w:pBdr>{''.join(map(_border, style.borders))}</w:pBdr>" if style.borders else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>' if style.fill else "",
        f"<w:tabs>{''.join(map(_tab, style.tabs))}</w:tabs>" if style.tabs else "",
        _spacing(style),
        _indents(style),
        f'<w:jc w:val="{"center" if style.centred else "left"}"/>',
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
    )
    return f"<w:pPr>{''.join(pieces)}</w:pPr>"


def _run_properties(style: Style) -> str:
    weight = "<w:b/><w:bCs/>" if style.bold else ""
    size = round(style.size * 2)
    return (
        f'<w:rPr>{weight}<w:color w:val="{style.colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        "</w:rPr>"
    )


def _style(style: Style) -> str:
    own = "" if style.key in _BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if style.key == "Normal" else ""
    based = "" if style.key == "Normal" else '<w:basedOn w:val="Normal"/>'
    after = '<w:next w:val="Normal"/>' if style.outline is not None else ""
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{style.key}">'
        f"<w:name w:val={attribute(style.name)}/>{based}{after}<w:qFormat/>"
        f"{_paragraph_properties(style)}{_run_properties(style)}</w:style>"
    )


def _character_styles() -> str:
    size = round(house.SYMBOL_SIZE * 2)
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Shape"><w:name w:val="Shape"/>'
        f'<w:rPr><w:rFonts{SYMBOL_FONTS}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{house.LINK}"/><w:u w:val="single"/></w:rPr></w:style>'
    )


def _line(side: str, thickness: float, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{round(thickness * 8)}" w:space="0" w:color="{colour}"/>'


def _table_style() -> str:
    lines = (
        _line("top", 1.5, house.SLATE)
        + _line("bottom", 1, house.SLATE)
        + _line("insideH", 0.5, house.HAIRLINE)
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
        f"<w:tcBorders>{_line('bottom', 1, house.SLATE)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{house.HEADER_FILL}"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/></w:style>'
    )


def _defaults(language: str) -> str:
    speech = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{FONTS}/><w:color w:val="{house.INK}"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/>{speech}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def styles_of(page: Page) -> tuple[Style, ...]:
    """Every paragraph style but the chips."""
    return (*house.text_styles(page), *house.table_styles(page), *house.frame_styles(page))


def styles_part(document: Document) -> bytes:
    """word/styles.xml"""
    keys = chip_keys(document)
    chips = tuple(house.chip_style(chip, key=keys[chip.style]) for chip in document.chips_used())
    paragraphs = "".join(map(_style, (*styles_of(document.page), *chips)))
    return part("styles", _defaults(document.language) + paragraphs + _character_styles() + _table_style())


def _level(level: int, *, form: str, text: str, left: float, hanging: float, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    close = "" if hanging else '<w:suff w:val="space"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}{close}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(left)}" '
        f'w:hanging="{twips(hanging)}"/></w:pPr></w:lvl>'
    )


def _lists() -> tuple[str, ...]:
    left, hanging = house.LIST_LEFT, house.LIST_HANGING
    return (
        _level(
            0,
            form="bullet",
            text="•",
            left=house.BULLET_LEFT,
            hanging=house.BULLET_HANGING,
            style="ListBullet",
        ),
        _level(0, form="decimal", text="%1.", left=left, hanging=hanging, style="ListNumber"),
        _level(0, form="decimal", text="%1.", left=0, hanging=0)
        + _level(
            1,
            form="decimal",
            text="%1.%2",
            left=house.MINUTE_HANGING,
            hanging=house.MINUTE_HANGING,
            style="MinuteParagraph",
        ),
        _level(0, form="decimal", text="%1.", left=house.WIDE_LIST_LEFT, hanging=house.WIDE_LIST_HANGING),
    )


def numbering_part(numbered_lists: Sequence[int]) -> bytes:
    """word/numbering.xml; every numbered list has a number of its own, starting again at 1."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
        for place, levels in enumerate(_lists())
    )
    plain = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place - 1}"/></w:num>'
        for place in range(house.BULLET_LIST, house.FIRST_RESTARTED_LIST)
    )
    first = house.FIRST_RESTARTED_LIST
    restarted = "".join(
        f'<w:num w:numId="{first + place}"><w:abstractNumId w:val="{kind - 1}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for place, kind in enumerate(numbered_lists)
    )
    return part("numbering", kinds + plain + restarted)


def settings_part(document: Document) -> bytes:
    """word/settings.xml"""
    compatibility = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return part(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        + compatibility
        + f'<w:themeFontLang w:val="{document.language}"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/>',
    )

"""The house style as styles of Word: those of the base document, and one for each status and level."""

from __future__ import annotations

import re

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle

from boarddesk.reports import house_style as house
from boarddesk.reports.document import Document
from boarddesk.reports.house_style import Style, twips
from boarddesk.reports.word.elements import add, frame_paragraph
from boarddesk.reports.xml_text import legal

_BUILT_IN = frozenset(
    ("Normal", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Header", "Footer", "TOC1")
)


def chip_keys(document: Document) -> dict[str, str]:
    """Style name to style key, for every status and level; its place in the key, so that no two are alike."""
    return {
        chip.style: f"Chip{place}{re.sub('[^A-Za-z0-9]', '', chip.style)}"
        for place, chip in enumerate(document.chips_used(), start=1)
    }


def add_chips(word: WordDocument, document: Document) -> None:
    """The paragraph styles a secretary chooses among to change a status or a level."""
    keys = chip_keys(document)
    for chip in document.chips_used():
        add_style(word, house.chip_style(chip, key=keys[chip.style]))


def add_style(word: WordDocument, style: Style) -> None:
    """A paragraph style of the house."""
    # Not by the call that first looks whether there is one: it stumbles over a quotation mark in the name.
    element = word.styles.element.add_style_of_type(
        legal(style.name), WD_STYLE_TYPE.PARAGRAPH, style.key in _BUILT_IN
    )
    made = ParagraphStyle(element)
    made.style_id = style.key
    if style.key == "Normal":
        element.default = True
    else:
        element.basedOn_val = "Normal"
    made.quick_style = True
    if style.outline is not None:
        made.next_paragraph_style = word.styles["Normal"]
    _format_paragraph(made, style)
    made.font.bold = made.font.cs_bold = style.bold or None
    made.font.color.rgb = RGBColor.from_string(style.colour)
    made.font.size = Pt(style.size)
    add(element.rPr, "szCs", val=round(style.size * 2))


def _format_paragraph(made: ParagraphStyle, style: Style) -> None:
    properties, form = made.element.get_or_add_pPr(), made.paragraph_format
    frame_paragraph(properties, style.borders, style.fill)
    form.keep_with_next = style.keep_next or None
    form.keep_together = style.keep_lines or None
    if style.numbering is not None:
        list_id, level = style.numbering
        numbering = properties.get_or_add_numPr()
        numbering.get_or_add_numId().val = list_id
        if level:
            numbering.get_or_add_ilvl().val = level
    for tab in style.tabs:
        side = WD_TAB_ALIGNMENT.RIGHT if tab.right else WD_TAB_ALIGNMENT.LEFT
        leader = WD_TAB_LEADER.from_xml(tab.leader) if tab.leader else WD_TAB_LEADER.SPACES
        form.tab_stops.add_tab_stop(Twips(twips(tab.at)), side, leader)
    form.space_before, form.space_after = Pt(style.before), Pt(style.after)
    form.line_spacing = style.line
    if style.left or style.right:
        form.left_indent, form.right_indent = Twips(twips(style.left)), Twips(twips(style.right))
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if style.centred else WD_ALIGN_PARAGRAPH.LEFT
    if style.outline is not None:
        add(properties, "outlineLvl", val=style.outline)

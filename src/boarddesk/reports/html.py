"""The HTML twin of a document: one file with styles and pictures inside, and a simpler one to preview."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from html import escape
from unicodedata import category

from boarddesk.reports import house_style as house
from boarddesk.reports.document import (
    EMPTY_CELL,
    Block,
    Cell,
    Chip,
    Column,
    ColumnKind,
    Contents,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    Text,
    Tint,
    plain,
    words,
)
from boarddesk.reports.xml_text import RUNS_LEFT, legal

GENERATOR = '<meta name="generator" content="BoardDesk">'
PIXELS_PER_CM = 96 / 2.54
_RUNS_LEFT = re.compile(RUNS_LEFT)
_SAFE_LINK = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)

_CSS = f"""
:root {{ color-scheme: light; }}
body {{ margin: 0; background: #fff; color: #{house.INK};
  font: 100%/1.4 Arial, "Liberation Sans", sans-serif; }}
.page {{ max-width: WIDTHcm; margin: 0 auto; padding: 1rem 1.2rem 2rem; }}
.closing {{ margin: 1.5em 0 3em; }}
.partnership {{ font-weight: bold; color: #{house.SLATE}; border-bottom: 2px solid #{house.SLATE};
  padding-bottom: 0.25rem; }}
h1 {{ font-size: 1.6rem; line-height: 1.2; color: #{house.SLATE}; margin: 1rem 0 0.2rem; }}
h2 {{ font-size: 1.2rem; color: #{house.SLATE}; margin: 1.4rem 0 0.3rem; }}
h3 {{ font-size: 1rem; margin: 1.1rem 0 0.3rem; }}
p {{ margin: 0 0 0.5rem; }}
.facts, .note, .foot {{ color: #{house.GREY}; font-size: 0.92rem; }}
.in-short {{ font-size: 1.08rem; border-left: 6px solid #{house.SLATE}; padding-left: 0.7rem;
  margin: 0.7rem 0; }}
.decision {{ border-left: 8px solid #{house.SLATE}; background: #{house.HEADER_FILL}; padding: 0.3rem 0.7rem;
  margin-left: 3.2rem; }}
.action {{ border-left: 4px double #{house.INK}; padding: 0 0.7rem; margin-left: 3.2rem; }}
.minute {{ padding-left: 2.4rem; text-indent: -2.4rem; }}
.minute .number {{ display: inline-block; min-width: 2.4rem; text-indent: 0; }}
ul, ol {{ margin: 0 0 0.5rem; padding-left: 1.6rem; }}
li {{ margin-bottom: 0.15rem; }}
.of-minute {{ padding-left: 4rem; }}
.signature {{ margin-top: 2rem; white-space: pre; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; border-top: 2px solid #{house.SLATE};
  border-bottom: 1.5px solid #{house.SLATE}; margin: 0.3rem 0 0.5rem; font-size: 0.92rem; }}
caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
th, td {{ text-align: left; vertical-align: top; padding: 0.25rem 0.4rem;
  border-top: 1px solid #{house.HAIRLINE};
  overflow-wrap: break-word; }}
thead th {{ background: #{house.HEADER_FILL}; vertical-align: bottom; border-top: 0;
  border-bottom: 1.5px solid #{house.SLATE}; }}
.low td, .low th {{ vertical-align: bottom; }}
.below {{ font-weight: normal; }}
.centred {{ text-align: center; }}
.pale {{ background: #{Tint.PALE.value}; font-weight: bold; }}
.dark {{ background: #{Tint.DARK.value}; font-weight: bold; }}
.chip {{ display: inline-block; border: 1px solid #{house.INK}; padding: 0 0.3rem; font-weight: bold;
  white-space: nowrap; }}
img {{ max-width: 100%; height: auto; }}
a {{ color: #{house.LINK}; }}
a:focus {{ outline: 3px solid #{house.INK}; outline-offset: 2px; }}
@media print {{
  @page {{ size: A4 ORIENTATION; margin: 1.85cm 1.8cm 1.9cm; }}
  .page {{ max-width: none; padding: 0; }}
  .wide {{ overflow: visible; }}
  h1, h2, h3, .chart-title {{ break-after: avoid; }}
  tr, img, .in-short {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  .new-page {{ break-before: page; }}
  .pale, .dark, .chip, thead th, .decision {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
"""

_CLASSES = {
    ParagraphKind.NORMAL: "",
    ParagraphKind.FACTS: "facts",
    ParagraphKind.IN_SHORT: "in-short",
    ParagraphKind.BECAUSE: "because",
    ParagraphKind.NOTE: "note",
    ParagraphKind.CHART_TITLE: "chart-title",
    ParagraphKind.MINUTE: "minute",
    ParagraphKind.DECISION: "decision",
    ParagraphKind.ACTION: "action",
    ParagraphKind.CLOSING: "closing",
    ParagraphKind.SIGNATURE: "signature",
}


def write(document: Document) -> str:
    """The page as it is published beside the Word file."""
    turned = "landscape" if document.page.name == "LANDSCAPE" else "portrait"
    style = _CSS.replace("WIDTH", f"{document.page.value + 1}").replace("ORIENTATION", turned)
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{GENERATOR}\n<title>{escape(legal(document.title))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<div class="page">\n{_head(document)}<main>\n{_Page(document).blocks()}</main>\n{_foot(document)}'
        "</div>\n</body>\n</html>\n"
    )


def _head(document: Document) -> str:
    if not document.partnership:
        return ""
    return f'<header><p class="partnership">{_text(document.partnership)}</p></header>\n'


def _foot(document: Document) -> str:
    return f'<footer><p class="foot">{_text(document.footer)}</p></footer>\n' if document.footer else ""


def _text(text: str) -> str:
    """Words between tags; those that run from right to left stand by themselves in the line."""
    return _RUNS_LEFT.sub(r"<bdi>\g<0></bdi>", escape(legal(text)).replace("\n", "<br>"))


def _runs(text: Text) -> str:
    return "".join(_run(run.text, bold=run.bold, link=run.link) for run in text)


def _run(text: str, *, bold: bool, link: str) -> str:
    inside = f"<strong>{_text(text)}</strong>" if bold else _text(text)
    return f'<a href="{escape(link)}">{inside}</a>' if _SAFE_LINK.match(link) else inside


def _classed(*names: str) -> str:
    said = " ".join(name for name in names if name)
    return f' class="{said}"' if said else ""


class _Page:
    """Writes the blocks in order, counting the paragraphs of an item of the minutes as it goes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._item, self._minute = "", 0
        self._sections = [each for each in document.blocks if isinstance(each, Heading) and each.level == 2]

    def blocks(self) -> str:
        """The title, the line of facts and everything below."""
        facts = f'<p class="facts">{_text(self.document.facts)}</p>\n' if self.document.facts else ""
        return (
            f"<h1>{_text(self.document.title)}</h1>\n{facts}{''.join(map(self.block, self.document.blocks))}"
        )

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Heading():
                return self.heading(block)
            case Items():
                return self.items(block)
            case Table():
                return self.table(block)
            case Picture():
                return self.picture(block)
            case Contents():
                return self.contents(block)

    def paragraph(self, paragraph: Paragraph) -> str:
        number = ""
        if paragraph.kind is ParagraphKind.MINUTE:
            self._minute += 1
            number = f'<span class="number">{self._item}.{self._minute}</span>'
        return f"<p{_classed(_CLASSES[paragraph.kind])}>{number}{_runs(paragraph.text)}</p>\n"

    def heading(self, heading: Heading) -> str:
        number = ""
        if heading.number:
            self._item, self._minute = heading.number, 0
            number = f"{_text(heading.number)}. "
        place = self._place(heading) if heading.level == 2 else ""
        classes = _classed("new-page" if heading.new_page else "")
        return f"<h{heading.level}{place}{classes}>{number}{_text(heading.text)}</h{heading.level}>\n"

    def _place(self, heading: Heading) -> str:
        return f' id="section-{next(i for i, each in enumerate(self._sections, 1) if each is heading)}"'

    def items(self, items: Items) -> str:
        name, classes = "ol" if items.numbered else "ul", _classed("of-minute" if items.of_a_minute else "")
        entries = "".join(f"<li>{_runs(entry)}</li>\n" for entry in items.entries)
        return f"<{name}{classes}>\n{entries}</{name}>\n"

    def table(self, table: Table) -> str:
        total = sum(column.width for column in table.columns)
        head = "".join(
            f'<th scope="col" style="width:{column.width / total:.1%}"{_classed(_aligned(column))}>'
            f"{_text(column.title)}</th>"
            for column in table.columns
        )
        rows = "".join(self._row(table, row) for row in table.rows)
        caption = (
            f"{_text(table.title)}. {_text(table.description)}" if table.description else _text(table.title)
        )
        note = f'<p class="note">{_runs(table.note)}</p>\n' if table.note else ""
        return (
            f'<div class="wide" tabindex="0" role="region" aria-label="{escape(legal(table.title))}">\n'
            f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n"
            f"</table>\n</div>\n{note}"
        )

    def _row(self, table: Table, row: tuple[Cell, ...]) -> str:
        cells = "".join(
            self._cell(each, column, heading=place == 0 and table.row_headings)
            for place, (each, column) in enumerate(zip(row, table.columns, strict=True))
        )
        height = f' class="low" style="height:{table.row_height:g}cm"' if table.row_height else ""
        return f"<tr{height}>{cells}</tr>\n"

    def _cell(self, each: Cell, column: Column, *, heading: bool) -> str:
        tint = "" if each.tint is Tint.NONE else each.tint.name.lower()
        inside = self._inside(each, heading=heading)
        classes = _classed(_aligned(column), tint)
        return f'<th scope="row"{classes}>{inside}</th>' if heading else f"<td{classes}>{inside}</td>"

    def _inside(self, each: Cell, *, heading: bool) -> str:
        """The lines of a cell; under a row heading the second line is plain."""
        first, *more = map(self.line, each.lines or (words(EMPTY_CELL),))
        below = [f'<span class="below">{line}</span>' if heading else line for line in more]
        return "<br>".join((first, *below))

    def line(self, line: Line) -> str:
        return self.chip(line) if isinstance(line, Chip) else _runs(line)

    def chip(self, chip: Chip) -> str:
        return (
            f'<span class="chip" style="background:#{chip.fill};color:#{chip.ink}">{_text(chip.said)}</span>'
        )

    def picture(self, picture: Picture) -> str:
        kept = base64.b64encode(picture.png).decode("ascii")
        across, down = round(picture.width * PIXELS_PER_CM), round(picture.height * PIXELS_PER_CM)
        return (
            f'<p><img src="data:image/png;base64,{kept}" alt="{escape(legal(picture.alt))}" '
            f'width="{across}" height="{down}"></p>\n'
        )

    def contents(self, contents: Contents) -> str:
        listed = self.document.listed_sections()
        entries = "".join(
            f'<li><a href="#section-{place}">{_text(heading.text)}</a></li>\n'
            for place, heading in enumerate(self._sections, 1)
            if heading in listed
        )
        return f'<nav aria-label="{escape(legal(contents.title))}"><ul>\n{entries}</ul></nav>\n'


def _aligned(column: Column) -> str:
    return "centred" if column.kind is ColumnKind.CENTRED else ""


# The preview: the same words in the few tags and properties a rich text view knows.

_PREVIEW_CSS = f"""
body {{ color: #{house.INK}; background-color: #ffffff; font-family: Arial, 'Liberation Sans', sans-serif;
  font-size: 12pt; }}
.partnership {{ color: #{house.SLATE}; font-weight: bold; font-size: 11pt; margin-bottom: 4px; }}
h1 {{ font-size: 18pt; color: #{house.SLATE}; margin-top: 4px; margin-bottom: 3px; }}
h2 {{ font-size: 14pt; color: #{house.SLATE}; margin-top: 14px; margin-bottom: 4px; }}
h3 {{ font-size: 12pt; margin-top: 11px; margin-bottom: 4px; }}
p {{ margin-top: 0px; margin-bottom: 6px; }}
.facts, .note, .foot {{ color: #{house.GREY}; font-size: 11pt; }}
.in-short {{ font-size: 13pt; }}
li {{ margin-bottom: 3px; }}
th, td {{ font-size: 10.5pt; }}
"""


class _Preview(_Page):
    """The same blocks for a view that knows no paddings, boxes or selectors beyond a class."""

    def paragraph(self, paragraph: Paragraph) -> str:
        made = super().paragraph(paragraph)
        if paragraph.kind not in (ParagraphKind.IN_SHORT, ParagraphKind.DECISION, ParagraphKind.ACTION):
            return made
        return (
            '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f'<td width="6" bgcolor="#{house.SLATE}"></td><td style="padding-left:8px">{made}</td>'
            "</tr></table>\n"
        )

    def table(self, table: Table) -> str:
        total = sum(column.width for column in table.columns)
        look = f"border-bottom:1px solid #{house.SLATE};padding:3px 6px"
        head = "".join(
            f'<th align="left" valign="bottom" bgcolor="#{house.HEADER_FILL}" style="{look}" '
            f'width="{column.width / total:.0%}">{_text(column.title)}</th>'
            for column in table.columns
        )
        rows = "".join(self._row(table, row) for row in table.rows)
        note = f'<p class="note">{_runs(table.note)}</p>\n' if table.note else ""
        return (
            f'<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse">\n'
            f"<thead><tr>{head}</tr></thead>\n{rows}</table>\n{note}"
        )

    def _cell(self, each: Cell, column: Column, *, heading: bool) -> str:
        first, *more = map(self.line, each.lines or (words(EMPTY_CELL),))
        strong = heading or each.tint is not Tint.NONE
        inside = "<br>".join((f"<b>{first}</b>" if strong else first, *more))
        fill = f' bgcolor="#{each.tint.value}"' if each.tint is not Tint.NONE else ""
        side = "center" if column.kind is ColumnKind.CENTRED else "left"
        return (
            f'<td align="{side}" valign="top"{fill} '
            f'style="border-bottom:1px solid #{house.HAIRLINE};padding:3px 6px">{inside}</td>'
        )

    def line(self, line: Line) -> str:
        """A sign and its words stand together, as they do in a chip."""
        if not isinstance(line, Chip) and category(plain(line)[:1] or " ") in ("So", "Sm"):
            line = tuple(replace(run, text=run.text.replace(" ", "\u00a0")) for run in line)
        return super().line(line)

    def chip(self, chip: Chip) -> str:
        """Kept on one line: half a status on a second one reads as another word."""
        said = _text(chip.said).replace(" ", "\u00a0")
        return (
            f'<span style="background-color:#{chip.fill};color:#{chip.ink};font-weight:bold;font-size:10pt">'
            f"\u00a0{said}\u00a0</span>"
        )


def preview(document: Document) -> str:
    """The document for the live preview in the window."""
    partnership = f'<p class="partnership">{_text(document.partnership)}</p><hr>\n'
    head = partnership if document.partnership else ""
    foot = f'<p class="foot">{_text(document.footer)}</p>\n' if document.footer else ""
    # A rich text view knows no <bdi>; it knows the marks that mean the same.
    body = f"{head}{_Preview(document).blocks()}{foot}"
    body = body.replace("<bdi>", "\u2068").replace("</bdi>", "\u2069")
    return f"<html><head><style>{_PREVIEW_CSS}</style></head><body>\n{body}</body></html>\n"

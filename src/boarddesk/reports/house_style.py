"""The house style as data: every colour, measure and style that a printed document has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from boarddesk.reports.document import Chip, Page

FONT = "Arial"
SYMBOL_FONT = "Segoe UI Symbol"
SYMBOL_SIZE = 8.5
SYMBOLS = "▲◆●✔○✖≈"

INK = "0B0C0C"
SLATE = "1F3A4D"
GREY = "505A5F"
HEADER_FILL = "E4EBEF"
HAIRLINE = "A9B3B8"
LINK = "003078"

TWIPS_PER_CM = 567
EMU_PER_CM = 360_000


def twips(centimetres: float) -> int:
    """Twentieths of a point, the measure Word keeps lengths in."""
    return round(centimetres * TWIPS_PER_CM)


def points(value: float) -> int:
    """Points in twips."""
    return round(value * 20)


@dataclass(frozen=True)
class Sheet:
    """A page and its margins, in centimetres."""

    width: float
    height: float
    side: float
    top: float
    bottom: float
    edge: float = 0.8
    landscape: bool = False


def sheet(page: Page, *, initials_line: bool = False) -> Sheet:
    """The sheet of a page; minutes leave room for the initials line."""
    if page is Page.LANDSCAPE:
        return Sheet(29.7, 21.0, 1.8, 1.85, 1.8, landscape=True)
    return Sheet(21.0, 29.7, 1.8, 1.85, 2.3 if initials_line else 1.9)


class Side(Enum):
    """The sides a paragraph's border may have, in Word's own order."""

    TOP = "top"
    LEFT = "left"
    BOTTOM = "bottom"
    RIGHT = "right"


@dataclass(frozen=True)
class Border:
    """A line beside a paragraph: thickness and distance in points."""

    side: Side
    thickness: float
    colour: str
    space: int
    double: bool = False


@dataclass(frozen=True)
class Tab:
    """A tab stop in centimetres."""

    at: float
    right: bool = False
    leader: str = ""


@dataclass(frozen=True)
class Style:
    """A paragraph style: sizes and spacing in points, indents in centimetres."""

    key: str
    name: str
    size: float = 12
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    line: float = 1.0
    keep_next: bool = False
    keep_lines: bool = False
    left: float = 0
    right: float = 0
    hanging: float = 0
    fill: str = ""
    borders: tuple[Border, ...] = ()
    tabs: tuple[Tab, ...] = ()
    outline: int | None = None
    centred: bool = False
    numbering: tuple[int, int] | None = None


BULLET_LIST = 1
NUMBER_LIST = 2
MINUTES_LIST = 3
WIDE_NUMBER_LIST = 4
FIRST_RESTARTED_LIST = 5

LIST_LEFT = 0.7
LIST_HANGING = 0.6
BULLET_LEFT = 0.6
BULLET_HANGING = 0.5
WIDE_LIST_LEFT = 1.0
WIDE_LIST_HANGING = 0.9
MOST_NARROW_NUMBERS = 9
MINUTE_HANGING = 1.2
ARISING_LEFT = 1.6


def text_styles(page: Page) -> tuple[Style, ...]:
    """Styles of running text, headings and lists."""
    bar = Border(Side.LEFT, 4.5, SLATE, 8)
    decision_bar = Border(Side.LEFT, 6, SLATE, 8)
    action_bar = Border(Side.LEFT, 1.5, INK, 8, double=True)
    return (
        Style("Normal", "Normal", after=6, line=1.08),
        Style("Heading1", "heading 1", 18, True, SLATE, after=3, keep_next=True, keep_lines=True, outline=0),
        Style("Heading2", "heading 2", 14, True, SLATE, 9.5, 3, keep_next=True, keep_lines=True, outline=1),
        Style("Heading3", "heading 3", 12, True, INK, 8, 3, keep_next=True, keep_lines=True, outline=2),
        Style("DocumentFacts", "Document facts", 11, colour=GREY, after=4),
        Style(
            "InShort", "In short", 13, before=6, after=6, line=1.1, left=0.4, borders=(bar,), keep_lines=True
        ),
        Style("Because", "Because", before=4, line=1.08, keep_lines=True),
        Style("ListBullet", "List Bullet", after=2, line=1.05, numbering=(BULLET_LIST, 0)),
        Style(
            "MinuteBullet",
            "Minute bullet",
            after=3,
            line=1.05,
            left=MINUTE_HANGING + BULLET_LEFT,
            hanging=BULLET_HANGING,
            numbering=(BULLET_LIST, 0),
        ),
        Style("ListNumber", "List Number", after=3, line=1.05, numbering=(NUMBER_LIST, 0)),
        Style("TableNote", "Table note", 11, colour=GREY, before=4, after=4),
        Style("ChartTitle", "Chart title", 11, before=4, after=2, keep_lines=True),
        Style("Picture", "Picture", after=2),
        Style("MinuteParagraph", "Minute paragraph", after=6, line=1.08, numbering=(MINUTES_LIST, 1)),
        Style(
            "Decision",
            "Decision",
            before=2,
            after=8,
            left=ARISING_LEFT,
            borders=(decision_bar,),
            fill=HEADER_FILL,
            keep_lines=True,
        ),
        Style(
            "Action", "Action", before=2, after=8, left=ARISING_LEFT, borders=(action_bar,), keep_lines=True
        ),
        Style("Closing", "Closing", before=18, after=36, keep_next=True, keep_lines=True),
        Style(
            "SignatureLine",
            "Signature line",
            before=18,
            keep_lines=True,
            tabs=(Tab(11.4, leader="underscore"), Tab(17.2, leader="underscore")),
        ),
        Style("ContentsHeading", "Contents heading", 14, True, SLATE, 9.5, 3, keep_next=True),
        Style(
            "TOC1", "toc 1", after=3, line=1.08, tabs=(Tab(min(page.value, 18.0), right=True, leader="dot"),)
        ),
    )


def table_styles(page: Page) -> tuple[Style, ...]:
    """Styles of what stands in tables: a little smaller on a page that lies."""
    size = 10 if page is Page.LANDSCAPE else 10.5
    return (
        Style("TableText", "Table text", size, before=1.5, line=1.03),
        Style("TableCentre", "Table text centre", size, before=1.5, line=1.03, centred=True),
        Style("TableHeading", "Table heading", size, True, before=1.5, line=1.03, keep_next=True),
        Style(
            "TableHeadingCentre",
            "Table heading centre",
            size,
            True,
            before=1.5,
            line=1.03,
            keep_next=True,
            centred=True,
        ),
        Style("TableRowHeading", "Table row heading", size, True, before=1.5, line=1.03),
    )


def frame_styles(page: Page) -> tuple[Style, ...]:
    """Styles of what stands above and below the text."""
    right_tab = (Tab(page.value, right=True),)
    return (
        Style("FirstHeader", "First header", 11, True, SLATE, borders=(Border(Side.BOTTOM, 1.5, SLATE, 4),)),
        Style("Header", "header", 10, colour=GREY, borders=(Border(Side.BOTTOM, 0.5, HAIRLINE, 4),)),
        Style("Footer", "footer", 10, colour=GREY, tabs=right_tab),
        Style(
            "InitialsLine", "Initials line", 10, colour=GREY, after=3, tabs=(Tab(7.2, leader="underscore"),)
        ),
    )


def chip_style(chip: Chip, *, key: str) -> Style:
    """The paragraph style of one status or level: its fill, its own ink, a dark border."""
    borders = tuple(Border(side, 0.75, INK, 1 if side in (Side.TOP, Side.BOTTOM) else 3) for side in Side)
    return Style(
        key, chip.style, 10, True, chip.ink, 1, 1.5, left=0.12, right=0.12, fill=chip.fill, borders=borders
    )


LEVELS = (
    Chip("Low", "Level Low", "E9F0F3", INK),
    Chip("Moderate", "Level Moderate", "FBE3A6", INK),
    Chip("High", "Level High", "E8894A", INK),
    Chip("Extreme", "Level Extreme", "7A1020", "FFFFFF"),
)

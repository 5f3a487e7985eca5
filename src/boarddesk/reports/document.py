"""The one content model: what a document says, before anybody decides how it is written down."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

CM_PER_INCH = 2.54
ALT_TEXT_LIMIT = 150
EMPTY_CELL = "–"
SHORT_ROW = 400
"""Letters in a cell from which its row tells a story and may go on over the page."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight; with an address it is a link."""

    text: str
    bold: bool = False
    link: str = ""


Text = tuple[Run, ...]


def bold(text: str) -> Run:
    """A bold lead-in."""
    return Run(text, bold=True)


def words(*parts: str | Run) -> Text:
    """Text from plain strings and runs; empty strings leave nothing behind."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(run.text for run in text)


class ParagraphKind(Enum):
    """What a paragraph is for; the house style decides how that looks."""

    NORMAL = "Normal"
    FACTS = "Document facts"
    IN_SHORT = "In short"
    BECAUSE = "Because"
    NOTE = "Table note"
    CHART_TITLE = "Chart title"
    MINUTE = "Minute paragraph"
    DECISION = "Decision"
    ACTION = "Action"
    CLOSING = "Closing"
    SIGNATURE = "Signature line"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: Text
    kind: ParagraphKind = ParagraphKind.NORMAL


@dataclass(frozen=True)
class Heading:
    """A heading below the title: level 2 is a section, level 3 a section inside an area.

    One with a number heads an item of the minutes, whose paragraphs count on from it (4.1, then 4.1.1): the
    number is the agenda's own, which stays whatever order business was taken in.
    One `with_previous` takes the section before it along rather than stand alone on a last page.
    """

    text: str
    level: int = 2
    new_page: bool = False
    number: str = ""
    with_previous: bool = False

    def __post_init__(self) -> None:
        if self.level not in (2, 3):
            raise ValueError("the title is the only heading of level 1; others are of level 2 or 3")


@dataclass(frozen=True)
class Items:
    """A real list; every numbered list starts again at 1. One `of_a_minute` stands under its paragraphs."""

    entries: tuple[Text, ...]
    numbered: bool = False
    of_a_minute: bool = False


@dataclass(frozen=True)
class Chip:
    """A declared status or a risk level: always its words, with a fill and, for a status, a shape.

    `style` names the paragraph style a secretary would choose to change it ("Status Met", "Level High").
    """

    label: str
    style: str
    fill: str
    ink: str
    shape: str = ""

    @property
    def said(self) -> str:
        """What is read: the shape held to the label by a no-break space."""
        return f"{self.shape}\u00a0{self.label}" if self.shape else self.label


class Tint(Enum):
    """The two quiet tints of a register; a letter always says the same."""

    NONE = ""
    PALE = "E4EBEF"
    DARK = "CBD3DA"


Line = Text | Chip


@dataclass(frozen=True)
class Cell:
    """One cell: its lines, each a text or a chip. No line at all is printed as a dash."""

    lines: tuple[Line, ...]
    tint: Tint = Tint.NONE

    @property
    def said(self) -> str:
        """The words of the cell, line by line."""
        said = (line.said if isinstance(line, Chip) else plain(line) for line in self.lines)
        return "\n".join(said) or EMPTY_CELL


def cell(*lines: str | Text | Chip, tint: Tint = Tint.NONE) -> Cell:
    """A cell from strings, texts and chips; empty lines leave nothing behind."""
    made = (words(line) if isinstance(line, str) else line for line in lines)
    return Cell(tuple(line for line in made if line), tint)


class ColumnKind(Enum):
    """How a column's cells stand: letters and fractions are centred, all else is at the left."""

    TEXT = "text"
    CENTRED = "centred"


@dataclass(frozen=True)
class Column:
    """A column: its title (a line feed starts a second line) and its width in centimetres."""

    title: str
    width: float
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True)
class Table:
    """A table with a header row. `title` and `description` are for those who hear it read.

    `row_height` is what its rows are at least in centimetres, where people write in them by hand. A row that
    tells a story may go on over the page, whatever `rows_may_split` says of the others.
    """

    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Text = ()
    row_headings: bool = True
    rows_may_split: bool = False
    row_height: float = 0.0

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"every row of “{self.title}” needs {len(self.columns)} cells")

    def may_split(self, row: tuple[Cell, ...]) -> bool:
        """Whether a row may go on over the page."""
        return self.rows_may_split or any(len(each.said) >= SHORT_ROW for each in row)


@dataclass(frozen=True)
class Picture:
    """A picture in line with the text. A decorative one has no words of its own."""

    png: bytes
    alt: str
    width: float
    decorative: bool = False

    def __post_init__(self) -> None:
        if len(self.alt) > ALT_TEXT_LIMIT:
            raise ValueError(f"alt text is {len(self.alt)} characters, {ALT_TEXT_LIMIT} at most")
        if not (self.alt or self.decorative):
            raise ValueError("a picture says what it shows or is marked as decorative")

    @property
    def height(self) -> float:
        """Centimetres, from the picture's own proportions."""
        across, down = struct.unpack(">II", self.png[16:24])
        return self.width * float(down) / float(across)


@dataclass(frozen=True)
class Contents:
    """A list of the sections of level 2 that follow it, for documents longer than six pages."""

    title: str = "Contents"
    new_page: bool = False


Block = Paragraph | Heading | Items | Table | Picture | Contents


class Page(Enum):
    """A4, upright or lying. The value is the width of the text in centimetres."""

    PORTRAIT = 17.4
    LANDSCAPE = 26.1


@dataclass(frozen=True)
class Document:
    """Everything a document says. `chips` are all the statuses and levels its reader may choose from.

    `edition` and `copy` say to programs what facts and footer say to people: draft or version, for whom.
    """

    title: str
    blocks: tuple[Block, ...]
    facts: str = ""
    partnership: str = ""
    short_title: str = ""
    footer: str = ""
    page: Page = Page.PORTRAIT
    chips: tuple[Chip, ...] = ()
    initials_line: bool = False
    language: str = "en-GB"
    edition: str = ""
    copy: str = ""

    @property
    def running_title(self) -> str:
        """What stands at the head of the later pages."""
        return self.short_title or self.title

    def sections(self) -> tuple[Heading, ...]:
        """Every section of level 2."""
        return tuple(block for block in self.blocks if isinstance(block, Heading) and block.level == 2)

    def listed_sections(self) -> tuple[Heading, ...]:
        """The sections a list of contents names: those of level 2 after it."""
        places = [place for place, block in enumerate(self.blocks) if isinstance(block, Contents)]
        after = self.blocks[places[0] :] if places else ()
        return tuple(block for block in after if isinstance(block, Heading) and block.level == 2)

    def tables(self) -> Iterator[Table]:
        """Every table, in reading order."""
        return (block for block in self.blocks if isinstance(block, Table))

    def all_words(self) -> str:
        """Everything the document says, to find the abbreviations in it."""
        found = [self.title, self.facts, self.footer]
        for block in self.blocks:
            match block:
                case Paragraph():
                    found.append(plain(block.text))
                case Heading():
                    found.append(block.text)
                case Items():
                    found += [plain(entry) for entry in block.entries]
        found += [each.said for table in self.tables() for row in table.rows for each in row]
        return "\n".join(found)

    def chips_used(self) -> tuple[Chip, ...]:
        """One chip for each style offered or used, in order of first appearance."""
        used = (line for table in self.tables() for row in table.rows for each in row for line in each.lines)
        found: dict[str, Chip] = {}
        for chip in (*self.chips, *(line for line in used if isinstance(line, Chip))):
            found.setdefault(chip.style, chip)
        return tuple(found.values())


def section(heading: Heading, *blocks: Block, empty: str) -> tuple[Block, ...]:
    """A heading with what stands under it, or three words where there is nothing."""
    return (heading, *blocks) if blocks else (heading, Paragraph(words(empty)))


def bullets(entries: Sequence[str | Text], *, numbered: bool = False) -> tuple[Items, ...]:
    """One list of the entries, or nothing when there are none."""
    texts = tuple(words(entry) if isinstance(entry, str) else entry for entry in entries)
    return (Items(texts, numbered),) if texts else ()

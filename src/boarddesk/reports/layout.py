"""Where things will stand before Word lays them out: columns that hold their words, and pages counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from boarddesk.reports import house_style as house
from boarddesk.reports.document import (
    Block,
    Cell,
    Chip,
    Column,
    Contents,
    Document,
    Heading,
    Items,
    Line,
    Page,
    Paragraph,
    Picture,
    Table,
    plain,
)
from boarddesk.reports.house_style import Style
from boarddesk.reports.metrics import POINTS_PER_CM, lines_of, longest_word, width_of

LINE_HEIGHT = 1.15
CELL_SIDES = 0.30
CELL_ENDS = 0.13
CHIP_EXTRA = 0.26
CHIP_SIZE = 10
CHIP_GROWS = 0.3  # a chip a little too wide widens its column; a longer one takes two lines
SLACK = 0.02
WIDEST_SHARE = 0.5
LONGEST_WITHOUT_CONTENTS = 6
MOST_KEPT = 6.0  # centimetres that the first two rows of a table may take along to the next page


def table_size(page: Page) -> float:
    """The size of the words in a table."""
    return 10 if page is Page.LANDSCAPE else 10.5


def _line_needs(line: Line, size: float, *, bold: bool) -> float:
    if isinstance(line, Chip):
        return longest_word(line.said, CHIP_SIZE, bold=True) / POINTS_PER_CM + CHIP_EXTRA
    widest = max((longest_word(run.text, size, bold=bold or run.bold) for run in line), default=0.0)
    return widest / POINTS_PER_CM


def _column_needs(table: Table, place: int, *, page: Page) -> float:
    size, bold = table_size(page), place == 0 and table.row_headings
    title = longest_word(table.columns[place].title, size, bold=True) / POINTS_PER_CM
    lines = [line for row in table.rows for line in row[place].lines]
    widest = max(title, *(_line_needs(line, size, bold=bold) for line in lines), 0.0) + CELL_SIDES + SLACK
    chips = max((_chip_width(line) for line in lines if isinstance(line, Chip)), default=0.0)
    whole, given = chips + CELL_SIDES + SLACK, table.columns[place].width
    needed = whole if chips and whole <= given + CHIP_GROWS else given if chips else 0.0
    return min(max(widest, needed), page.value * WIDEST_SHARE)


def _chip_width(chip: Chip) -> float:
    return width_of(chip.said, CHIP_SIZE, bold=True) / POINTS_PER_CM + CHIP_EXTRA


def fitted(table: Table, page: Page) -> tuple[float, ...]:
    """Column widths in centimetres: those given, none narrower than its longest word, the total kept."""
    given = [column.width for column in table.columns]
    needs = [_column_needs(table, place, page=page) for place in range(len(given))]
    lacking = sum(max(0.0, need - width) for need, width in zip(needs, given, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needs, given, strict=True))
    if lacking == 0 or spare == 0:
        return tuple(given)
    share, wanted = min(1.0, lacking / spare), min(1.0, spare / lacking)
    return tuple(
        width + (need - width) * (wanted if need > width else share)
        for need, width in zip(needs, given, strict=True)
    )


@dataclass(frozen=True)
class _Room:
    """The text area of a page, in points."""

    width: float
    height: float


def _room(document: Document) -> _Room:
    sheet = house.sheet(document.page, initials_line=document.initials_line)
    height = sheet.height - sheet.top - sheet.bottom
    return _Room(document.page.value * POINTS_PER_CM, height * POINTS_PER_CM)


def _styles(page: Page) -> dict[str, Style]:
    return {style.name: style for style in (*house.text_styles(page), *house.table_styles(page))}


@dataclass(frozen=True)
class _Box:
    """The height of a paragraph and the space it asks for above and below; between two the larger counts."""

    height: float
    before: float = 0.0
    after: float = 0.0


def _text_box(text: str, style: Style, *, room: float) -> _Box:
    indents = (style.left + style.right + (house.LIST_LEFT if style.numbering else 0)) * POINTS_PER_CM
    lines = lines_of(text, style.size, room=room - indents, bold=style.bold)
    return _Box(lines * style.size * LINE_HEIGHT * style.line, style.before, style.after)


def _line_height(line: Line, size: float, *, room: float) -> float:
    if isinstance(line, Chip):
        chip_room = room - CHIP_EXTRA * POINTS_PER_CM
        return 4.5 + lines_of(line.said, CHIP_SIZE, room=chip_room, bold=True) * CHIP_SIZE * LINE_HEIGHT
    bold = all(run.bold for run in line)
    return 1.5 + lines_of(plain(line), size, room=room, bold=bold) * size * LINE_HEIGHT * 1.03


def _cell_height(cell: Cell, size: float, *, width: float) -> float:
    room = (width - CELL_SIDES) * POINTS_PER_CM
    return sum(_line_height(line, size, room=room) for line in cell.lines) or size * LINE_HEIGHT


def _row_heights(table: Table, page: Page) -> tuple[float, list[float]]:
    size, widths = table_size(page), fitted(table, page)
    ends = CELL_ENDS * POINTS_PER_CM + 0.5
    header = (
        max(
            _header_height(column, size, width=width)
            for column, width in zip(table.columns, widths, strict=True)
        )
        + ends
    )
    rows = [
        max(_cell_height(cell, size, width=width) for cell, width in zip(row, widths, strict=True)) + ends
        for row in table.rows
    ]
    least = table.row_height * POINTS_PER_CM
    return header, [max(height, least) for height in rows]


def first_row_keeps(table: Table, page: Page) -> bool:
    """Whether the first row goes along with the second; two tall ones would leave half a page empty."""
    return _first_keeps(_row_heights(table, page)[1])


def _first_keeps(heights: Sequence[float]) -> bool:
    return len(heights) > 1 and sum(heights[:2]) <= MOST_KEPT * POINTS_PER_CM


def _header_height(column: Column, size: float, *, width: float) -> float:
    lines = lines_of(column.title, size, room=(width - CELL_SIDES) * POINTS_PER_CM, bold=True)
    return 1.5 + lines * size * LINE_HEIGHT * 1.03


def _picture_height(blocks: Sequence[Block | None]) -> float:
    return sum(each.height * POINTS_PER_CM for each in blocks if isinstance(each, Picture))


class _Pages:
    """Counts pages by laying block under block."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.room = _room(document)
        self.styles = _styles(document.page)
        self.page, self.used, self.owed = 1, 0.0, 0.0
        self.headings: list[float] = []
        self.contents_at = 0
        self.words("heading 1", document.title)
        self.words("Document facts", document.facts)
        for block, *next_two in zip_longest(document.blocks, document.blocks[1:], document.blocks[2:]):
            self.block(block, next_two)

    def words(self, style: str, text: str, *, with_next: float = 0.0) -> None:
        """Puts a paragraph under the last."""
        if text:
            self.place(_text_box(text, self.styles[style], room=self.room.width), with_next=with_next)

    def place(self, box: _Box, *, with_next: float = 0.0) -> None:
        """Puts a block under the last, or on a new page where it does not fit with what follows."""
        above = max(self.owed, box.before) if self.used else 0.0
        if self.used and self.used + above + box.height + with_next > self.room.height:
            self.turn()
            above = 0.0
        self.used, self.owed = self.used + above + box.height, box.after

    def turn(self) -> None:
        """Begins a new page."""
        self.page, self.used, self.owed = self.page + 1, 0.0, 0.0

    def block(self, block: Block, following: Sequence[Block | None]) -> None:
        """Lays one block, knowing the two that follow."""
        match block:
            case Paragraph():
                self.words(block.kind.value, plain(block.text), with_next=_picture_height(following[:1]))
            case Heading():
                self._heading(block, with_next=20 + _picture_height(following))
            case Items():
                for entry in block.entries:
                    self.words("List Number" if block.numbered else "List Bullet", plain(entry))
            case Table():
                self._table(block)
            case Picture():
                self.place(_Box(block.height * POINTS_PER_CM + 2, 0, 2))
            case Contents():
                self._contents(block)

    def _heading(self, heading: Heading, *, with_next: float) -> None:
        if heading.new_page and self.used:
            self.turn()
        self.words(f"heading {heading.level}", heading.text, with_next=with_next)
        if heading.level == 2:
            size = self.styles[f"heading {heading.level}"].size * LINE_HEIGHT
            self.headings.append(self.page + min(0.99, max(0.0, self.used - size) / self.room.height))

    def _table(self, table: Table) -> None:
        header, rows = _row_heights(table, self.document.page)
        kept = sum(rows[:2]) if _first_keeps(rows) else min(sum(rows[:1]), self.room.height / 3)
        self.place(_Box(header), with_next=kept)
        for row, height in zip(table.rows, rows, strict=True):
            before = self.page
            if table.may_split(row):
                self._run_on(height, header)
                continue
            self.place(_Box(height))
            self.used += header if self.page > before else 0.0
        self.words("Table note", plain(table.note))

    def _run_on(self, height: float, header: float) -> None:
        """A row that goes on over the page, under the header again."""
        left = height
        while self.used + left > self.room.height:
            left -= max(1.0, self.room.height - self.used)
            self.turn()
            self.used = header
        self.used += left

    def _contents(self, contents: Contents) -> None:
        if contents.new_page and self.used:
            self.turn()
        self.words("heading 2", contents.title, with_next=20)
        self.contents_at = self.page
        for heading in self.document.listed_sections():
            self.words("toc 1", heading.text)


@lru_cache(maxsize=8)
def _laid_out(document: Document) -> tuple[int, tuple[float, ...], int]:
    pages = _Pages(document)
    return pages.page, tuple(pages.headings), pages.contents_at


def page_count(document: Document) -> int:
    """How many pages the document is likely to fill; Word counts again when it opens it."""
    return _laid_out(document)[0]


def pages_of_headings(document: Document) -> tuple[int, ...]:
    """The page each section of level 2 is likely to begin on."""
    return tuple(int(place) for place in _laid_out(document)[1])


def places_of_headings(document: Document) -> tuple[float, ...]:
    """Where each section of level 2 is likely to begin: 2.25 is a quarter down the second page."""
    return _laid_out(document)[1]


def page_of_contents(document: Document) -> int:
    """The page the list of contents is likely to begin on; 0 where there is none."""
    return _laid_out(document)[2]


def needs_contents(document: Document) -> bool:
    """Whether a reader needs a list of contents."""
    return page_count(document) > LONGEST_WITHOUT_CONTENTS

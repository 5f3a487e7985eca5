"""Where things will stand before Word lays them out: columns that hold their words, and pages counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from math import ceil

from boarddesk.reports import house_style as house
from boarddesk.reports.document import (
    EMPTY_CELL,
    Block,
    Cell,
    Chip,
    Contents,
    Document,
    Heading,
    Items,
    Line,
    Page,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    Text,
    words,
)
from boarddesk.reports.flow import Flow, Piece
from boarddesk.reports.house_style import Style, twips
from boarddesk.reports.metrics import POINTS_PER_CM, lines_of, lines_of_runs, longest_word, width_of

LINE_HEIGHT = 2355 / 2048
"""What Arial's tables ask for between lines: above, below and the gap, in sizes."""
TAILS = 434 / 2048
"""What the tails of letters take below the line, in sizes: Word leaves it below a picture too."""
CELL_SIDES = 0.30
CELL_ENDS, CELL_LINE, BEFORE_LINE = 3.65, 1.03, 1.5
BORDER_ABOVE, BORDER_BELOW_HEADER, BORDER = 1.5, 1.0, 0.5
AGAIN = CELL_ENDS + BORDER + BEFORE_LINE
CHIP_SIDES, CHIP_ENDS = 0.24, 6.0
CHIP_EXTRA = 0.26
CHIP_SIZE = 10
CHIP_GROWS = 0.3  # a chip a little too wide widens its column; a longer one takes two lines
SLACK = 0.02
WIDEST_SHARE = 0.5
LONGEST_WITHOUT_CONTENTS = 6
LONGEST_NUMBER = "Page\N{NO-BREAK SPACE}999\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}999"
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


@lru_cache(maxsize=256)
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
class _Look:
    """How a page is taken to come out: a little wider or narrower, lower or taller than the measures say."""

    wide: float = 1.0
    tall: float = 1.0
    below_picture: float = 0.0


AS_MEASURED, SHORTEST, LONGEST = _Look(), _Look(1.003, 0.996), _Look(0.997, 1.004, TAILS)


def page_number_stands_below(document: Document) -> bool:
    """Whether the words at the foot leave no room for the number of the page beside them."""
    style = next(style for style in house.frame_styles(document.page) if style.name == "footer")
    return _lines(words(f"{document.footer}   {LONGEST_NUMBER}"), style, document.page, LONGEST) > 1


def _rooms(document: Document, look: _Look) -> tuple[float, float]:
    """The height of the text on the first page and on later ones: a head of several lines pushes it down."""
    sheet = house.sheet(document.page, initials_line=document.initials_line)
    edge, top, foot = (twips(side) / 20 for side in (sheet.edge, sheet.top, sheet.bottom))
    frames = {style.name: style for style in house.frame_styles(document.page)}
    lines = _lines(words(document.footer), frames["footer"], document.page, look)
    lines += page_number_stands_below(document)
    foot = max(foot, edge + lines * _line_of(frames["footer"]))
    rooms = []
    for style, text in (("First header", document.partnership), ("header", document.running_title)):
        lines = _lines(words(text), frames[style], document.page, look)
        ends = sum(border.thickness + border.space for border in frames[style].borders)
        head = edge + lines * _line_of(frames[style]) + ends
        rooms.append(twips(sheet.height) / 20 - max(top, head) - foot)
    return rooms[0], rooms[1]


def _line(size: float, times: float = 1.0) -> float:
    """The height of a line, in the whole twentieths of a point that programs count in."""
    return int(ceil(size * LINE_HEIGHT * 20 - 0.01) * times + 0.001) / 20


def _line_of(style: Style) -> float:
    return _line(style.size, style.line)


def _indent(style: Style) -> float:
    kind = style.numbering[0] if style.numbering else 0
    lists = {
        house.BULLET_LIST: house.BULLET_LEFT,
        house.NUMBER_LIST: house.LIST_LEFT,
        house.WIDE_NUMBER_LIST: house.WIDE_LIST_LEFT,
    }
    return style.left + style.right + lists.get(kind, house.MINUTE_HANGING if kind else 0.0)


def _lines(text: Text, style: Style, page: Page, look: _Look) -> int:
    room = (page.value - _indent(style)) * POINTS_PER_CM * look.wide
    return lines_of_runs(tuple((run.text, run.bold or style.bold) for run in text), style.size, room=room)


def _styles(page: Page) -> dict[str, Style]:
    styles = {style.name: style for style in (*house.text_styles(page), *house.table_styles(page))}
    wide = replace(styles["List Number"], numbering=(house.WIDE_NUMBER_LIST, 0))
    return styles | {"wide List Number": wide}


def is_chart(block: Block, following: Block | None) -> bool:
    """Whether a paragraph is the finding above a chart, which stands in one paragraph with it."""
    title = isinstance(block, Paragraph) and block.kind is ParagraphKind.CHART_TITLE
    return title and isinstance(following, Picture)


def leads_to(block: Block, following: Block | None) -> bool:
    """Whether a paragraph would say little without what follows it; the notes of a legend stay together."""
    if isinstance(following, Items | Table | Picture) and isinstance(block, Paragraph):
        return True
    if isinstance(following, Heading):
        return following.with_previous
    notes = (block, following)
    return all(isinstance(each, Paragraph) and each.kind is ParagraphKind.NOTE for each in notes)


class _Pieces:
    """The blocks of a document as pieces of so many lines, the way the writer of Word files sets them."""

    def __init__(self, document: Document, look: _Look) -> None:
        self.document, self.look = document, look
        self.styles = _styles(document.page)
        self.made: list[Piece] = []
        self.headings: list[int] = []
        self.contents_at = -1
        self._words("heading 1", words(document.title))
        if document.facts:
            self._words("Document facts", words(document.facts))
        self._blocks()

    def _blocks(self) -> None:
        drawn_above = False
        for block, following in zip_longest(self.document.blocks, self.document.blocks[1:]):
            drawn = is_chart(block, following)
            if isinstance(block, Paragraph) and isinstance(following, Picture) and drawn:
                self._chart(block, following)
            elif not drawn_above:
                self._block(block, leads=leads_to(block, following))
            drawn_above = drawn

    def _block(self, block: Block, *, leads: bool) -> None:
        match block:
            case Paragraph():
                self._words(block.kind.value, block.text, keep=leads)
            case Heading():
                if block.level == 2:
                    self.headings.append(len(self.made))
                self._words(f"heading {block.level}", words(block.text), new_page=block.new_page)
            case Items():
                wide = "wide " if len(block.entries) > house.MOST_NARROW_NUMBERS else ""
                name = f"{wide}List Number" if block.numbered else "List Bullet"
                for entry in block.entries:
                    self._words(name, entry, keep=leads)
            case Table():
                self._table(block)
            case Picture():
                self._add(
                    self.styles["Picture"], (block.height * POINTS_PER_CM + self.look.below_picture * 12,)
                )
            case Contents():
                self._contents(block)

    def _words(self, style: str, text: Text, *, keep: bool = False, new_page: bool = False) -> None:
        look, page = self.styles[style], self.document.page
        lines = (_line_of(look),) * _lines(text, look, page, self.look)
        self._add(look, lines, keep=keep, new_page=new_page)

    def _add(
        self, style: Style, lines: tuple[float, ...], *, keep: bool = False, new_page: bool = False
    ) -> None:
        tall = tuple(line * self.look.tall for line in lines)
        keep = keep or style.keep_next
        self.made.append(Piece(tall, style.before, style.after, keep, style.keep_lines, new_page))

    def _chart(self, title: Paragraph, picture: Picture) -> None:
        style = self.styles["Chart title"]
        lines = _lines(title.text, style, self.document.page, self.look)
        drawn = picture.height * POINTS_PER_CM + self.look.below_picture * style.size
        self._add(style, (*(_line_of(style),) * lines, drawn))

    def _table(self, table: Table) -> None:
        header, rows = _row_lines(table, self.document.page, self.look)
        header = BORDER_ABOVE + header * self.look.tall
        self.made.append(Piece((header,), keep_next=True, whole=True))
        keeps = first_row_keeps(table, self.document.page)
        for place, (row, lines) in enumerate(zip(table.rows, rows, strict=True)):
            tall = tuple(line * self.look.tall for line in lines)
            keep, whole = keeps and place == 0, not table.may_split(row)
            above = header - BORDER
            self.made.append(Piece(tall, keep_next=keep, whole=whole, repeated=above, again=AGAIN))
        if table.note:
            self._words("Table note", table.note)

    def _contents(self, contents: Contents) -> None:
        self.contents_at = len(self.made)
        self._words("Contents heading", words(contents.title), new_page=contents.new_page)
        for heading in self.document.listed_sections():
            self._words("toc 1", words(heading.text))


def _row_lines(table: Table, page: Page, look: _Look) -> tuple[float, list[tuple[float, ...]]]:
    """The height of the header row, then the lines of the tallest cell of each row."""
    size, widths = table_size(page), fitted(table, page)
    rooms = [(width - CELL_SIDES) * POINTS_PER_CM * look.wide for width in widths]
    line = _line(size, CELL_LINE)
    titles = [
        lines_of(column.title, size, room=room, bold=True)
        for column, room in zip(table.columns, rooms, strict=True)
    ]
    header = CELL_ENDS + BEFORE_LINE + max(titles) * line + BORDER_BELOW_HEADER
    rows = []
    for row in table.rows:
        cells = [
            _cell_lines(cell, size, room=room, bold=place == 0 and table.row_headings)
            for place, (cell, room) in enumerate(zip(row, rooms, strict=True))
        ]
        first, *more = max(cells, key=sum)
        lacking = table.row_height * POINTS_PER_CM - CELL_ENDS - first - sum(more)
        rows.append((first + CELL_ENDS + BORDER + max(0.0, lacking), *more))
    return header, rows


@lru_cache(maxsize=256)
def first_row_keeps(table: Table, page: Page) -> bool:
    """Whether the first row goes along with the second; two tall ones would leave half a page empty."""
    _, rows = _row_lines(table, page, AS_MEASURED)
    return len(rows) > 1 and sum(map(sum, rows[:2])) <= MOST_KEPT * POINTS_PER_CM


def _cell_lines(cell: Cell, size: float, *, room: float, bold: bool) -> list[float]:
    """The heights of a cell's lines, each with the space above it that its paragraph asks for."""
    found: list[float] = []
    for place, line in enumerate(cell.lines or (words(EMPTY_CELL),)):
        if isinstance(line, Chip):
            chip_room = room - CHIP_SIDES * POINTS_PER_CM
            count = lines_of(line.said, CHIP_SIZE, room=chip_room, bold=True)
            found += [CHIP_ENDS / count + _line(CHIP_SIZE)] * count
        else:
            strong = bold and place == 0
            runs = tuple((run.text, run.bold or strong) for run in line)
            heights = [_line(size, CELL_LINE)] * lines_of_runs(runs, size, room=room)
            above = 0.0 if place and isinstance(cell.lines[place - 1], Chip) else BEFORE_LINE
            found += [heights[0] + above, *heights[1:]]
    return found


@dataclass(frozen=True)
class _Layout:
    """Where it all stands: pages in all, each section's place, the page of the contents."""

    pages: int
    headings: tuple[float, ...]
    left_alone: tuple[float, ...]
    contents_at: int


@lru_cache(maxsize=24)
def _laid_out(document: Document, look: _Look) -> _Layout:
    pieces, (first, later) = _Pieces(document, look), _rooms(document, look)
    flow = Flow(pieces.made, first=first, later=later)
    alone = Flow(pieces.made, first=first, later=later, left_alone=True)
    downs, downs_alone = (
        tuple(
            place.page + min(place.down / later, 0.99)
            for place in (each.places[at] for at in pieces.headings)
        )
        for each in (flow, alone)
    )
    contents = flow.places[pieces.contents_at].page if pieces.contents_at >= 0 else 0
    return _Layout(flow.page, downs, downs_alone, contents)


def page_count(document: Document) -> int:
    """How many pages the document is likely to fill; Word counts again when it opens it."""
    return _laid_out(document, AS_MEASURED).pages


def known_pages(document: Document) -> tuple[int | None, ...]:
    """The page each section of level 2 begins on; None where a little more or less room would change it.

    Programs differ by a hair in how they set a line, and a section near the end of a page tips over; they
    differ too in whether its heading may stand alone there.
    """
    looks = [_laid_out(document, look) for look in (AS_MEASURED, SHORTEST, LONGEST)]
    each = zip(*(downs for look in looks for downs in (look.headings, look.left_alone)), strict=True)
    pages = [{int(down) for down in downs} for downs in each]
    return tuple(found.pop() if len(found) == 1 else None for found in pages)


def places_of_headings(document: Document) -> tuple[float, ...]:
    """Where each section of level 2 is likely to begin: 2.25 is a quarter down the second page."""
    return _laid_out(document, AS_MEASURED).headings


def page_of_contents(document: Document) -> int:
    """The page the list of contents is likely to begin on; 0 where there is none."""
    return _laid_out(document, AS_MEASURED).contents_at


def headings_after_overflows(document: Document, parted: Sequence[Heading] = ()) -> tuple[Heading, ...]:
    """The sections whose page break would leave most of a page empty after one that ran over on to it.

    Those that are `parted` keep theirs all the same.
    """
    pieces, (first, later) = _Pieces(document, AS_MEASURED), _rooms(document, AS_MEASURED)
    sections = list(zip(pieces.headings, document.sections(), strict=True))
    kept = [at for at, heading in sections if any(heading is each for each in parted)]
    flow = Flow(pieces.made, first=first, later=later, sections=pieces.headings, parted=kept)
    return tuple(heading for at, heading in sections if at in flow.closed_up)


def with_contents(document: Document, *, after: int = 1) -> Document:
    """With a list of its sections after that many blocks, which are its answer, where it is long."""
    if not needs_contents(document):
        return document
    blocks = document.blocks
    return replace(document, blocks=(*blocks[:after], Contents(), *blocks[after:]))


def needs_contents(document: Document) -> bool:
    """Whether a reader needs a list of contents."""
    return page_count(document) > LONGEST_WITHOUT_CONTENTS

"""The document in its order: the plan's rows, and every line around them that may name an area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from boarddesk.importing.columns import Columns
from boarddesk.importing.plan.area_words import (
    LONGEST_TITLE,
    NOISE,
    AreaWords,
    area_words,
    labelled,
)
from boarddesk.importing.plan.areas import Event, Line, Origin
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.family import BETWEEN, ELSEWHERE, TableReading
from boarddesk.importing.plan.kinds import LooksLike
from boarddesk.importing.plan.legend import is_key, key_of_table
from boarddesk.importing.plan.rows import Row, RowKind, explains_headings, headings_again, read_rows
from boarddesk.importing.plan.shapes import is_ruled
from boarddesk.importing.plan.survey import columns_at
from boarddesk.importing.statuses import is_status
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables, Text
from boarddesk.rules.imports.contents import Leftover

BOLD_HEADING = 9
"""The level of a short bold line without a heading's style."""
LONGEST_BOLD = 120
TITLE = re.compile(r"(?:area |priority |theme )?(?:title|name)\W*", re.IGNORECASE)
TOTAL = re.compile(r"\W*(?:(?:grand |sub-?)?totals?|overall)\W*", re.IGNORECASE)
MOST_CARD_ROWS = 12


@dataclass
class Stream:
    """Lines and rows in order.

    `explaining` are rows that only explain the headings; `counts` how many rows of each table tell of
    actions; `kinds` the tables that tell of an area or are a key.
    """

    events: list[Event] = field(default_factory=list)
    title: str = ""
    explaining: list[str] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, LooksLike] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """The plan's rows in order."""
        return [event for event in self.events if isinstance(event, Row)]


def stream_of(source: SourceTables, taken: Sequence[TableReading], choices: PlanChoices) -> Stream:
    """The whole document in order."""
    stream = Stream()
    builder = _Builder(source, stream, choices, sum(table.columns is not None for table in taken))
    for at, table in enumerate(taken):
        place, other = f"above {table.grid.place}", table.columns is None
        builder.texts(table.grid.before, place, first=at == 0, above_another=other)
        if table.columns is not None:
            builder.plan(table, table.columns)
        else:
            builder.other(table)
    builder.texts(source.after, "at the end of the document", first=False, above_another=False)
    return stream


@dataclass
class _Builder:
    """The document being laid out; `plans` is how many of its tables are the plan."""

    source: SourceTables
    stream: Stream
    choices: PlanChoices
    plans: int
    area: str | None = None

    def texts(self, texts: Sequence[Text], place: str, *, first: bool, above_another: bool) -> None:
        """Paragraphs above a table; the first short one above the first table is the document's title."""
        for text in texts:
            if BETWEEN.fullmatch(text.text) or is_key(text.text) or _explains_status(text):
                continue
            level = text.level or (BOLD_HEADING if _is_bold_heading(text) else 0)
            line = self._line(text.text, place, Origin.TEXT, level)
            if _same(text.text, self.stream.title) and not line.said:
                continue  # the document's title over again, above another table
            named = line.words is not None and not line.words.plain
            if first and not self.stream.title and not named and not labelled(text.text) and _is_title(text):
                self.stream.title = text.text
                continue
            if above_another and not (named or line.said) and ELSEWHERE.search(text.text):
                line.words = None
            self.stream.events.append(line)

    def _line(self, text: str, place: str, origin: Origin, level: int = 0) -> Line:
        said = self.choices.is_area(text)
        heading = level > 0 or origin is not Origin.TEXT
        words = area_words(text, heading=heading or bool(said)) if said is not False else None
        if said and words is None:
            words = AreaWords("", "", text)
        return Line(text, place, origin, level, words, said=bool(said))

    # The plan's tables -------------------------------------------------------------------------------------

    def plan(self, table: TableReading, columns: Columns) -> None:
        """The rows of a table of the plan, with the lines above and between them."""
        grid = table.grid
        self._sheet(grid)
        for number in range(columns.header_row):
            self._above(grid, number)
        taken = 0
        first = columns.header_row + columns.depth
        if not table.goes_on and first < len(grid.rows) and explains_headings(grid, first, columns):
            text = joined(grid, first)
            self.stream.explaining.append(text)
            self.stream.leftovers.append(Leftover(grid.row_place(first), text, "explains the headings"))
            first += 1
        for last, following in self._stretches(grid, first, columns):
            taken += sum(self._take(grid, row) for row in read_rows(grid, columns, first, last))
            first, columns = last + following.depth, following
        self.stream.counts[grid.place] = self.stream.counts.get(grid.place, 0) + taken

    def _stretches(self, grid: Grid, first: int, columns: Columns) -> Iterator[tuple[int, Columns]]:
        """Where the headings are repeated or change further down, what holds from there; last, the end."""
        for number in range(first, len(grid.rows)):
            repeated = headings_again(grid, number, columns)
            again = columns_at(grid, number, columns, self.choices.columns) if repeated else None
            if again is not None:
                columns = again
                yield number, again
        yield len(grid.rows), columns

    def _sheet(self, grid: Grid) -> None:
        """A workbook's sheet may name its area where several sheets hold the plan."""
        nameless = re.fullmatch(r"(?:sheet ?\d*)?", grid.sheet, re.IGNORECASE) or NOISE.fullmatch(grid.sheet)
        if self.source.kind is SourceKind.EXCEL and self.plans > 1 and not nameless:
            self.stream.events.append(self._line(grid.sheet, grid.place, Origin.SHEET))

    def _above(self, grid: Grid, number: int) -> None:
        """A row above the headings: an area's title, the document's, or something said of either."""
        text = joined(grid, number)
        if not text or is_key(text):
            return
        line = self._line(text, grid.row_place(number), Origin.ABOVE)
        named = line.words is not None and not line.words.plain
        if not self.stream.title and not named and not labelled(text) and len(text) <= LONGEST_TITLE:
            self.stream.title = text
        else:
            self.stream.events.append(line)

    def _take(self, grid: Grid, row: Row) -> bool:
        """Put a row in its place; True for one that tells of an action."""
        if row.kind is RowKind.NOTHING:
            return False
        text = " ".join(text for _, text in row.source)
        if row.kind is RowKind.TITLE:
            line = self._line(text, row.place, Origin.BANNER)
            self.stream.events.append(replace(line, words=None) if len(text) > 200 else line)
            return False
        if row.ref and not row.text and len(row.source) < 2 and not row.area:
            self.stream.leftovers.append(Leftover(row.place, row.ref, "a ref without words"))
            return False
        totals = TOTAL.fullmatch(next((text for _, text in row.source), "")) is not None
        if totals or (not (row.ref or row.text) and not self.stream.rows):
            said = " | ".join(text for _, text in row.source)
            why = "a row of totals" if totals else "no action stands above this row"
            self.stream.leftovers += [Leftover(row.place, said, why)] if said else []
            return False
        if row.area:
            self._column(row)
        self.stream.events.append(row)
        return True

    def _column(self, row: Row) -> None:
        """What a column of areas says of a row, where it says something else than of the row above."""
        merged = row.area_cell is not None and row.area_cell.rows > 1
        if row.area == self.area:
            for event in reversed(self.stream.events):
                if isinstance(event, Line) and event.origin is Origin.COLUMN:
                    event.repeats = True
                    return
        self.area = row.area
        words = area_words(row.area, heading=True) or AreaWords("", "", row.area, plain=True)
        line = Line(row.area, row.place, Origin.COLUMN, words=words, repeats=merged)
        if self.choices.is_area(row.area) is not False:
            self.stream.events.append(line)

    # The other tables --------------------------------------------------------------------------------------

    def other(self, table: TableReading) -> None:
        """A table that is no plan: a key, what is said of an area, or nothing to the plan."""
        grid = table.grid
        if key_of_table(grid):
            self.stream.kinds[grid.place] = LooksLike.LEGEND
            return
        if table.kind not in (LooksLike.UNKNOWN, LooksLike.FACTS, LooksLike.CONTENTS):
            return
        lines = self._card(grid)
        if lines:
            self.stream.kinds[grid.place] = LooksLike.AREA
            self.stream.events += lines

    def _card(self, grid: Grid) -> list[Line]:
        """The lines of a small table of what areas are; none where it is another table."""
        if len(grid.rows) > MOST_CARD_ROWS or not grid.rows:
            return []
        beside = self._side_by_side(grid)
        if beside:
            return beside
        lines = [line for number in range(len(grid.rows)) for line in self._card_row(grid, number)]
        named = [line for line in lines if line.words is not None and line.words.noun]
        if not named:
            return []
        if len(named) > 1:  # a list of areas names them only where nothing else does
            lines = [replace(line, origin=Origin.TEXT) for line in lines]
        plain = [_only_named(line) for line in lines]
        return (
            plain
            if len(named) * 3 >= len(grid.rows) or len(named) + _said_of(plain) >= len(plain) / 2
            else []
        )

    def _side_by_side(self, grid: Grid) -> list[Line]:
        """Areas beside each other, one a column: its name, then what is said of it."""
        heads = [area_words(cell.line, heading=False) for cell in grid.rows[0] if not cell.empty]
        if not heads or not all(words and words.noun and words.number for words in heads):
            return []
        if len(heads) == 1 and grid.width > 1:
            return []
        lines = [
            self._line(cell.line, grid.row_place(number), Origin.CARD)
            for column in range(grid.width)
            for number in range(len(grid.rows))
            if not (cell := grid.rows[number][column]).empty
        ]
        return [_only_named(line) for line in lines]

    def _card_row(self, grid: Grid, number: int) -> Iterator[Line]:
        cells = [cell.line for cell in grid.rows[number] if cell.origin is None and _means(cell)]
        if not cells:
            return
        place = grid.row_place(number)
        if len(cells) == 4 and TITLE.fullmatch(cells[2]):
            cells = [*cells[:2], cells[3]]
        if len(cells) == 4:  # two labels, each with its value
            yield self._line(" | ".join(cells[:2]), place, Origin.CARD)
            yield self._line(" | ".join(cells[2:]), place, Origin.CARD)
            return
        line = self._line(" | ".join(cells), place, Origin.CARD)
        if line.words is not None and line.words.noun and len(cells) > 1:
            alone = area_words(cells[0], heading=True)
            used = 1 if alone and alone.noun and alone.title else len(cells[:3]) if len(cells) == 3 else 2
            yield self._line(" | ".join(cells[:used]), place, Origin.CARD)
            if cells[used:]:
                yield self._line(" | ".join(cells[used:]), place, Origin.CARD)
        else:
            yield line


def _only_named(line: Line) -> Line:
    """The line as one that names an area only where it has a word for one."""
    return replace(line, words=None) if line.words and not line.words.noun else line


def _said_of(lines: Sequence[Line]) -> int:
    return sum(labelled(line.text) is not None for line in lines)


def _means(cell: Cell) -> bool:
    return not is_ruled(cell.line)


def _same(text: str, title: str) -> bool:
    return " ".join(text.casefold().split()) == " ".join(title.casefold().split())


def _is_title(text: Text) -> bool:
    return text.level > 0 or len(text.text) <= LONGEST_TITLE


def _is_bold_heading(text: Text) -> bool:
    line = text.text.strip()
    return (
        text.bold
        and len(line) <= LONGEST_BOLD
        and not line.endswith((".", ":", ";"))
        and not line.startswith("•")
    )


def _explains_status(text: Text) -> bool:
    """Whether a line only names a status, such as “On track” or a shaded “Met: done and evidenced”."""
    return (bool(text.shading) or len(text.text) <= 20) and is_status(text.text) and len(text.text) > 2


def joined(grid: Grid, number: int) -> str:
    """A row's cells on one line; ruled-off cells say nothing."""
    lines = (cell.line for cell in grid.rows[number] if cell.origin is None)
    return " | ".join(line for line in lines if not is_ruled(line))

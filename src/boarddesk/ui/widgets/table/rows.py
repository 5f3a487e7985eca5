"""Tables as data: columns, cells, rows and groups, free of the database and of Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from boarddesk.rules.risks.matrix import Level
from boarddesk.rules.statuses.status import Status
from boarddesk.ui.look.tokens import MarkStyle, Shape


class Kind(StrEnum):
    """What a column holds; it decides alignment, painting, sorting and what goes to Excel."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"
    FLAG = "flag"
    MARK = "mark"
    KEYS = "keys"
    TICK = "tick"


class Ink(StrEnum):
    """The colour of words, by token."""

    INK = "ink"
    MUTED = "muted"
    FAINT = "faint"
    BAD = "bad"
    WARN = "warn"
    GOOD = "good"
    LINK = "link"


class Pin(StrEnum):
    """The edge a column stays at while the others scroll."""

    LEFT = "left"
    RIGHT = "right"


class EditorKind(StrEnum):
    """How a cell is edited in place."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True)
class Editor:
    """The editor of a column; choices are (value, label); what `offers` lists is offered as one types."""

    kind: EditorKind = EditorKind.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    offers: Callable[[], Sequence[str]] | None = None


@dataclass(frozen=True)
class Column:
    """One column. Widths are those of the design at 100 %.

    The title may be on several lines; `full` is it on one, as it is said, copied and written to Excel.
    `stretch` takes the slack, several by their `share` of it; a column that `fits` is as wide as its
    longest cell, up to this much, before any slack is taken; `from_width` shows the column only in a table
    at least so wide, or with `if_fits` also where everything then fits without scrolling; one that `yields`
    goes, the lowest number first, where a stretching column that `fits` would be cut; `least` lets the
    column become so narrow where that spares the table from scrolling; `second` names the column whose text
    stands as this one's second line while that column is hidden; `typed` sends letters typed in a cell to
    the page; `shown` false leaves the column to the column chooser; `pin` keeps it in sight at an edge
    while the others scroll; `names` says that its words name the row, which are semibold while it is chosen.
    """

    key: str
    title: str
    width: int = 96
    kind: Kind = Kind.TEXT
    stretch: bool = False
    share: int = 1
    fits: int = 0
    ink: Ink = Ink.INK
    editor: Editor | None = None
    shown: bool = True
    from_width: int = 0
    if_fits: bool = False
    yields: int = 0
    least: int = 0
    second: str = ""
    typed: bool = False
    pin: Pin | None = None
    names: bool = False
    tip: str = ""
    full: str = ""

    @property
    def name(self) -> str:
        """The title on one line."""
        return self.full or " ".join(self.title.split()) or self.key


@dataclass(frozen=True)
class Cell:
    """One cell: words first, and how they are shown.

    `sort` is what the column sorts by and what Excel gets for numbers and dates; `before` is muted text
    before the words (a fraction before its per cent), `ahead` muted text at their left that puts them in
    (the number of a sub-item); a `level` is painted with the score in the words; a `tag` is a flag after the
    words, `locked` with a lock in it; an `icon` stands where a shape would;
    `keys` are the letters a row offers, `mark` the one pressed; `became` shows the cell, an arrow and what it
    turned into; `value` is what the editor starts from; `said` replaces the words for screen readers;
    `ticked` is the state of a tick; what `spans` runs on over the columns beside it and asks for no width of
    its own.
    """

    text: str = ""
    second: str = ""
    sort: str | int | float | Decimal | date | None = None
    ink: Ink | None = None
    strong: bool = False
    before: str = ""
    ahead: str = ""
    tag: str = ""
    locked: bool = False
    icon: str = ""
    status: Status | None = None
    level: Level | None = None
    flags: tuple[str, ...] = ()
    mark: str = ""
    mark_style: MarkStyle = MarkStyle.COUNTED
    keys: str = ""
    shape: Shape | None = None
    shape_ink: Ink = Ink.MUTED
    bar: tuple[tuple[Status, int], ...] = ()
    became: Cell | None = None
    ticked: bool | None = None
    editable: bool = True
    muted_ground: bool = False
    spans: bool = False
    value: str | None = None
    said: str = ""
    tip: str = ""

    @property
    def words(self) -> str:
        """The cell in words, second line left out."""
        if self.status is not None:
            return self.status.label
        if self.level is not None:
            return " ".join(part for part in (self.text, self.level.name) if part)
        if self.flags:
            return ", ".join(self.flags)
        if self.ticked is not None:
            return "ticked" if self.ticked else "not ticked"
        return " ".join(part for part in (self.ahead, self.before, self.text or self.mark, self.tag) if part)

    @property
    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        words = self.said or self.words or (counts_in_words(self.bar) if self.bar else "")
        after = self.became.spoken if self.became else ""
        spoken = f"{words} becomes {after}" if after else words
        return f"{spoken}, {self.second}" if self.second else spoken


EMPTY = Cell()


@dataclass(frozen=True)
class Row:
    """One record: its cells by column key, its group, and the rows below it."""

    id: str
    cells: Mapping[str, Cell | str]
    group: str = ""
    children: tuple[Row, ...] = ()
    ink: Ink | None = None
    strong: bool = False

    def cell(self, key: str) -> Cell:
        """The cell of a column; plain words become a plain cell."""
        found = self.cells.get(key, EMPTY)
        return Cell(found) if isinstance(found, str) else found


@dataclass(frozen=True)
class Group:
    """The header of a group of rows: number, title, count in words, and the bar at its right.

    `beside` is the end of the title that stands muted after it; a count that is `far` stands at the right,
    and its end that is `late` in red.
    """

    key: str
    title: str
    number: str = ""
    count: str = ""
    bar: tuple[tuple[Status, int], ...] = ()
    is_open: bool = True
    beside: str = ""
    far: bool = False
    late: str = ""


@dataclass(frozen=True)
class Line:
    """One visible line of a table: a group header or a row at its depth."""

    group: Group | None = None
    row: Row | None = None
    depth: int = 0
    is_open: bool = False
    count: int = 0

    @property
    def id(self) -> str:
        """The row's id; empty for a group."""
        return self.row.id if self.row else ""

    @property
    def has_second(self) -> bool:
        """Whether a cell of it has a second line."""
        return self.row is not None and any(self.row.cell(key).second for key in self.row.cells)

    @property
    def can_open(self) -> bool:
        """Whether the line has something below it."""
        return self.group is not None or bool(self.row and self.row.children)


@dataclass
class Arrangement:
    """How a table is arranged just now: sorting, filters, what is open."""

    sort_key: str = ""
    descending: bool = False
    search: str = ""
    filters: dict[str, str] = field(default_factory=dict)
    closed_groups: set[str] = field(default_factory=set)
    open_rows: set[str] = field(default_factory=set)
    page_filters: bool = False

    @property
    def is_filtering(self) -> bool:
        """Whether the page's own filter or anything typed leaves rows out."""
        return self.page_filters or bool(self.search.strip() or any(self.filters.values()))


def counts_in_words(counts: Sequence[tuple[Status, int]]) -> str:
    """A stacked bar as a sentence for screen readers: "5 Met, 3 On track"."""
    return ", ".join(f"{count} {status.label}" for status, count in counts if count) or "nothing yet"


_DIGITS = re.compile(r"(\d+)")
SortKey = tuple[int, tuple[tuple[int, float, str], ...]]


def sort_key(cell: Cell) -> SortKey:
    """Numbers as numbers, dates as days, refs as people order them (4.9 before 4.10), nothing last."""
    found = cell.sort if cell.sort is not None else cell.words
    if isinstance(found, date):
        return (0, ((0, float(found.toordinal()), ""),))
    if isinstance(found, int | float | Decimal):
        return (0, ((0, float(found), ""),))
    if found in ("", "–"):
        return (1, ())
    parts = _DIGITS.split(found.casefold())
    return (0, tuple((0, float(part), "") if part.isdigit() else (1, 0.0, part) for part in parts if part))


def matches(row: Row, arrangement: Arrangement, columns: Sequence[Column]) -> bool:
    """Whether a row, or one below it, holds every word searched for and every column's own filter."""
    own = _holds_words(row, arrangement.search, columns) and _holds_filters(row, arrangement.filters)
    return own or any(matches(child, arrangement, columns) for child in row.children)


def _holds_words(row: Row, search: str, columns: Sequence[Column]) -> bool:
    wanted = search.casefold().split()
    if not wanted:
        return True
    known = " ".join(row.cell(column.key).spoken for column in columns).casefold()
    return all(word in known for word in wanted)


def _holds_filters(row: Row, filters: Mapping[str, str]) -> bool:
    return all(words.casefold() in row.cell(key).spoken.casefold() for key, words in filters.items() if words)

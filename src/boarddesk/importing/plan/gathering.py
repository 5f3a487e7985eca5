"""Rows into their areas, what is said of each area, and what belongs to none, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from boarddesk.importing.plan.area_words import NOISE, labelled
from boarddesk.importing.plan.areas import (
    Area,
    Areas,
    Line,
    Origin,
    Sort,
    agreement_of,
    heads_under,
    is_of,
    sort_ends,
    sort_that_governs,
)
from boarddesk.importing.plan.rows import Row
from boarddesk.importing.plan.stream import Stream
from boarddesk.rules.imports.contents import FoundHeading, Leftover

LONGEST_PENDING = 220
WHY = {
    Origin.TEXT: "text outside the tables",
    Origin.CARD: "stands in a table about an area",
    Origin.BANNER: "a heading inside the table that names no area",
    Origin.ABOVE: "stands above the headings of the table",
    Origin.SHEET: "the name of a sheet",
}
LONG_BANNER = "one long cell across the table"


@dataclass
class PlanParts:
    """The areas with their rows, and the lines that name none."""

    areas: list[Area] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    headings: tuple[FoundHeading, ...] = ()


def gather(stream: Stream) -> PlanParts:
    """Every row in its area."""
    return _Gathering(stream).run()


@dataclass
class _Gathering:
    """One pass over the document once it is known which kind of heading governs."""

    stream: Stream
    areas: Areas = field(default_factory=Areas)
    spare: list[Line] = field(default_factory=list)
    open_label: str = ""
    ended: Line | None = None
    entered: bool = False
    sort: Sort | None = None
    trusted: bool = True

    def run(self) -> PlanParts:
        events = self.stream.events
        sort = sort_that_governs(events)
        agreed = agreement_of(sort, events) if sort else None
        self.sort = sort
        self.trusted = sort is None or (agreed is not None and agreed >= 0.5)
        heads = iter(heads_under(sort, events))
        self._without_section_numbers(agreed)
        for event in events:
            if isinstance(event, Row):
                self._row(event, next(heads))
            else:
                self._line(event)
        return self._gathered()

    def _without_section_numbers(self, agreed: float | None) -> None:
        """Numbers that count the document's sections, the front ones too, are not those of its areas."""
        if self.sort is None or self.sort.form != "counted" or agreed is not None:
            return
        lines = [line for line in self.stream.events if isinstance(line, Line) and is_of(line, self.sort)]
        governing = self._first_governing()
        if governing is not None and governing.words and governing.words.number not in ("1", "A"):
            for line in lines:
                line.words = replace(line.words, number="") if line.words else None
            self.sort = lines[0].sort

    def _first_governing(self) -> Line | None:
        last: Line | None = None
        for event in self.stream.events:
            if isinstance(event, Row):
                return last
            if is_of(event, self.sort):
                last = event
        return last

    # Rows --------------------------------------------------------------------------------------------------

    def _row(self, row: Row, head: str) -> None:
        self.open_label = ""
        area = self._area_of(row, head)
        area.rows.append(row)
        if row.area and not self._is_said_by_column(row, area):
            row.objective = "\n".join(filter(None, (row.area, row.objective)))

    def _area_of(self, row: Row, head: str) -> Area:
        current = self.areas.current
        if not (row.ref or row.text) and current is not None:
            return current
        if head and current is not None and not current.number and self._is_free(head):
            current.number = head
        if head and self.trusted and (current is None or (current.number and current.number != head)):
            return self.areas.of_head(head, row.place)
        if current is None and self.ended is not None:
            return self.areas.enter(self.ended)
        return current or self.areas.unnumbered(row.place)

    def _is_free(self, head: str) -> bool:
        return self.trusted and all(area.number != head for area in self.areas.all)

    def _is_said_by_column(self, row: Row, area: Area) -> bool:
        by_column = any(line.origin is Origin.COLUMN and line.text == row.area for line in area.lines)
        return by_column or row.area.casefold() == area.title.casefold()

    # Lines -------------------------------------------------------------------------------------------------

    def _line(self, line: Line) -> None:
        just, self.entered = self.entered, False
        if self.sort is not None and (line.said or is_of(line, self.sort)):
            self.areas.enter(line)
            self.open_label, self.ended, self.entered = "", None, True
            return
        if line.origin is Origin.COLUMN:
            return
        if self.sort is not None and sort_ends(line, self.sort):
            self.areas.current, self.ended = None, line
        if not self._is_said(line) and not self._is_pending(line, just=just):
            self.spare.append(line)

    def _is_said(self, line: Line) -> bool:
        """Take what a line says of the area it stands under; a label alone opens the lines below it."""
        area = self.areas.current
        if area is None or (self.sort is None and not area.rows and not area.lines):
            return False
        told = labelled(line.text)
        if told is not None:
            name, label, words = told
            if name == "leads" and area.said.get(name) and label.casefold().startswith("project"):
                name = "project_team"  # those who lead the work under those who lead the area
            area.labels.setdefault(name, label)
            self.open_label = "" if words else name
            if words:
                area.said[name] = "\n".join(filter(None, (area.said.get(name, ""), words)))
            return True
        if line.heads and line.origin is Origin.TEXT:
            self.open_label = ""
        if self.open_label:
            name = self.open_label
            area.said[name] = "\n".join(filter(None, (area.said.get(name, ""), line.text.lstrip("• "))))
            return True
        return False

    def _is_pending(self, line: Line, *, just: bool) -> bool:
        """The first words under an area's heading without a title are its title, if it gets no other."""
        area = self.areas.current
        plain = line.origin in (Origin.TEXT, Origin.CARD) and len(line.text) <= LONGEST_PENDING
        after_rows = area is not None and bool(area.rows) and line.origin is not Origin.CARD
        if (
            area is None
            or area.title
            or area.pending
            or after_rows
            or not plain
            or (line.level > 0 and not just)
            or NOISE.fullmatch(line.text)
        ):
            return False
        area.pending = line
        return True

    # The end -----------------------------------------------------------------------------------------------

    def _gathered(self) -> PlanParts:
        kept: list[Area] = []
        for area in self.areas.all:
            if area.pending is not None and area.title:
                self.spare.append(area.pending)
            elif area.pending is not None:
                area.title = " ".join(area.pending.text.lstrip("•·▪- ").split())
            if area.rows or self._stands_alone(area):
                kept.append(area)
            else:
                self.spare += area.lines
            self.spare += [line for line in area.lines if area in kept and _says_more(line, area)]
        self.areas.all = kept
        self.areas.number_the_rest()
        order = {id(event): at for at, event in enumerate(self.stream.events)}
        self.spare.sort(key=lambda line: order.get(id(line), 0))
        headings = tuple(
            FoundHeading(line.text, line.place, "no action stands under it")
            for line in self.spare
            if line.heads and line.origin in (Origin.TEXT, Origin.BANNER, Origin.ABOVE)
        )
        return PlanParts(kept, [*self.stream.leftovers, *self._left_over()], headings)

    def _stands_alone(self, area: Area) -> bool:
        """Whether an area without actions is like those that have some."""
        form = self.sort.form if self.sort else ""
        said = any(line.said for line in area.lines)
        return said or (form in ("numbered", "named") and any(line.heads for line in area.lines))

    def _left_over(self) -> Iterator[Leftover]:
        """The lines that name no area, those of one place together, each text once."""
        told: set[str] = set()
        groups: dict[tuple[str, str], list[str]] = {}
        for line in self.spare:
            if line.text.casefold() in told or line.origin is Origin.COLUMN:
                continue
            told.add(line.text.casefold())
            why = LONG_BANNER if line.origin is Origin.BANNER and len(line.text) > 200 else WHY[line.origin]
            groups.setdefault((line.place, why), []).append(line.text)
        for (place, why), texts in groups.items():
            yield Leftover(place, "\n".join(texts), why)


def _says_more(line: Line, area: Area) -> bool:
    """Whether a line calls its area otherwise than it is called."""
    words = line.words
    return (
        bool(words and words.title) and words is not None and words.title.casefold() != area.title.casefold()
    )

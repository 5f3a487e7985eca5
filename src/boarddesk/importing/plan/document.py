"""A whole plan document: its tables recognised, its areas and actions found, the rest listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from boarddesk.importing.columns import Columns, check_choices
from boarddesk.importing.headings import Field
from boarddesk.importing.owners import known_names
from boarddesk.importing.plan.actions import DocumentFacts, Draft, drafts, each_once, found_action, found_kpis
from boarddesk.importing.plan.areas import LONGEST_TITLE, NOISE, Area, Areas
from boarddesk.importing.plan.kinds import FIRST_ROWS, LooksLike, headings_again, kind_of, plan_columns
from boarddesk.importing.plan.rows import RULED, Row, RowKind, read_rows
from boarddesk.importing.statuses import StatusReader, legend_of, status_word
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables, Text
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundPlan, Leftover, SourceTable
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme


@dataclass
class PlanReader:
    """Goes through a document's tables in order."""

    source: SourceTables
    choices: Mapping[str, Field]
    areas: Areas = field(default_factory=Areas)
    rows: list[tuple[Area, Row]] = field(default_factory=list)
    tables: list[SourceTable] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    legend: list[Text | Cell] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def read(self) -> None:
        """Take in every table and the texts around it."""
        plans = {at: found for at, grid in enumerate(self.source.grids) if (found := self._find(grid))}
        for at, grid in enumerate(self.source.grids):
            self.legend += [text for text in grid.before if text.shading]
            self.areas.take_texts(grid.before, f"above {grid.place}")
            if found := plans.get(at):
                self._read_plan(grid, found, alone=len(plans) == 1)
            elif not grid.inside:
                self._read_other(grid)
        self.areas.take_texts(self.source.after, "at the end of the document")

    def _find(self, grid: Grid) -> Columns | None:
        """The first headings of a plan in this table."""
        for row in range(min(FIRST_ROWS, len(grid.rows))):
            if found := plan_columns(grid, row, self.choices):
                return found
        return None

    def _read_plan(self, grid: Grid, columns: Columns, *, alone: bool) -> None:
        self._area_of_sheet(grid, alone=alone)
        for number in range(columns.header_row):
            self._above(grid, number)
        self.headings += [column.heading for column in columns.columns]
        taken = 0
        first = columns.header_row + columns.depth
        for last, following in self._stretches(grid, first, columns):
            taken += sum(self._take(grid, row) for row in read_rows(grid, columns, first, last))
            first, columns = last + following.depth, following
        self.tables.append(_table(grid, LooksLike.PLAN, taken, columns))

    def _stretches(self, grid: Grid, first: int, columns: Columns) -> Iterator[tuple[int, Columns]]:
        """Where the headings are repeated or change further down, what holds from there; last, the end."""
        for number in range(first, len(grid.rows)):
            repeated = headings_again(grid, number, columns)
            again = plan_columns(grid, number, self.choices) if repeated else None
            if again is not None:
                columns = again
                yield number, again
        yield len(grid.rows), columns

    def _area_of_sheet(self, grid: Grid, *, alone: bool) -> None:
        """A workbook's sheet names its area where several sheets hold the plan."""
        name = grid.sheet
        if (
            self.source.kind is not SourceKind.EXCEL
            or self.areas.take(name, grid.place, heading=True)
            or alone
        ):
            return
        if not name.lower().startswith("sheet") and not NOISE.fullmatch(name):
            self.areas.enter("", name, grid.place)

    def _above(self, grid: Grid, number: int) -> None:
        """A row above the headings: the area's title, what is said of it, or nothing known."""
        text = _joined(grid, number)
        if not text or self.areas.take(text, grid.row_place(number), heading=True):
            return
        if not self.areas.title and len(text) <= LONGEST_TITLE:
            self.areas.title = text
        else:
            self._leave(grid.row_place(number), text, "stands above the headings of the table")

    def _take(self, grid: Grid, row: Row) -> bool:
        """Put a row where it belongs; True for one that tells of an action."""
        if row.kind is RowKind.NOTHING:
            return False
        if row.kind is RowKind.TITLE:
            return self._title(row)
        if row.area:
            self._enter_by_column(row)
        area = self.areas.for_ref(row.ref, row.place) if row.ref or row.text else self._current()
        if area is None:
            text = " | ".join(text for _, text in row.source)
            self._leave(row.place, text, "no action stands above this row")
            return False
        self.rows.append((area, row))
        return True

    def _current(self) -> Area | None:
        return self.rows[-1][0] if self.rows else None

    def _title(self, row: Row) -> bool:
        text = " ".join(text for _, text in row.source)
        if not self.areas.take(text, row.place, heading=True):
            if len(text) > 200:
                self._leave(row.place, text, "one long cell across the table")
            else:
                self.areas.enter("", text, row.place)
        return False

    def _enter_by_column(self, row: Row) -> None:
        if not self.areas.take(row.area, row.place, heading=True):
            self.areas.enter("", row.area, row.place)

    def _read_other(self, grid: Grid) -> None:
        """A table that is no plan: an area's title, a legend, or something left for another day."""
        cells = [
            cell for row in grid.rows for cell in row if not cell.empty and not RULED.fullmatch(cell.line)
        ]
        if not cells:
            return
        words = [status_word(cell.line, self.areas.scheme) for cell in cells]
        if len(cells) <= 24 and sum(word is not None for word in words) * 2 >= len(cells):
            self.legend += cells
            kind = LooksLike.LEGEND
        elif self._tells_of_area(grid):
            kind = LooksLike.AREA
        else:
            kind, headings = kind_of(grid)
            self.tables.append(_table(grid, kind, len(grid.rows), None, headings))
            self._leave(grid.place, _text(grid), f"{WHAT_IT_IS[kind]}, so no action was taken from it")
            return
        self.tables.append(_table(grid, kind, len(grid.rows), None))

    def _tells_of_area(self, grid: Grid) -> bool:
        """Take a small table of what an area is; what it says besides is left over."""
        if len(grid.rows) > 12:
            return False
        lines = {number: line for number in range(len(grid.rows)) if (line := _joined(grid, number))}
        taken = {at for at, line in lines.items() if self.areas.take(line, grid.row_place(at), heading=True)}
        for number in sorted(lines.keys() - taken) if taken else ():
            self._leave(grid.row_place(number), lines[number], "stands in a table about an area")
        return bool(taken)

    def _leave(self, place: str, text: str, why: str) -> None:
        self.leftovers.append(Leftover(place, text, why))


WHAT_IT_IS = {
    LooksLike.SCORECARD: "looks like a scorecard",
    LooksLike.RISKS: "looks like a risk register",
    LooksLike.PEOPLE: "looks like a list of people",
    LooksLike.UNKNOWN: "has no headings known from plans",
}


def read_plan(
    source: SourceTables,
    *,
    choices: Mapping[str, Field] | None = None,
    scheme: Scheme = IMPROVEMENT_PLAN,
    bands: Sequence[TermBand] = (),
) -> FoundPlan:
    """The plan a document holds; FileProblem where it has no table, Refused where a column must be chosen."""
    if not any(grid.rows for grid in source.grids):
        raise FileProblem(
            f"“{source.name}” has no table in it. Plans are read from tables with a row of headings."
        )
    reader = PlanReader(source, choices or {}, Areas(scheme=scheme))
    reader.read()
    check_choices(choices or {}, reader.headings)
    if not reader.rows:
        raise FileProblem(_why_nothing(reader))
    reader.areas.number_the_rest()
    known = DocumentFacts(
        StatusReader(scheme, legend_of(reader.legend, scheme)), _names(reader), tuple(bands)
    )
    areas = [area for one in reader.areas.all if (area := _found_area(reader, one, known)) is not None]
    notes = [Leftover(source.name, note, "not read") for note in source.notes]
    notes += [Leftover(source.name, remark, "read like the rest") for remark in source.remarks]
    comments = (one for grid in source.grids for one in grid.comments())
    notes += [Leftover(place, said, "a comment beside this cell") for place, said in comments]
    leftovers = (*notes, *reader.areas.leftovers, *reader.leftovers)
    return FoundPlan(source.name, reader.areas.title, tuple(reader.tables), tuple(_unlike(areas)), leftovers)


def _why_nothing(reader: PlanReader) -> str:
    """Why no action was found: headings with nothing under them, or no headings known from plans."""
    name = reader.source.name
    empty = next((table for table in reader.tables if table.looks_like == LooksLike.PLAN.value), None)
    if empty is not None:
        headings = ", ".join(heading for heading in empty.headings if heading)
        return (
            f"The plan in “{name}” has its headings ({headings}) but no rows with actions under "
            "them. Fill in the table, or choose the document that has the actions."
        )
    return (
        f"No table in “{name}” looks like a plan: none has headings such as Action, By when and "
        "Responsible officer. If one should, say which column is which with --column."
    )


def _names(reader: PlanReader) -> frozenset[str]:
    told = [area.said.get(name, "") for area in reader.areas.all for name in ("leads", "project_team")]
    return known_names([*told, *("\n".join(row.lines(Field.OWNERS)) for _, row in reader.rows)])


def _found_area(reader: PlanReader, area: Area, known: DocumentFacts) -> FoundArea | None:
    """The area with its actions; one that is only named keeps its place in the plan."""
    rows = [row for one, row in reader.rows if one is area]
    found = drafts(rows, known)
    _number(found, area.number)
    reader.leftovers += _unknown_statuses(found, known)
    kpis = each_once(kpi for draft in found for kpi in found_kpis(draft, area.number))
    actions = tuple(found_action(draft, known) for draft in found)
    return replace(area.found(), actions=actions, kpis=kpis)


def _unknown_statuses(found: Sequence[Draft], known: DocumentFacts) -> Iterator[Leftover]:
    """What stands in the status column of an action that was left without a status."""
    labels = ", ".join(status.label for status in known.statuses.scheme.statuses)
    for draft in found:
        said = " ".join(row.line(Field.STATUS) for row in draft.rows).strip()
        if draft.status.status is None and said:
            why = f"is no status of this plan ({labels}), so {draft.ref} is left without one"
            yield Leftover(draft.row.place, said, why)


def _number(found: Sequence[Draft], area_number: str) -> None:
    """Give actions of a document without refs their place in the area as a ref."""
    for at, draft in enumerate(found, 1):
        if not draft.ref:
            draft.ref = f"{area_number}.{at}"
            draft.notes.append(f"The document gives no ref; {draft.ref} is its place in the area.")


def _unlike(areas: Sequence[FoundArea]) -> Iterator[FoundArea]:
    """Areas with refs that are all different: each area's number before refs that start again, or a count."""
    counts = Counter(action.ref for area in areas for action in area.actions)
    afresh = any(many > 1 and ref.isdigit() for ref, many in counts.items())
    used: Counter[str] = Counter()
    first = {action.ref: action.place for area in reversed(areas) for action in reversed(area.actions)}
    for area in areas:
        renamed: dict[int, str] = {}
        for at, action in enumerate(area.actions):
            ref = f"{area.number}.{action.ref}" if afresh and action.ref.isdigit() else action.ref
            used[ref] += 1
            renamed[at] = ref if used[ref] == 1 else f"{ref} ({used[ref]})"
        yield _renamed(area, renamed, first)


def _renamed(area: FoundArea, refs: Mapping[int, str], first: Mapping[str, str]) -> FoundArea:
    places = {action.place: refs[at] for at, action in enumerate(area.actions)}
    actions = tuple(
        _with_ref(action, refs[at], given=area.number_given, first=first[action.ref])
        for at, action in enumerate(area.actions)
    )
    by_old = {action.ref: refs[at] for at, action in enumerate(area.actions)}
    kpis = tuple(
        replace(kpi, ref=ref, action_ref=ref)
        for kpi in area.kpis
        if (ref := places.get(kpi.place) or by_old.get(kpi.action_ref, kpi.action_ref))
    )
    return replace(area, actions=actions, kpis=kpis)


def _with_ref(action: FoundAction, ref: str, *, given: bool, first: str) -> FoundAction:
    """The action kept under another ref: made up where it is counted on, or its area's number is."""
    if ref == action.ref:
        return action
    if ref.endswith(")"):
        places = f"{first} and {action.place}"
        note = f"The ref {action.ref} stands more than once ({places}); this action is kept as {ref}."
    else:
        note = f"Each area counts from 1 in the document; its {action.ref} is kept as {ref}."
    kept = action.ref_given and given and not ref.endswith(")")
    return replace(action, ref=ref, notes=(*action.notes, note), ref_given=kept)


def _table(
    grid: Grid, kind: LooksLike, rows: int, columns: Columns | None, headings: Sequence[str] = ()
) -> SourceTable:
    named = columns.columns if columns else ()
    return SourceTable(
        grid.index,
        kind.value,
        rows,
        columns=tuple((column.shown, column.field.value) for column in named if column.field),
        unmatched_columns=tuple(column.shown for column in named if column.field is None),
        headings=tuple(column.heading for column in named) or tuple(headings),
    )


def _joined(grid: Grid, number: int) -> str:
    """A row's cells on one line; ruled-off cells say nothing."""
    lines = (cell.line for cell in grid.rows[number] if cell.origin is None)
    return " | ".join(line for line in lines if line and not RULED.fullmatch(line))


def _text(grid: Grid) -> str:
    return "\n".join(line for number in range(len(grid.rows)) if (line := _joined(grid, number)))

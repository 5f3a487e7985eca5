"""A whole plan document: read through first, then decided which tables, areas and statuses are its plan."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import count

from boarddesk.importing.columns import check_choices
from boarddesk.importing.headings import Field
from boarddesk.importing.owners import known_names
from boarddesk.importing.plan.actions import (
    DocumentFacts,
    Draft,
    drafts,
    each_once,
    found_action,
    found_kpis,
    runs_in_step,
)
from boarddesk.importing.plan.areas import Area
from boarddesk.importing.plan.choices import PlanChoices, check_areas, check_tables
from boarddesk.importing.plan.family import TableReading, choose
from boarddesk.importing.plan.forms import as_rows
from boarddesk.importing.plan.gathering import PlanParts, gather
from boarddesk.importing.plan.kinds import WHAT_IT_IS, LooksLike
from boarddesk.importing.plan.legend import (
    Key,
    explained_in,
    is_key,
    key_of_table,
    shaded_words,
    used_signs,
    with_entries,
)
from boarddesk.importing.plan.stream import Stream, stream_of
from boarddesk.importing.plan.survey import TableSurvey, survey
from boarddesk.importing.statuses import UNCHOSEN, plain_sign
from boarddesk.importing.tables.grid import Cell, Grid, SourceTables
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundPlan, Leftover, SourceTable
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.statuses.status import Scheme
from boarddesk.rules.wording import listed

NO_CHOICES = PlanChoices()
NESTED = 4.0
"""The strength from which a table inside a cell is the plan, and the table around it only its frame."""
PERCENT = re.compile(r"[0-9]+(?:[.,][0-9]+)? ?(?:%|per ?cent)?(?: complete)?", re.IGNORECASE)
YEARS = re.compile(r"\b(20[0-9]{2})\s*(?:[-–/]|to)\s*(?:20)?[0-9]{2}\b")


@dataclass(frozen=True)
class DocumentSurvey:
    """A document's tables, each described and taken or left out, in order."""

    surveyed: tuple[TableSurvey, ...]
    taken: tuple[TableReading, ...]

    @property
    def plan(self) -> tuple[TableReading, ...]:
        """The tables that are the plan."""
        return tuple(table for table in self.taken if table.columns is not None)


def survey_of(source: SourceTables, choices: PlanChoices = NO_CHOICES) -> DocumentSurvey:
    """Every table with what it is read as; tables inside the plan's own cells are part of those cells."""
    surveyed: list[TableSurvey] = []
    for grid in source.grids:
        if not grid.rows or grid.inside:
            continue
        inner = [
            survey(one, choices.columns) for one in source.grids if one.index == grid.index and one.inside
        ]
        plans = [one for one in inner if one.columns is not None and one.rows and one.strength >= NESTED]
        laid_out = as_rows(grid)
        outer = survey(laid_out if not plans else grid, choices.columns)
        if plans and (outer.columns is None or laid_out is not grid):
            surveyed += [replace(outer, columns=None), *plans]
        else:
            surveyed.append(outer)
    return DocumentSurvey(tuple(surveyed), tuple(choose(surveyed, choices)))


def read_plan(
    source: SourceTables,
    *,
    choices: PlanChoices = NO_CHOICES,
    scheme: Scheme | None = None,
    bands: Sequence[TermBand] = (),
    seen: DocumentSurvey | None = None,
) -> FoundPlan:
    """The plan a document holds, in the scheme given or the one its own words and key come to.

    A survey of it that was just made with these choices is not made again.

    FileProblem where it has no table or none is a plan; Refused where a column must be chosen.
    """
    if not any(grid.rows for grid in source.grids):
        raise FileProblem(
            f"“{source.name}” has no table in it. Plans are read from tables with a row of headings."
        )
    check_tables(choices, source)
    check_areas(choices, source)
    seen = seen or survey_of(source, choices)
    _check(seen, choices)
    if not seen.plan:
        raise FileProblem(_why_nothing(source, seen, choices))
    stream = stream_of(source, seen.taken, choices)
    if not stream.rows:
        raise FileProblem(_why_no_rows(source, seen))
    key = _key(source, seen, stream)
    reader = key.reader(scheme or key.scheme())
    gathered = gather(stream)
    known = DocumentFacts(
        reader,
        _names(gathered),
        tuple(bands),
        runs_in_step(stream.rows),
        first_day(stream.title, source.name),
    )
    plan = _Plan(source, seen, stream, gathered, known)
    return plan.found(key)


def first_day(*titles: str) -> date | None:
    """The first day of the school years that a title names, such as 1 September 2025 for `2025–26`."""
    found = next((one for title in titles if (one := YEARS.search(title))), None)
    return date(int(found[1]), 9, 1) if found else None


def _check(seen: DocumentSurvey, choices: PlanChoices) -> None:
    """Refuse a choice of a column that is not there, and two columns that could both be the action."""
    headings = [heading for table in seen.taken for heading in _said(table)]
    check_choices(choices.columns, headings)
    taken = {table.grid.index for table in seen.plan}
    for table in seen.surveyed:
        if table.rivals is not None and table.grid.index in taken:
            raise table.rivals


def _said(table: TableReading) -> Iterator[str]:
    columns = table.columns.columns if table.columns else ()
    yield from (column.heading for column in columns)
    yield from () if columns else table.headings


def _why_nothing(source: SourceTables, seen: DocumentSurvey, choices: PlanChoices) -> str:
    """Why no table is a plan, with what was seen."""
    number = len(seen.taken)
    tables = "1 table" if number == 1 else f"{number} tables"
    kinds = Counter(WHAT_IT_IS[table.kind] for table in seen.taken if table.kind is not LooksLike.UNKNOWN)
    others = f" ({', '.join(kinds)})" if kinds else ""
    could_be = {table.grid.index for table in seen.surveyed if table.columns is not None}
    if left := sorted(could_be & choices.not_tables):
        are = "is" if len(left) == 1 else "are"
        those = f"{'Table' if len(left) == 1 else 'Tables'} {listed(list(map(str, left)))}"
        return (
            f"{those} of “{source.name}” could be a plan and {are} left out, as you said; of the others "
            "there is none with an action and a date. Take one in again, or choose another document."
        )
    return (
        f"No table in “{source.name}” looks like a plan: {tables}{others}, none with an action and a date "
        "under headings such as Action and By when. If one should, say which column is which with --column."
    )


def _why_no_rows(source: SourceTables, seen: DocumentSurvey) -> str:
    headings = ", ".join(heading for heading in dict.fromkeys(seen.plan[0].headings) if heading)
    return (
        f"The plan in “{source.name}” has its headings ({headings}) but no rows with actions under "
        "them. Fill in the table, or choose the document that has the actions."
    )


def _key(source: SourceTables, seen: DocumentSurvey, stream: Stream) -> Key:
    """What the document says of its statuses, and the signs that its plan uses."""
    cells = [cell for row in stream.rows for _, cell in row.cells.get(Field.STATUS, ())]
    entries = [entry for table in seen.taken if not table.columns for entry in key_of_table(table.grid)]
    texts = [*(text for grid in source.grids for text in grid.before), *source.after]
    entries += [entry for text in texts if is_key(text.text) for entry in explained_in(text.text)]
    entries += shaded_words(texts)
    headings = {cell.text for table in seen.plan for cell in _heading_cells(table)}
    entries += [entry for text in headings if is_key(text) for entry in explained_in(text)]
    entries += [entry for line in stream.explaining for entry in explained_in(line) if is_key(line)]
    return with_entries(used_signs(cells), entries)


def _heading_cells(table: TableReading) -> Iterator[Cell]:
    columns = table.columns
    if columns is not None and not table.goes_on:
        for row in table.grid.rows[columns.header_row : columns.header_row + columns.depth]:
            yield from row


def _names(gathered: PlanParts) -> frozenset[str]:
    told = [area.said.get(name, "") for area in gathered.areas for name in ("leads", "project_team")]
    rows = [row for area in gathered.areas for row in area.rows]
    return known_names([*told, *("\n".join(row.lines(Field.OWNERS)) for row in rows)])


@dataclass
class _Plan:
    """What was read, put together."""

    source: SourceTables
    seen: DocumentSurvey
    stream: Stream
    gathered: PlanParts
    known: DocumentFacts
    drafts: list[Draft] = field(default_factory=list)

    @cached_property
    def given(self) -> frozenset[str]:
        """The refs that stand in the document."""
        return frozenset(row.ref for row in self.stream.rows if row.ref)

    def found(self, key: Key) -> FoundPlan:
        """Everything the document holds."""
        areas = [self._area(area) for area in self.gathered.areas]
        source = self.source
        unknown = _unknown_statuses(self.drafts, self.known)
        notes = [Leftover(source.name, note, "not read") for note in source.notes]
        notes += [Leftover(source.name, remark, "read like the rest") for remark in source.remarks]
        comments = (comment for grid in source.grids for comment in grid.comments())
        notes += [Leftover(place, said, "a comment beside this cell") for place, said in comments]
        return FoundPlan(
            source.name,
            self.stream.title,
            tuple(self._table(table) for table in self.seen.taken),
            tuple(_unlike(areas)),
            (*notes, *self._in_order((*self.gathered.leftovers, *unknown, *self._other_tables()))),
            scheme=self.known.statuses.scheme,
            key=key.said,
            headings=self.gathered.headings,
            meanings=tuple(self._meanings(key)),
        )

    def _meanings(self, key: Key) -> Iterator[tuple[str, str]]:
        """What the document's key says of each status of the scheme, by label."""
        statuses = self.known.statuses
        for entry in key.entries:
            status = statuses.signs.get(plain_sign(entry.sign)) or statuses.fills.get(entry.fill)
            if status is not None and plain_sign(entry.meaning) != plain_sign(status.label):
                yield status.label, entry.meaning

    def _in_order(self, leftovers: Iterable[Leftover]) -> list[Leftover]:
        """Leftovers as they stand in the document: by table, what stands above it first, then by row."""
        tables = {table.grid.place: at for at, table in enumerate(self.seen.taken)}

        def spot(leftover: Leftover) -> tuple[float, int, int]:
            place = leftover.place.removeprefix("above ")
            grid, _, row = place.partition(" row ")
            number = row.split()[0] if row else ""
            at = tables.get(grid, len(tables))
            return at, place == leftover.place, int(number) if number.isdigit() else 0

        return sorted(leftovers, key=spot)

    def _area(self, area: Area) -> FoundArea:
        """The area with its actions; one that is only named keeps its place in the plan."""
        found = drafts(area.rows, self.known)
        _number(found, area.number, self.given)
        self.drafts += found
        kpis = each_once(kpi for draft in found for kpi in found_kpis(draft, area.number))
        actions = tuple(found_action(draft, self.known) for draft in found)
        return replace(area.found(), actions=actions, kpis=kpis)

    def _table(self, table: TableReading) -> SourceTable:
        named = table.columns.columns if table.columns else ()
        kind = self.stream.kinds.get(table.grid.place, table.kind)
        rows = self.stream.counts.get(table.grid.place, len(table.grid.rows))
        return SourceTable(
            table.grid.index,
            kind.value,
            rows,
            columns=tuple((column.shown, column.field.value) for column in named if column.field),
            unmatched_columns=tuple(column.shown for column in named if column.field is None),
            headings=tuple(dict.fromkeys(cell.line for cell in _heading_cells(table) if not cell.empty))
            or table.headings,
            why=table.why if kind is table.kind else WHAT_IT_IS[kind],
            sure=table.sure,
        )

    def _other_tables(self) -> Iterator[Leftover]:
        """Each table that is no part of the plan, whole."""
        for table in self.seen.taken:
            if self.stream.kinds.get(table.grid.place) is LooksLike.LEGEND:
                yield from _beside_key(table.grid)
            elif table.columns is None and table.grid.place not in self.stream.kinds:
                yield Leftover(
                    table.grid.place, _text(table.grid), f"{table.why}, so no action was taken from it"
                )


def _beside_key(grid: Grid) -> Iterator[Leftover]:
    """What stands in the table of a key and is neither a sign nor what one means."""
    told = {text for entry in key_of_table(grid) for text in (entry.sign, entry.meaning)}
    for number, row in enumerate(grid.rows):
        rest = [cell.line for cell in row if cell.origin is None and not cell.empty and cell.line not in told]
        if rest and number + 1 > grid.header_rows and number > 0:
            yield Leftover(grid.row_place(number), " | ".join(rest), "stands in the key to the statuses")


def _unknown_statuses(found: Sequence[Draft], known: DocumentFacts) -> Iterator[Leftover]:
    """What stands in the status column of actions left without a status: the same, or any percents, once."""
    labels = ", ".join(status.label for status in known.statuses.scheme.statuses)
    alike: dict[str, list[tuple[str, Draft]]] = defaultdict(list)
    for draft in found:
        said = " ".join(row.line(Field.STATUS) for row in draft.rows).strip()
        if draft.status.status is None and said and not UNCHOSEN.fullmatch(said):
            alike["%" if PERCENT.fullmatch(said) else said.casefold()].append((said, draft))
    for group in alike.values():
        texts, refs = dict.fromkeys(said for said, _ in group), [draft.ref for _, draft in group]
        no_status = "is no status" if len(texts) == 1 else "are no statuses"
        those = f"{len(refs)} actions are" if len(refs) > 1 else f"{refs[0]} is"
        which = f": {', '.join(refs)}" if len(refs) > 1 else ""
        why = f"{no_status} of this plan ({labels}), so {those} left without one{which}"
        yield Leftover(group[0][1].row.place, "; ".join(texts), why)


def _number(found: Sequence[Draft], area_number: str, given: frozenset[str]) -> None:
    """Give actions of a document without refs their place in the area as a ref, none that it has given."""
    taken = set(given)
    for place, draft in enumerate(found, 1):
        if not draft.ref:
            at = next(at for at in count(place) if f"{area_number}.{at}" not in taken)
            draft.ref = f"{area_number}.{at}"
            taken.add(draft.ref)
            said = "its place in the area" if at == place else "the next one that no other has"
            draft.notes.append(f"The document gives no ref; {draft.ref} is {said}.")


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
            ref = _with_its_nought(ref, renamed.get(at - 1, "")) if used[ref] else ref
            used[ref] += 1
            renamed[at] = ref if used[ref] == 1 else f"{ref} ({used[ref]})"
        yield _renamed(area, renamed, first)


def _with_its_nought(ref: str, before: str) -> str:
    """1.10 for a 1.1 that stands again after 1.9: a workbook that takes refs for numbers drops the nought."""
    head, sign, tail = ref.rpartition(".")
    follows = sign and tail.isdigit() and before == f"{head}.{int(tail) * 10 - 1}"
    return f"{ref}0" if follows else ref


def _renamed(area: FoundArea, renamed: Mapping[int, str], first: Mapping[str, str]) -> FoundArea:
    places = {action.place: renamed[at] for at, action in enumerate(area.actions)}
    actions = tuple(
        _with_ref(action, renamed[at], given=area.number_given, first=first[action.ref])
        for at, action in enumerate(area.actions)
    )
    by_old = {action.ref: renamed[at] for at, action in enumerate(area.actions)}
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
    elif ref == f"{action.ref}0":
        note = f"The document has {action.ref} twice; this one, where {ref} is due, is kept as {ref}."
    else:
        note = f"Each area counts from 1 in the document; its {action.ref} is kept as {ref}."
    kept = action.ref_given and given and not ref.endswith(")")
    return replace(action, ref=ref, notes=(*action.notes, note), ref_given=kept)


def _text(grid: Grid) -> str:
    """A whole table as text, a row a line."""
    lines = (
        " | ".join(cell.line for cell in row if cell.origin is None and not cell.empty) for row in grid.rows
    )
    return "\n".join(line for line in lines if line)

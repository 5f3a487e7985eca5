"""The tables of a plan's document as lines: alike ones in one, ticked where they are the plan, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.kinds import WHAT_IT_IS, LooksLike
from boarddesk.importing.tables.grid import Grid
from boarddesk.rules.imports.contents import FoundAction, FoundPlan, SourceTable
from boarddesk.rules.wording import count_in_figures, listed, lower_first
from boarddesk.ui.import_wizard.words import LOOKS_WORDS, line, place_shown
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Group, Ink, Kind, Row

COLUMNS = (
    Column("tick", "", 36, kind=Kind.TICK, editor=Editor(EditorKind.TICK), full="Taken as the plan"),
    Column("place", "Tables", 116, least=96),
    Column("looks", "Read as", 148, stretch=True, fits=220, second="text"),
    Column("text", "Headings seen, and why", 220, stretch=True, share=6, from_width=560),
    Column("rows", "Rows", 84, kind=Kind.NUMBER, ink=Ink.MUTED),
)
READ, BESIDE, NOT_USED = "read", "beside", "tables"
BESIDE_KINDS = (LooksLike.AREA, LooksLike.LEGEND)
"""Tables that tell something of a plan without being one."""
WORTH_A_LOOK = (LooksLike.DIARY, LooksLike.DONE, LooksLike.SCORECARD, LooksLike.RISKS)
"""Tables left out that a person looks for first: their rows come near to actions, or are wanted elsewhere."""


@dataclass(frozen=True)
class TableRun:
    """Tables with the same headings that are taken for the same; `names` are their places in the document."""

    tables: tuple[SourceTable, ...]
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        """What its line is known by."""
        return f"table {self.tables[0].index}"

    @property
    def kind(self) -> LooksLike:
        """What they are taken for."""
        return LooksLike(self.tables[0].looks_like)

    @property
    def is_plan(self) -> bool:
        """Whether they are part of the plan."""
        return self.kind is LooksLike.PLAN

    @property
    def sure(self) -> bool:
        """Whether nothing speaks against what they are taken for."""
        return all(table.sure for table in self.tables)

    @property
    def numbers(self) -> frozenset[int]:
        """Their numbers in the document."""
        return frozenset(table.index for table in self.tables)

    @property
    def group(self) -> str:
        """Where the line stands: in sight, or closed among those that nobody need look at."""
        if self.kind in BESIDE_KINDS:
            return BESIDE
        decided = self.tables[0].why.endswith("as you said")
        return READ if self.is_plan or not self.sure or decided or self.kind in WORTH_A_LOOK else NOT_USED

    def alone(self) -> tuple[TableRun, ...]:
        """Each of the tables by itself; nothing where there is only one."""
        pairs = zip(self.tables, self.names, strict=True)
        return tuple(TableRun((table,), (name,)) for table, name in pairs) if len(self.tables) > 1 else ()


def runs(tables: Sequence[SourceTable], grids: Mapping[int, Grid]) -> tuple[TableRun, ...]:
    """The plan first, then the others in the document's order; pieces of a plan's table go with it."""
    found: dict[object, list[SourceTable]] = {}
    for table in tables:
        why = "" if table.looks_like == LooksLike.PLAN else table.why
        found.setdefault((table.looks_like, table.headings, why, table.sure), []).append(table)
    made = (
        TableRun(tuple(alike), tuple(grids[table.index].place for table in alike)) for alike in found.values()
    )
    return tuple(sorted(made, key=lambda run: not run.is_plan))


def numbers_shown(run: TableRun) -> str:
    """`Tables 7 to 12 and 14`; the sheets of a workbook by their names."""
    if any(name != f"table {table.index}" for table, name in zip(run.tables, run.names, strict=True)):
        return listed([place_shown(name) for name in run.names])
    spans: list[list[int]] = []
    for number in sorted(run.numbers):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    parts = [f"{span[0]} to {span[-1]}" if len(span) > 2 else listed([*map(str, span)]) for span in spans]
    return f"{'Table' if len(run.tables) == 1 else 'Tables'} {listed(parts)}"


def actions_in(run: TableRun, plan: FoundPlan | None) -> list[FoundAction]:
    """The actions that were read from these tables, in the document's order."""
    places = set(run.names)
    areas = plan.areas if plan else ()
    actions = (action for area in areas for action in area.actions)
    return [action for action in actions if action.place.partition(" row ")[0] in places]


def table_rows(found: Sequence[TableRun], plan: FoundPlan | None) -> Iterator[Row]:
    """A line for each run; where no table is the plan all of them stand in sight."""
    nothing = not any(run.is_plan for run in found)
    for run in found:
        children = tuple(_row(alone, plan, key=f"{alone.key} alone") for alone in run.alone())
        row = _row(run, plan, key=run.key, children=children)
        yield replace(row, group=READ) if nothing else row


def table_groups(found: Sequence[TableRun]) -> Iterator[Group]:
    """The closed groups of what is read beside the plan and of what is left out."""
    if not any(run.is_plan for run in found):
        return
    for key, one, many in (
        (BESIDE, "1 table read beside the plan", "{} tables read beside the plan"),
        (NOT_USED, "1 other table left out", "{} other tables left out"),
    ):
        inside = [run for run in found if run.group == key]
        number = sum(len(run.tables) for run in inside)
        kinds = dict.fromkeys(_what(run) for run in inside)
        if number:
            yield Group(
                key, one if number == 1 else many.format(number), count=", ".join(kinds), is_open=False
            )


def _what(run: TableRun) -> str:
    return WHAT_IT_IS[run.kind].removeprefix("a ")


def _row(run: TableRun, plan: FoundPlan | None, *, key: str, children: tuple[Row, ...] = ()) -> Row:
    headings = ", ".join(map(line, filter(None, run.tables[0].headings)))
    number = len(actions_in(run, plan)) if run.is_plan else sum(table.rows for table in run.tables)
    place = numbers_shown(run)
    cells: dict[str, Cell | str] = {
        "tick": Cell(ticked=run.is_plan, said=f"{place}, {'taken' if run.is_plan else 'left out'}"),
        "place": Cell(place, strong=run.is_plan, tip=place),
        "looks": _looks(run),
        "text": Cell(
            headings or "no headings", second=why_shown(run), tip=f"{headings}\n{why_shown(run)}".strip()
        ),
        "rows": count_in_figures(number, "action" if run.is_plan else "row"),
    }
    return Row(key, cells, group=run.group, children=children, ink=None if run.is_plan else Ink.MUTED)


def _looks(run: TableRun) -> Cell:
    words = LOOKS_WORDS[run.kind]
    if run.is_plan:
        ink, shape = (None, None) if run.sure else (Ink.WARN, Shape.DIAMOND)
        return Cell(words, strong=True, ink=ink, shape=shape, shape_ink=Ink.WARN)
    if not run.sure:
        return Cell("Unsure", ink=Ink.WARN, shape=Shape.DIAMOND, shape_ink=Ink.WARN, tip=why_shown(run))
    known = run.kind is not LooksLike.UNKNOWN and run.kind not in BESIDE_KINDS
    return Cell(f"Left out, {lower_first(words)}" if known else words, tip=words)


def why_shown(run: TableRun) -> str:
    """Why they are taken or left out, without what stands beside it already."""
    why = run.tables[0].why.removeprefix(WHAT_IT_IS[run.kind]).lstrip(": ")
    pieces = sum(table.why.startswith("goes on") for table in run.tables)
    if run.is_plan and 0 < pieces < len(run.tables):
        goes = "1 goes on without headings" if pieces == 1 else f"{pieces} go on without headings"
        return f"{why}; {goes}"
    return why if run.sure or run.is_plan or not why else f"{why}; left out unless ticked"


def ticked(choices: PlanChoices, run: TableRun, *, on: bool) -> PlanChoices:
    """The choices once the run is taken in or left out; what the reader does by itself is no choice."""
    numbers = run.numbers
    if on:
        forced = choices.tables | (numbers - choices.not_tables)
        return replace(choices, tables=forced, not_tables=choices.not_tables - numbers)
    left = choices.not_tables | (numbers - choices.tables)
    return replace(choices, tables=choices.tables - numbers, not_tables=left)

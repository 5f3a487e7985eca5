"""A chosen document read off the window's thread: its tables, and what plan, registers or risks they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.attendance.registers import read_registers, what_is_known
from boarddesk.importing.columns import TwoActions
from boarddesk.importing.columns_seen import (
    SeenTable,
    as_read,
    known_choices,
    plan_tables,
    register_tables,
    risk_tables,
)
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.document import read_plan, survey_of
from boarddesk.importing.risks.children import refuse_children
from boarddesk.importing.risks.document import read_risks
from boarddesk.importing.tables.child import read_tables_apart
from boarddesk.importing.tables.grid import SourceTables
from boarddesk.records.file.moments import day_saved
from boarddesk.rules.imports.contents import FoundPlan, FoundRegisters, Leftover, SourceTable, What
from boarddesk.rules.imports.risks.contents import FoundRisks
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme


@dataclass(frozen=True)
class Source:
    """A document that was opened: where it lies, its tables and the day its words are from."""

    path: Path
    tables: SourceTables
    dated: date


@dataclass(frozen=True)
class ReadingChoices:
    """What the person chose about reading: tables, areas, columns, what blanks mean, the statuses."""

    plan: PlanChoices = field(default_factory=PlanChoices)
    blank: Blank = Blank.BY_PLACE
    scheme: Scheme | None = None
    bands: tuple[TermBand, ...] = ()


WHAT_NOT = {What.PLAN: "is no plan", What.ATTENDANCE: "are no registers", What.RISKS: "are no risks"}
AS_WHAT = {What.PLAN: "a plan", What.ATTENDANCE: "registers", What.RISKS: "risks"}


@dataclass(frozen=True)
class Reading:
    """What a document was read as; `rivals` are two headings that could both be the action.

    `looked_at` is every table as the reader of plans takes it or leaves it, also where there is no plan.
    """

    plan: FoundPlan | None
    registers: FoundRegisters | None
    seen: Mapping[What, tuple[SeenTable, ...]]
    looked_at: tuple[SourceTable, ...] = ()
    rivals: tuple[str, str] | None = None
    problem: str = ""
    risks: FoundRisks | None = None

    @property
    def can_be(self) -> tuple[What, ...]:
        """What the document can be brought in as; a plan whose action is still to be chosen counts."""
        return tuple(what for what in What if self.holds(what))

    def holds(self, what: What) -> bool:
        """Whether there is something of that kind in it."""
        if what is What.PLAN:
            return self.plan is not None or self.rivals is not None
        return self.found(what) is not None

    @property
    def scheme(self) -> Scheme:
        """The statuses that the document's own words come to."""
        return self.plan.scheme if self.plan else IMPROVEMENT_PLAN

    def found(self, what: What) -> FoundPlan | FoundRegisters | FoundRisks | None:
        """What was read of that kind; None where nothing was, or where the action is still to be chosen."""
        return {What.PLAN: self.plan, What.ATTENDANCE: self.registers, What.RISKS: self.risks}[what]

    def to_propose(self, what: What) -> FoundPlan | FoundRegisters | FoundRisks:
        """What was read of that kind; refused where nothing was."""
        found = self.found(what)
        if found is None:
            raise Refused(self.problem or f"There {WHAT_NOT[what]} in this document.")
        return found

    def why_not(self, what: What) -> str:
        """Why there is nothing of that kind."""
        if self.problem:
            return self.problem
        return (
            f"This document cannot be read as {AS_WHAT[what]} with these columns. Say which column is which."
        )

    def leftovers(self, what: What) -> tuple[Leftover, ...]:
        """What nothing was made of."""
        found = self.found(what)
        return found.leftovers if found else ()

    def tables(self) -> tuple[SourceTable, ...]:
        """Every table with what it looks like: the reader that knows it goes before the one that does not."""
        known: dict[int, SourceTable] = {}
        for found in (self.plan, self.registers, self.risks):
            for table in found.tables if found else ():
                before = known.get(table.index)
                if before is None or before.looks_like == "unknown":
                    known[table.index] = table
        return tuple(known[index] for index in sorted(known))


def open_source(path: Path, *, today: date, given_up: Callable[[], bool]) -> tuple[Source, Reading]:
    """The document with a first reading; raises FileProblem with a sentence."""
    tables = read_tables_apart(path, given_up=given_up)
    refuse_children(tables)
    source = Source(path, tables, min(day_saved(path), today))
    reading = read(source, ReadingChoices())
    if not any(grid.rows for grid in tables.grids):
        raise FileProblem(reading.problem)
    return source, reading


def read(source: Source, wanted: ReadingChoices) -> Reading:
    """The document read as a plan and as registers; what cannot be read as either says why."""
    columns = as_read(wanted.plan.columns)
    choices = replace(wanted.plan, columns=columns)
    seen = {
        What.PLAN: plan_tables(source.tables, columns, wanted.plan),
        What.ATTENDANCE: register_tables(source.tables, columns),
        What.RISKS: risk_tables(source.tables, columns),
    }
    plan, rivals, no_plan = _plan(source, wanted, seen[What.PLAN])
    registers, no_registers = _registers(source, wanted, seen[What.ATTENDANCE])
    risks = _risks(source, wanted, seen[What.RISKS])
    nothing = plan is None and registers is None and rivals is None and risks is None
    return Reading(
        plan,
        registers,
        seen,
        plan.tables if plan else _looked_at(source, choices),
        rivals,
        _why_neither(source, no_plan, no_registers) if nothing else "",
        risks,
    )


def _looked_at(source: Source, choices: PlanChoices) -> tuple[SourceTable, ...]:
    return tuple(
        SourceTable(
            table.grid.index,
            table.kind.value,
            len(table.grid.rows),
            headings=table.headings,
            why=table.why,
            sure=table.sure,
        )
        for table in survey_of(source.tables, choices).taken
    )


def _plan(
    source: Source, wanted: ReadingChoices, seen: Iterable[SeenTable]
) -> tuple[FoundPlan | None, tuple[str, str] | None, str]:
    columns = as_read(known_choices(wanted.plan.columns, seen, What.PLAN))
    choices = replace(wanted.plan, columns=columns)
    try:
        found = read_plan(source.tables, choices=choices, scheme=wanted.scheme, bands=wanted.bands)
    except TwoActions as two:
        return None, two.headings, ""
    except (FileProblem, Refused) as no:
        return None, None, no.sentence
    return found, None, ""


def _registers(
    source: Source, wanted: ReadingChoices, seen: Iterable[SeenTable]
) -> tuple[FoundRegisters | None, str]:
    choices = as_read(known_choices(wanted.plan.columns, seen, What.ATTENDANCE))
    try:
        return read_registers(source.tables, choices=choices, blank=wanted.blank), ""
    except (FileProblem, Refused) as no:
        return None, no.sentence


def _risks(source: Source, wanted: ReadingChoices, seen: Iterable[SeenTable]) -> FoundRisks | None:
    choices = as_read(known_choices(wanted.plan.columns, seen, What.RISKS))
    try:
        return read_risks(source.tables, choices=choices)
    except (FileProblem, Refused):
        return None


def _why_neither(source: Source, no_plan: str, no_registers: str) -> str:
    """One sentence where a document holds neither."""
    if not any(grid.rows for grid in source.tables.grids):
        return no_registers or no_plan
    known = what_is_known(source.tables)
    return (
        f"No table in “{source.tables.name}” looks like a plan or a register. {known}{' ' if known else ''}"
        "A plan has headings such as Action, By when and Responsible officer; a register has names down "
        "the side and meeting dates across. Say below which column is which, or choose another document."
    )

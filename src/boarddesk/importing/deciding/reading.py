"""A document's tables read: what plan, registers or risks they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boarddesk.importing.attendance.legend import Legend
from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.attendance.registers import read_registers, what_is_known
from boarddesk.importing.attendance.tables import Found, find_registers
from boarddesk.importing.columns import TwoActions
from boarddesk.importing.columns_seen import (
    SeenTable,
    as_read,
    known_choices,
    plan_tables,
    register_tables,
    risk_tables,
)
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.document import DocumentSurvey, read_plan, survey_of
from boarddesk.importing.plan.remembering import RememberedChoices, choices_again, choices_to_keep
from boarddesk.importing.risks.children import refuse_children
from boarddesk.importing.risks.document import read_risks
from boarddesk.importing.risks.survey import RegisterSurvey, survey_of_risks
from boarddesk.importing.tables.grid import SourceTables
from boarddesk.rules.imports.contents import FoundPlan, FoundRegisters, Leftover, SourceTable, What
from boarddesk.rules.imports.plan_choices import PlanChoice
from boarddesk.rules.imports.risks.contents import FoundRisks
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme


@dataclass(frozen=True)
class ReadingChoices:
    """What the person chose about reading: tables, areas, columns, what blanks mean, the statuses.

    `kept` is what was decided about the version before.
    """

    plan: PlanChoices = field(default_factory=PlanChoices)
    blank: Blank = Blank.BY_PLACE
    scheme: Scheme | None = None
    bands: tuple[TermBand, ...] = ()
    kept: tuple[PlanChoice, ...] = ()


WHAT_NOT = {What.PLAN: "is no plan", What.ATTENDANCE: "are no registers", What.RISKS: "are no risks"}
AS_WHAT = {What.PLAN: "a plan", What.ATTENDANCE: "registers", What.RISKS: "risks"}


@dataclass(frozen=True)
class Reading:
    """What a document was read as; `rivals` are two headings that could both be the action.

    `looked_at` is every table as the reader of plans takes it or leaves it, also where there is no plan.
    `choices` are what it was read with, `remembered` what of them was decided about the version before, and
    `to_keep` what is kept of them for the next.
    """

    plan: FoundPlan | None = None
    registers: FoundRegisters | None = None
    seen: Mapping[What, tuple[SeenTable, ...]] = field(default_factory=dict)
    looked_at: tuple[SourceTable, ...] = ()
    rivals: tuple[str, str] | None = None
    problem: str = ""
    risks: FoundRisks | None = None
    choices: PlanChoices = field(default_factory=PlanChoices)
    remembered: RememberedChoices = field(default_factory=RememberedChoices)
    to_keep: tuple[PlanChoice, ...] = ()

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


def first_read(tables: SourceTables) -> Reading:
    """A document as it is opened; FileProblem where it lists children or has no table at all."""
    refuse_children(tables)
    reading = read_all(tables, ReadingChoices())
    if not any(grid.rows for grid in tables.grids):
        raise FileProblem(reading.problem)
    return reading


def read_all(tables: SourceTables, wanted: ReadingChoices) -> Reading:
    """The document read as a plan, as registers and as risks; what can be read as none of them says why."""
    again = choices_again(tables, wanted.kept)
    wanted = replace(wanted, plan=wanted.plan.over(again.choices))
    columns = as_read(wanted.plan.columns)
    choices = replace(wanted.plan, columns=columns)
    survey = survey_of(tables, choices)
    matrices = find_registers(tables, columns)
    surveyed_risks = survey_of_risks(tables, columns)
    seen = {
        What.PLAN: plan_tables(survey, columns),
        What.ATTENDANCE: register_tables(*matrices),
        What.RISKS: risk_tables(surveyed_risks),
    }
    known = {what: as_read(known_choices(wanted.plan.columns, seen[what], what)) for what in seen}
    alike = {what for what in seen if known[what] == columns}
    plan, rivals, no_plan = _plan(tables, wanted, known[What.PLAN], survey if What.PLAN in alike else None)
    registers, no_registers = _registers(
        tables, wanted, known[What.ATTENDANCE], matrices if What.ATTENDANCE in alike else None
    )
    risks = _risks(tables, known[What.RISKS], surveyed_risks)
    nothing = plan is None and registers is None and rivals is None and risks is None
    return Reading(
        plan,
        registers,
        seen,
        plan.tables if plan else _looked_at(survey),
        rivals,
        _why_neither(tables, no_plan, no_registers) if nothing else "",
        risks,
        choices=wanted.plan,
        remembered=again,
        to_keep=choices_to_keep(tables, wanted.plan),
    )


def read_as(tables: SourceTables, what: What, wanted: ReadingChoices, *, sheet: str = "") -> Reading:
    """The document, or one sheet of it, read as what somebody says it is; raises where it is not."""
    if what is What.RISKS:
        refuse_children(tables)  # whatever sheet they stand on
    tables = tables.only(sheet)
    said = wanted.plan
    if what is What.RISKS:
        return Reading(risks=read_risks(tables, choices=said.columns))
    if what is What.ATTENDANCE:
        return Reading(registers=read_registers(tables, choices=said.columns, blank=wanted.blank))
    again = choices_again(tables, wanted.kept)
    choices = said.over(again.choices)
    return Reading(
        read_plan(tables, choices=choices),
        choices=choices,
        remembered=again,
        to_keep=choices_to_keep(tables, choices),
    )


def _looked_at(survey: DocumentSurvey) -> tuple[SourceTable, ...]:
    return tuple(
        SourceTable(
            table.grid.index,
            table.kind.value,
            len(table.grid.rows),
            headings=table.headings,
            why=table.why,
            sure=table.sure,
        )
        for table in survey.taken
    )


def _plan(
    tables: SourceTables, wanted: ReadingChoices, columns: Mapping[str, Field], seen: DocumentSurvey | None
) -> tuple[FoundPlan | None, tuple[str, str] | None, str]:
    choices = replace(wanted.plan, columns=columns)
    try:
        found = read_plan(tables, choices=choices, scheme=wanted.scheme, bands=wanted.bands, seen=seen)
    except TwoActions as two:
        return None, two.headings, ""
    except (FileProblem, Refused) as no:
        return None, None, no.sentence
    return found, None, ""


def _registers(
    tables: SourceTables,
    wanted: ReadingChoices,
    choices: Mapping[str, Field],
    found: tuple[Found, Legend] | None,
) -> tuple[FoundRegisters | None, str]:
    try:
        return read_registers(tables, choices=choices, blank=wanted.blank, found=found), ""
    except (FileProblem, Refused) as no:
        return None, no.sentence


def _risks(tables: SourceTables, choices: Mapping[str, Field], survey: RegisterSurvey) -> FoundRisks | None:
    try:
        return read_risks(tables, choices=choices, survey=survey)
    except (FileProblem, Refused):
        return None


def _why_neither(tables: SourceTables, no_plan: str, no_registers: str) -> str:
    """One sentence where a document holds neither."""
    if not any(grid.rows for grid in tables.grids):
        return no_registers or no_plan
    known = what_is_known(tables)
    return (
        f"No table in “{tables.name}” looks like a plan or a register. {known}{' ' if known else ''}"
        "A plan has headings such as Action, By when and Responsible officer; a register has names down "
        "the side and meeting dates across. Say below which column is which, or choose another document."
    )

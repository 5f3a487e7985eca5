"""Reads a register of risks: the whole document first, then each risk by the document's own key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from boarddesk.importing.headings import Field
from boarddesk.importing.owners import known_names
from boarddesk.importing.plan.kinds import WHAT_IT_IS, LooksLike, kind_of
from boarddesk.importing.risks.children import refuse_children
from boarddesk.importing.risks.copies import attach_actions, day_in, leave_out_copies, name_by_sheet
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.items import ItemReader
from boarddesk.importing.risks.key import read_key
from boarddesk.importing.risks.refs import issues_with_refs, risks_with_refs
from boarddesk.importing.risks.register import RISKS
from boarddesk.importing.risks.risk import RiskReader
from boarddesk.importing.risks.survey import RegisterSurvey, RegisterTable, survey_of_risks
from boarddesk.importing.tables.grid import Cell, Grid, SourceTables
from boarddesk.rules.imports.contents import Leftover, SourceTable
from boarddesk.rules.imports.risks.contents import FoundRisks
from boarddesk.rules.refused import FileProblem

TITLE_ROWS = 3
TEXTS_WITH_A_DATE = 6


def read_risks(
    source: SourceTables,
    *,
    choices: Mapping[str, Field] | None = None,
    survey: RegisterSurvey | None = None,
) -> FoundRisks:
    """The risks a document holds, with the issues beside them and the matrix it explains.

    A survey of it that was just made with these choices, and not read from yet, is not made again.
    FileProblem where it lists children, or nothing in it is a register of risks.
    """
    refuse_children(source)
    if survey is None or survey.choices != (choices or {}):
        survey = survey_of_risks(source, choices or {})
    leave_out_copies(survey)
    name_by_sheet(survey)
    drafts = [draft for table in survey.registers if not table.why for draft in table.drafts]
    if not drafts:
        raise FileProblem(_why_nothing(source))
    attach_actions(survey, drafts)
    return _Reading(survey, drafts).found()


def _why_nothing(source: SourceTables) -> str:
    number = sum(bool(grid.rows) for grid in source.grids)
    if not number:
        return (
            f"“{source.name}” has no table in it, and no risks under headings. "
            "Risks are read from tables or cards."
        )
    tables = "1 table" if number == 1 else f"{number} tables"
    return (
        f"No table in “{source.name}” looks like a register of risks: {tables}, none with a risk and two "
        "things said of it under headings such as Risk, Owner, Likelihood and Impact. "
        "If one should, say which column is which with --column."
    )


@dataclass
class _Reading:
    """What was gathered, read by the document's own key."""

    survey: RegisterSurvey
    drafts: list[RiskDraft]

    def found(self) -> FoundRisks:
        """Everything the document holds."""
        source = self.survey.source
        texts = list(self._texts())
        key = read_key(self._key_grids(), texts)
        title = self._title()
        starts = day_in(" ".join([title, *texts[:TEXTS_WITH_A_DATE]]))
        owners = (cell.text for draft in self.drafts for cell in draft.said.get(Field.OWNERS, ()))
        reader = RiskReader(key, ItemReader(starts, known_names(owners), key.initials))
        risks = [reader.risk(draft) for draft in self.drafts if not draft.issue]
        issues = [reader.issue(draft) for draft in self.drafts if draft.issue]
        return FoundRisks(
            source.name,
            title,
            tuple(self._tables()),
            tuple(risks_with_refs(risks)),
            tuple(issues_with_refs(issues)),
            key.matrix,
            (*self._leftovers(), *reader.leftovers),
        )

    def _texts(self) -> Iterator[str]:
        """What stands around and above the tables, where a document explains itself."""
        survey = self.survey
        for grid in survey.source.grids:
            yield from (text.text for text in grid.before)
        yield from (text.text for text in survey.source.after)
        for grid, first, last in survey.others:
            yield from (cell.text for row in grid.rows[first:last] for cell in row if not cell.empty)
        yield from (text for _, text, _ in survey.aside)
        columns = (table.columns for table in survey.registers if table.columns)
        yield from (column.heading for each in columns for column in each.columns)

    def _key_grids(self) -> Iterator[Grid]:
        for grid, first, last in self.survey.others:
            yield (
                grid if (first, last) == (0, len(grid.rows)) else replace(grid, rows=_cut(grid, first, last))
            )

    def _title(self) -> str:
        for grid in self.survey.source.grids:
            for text in grid.before:
                if text.level:
                    return text.text
            for row in grid.rows[:TITLE_ROWS]:
                filled = [cell.line for cell in row if not cell.empty]
                if len(filled) == 1 and RISKS.search(filled[0]):
                    return filled[0]
        return next((text.text for text in self.survey.source.after if text.level), "")

    # Tables ----------------------------------------------------------------------------------------------

    def _tables(self) -> Iterator[SourceTable]:
        read = {table.grid.place: table for table in self.survey.registers if not table.why}
        cards = {grid.place for grid in self.survey.with_cards}
        for grid in self.survey.source.grids:
            yield _table(grid, read.get(grid.place), is_card=grid.place in cards)

    def _leftovers(self) -> Iterator[Leftover]:
        """All that is no risk and no issue, with the reason, so that nothing is dropped without a word."""
        survey = self.survey
        source = survey.source
        yield from (Leftover(source.name, note, "not read") for note in source.notes)
        yield from (Leftover(source.name, remark, "read like the rest") for remark in source.remarks)
        for grid in source.grids:
            yield from (
                Leftover(place, said, "a comment beside this cell") for place, said in grid.comments()
            )
            if grid not in survey.with_cards:
                yield from (
                    Leftover(f"above {grid.place}", text.text, "text outside the tables")
                    for text in grid.before
                )
        yield from (Leftover(*one) for one in (*survey.aside, *survey.cards.aside))
        for table in survey.registers:
            if table.why:
                yield Leftover(table.grid.place, _text(table.grid, 0, len(table.grid.rows)), table.why)
        for grid, first, last in survey.others:
            if text := _text(grid, first, last):
                whole = (first, last) == (0, len(grid.rows))
                why = "no register of risks" if whole else "stands around the register"
                yield Leftover(grid.place, text, why)
        if survey.source.grids:
            after = (text for text in source.after if (text.text, "the text") not in self._said_in_text())
            yield from (
                Leftover("after the last table", text.text, "text outside the tables") for text in after
            )

    def _said_in_text(self) -> set[tuple[str, str]]:
        return {(text, "the text") for place, text, _ in self.survey.cards.aside if place == "above the text"}


def _table(grid: Grid, table: RegisterTable | None, *, is_card: bool) -> SourceTable:
    """What a table was taken for, and which of its columns is what."""
    kind = kind_of(grid)[0]
    kind = LooksLike.UNKNOWN if kind is LooksLike.RISKS else kind
    columns = table.columns.columns if table and table.columns else ()
    why = WHAT_IT_IS[kind]
    if table or is_card:
        kind = LooksLike.RISKS
        why = "a card of a risk" if is_card else "its headings are those of a register of risks"
    return SourceTable(
        grid.index,
        kind.value,
        len(table.drafts) if table and not is_card else len(grid.rows),
        columns=tuple((column.shown, column.name) for column in columns if column.name),
        unmatched_columns=tuple(column.shown for column in columns if not column.name and column.heading),
        headings=tuple(column.heading for column in columns),
        why=why,
    )


def _cut(grid: Grid, first: int, last: int) -> tuple[tuple[Cell, ...], ...]:
    """Some rows of a table, cells merged from above them left as they stand."""

    def moved(cell: Cell) -> Cell:
        if cell.origin is None:
            return cell
        return cell._replace(
            origin=(cell.origin[0] - first, cell.origin[1]) if cell.origin[0] >= first else None
        )

    return tuple(tuple(map(moved, row)) for row in grid.rows[first:last])


def _text(grid: Grid, first: int, last: int) -> str:
    """Rows of a table as text, a row a line."""
    rows: Sequence[tuple[Cell, ...]] = grid.rows[first:last]
    lines = (" | ".join(cell.line for cell in row if cell.origin is None and not cell.empty) for row in rows)
    return "\n".join(line for line in lines if line)

"""Of several registers of the same risks the one that is meant; examples and other logs are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.draft import RiskDraft
from boarddesk.importing.risks.inner_tables import action_cells
from boarddesk.importing.risks.register import RISKS
from boarddesk.importing.risks.survey import RegisterSurvey, RegisterTable, is_category
from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.names.likeness import bare

OLD = re.compile(
    r"\b(?:archived?|previous|old|superseded|last (?:quarter|month|year|meeting)|history|historic|prior|copy"
    r"|do not use)\b",
    re.IGNORECASE,
)
SAMPLE = re.compile(
    r"\b(?:template|example|sample|blank|guidance|instructions|how to|guide|lookups?|lists?)\b", re.IGNORECASE
)
SHORTENED = re.compile(
    r"\b(?:summary|dashboard|heat ?map|top (?:[0-9]+|ten|five|risks)|overview|at a glance|profile)\b",
    re.IGNORECASE,
)
OTHER_LOGS = re.compile(
    (
        r"\b(?:assumptions?|dependenc(?:y|ies)|decisions?|lessons?|actions? log|opportunit(?:y|ies)"
        r"|change log)\b"
    ),
    re.IGNORECASE,
)
LIVE = re.compile(r"\b(?:current|live|latest)\b", re.IGNORECASE)
AS_AT = re.compile(
    r"\b(?:as at|as of|updated?(?: on)?|reviewed(?: on)?|dated?|position at|version of|at)\b\s*:?\s*"
    r"(?P<date>[^–—|;()]{4,30})"
    r"|(?P<bare>(?:[0-9]{1,2} )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) 20[0-9]{2})",
    re.IGNORECASE,
)
LONGEST_NAME = 60
SAME_WORDS = 80
AS_STRONG_AS_A_CARD = 9.0
"""What a card weighs against a row of a register that holds the same risk."""


def leave_out_copies(survey: RegisterSurvey) -> None:
    """Say of examples, other logs, older registers and all copies but one why they are left out."""
    live = [table for table in survey.registers if table.drafts]
    for table in live:
        if len(live) > 1:
            table.why = _why_other(table)
    for table in live:
        for other in live:
            if table is other or table.why or other.why or not _is_copy(table, other):
                continue
            if _rank(table, survey) < _rank(other, survey) and not _moved_to_closed(table, other):
                table.why = f"an earlier or shorter copy of {other.grid.place}"
    for table in live:
        left = any(not other.why for other in live if other is not table)
        closed = any(draft.closed for draft in table.drafts)
        if OLD.search(table.grid.sheet) and not table.why and not closed and left:
            table.why = "an older register"


def _why_other(table: RegisterTable) -> str:
    if SAMPLE.search(table.grid.sheet):
        return "an example or a list to choose from"
    other = OTHER_LOGS.search(table.grid.sheet) and not RISKS.search(table.grid.sheet)
    return "another log, of which no risk was taken" if other else ""


def _moved_to_closed(table: RegisterTable, other: RegisterTable) -> bool:
    """Whether one holds the closed risks of the other: then neither is a copy."""
    return all(draft.closed for draft in table.drafts) != all(draft.closed for draft in other.drafts)


def _is_copy(table: RegisterTable, other: RegisterTable) -> bool:
    """Whether most of the risks of the shorter stand in the other too."""
    short, long = sorted((table.drafts, other.drafts), key=len)
    return sum(any(_same_risk(one, theirs) for theirs in long) for one in short) * 2 >= len(short)


def _same_risk(one: RiskDraft, other: RiskDraft) -> bool:
    """Whether two rows speak of one risk: in the same words, or under one reference in like ones."""
    ours, theirs = bare(one.words), bare(other.words)
    if ours and ours[:SAME_WORDS] == theirs[:SAME_WORDS]:
        return True
    refs = [bare(draft.line(Field.REF) or draft.head.split(":")[0]) for draft in (one, other)]
    few, many = sorted((set(ours.split()), set(theirs.split())), key=len)
    return bool(refs[0]) and refs[0] == refs[1] and len(few & many) * 2 > len(few)


def _rank(table: RegisterTable, survey: RegisterSurvey) -> tuple[bool, bool, bool, date, float, int]:
    """What speaks for one of two copies: not old, no summary, the later date, the fuller, the first."""
    return (
        not OLD.search(table.grid.sheet),
        not SHORTENED.search(table.title),
        bool(LIVE.search(table.grid.sheet)),
        day_in(f"{table.grid.sheet} {table.title}") or date.min,
        table.columns.strength if table.columns else AS_STRONG_AS_A_CARD,
        -survey.registers.index(table),
    )


def day_in(text: str) -> date | None:
    """The last day that a title names: `as at 14 May 2026`, `May 2026`."""
    said = (found["date"] or found["bare"] for found in AS_AT.finditer(text))
    days = [when.latest for words in said if (when := read_by_when(words)).latest]
    whole = read_by_when(text).latest if len(text) <= LONGEST_NAME else None
    return max([*days, *([whole] if whole else [])], default=None)


def name_by_sheet(survey: RegisterSurvey) -> None:
    """Registers on sheets of their own, without categories, take them from the names of their sheets."""
    live = [table for table in survey.registers if not table.why and table.columns and table.grid.sheet]
    names = {table.grid.sheet for table in live}
    if len(names) < 2 or not all(map(is_category, names)):
        return
    for table in live:
        for draft in table.drafts:
            draft.over = draft.over or table.grid.sheet


def attach_actions(survey: RegisterSurvey, drafts: Sequence[RiskDraft]) -> None:
    """Actions in a table of their own, each for the risk whose reference stands beside it."""
    by_ref = {
        bare(draft.line(Field.REF) or draft.head.split(" ")[0]): draft
        for draft in reversed(drafts)
        if not draft.issue
    }
    for grid, columns, last in survey.actions:
        column = columns.of(Field.REF)[0].index
        draft = None
        for number in range(columns.first, last):
            row = grid.rows[number]
            line = grid.shown(number, column).line
            named = [line, *(part for part in re.split(r"[,;/\s]+", line) if part)]
            here = next((by_ref[bare(one)] for one in named if bare(one) in by_ref), None)
            draft = here if line else draft
            cells = action_cells(columns, row)
            if draft is not None and not cells.text.empty:
                draft.actions.append(cells)
            elif any(not cell.empty for cell in row):
                whole = " | ".join(cell.line for cell in row if not cell.empty)
                survey.aside.append((grid.row_place(number), whole, "an action for no risk of this document"))

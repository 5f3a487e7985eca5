"""Which tables are the plan: those with the heading row that carries most, and those that are alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from boarddesk.importing.columns import Column, Columns, TwoActions, find_headings, match
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.area_words import CONTINUED, area_words
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.contents import by_contents
from boarddesk.importing.plan.kinds import WHAT_IT_IS, LooksLike
from boarddesk.importing.plan.survey import TableSurvey, like_columns
from boarddesk.importing.tables.grid import Grid, Text

ALIKE = 0.6
"""The share of the plan's strength that a table of other headings must reach to be part of it."""
LONGEST_MARKING = 80
TOLD = 0.3
"""The share of a table's rows that must say a thing for the table to say it."""
SAME = 0.8
"""The share of fields that two tables must have in common for their columns to be the same."""
TIMES = (Field.BY_WHEN, Field.BAND, Field.MILESTONES)
TELLING = (Field.REF, Field.STATUS, Field.BY_WHEN, Field.OWNERS, Field.BAND, Field.MILESTONES)
"""What tells rows of a plan from those of other tables."""
BETWEEN = re.compile(
    r"\W*(?:page\s*)?(?:[0-9]{1,3}(?:\s*(?:of|/)\s*[0-9]{1,3})?|continued|cont(?:'?d)?)?\W*", re.IGNORECASE
)
"""Text between two pieces of one table: a page number, *continued*."""
ELSEWHERE = re.compile(
    r"\b(?:diary|programme of meetings|timetable|time ?line|key dates|decisions?"
    r"|what we have (?:already )?done|achieve\w+|risks?|measures?|score ?card|kpis?|glossary|abbreviations"
    r"|contents|version|document control"
    r"|action log|log of|minutes|governance|membership|meetings|calendar|consultation|engagement events)\b",
    re.IGNORECASE,
)
"""Words of a heading that say that the table under it is another one."""
KINDS_APART = (LooksLike.DIARY, LooksLike.TIMELINE, LooksLike.DECISIONS, LooksLike.DONE, LooksLike.VERSIONS)


@dataclass(frozen=True)
class TableReading:
    """A table taken as the plan, or one left out (no columns), with the evidence in a sentence.

    `goes_on` is whether it has no headings and goes on with the table before; `sure` whether nothing speaks
    against it.
    """

    grid: Grid
    kind: LooksLike
    columns: Columns | None
    headings: tuple[str, ...]
    why: str
    sure: bool = True
    goes_on: bool = False


def choose(tables: Sequence[TableSurvey], choices: PlanChoices) -> list[TableReading]:
    """Each table taken or left out, in the document's order."""
    candidates = [table for table in tables if _could_be(table, choices)]
    if not choices.columns and all(map(_is_diary, candidates)):
        candidates = []
    main = _main(candidates)
    taken: list[TableReading] = []
    before: TableReading | None = None
    for table in tables:
        found = _decided(table, main, before, choices)
        taken.append(found)
        if found.columns is not None or table.grid.rows:
            before = found
    return taken


def _could_be(table: TableSurvey, choices: PlanChoices) -> bool:
    """Whether a table can be the plan: one of actions that says neither who nor when nor how is none."""
    if table.columns is None or table.grid.index in choices.not_tables:
        return False
    return bool(choices.columns) or not table.rows or bool(_told(table))


def _told(table: TableSurvey) -> list[Field]:
    """What its rows tell of actions, each in a good part of them."""
    return [field for field in TELLING if table.shares.get(field, 0) >= TOLD]


def _is_diary(table: TableSurvey) -> bool:
    """Whether a table goes by its days and says neither refs nor statuses: alone it is no plan either."""
    by_day = table.columns is not None and table.columns.columns[0].field is Field.BY_WHEN
    told = max(table.shares.get(Field.REF, 0), table.shares.get(Field.STATUS, 0))
    return by_day and table.kind in KINDS_APART and told < TOLD


def _main(candidates: Sequence[TableSurvey]) -> tuple[TableSurvey, ...]:
    """The tables of the family that carries most: strength times rows, among those of any strength."""
    families: dict[frozenset[str], list[TableSurvey]] = defaultdict(list)
    for table in candidates:
        families[table.family].append(table)
    if not families:
        return ()
    strongest = max(_weighed(table) for table in candidates)
    fit = [
        group for group in families.values() if max(_weighed(table) for table in group) >= ALIKE * strongest
    ]
    return tuple(max(fit, key=lambda group: sum(_weighed(table) * (table.rows + 1) for table in group)))


def _weighed(table: TableSurvey) -> float:
    """A table's strength, less what its kind and the heading above it say against it."""
    against = 3.0 * (table.kind in KINDS_APART) + 1.5 * bool(ELSEWHERE.search(heading_above(table.grid)))
    return max(0.1, table.strength - against)


def heading_above(grid: Grid) -> str:
    """The heading, or the short line, that stands nearest above a table."""
    near = [text for text in grid.before if text.level or len(text.text) <= 80]
    return near[-1].text if near else ""


def _decided(
    table: TableSurvey, main: tuple[TableSurvey, ...], before: TableReading | None, choices: PlanChoices
) -> TableReading:
    grid = table.grid
    if grid.index in choices.not_tables:
        return _left(table, "left out, as you said")
    if grid.index in choices.tables:
        return _forced(table, main)
    if any(one is table for one in main):
        sure = len(_told(max(main, key=lambda one: one.strength))) > 1
        why = _why_plan(table, main)
        return TableReading(grid, LooksLike.PLAN, table.columns, table.headings, why, sure=sure)
    piece = _piece(table, before)
    if piece is not None:
        return piece
    if table.columns is None or not main:
        return _left(table, WHAT_IT_IS[table.kind])
    return _other(table, main)


def _other(table: TableSurvey, main: tuple[TableSurvey, ...]) -> TableReading:
    """A table of other headings: part of the plan only if it says what the plan's rows say."""
    lead = max(main, key=lambda one: one.strength)
    telling = _told(lead)
    lacks = [field for field in telling if field not in _told(table)]
    strong = _weighed(table) >= ALIKE * _weighed(lead)
    dated = not set(TIMES) & set(telling) or bool(set(TIMES) & set(_told(table)))
    same_fields = len(table.fields & lead.fields) >= SAME * len(table.fields | lead.fields)
    apart = not same_fields and ELSEWHERE.search(heading_above(table.grid)) is not None
    if strong and dated and not apart and len(lacks) * 3 <= len(telling) and table.kind not in KINDS_APART:
        alike = f"{len(telling) - len(lacks)} of {len(telling)}"
        why = f"other headings, but its rows say what the plan's do ({alike})"
        return TableReading(table.grid, LooksLike.PLAN, table.columns, table.headings, why)
    kind = table.kind if table.kind is not LooksLike.PLAN else LooksLike.UNKNOWN
    missing = " nor ".join(f"{_SAID[field]}" for field in lacks[:2])
    why = (
        f"{WHAT_IT_IS[kind]}: it has {'neither' if len(lacks) > 1 else 'no'} {missing}"
        if lacks
        else WHAT_IT_IS[kind]
    )
    doubtful = strong and table.kind in (LooksLike.PLAN, LooksLike.DONE)
    return TableReading(table.grid, kind, None, table.headings, why, sure=not doubtful)


_SAID = {
    Field.REF: "refs",
    Field.STATUS: "statuses",
    Field.BY_WHEN: "dates",
    Field.OWNERS: "leads",
    Field.BAND: "terms",
    Field.MILESTONES: "milestones",
}


def _piece(table: TableSurvey, before: TableReading | None) -> TableReading | None:
    """A table without headings of its own, right under a piece of the plan, goes on with it."""
    grid = table.grid
    if before is None or before.columns is None or table.columns is not None or _names_area(grid):
        return None
    if table.kind not in (LooksLike.UNKNOWN, LooksLike.PLAN):
        return None
    least = 1 if _touch(grid.before) else 2 if _near(grid.before) else 3
    columns = like_columns(grid, before.columns, least=least)
    if columns is None:
        return None
    return TableReading(
        grid, LooksLike.PLAN, columns, before.headings, "goes on with the table before", goes_on=True
    )


def _names_area(grid: Grid) -> bool:
    """Whether a table begins with the name of an area, as a label above the next piece does."""
    first = (
        [cell.line for cell in grid.rows[0] if cell.origin is None and not cell.empty] if grid.rows else []
    )
    words = area_words(" | ".join(first), heading=False) if first and len(first) <= 2 else None
    return words is not None


def _near(texts: Sequence[Text]) -> bool:
    """Whether only short lines that are no headings stand between, such as a marking at a page's foot."""
    return all(not text.level and len(text.text) <= LONGEST_MARKING for text in texts)


def _touch(texts: Sequence[Text]) -> bool:
    """Whether nothing but page numbers stands between a table and the one before."""
    return all(BETWEEN.fullmatch(text.text) or CONTINUED.search(text.text) for text in texts)


def _forced(table: TableSurvey, main: tuple[TableSurvey, ...]) -> TableReading:
    """A table that the person takes in: by its own headings, else by those of the plan."""
    columns = table.columns
    if columns is None and main and main[0].columns is not None:
        columns = like_columns(table.grid, main[0].columns)
    if columns is None:
        columns = any_columns(table.grid)
    return TableReading(table.grid, LooksLike.PLAN, columns, table.headings, "taken in, as you said")


def any_columns(grid: Grid) -> Columns:
    """The columns of a table that nobody knows, by its first row and what its cells are."""
    headings, depth = find_headings(grid, 0)
    try:
        columns = match(headings)
    except TwoActions:
        columns = [Column(at, " ".join(heading.split()), None) for at, heading in enumerate(headings)]
    found = by_contents(grid, Columns(tuple(columns), 0, depth), {})
    if found.of(Field.TEXT):
        return found
    longest = max(
        found.columns,
        key=lambda column: sum(len(row[column.index].line) for row in grid.rows[depth:]),
    )
    made = (replace(column, field=Field.TEXT) if column is longest else column for column in found.columns)
    return replace(found, columns=tuple(made))


def _left(table: TableSurvey, why: str) -> TableReading:
    kind = table.kind if table.kind is not LooksLike.PLAN else LooksLike.UNKNOWN
    return TableReading(table.grid, kind, None, table.headings, why)


def _why_plan(table: TableSurvey, main: tuple[TableSurvey, ...]) -> str:
    told = _told(table)
    said = [name for field, name in _SAID.items() if field in told]
    alike = f"{len(main)} tables alike" if len(main) > 1 else "the one table of its kind"
    if len(told) > 1:
        return f"{alike}, with {', '.join(said)}"
    lacks = [
        _SAID[field] for field in (Field.BY_WHEN, Field.STATUS, Field.OWNERS, Field.REF) if field not in told
    ]
    return f"{alike}, though it has no {' and no '.join(lacks[:2])}"

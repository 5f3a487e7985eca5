"""The headings of a register: over up to four rows, in groups over columns, and again further down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from boarddesk.importing.columns import LONGEST_HEADING, chosen_field
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.shapes import is_date
from boarddesk.importing.risks.column import WORDS, RiskColumn, RiskColumns, is_code
from boarddesk.importing.risks.contents import by_contents
from boarddesk.importing.risks.headings import Heading, heading_of, stage_of
from boarddesk.importing.risks.vocabulary import Aspect, Stage
from boarddesk.importing.tables.grid import MOST_TEXTS, Grid

MOST_DEPTH = 4
UNITS = re.compile(
    r"\W*(?:[0-9]\s*(?:-|–|to)\s*[0-9]{1,2}|h ?/ ?m ?/ ?l|r ?/ ?a ?/ ?g|y ?/ ?n|out of [0-9]+|max [0-9]+)\W*",
    re.IGNORECASE,
)


def columns_at(grid: Grid, row: int, choices: Mapping[str, Field]) -> RiskColumns | None:
    """The columns whose headings begin in a row, over as many rows as fit best; None where they are none."""
    best: RiskColumns | None = None
    merged = max((cell.rows for cell in grid.rows[row]), default=1)
    for depth in range(1, min(MOST_DEPTH, len(grid.rows) - row) + 1):
        if depth > 1 and not _goes_on_heading(grid, row + depth - 1, row):
            break
        found = _with_headings(grid, row, depth, choices)
        fits = found.strength - 0.3 * (depth - 1) + (0.5 if depth == merged else 0)
        best_fit = (
            best.strength - 0.3 * (best.depth - 1) + (0.5 if best.depth == merged else 0) if best else 0
        )
        if fits > best_fit:
            best = found
    if best is None or not (best.of(*WORDS) or best.of(Field.MITIGATIONS) or best.is_scored):
        return None
    return by_contents(grid, best)


def _heads(grid: Grid, row: int) -> bool:
    """Whether a row can be one of headings: short, and no number or date among them."""
    cells = [cell for cell in grid.rows[row] if not cell.empty]
    if any(len(cell.line) > LONGEST_HEADING or cell.day for cell in cells):
        return False
    return not any(re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", cell.line) for cell in cells)


def _goes_on_heading(grid: Grid, row: int, first: int) -> bool:
    """Whether a row divides the headings above it: merged with them, or known words for the most part."""
    own = [cell.line for cell in grid.rows[row] if cell.origin is None and not cell.empty]
    if not own:  # an empty row between groups and their parts
        below = own_lines(grid, row + 1)
        return len(below) >= 2 and all(heading_of(line).of_score for line in below)
    if not _heads(grid, row):
        return False
    if len(own) >= 2 and all(heading_of(line).of_score for line in own):
        return True
    if any(cell.origin is not None and first <= cell.origin[0] < row for cell in grid.rows[row]):
        return True
    if any(is_date(line) or is_code(line) or "%" in line for line in own):
        return False
    return sum(_is_known(line) or bool(UNITS.fullmatch(line)) for line in own) * 2 >= len(own)


def own_lines(grid: Grid, row: int) -> list[str]:
    """What is written in a row; nothing below the last one."""
    cells = grid.rows[row] if row < len(grid.rows) else ()
    return [cell.line for cell in cells if cell.origin is None and not cell.empty]


def could_head(grid: Grid, row: int) -> bool:
    """Whether a register's headings can begin in a row."""
    cells = [cell for cell in grid.rows[row] if not cell.empty]
    if len(cells) < 2 or not _heads(grid, row):
        return False
    known = sum(_is_known(cell.line) for cell in cells)
    return known * 2 >= len(cells) and known >= 2


@lru_cache(maxsize=MOST_TEXTS)
def _is_known(line: str) -> bool:
    said = heading_of(line)
    return (
        said.field is not None
        or said.of_score
        or (stage_of(line) is not Stage.UNSAID and len(line.split()) <= 6)
    )


def _with_headings(grid: Grid, row: int, depth: int, choices: Mapping[str, Field]) -> RiskColumns:
    columns = []
    for at in range(grid.width):
        parts = [] if _is_under_left(grid, row + depth - 1, at) else _parts(grid, row, depth, at)
        heading = " ".join(dict.fromkeys(parts))
        chosen = chosen_field(heading, at=at, choices=choices) if choices else None
        says = _chosen_heading(chosen) if chosen else _says(tuple(parts))
        columns.append(RiskColumn(at, heading, " ".join(parts[:-1]), says, chosen is not None))
    return RiskColumns(tuple(columns), row, depth)


def _is_under_left(grid: Grid, row: int, column: int) -> bool:
    """Whether a column is only drawn: its heading and the cell below it are covered from their left."""
    covered = (grid.rows[at][column].origin for at in (row, row + 1) if at < len(grid.rows))
    return all(origin is not None and origin[1] < column for origin in covered)


def _chosen_heading(field: Field) -> Heading:
    stage, _, aspect = field.value.partition("_")
    if field is Field.PREVIOUS_SCORE or (
        stage in ("inherent", "current", "target") and aspect in list(Aspect)
    ):
        return Heading(stage=Stage(stage), aspect=Aspect(aspect))
    return Heading(field)


def _parts(grid: Grid, row: int, depth: int, column: int) -> list[str]:
    """What stands above a column, from its widest group down to its own heading."""
    parts: list[str] = []
    for down in range(depth):
        line = grid.shown(row + down, column).line
        last = down == depth - 1
        if not line and not last and grid.rows[row + down][column].origin is None:
            line = _group_left_of(grid, row + down, row + depth - 1, column)
        if line and line not in parts:
            parts.append(line)
    return [part for part in parts if not UNITS.fullmatch(part)] or parts


def _group_left_of(grid: Grid, row: int, last: int, column: int) -> str:
    """The group that is written only above the first of its columns, for a part of a score under it."""
    own = heading_of(grid.shown(last, column).line)
    if not own.of_score or own.stage is not Stage.UNSAID:
        return ""
    seen = {own.aspect}
    for left in range(column - 1, -1, -1):
        beside = heading_of(grid.shown(last, left).line)
        if not beside.of_score or beside.aspect in seen:
            return ""
        seen.add(beside.aspect)
        line = grid.shown(row, left).line
        if line:
            return line if stage_of(line) is not Stage.UNSAID or heading_of(line).of_score else ""
    return ""


UNDER_ACTIONS = {
    Field.OWNERS: Field.MITIGATION_OWNER,
    Field.STATUS: Field.MITIGATION_STATUS,
    Field.COMMENTARY: Field.MITIGATION_STATUS,
    Field.RAISED: Field.MITIGATION_DUE,
    Field.DESCRIPTION: Field.MITIGATIONS,
    Field.TITLE: Field.MITIGATIONS,
    Field.REF: Field.OTHER,
}


@lru_cache(maxsize=MOST_TEXTS)
def _says(parts: tuple[str, ...]) -> Heading:
    """What a heading in parts says: its own words first, then those with its group."""
    if not parts:
        return Heading()
    own, whole, group = heading_of(parts[-1]), heading_of(" ".join(parts)), " ".join(parts[:-1])
    over_score = heading_of(group)
    staged = len(parts) > 1 and (stage_of(group) is not Stage.UNSAID or over_score.of_score)
    if own.of_score or (staged and whole.of_score):
        said = own if own.of_score else whole
        if said.aspect is Aspect.SCORE and over_score.aspect not in (None, Aspect.SCORE):
            said = replace(said, aspect=over_score.aspect)  # the part stands over its stages
        stage = said.stage if said.stage is not Stage.UNSAID else stage_of(group)
        pair = next((heading_of(part) for part in parts if heading_of(part).pair), said)
        return replace(
            said, stage=stage, impact_first=pair.impact_first, pair=pair.pair and said.aspect is Aspect.SCORE
        )
    over = heading_of(group).field
    if over is Field.MITIGATIONS and own.field in UNDER_ACTIONS:
        return Heading(UNDER_ACTIONS[own.field])
    if over is Field.CONTROLS and own.field in (Field.OWNERS, Field.REF, Field.STATUS):
        return Heading(Field.OTHER)
    if own.field is not None:
        return own
    return whole if whole.field or whole.of_score else heading_of(group) if len(parts) > 1 else whole


def same_headings(one: RiskColumns, grid: Grid, row: int) -> bool:
    """Whether a row repeats the headings."""
    lines = Counter(cell.line.casefold() for cell in grid.rows[row] if not cell.empty)
    known = {column.heading.casefold() for column in one.columns}
    return len(lines) >= 2 and sum(line in known for line in lines) * 2 >= len(lines)

"""An office with one small plan, and its tables laid side by side to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boarddesk.records.boards import add_board
from boarddesk.records.file.office_file import OfficeFile, Row
from boarddesk.records.plan.actions import add_action
from boarddesk.records.plan.areas import add_area
from boarddesk.records.plan.plans import add_plan

LOG = ("file_meta", "change_entry", "change_row")
MAY, JUNE = date(2026, 5, 12), date(2026, 6, 2)


@dataclass(frozen=True)
class SmallPlan:
    """A plan of one area with two actions."""

    file: OfficeFile
    board_id: str
    plan_id: str
    area_id: str
    first: str
    tenth: str


def small_plan(path: Path) -> SmallPlan:
    file = OfficeFile.create(path, office="Northmoor")
    board_id = add_board(file, "SEND Improvement Board", "SIB")
    plan_id = add_plan(file, "Improvement plan", board_id=board_id, from_date=date(2025, 9, 1))
    area_id = add_area(file, plan_id, number="4", title="Plans on time", leads=["Joanne Whitlock"])
    tenth = add_action(file, area_id, ref="4.10", text="Moderate every draft", by_when="May 26")
    first = add_action(
        file, area_id, ref="4.9", text="Write to families", by_when="31/03/2026", owners=["Aoife Brannigan"]
    )
    return SmallPlan(file, board_id, plan_id, area_id, first, tenth)


def tables(file: OfficeFile) -> dict[str, list[Row]]:
    """Every row of every table but the log's own."""
    names = file.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    wanted = [row["name"] for row in names if row["name"] not in LOG]
    return {name: file.rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in wanted}

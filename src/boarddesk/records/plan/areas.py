"""Areas of a plan: their titles, outcomes and leads, and the lines they report to the board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.names import LEADS, names_of, replace_names
from boarddesk.records.reading import given, one
from boarddesk.rules.refused import Refused

HIGHLIGHT_KINDS = ("done", "planned", "decide", "help")


def add_area(
    file: OfficeFile,
    plan_id: str,
    *,
    number: str,
    title: str,
    weakness: str = "",
    outcome: str = "",
    leads: Sequence[str] = (),
    project_team: str = "",
) -> str:
    """A new area at the end of the plan; its number must be free."""
    if not title.strip():
        raise Refused("Give the area a title.", field="title")
    taken = file.value("SELECT title FROM area WHERE plan_id = ? AND number = ?", (plan_id, number))
    if taken is not None:
        raise Refused(f"Area {number} is already there: {taken}. Choose another number.", field="number")
    with file.change(f"Add area {number}") as change:
        area_id = change.insert(
            "area",
            plan_id=plan_id,
            number=number,
            title=title.strip(),
            weakness=weakness,
            outcome=outcome,
            project_team=project_team,
        )
        replace_names(file, change, LEADS, of=area_id, names=leads)
    return area_id


def change_area(
    file: OfficeFile,
    area_id: str,
    *,
    title: str | None = None,
    weakness: str | None = None,
    outcome: str | None = None,
    project_team: str | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    fields = given(
        title=title,
        weakness=weakness,
        outcome=outcome,
        project_team=project_team,
    )
    with file.change(f"Change area {_area(file, area_id)['number']}") as change:
        change.update("area", area_id, **fields)


def set_leads(file: OfficeFile, area_id: str, names: Sequence[str]) -> None:
    """Who leads the area, in order."""
    if names_of(file, LEADS, area_id) == list(names):
        return
    with file.change(f"Change leads of area {_area(file, area_id)['number']}") as change:
        replace_names(file, change, LEADS, of=area_id, names=names)


def delete_area(file: OfficeFile, area_id: str) -> None:
    """Take the area out with all its actions; undo brings everything back."""
    with file.change(f"Delete area {_area(file, area_id)['number']}") as change:
        change.delete("area", area_id)


def add_highlight(file: OfficeFile, area_id: str, *, kind: str, text: str, as_at: date) -> str:
    """A line for the area's report: done, planned, decide or help."""
    if kind not in HIGHLIGHT_KINDS:
        raise ValueError(f"no kind of highlight: {kind}")
    if not text.strip():
        raise Refused("Write what the board is to read.", field="text")
    area = _area(file, area_id)
    with file.change(f"Add to the report of area {area['number']}") as change:
        return change.insert(
            "highlight",
            area_id=area_id,
            kind=kind,
            as_at=as_at,
            text=text.strip(),
            position=file.value("SELECT count(*) FROM highlight WHERE area_id = ?", (area_id,)),
        )


def change_highlight(file: OfficeFile, highlight_id: str, *, text: str) -> None:
    """Put a reported line in other words."""
    with file.change("Change a line of the report") as change:
        change.update("highlight", highlight_id, text=text.strip())


def delete_highlight(file: OfficeFile, highlight_id: str) -> None:
    """Take a reported line out."""
    with file.change("Delete a line of the report") as change:
        change.delete("highlight", highlight_id)


def _area(file: OfficeFile, area_id: str) -> Row:
    row = file.row("SELECT number, plan_id FROM area WHERE id = ?", (area_id,))
    return one(row, "That area is no longer in the plan.")

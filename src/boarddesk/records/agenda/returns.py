"""Returns: how each area reported to each meeting of a board."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, meetings
from boarddesk.records.reading import gathered
from boarddesk.rules.plan.actions import ref_order
from boarddesk.rules.refused import Refused
from boarddesk.rules.returns import ReportingArea, ReturnsGrid, ReturnState, takes_returns
from boarddesk.rules.wording import count_in_figures


def returns_grid(
    file: OfficeFile, board_id: str, *, first: date | None = None, last: date | None = None
) -> ReturnsGrid:
    """The areas of a board's plans by its meetings between two days; cancelled ones are left out.

    A plan without a board is the first board's.
    """
    held = [known for known in meetings(file, board_id, first=first, last=last) if takes_returns(known)]
    rows = file.rows(
        "SELECT r.* FROM area_return r JOIN meeting m ON m.id = r.meeting_id WHERE m.board_id = ?",
        (board_id,),
    )
    states = {(row["meeting_id"], row["area_id"]): ReturnState(row["state"]) for row in rows}
    return ReturnsGrid(_areas(file, board_id), tuple(held), states)


def _areas(file: OfficeFile, board_id: str) -> tuple[ReportingArea, ...]:
    first_board = next((known.id for known in boards(file)), None)
    leads = gathered(
        (row["area_id"], str(row["name"]))
        for row in file.rows("SELECT area_id, name FROM area_lead ORDER BY position, id")
    )
    rows = file.rows(
        "SELECT a.*, p.position AS plan_at, p.name AS plan FROM area a JOIN plan p ON p.id = a.plan_id"
        " WHERE coalesce(p.board_id, ?) = ?",
        (first_board, board_id),
    )
    rows.sort(key=lambda row: (row["plan_at"], row["plan"], row["position"], ref_order(row["number"])))
    return tuple(ReportingArea(row["id"], row["number"], row["title"], leads[row["id"]]) for row in rows)


def missing_returns(file: OfficeFile, meeting_id: str) -> tuple[ReportingArea, ...]:
    """The areas that have not reported to a meeting, for its brief and for those who chase."""
    at = meeting(file, meeting_id)
    return returns_grid(file, at.board_id, first=at.date, last=at.date).missing(meeting_id)


def set_return(file: OfficeFile, meeting_id: str, area_id: str, state: ReturnState | None) -> None:
    """How an area reported to a meeting; None takes the note out again."""
    set_returns(file, [(meeting_id, area_id)], state)


def set_returns(file: OfficeFile, cells: list[tuple[str, str]], state: ReturnState | None) -> None:
    """The same of several cells, as one change: ids of meeting and area."""
    for meeting_id in dict.fromkeys(meeting_id for meeting_id, _area in cells):
        if not takes_returns(meeting(file, meeting_id)):
            raise Refused("This meeting was cancelled: nothing was reported to it.")
    many = f" of {count_in_figures(len(cells), 'area')}" if len(cells) > 1 else ""
    label = f"Note return{many} as {state}" if state else f"Take out return{many}"
    with file.change(label) as change:
        for meeting_id, area_id in cells:
            row = file.row(
                "SELECT id FROM area_return WHERE meeting_id = ? AND area_id = ?", (meeting_id, area_id)
            )
            if state is None:
                if row is not None:
                    change.delete("area_return", row["id"])
            elif row is None:
                change.insert("area_return", meeting_id=meeting_id, area_id=area_id, state=state)
            else:
                change.update("area_return", row["id"], state=state)

"""What was published of a board’s meetings, recorded when a published copy is issued or by hand."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.reading import state_of
from boarddesk.records.reading import day, one
from boarddesk.rules.minutes.minutes import MinutesState
from boarddesk.rules.publishing.publication import Publication, PublicPart, check_publication
from boarddesk.rules.wording import one_line

GONE = "That entry is no longer there."


def publications(file: OfficeFile, board_id: str) -> tuple[Publication, ...]:
    """Everything published of a board’s meetings."""
    rows = file.rows(
        "SELECT p.* FROM publication p JOIN meeting m ON m.id = p.meeting_id WHERE m.board_id = ? "
        "ORDER BY m.date, p.published_on, p.id",
        (board_id,),
    )
    return tuple(_publication(row) for row in rows)


def record_publication(
    file: OfficeFile, meeting_id: str, part: PublicPart, *, on: date, today: date, withheld: str = ""
) -> None:
    """It is out since that day; said again, it is put right."""
    of = meeting(file, meeting_id)
    confirmed = state_of(file, meeting_id) is MinutesState.CONFIRMED
    check_publication(of, part, on, today=today, is_confirmed=confirmed)
    before = file.row("SELECT id FROM publication WHERE meeting_id = ? AND what = ?", (meeting_id, part))
    fields: dict[str, object] = {"published_on": on, "withheld": one_line(withheld)}
    with file.change(f"Record that the {part} went out") as change:
        if before is not None:
            change.update("publication", before["id"], **fields)
        else:
            change.insert("publication", meeting_id=meeting_id, what=part, **fields)


def take_back_publication(file: OfficeFile, meeting_id: str, part: PublicPart) -> None:
    """It is not out after all."""
    row = one(
        file.row("SELECT id FROM publication WHERE meeting_id = ? AND what = ?", (meeting_id, part)), GONE
    )
    with file.change(f"Record that the {part} is not out") as change:
        change.delete("publication", row["id"])


def _publication(row: Row) -> Publication:
    return Publication(
        row["id"],
        row["meeting_id"],
        PublicPart(row["what"]),
        day(row["published_on"]) or date.min,
        row["withheld"],
    )

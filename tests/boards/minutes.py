"""What a frozen office has of minutes: a row in every table of them."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.publishing.choices import settle
from boarddesk.records.publishing.lookout import lookout
from boarddesk.records.publishing.publications import record_publication
from boarddesk.rules.publishing.choices import WayOut
from boarddesk.rules.publishing.clue import Passage
from boarddesk.rules.publishing.publication import PublicPart

MAY = date(2026, 5, 12)


def note_minutes(file: OfficeFile, board_id: str) -> None:
    """What was minuted, chosen and published of a meeting that was held."""
    held = next(meeting.id for meeting in meetings(file, board_id) if meeting.date == MAY)
    (clue,) = lookout(file, board_id).clues([Passage("p", "1, para 1", "Two pupils left.")])
    settle(file, held, clue, WayOut.WRITE, instead="fewer than five", on=MAY)
    record_publication(file, held, PublicPart.UPDATE, on=MAY, today=MAY)

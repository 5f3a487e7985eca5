"""What a frozen office has of minutes and of what came of them: a row in every table of them."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda import arising
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.owners import owners_called
from boarddesk.records.people import people
from boarddesk.records.publishing.choices import settle
from boarddesk.records.publishing.lookout import lookout
from boarddesk.records.publishing.publications import record_publication
from boarddesk.rules.publishing.choices import WayOut
from boarddesk.rules.publishing.clue import Passage
from boarddesk.rules.publishing.publication import PublicPart

MAY, JUNE = date(2026, 5, 12), date(2026, 6, 2)


def note_minutes(file: OfficeFile, board_id: str) -> None:
    """What was minuted, chosen and published of a meeting that was held, and what came of it since."""
    held = next(meeting.id for meeting in meetings(file, board_id) if meeting.date == MAY)
    (clue,) = lookout(file, board_id).clues([Passage("p", "1, para 1", "Two pupils left.")])
    settle(file, held, clue, WayOut.WRITE, instead="fewer than five", on=MAY)
    record_publication(file, held, PublicPart.UPDATE, on=MAY, today=MAY)
    _note_actions(file, board_id)


def _note_actions(file: OfficeFile, board_id: str) -> None:
    action = arising.board_actions(file, board_id, today=JUNE)[0]
    ann, zoe = (person.name for person in people(file)[:2])
    first, *others = owners_called(file, f"{zoe}; {ann}")
    arising.change_action(file, action.id, owner=first, co_owners=others)
    arising.note_chased(file, [action.id], whom=zoe, how="by e-mail", on=JUNE)
    arising.add_update(file, action.id, text="Two of three costs are in", as_at=JUNE, said_by=zoe)

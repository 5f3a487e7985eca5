"""What the sample's board has put on its website: agendas and papers a week before, updates the day after."""

from __future__ import annotations

from datetime import date, timedelta

from boarddesk.records.file.office_file import Change
from boarddesk.records.meetings import meeting
from boarddesk.records.publishing.publications import record_publication
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.sample.diary import Diary

BACK = 11
HELD_BACK = {-3: "one name is withheld, because it could identify a child"}


def note_published(diary: Diary, *, board: str) -> None:
    """Of each board of the last year that was held; the newest update is still to come."""
    for count in range(-BACK, 0):
        held, of = diary.calendar.board(count), f"{board} {count}"
        _note(diary, of, PublicPart.AGENDA, held - timedelta(7))
        _note(diary, of, PublicPart.PAPERS, held - timedelta(7), HELD_BACK.get(count, ""))
        if count < -1:
            _note(diary, of, PublicPart.UPDATE, held + timedelta(1))


def _note(diary: Diary, of: str, part: PublicPart, on: date, withheld: str = "") -> None:
    def record(_change: Change) -> None:
        meeting_id = diary.named("meeting", of)
        if part is not PublicPart.UPDATE or meeting(diary.file, meeting_id).state.was_held:
            record_publication(
                diary.file, meeting_id, part, on=on, today=diary.calendar.today, withheld=withheld
            )

    diary.note(on, f"Publish the {part}", record)

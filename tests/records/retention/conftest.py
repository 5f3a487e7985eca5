"""An office whose people said things years ago that are not to be kept for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.records.offices import board_with_seats

from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.interests import declare_interest
from boarddesk.records.meetings import add_meeting
from boarddesk.records.minutes.transcripts import take_in_transcript
from boarddesk.records.people import people, update_person
from boarddesk.records.registers import taking
from boarddesk.records.registers.reading import register
from boarddesk.records.seats import seats, update_membership
from boarddesk.rules.minutes.transcript import SpokenLine
from boarddesk.rules.registers.quorum import Answer
from boarddesk.rules.registers.register import Mark

LONG_AGO, TODAY = date(2020, 5, 12), date(2026, 11, 30)
WORDS = ("Quinsywort", "Marmaladewort", "Fenugreekwort", "Tansywort", "Burdockwort", "Comfreywort")
"""Each said once: reason, reply, transcript, note for the chair, note on one who left, interest."""


@dataclass
class Clock:
    """The moment everything is written at, until it is moved."""

    at: datetime = field(default_factory=lambda: datetime(2020, 5, 12, 14, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class OldOffice:
    """An office of 2020, looked at in 2026."""

    file: OfficeFile
    path: Path
    clock: Clock
    board_id: str
    meeting_id: str


@pytest.fixture
def old(tmp_path: Path) -> Iterator[OldOffice]:
    clock, path = Clock(), tmp_path / "office.boarddesk"
    with OfficeFile.create(path, clock=clock) as file:
        board_id = board_with_seats(file)
        meeting_id = add_meeting(file, board_id, LONG_AGO, start_time="13:30")
        reason, reply, said, chair, note, interest = WORDS
        item = add_item(file, meeting_id, "Waiting times")
        with file.change("Note for the chair") as change:
            change.update("agenda_item", item, chair_note=f"Ask about {chair}")
        taking.open_register(file, meeting_id, today=LONG_AGO)
        row = register(file, meeting_id).rows[1]
        taking.mark(file, row.id, Mark.APOLOGIES)
        taking.set_reason(file, row.id, f"{reason} again")
        taking.set_reason(file, row.id, "")
        taking.set_reason(file, row.id, f"Ill with {reason}")
        with file.change("Reply") as change:
            seat = seats(file, board_id)[2]
            change.insert(
                "meeting_reply", meeting_id=meeting_id, seat_id=seat.id, answer=Answer.APOLOGIES, reason=reply
            )
        take_in_transcript(
            file,
            meeting_id,
            [SpokenLine(1, "Ann", f"A cure is {said}.")],
            name="a.vtt",
            starts="",
            on=LONG_AGO,
        )
        leaver = people(file)[0]
        update_person(file, leaver.id, note=f"Knows {note}", email="left@example.org")
        declare_interest(file, leaver.id, f"Sells {interest}", from_day=LONG_AGO, until_day=date(2020, 6, 1))
        for seat in seats(file, board_id):
            for membership in seat.memberships:
                if membership.person_id == leaver.id:
                    update_membership(file, membership.id, to_date=date(2020, 7, 1))
        clock.at = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
        yield OldOffice(file, path, clock, board_id, meeting_id)

"""What came of meetings, read once: actions arising and decisions of a board or of all, around a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from boarddesk.records import boards, meetings, people, seats
from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.decisions import followed_by
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.boards_around import last_board, next_board
from boarddesk.rules.meetings.meeting import Meeting, meeting_title, year_label
from boarddesk.rules.outcomes import Followed, outcome_of
from boarddesk.rules.owners import OwnerKind
from boarddesk.rules.people import Board


@dataclass(frozen=True)
class Business:
    """Actions and decisions in sight on a day; `bodies`: organisations by ids of people and seats."""

    today: date
    board_id: str | None
    boards: Mapping[str, Board]
    meetings: Mapping[str, Meeting]
    actions: Mapping[str, BoardAction]
    decisions: Mapping[str, Decision]
    bodies: Mapping[str, str]
    followed: Mapping[str, Followed]  # what follows a decision in the office

    @cached_property
    def by_urgency(self) -> tuple[BoardAction, ...]:
        """Late first, then by day, then what is over, the newest first."""
        return tuple(
            sorted(
                self.actions.values(),
                key=lambda action: (
                    not action.is_open,
                    -action.days_late(self.today),
                    action.due or date.max if action.is_open else date.min,
                    -_ended(action).toordinal(),
                ),
            )
        )

    @cached_property
    def open_actions(self) -> tuple[BoardAction, ...]:
        """Those neither done nor withdrawn, late first."""
        return tuple(action for action in self.by_urgency if action.is_open)

    @property
    def late(self) -> tuple[BoardAction, ...]:
        """The open ones whose day has passed."""
        return tuple(action for action in self.open_actions if action.days_late(self.today))

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """Decisions still to be ratified."""
        return tuple(made for made in self.decisions.values() if made.awaits_ratification)

    @cached_property
    def last_board(self) -> date | None:
        """The last meeting held of the board in sight, or of any."""
        return last_board(self._in_sight, self.today)

    @property
    def next_board(self) -> Meeting | None:
        """The next meeting of the board in sight, or of any."""
        return next_board(self._in_sight, self.today)

    @property
    def _in_sight(self) -> list[Meeting]:
        return [known for known in self.meetings.values() if self.board_id in (None, known.board_id)]

    def is_recent(self, action: BoardAction) -> bool:
        """Whether it ended since the last board, or that board was told of it."""
        return self.last_board is not None and _ended(action) >= self.last_board

    def body(self, action: BoardAction) -> str:
        """The organisation that has it, or of who does; empty where nobody knows."""
        kinds = (OwnerKind.PERSON, OwnerKind.POST, OwnerKind.ORGANISATION)
        return self.bodies.get(action.owner.id, "") if action.owner.kind in kinds else ""

    def year(self, made: Decision) -> str:
        """`SIB 2026/27`, within which its number is counted."""
        board = self.boards[made.board_id]
        return f"{board.short_name} {year_label(made.made_on, board.year_start)}"

    def came_of(self, made: Decision) -> str:
        """What came of a decision: what the plan cites, the action given, what replaced it."""
        return outcome_of(made, self.followed[made.id]).words

    def origin(self, meeting_id: str | None) -> str:
        """`SIB 02`; empty for no meeting."""
        known = self.meetings.get(meeting_id or "")
        return f"{self.boards[known.board_id].short_name} {known.number:02}" if known else ""

    def meeting_title(self, meeting_id: str | None) -> str:
        """`SIB 2026/27 · 02`; empty for no meeting."""
        known = self.meetings.get(meeting_id or "")
        if known is None:
            return ""
        board = self.boards[known.board_id]
        return meeting_title(board.short_name, known, board.year_start)


def _ended(action: BoardAction) -> date:
    return action.done_on or action.withdrawn_on or date.min


def load(file: OfficeFile, board_id: str | None, *, today: date, also: str = "") -> Business:
    """Read it all; `also` is the id of a record that is wanted whichever board's it is."""

    def in_sight(of_board: str, record_id: str) -> bool:
        return board_id in (None, of_board) or record_id == also

    names = {known.id: known.short_name or known.name for known in boards.organisations(file)}
    of_people = {person.id: person.organisation_id for person in people.people(file)}
    of_seats = {seat.id: seat.organisation_id for seat in seats.seats(file)}
    made_by_boards = {known.id: known for known in decisions(file) if in_sight(known.board_id, known.id)}
    boards_deciding = {known.board_id for known in made_by_boards.values()}
    return Business(
        today=today,
        board_id=board_id,
        boards={board.id: board for board in boards.boards(file)},
        meetings={meeting.id: meeting for meeting in meetings.meetings(file)},
        actions={
            action.id: action
            for action in board_actions(file, today=today)
            if in_sight(action.board_id, action.id)
        },
        decisions=made_by_boards,
        bodies=names | {of: names[body] for of, body in (of_people | of_seats).items() if body in names},
        followed={
            of: each
            for deciding in boards_deciding
            for of, each in followed_by(file, deciding, today=today).items()
        },
    )

"""Plans the sample's meetings and takes their registers, board by board."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from boarddesk.records.file.office_file import Change
from boarddesk.rules.meetings.meeting import Meeting, MeetingState, board_year, meeting_title, year_label
from boarddesk.rules.meetings.rhythm import step_title
from boarddesk.rules.people import Board, YearStart
from boarddesk.sample.calendar import spelt
from boarddesk.sample.diary import Diary
from boarddesk.sample.minutes.said import CONFIRMED_BY
from boarddesk.sample.people import GUESTS, REASONS, REPLIES, Place
from boarddesk.sample.seating import SampleBoard

PLANNED_AHEAD = timedelta(30)
LATEST_ROUNDS = -2
BY_HAND = ("forms_out", "papers_due", "actions_chased", "plan_sent")
CANCELLED, OPEN, NOT_RECORDED, NO_SEAT = "c", -1, "_", "."

Marker = Callable[[Place, int], str]


@dataclass(frozen=True)
class Sitting:
    """One board counted from the next, with its number within the board year."""

    board: SampleBoard
    count: int
    day: date
    number: int

    @property
    def title(self) -> str:
        """Such as `SIB 2026/27 · 02`."""
        return meeting_title(self.board.short, Meeting("", "", self.number, self.day), YearStart.FINANCIAL)

    @property
    def key(self) -> str:
        """What the diary remembers the meeting by."""
        return f"{self.board.short} {self.count}"


@dataclass(frozen=True)
class BoardStory:
    """Which boards were cancelled, inquorate or left open, and what the registers say."""

    marks: Marker
    cancelled: Mapping[int, str]
    inquorate: frozenset[int] = frozenset()
    left_open: frozenset[int] = frozenset()
    guests: Mapping[int, tuple[tuple[str, str, str], ...]] | None = None
    sealed: frozenset[int] = frozenset()  # whose minutes are written, and confirm themselves
    together: bool = False  # with every other board of that day, as one change


TOLD_MARKS: Marker = Place.mark
IMPROVEMENT_SEATED = BoardStory(
    TOLD_MARKS,
    cancelled={-6: "Inspectors were in the council that week."},
    inquorate=frozenset({-17}),
    sealed=frozenset(CONFIRMED_BY),
    left_open=frozenset({OPEN}),
    guests=GUESTS,
)
PARTNERSHIP_SEATED = BoardStory(TOLD_MARKS, cancelled={})


def sittings(board: SampleBoard, days: Mapping[int, date]) -> list[Sitting]:
    """The boards in order, each numbered within its year; a year begun before the first counts from one."""
    numbered: list[Sitting] = []
    for _, year in itertools.groupby(sorted(days.items()), key=lambda item: _year(item[1])):
        numbered += [Sitting(board, count, day, number) for number, (count, day) in enumerate(year, start=1)]
    return numbered


def _year(day: date) -> str:
    return year_label(day, YearStart.FINANCIAL)


def note_meetings(diary: Diary, board: SampleBoard, planned: Sequence[Sitting], *, opened: date) -> None:
    """Each year's meetings are put in the diary a month before the year begins."""
    for label, year in itertools.groupby(planned, key=lambda sitting: _year(sitting.day)):
        ahead = tuple(year)
        begins = board_year(ahead[0].day, YearStart.FINANCIAL)[0] - PLANNED_AHEAD

        def action(change: Change, ahead: tuple[Sitting, ...] = ahead) -> None:
            for sitting in ahead:
                _plan(diary, change, sitting)

        diary.note(max(opened, begins), f"Plan {board.short} meetings for {label}", action)


def _plan(diary: Diary, change: Change, sitting: Sitting) -> None:
    made = change.insert(
        "meeting",
        board_id=diary.named("board", sitting.board.short),
        number=sitting.number,
        date=sitting.day,
        start_time=sitting.board.start,
        end_time=sitting.board.end,
        venue=sitting.board.venue,
        link=f"https://meet.northmoor.example/{sitting.board.short.lower()}",
    )
    diary.name("meeting", sitting.key, made)


def note_registers(diary: Diary, held: Sequence[Sitting], seated: BoardStory) -> None:
    """Takes the register of every board that is past, and confirms the minutes of the one before."""
    past = [sitting for sitting in held if sitting.count < 0]
    for sitting in past:
        if sitting.count in seated.cancelled:
            _note_cancelled(diary, sitting, seated.cancelled[sitting.count])
    took_place = [sitting for sitting in past if sitting.count not in seated.cancelled]
    for before, sitting in zip([None, *took_place], took_place, strict=False):
        _note_agenda(diary, sitting)
        _note_register(diary, sitting, seated)
        if before and before.count not in seated.inquorate | seated.sealed:
            step = _step(sitting) if seated.together else ""
            _note_state(
                diary, before, MeetingState.CONFIRMED, sitting.day, label="Confirm minutes of", step=step
            )
    _note_latest(diary, past, [sitting for sitting in held if sitting.count == 0])


def _note_latest(diary: Diary, past: Sequence[Sitting], to_come: Sequence[Sitting]) -> None:
    """Where the last minutes and the next agenda stand today."""
    today = diary.calendar.today
    for sitting in past[-1:]:
        if sitting.day + timedelta(6) <= today:
            _note_state(
                diary,
                sitting,
                MeetingState.DRAFT_MINUTES,
                sitting.day + timedelta(6),
                label="Draft minutes of",
            )
    for sitting in to_come:
        if sitting.day - timedelta(7) <= today:
            _note_agenda(diary, sitting)


def _note_agenda(diary: Diary, sitting: Sitting) -> None:
    day = sitting.day - timedelta(7)
    _note_state(diary, sitting, MeetingState.AGENDA_ISSUED, day, label="Issue agenda of")


def note_rounds(diary: Diary, board: SampleBoard, planned: Sequence[Sitting], seated: BoardStory) -> None:
    """The steps of the latest rounds that are ticked by hand, each on its day."""
    rules = Board("", board.name, board.short)
    for sitting in planned:
        if sitting.count < LATEST_ROUNDS or sitting.count in seated.cancelled:
            continue
        for step in BY_HAND:
            day = rules.rule(step).day(sitting.day)
            if day <= diary.calendar.today:
                _note_tick(diary, sitting, step, day)


def _note_tick(diary: Diary, sitting: Sitting, step: str, day: date) -> None:
    def action(change: Change) -> None:
        change.insert("meeting_step", meeting_id=diary.named("meeting", sitting.key), step=step, done_on=day)

    diary.note(day, f"Tick “{step_title(step)}”", action)


def _step(sitting: Sitting) -> str:
    return f"Take the registers of {spelt(sitting.day)}"


def _note_state(
    diary: Diary, sitting: Sitting, state: MeetingState, day: date, *, label: str, step: str = ""
) -> None:
    def action(change: Change) -> None:
        change.update("meeting", diary.named("meeting", sitting.key), state=state)

    diary.note(day, f"{label} {sitting.title}", action, step=step)


def _note_cancelled(diary: Diary, sitting: Sitting, why: str) -> None:
    def action(change: Change) -> None:
        meeting = diary.named("meeting", sitting.key)
        change.update("meeting", meeting, state=MeetingState.CANCELLED, cancelled_why=why)

    diary.note(sitting.day - timedelta(4), f"Cancel {sitting.title}", action)


def _note_register(diary: Diary, sitting: Sitting, seated: BoardStory) -> None:
    def action(change: Change) -> None:
        _take_register(diary, change, sitting, seated)

    diary.note(
        sitting.day,
        f"Mark attendance, {sitting.title}",
        action,
        step=_step(sitting) if seated.together else "",
    )


def _take_register(diary: Diary, change: Change, sitting: Sitting, seated: BoardStory) -> None:
    closed = sitting.count not in seated.left_open
    state = MeetingState.INQUORATE if sitting.count in seated.inquorate else MeetingState.HELD
    meeting = diary.named("meeting", sitting.key)
    change.update("meeting", meeting, state=state)
    roll = change.insert(
        "roll",
        meeting_id=meeting,
        state="closed" if closed else "open",
        opened_on=sitting.day,
        closed_on=sitting.day if closed else None,
    )
    for position, place in enumerate(sitting.board.places):
        letter = seated.marks(place, sitting.count)
        if letter != NO_SEAT:
            _take_row(diary, change, sitting, place, letter, roll=roll, position=position)
    for position, (name, organisation, purpose) in enumerate((seated.guests or {}).get(sitting.count, ())):
        change.insert(
            "guest", roll_id=roll, name=name, organisation=organisation, purpose=purpose, position=position
        )


def _take_row(
    diary: Diary, change: Change, sitting: Sitting, place: Place, letter: str, *, roll: str, position: int
) -> None:
    holder = place.holder(sitting.count)
    row = change.insert(
        "roll_row",
        roll_id=roll,
        seat_id=diary.named(f"seat {sitting.board.short}", place.title),
        person_id=diary.named("person", holder) if holder else None,
        seat_title=place.title,
        organisation_id=diary.named("body", place.body),
        role=place.role,
        expected=place.role.expected_by_default,
        counts_for_quorum=place.role.counts_for_quorum_by_default,
        position=position,
    )
    if letter != NOT_RECORDED:
        change.insert("attendance_mark", row_id=row, mark=letter, **_said(diary, sitting, place, letter))


def _said(diary: Diary, sitting: Sitting, place: Place, letter: str) -> dict[str, object]:
    """What stands beside a mark: the deputy, the reason, or until when."""
    if letter == "D":
        return {"deputy_id": diary.named("person", place.deputies[0])}
    if letter == "A":
        return {"reason": REASONS[(len(place.title) + abs(sitting.count)) % len(REASONS)]}
    return {"part_to": "6"} if letter == "T" else {}


def note_replies(diary: Diary, board: SampleBoard) -> None:
    """Who has answered for the next board."""

    def action(change: Change) -> None:
        for title, (answer, deputy, reason) in REPLIES.items():
            change.insert(
                "meeting_reply",
                meeting_id=diary.named("meeting", f"{board.short} 0"),
                seat_id=diary.named(f"seat {board.short}", title),
                answer=answer,
                deputy_id=diary.named("person", deputy) if deputy else None,
                reason=reason,
            )

    diary.note(diary.calendar.since_last(13), f"Record replies for the next {board.short}", action)

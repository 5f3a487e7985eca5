"""Makes the sample office: one call, one file, the same on the same day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.file.whole import give_name, office_draft, refuse_taken
from boarddesk.sample.agendas.paper_story import note_papers
from boarddesk.sample.agendas.telling import note_agendas
from boarddesk.sample.ahead import note_forward_plans
from boarddesk.sample.areas.adulthood import ADULTHOOD
from boarddesk.sample.areas.commissioning import COMMISSIONING
from boarddesk.sample.areas.families import FAMILIES
from boarddesk.sample.areas.plans import PLANS
from boarddesk.sample.areas.schools import SCHOOLS
from boarddesk.sample.areas.waits import WAITS
from boarddesk.sample.business.telling import note_business
from boarddesk.sample.calendar import Calendar
from boarddesk.sample.diary import SEED, CountedIds, Diary, PastClock
from boarddesk.sample.growth import GROWN_SEATED, grown_boards, grown_themes, older_mark
from boarddesk.sample.measures import note_measures
from boarddesk.sample.minutes.telling import note_minutes
from boarddesk.sample.on_record import note_membership
from boarddesk.sample.people import SECRETARY
from boarddesk.sample.planning import note_plan
from boarddesk.sample.published import note_published
from boarddesk.sample.registers import (
    IMPROVEMENT_SEATED,
    PARTNERSHIP_SEATED,
    BoardStory,
    note_meetings,
    note_registers,
    note_replies,
    note_rounds,
    sittings,
)
from boarddesk.sample.risk_story import note_hazards
from boarddesk.sample.seating import (
    IMPROVEMENT_BOARD,
    PARTNERSHIP_BOARD,
    SampleBoard,
    add_board,
    add_bodies,
    note_changed_lines,
    note_comings_and_goings,
)
from boarddesk.sample.story import START, Theme

THEMES: tuple[Theme, ...] = (FAMILIES, COMMISSIONING, WAITS, PLANS, SCHOOLS, ADULTHOOD)
SET_UP = "Set up boards and people"
PLAN = "Northmoor SEND improvement plan"
BOARDS_A_YEAR, AHEAD = 11, 9


def make_sample(path: Path, *, today: date | None = None, years: int = 2, scale: int = 1) -> Path:
    """Write the sample office to a new file.

    Everything in it is placed around `today`, so that it is alive whenever it is opened; the same day gives
    the same office.  `years` makes the registers longer; `scale` adds boards, seats and actions.
    """
    calendar = Calendar(today or datetime.now().astimezone().date())
    clock = PastClock()
    opened = calendar.board(min(START, -BOARDS_A_YEAR * years)) - timedelta(40)
    clock.turn_to(opened)
    refuse_taken(path)
    with office_draft(path) as draft:
        _tell(draft, calendar, clock, opened, years=years, scale=scale)
        give_name(draft, path)
    return path


def _tell(path: Path, calendar: Calendar, clock: PastClock, opened: date, *, years: int, scale: int) -> None:
    with OfficeFile.create(path, office="Northmoor", clock=clock, new_id=CountedIds(SEED)) as file:
        file.who = SECRETARY
        diary = Diary(file, calendar, clock)
        _note_office(diary, opened)
        _note_boards(diary, opened, years=years, scale=scale)
        note_membership(diary)
        note_plan(diary, PLAN, _themes(scale), board="SIB")
        note_measures(diary, PLAN)
        note_hazards(diary, board="SIB")
        note_agendas(diary, board="SIB")
        note_papers(diary, board="SIB")
        note_business(diary, board="SIB")
        note_minutes(diary, board="SIB")
        note_forward_plans(diary)
        note_published(diary, board="SIB")
        diary.write()


def _themes(scale: int) -> tuple[Theme, ...]:
    return THEMES + tuple(theme for copy in range(1, scale) for theme in grown_themes(THEMES, copy))


def _note_office(diary: Diary, opened: date) -> None:
    def name(change: Change) -> None:
        office = diary.file.value("SELECT id FROM office")
        change.update("office", str(office), partnership="Northmoor SEND Partnership", secretary=SECRETARY)
        add_bodies(diary, change)

    diary.note(opened, "Name the office", name, step=SET_UP)


def _note_boards(diary: Diary, opened: date, *, years: int, scale: int) -> None:
    calendar = diary.calendar
    monthly = {count: calendar.board(count) for count in range(-BOARDS_A_YEAR * years, AHEAD)}
    alternate = {count: calendar.partnership(count) for count in range(-6 * years, 4)}
    partnership, improvement = _with_older_marks(PARTNERSHIP_SEATED), _with_older_marks(IMPROVEMENT_SEATED)
    _note_board(diary, PARTNERSHIP_BOARD, alternate, seated=partnership, opened=opened)
    _note_board(diary, IMPROVEMENT_BOARD, monthly, seated=improvement, opened=opened)
    for board in grown_boards(scale):
        _note_board(diary, board, monthly, seated=GROWN_SEATED, opened=opened)
    note_replies(diary, IMPROVEMENT_BOARD)


def _with_older_marks(seated: BoardStory) -> BoardStory:
    return replace(seated, marks=older_mark)


def _note_board(
    diary: Diary, board: SampleBoard, days: dict[int, date], *, seated: BoardStory, opened: date
) -> None:
    days = {count: day for count, day in days.items() if day > opened}
    first = min(days)
    planned = sittings(board, days)
    diary.note(
        opened, f"Add {board.name}", lambda change: add_board(diary, change, board, first=first), step=SET_UP
    )
    note_changed_lines(diary, board)
    note_comings_and_goings(diary, board, days, first=first)
    note_meetings(diary, board, planned, opened=opened)
    note_registers(diary, planned, seated)
    note_rounds(diary, board, planned, seated)

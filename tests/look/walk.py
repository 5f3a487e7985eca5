"""Goes through every page as a person would, rows opened and panels shown, at one size after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize
from tests.look.windows import settle

from boarddesk.issuing.registry import kinds_by_reader
from boarddesk.records.meetings import meetings
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.plan.page import PlanPage
from boarddesk.ui.reports.page import ReportsPage
from boarddesk.ui.risks.page import RisksPage
from boarddesk.ui.window.desk import Desk
from boarddesk.ui.window.main_window import MainWindow

TITLE_BAR, TASKBAR = 31, 48


@dataclass(frozen=True)
class Screen:
    """A screen as people have them: its size, how much larger everything is, and the size of text chosen."""

    width: int
    height: int
    scaling: float = 1.0
    text_size: int = 100

    @property
    def name(self) -> str:
        """As it is said: `1366x768 at 150%`."""
        large = f" at {self.scaling:.0%}" if self.scaling != 1 else ""
        text = f", text at {self.text_size}%" if self.text_size != 100 else ""
        return f"{self.width}x{self.height}{large}{text}"

    @property
    def window(self) -> QSize:
        """What is left of it for a window's inside, in the pixels a program reckons in."""
        high = int(self.height / self.scaling) - TITLE_BAR - TASKBAR
        return QSize(int(self.width / self.scaling), high)


LAPTOP = Screen(1366, 768)
SCREENS = (
    LAPTOP,
    Screen(1920, 1080),
    Screen(1366, 768, scaling=1.5),
    Screen(1366, 768, text_size=150),
    Screen(1920, 1080, scaling=1.5),
)


def pages(window: MainWindow) -> Iterator[str]:
    """Each page in each of its states, named when it is in front."""
    for desk, name in _each(window):
        yield name
        match desk.page(name):
            case MeetingsPage():
                yield from _meetings(desk)
            case AttendancePage() as page:
                yield from _attendance(page)
            case PlanPage() as page:
                yield from _plan(page)
            case PeoplePage() as page:
                yield from _people(page)
            case ReportsPage() as page:
                yield from _reports(page)
            case RisksPage() as page:
                yield from _risks(page)
            case _:
                pass


def fronts(window: MainWindow) -> Iterator[str]:
    """Each page as it stands in front first, then the lists and kinds it has a choice of."""
    for desk, name in _each(window):
        yield name
        match desk.page(name):
            case PeoplePage() as page:
                for kind in page.lists:
                    page.open_record(kind, "")
                    settle()
                    yield f"people, {kind}"
            case ReportsPage() as page:
                yield from _reports(page)
            case _:
                pass


def _each(window: MainWindow) -> Iterator[tuple[Desk, str]]:
    """The desk with one page after the other in front, and its name."""
    desk = window.desk
    assert desk is not None
    for name in [entry.name for entry in window.entries]:
        desk.show_page(name)
        settle()
        yield desk, name


def _meetings(desk: Desk) -> Iterator[str]:
    """Each part of a meeting in each state, its first row chosen; a panel lying over the rows is opened."""
    page = desk.page("meetings")
    assert isinstance(page, MeetingsPage)
    known = meetings(desk.session.file, desk.session.board_id)
    for state in MeetingState:
        found = next((one for one in reversed(known) if one.state is state), None)
        if found is not None:
            desk.open_record("meeting", found.id)
            for tab, part in enumerate(page.workspace.parts):
                page.workspace.tabs.setCurrentIndex(tab)
                settle()
                yield f"meetings, {state.value}, {part.title.lower()}"
    page.show_list()


def _attendance(page: AttendancePage) -> Iterator[str]:
    page.explain(asked=True)
    settle()
    yield "attendance, why"
    page.beside.close_detail()


def _plan(page: PlanPage) -> Iterator[str]:
    plan = page.shown.plan
    asked = next(one for area in plan.areas for one in area.actions if one.challenges)
    stepped = next(one for area in plan.areas for one in area.actions if one.milestones)
    for name, record in (("question", asked.id), ("milestones", stepped.id), ("area", plan.areas[2].id)):
        page.list.table.set_row_open(stepped.id, is_open=True)
        page.show_record(record)
        settle()
        yield f"plan, {name}"
    page.list.table.set_row_open(stepped.id, is_open=False)


def _people(page: PeoplePage) -> Iterator[str]:
    for kind, made in page.lists.items():
        page.open_record(kind, made.table.model.rows[0].id if made.table.model.rows else "")
        settle()
        yield f"people, {kind}"


def _risks(page: RisksPage) -> Iterator[str]:
    """The review of the first risk, with a score chosen."""
    page.start_review()
    page.review.take_last()
    settle()
    yield "risks, review"
    page.review.leave()


def _reports(page: ReportsPage) -> Iterator[str]:
    for kind in kinds_by_reader():
        page.gallery.choose(kind.key)
        settle()
        yield f"reports, {kind.key}"

"""Today shows what waits, opens each line's row, and says what to do in an empty office."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.office_for_tests import office_of
from tests.ui.settling import settle

from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.actions import add_action
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import plan, plans
from boarddesk.records.seats import add_seat
from boarddesk.rules.plan.actions import is_overdue
from boarddesk.ui.page import Session
from boarddesk.ui.today.meeting_card import SeatsForecast
from boarddesk.ui.today.page import TodayPage
from boarddesk.ui.widgets.bar_chart import BarStrip
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.figure import Figure
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.stacked_bar import StackedBar


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> TodayPage:
    made = TodayPage()
    qtbot.addWidget(made)
    made.resize(1198, 662)
    made.show_session(sample_office)
    made.show()
    return made


def test_every_overdue_action_of_the_plan_waits_here(page: TodayPage, sample_office: Session) -> None:
    file = sample_office.file
    overdue = [
        action.ref
        for one in plans(file)
        for area in plan(file, one.id).areas
        for action in area.actions
        if is_overdue(action, today=sample_office.today)
    ]
    shown = [
        row.cell("ref").text for row in page.table.model.rows if row.cell("what").text == "Overdue action"
    ]
    assert sorted(shown) == sorted(overdue)
    assert overdue


def test_enter_opens_the_record_of_a_line(page: TodayPage, qtbot: QtBot) -> None:
    page.table.choose_first()
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert asked.args[0] == "action"


def test_the_next_meeting_says_its_quorum_in_words(page: TodayPage) -> None:
    said = [child.accessibleName() for child in page.card.findChildren(Drawing)]
    assert any("coming" in words and "needed" in words for words in said)


def test_a_vacant_seat_is_none_of_those_who_may_come(page: TodayPage, sample_office: Session) -> None:
    before = page.card.findChildren(SeatsForecast)[-1].counted
    add_seat(sample_office.file, str(sample_office.board_id), "Seat to be filled")
    page.reload()
    assert page.card.findChildren(SeatsForecast)[-1].counted == before


def test_every_percentage_has_its_fraction_beside_it(page: TodayPage) -> None:
    shown = [figure.shown() for figure in page.attendance.findChildren(Figure) if figure.isVisible()]
    assert shown
    assert all(" of " in fraction for _, fraction, _ in shown)


def test_attendance_is_of_the_board_year_and_says_from_when_to_when(page: TodayPage) -> None:
    assert page.attendance.detail.text().replace("\N{NO-BREAK SPACE}", " ") == "1 Apr to 28 May 2026"
    bars = page.attendance.findChildren(BarStrip)[-1].accessibleName()
    assert bars.startswith(("Apr: 86.7%", "Apr: 87%")), "and no bar of the year before"


def test_a_kpi_says_its_headline_and_its_day_beneath_the_verdict_of_its_step(page: TodayPage) -> None:
    said = [shown.text() for shown in page.kpis.findChildren(QLabel)]
    beneath = said[said.index("not met") + 1].replace("\N{NO-BREAK SPACE}", " ")
    assert beneath == "30 Apr 2026 · headline 80%: not met"
    assert "steps met" in page.kpis.detail.text()
    assert "headlines" in page.kpis.detail.text()


def test_the_bars_of_the_plan_are_as_many_as_its_actions(page: TodayPage, sample_office: Session) -> None:
    file = sample_office.file
    area = plan(file, plans(file, sample_office.board_id)[0].id).areas[0]
    add_action(file, area.id, ref="1.9", text="Nobody has judged it")
    page.reload()
    said = [bar.accessibleName() for bar in page.plan._inside.findChildren(StackedBar)]
    counts = [int(count) for words in said for count in re.findall(r"(\d+) ", words)]
    assert page.plan.detail.text() == f"{sum(counts)} actions"
    assert "1 No status" in said[0]
    assert "No status" in [shown.text() for shown in page.legend.findChildren(QLabel)]


def test_an_empty_office_says_what_to_do_first(qtbot: QtBot, tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "empty.boarddesk") as file:
        session = office_of(file, tmp_path)
        page = TodayPage()
        qtbot.addWidget(page)
        page.show_session(session)
        page.show()
        with qtbot.waitSignal(page.open_requested) as asked:
            button(page, "Bring in plan and registers").click()
        assert asked.args == ["import", ""]
        session.change_bus.close()


def test_a_board_without_plan_says_so(page: TodayPage, sample_office: Session) -> None:
    other = sample_office.file.value("SELECT id FROM board WHERE id <> ?", (sample_office.board_id,))
    page.show_session(replace(sample_office, board_id=str(other)))
    assert not page.legend.findChildren(type(page.round)) or page.plan.detail.text() == ""


def test_looking_writes_nothing(page: TodayPage, sample_office: Session) -> None:
    before = sample_office.file.commit_number
    page.reload()
    assert sample_office.file.commit_number == before


def test_every_control_has_a_name(page: TodayPage) -> None:
    assert unnamed(page) == []


def test_a_long_kpi_wraps_and_is_never_cut(page: TodayPage) -> None:
    page.resize(900, 662)
    wordings = {one.text(): one for one in page.kpis.findChildren(WrappedLabel)}
    known = kpis(page.session.file, plans(page.session.file)[0].id)
    shown = [wordings[kpi.wording] for kpi in known if kpi.wording in wordings]
    assert shown
    for one in shown:
        assert one.height() >= one.heightForWidth(one.width())


@pytest.mark.parametrize("height", [580, 662])
def test_the_card_of_the_next_meeting_is_whole_whichever_board_meets(
    page: TodayPage, sample_office: Session, qtbot: QtBot, height: int
) -> None:
    page.resize(1198, height)
    for board in boards(sample_office.file):
        page.show_session(replace(sample_office, board_id=board.id))
        settle()
        assert page.card.verticalScrollBar().maximum() == 0, board.name


class _Looker(QObject):
    """Notes, whenever the words of a KPI are painted, how many parts of its list lie over each other."""

    def __init__(self, place: QWidget) -> None:
        super().__init__()
        self.place, self.seen = place, list[int]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painted = event.type() == QEvent.Type.Paint
        if painted and isinstance(watched, QLabel) and self.place.isAncestorOf(watched):
            shown = [one for one in self.place.findChildren(QLabel) if one.isVisible()]
            pairs = [pair for pair in combinations(shown, 2) if pair[0].parent() is pair[1].parent()]
            over = [one.geometry().intersected(other.geometry()).height() > 2 for one, other in pairs]
            self.seen.append(sum(over))
        return False


def test_what_is_painted_first_is_laid_out(qtbot: QtBot, qapp: QApplication, sample_office: Session) -> None:
    """Words that wrap were as high as one line until all that waited behind the first painting was done."""
    made = TodayPage()
    qtbot.addWidget(made)
    made.resize(1198, 662)
    made.show()
    looker = _Looker(made.kpis)
    qapp.installEventFilter(looker)
    made.show_session(sample_office)
    settle()
    qapp.removeEventFilter(looker)
    assert looker.seen
    assert not any(looker.seen)

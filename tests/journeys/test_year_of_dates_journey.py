"""A year of dates by keyboard alone: days kept free, meetings planned around them, a round ticked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.test_meeting_journey import MORNING, Office, Secretary
from tests.ui.office_for_tests import keepers
from tests.ui.settling import all_pages_made

from boarddesk.records import boards, meetings
from boarddesk.records.rhythm import round_records
from boarddesk.records.timetable import free_days
from boarddesk.sample.office import make_sample
from boarddesk.ui import background
from boarddesk.ui.look import theme
from boarddesk.ui.meetings.year.proposed_list import ProposedList
from boarddesk.ui.meetings.year.round_view import RoundView
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample office in the window, its improvement board chosen."""
    theme.install(qapp, choice=theme.ThemeChoice.LIGHT)
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    with background.at_once():
        made.open_path(make_sample(tmp_path / "sample.boarddesk", today=MORNING.date()))
        assert made.desk is not None
        made.desk.pick_board(boards.board_named(made.desk.session.file, "SIB").id)
        all_pages_made(qtbot, made)
        yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Planner(Secretary):
    """Looks at the days kept free and at the rounds too."""

    def kept(self) -> Office:
        return (*super().kept(), free_days(self.file), dict(round_records(self.file)))

    def dialog(self) -> ProposedList:
        """The days proposed in the dialog that is open."""
        shown = QApplication.activeModalWidget()
        assert shown is not None
        return shown.findChildren(ProposedList)[0]


def test_a_year_is_planned_around_days_kept_free_and_a_round_is_ticked_by_keys_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    planner = Planner(qtbot, window)
    keys, file = planner.keys, planner.file
    planned = meetings.meetings(file, planner.desk.session.board_id)

    planner.asks_for("days kept free")
    keys.type("10 Jan 2028")
    keys.press(Qt.Key.Key_Tab)
    keys.type("14 Jan 2028")
    keys.press(Qt.Key.Key_Tab)
    planner.says("Inspection")
    planner.has_done("Keep days free")

    planner.asks_for("plan the year")
    proposed = planner.dialog()
    assert date(2028, 1, 11) not in proposed.wanted(), "kept free"
    keys.tab_to(proposed.table.view)
    while proposed.table.chosen_id() != "2028-01-11":
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    wanted = proposed.wanted()
    assert date(2028, 1, 11) in wanted
    planner.says("")
    made = [one for one in meetings.meetings(file, planner.desk.session.board_id) if one not in planned]
    assert [one.date for one in made] == wanted
    planner.has_done(f"Plan {len(wanted)} meetings of SIB")

    next_day = date(2026, 6, 9)
    (coming,) = meetings.meetings(file, planner.desk.session.board_id, first=next_day, last=next_day)
    planner.goes_to(coming.id)
    while planner.page.workspace.front.title != "Dates":
        keys.press(Qt.Key.Key_PageDown, control=True)
    steps = planner.page.findChildren(RoundView)[0].table
    keys.tab_to(steps.view)
    while steps.chosen_id() != "papers_due":
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    assert round_records(file)[coming.id].ticked["papers_due"] == datetime.date(MORNING)
    planner.has_done("Tick “Papers due”")
    assert keys.pressed <= 120, keys.pressed

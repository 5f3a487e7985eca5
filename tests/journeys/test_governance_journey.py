"""From a board to whom it answers, by clicks: a line drawn, ended, seen on a past day, each taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.test_register_journey import Keyboard
from tests.ui.finding import button
from tests.ui.office_for_tests import keepers
from tests.ui.settling import all_pages_made

from boarddesk.records import boards, lines
from boarddesk.rules.governance.lines import boards_above
from boarddesk.sample.office import make_sample
from boarddesk.ui import background
from boarddesk.ui.look import theme
from boarddesk.ui.people.governance import GovernanceChart
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.main_window import MainWindow

MORNING = datetime(2026, 5, 28, 10, 42)
FORUM = "Northmoor Schools Forum"


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


class Secretary:
    """Clicks, types into what has the focus, and looks at the chart."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        assert window.desk is not None
        self._qtbot, self.keys, self._window = qtbot, Keyboard(qtbot, window), window
        window.desk.show_page("people")
        page = window.page()
        assert isinstance(page, PeoplePage)
        self.page, self.file = page, window.desk.session.file

    def clicks(self, name: str) -> None:
        self._click(button(self.page, name))

    def _click(self, found: QAbstractButton) -> None:
        self._qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def fills_in(self, key: str, answers: dict[str, str], accept: str) -> None:
        """A form: each field clicked into and typed over, then its button."""
        dialog = self.keys.dialog(key)
        for field, words in answers.items():
            line = dialog.fields[field].editor
            line.setFocus()
            self._qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self._qtbot.keyClicks(line, words)
        self._click(button(dialog, accept))

    def says(self) -> str:
        """What the chart says in words."""
        chart = self.page.front.section.over
        assert isinstance(chart, GovernanceChart)
        return chart.drawing.accessibleName()

    def looks_at(self, words: str) -> None:
        """Another day, typed over the one that stands there."""
        chart = self.page.front.section.over
        assert isinstance(chart, GovernanceChart)
        chart.day.setFocus()
        self._qtbot.keyClick(chart.day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.keyClicks(chart.day, words)
        self._qtbot.keyClick(chart.day, Qt.Key.Key_Return)

    def undoes(self) -> str:
        label = self.file.undo_label
        self.page.front.table.view.setFocus()
        self.keys.press(Qt.Key.Key_Z, control=True)
        return label or ""


def test_a_line_is_drawn_ended_and_seen_on_a_past_day_and_each_step_is_taken_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    secretary = Secretary(qtbot, window)
    before = lines.lines(secretary.file)
    secretary.clicks("Show: Governance")
    assert FORUM not in secretary.says()

    secretary.clicks("Add reporting line")
    secretary.fills_in("add line", {"to": FORUM, "from_day": "1/9/2025"}, "Add line")
    assert FORUM in secretary.says()
    assert secretary.page.front.table.chosen_id() == lines.lines(secretary.file)[-2].id

    secretary.keys.command("End this reporting line")
    secretary.fills_in("end line", {"until_day": "31 March 2026"}, "End line")
    assert FORUM not in secretary.says()
    for day, stands in (("31 March 2026", True), ("1 April 2026", False), ("31 Aug 2025", False)):
        secretary.looks_at(day)
        assert (FORUM in secretary.says()) is stands
        listed = [row.cell("to").words for row in secretary.page.front.table.rows_shown()]
        assert (FORUM in listed) is stands
    sib = boards.board_named(secretary.file, "SIB").id
    up = [
        boards_above(lines.lines(secretary.file), sib, day) for day in (date(2026, 3, 31), date(2026, 4, 1))
    ]
    assert [FORUM in [line.to_name for line in above] for above in up] == [True, False]

    assert secretary.undoes() == f"End line SIB accountable to {FORUM}"
    secretary.looks_at("28 May 2026")
    assert FORUM in secretary.says()
    assert secretary.undoes() == f"Add line SIB accountable to {FORUM}"
    assert FORUM not in secretary.says()
    assert lines.lines(secretary.file) == before

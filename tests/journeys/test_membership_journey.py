"""A term about to end, from Today to its successor with everything on record, each step taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.test_governance_journey import Secretary
from tests.ui.office_for_tests import keepers
from tests.ui.settling import all_pages_made

from boarddesk.records import boards, seats
from boarddesk.records.packs.whole_office import whole_office
from boarddesk.rules.checks import check
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.sample.office import make_sample
from boarddesk.ui import background
from boarddesk.ui.look import theme
from boarddesk.ui.settings import Settings
from boarddesk.ui.today.page import TodayPage
from boarddesk.ui.window.main_window import MainWindow

MORNING = datetime(2026, 5, 28, 10, 42)
TODAY = MORNING.date()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample office in the window, its partnership board chosen."""
    theme.install(qapp, choice=theme.ThemeChoice.LIGHT)
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    with background.at_once():
        made.open_path(make_sample(tmp_path / "sample.boarddesk", today=TODAY))
        assert made.desk is not None
        made.desk.pick_board(boards.board_named(made.desk.session.file, "SPB").id)
        all_pages_made(qtbot, made)
        yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _waits(window: MainWindow) -> list[str]:
    """What Today says of terms that end."""
    assert window.desk is not None
    window.desk.show_page("today")
    page = window.page()
    assert isinstance(page, TodayPage)
    rows = page.table.rows_shown()
    return [row.cell("says").words for row in rows if row.cell("what").words == "Term ends"]


def _found(secretary: Secretary, rule: str) -> list[str]:
    office = whole_office(secretary.file, TODAY)
    return [one.about for one in check(office, today=TODAY) if one.rule == rule]


def test_a_term_that_ends_has_its_successor_with_everything_on_record(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert _waits(window) == ["Forum member, Beverley Strang"]
    secretary = Secretary(qtbot, window)
    assert _found(secretary, "term ending") == ["SPB Forum member"]
    before = secretary.file.commit_number
    seat = next(one for one in seats.seats(secretary.file) if one.title == "Forum member")
    assert window.desk is not None
    window.desk.open_record("seat", seat.id)

    secretary.clicks("Appoint")
    secretary.fills_in(
        "appoint", {"person": "Nadia Holme", "from_date": "1/8/2026", "to_date": "31/7/2029"}, "Appoint"
    )
    held = seats.seat(secretary.file, seat.id).memberships
    assert [(one.from_date, one.to_date) for one in held] == [
        (None, date(2026, 7, 31)),
        (date(2026, 8, 1), date(2029, 7, 31)),
    ]
    assert _waits(window) == [] and _found(secretary, "term ending") == []

    window.desk.show_page("people")
    secretary.clicks("Put on record: On record of Beverley Strang")
    secretary.fills_in("put on record", {"on": "20/5/2026"}, "Put on record")
    kept = seats.seat(secretary.file, seat.id).memberships[0]
    assert OnRecord.TERMS.on(kept) == date(2026, 5, 20)

    assert secretary.undoes() == "Put on record"
    assert secretary.undoes() == "Appoint Nadia Holme to Forum member"
    assert _waits(window) == ["Forum member, Beverley Strang"]
    assert secretary.file.commit_number > before

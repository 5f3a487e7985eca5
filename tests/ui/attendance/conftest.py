"""The Attendance page over the sample office, as its tests open it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boarddesk.rules.attendance.groups import By
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.attendance.shown import ShownAttendance
from boarddesk.ui.page import Session


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> AttendancePage:
    """With a year of meetings: the board year of the sample has only begun."""
    made = AttendancePage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.controls.show_period(Period.MONTHS)
    made.show_session(sample_office)
    made.show()
    QApplication.processEvents()
    return made


BEFORE_SEALS = (date(2025, 6, 1), date(2026, 2, 28))
"""Days of meetings whose minutes are not sealed: their registers may be written into."""

UNSEALED = "FROM roll r WHERE r.meeting_id NOT IN (SELECT meeting_id FROM sealed_minutes)"


def shown(page: AttendancePage) -> ShownAttendance:
    assert page._shown is not None
    return page._shown


def group_by(page: AttendancePage, by: By) -> None:
    page.controls.group_by(by)
    page.reload()

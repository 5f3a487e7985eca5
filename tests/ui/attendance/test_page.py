"""The Attendance page: the three figures, the matrix, and the sum behind each figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed

from boarddesk.records import attendance
from boarddesk.rules.attendance_counted import By
from boarddesk.rules.people import Sector
from boarddesk.ui.attendance import matrix
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.page import Office


@pytest.fixture
def page(qtbot: QtBot, sample_office: Office) -> AttendancePage:
    made = AttendancePage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_office(sample_office)
    made.show()
    return made


def test_the_figures_are_those_of_the_report(page: AttendancePage, sample_office: Office) -> None:
    report = page._report
    assert report is not None
    again = attendance.report(
        sample_office.file,
        By.PERSON,
        board_id=sample_office.board_id,
        first=report.first,
        last=report.last,
        today=sample_office.today,
    )
    percent, fraction, note = page.figures["seat"].shown()
    assert percent == again.total.seat.shown(again.total.target)
    assert fraction == again.total.seat.fraction
    assert "target 90%" in note


def test_every_figure_stands_with_its_fraction(page: AttendancePage) -> None:
    for row in page.table.model.rows:
        for key in ("personal", "seat"):
            cell = row.cell(key)
            assert cell.before or cell.text == "–"


def test_why_adds_up_to_the_figure_of_the_row(page: AttendancePage) -> None:
    row = next(one for one in page._report.rows if 0 < one.personal.n < one.personal.of)
    page.table.choose(matrix.row_id(row.group))
    page._explain(open_panel=True)
    page.why._copy()
    assert row.judged.fraction in QGuiApplication.clipboard().text()


def test_the_open_register_is_said_and_left_out(page: AttendancePage) -> None:
    assert "1 register open" in page.advisers.text()


def test_the_latest_meeting_is_in_view_and_left_brings_in_an_earlier_one(
    page: AttendancePage, qtbot: QtBot
) -> None:
    page.period.choose(Period.ALL)
    page.reload()
    before = [one.key for one in page._shown]
    assert before[-1] == page._meetings[-1].key
    view = page.table.view
    first = [one.key for one in page.table.model.columns].index(before[0])
    view.setCurrentIndex(page.table.model.index(0, first))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert page._shown[0].key == page._meetings[page._meetings.index(_of(page, before[0])) - 1].key


def _of(page: AttendancePage, key: str) -> matrix.MeetingColumn:
    return next(one for one in page._meetings if one.key == key)


def test_a_sector_leaves_only_its_seats_and_their_figures(page: AttendancePage) -> None:
    everything = page._report.total.seat
    page.sector.choose(Sector.HEALTH)
    page.reload()
    health = page._report.total.seat
    assert 0 < health.of < everything.of
    assert health.of == sum(row.seat.of for row in page._report.members)


@pytest.mark.parametrize("by", [By.SEAT, By.PERSON, By.ORGANISATION])
def test_each_grouping_pools_to_the_same_total(page: AttendancePage, by: By) -> None:
    page.grouping.choose(by)
    page.reload()
    assert sum(row.seat.n for row in page._report.members) == page._report.total.seat.n


def test_an_office_without_meetings_says_what_will_stand_here(
    page: AttendancePage, sample_office: Office
) -> None:
    page.show_office(replace(sample_office, board_id="no board"))
    assert page.table.model.rows == ()
    assert not page.trend.isVisible()


def test_looking_writes_nothing(page: AttendancePage, sample_office: Office) -> None:
    before = sample_office.file.commit_number
    page.reload()
    assert sample_office.file.commit_number == before


def test_every_control_has_a_name(page: AttendancePage) -> None:
    assert unnamed(page) == []

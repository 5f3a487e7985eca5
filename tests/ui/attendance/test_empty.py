"""A page with nothing to show says what will stand here and what to do first, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.attendance.conftest import UNSEALED, group_by, shown
from tests.ui.finding import button, unnamed

from boarddesk.records.boards import board_named
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.people import Role, Sector
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.empty_state import EmptyState

LONG_AGO = (date(1990, 1, 1), date(1990, 12, 31))


@pytest.fixture
def empty_page(page: AttendancePage, sample_office: Session) -> AttendancePage:
    """The page of a board that never met."""
    page.show_session(replace(sample_office, board_id="no board"))
    QApplication.processEvents()
    return page


def said(page: AttendancePage) -> EmptyState:
    found = [one for one in page.findChildren(EmptyState) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_an_office_without_registers_offers_to_take_or_import_one(
    empty_page: AttendancePage, qtbot: QtBot
) -> None:
    assert said(empty_page).title() == "No registers yet"
    for part in (empty_page.headline, empty_page.why, empty_page.foot, empty_page.word, empty_page.table):
        assert not part.isVisible()
    for words, leads in (("Take a register", "meetings"), ("Import a register", "import")):
        with qtbot.waitSignal(empty_page.open_requested) as asked:
            button(empty_page, words).click()
        assert asked.args == [leads, ""]
    primary = [
        one
        for one in empty_page.findChildren(QPushButton)
        if one.isVisible() and one.property("look") == "primary"
    ]
    assert [one.text() for one in primary] == ["Take a register"]
    assert unnamed(empty_page) == []


def test_the_first_thing_to_do_has_the_focus(empty_page: AttendancePage) -> None:
    empty_page.activateWindow()
    empty_page.focus_first()
    assert empty_page.focusWidget() is button(empty_page, "Take a register")


def test_a_period_without_registers_leads_to_those_of_other_days(page: AttendancePage) -> None:
    page.controls.take_days(LONG_AGO)
    assert said(page).title() == "No register in this period"
    button(page, "Show all meetings").click()
    assert page.controls.period.currentText() == Period.ALL
    assert page.table.isVisible() and page.headline.isVisible() and page.foot.isVisible()
    assert page.table.model.rows
    assert not [one for one in page.findChildren(EmptyState) if one.isVisible()]


@pytest.mark.parametrize("by", [By.SEAT, By.ORGANISATION, By.MEETING])
def test_where_nobody_is_of_the_role_and_sector_it_is_said_and_everybody_is_a_click_away(
    page: AttendancePage, by: By
) -> None:
    group_by(page, by)
    everybody = len(page.table.model.rows)
    page.controls.role.choose(Role.CHAIR)
    page.controls.sector.choose(Sector.GOVERNMENT)
    page.reload()
    assert said(page).title() == "Nobody of this role and sector"
    button(page, "Show all roles and sectors").click()
    assert len(page.table.model.rows) == everybody
    assert shown(page).query.roles == ()


def test_meetings_held_without_a_register_are_listed_by_meeting(
    page: AttendancePage, sample_office: Session
) -> None:
    file = sample_office.file
    with file.change("Lose the registers") as change:
        for one in file.rows(f"SELECT r.id {UNSEALED}"):
            change.delete("roll", one["id"])
    page.show_session(replace(sample_office, board_id=board_named(file, "SPB").id))  # it has none sealed
    page.reload()
    assert said(page).title() == "No registers yet"
    group_by(page, By.MEETING)
    assert page.table.isVisible()
    assert page.table.model.rows

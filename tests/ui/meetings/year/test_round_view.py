"""The round of a meeting stands in its workspace: ticked by hand, or known, and late ones said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed
from tests.ui.meetings.test_workspace import _meeting as meeting_on

from boarddesk.records.boards import update_board
from boarddesk.records.meetings import set_state
from boarddesk.records.rhythm import round_records
from boarddesk.records.timetable import keep_free
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import BoardKind
from boarddesk.rules.refused import Refused
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.year.round_view import RoundView
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.table.rows import Cell

NEXT = date(2026, 6, 9)


@pytest.fixture
def office(sample_office: Session) -> Session:
    """A day after the papers were due: the pack is not issued yet."""
    return replace(sample_office, today=date(2026, 6, 4))


@pytest.fixture
def page(qtbot: QtBot, office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(office)
    made.show()
    made.open_record("meeting", meeting_on(office, NEXT).id)
    tabs = made.workspace.tabs
    tabs.setCurrentIndex([tabs.tabText(at) for at in range(tabs.count())].index("Dates"))
    return made


@pytest.fixture
def view(page: MeetingsPage) -> RoundView:
    found = page.findChild(RoundView)
    assert isinstance(found, RoundView)
    return found


def cell(view: RoundView, step: str, key: str) -> Cell:
    return next(row for row in view.table.model.rows if row.id == step).cell(key)


def test_every_step_says_its_day_and_how_it_stands(view: RoundView) -> None:
    assert cell(view, "pack_issued", "day").text == "Tue 2 Jun 2026"
    assert cell(view, "pack_issued", "rule").text == "5 working days before"
    assert cell(view, "forms_out", "says").text == "Done"
    assert cell(view, "pack_issued", "says").text == "Late: Not issued"
    assert cell(view, "meeting", "says").text == "In 3 working days"
    assert unnamed(view) == []


def test_a_step_is_ticked_with_the_keyboard_and_undone(
    page: MeetingsPage, view: RoundView, office: Session, qtbot: QtBot
) -> None:
    view.table.choose("pack_issued")
    view.table.view.setFocus()
    qtbot.keyClick(view.table.view, Qt.Key.Key_Space)
    page.catch_up()
    meeting_id = meeting_on(office, NEXT).id
    assert round_records(office.file)[meeting_id].ticked["pack_issued"] == office.today
    assert cell(view, "pack_issued", "says").text == "Done 2 days late"
    office.file.undo()
    page.catch_up()
    assert cell(view, "pack_issued", "says").text == "Late: Not issued"


def test_the_day_it_was_really_done_is_given_and_taken_back(
    page: MeetingsPage, view: RoundView, office: Session
) -> None:
    view.table.edited.emit("pack_issued", "done_on", "2026-06-01")
    page.catch_up()
    assert cell(view, "pack_issued", "done_on").text == "Mon 1 Jun 2026"
    with pytest.raises(Refused, match="still to come"):
        view._date("plan_sent", (office.today + timedelta(1)).isoformat())
    view.table.edited.emit("pack_issued", "done_on", "")
    page.catch_up()
    assert cell(view, "pack_issued", "done_on").text == ""


def test_what_the_office_knows_is_ticked_by_itself_and_not_by_hand(
    page: MeetingsPage, view: RoundView, office: Session
) -> None:
    set_state(office.file, meeting_on(office, NEXT).id, MeetingState.AGENDA_ISSUED, today=office.today)
    page.catch_up()
    pack, meeting = cell(view, "pack_issued", "done"), cell(view, "meeting", "done")
    assert (pack.ticked, pack.editable) == (True, False)
    assert meeting.ticked is None
    view.table.choose("pack_issued")
    assert not view.may_tick_chosen()
    view.table.choose("draft_minutes")
    assert view.may_tick_chosen()


def test_a_clash_and_a_notice_too_short_stand_above_the_steps(
    page: MeetingsPage, view: RoundView, office: Session
) -> None:
    assert not view.trouble.isVisible()
    keep_free(office.file, NEXT, NEXT, "Audit")
    update_board(office.file, str(office.board_id), kind=BoardKind.STATUTORY)
    page.catch_up()
    assert view.trouble.text().splitlines() == [
        "▲ The office keeps it free: Audit, 9 June 2026.",
        "▲ The pack was to be issued by 1 June 2026, and is not.",
    ]

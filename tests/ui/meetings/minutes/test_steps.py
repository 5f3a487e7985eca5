"""Minutes go from draft to confirmed over the meeting's own menu, its states and its one primary button."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.records.offices import mark_rest
from tests.ui.meetings.test_workspace import _meeting as meeting_on

from boarddesk.records import meetings
from boarddesk.records.agenda.items import add_item, agenda
from boarddesk.records.minutes.reading import blocks_of, minutes_of, state_of
from boarddesk.records.minutes.sealing import sealed
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.records.registers.taking import close_register, open_register
from boarddesk.rules.agenda.item import Fills
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.minutes.minutes import MinutesState
from boarddesk.rules.registers.register import Mark
from boarddesk.ui.meetings.minutes.steps import next_minutes_step
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.stepper import StepState

MAY, JUNE = date(2026, 5, 12), date(2026, 6, 9)


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    """The page on the day of the June meeting, held with an item for the minutes of May, May’s in front."""
    file = sample_office.file
    may, june = meeting_on(sample_office, MAY).id, meeting_on(sample_office, JUNE).id
    mark_rest(file, may, Mark.PRESENT)
    close_register(file, may, today=MAY)
    if not any(row.item.minutes_of_id == may for row in agenda(file, june).rows):
        add_item(file, june, "Minutes", fills=Fills.MINUTES, minutes_of_id=may, late_why="Left off")
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(replace(sample_office, today=JUNE))
    made.show()
    meetings.set_state(file, june, MeetingState.HELD, today=JUNE)
    open_register(file, june, today=JUNE)
    made.open_record("meeting", may)
    return made


def do(page: MeetingsPage, title: str) -> None:
    menu = QMenu(page)
    page.workspace.fill(menu)
    next(offer for offer in menu.actions() if offer.text() == title).trigger()


def offered(page: MeetingsPage) -> list[str]:
    menu = QMenu(page)
    page.workspace.fill(menu)
    return [offer.text() for offer in menu.actions()]


def dialog(page: MeetingsPage) -> FormDialog:
    return next(one for one in page.findChildren(FormDialog) if one.isVisible())


def stands(page: MeetingsPage, words: str) -> bool:
    """Whether the states over the meeting say that it is there now."""
    return f"{words}, {StepState.NOW.value}" in page.workspace.stepper.accessibleName()


def step(page: MeetingsPage) -> str:
    found = next_minutes_step(page.workspace)
    return found.title if found else ""


def test_minutes_go_to_the_chair_round_and_are_confirmed_with_a_correction(
    page: MeetingsPage, sample_office: Session
) -> None:
    file, may = sample_office.file, page.workspace.meeting_id
    item = agenda(file, may).rows[0]
    keep_minute(file, item.item.id, [Block(text="The wait was 23 weeks.")])
    assert step(page) == "Send minutes to the chair…"
    do(page, "Send minutes to the chair…")
    dialog(page).try_accept()
    assert stands(page, "Minutes with the chair")
    assert step(page) == "Circulate minutes…"
    do(page, "Circulate minutes…")
    dialog(page).answers.put("corrections_by", "8 June 2026")
    dialog(page).try_accept()
    assert "before the minutes went round" in dialog(page).fields["corrections_by"].refused()
    dialog(page).answers.put("corrections_by", "16 June 2026")
    dialog(page).try_accept()
    assert stands(page, "Minutes circulated")
    assert step(page) == "Confirm minutes…"
    do(page, "Confirm minutes…")
    dialog(page).answers.put("corrections", f"{item.number}: 24 weeks → 26 weeks")
    dialog(page).try_accept()
    assert "does not say “24 weeks”" in dialog(page).fields["corrections"].refused()
    dialog(page).answers.put("corrections", f"{item.number}: 23 weeks → 26 weeks")
    dialog(page).try_accept()
    assert blocks_of(file, item.item.id)[0].text == "The wait was 26 weeks."
    assert sealed(file, may) is not None
    assert (stands(page, "Confirmed"), step(page)) == (True, "")
    assert "Correct confirmed minutes…" in offered(page) and "Confirm minutes…" not in offered(page)
    assert file.undo() == "Confirm minutes"
    assert step(page) == "Confirm minutes…"


def test_a_step_back_mends_a_slip(page: MeetingsPage, sample_office: Session) -> None:
    do(page, "Send minutes to the chair…")
    dialog(page).try_accept()
    do(page, "Take minutes back to draft")
    assert state_of(sample_office.file, page.workspace.meeting_id) is MinutesState.DRAFT
    assert step(page) == "Send minutes to the chair…"


def test_a_correction_after_the_confirmation_stands_beside_the_text(
    page: MeetingsPage, sample_office: Session
) -> None:
    file, may = sample_office.file, page.workspace.meeting_id
    do(page, "Confirm minutes…")
    dialog(page).try_accept()
    said = [item.blocks for item in minutes_of(file, may).items]
    do(page, "Correct confirmed minutes…")
    dialog(page).try_accept()
    assert dialog(page).fields["will_be"].refused() == "Say how it is to read."
    dialog(page).answers.put("will_be", "28 weeks")
    dialog(page).try_accept()
    assert [item.blocks for item in minutes_of(file, may).items] == said
    assert file.undo_label == "Add correction 1 to confirmed minutes"


def test_minutes_that_are_written_here_are_not_just_marked_as_confirmed(page: MeetingsPage) -> None:
    assert "Mark minutes as confirmed" not in offered(page)


def test_a_meeting_without_a_word_of_minutes_offers_none_of_their_steps(
    page: MeetingsPage, sample_office: Session
) -> None:
    page.open_record("meeting", meeting_on(sample_office, JUNE).id)
    assert not [title for title in offered(page) if title.startswith(("Send minutes", "Confirm minutes"))]
    assert step(page) == ""


def test_the_primary_button_over_the_minutes_takes_them_on(page: MeetingsPage) -> None:
    page.workspace.show_part("Minutes")
    assert page.next.text().strip() == "Send minutes to the chair"
    page.next.click()
    dialog(page).try_accept()
    assert page.next.text().strip() == "Circulate minutes"

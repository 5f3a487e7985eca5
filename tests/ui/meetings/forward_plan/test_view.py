"""The forward plan on the Meetings page: months down, each thing done by keys, each one undo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from boarddesk.records import meetings
from boarddesk.records.agenda.forward_plan import add_entry, entries
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.agenda.entry import Every, ForwardEntry
from boarddesk.rules.agenda.item import Purpose
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui import background
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog

TODAY = date(2026, 5, 28)


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    made.open_requested.connect(made.open_record)
    made.lists.choose("forward plan")
    made.lists.picked.emit("forward plan")
    return made


def titles(page: MeetingsPage) -> list[str]:
    return [row.cell("item").text for row in page.ahead.table.rows_shown()]


def choose(page: MeetingsPage, title: str) -> str:
    found = next(row.id for row in page.ahead.table.rows_shown() if row.cell("item").text == title)
    page.ahead.choose(found)
    page.ahead.table.view.setFocus()
    return found


def dialog_of(page: MeetingsPage, name: str) -> FormDialog:
    return page.findChildren(FormDialog, name)[-1]


def do(page: MeetingsPage, title: str) -> None:
    next(action for action in page.commands() if action.title == title).do()


def test_the_months_stand_in_their_order_under_what_comes_to_each_meeting(page: MeetingsPage) -> None:
    groups = [line.group.title for line in page.ahead.table.model.lines if line.group]
    assert groups[0] == "At each meeting" and groups[-1] == "Not yet placed"
    assert groups[1] == "June 2026" and len(groups) > 6
    assert page.header.detail().startswith("13 items")
    assert page.add.accessibleName() == "Add item"


def test_an_item_is_added_by_keys_and_is_one_undo(
    page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    page.new_record()
    dialog = dialog_of(page, "add entry")
    qtbot.keyClicks(dialog.focusWidget(), "Travel to school")
    dialog.answers.put("purpose", "decision")
    dialog.answers.put("wanted", "2026-09")
    dialog.answers.put("every", "year")
    dialog.answers.put("minutes", "15")
    area = next(iter(page.ahead._read().areas))
    dialog.answers.put("area", area)
    dialog.try_accept()
    made = entries(sample_office.file, sample_office.board_id)[-1]
    assert (made.title, made.purpose, made.wanted_month, made.minutes) == (
        *("Travel to school", Purpose.DECISION, "2026-09", 15),
    )
    assert made.area_id == area
    page.catch_up()
    assert page.ahead.table.chosen_id() == made.id
    assert sample_office.file.undo() == "Add “Travel to school” to the forward plan"


def test_what_a_rule_refuses_is_said_beside_its_field(page: MeetingsPage) -> None:
    page.new_record()
    dialog = dialog_of(page, "add entry")
    dialog.try_accept()
    assert dialog.fields["title"].refused() == "Give the item a title."
    dialog.answers.put("title", "Travel to school")
    dialog.answers.put("minutes", "a while")
    dialog.try_accept()
    assert "as a number" in dialog.fields["minutes"].refused()
    dialog.answers.put("minutes", "")
    dialog.answers.put("every", "quarter")
    dialog.try_accept()
    assert "first month" in dialog.fields["wanted"].refused()
    dialog.reject()


def test_a_meeting_chosen_for_what_comes_again_gives_its_month(
    page: MeetingsPage, sample_office: Session
) -> None:
    coming = next(
        meeting
        for meeting in meetings.meetings(sample_office.file, sample_office.board_id)
        if meeting.state is MeetingState.PLANNED and meeting.date > sample_office.today
    )
    choose(page, "Young people’s survey")
    page.ahead.change()
    dialog = dialog_of(page, "change entry")
    dialog.answers.put("wanted", coming.id)
    dialog.try_accept()
    page.catch_up()
    made = next(each for each in entries(sample_office.file) if each.title == "Young people’s survey")
    assert made.meeting_id == coming.id
    page.ahead.change()
    dialog = dialog_of(page, "change entry")
    dialog.answers.put("every", "half-year")
    dialog.try_accept()
    made = next(each for each in entries(sample_office.file) if each.title == "Young people’s survey")
    assert (made.meeting_id, made.wanted_month, made.every) == (None, f"{coming.date:%Y-%m}", Every.HALF_YEAR)


def test_an_item_goes_up_and_down_among_those_of_its_month(page: MeetingsPage, qtbot: QtBot) -> None:
    first, second = "Visit to the Skelden assessment hub", "Learning from complaints and tribunals"
    assert titles(page)[-2:] == [first, second]
    choose(page, second)
    do(page, "Move item up")
    page.catch_up()
    assert titles(page)[-2:] == [second, first]
    do(page, "Move item up")
    page.catch_up()
    assert titles(page)[-2:] == [second, first]


def test_an_item_is_withdrawn_with_its_reason_taken_back_and_removed(
    page: MeetingsPage, sample_office: Session
) -> None:
    chosen = choose(page, "Young people’s survey")
    do(page, "Withdraw item…")
    dialog = dialog_of(page, "withdraw entry")
    dialog.try_accept()
    assert dialog.fields["why"].refused()
    dialog.answers.put("why", "The forum does it")
    dialog.try_accept()
    page.catch_up()
    row = next(row for row in page.ahead.table.rows_shown() if row.id == chosen)
    assert (row.group, row.cell("item").tip) == ("withdrawn", "The forum does it")
    page.ahead.choose(chosen)
    do(page, "Take item back into the plan")
    page.catch_up()
    do(page, "Remove item")
    assert chosen not in [each.id for each in entries(sample_office.file)]


def test_a_paper_that_goes_up_too_early_is_pointed_out_in_the_list_and_in_the_header(
    page: MeetingsPage, sample_office: Session
) -> None:
    file, board = sample_office.file, str(sample_office.board_id)
    coming = [
        meeting
        for meeting in meetings.meetings(file, board, first=sample_office.today)
        if meeting.state.is_to_come
    ]
    lower = next(each.id for each in page.ahead._read().plan.boards.values() if each.id != board)
    for met in meetings.meetings(file, lower, first=coming[0].date, last=coming[1].date):
        meetings.remove_meeting(file, met.id)
    made = add_entry(
        file, ForwardEntry("", board, "Joint report", meeting_id=coming[1].id, via_board_id=lower)
    )
    page.catch_up()
    row = next(row for row in page.ahead.table.rows_shown() if row.id == made)
    assert row.cell("route").text == "Goes up before SPB meets"
    assert "too early" in page.header.detail()


def test_the_plan_is_saved_as_a_word_document(page: MeetingsPage, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    page.ahead.save()
    dialog = page.findChildren(QFileDialog)[-1]
    with background.at_once():
        dialog.fileSelected.emit(str(path))
    dialog.close()
    assert path.stat().st_size > 5000


def test_an_office_without_a_plan_says_what_will_be_here(qtbot: QtBot, tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        with file.change("Board") as change:
            change.insert("board", id="sib", name="Improvement Board", short_name="SIB")
        bus = ChangeBus(file)
        page = MeetingsPage()
        qtbot.addWidget(page)
        session = Session(file, "sib", TODAY, bus, Settings(tmp_path / "window.json"))
        page.show_session(session)
        page.show()
        page.open_record("forward entry", "")
        assert page.ahead.is_empty and not page.add.isVisible() and not page.save_plan.isVisible()
        dialog_of(page, "add entry").reject()
        bus.close()

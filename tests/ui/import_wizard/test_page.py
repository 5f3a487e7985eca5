"""What a secretary sees on the way from a file to the office: nothing is written before the end."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.import_wizard.documents import ACTIONS, MEMBERS, plan_document, register_workbook

from boarddesk.importing.tables import child
from boarddesk.importing.tables.places import standing_at
from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.leftovers import leftovers
from boarddesk.records.plan import judgements, plans
from boarddesk.records.registers.reading import registers
from boarddesk.rules.imports.contents import Leftover
from boarddesk.rules.imports.proposals import Proposal, Verdict
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN
from boarddesk.ui import background
from boarddesk.ui.import_wizard.foot import Foot
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.import_wizard.proposals.rows import groups, rows
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.choice import Choice

NAME, SHORT = "Northmoor Improvement Board", "NIB"


def _read(page: ImportPage, *paths: Path) -> None:
    page.take_files([str(path) for path in paths])


def _name_board(page: ImportPage) -> None:
    page.found.form.new_name.setText(NAME)
    page.found.form.new_short.setText(SHORT)


def _to_proposals(page: ImportPage, path: Path) -> None:
    _read(page, path)
    if page.found.form.board.value() == "new":
        _name_board(page)
    page.go_on()
    page.go_on()
    assert page.at is At.PROPOSALS


def _take(page: ImportPage, path: Path) -> None:
    _to_proposals(page, path)
    page.go_on()
    assert page.at is At.DONE


def _plan(file: OfficeFile) -> Plan:
    return plans.plan(file, plans.plans(file)[0].id)


def _banners(page: ImportPage) -> list[str]:
    QCoreApplication.processEvents()
    return [f"{one.title()} {one.advice()}" for one in page.findChildren(Banner) if one.isVisible()]


def _log(file: OfficeFile) -> int:
    return len(file.history())


# ── a file is handed over ──


def test_an_empty_import_says_what_to_do_first(page: ImportPage) -> None:
    assert page.at is At.FILE
    assert button(page, "Choose files").isVisible()
    assert not page.foot.isVisible()


def test_a_plan_is_recognised_and_what_nothing_was_made_of_is_listed(
    page: ImportPage, plan_path: Path
) -> None:
    _read(page, plan_path)
    assert page.at is At.FOUND
    shown = {row.group: row for row in page.found.table.rows_shown()}
    assert shown["read"].cell("looks").text == "A plan"
    assert "covering letter" in shown["texts"].cell("text").text


def test_registers_are_recognised_without_being_asked_what_they_are(
    page: ImportPage, register_path: Path
) -> None:
    _read(page, register_path)
    assert page.found.form.kind().value == "attendance"
    assert not page.found.form.what.isVisible()


def test_nothing_is_written_before_the_last_step(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    before = empty_office.file.path
    assert before is not None
    bytes_before = before.read_bytes()
    _to_proposals(page, plan_path)
    page.offered.tick(["plan"], on=False)
    page.go_back()
    page.cancel()
    assert before.read_bytes() == bytes_before
    assert page.at is At.FILE


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.docx", b"Dear all", "letter.docx"),
        ("scan.pdf", b"%PDF-1.7 and so on", "PDF"),
        ("empty.xlsx", b"", "empty"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_calmly_on_the_first_step(
    page: ImportPage, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    _read(page, tmp_path / name)
    assert page.at is At.FILE
    assert any(says in sentence for sentence in _banners(page))


def test_several_files_are_taken_one_after_the_other(
    page: ImportPage, plan_path: Path, register_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.docx").write_bytes(b"")
    _read(page, plan_path, tmp_path / "broken.docx", register_path)
    assert page.header.detail() == "plan.docx · Next: broken.docx and register.xlsx"
    _name_board(page)
    for _ in range(3):
        page.go_on()
    assert page.foot.next.text() == "Go on with “broken.docx”"
    page.go_on()
    assert page.at is At.FILE
    button(page, "Go on with “register.xlsx”").click()
    assert page.at is At.FOUND
    assert page.header.detail() == "register.xlsx"


def test_a_register_that_cannot_be_read_says_what_is_known_of_it(page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("Name,13 Jan,10 Feb\nAnn Hale,P,A\nBob Moor,P,P\n", "utf-8")
    _read(page, path)
    assert any("Dates without a year stand there: “13 Jan”, “10 Feb”" in said for said in _banners(page))


def test_a_meeting_that_cannot_have_been_so_is_not_ticked_and_says_why(
    page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "r.csv"
    path.write_text("Name,13/01/2026,12/01/2099\nAnn Hale,P,P\nBob Moor,D - Ann Hale,A\n", "utf-8")
    _to_proposals(page, path)
    meetings = [one for one in page.proposals.proposals if one.kind == "meeting"] if page.proposals else []
    assert [one.why_not for one in meetings] == [
        "Ann Hale is down as the deputy for Bob Moor, and as there in their own seat.",
        "12 January 2099 is still to come, so nobody can have been there yet.",
    ]
    assert not {one.key for one in meetings} & page.offered.ticked
    shown = {row.id: row.cell("change").text for row in page.offered.table.rows_shown()}
    assert [shown[one.key] for one in meetings] == [one.why_not for one in meetings]


def test_a_document_without_plan_or_register_says_so_and_shows_its_tables(
    page: ImportPage, tmp_path: Path
) -> None:
    path = plan_document(tmp_path / "p.docx", [("a", "b"), ("c", "d")], headings=("Apples", "Pears"))
    _read(page, path)
    assert page.at is At.FOUND
    assert any("looks like a plan or a register" in sentence for sentence in _banners(page))
    assert page.found.table.rows_shown()[0].cell("looks").text == "Nothing known"


# ── where it goes ──


def test_a_board_without_a_name_is_refused_under_its_field(page: ImportPage, plan_path: Path) -> None:
    _read(page, plan_path)
    page.go_on()
    assert page.at is At.FOUND
    assert "name" in page.found.form.fields["name"].refused()


def test_a_plan_can_wait_for_its_board(page: ImportPage, plan_path: Path, empty_office: Session) -> None:
    _read(page, plan_path)
    page.found.form.board.choose("none")
    page.found.form._picked()
    for _ in range(3):
        page.go_on()
    assert _plan(empty_office.file).board_id is None
    assert boards.boards(empty_office.file) == ()


def test_a_new_plan_may_not_take_the_name_of_another(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    page.begin_anew()
    _read(page, plan_path)
    page.found.form.plan.choose("new")
    page.found.form.plan_name.setText(_plan(empty_office.file).name)
    page.go_on()
    assert "plan of that name" in page.found.form.fields["plan_name"].refused()


def test_the_boards_only_plan_is_offered_first(page: ImportPage, plan_path: Path) -> None:
    _take(page, plan_path)
    page.begin_anew()
    _read(page, plan_path)
    assert page.found.form.target().plan == page.found.form.plan.currentText()
    assert page.found.form.plan.value() != "new"


# ── columns ──


def test_another_plan_is_offered_as_a_new_one_and_the_boards_plan_can_be_chosen(
    page: ImportPage, plan_path: Path, tmp_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    rows = (("1.1", "Offer every child a keyworker", "May 23", "Cass Dole", "Green", "Begun."),)
    _read(page, plan_document(tmp_path / "other.docx", rows))
    form = page.found.form
    (kept,) = plans.plans(empty_office.file)
    assert form.plan.value() == "new"
    form.plan.choose(kept.id)
    assert form.target().plan == kept.name


def test_a_column_can_be_made_something_else(page: ImportPage, tmp_path: Path, empty_office: Session) -> None:
    headings = ("Ref", "Action", "Zieldatum", "Responsible Officer", "RAG", "Progress")
    _read(page, plan_document(tmp_path / "p.docx", headings=headings))
    _name_board(page)
    page.go_on()
    page.columns.chose.emit("Zieldatum", "by_when")
    shown = {row.cell("heading").text: row.cell("field").text for row in page.columns.table.rows_shown()}
    assert shown["Zieldatum"] == "By when"
    page.go_on()
    page.go_on()
    assert _plan(empty_office.file).areas[0].actions[0].by_when.as_written == "May 22"


def test_two_columns_that_could_be_the_action_are_asked_about(
    page: ImportPage, tmp_path: Path, empty_office: Session
) -> None:
    headings = ("Ref", "Action", "Actions", "Responsible Officer", "RAG", "Progress")
    rows = [("1.1", "Short words", "Long words of the action", "Ada Brook", "Green", "Going well")]
    _read(page, plan_document(tmp_path / "p.docx", rows, headings=headings))
    _name_board(page)
    page.go_on()
    assert page.at is At.COLUMNS
    assert any("could both be the action" in sentence for sentence in _banners(page))
    assert not page.foot.next.isEnabled()
    button(page, "“Actions” is the action").click()
    assert not page.columns.rivals.isVisible()
    page.go_on()
    page.go_on()
    assert _plan(empty_office.file).areas[0].actions[0].text == "Long words of the action"


def test_a_plan_under_unknown_headings_is_read_once_its_columns_are_named(
    page: ImportPage, tmp_path: Path, empty_office: Session
) -> None:
    rows = [(row[1], row[3]) for row in ACTIONS]
    _read(page, plan_document(tmp_path / "p.docx", rows, headings=("Aufgabe", "Wer")))
    _name_board(page)
    page.go_on()
    assert not page.foot.next.isEnabled()
    for heading, field in (("Aufgabe", "text"), ("Wer", "owners")):
        page.choose_column(heading, field)
    assert page.foot.next.isEnabled()
    page.go_on()
    page.go_on()
    taken = _plan(empty_office.file).areas[0].actions
    assert [action.text for action in taken] == [row[1] for row in ACTIONS]


# ── proposals ──


def test_the_button_counts_what_is_ticked(page: ImportPage, plan_path: Path) -> None:
    _to_proposals(page, plan_path)
    page.offered.tick(["area 1 action 1.2"], on=False)
    ticked = len(page.offered.ticked)
    assert page.foot.next.text() == f"Take {ticked} proposals"
    assert page.offered.count.text() == f"{ticked} of {ticked + 1} ticked"


def test_unticking_an_area_unticks_what_is_in_it_and_ticking_an_action_brings_its_area(
    page: ImportPage, plan_path: Path
) -> None:
    _to_proposals(page, plan_path)
    page.offered.tick(["area 1"], on=False)
    assert page.offered.ticked == {"plan"}
    page.offered.tick(["area 1 action 1.2"], on=True)
    assert page.offered.ticked == {"plan", "area 1", "area 1 action 1.2"}


def test_space_ticks_the_chosen_proposal(page: ImportPage, plan_path: Path, qtbot: QtBot) -> None:
    _to_proposals(page, plan_path)
    page.offered.table.choose("area 1 action 1.1")
    qtbot.keyClick(page.offered.table.view, Qt.Key.Key_Space)
    assert "area 1 action 1.1" not in page.offered.ticked


def test_a_segment_shows_only_its_group(page: ImportPage, plan_path: Path) -> None:
    _to_proposals(page, plan_path)
    page.offered.segments.picked.emit("unclear")
    assert [row.group for row in page.offered.table.rows_shown()] == ["unclear"]


def test_the_panel_shows_the_row_as_it_stands_and_how_its_status_was_read(
    page: ImportPage, plan_path: Path
) -> None:
    _read(page, plan_path)
    _name_board(page)
    page.found.form.scheme.choose(IMPROVEMENT_PLAN.name)
    page.go_on()
    page.go_on()
    page.offered.table.choose("area 1 action 1.2")
    words = _words(page.offered.parts)
    assert "Two pages are left." in words
    assert "“Amber” is Partially met in this scheme." in words


def _words(within: QWidget) -> list[str]:
    QCoreApplication.processEvents()
    return [one.text() for one in within.findChildren(QLabel) if one.isVisible()]


def test_a_later_edition_shows_old_and_new_and_changes_only_that(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    page.begin_anew()
    later = (*ACTIONS[1][:2], "July 22", *ACTIONS[1][3:])
    _to_proposals(page, plan_document(plan_path, [ACTIONS[0], later]))
    (row,) = [row for row in page.offered.table.rows_shown() if row.group == "changed"]
    assert row.cell("change").spoken == (
        "31/09/2022 (read as to 30 September 2022) becomes July 22 (to 31 July 2022)"
    )
    page.go_on()
    assert _plan(empty_office.file).areas[0].actions[1].by_when.as_written == "July 22"


def test_an_older_word_is_not_ticked_and_says_why(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    action = _plan(empty_office.file).areas[0].actions[0]
    judgements.declare(
        empty_office.file, action.id, "red", as_at=empty_office.today, why="No families have come."
    )
    morning = datetime(2026, 4, 1, 9).timestamp()
    os.utime(plan_path, (morning, morning))
    page.begin_anew()
    _to_proposals(page, plan_path)
    assert page.offered.ticked == set()
    page.offered.table.choose("area 1 action 1.1 status")
    assert any("Tick it to take the older word" in words for words in _words(page.offered.parts))
    assert page.foot.next.text() == "Finish without taking any"


# ── taken ──


def test_what_is_taken_is_one_change_that_undo_takes_back(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    before = _log(empty_office.file)
    _take(page, plan_path)
    assert _plan(empty_office.file).board_id == boards.board_named(empty_office.file, SHORT).id
    assert len(leftovers(empty_office.file)) == 1
    assert empty_office.file.undo() == "Import plan from plan.docx"
    assert plans.plans(empty_office.file) == ()
    assert boards.boards(empty_office.file) == ()
    assert _log(empty_office.file) >= before


def test_the_last_step_says_what_was_taken_and_what_was_left_over(page: ImportPage, plan_path: Path) -> None:
    _take(page, plan_path)
    assert any("Added 1 plan, 1 area and 2 actions." in sentence for sentence in _banners(page))
    assert "covering letter" in page.done.left.table.rows_shown()[0].cell("text").text


def test_the_last_step_says_what_to_do_first(page: ImportPage, plan_path: Path) -> None:
    _take(page, plan_path)
    said = _words(page.done)
    first = [text for text in said[said.index("To do first") :] if text.startswith("• ")]
    assert "• 1 area has no status yet: say how each stands, and why." in first
    assert button(page, "Open people and seats").isVisibleTo(page)


def test_once_undone_the_last_step_offers_the_proposals_again(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    empty_office.file.undo()
    assert any("taken back" in sentence for sentence in _banners(page))
    button(page, "Show the proposals again").click()
    page.go_on()
    assert _plan(empty_office.file).areas


def test_a_second_import_of_the_same_document_changes_nothing(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    before = _log(empty_office.file)
    page.begin_anew()
    _take(page, plan_path)
    assert _log(empty_office.file) == before
    assert any("Nothing was changed" in sentence for sentence in _banners(page))


def test_a_backup_is_made_before_anything_is_taken(
    page: ImportPage, plan_path: Path, own_folders: Path
) -> None:
    _take(page, plan_path)
    assert list(own_folders.rglob("*before import.boarddesk"))


def test_the_links_lead_on(page: ImportPage, plan_path: Path, qtbot: QtBot) -> None:
    _take(page, plan_path)
    with qtbot.waitSignal(page.open_requested) as asked:
        button(page, "Open the plan").click()
    assert asked.args == ["plan", ""]


def test_registers_make_the_board_with_its_people_seats_and_meetings(
    page: ImportPage, register_path: Path, empty_office: Session
) -> None:
    _take(page, register_path)
    board = boards.board_named(empty_office.file, SHORT)
    known = [one.name for one in people.people(empty_office.file)]
    assert known == ["Ada Brook", "Ben Carr", "Cass Dole", "Guy Hill"]
    assert len(seats.seats(empty_office.file, board.id)) == len(MEMBERS)
    assert [one.closed for one in registers(empty_office.file, board.id)] == [True, True, True]


def test_registers_after_the_plan_go_to_its_board(
    page: ImportPage, plan_path: Path, register_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    board = boards.boards(empty_office.file)[0]
    page.show_session(replace(empty_office, board_id=board.id))
    page.begin_anew()
    _take(page, register_path)
    assert len(boards.boards(empty_office.file)) == 1
    assert len(registers(empty_office.file, board.id)) == 3


def test_what_blanks_mean_is_the_persons_choice(
    page: ImportPage, register_path: Path, empty_office: Session
) -> None:
    _read(page, register_path)
    _name_board(page)
    page.found.form.blank.choose("absent")
    for _ in range(3):
        page.go_on()
    first = registers(empty_office.file, boards.boards(empty_office.file)[0].id)[0]
    assert next(row.mark.value for row in first.rows if row.person == "Cass Dole" and row.mark) == "X"


# ── who is who ──


def test_a_name_that_may_be_somebody_is_said_and_can_be_somebody_new(
    page: ImportPage, register_path: Path, empty_office: Session, tmp_path: Path
) -> None:
    _take(page, register_path)
    page.begin_anew()
    again = [("A Brook", *MEMBERS[0][1:]), *MEMBERS[1:]]
    _to_proposals(page, register_workbook(tmp_path / "again.xlsx", again))
    (key,) = [one.key for one in _people_changed(page)]
    row = next(row for row in page.offered.table.rows_shown() if row.id == key)
    assert row.cell("change").text == "the same as Ada Brook"
    page.say_who(key, None)
    assert not _people_changed(page)
    page.go_on()
    assert "A Brook" in [one.name for one in people.people(empty_office.file)]


def _people_changed(page: ImportPage) -> list[Proposal]:
    assert page.proposals is not None
    named = [one for one in page.proposals.proposals if one.kind == "person"]
    return [one for one in named if one.verdict is Verdict.CHANGED]


def test_a_name_that_may_be_two_people_is_taken_only_once_somebody_says_who(
    page: ImportPage, register_path: Path, empty_office: Session, tmp_path: Path
) -> None:
    _take(page, register_path)
    other = people.add_person(empty_office.file, "Alan Brook")
    page.begin_anew()
    again = [("A Brook", *MEMBERS[0][1:]), *MEMBERS[1:]]
    _to_proposals(page, register_workbook(tmp_path / "again.xlsx", again))
    assert page.proposals is not None
    (unclear,) = [one for one in page.proposals.proposals if one.verdict is Verdict.UNCLEAR]
    page.offered.table.choose(unclear.key)
    page.say_who(unclear.key, other)
    assert unclear.key in page.offered.ticked
    page.go_on()
    assert "A Brook" in next(one.aliases for one in people.people(empty_office.file) if one.id == other)


def _two_of_one_name(page: ImportPage, folder: Path) -> tuple[Proposal, ...]:
    """What is proposed for a register with a Jane Smith of the council and one of the forum."""
    places = zip(("Northmoor Council", "Moor Forum"), MEMBERS, strict=False)
    lines = [("Jane Smith", place, *one[2:]) for place, one in places]
    _to_proposals(page, register_workbook(folder / "twice.xlsx", lines))
    assert page.proposals is not None
    return page.proposals.proposals


def test_two_of_one_name_are_a_choice_and_the_answer_stands_on_the_last_step(
    page: ImportPage, empty_office: Session, tmp_path: Path
) -> None:
    first, second, _deputy = [one for one in _two_of_one_name(page, tmp_path) if one.kind == "person"]
    assert (second.title, second.verdict) == ("Jane Smith (Moor Forum)", Verdict.UNCLEAR)
    page.offered.table.choose(second.key)
    picker = page.offered.panel.panel.findChildren(Choice)[-1]
    offered = [picker.itemText(at) for at in range(picker.count())]
    assert offered[:3] == ["Choose who is meant", "Jane Smith (Northmoor Council)", "Somebody new"]
    page.say_who(second.key, first.key)
    page.go_on()
    assert [one.name for one in people.people(empty_office.file)].count("Jane Smith") == 1
    said = [shown.text() for shown in page.done.findChildren(QLabel)]
    assert "“Jane Smith (Moor Forum)” is the same person as Jane Smith (Northmoor Council)." in said


def test_the_last_step_counts_nothing_that_waits_for_who_somebody_is(
    page: ImportPage, empty_office: Session, tmp_path: Path
) -> None:
    _two_of_one_name(page, tmp_path)
    assert page.proposals is not None
    [seat] = page.proposals.waiting
    page.offered.tick([seat.key], on=True)
    page.go_on()
    assert len(seats.seats(empty_office.file)) == 1
    assert any(", 1 seat and " in sentence for sentence in _banners(page))
    said = [shown.text() for shown in page.done.findChildren(QLabel)]
    assert "1 proposal waits for who somebody is: bring the document in again once you know." in said


def test_the_last_step_names_the_board_it_made_and_no_board_it_found(
    page: ImportPage, register_path: Path, empty_office: Session
) -> None:
    made = f"The board made with it: {NAME} ({SHORT})."
    _take(page, register_path)
    assert made in [shown.text() for shown in page.done.findChildren(QLabel)]
    empty_office.file.undo()
    page.renew()
    assert made not in [shown.text() for shown in page.done.findChildren(QLabel) if shown.isVisible()]
    empty_office.file.redo()
    page.begin_anew()
    _take(page, register_path)
    assert not any(
        "board made" in shown.text() for shown in page.done.findChildren(QLabel) if shown.isVisible()
    )


def test_a_role_is_shown_and_mended_before_it_is_taken(
    page: ImportPage, register_path: Path, empty_office: Session
) -> None:
    _to_proposals(page, register_path)
    assert page.proposals is not None
    seat = next(one for one in page.proposals.proposals if one.kind == "seat" and "Cass Dole" in one.title)
    page.offered.table.choose(seat.key)
    picker = page.offered.panel.panel.findChildren(Choice)[-1]
    assert picker.value() == "member"
    picker.choose("observer")
    picker.picked.emit("observer")
    page.go_on()
    [row] = [
        row
        for row in registers(empty_office.file, boards.boards(empty_office.file)[0].id)[1].rows
        if row.person == "Cass Dole"
    ]
    assert (row.role.value, row.expected, row.counts_for_quorum) == ("observer", False, False)


# ── keyboard and access ──


def test_every_control_of_every_step_has_a_name(page: ImportPage, register_path: Path) -> None:
    assert unnamed(page) == []
    _read(page, register_path)
    assert unnamed(page) == []
    _name_board(page)
    for _ in range(3):
        page.go_on()
        assert unnamed(page) == []


def test_each_step_gives_the_focus_to_its_own_list(page: ImportPage, plan_path: Path, qtbot: QtBot) -> None:
    page.activateWindow()
    _to_proposals(page, plan_path)
    qtbot.waitUntil(lambda: page.offered.table.view.hasFocus())


# ── what is left over ──


def test_what_is_left_over_waits_on_the_first_step_until_it_is_settled(
    page: ImportPage, plan_path: Path, empty_office: Session
) -> None:
    _take(page, plan_path)
    page.begin_anew()
    (row,) = page.file.left.table.rows_shown()
    page.file.left.table.ticked.emit(row.id, "settled", True)
    assert leftovers(empty_office.file) == ()
    assert page.file.left.table.rows_shown() == []
    assert empty_office.file.undo() == "Settle what was left of an import"
    assert len(page.file.left.table.rows_shown()) == 1


# ── a document that takes its time ──


def test_a_long_reading_can_be_cancelled_and_nothing_comes_of_it(
    page: ImportPage, plan_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    background._at_once.pop()  # this once a job takes its own time
    _read(page, plan_path)
    background._at_once.append(True)
    qtbot.waitUntil(page.busy.cancel.isVisible)
    page.busy.cancel.click()
    assert page.at is At.FILE
    assert button(page, "Choose files").isVisible()
    assert QThreadPool.globalInstance().waitForDone(3000)
    QCoreApplication.processEvents()
    assert page.at is At.FILE
    assert _banners(page) == []


def test_no_step_grows_past_a_small_screen(page: ImportPage, plan_path: Path, register_path: Path) -> None:
    for path in (plan_path, register_path):
        page.begin_anew()
        _read(page, path)
        if page.found.form.board.value() == "new":
            _name_board(page)
        for _ in range(4):
            QCoreApplication.processEvents()
            needs = page.minimumSizeHint()
            assert needs.width() <= 1180 and needs.height() <= 600, page.at
            if page.at is not At.DONE:
                page.go_on()


def test_ctrl_enter_presses_the_button_of_the_foot(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.show_next("Look at the columns")
    with qtbot.waitActive(foot):
        foot.show()
        foot.activateWindow()
    with qtbot.waitSignal(foot.went_on):
        qtbot.keyClick(foot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_letters_are_shown_person_by_meeting_before_they_are_taken(
    page: ImportPage, register_path: Path
) -> None:
    _to_proposals(page, register_path)
    button(page.offered, "Show: Letters as read").click()
    letters, found = page.offered.letters, page.reading.registers if page.reading else None
    assert found is not None and letters.isVisible() and not page.offered.table.isVisible()
    rows = letters.rows_shown()
    assert [row.cell("name").text.split(",")[0] for row in rows] == [one.name for one in found.members]
    for at, row in enumerate(rows):
        for column, meeting in enumerate(found.meetings):
            mark = next((one for one in meeting.marks if one.member == at), None)
            assert row.cell(str(column)).mark == (mark.mark.value if mark and mark.mark else "")
    page.offered.segments.picked.emit("all")
    assert page.offered.table.isVisible() and not letters.isVisible()


def test_a_plan_has_no_letters_to_show(page: ImportPage, plan_path: Path) -> None:
    _to_proposals(page, plan_path)
    assert not button(page.offered, "Show: Letters as read").isVisible()


def test_what_stands_in_the_document_is_shown_word_for_word(page: ImportPage, register_path: Path) -> None:
    _to_proposals(page, register_path)
    assert page.source is not None and page.proposals is not None
    for kind in ("person", "seat", "meeting"):
        one = next(one for one in page.proposals.proposals if one.kind == kind)
        page.offered.panel.show_proposal(one)
        shown = {label.text() for label in page.offered.panel.panel.findChildren(QLabel)}
        standing = standing_at(page.source.tables, one.place)
        assert standing and {" ".join(words.split()) for _, words in standing if words} <= {
            " ".join(words.split()) for words in shown
        }


# ── the next document is met as if it were the first ──


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0, 0), (1, 1)])
@pytest.mark.parametrize("between", ["taken", "gone back"])
def test_a_second_document_finds_the_form_as_wide_as_the_first_did(
    page: ImportPage, plan_path: Path, register_path: Path, qtbot: QtBot, order: tuple[int, int], between: str
) -> None:
    paths = (plan_path, register_path)
    _read(page, paths[order[0]])
    QCoreApplication.processEvents()
    first = page.found.form.board.width()
    if between == "taken":
        _name_board(page)
        for _ in range(3):
            page.go_on()
    else:
        page.go_back()
    _read(page, paths[order[1]])
    qtbot.waitUntil(lambda: page.at is At.FOUND and page.found.form.board.width() == first)


def test_a_second_document_shows_everything_whatever_was_filtered_in_the_first(
    page: ImportPage, plan_path: Path, register_path: Path
) -> None:
    _to_proposals(page, plan_path)
    button(page.offered, "Show: Same 0").click()
    page.offered.table.set_column_filter("what", "nothing has this")
    page.go_on()
    _to_proposals(page, register_path)
    assert page.offered.segments.value() == "all"
    assert len(page.offered.table.rows_shown()) >= len(MEMBERS)


# ── room ──


def test_why_something_was_not_understood_takes_no_room_from_what_is_proposed(
    page: ImportPage, plan_path: Path
) -> None:
    _to_proposals(page, plan_path)
    table = page.offered.table
    assert page.proposals is not None
    assert page.target is not None
    why = "Nothing in this line says which of the actions, areas or milestones of the plan it is about."
    told = replace(page.proposals, leftovers=(Leftover("See the annex", why, "table 4, row 2"),))
    table.set_rows(rows(told, (), IMPROVEMENT_PLAN), list(groups(told)))
    keys = [column.key for column in table.model.columns]
    wide = {key: table.view.columnWidth(at) for at, key in enumerate(keys)}
    assert wide["what"] > wide["field"]
    assert wide["field"] <= look().px(130)


def test_a_refusal_has_its_room_and_gives_it_back(page: ImportPage, plan_path: Path, qtbot: QtBot) -> None:
    page.resize(1180, 860)
    _read(page, plan_path)
    form = page.found.form
    QCoreApplication.processEvents()
    before = form.height()
    page.go_on()
    qtbot.waitUntil(lambda: form.height() > before)
    name, short = form.fields["name"], form.fields["short_name"]
    assert form.new_name.mapTo(form, QPoint(0, 0)).y() == form.new_short.mapTo(form, QPoint(0, 0)).y()
    assert name.refused()
    assert short.isVisible()
    assert form.verticalScrollBar().maximum() == 0
    form.new_name.setText(NAME)
    qtbot.waitUntil(lambda: form.height() == before)

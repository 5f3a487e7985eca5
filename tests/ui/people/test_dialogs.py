"""Making boards, seats, people and organisations, from an office with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QSpinBox
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import office_of

from boarddesk.records import boards, lines, office, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.people import Role, Sector
from boarddesk.ui.page import Session
from boarddesk.ui.people.dialogs import add_organisation_form
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    with OfficeFile.create(tmp_path / "empty.boarddesk", office="Northmoor") as file:
        made = office_of(file, tmp_path)
        yield made
        made.change_bus.close()


@pytest.fixture
def page(qtbot: QtBot, empty: Session) -> PeoplePage:
    made = PeoplePage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(empty)
    made.show()
    return made


def _dialog(page: PeoplePage, key: str) -> FormDialog:
    found = [one for one in page.findChildren(FormDialog, key) if one.isVisible()]
    assert found, f"no form to {key} is open"
    return found[-1]


def _add_board(page: PeoplePage, short_name: str = "SIB") -> str:
    page.open_record("board", "")
    dialog = _dialog(page, "add board")
    dialog.answers.put("name", f"{short_name} Board")
    dialog.answers.put("short_name", short_name)
    dialog.try_accept()
    return dialog.made_id


def _add_seat(page: PeoplePage, post: str, *, holder: str = "", where: str = "") -> str:
    page.people_actions.add_seat()
    dialog = _dialog(page, "add seat")
    dialog.answers.put("title", post)
    dialog.answers.put("person", holder)
    dialog.answers.put("organisation", where)
    dialog.try_accept()
    return dialog.made_id


def test_an_empty_office_says_what_to_do_first_and_ctrl_n_makes_a_board(page: PeoplePage) -> None:
    primary = [one for one in page.findChildren(QPushButton) if one.property("look") == "primary"]
    assert [one.text() for one in primary if one.isVisible()] == ["Add a board"]
    assert not page.detail.isVisible()
    page.new_record()
    _dialog(page, "add board").reject()


def test_a_board_is_made_from_a_link_of_another_page_and_shown(page: PeoplePage, empty: Session) -> None:
    board_id = _add_board(page)
    assert boards.board(empty.file, board_id).name == "SIB Board"
    assert page.kind == "board" and page.front.table.chosen_id() == board_id
    assert empty.file.undo_label == "Add board SIB"


def test_what_a_board_cannot_be_is_said_under_the_field(page: PeoplePage, empty: Session) -> None:
    page.open_record("board", "")
    dialog = _dialog(page, "add board")
    dialog.answers.put("name", "Board")
    dialog.try_accept()
    assert dialog.fields["short_name"].refused() == "Give the board a short name, such as SIB."
    dialog.answers.put("short_name", "SIB")
    dialog.answers.put("quorum", "most of them")
    dialog.try_accept()
    assert dialog.fields["quorum"].refused().startswith("Give the quorum as a number of seats")
    assert boards.boards(empty.file) == ()
    dialog.reject()


def test_a_seat_brings_its_new_holder_and_organisation_in_one_step(page: PeoplePage, empty: Session) -> None:
    _add_board(page)
    seat_id = _add_seat(page, "Executive nurse", holder="Gwen Thirlby", where="Northmoor ICB")
    found = seats.seat(empty.file, seat_id)
    (who,) = people.people(empty.file)
    (where,) = boards.organisations(empty.file)
    assert found.memberships[0].person_id == who.id and who.name == "Gwen Thirlby"
    assert found.organisation_id == where.id == who.organisation_id
    assert page.kind == "seat" and page.front.table.chosen_id() == seat_id
    assert empty.file.undo() == "Add seat Executive nurse"
    assert not people.people(empty.file) and not seats.seats(empty.file)
    assert not boards.organisations(empty.file)


def test_why_a_quorum_is_refused_can_be_read_without_scrolling(page: PeoplePage, qtbot: QtBot) -> None:
    page.open_record("board", "")
    dialog = _dialog(page, "add board")
    for key, words in {"name": "Improvement Board", "short_name": "SIB", "quorum": "most of us"}.items():
        dialog.answers.put(key, words)
    before = dialog.height()
    dialog.try_accept()
    field = dialog.fields["quorum"]
    qtbot.waitUntil(lambda: field.height() >= field.sizeHint().height())
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
    assert "fraction" in field.refused() and dialog.height() > before


def test_a_seat_without_a_post_is_refused_and_nobody_is_added(page: PeoplePage, empty: Session) -> None:
    _add_board(page)
    page.people_actions.add_seat()
    dialog = _dialog(page, "add seat")
    dialog.answers.put("person", "Gwen Thirlby")
    dialog.try_accept()
    assert dialog.fields["title"].refused().startswith("Give the seat a title")
    assert people.people(empty.file) == ()
    dialog.reject()


def test_somebody_known_is_found_whatever_the_title_and_order(page: PeoplePage, empty: Session) -> None:
    _add_board(page)
    who = people.add_person(empty.file, "Dr Gwen Thirlby")
    seat_id = _add_seat(page, "Nurse", holder="Thirlby, Gwen")
    assert seats.seat(empty.file, seat_id).holder_on(empty.today) == who
    assert len(people.people(empty.file)) == 1


def test_a_name_somebody_has_already_is_asked_about_once(page: PeoplePage, empty: Session) -> None:
    people.add_person(empty.file, "Tom Hesketh")
    page.people_actions.add_person()
    dialog = _dialog(page, "add person")
    dialog.answers.put("name", "Tom Hesketh")
    dialog.try_accept()
    assert "is here already" in dialog.fields["name"].refused()
    assert len(people.people(empty.file)) == 1
    dialog.try_accept()
    assert len(people.people(empty.file)) == 2


def test_a_third_person_of_one_name_is_asked_about_too(page: PeoplePage, empty: Session) -> None:
    for _ in range(2):
        people.add_person(empty.file, "Sam Patel")
    page.people_actions.add_person()
    dialog = _dialog(page, "add person")
    dialog.answers.put("name", "Sam Patel")
    dialog.try_accept()
    assert "is here already" in dialog.fields["name"].refused()
    dialog.reject()


def test_a_person_without_a_seat_is_shown_once_added(page: PeoplePage) -> None:
    page.people_actions.add_person()
    dialog = _dialog(page, "add person")
    dialog.answers.put("name", "Tom Hesketh")
    dialog.try_accept()
    assert page.kind == "person" and page.front.table.chosen_id() == dialog.made_id


def test_an_organisation_is_added_with_its_sector(page: PeoplePage, empty: Session) -> None:
    page.people_actions.add_organisation()
    dialog = _dialog(page, "add organisation")
    dialog.answers.put("name", "Westmere Trust")
    dialog.answers.put("sector", Sector.HEALTH)
    dialog.try_accept()
    (found,) = boards.organisations(empty.file)
    assert (found.name, found.sector) == ("Westmere Trust", Sector.HEALTH)


def test_a_seat_changes_hands_from_a_day_on(page: PeoplePage, empty: Session) -> None:
    _add_board(page)
    seat_id = _add_seat(page, "Nurse", holder="Gwen Thirlby")
    page.people_actions.appoint(seats.seat(empty.file, seat_id))
    dialog = _dialog(page, "appoint")
    dialog.answers.put("person", "Ruth Calder")
    dialog.answers.put("from_date", "1 Jun 2026")
    dialog.try_accept()
    first, second = seats.seat(empty.file, seat_id).memberships
    assert first.to_date == date(2026, 5, 31) and second.from_date == date(2026, 6, 1)
    assert empty.file.undo_label == "Appoint Ruth Calder to Nurse"


def test_an_earlier_holder_is_put_in_without_touching_the_present_one(
    page: PeoplePage, empty: Session
) -> None:
    _add_board(page)
    seat_id = _add_seat(page, "Nurse", holder="Gwen Thirlby")
    page.people_actions.appoint(seats.seat(empty.file, seat_id))
    dialog = _dialog(page, "appoint")
    dialog.answers.put("person", "Ruth Calder")
    dialog.answers.put("from_date", "1 Jan 2024")
    dialog.answers.put("to_date", "31 Dec 2024")
    dialog.try_accept()
    found = seats.seat(empty.file, seat_id)
    held = next(one for one in found.memberships if one.to_date)
    assert (held.from_date, held.to_date) == (date(2024, 1, 1), date(2024, 12, 31))
    assert people.person(empty.file, str(found.holder_on(empty.today))).name == "Gwen Thirlby"


def test_an_appointment_with_a_day_that_is_none_adds_nobody(page: PeoplePage, empty: Session) -> None:
    _add_board(page)
    seat_id = _add_seat(page, "Nurse")
    page.people_actions.appoint(seats.seat(empty.file, seat_id))
    dialog = _dialog(page, "appoint")
    dialog.answers.put("person", "Ruth Calder")
    dialog.answers.put("from_date", "31/02/2026")
    dialog.try_accept()
    assert dialog.fields["from_date"].refused().startswith("This is not a date")
    assert people.people(empty.file) == ()
    dialog.reject()


def test_the_name_field_says_that_somebody_new_will_be_added_and_who_may_be_meant(
    page: PeoplePage, empty: Session
) -> None:
    _add_board(page)
    people.add_person(empty.file, "Tom Hesketh")
    page.people_actions.add_seat()
    dialog = _dialog(page, "add seat")
    dialog.answers.put("person", "Ruth Calder")
    assert dialog.fields["person"].said() == "Will be added as a new person."
    dialog.answers.put("person", "T Hesketh")
    assert dialog.fields["person"].said().endswith("unless you mean Tom Hesketh.")
    dialog.answers.put("person", "Tom Hesketh")
    assert not dialog.fields["person"].said()
    dialog.reject()


def test_a_deputy_is_named_once(page: PeoplePage, empty: Session) -> None:
    _add_board(page)
    seat_id = _add_seat(page, "Nurse", holder="Gwen Thirlby")
    for _ in range(2):
        page.people_actions.add_deputy(seats.seat(empty.file, seat_id))
        dialog = _dialog(page, "add deputy")
        dialog.answers.put("person", "Leila Grant")
        dialog.try_accept()
    assert dialog.fields["person"].refused() == "They deputise for this seat already."
    assert len(seats.seat(empty.file, seat_id).deputy_ids) == 1
    dialog.reject()


def test_a_seat_is_ended_with_whoever_holds_it(page: PeoplePage, empty: Session) -> None:
    _add_board(page)
    seat_id = _add_seat(page, "Nurse", holder="Gwen Thirlby")
    page.people_actions.end_seat(seats.seat(empty.file, seat_id))
    _dialog(page, "end seat").try_accept()
    found = seats.seat(empty.file, seat_id)
    assert found.to_date == found.memberships[0].to_date == empty.today


def test_a_spelling_that_means_somebody_else_is_refused(page: PeoplePage, empty: Session) -> None:
    tom, ann = people.add_person(empty.file, "Tom Hesketh"), people.add_person(empty.file, "Ann Hale")
    people.remember_alias(empty.file, tom, "TH")
    page.people_actions.add_alias(people.person(empty.file, ann))
    dialog = _dialog(page, "add alias")
    dialog.answers.put("alias", "TH")
    dialog.try_accept()
    assert dialog.fields["alias"].refused() == "“TH” is already remembered as Tom Hesketh."
    dialog.reject()


def test_a_quorum_rule_asks_for_a_sector_or_for_roles(page: PeoplePage, empty: Session) -> None:
    board_id = _add_board(page)
    for value in ("sector:health", "role:chair,vice-chair"):
        page.people_actions.add_quorum_rule(boards.board(empty.file, board_id))
        dialog = _dialog(page, "add quorum rule")
        dialog.answers.put("of", value)
        dialog.try_accept()
    first, second = boards.board(empty.file, board_id).quorum_rules
    assert first.sector is Sector.HEALTH
    assert first.from_date == empty.today
    assert second.roles == (Role.CHAIR, Role.VICE_CHAIR)


def test_a_reporting_line_goes_to_a_board_of_the_office_or_to_a_body_only_named(
    page: PeoplePage, empty: Session
) -> None:
    board_id = _add_board(page)
    boards.add_board(empty.file, "Partnership Board", "PB")
    for to, said in (
        ("pb", "Partnership Board, a board of this office."),
        ("Cabinet", "A body outside this office: it is only named."),
    ):
        page.people_actions.add_line(board_id)
        dialog = _dialog(page, "add line")
        dialog.answers.put("to", to)
        assert dialog.fields["to"].said() == said
        dialog.try_accept()
    assert [line.to_name for line in lines.lines(empty.file, board_id)] == ["Partnership Board", "Cabinet"]


@pytest.mark.parametrize(
    ("field", "answers", "sentence"),
    [
        ("to", {}, "Give a board, or the name of a body outside the office."),
        ("to", {"to": "SIB"}, "A board has no line to itself."),
        (
            "until_day",
            {"to": "PB", "from_day": "2 May 2026", "until_day": "1 May 2026"},
            "The last day lies before the first.",
        ),
    ],
)
def test_a_line_that_cannot_stand_is_refused_beside_its_field(
    page: PeoplePage, empty: Session, field: str, answers: dict[str, str], sentence: str
) -> None:
    page.people_actions.add_line(_add_board(page))
    dialog = _dialog(page, "add line")
    for key, value in answers.items():
        dialog.answers.put(key, value)
    dialog.try_accept()
    assert dialog.fields[field].refused() == sentence
    assert lines.lines(empty.file) == ()
    dialog.reject()


def test_a_number_stands_as_far_from_the_edge_of_its_field_as_a_day(page: PeoplePage, empty: Session) -> None:
    board_id = _add_board(page)
    page.people_actions.add_quorum_rule(boards.board(empty.file, board_id))
    dialog = _dialog(page, "add quorum rule")
    counter, day = dialog.answers.editor("at_least", QSpinBox), dialog.answers.editor("from_date", DateField)
    number = counter.lineEdit()
    for line in (number, day):
        line.home(False)
    begins = number.mapTo(counter, number.cursorRect().topLeft()).x()
    assert abs(begins - day.cursorRect().x()) <= 3
    dialog.reject()


def test_the_office_gets_the_names_documents_print(page: PeoplePage, empty: Session) -> None:
    page.people_actions.name_office()
    dialog = _dialog(page, "name office")
    assert dialog.answers.text("name") == "Northmoor"
    dialog.answers.put("partnership", "Northmoor SEND Partnership")
    dialog.answers.put("secretary", "Wendy Arkwright")
    dialog.try_accept()
    names = office.office_names(empty.file)
    assert (names.partnership, names.secretary) == ("Northmoor SEND Partnership", "Wendy Arkwright")


def test_the_sector_of_a_new_organisation_is_proposed_until_somebody_chooses(
    page: PeoplePage, empty: Session
) -> None:
    dialog = FormDialog(page, add_organisation_form(empty.file))
    dialog.answers.put("name", "NHS Northmoor ICB")
    assert dialog.answers.text("sector") == "health"
    dialog.answers.put("sector", "other")
    dialog.answers.put("name", "Northmoor Parent Carer Forum")
    assert dialog.answers.text("sector") == "other"
    dialog.deleteLater()

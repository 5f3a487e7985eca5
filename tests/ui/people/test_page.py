"""The People page: seats in roll order, who held them, everybody and everything they belong to."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import button

from boarddesk.records import boards, lines, people, seats
from boarddesk.records.minutes.sealing import sealed
from boarddesk.records.registers.reading import registers
from boarddesk.rules.dates.date_rules import DateRule, DayKind
from boarddesk.rules.people import BoardKind, Person, Role, Seat, Sector
from boarddesk.rules.refused import Refused
from boarddesk.ui.page import Session
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace
from boarddesk.ui.widgets.in_place import InPlace


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> PeoplePage:
    made = PeoplePage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


def _seat(session: Session, title: str) -> Seat:
    return next(one for one in seats.seats(session.file, session.board_id) if one.title == title)


def _person(session: Session, name: str) -> Person:
    return next(one for one in people.people(session.file) if one.name == name)


def _board_called(session: Session, short_name: str) -> str:
    return boards.board_named(session.file, short_name).id


def _cells(page: PeoplePage, key: str) -> list[str]:
    return [row.cell(key).words for row in page.front.table.rows_shown()]


def _field(page: PeoplePage, name: str) -> InPlace:
    found = [one for one in page.detail.findChildren(InPlace) if one.accessibleName() == name]
    assert found, f"there is no field called {name!r}"
    return found[-1]


def _type(page: PeoplePage, name: str, words: str) -> InPlace:
    field = _field(page, name)
    field.begin()
    field.editor.setPlainText(words)
    field.finish()
    return field


def _choose(page: PeoplePage, name: str, value: str) -> None:
    found = [one for one in page.detail.findChildren(ChooseInPlace) if one.accessibleName() == name]
    found[-1].pick(value)


def _said(within: QWidget) -> str:
    return "\n".join(one.text() for one in within.findChildren(QLabel) if one.isVisibleTo(within))


# ── seats ──


def test_seats_stand_in_roll_order_and_the_vacant_one_stands_out(page: PeoplePage) -> None:
    assert _cells(page, "holder")[:2] == ["Margaret Ashdown", "Priya Nambiar"]
    vacant = next(
        row for row in page.front.table.rows_shown() if row.cell("title").words == "College principal"
    )
    assert vacant.cell("holder").words == "Vacant"
    assert vacant.cell("holder").ink == "warn" and vacant.cell("holder").strong
    assert vacant.cell("since").words == "19 Dec 2025"
    assert page.header.detail() == "20 seats, 1 vacant"


def test_alt_and_an_arrow_move_a_seat_along_the_roll_and_undo_takes_it_back(
    page: PeoplePage, sample_office: Session, qtbot: QtBot
) -> None:
    before = _cells(page, "title")
    page.front.table.choose(_seat(sample_office, "Head of SEND").id)
    page.front.table.view.setFocus()
    qtbot.keyClick(page.front.table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _cells(page, "title")[:3] == [before[0], before[2], before[1]]
    assert page.front.table.chosen_id() == _seat(sample_office, "Head of SEND").id
    sample_office.file.undo()
    assert _cells(page, "title") == before


def test_the_first_seat_goes_no_higher(page: PeoplePage, sample_office: Session) -> None:
    before = sample_office.file.commit_number
    page.people_actions.move_seat(_seat(sample_office, "Independent chair"), step=-1)
    assert sample_office.file.commit_number == before


def test_a_sorted_list_refuses_to_be_reordered(page: PeoplePage) -> None:
    page.front.table.sort_by("title")
    with pytest.raises(Refused, match="sorted"):
        page.move_seat(1)


def test_the_detail_shows_everybody_who_held_the_seat(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("seat", _seat(sample_office, "Mental health service manager").id)
    assert button(page.detail, "Open Sanjay Mistry").text() == "Sanjay Mistry"
    assert button(page.detail, "Open Dr Hugh Penrose").text() == "Dr Hugh Penrose"
    assert _field(page, "Until, Dr Hugh Penrose").value() == "17 Jul 2025"


def test_a_day_of_a_membership_is_mended_where_it_stands(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("seat", _seat(sample_office, "Mental health service manager").id)
    _type(page, "From, Sanjay Mistry", "1 October 2025")
    assert _seat(sample_office, "Mental health service manager").memberships[1].from_date == date(2025, 10, 1)
    assert sample_office.file.undo_label == "Change membership"


def test_a_day_that_is_none_is_said_under_the_field_and_nothing_is_written(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("seat", _seat(sample_office, "Mental health service manager").id)
    before = sample_office.file.commit_number
    field = _type(page, "From, Sanjay Mistry", "31/02/2026")
    assert field.hint().startswith("▲ This is not a date")
    assert sample_office.file.commit_number == before
    field.give_up()


def test_escape_gives_up_words_begun_and_leaves_the_detail_open(
    page: PeoplePage, sample_office: Session, qtbot: QtBot
) -> None:
    page.open_record("seat", _seat(sample_office, "Head of SEND").id)
    page.activateWindow()
    before = sample_office.file.commit_number
    field = _field(page, "Post")
    field.begin()
    qtbot.keyClicks(field.editor, "Somebody else")
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert sample_office.file.commit_number == before
    assert page.both.is_detail_shown()


def test_ticks_of_a_seat_are_written_at_once(page: PeoplePage, sample_office: Session, qtbot: QtBot) -> None:
    page.open_record("seat", _seat(sample_office, "Head of SEND").id)
    box = next(one for one in page.detail.findChildren(QCheckBox) if one.text() == "Counts for quorum")
    box.click()
    assert not _seat(sample_office, "Head of SEND").counts_for_quorum


def test_another_role_takes_its_usual_ticks_along(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("seat", _seat(sample_office, "Head of SEND").id)
    _choose(page, "Role", Role.OBSERVER)
    found = _seat(sample_office, "Head of SEND")
    assert (found.role, found.expected, found.counts_for_quorum) == (Role.OBSERVER, False, False)


def _shown(page: PeoplePage) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton) if not one.isHidden()]


def test_a_role_that_was_wrong_is_put_right_on_every_register_as_one_change(
    page: PeoplePage, sample_office: Session
) -> None:
    file, seat = sample_office.file, _seat(sample_office, "Head of SEND")

    def roles() -> set[tuple[Role, bool, bool]]:
        open_to = [one for one in registers(file) if sealed(file, one.meeting.id) is None and one.roll_id]
        rows = [row for one in open_to for row in one.rows if row.seat_id == seat.id]
        return {(row.role, row.expected, row.counts_for_quorum) for row in rows}

    before = roles()
    page.open_record("seat", seat.id)
    _choose(page, "Role", Role.ADVISER)
    assert roles() == before
    [button] = [one for one in _shown(page) if one.text() == "Correct them too"]
    button.click()
    assert roles() == {(Role.ADVISER, True, False)}
    assert not [one for one in _shown(page) if one.text() == "Correct them too"]
    file.undo()
    assert roles() == before
    assert _seat(sample_office, "Head of SEND").role is Role.ADVISER


def test_a_cell_of_the_list_is_edited_like_the_detail(page: PeoplePage, sample_office: Session) -> None:
    seat = _seat(sample_office, "Head of SEND")
    page.front.table.edited.emit(seat.id, "title", "Head of SEND and inclusion")
    assert "Head of SEND and inclusion" in _cells(page, "title")


def test_deputies_are_taken_out_and_put_in_another_order(page: PeoplePage, sample_office: Session) -> None:
    file, seat = sample_office.file, _seat(sample_office, "Head of SEND")
    aoife, colin = _person(sample_office, "Aoife Brannigan"), _person(sample_office, "Colin Purvis")
    seats.set_deputies(file, seat.id, [aoife.id, colin.id])
    page.open_record("seat", seat.id)
    button(page.detail, "Move Colin Purvis up").click()
    assert _seat(sample_office, "Head of SEND").deputy_ids == (colin.id, aoife.id)
    button(page.detail, "Take out deputy Aoife Brannigan").click()
    assert _seat(sample_office, "Head of SEND").deputy_ids == (colin.id,)


def test_a_seat_on_a_register_is_not_removed_but_said_to_stay(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("seat", _seat(sample_office, "Head of SEND").id)
    with pytest.raises(Refused, match="stands on a register"):
        page.remove()


def test_an_ended_seat_is_reached_by_the_drop_down(page: PeoplePage, sample_office: Session) -> None:
    seats.end_seat(sample_office.file, _seat(sample_office, "Parent representative").id, date(2026, 3, 31))
    assert "Parent representative" not in _cells(page, "title")
    page.front.choices[0].choose("ended")
    page.front.filtered.emit()
    assert _cells(page, "title") == ["Parent representative"]


# ── people ──


def test_former_members_stay_reachable(page: PeoplePage) -> None:
    page.segments.choose("person")
    page.show_section()
    assert "Dr Hugh Penrose" not in _cells(page, "name")
    page.front.choices[0].choose("former")
    page.front.filtered.emit()
    assert _cells(page, "name") == ["Derek Lomas", "Dr Hugh Penrose", "Pauline Sefton"]


def test_a_former_member_followed_by_a_link_is_shown_whatever_the_filter(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("person", _person(sample_office, "Derek Lomas").id)
    assert page.front.table.chosen_id() == _person(sample_office, "Derek Lomas").id
    said = _said(page.detail)
    assert "Former member" in said and "until 18 Dec 2025" in said


def test_a_spelling_is_remembered_and_forgotten(page: PeoplePage, sample_office: Session) -> None:
    person = _person(sample_office, "Kevin Drury")
    people.remember_alias(sample_office.file, person.id, "K. Drury (guest)")
    page.open_record("person", person.id)
    assert "K. Drury (guest)" in _said(page.detail)
    button(page.detail, "Forget K. Drury (guest)").click()
    assert _person(sample_office, "Kevin Drury").aliases == ()
    assert sample_office.file.undo_label == "Forget “K. Drury (guest)”"


def test_a_deputy_shows_whom_they_stand_in_for(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("person", _person(sample_office, "Tessa Wold").id)
    said = _said(page.detail)
    assert "Deputises for" in said and "SEND Improvement Board · Ruth Okafor" in said


def test_a_name_without_letters_is_refused_under_its_field(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("person", _person(sample_office, "Kevin Drury").id)
    field = _type(page, "Name", "  ")
    assert field.hint() == "▲ Give the person a name."
    field.give_up()


def test_links_lead_from_seat_to_person_and_back(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("seat", _seat(sample_office, "Executive nurse").id)
    button(page.detail, "Open Dr Alistair Keogh").click()
    assert page.kind == "person"
    button(page.detail, "Open Executive nurse").click()
    assert page.kind == "seat"


def test_a_seat_of_another_board_is_shown_beside_the_chosen_one(
    page: PeoplePage, sample_office: Session
) -> None:
    other = _board_called(sample_office, "SPB")
    seat = next(one for one in seats.seats(sample_office.file, other) if one.title == "Voluntary sector")
    page.open_record("seat", seat.id)
    assert page.front.table.chosen_id() == seat.id
    page.show_session(sample_office)
    assert "Voluntary sector" not in _cells(page, "title")


# ── organisations and boards ──


def test_an_organisation_gets_its_sector_where_it_stands(page: PeoplePage, sample_office: Session) -> None:
    one = next(one for one in boards.organisations(sample_office.file) if one.short_name == "Cabinet")
    page.open_record("organisation", one.id)
    _choose(page, "Sector", Sector.SOCIAL_CARE)
    found = next(each for each in boards.organisations(sample_office.file) if each.id == one.id)
    assert found.sector is Sector.SOCIAL_CARE


@pytest.mark.parametrize(
    ("field", "typed", "key", "kept"),
    [
        ("Seats needed", "1/3", "quorum", "1/3"),
        ("Target", "85%", "attendance_target", "85"),
        ("Papers due", "7", "papers_due", "-7"),
        ("Actions chased", "3", "actions_chased", "3"),
        ("Starts", "9.30", "start_time", "09:30"),
        ("Length", "90", "minutes_long", "90"),
        ("Next review", "1 Sep 2027", "review_on", "2027-09-01"),
        ("Short name", "IB", "short_name", "IB"),
        ("Version", "3", "terms_version", "3"),
    ],
)
def test_terms_of_reference_are_written_where_they_stand(
    page: PeoplePage, sample_office: Session, field: str, typed: str, key: str, kept: str
) -> None:
    page.open_record("board", str(sample_office.board_id))
    _type(page, field, typed)
    found = boards.board(sample_office.file, str(sample_office.board_id))
    assert str(getattr(found, key)) == kept


def test_a_board_is_said_to_be_a_statutory_committee_where_it_stands(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("board", str(sample_office.board_id))
    _choose(page, "Kind", BoardKind.STATUTORY)
    kept = boards.board(sample_office.file, str(sample_office.board_id))
    assert kept.kind is BoardKind.STATUTORY


def test_days_around_a_meeting_are_typed_with_their_kind(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("board", str(sample_office.board_id))
    _type(page, "Pack issued", "5 clear days")
    _type(page, "Papers due", "7 calendar")
    kept = boards.board(sample_office.file, str(sample_office.board_id))
    assert kept.rule("pack_issued") == DateRule(-5, DayKind.CLEAR)
    assert kept.rule("papers_due") == DateRule(-7, DayKind.CALENDAR)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("Seats needed", "most of them", "a fraction such as 1/3"),
        ("Target", "110", "between 0 and 100"),
        ("Papers due", "a week", "working days"),
        ("Starts", "half one", "10am or 1.30pm"),
        ("Short name", "SPB", "already a board called SPB"),
    ],
)
def test_a_term_that_cannot_be_is_refused_under_its_field(
    page: PeoplePage, sample_office: Session, field: str, typed: str, said: str
) -> None:
    page.open_record("board", str(sample_office.board_id))
    before = sample_office.file.commit_number
    shown = _type(page, field, typed)
    assert said in shown.hint()
    assert sample_office.file.commit_number == before
    shown.give_up()


def test_a_quorum_above_the_seats_of_the_board_is_said_beside_the_field(page: PeoplePage) -> None:
    page.open_record("board", str(page.session.board_id))
    assert "it can never be reached" not in _said(page.detail)
    _type(page, "Seats needed", "99")
    assert "quorum seats: it can never be reached." in _said(page.detail)


def test_a_quorum_rule_gets_its_first_day_where_it_stands(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("board", str(sample_office.board_id))
    _type(page, "From, at least 1 from health", "9 Jun 2026")
    found = boards.board(sample_office.file, str(sample_office.board_id))
    assert [rule.from_date for rule in found.quorum_rules] == [date(2026, 6, 9), None, None]


def test_a_quorum_rule_is_taken_out_with_its_cross(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("board", str(sample_office.board_id))
    button(page.detail, "Take out rule at least 1 from health").click()
    found = boards.board(sample_office.file, str(sample_office.board_id))
    assert [rule.sector for rule in found.quorum_rules] == [Sector.PARENTS_AND_CARERS, None]


# ── the page itself ──


def _lines(session: Session, short_name: str = "SIB") -> list[tuple[str, str, date | None, date | None]]:
    found = lines.lines(session.file, _board_called(session, short_name))
    return [(line.kind.value, line.to_name, line.from_day, line.until_day) for line in found]


def test_a_reporting_line_is_changed_ended_and_taken_out_where_it_stands(
    page: PeoplePage, sample_office: Session
) -> None:
    page.show_record("board", _board_called(sample_office, "SPB"))
    hwb = "Northmoor Health and Wellbeing Board"
    assert _lines(sample_office, "SPB") == [("informs", hwb, None, None)]
    (kind,) = (
        one for one in page.detail.findChildren(ChooseInPlace) if one.accessibleName() == f"Kind, {hwb}"
    )
    kind.pick("accountable to")
    _type(page, f"From, accountable to {hwb}", "1 April 2026")
    _type(page, f"Until, accountable to {hwb}", "31/03/2027")
    _type(page, "To, accountable to", "Northmoor Cabinet")
    dated = ("accountable to", "Northmoor Cabinet", date(2026, 4, 1), date(2027, 3, 31))
    assert _lines(sample_office, "SPB") == [dated]
    button(page.detail, "Take out line accountable to Northmoor Cabinet").click()
    assert _lines(sample_office, "SPB") == []
    assert [sample_office.file.undo() for _ in range(5)][2] == f"End line SPB accountable to {hwb}"
    assert _lines(sample_office, "SPB") == [("informs", hwb, None, None)]


def test_a_line_that_would_close_a_circle_is_refused_under_its_field(
    page: PeoplePage, sample_office: Session
) -> None:
    page.show_record("board", _board_called(sample_office, "SPB"))
    before = _lines(sample_office, "SPB")
    field = _type(page, "To, informs", "sib")
    assert field.hint() == ""  # to inform in a circle is in order
    (kind,) = (
        one for one in page.detail.findChildren(ChooseInPlace) if "Improvement" in one.accessibleName()
    )
    with pytest.raises(Refused, match="It would close a circle: SIB is accountable to SPB"):
        kind.pick("accountable to")
    field = _type(page, "From, informs SEND Improvement Board", "some day")
    assert field.hint().startswith("▲")
    sample_office.file.undo()
    assert _lines(sample_office, "SPB") == before


def test_looking_around_writes_nothing(page: PeoplePage, sample_office: Session) -> None:
    before = sample_office.file.commit_number
    for kind in ("person", "organisation", "board", "seat"):
        page.segments.choose(kind)
        page.reload()
        page.front.table.choose_first()
    assert sample_office.file.commit_number == before


def test_a_detail_closed_by_hand_stays_closed_until_a_row_is_opened(page: PeoplePage) -> None:
    button(page.detail, "Close the detail").click()
    ids = [row.id for row in page.front.table.rows_shown()]
    page.front.table.choose(ids[3])
    assert not page.detail.isVisible()
    page.front.table.opened.emit(ids[3])
    assert page.detail.isVisible()


def test_editing_keeps_the_focus_in_the_field(page: PeoplePage, sample_office: Session, qtbot: QtBot) -> None:
    page.open_record("person", _person(sample_office, "Kevin Drury").id)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    _type(page, "Phone", "01234 567890")
    assert _field(page, "Phone").words.text() == "01234 567890"
    assert _person(sample_office, "Kevin Drury").phone == "01234 567890"

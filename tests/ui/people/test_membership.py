"""Who held a seat, whose term ends, and what members have on record, as the People page shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.ui.finding import button
from tests.ui.people.people_desk import answer, dialog, field, said, type_in

from boarddesk.records import boards, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.memberships.record import OnRecord, gaps
from boarddesk.rules.people import Membership, Seat
from boarddesk.ui.page import Session
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.people.seat_timeline import SeatTimeline


def _seat(file: OfficeFile, title: str, board: str = "SIB") -> Seat:
    found = seats.seats(file, boards.board_named(file, board).id)
    return next(one for one in found if one.title == title)


def _held(session: Session, title: str) -> Membership:
    held = _seat(session.file, title).held_on(session.today)
    assert held is not None
    return held


# ── who held it ──


def test_a_seat_tells_who_held_it_and_when_it_stood_vacant(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("seat", _seat(sample_office.file, "Mental health service manager").id)
    (strip,) = page.detail.findChildren(SeatTimeline)
    assert strip.accessibleName() == (
        "Dr Hugh Penrose until 17 Jul 2025; vacant 18 Jul 2025 to 2 Sep 2025; Sanjay Mistry since 3 Sep 2025"
    )
    assert "Vacant 18 Jul 2025 to 2 Sep 2025" in said(page.detail)
    page.open_record("seat", _seat(sample_office.file, "Head of SEND").id)
    assert not page.detail.findChildren(SeatTimeline)


def test_a_day_that_would_give_a_seat_to_two_people_is_refused_under_its_field(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("seat", _seat(sample_office.file, "Mental health service manager").id)
    before = sample_office.file.commit_number
    shown = type_in(page, "From, Sanjay Mistry", "1 Jul 2025")
    assert "Dr Hugh Penrose holds this seat until 17" in shown.hint()
    assert sample_office.file.commit_number == before
    shown.give_up()
    shown = type_in(page, "Until, Sanjay Mistry", "1 Jul 2025")
    assert "last day lies before the first" in shown.hint()
    shown.give_up()


# ── terms that end ──


def test_a_term_that_ends_soon_is_marked_counted_and_filtered(
    page: PeoplePage, sample_office: Session
) -> None:
    page.show_session(replace(sample_office, board_id=None))
    assert page.header.detail() == "34 seats, 1 vacant, 1 term ending soon"
    page.front.choices[0].choose("ending")
    page.front.filtered.emit()
    (row,) = page.front.table.rows_shown()
    assert row.cell("holder").words == "Beverley Strang"
    assert row.cell("holder").said == "Beverley Strang: term ends on 31 Jul 2026, nobody follows"
    assert row.cell("until").words == "31 Jul 2026" and row.cell("until").ink == "warn"
    page.open_record("seat", row.id)
    assert "Term ends on 31 Jul 2026" in said(page.detail)
    type_in(page, "Until, Beverley Strang", "31 Jul 2028")
    assert page.header.detail() == "34 seats, 1 vacant"


def test_a_seat_given_for_a_term_has_its_last_day_and_the_holder_before_leaves(
    page: PeoplePage, sample_office: Session
) -> None:
    seat = _seat(sample_office.file, "Head of SEND")
    page.people_actions.appoint(seat)
    answer(dialog(page, "appoint"), person="Aoife Brannigan", from_date="1 Sep 2026", to_date="31 Aug 2028")
    before, after = seats.seat(sample_office.file, seat.id).memberships
    assert before.to_date == date(2026, 8, 31)
    assert (after.from_date, after.to_date) == (date(2026, 9, 1), date(2028, 8, 31))


def test_nobody_is_appointed_for_a_day_after_the_end_of_the_seat(
    page: PeoplePage, sample_office: Session
) -> None:
    seat = _seat(sample_office.file, "Head of SEND")
    seats.end_seat(sample_office.file, seat.id, date(2026, 5, 1))
    page.people_actions.appoint(seats.seat(sample_office.file, seat.id))
    asked = dialog(page, "appoint")
    asked.answers.put("person", "Aoife Brannigan")
    asked.answers.put("from_date", "1 Jun 2026")
    asked.try_accept()
    assert "The board has this seat no longer" in asked.fields["from_date"].refused()
    asked.reject()


# ── on record ──


def test_terms_accepted_are_the_version_in_force_and_undo_takes_them_back(
    page: PeoplePage, sample_office: Session
) -> None:
    seat = _seat(sample_office.file, "Mental health service manager")
    page.open_record("seat", seat.id)
    assert "◆ The version in force is not accepted." in said(page.detail)
    type_in(page, "Accepted", "20 May 2026")
    kept = _held(sample_office, seat.title)
    assert (kept.terms_version, kept.terms_accepted_on) == ("2", date(2026, 5, 20))
    assert "The version in force is not accepted." not in said(page.detail)
    sample_office.file.undo()
    assert _held(sample_office, seat.title).terms_version == ""


def test_an_older_version_stands_beside_the_one_in_force(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("seat", _seat(sample_office.file, "Lead member for children").id)
    assert "1, in force is 2" in said(page.detail)
    assert field(page, "Terms").value() == "1"


def test_interests_say_when_they_are_due_again(page: PeoplePage, sample_office: Session) -> None:
    page.open_record("seat", _seat(sample_office.file, "Head of SEND").id)
    assert "13 Jan 2026, due again 13 Jan 2027" in said(page.detail)
    page.open_record("seat", _seat(sample_office.file, "Director of therapies").id)
    assert "◆ Interests are to be renewed." in said(page.detail)


def test_all_who_signed_are_put_on_record_at_once(page: PeoplePage, sample_office: Session) -> None:
    page.front.choices[0].choose("record")
    page.front.filtered.emit()
    assert {row.cell("holder").words for row in page.front.table.rows_shown()} == {
        "Cllr Ted Barraclough",
        "Ruth Okafor",
        "Sanjay Mistry",
        "Graham Nuttall",
    }
    page.front.table.view.selectAll()
    before = sample_office.file.commit_number
    next(one for one in page.row_actions() if one.title.startswith("Put on record")).do()
    answer(dialog(page, "put on record"), kind=",".join(OnRecord), on="20 May 2026")
    assert sample_office.file.commit_number == before + 1
    board = boards.board(sample_office.file, str(sample_office.board_id))
    assert gaps(board, seats.seats(sample_office.file), sample_office.today) == ()
    assert page.front.table.rows_shown() == []


def test_a_day_still_to_come_is_not_put_on_record(page: PeoplePage, sample_office: Session) -> None:
    page.people_actions.put_on_record([_seat(sample_office.file, "Head of SEND")])
    asked = dialog(page, "put on record")
    asked.answers.put("on", "1 Jun 2026")
    asked.try_accept()
    assert asked.fields["on"].refused() == "That day is still to come."
    asked.reject()


def test_a_board_says_who_has_not_accepted_its_terms_and_puts_them_on_record(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("board", str(sample_office.board_id))
    gap = "3 of 15 members of SIB have not accepted version 2 of its terms"
    assert gap in said(page.detail)
    assert "Cllr Ted Barraclough, Sanjay Mistry and Graham Nuttall" in said(page.detail)
    button(page.detail, f"Put on record: {gap}").click()
    answer(dialog(page, "put on record"), on="20 May 2026")
    assert gap not in said(page.detail)

"""Seats change hands, and nobody is taken out of the past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import DAY, board_with_seats, meeting_of

from boarddesk.records.boards import update_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import add_person
from boarddesk.records.registers import taking as attendance
from boarddesk.records.seats import (
    add_membership,
    appoint,
    end_seat,
    order_seats,
    put_on_record,
    remove_seat,
    seat,
    seats,
    set_deputies,
    set_role,
    update_membership,
    update_seat,
)
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.rules.people import Role
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def test_a_seat_that_changes_hands_has_one_holder_a_day(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    newcomer = add_person(file, "New Comer")
    appoint(file, first.id, newcomer, from_date=date(2026, 3, 1))
    held = seat(file, first.id)
    assert held.holder_on(date(2026, 2, 28)) == first.memberships[0].person_id
    assert held.holder_on(date(2026, 3, 1)) == newcomer
    assert held.memberships[0].to_date == date(2026, 2, 28)


def test_a_seat_whose_holder_left_is_vacant(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    update_membership(file, first.memberships[0].id, to_date=date(2026, 3, 31))
    assert seat(file, first.id).holder_on(date(2026, 4, 1)) is None


def test_ending_a_seat_ends_its_membership(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    end_seat(file, first.id, date(2026, 3, 31))
    ended = seat(file, first.id)
    assert not ended.exists_on(date(2026, 4, 1))
    assert ended.memberships[0].to_date == date(2026, 3, 31)


def test_dates_the_wrong_way_round_are_refused(file: OfficeFile) -> None:
    board_id = board_with_seats(file)
    first = seats(file, board_id)[0]
    with pytest.raises(Refused):
        add_membership(
            file,
            first.id,
            first.memberships[0].person_id,
            from_date=date(2026, 2, 1),
            to_date=date(2026, 1, 1),
        )
    update_membership(file, first.memberships[0].id, from_date=date(2026, 2, 1))
    with pytest.raises(Refused):
        update_membership(file, first.memberships[0].id, to_date=date(2026, 1, 1))
    with pytest.raises(Refused):
        update_seat(file, first.id, title=" ")


def test_a_seat_on_a_register_stays_and_one_that_never_was_can_go(file: OfficeFile) -> None:
    meeting_id = meeting_of(file)
    first, second = seats(file)[:2]
    remove_seat(file, first.id)
    attendance.open_register(file, meeting_id, today=DAY)
    with pytest.raises(Refused, match="so it stays"):
        remove_seat(file, second.id)


def test_the_roll_order_is_the_order_given(file: OfficeFile) -> None:
    board_id = board_with_seats(file)
    there = [one.id for one in seats(file, board_id)]
    order_seats(file, board_id, [there[2], there[0]])
    assert [one.id for one in seats(file, board_id)] == [there[2], there[0], there[1], *there[3:]]


def test_deputies_are_kept_in_order(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    one, other = add_person(file, "One"), add_person(file, "Other")
    set_deputies(file, first.id, [other, one, other])
    assert seat(file, first.id).deputy_ids == (other, one)


def test_expected_and_quorum_follow_the_role_where_they_did_before(file: OfficeFile) -> None:
    board_with_seats(file)
    member = seats(file)[1]
    set_role(file, member.id, Role.OBSERVER)
    observer = seat(file, member.id)
    assert (observer.expected, observer.counts_for_quorum) == (False, False)


def test_what_was_ticked_by_hand_stays_through_a_change_of_role(file: OfficeFile) -> None:
    board_with_seats(file)
    adviser = seats(file)[3]
    update_seat(file, adviser.id, counts_for_quorum=True)
    set_role(file, adviser.id, Role.MEMBER)
    set_role(file, adviser.id, Role.CO_OPTEE)
    assert seat(file, adviser.id).counts_for_quorum


def test_a_seat_held_by_somebody_is_given_to_nobody_else(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    other = add_person(file, "Other")
    held = first.memberships[0].id
    update_membership(file, held, from_date=date(2026, 1, 1), to_date=date(2026, 3, 31))
    before = file.commit_number
    with pytest.raises(Refused, match="one holder at a time"):
        add_membership(file, first.id, other, from_date=date(2026, 3, 31))
    with pytest.raises(Refused, match="one holder at a time"):
        appoint(file, first.id, other, from_date=date(2025, 12, 1))
    assert file.commit_number == before
    next_one = appoint(file, first.id, other, from_date=date(2026, 4, 1), to_date=date(2027, 3, 31))
    with pytest.raises(Refused, match="one holder at a time") as no:
        update_membership(file, next_one, from_date=date(2026, 3, 1))
    assert no.value.field == "from_date"


def test_a_time_that_overlapped_before_can_be_mended_a_day_at_a_time(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    with file.change("Read from an old register") as change:
        other = change.insert("membership", seat_id=first.id, person_id=add_person(file, "Other"))
    update_membership(file, first.memberships[0].id, to_date=date(2026, 1, 31))
    update_membership(file, other, from_date=date(2026, 2, 1))
    with pytest.raises(Refused, match="one holder at a time"):
        update_membership(file, other, from_date=date(2026, 1, 31))


def test_nobody_is_appointed_to_a_seat_the_board_has_no_longer(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    end_seat(file, first.id, date(2026, 3, 31))
    with pytest.raises(Refused, match="no longer"):
        appoint(file, first.id, add_person(file, "Other"), from_date=date(2026, 4, 1))


def test_a_last_day_given_to_a_seat_is_its_holders_last_day_too(file: OfficeFile) -> None:
    board_with_seats(file)
    first = seats(file)[0]
    update_seat(file, first.id, to_date=date(2026, 3, 31))
    assert seat(file, first.id).memberships[0].to_date == date(2026, 3, 31)
    file.undo()
    assert seat(file, first.id).memberships[0].to_date is None
    appoint(file, first.id, add_person(file, "Next One"), from_date=date(2026, 4, 1))
    with pytest.raises(Refused, match=r"Next One takes this seat on 1.April 2026"):
        end_seat(file, first.id, date(2026, 3, 31))


def test_a_membership_has_what_was_agreed_on_record(file: OfficeFile) -> None:
    board_id = board_with_seats(file)
    update_board(file, board_id, terms_version="2")
    held = seats(file, board_id)[0].memberships[0].id
    update_membership(file, held, terms_accepted_on=date(2026, 2, 3))
    update_membership(file, held, inducted_on=date(2026, 2, 4))
    kept = seats(file, board_id)[0].memberships[0]
    assert (kept.terms_version, kept.terms_accepted_on, kept.inducted_on) == (
        "2",
        date(2026, 2, 3),
        date(2026, 2, 4),
    )


def test_what_several_agreed_to_is_put_on_record_as_one_change(file: OfficeFile) -> None:
    board_id = board_with_seats(file)
    update_board(file, board_id, terms_version="2")
    held = [one.memberships[0].id for one in seats(file, board_id)[:2]]
    on = date(2026, 2, 3)
    put_on_record(file, held, kinds=[OnRecord.TERMS, OnRecord.INTERESTS], on=on)
    kept = [one.memberships[0] for one in seats(file, board_id)[:2]]
    assert [(one.terms_version, one.terms_accepted_on, one.interests_renewed_on) for one in kept] == [
        ("2", on, on)
    ] * 2
    assert file.undo() is not None
    assert seats(file, board_id)[0].memberships[0].terms_accepted_on is None
    with pytest.raises(Refused, match="Tick what"):
        put_on_record(file, held, kinds=[], on=on)

"""The register of interests on the People page: declared, ended, changed and taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.ui.finding import button
from tests.ui.people.people_desk import answer, dialog, said, type_in

from boarddesk.records import boards, people, seats
from boarddesk.records.interests import interests
from boarddesk.rules.interests import Nature
from boarddesk.ui.page import Session
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace


def _person_id(session: Session, name: str) -> str:
    return next(one.id for one in people.people(session.file) if one.name == name)


def test_the_register_lists_what_stands_and_keeps_what_has_ended(page: PeoplePage) -> None:
    page.pick("interest")
    assert [row.cell("person").words for row in page.front.table.rows_shown()] == [
        "Cllr Ted Barraclough",
        "Helen Garside",
        "Ruth Okafor",
        "Bryony Talbot",
    ]
    page.front.choices[0].choose("all")
    page.front.filtered.emit()
    ended = next(row for row in page.front.table.rows_shown() if row.cell("person").words == "Graham Nuttall")
    assert ended.ink == "faint"


def test_an_interest_of_somebody_is_declared_from_their_detail_and_undo_takes_it_back(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("person", _person_id(sample_office, "Joanne Whitlock"))
    assert "None declared." in said(page.detail)
    button(page.detail, "Declare: Interests").click()
    answer(dialog(page, "declare interest"), text="Governor of Marram High School", nature=Nature.PERSONAL)
    assert page.kind == "person"
    assert "non-financial personal · declared 28 May 2026" in said(page.detail)
    assert sample_office.file.undo_label == "Declare interest of Joanne Whitlock"
    sample_office.file.undo()
    assert len(interests(sample_office.file)) == 5


def test_an_interest_of_somebody_new_is_declared_with_a_name(
    page: PeoplePage, sample_office: Session
) -> None:
    page.pick("interest")
    page.new_record()
    asked = dialog(page, "declare interest")
    asked.answers.put("person", "Tessa Wold")
    asked.try_accept()
    assert asked.fields["text"].refused() == "Say what the interest is."
    made = answer(asked, text="Director of Wold Therapies Ltd")
    assert page.kind == "interest" and page.front.table.chosen_id() == made
    kept = next(one for one in interests(sample_office.file) if one.id == made)
    assert kept.person_id == _person_id(sample_office, "Tessa Wold")


def test_an_interest_is_ended_and_an_end_before_its_start_is_refused_under_the_field(
    page: PeoplePage, sample_office: Session
) -> None:
    page.open_record("person", _person_id(sample_office, "Bryony Talbot"))
    words = "Sister works for Northmoor and Dales College"
    button(page.detail, f"End interest {words}").click()
    answer(dialog(page, "end interest"), until_day="27 May 2026")
    kept = next(one for one in interests(sample_office.file) if one.text == words)
    assert kept.until_day == date(2026, 5, 27)
    assert "ended 27 May 2026" in said(page.detail)
    page.open_record("interest", kept.id)
    shown = type_in(page, "From", "1 Jun 2026")
    assert "The last day lies before the first." in shown.hint()
    shown.give_up()


def test_words_and_nature_are_changed_where_they_stand(page: PeoplePage, sample_office: Session) -> None:
    page.pick("interest")
    type_in(page, "Interest", "Chair of governors, Skelden Primary School")
    nature = next(one for one in page.detail.findChildren(ChooseInPlace) if one.accessibleName() == "Nature")
    nature.pick(Nature.PROFESSIONAL)
    kept = next(one for one in interests(sample_office.file) if one.text.startswith("Chair of governors"))
    assert kept.nature is Nature.PROFESSIONAL


def test_an_interest_entered_by_mistake_is_taken_out(page: PeoplePage, sample_office: Session) -> None:
    page.pick("interest")
    page.remove()
    assert len(interests(sample_office.file)) == 4


def test_interests_are_renewed_in_every_seat_held(page: PeoplePage, sample_office: Session) -> None:
    who = _person_id(sample_office, "Ruth Okafor")
    page.open_record("person", who)
    assert "◆ Renewed 11 Mar 2025, due again 11 Mar 2026." in said(page.detail)
    button(page.detail, "Renew interests").click()
    answer(dialog(page, "put on record"), on="20 May 2026")
    held = [
        one for seat in seats.seats(sample_office.file) for one in seat.memberships if one.person_id == who
    ]
    assert [one.interests_renewed_on for one in held] == [date(2026, 5, 20)] * 2
    assert "Renewed 20 May 2026, due again 20 May 2027." in said(page.detail)


def test_a_board_without_interests_says_what_will_be_there(page: PeoplePage, sample_office: Session) -> None:
    for one in interests(sample_office.file):
        page.people_actions.remove("interest", one.id)
    page.show_session(replace(sample_office, board_id=boards.board_named(sample_office.file, "SPB").id))
    page.pick("interest")
    assert page.front.is_empty
    assert "No interests yet" in said(page.front)

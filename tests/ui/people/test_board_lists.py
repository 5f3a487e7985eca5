"""What a board keeps in order, changed beside its terms: standing items, headings, clearance."""

from __future__ import annotations

import pytest
from tests.ui.finding import button
from tests.ui.people.people_desk import answer, dialog, said, type_in

from boarddesk.records import boards
from boarddesk.records.agenda.clearance_roles import clearance_roles
from boarddesk.records.agenda.cover_headings import cover_headings
from boarddesk.records.agenda.standing import standing_items
from boarddesk.rules.agenda.item import Fills, Purpose
from boarddesk.rules.cover_headings import SHIPPED, CoverPart
from boarddesk.ui.page import Session
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace


@pytest.fixture
def board_id(page: PeoplePage, sample_office: Session) -> str:
    """A board that keeps nothing yet."""
    made = boards.add_board(sample_office.file, "Health and Wellbeing Board", "HWB")
    page.open_record("board", made)
    return made


def _choose(page: PeoplePage, name: str, value: str) -> None:
    found = [one for one in page.detail.findChildren(ChooseInPlace) if one.accessibleName() == name]
    found[-1].pick(value)


def test_a_new_board_takes_the_usual_standing_items_and_undo_gives_them_back(
    page: PeoplePage, sample_office: Session, board_id: str
) -> None:
    button(page.detail, "Take the usual four").click()
    found = standing_items(sample_office.file, board_id)
    assert [one.title for one in found][1] == "Declarations of interest"
    button(page.detail, "Move Minutes of the last meeting up").click()
    type_in(page, "Minutes, Welcome and apologies", "5")
    type_in(page, "Lead, Action log", "Priya Nambiar")
    _choose(page, "Purpose, Action log", Purpose.ASSURANCE)
    found = standing_items(sample_office.file, board_id)
    assert [one.title for one in found][1] == "Minutes of the last meeting"
    assert (found[0].minutes, found[3].lead.name, found[3].purpose) == (
        5,
        "Priya Nambiar",
        Purpose.ASSURANCE,
    )
    for _ in range(5):
        sample_office.file.undo()
    assert standing_items(sample_office.file, board_id) == ()


def test_a_standing_item_is_added_and_what_cannot_be_is_said_under_its_field(
    page: PeoplePage, sample_office: Session, board_id: str
) -> None:
    button(page.detail, "Add: Standing items").click()
    asked = dialog(page, "add standing item")
    asked.answers.put("title", "Chair’s report")
    asked.answers.put("minutes", "a while")
    asked.try_accept()
    assert asked.fields["minutes"].refused() == "Give the minutes such as 10 or 1 hour."
    answer(asked, minutes="10 minutes", fills=Fills.ACTIONS)
    (kept,) = standing_items(sample_office.file, board_id)
    assert (kept.title, kept.minutes, kept.fills) == ("Chair’s report", 10, Fills.ACTIONS)
    shown = type_in(page, "Item 1", " ")
    assert "Give the item a title." in shown.hint()
    shown.give_up()
    button(page.detail, "Take out Chair’s report").click()
    assert standing_items(sample_office.file, board_id) == ()


@pytest.mark.parametrize("whose", SHIPPED)
def test_headings_of_a_cover_report_are_taken_and_made_the_boards_own(
    page: PeoplePage, sample_office: Session, board_id: str, whose: str
) -> None:
    button(page.detail, f"Take those of {whose}").click()
    type_in(page, "Heading 2", "How we came here")
    _choose(page, "Under it, Appendices", CoverPart.WORDS)
    button(page.detail, "Move How we came here up").click()
    button(page.detail, "Take out Background papers").click()
    found = cover_headings(sample_office.file, board_id)
    assert (found[0].title, found[0].fills) == ("How we came here", CoverPart.BACKGROUND)
    assert [one.fills for one in found if one.title == "Appendices"] == [CoverPart.WORDS]
    assert len(found) == len(SHIPPED[whose]) - 1
    button(page.detail, "Add: Headings of a cover report").click()
    asked = dialog(page, "add cover heading")
    asked.answers.put("title", "How we came here")
    asked.try_accept()
    assert "already" in asked.fields["title"].refused()
    asked.reject()


def test_who_clears_the_papers_is_named_in_order(
    page: PeoplePage, sample_office: Session, board_id: str
) -> None:
    assert "papers of this board need no clearance" in said(page.detail)
    for name in ("Finance", "Legal"):
        button(page.detail, "Add: Papers are cleared by").click()
        answer(dialog(page, "add clearance role"), name=name)
    button(page.detail, "Move Legal up").click()
    type_in(page, "Cleared by 2", "Section 151 officer")
    found = clearance_roles(sample_office.file, board_id)
    assert [one.name for one in found] == ["Legal", "Section 151 officer"]

"""The review stands in place of the register, and gives it back with what was kept."""

from __future__ import annotations

import pytest
from tests.ui.risks.risk_desk import RiskDesk

from boarddesk.records.file.problems import OnlyReadable
from boarddesk.ui.risks import lists
from boarddesk.ui.widgets.opening import mark_read_only


def _score_all(desk: RiskDesk) -> None:
    review = desk.page.review
    while review.review.at:
        review.take_last()
        review.go_on()


def test_the_button_says_how_many_risks_and_the_review_takes_the_place_of_the_lists(desk: RiskDesk) -> None:
    page = desk.page
    assert page.review_button.text() == "Review 3 risks"
    page.start_review()
    assert page.review.isVisible()
    assert not page.header.isVisible()
    assert not page.both.isVisible()
    assert page.review.header.detail() == "Thu 28 May 2026, no meeting today"
    assert page.review.form.meta.text().startswith("R3 ")


def test_what_the_filters_leave_is_reviewed_and_without_an_open_risk_there_is_no_button(
    desk: RiskDesk,
) -> None:
    page = desk.page
    page.pick_cell(4, 4)
    assert page.review_button.text() == "Review 1 risk"
    page.start_review()
    assert page.review.progress.text() == "1 of 1"
    page.review.leave()
    page.lists["risk"].choices[0].choose(lists.CLOSED)
    page.lists["risk"].filtered.emit()
    assert page.review_button.isHidden()
    page.start_review()
    assert page.review.none.isVisible()
    page.review.back.click()
    assert page.both.isVisible()


def test_closed_the_register_is_back_with_the_scores_that_were_kept(desk: RiskDesk) -> None:
    page = desk.page
    page.start_review()
    review = page.review
    _score_all(desk)
    assert review.foot.next.text() == "Close the review"
    review.go_on()
    assert not review.isVisible()
    assert page.both.isVisible()
    assert [desk.risk(ref).current[0].as_at for ref in ("R3", "R7", "R10")] == [desk.session.today] * 3
    page.start_review()
    assert page.review.count.text().startswith("0 kept")


def test_a_review_that_is_left_goes_on_where_it_was(desk: RiskDesk) -> None:
    page = desk.page
    page.start_review()
    page.review.take_last()
    page.review.go_on()
    now = page.review.form.meta.text()
    page.review.leave()
    assert page.lists["risk"].table.chosen_id() == page.review.review.at
    page.start_review()
    assert page.review.form.meta.text() == now
    assert page.review.count.text().startswith("1 kept")


def test_a_link_followed_leaves_the_review_for_the_register(desk: RiskDesk) -> None:
    page = desk.page
    page.start_review()
    page.open_record("risk", desk.risk("R10").id)
    assert not page.is_reviewing
    assert page.lists["risk"].table.chosen_id() == desk.risk("R10").id


def test_the_risk_looked_at_is_sent_up_and_the_review_stays(desk: RiskDesk) -> None:
    page = desk.page
    page.start_review()
    page.review.escalate()
    desk.answer(asked_for="Agree a campaign of trust.")
    assert page.is_reviewing
    assert desk.risk("R3").escalated_to == "HWB"
    assert page.review.form.meta.text().endswith("escalated to HWB")


def test_an_office_that_can_only_be_read_says_so_and_keeps_its_register(desk: RiskDesk) -> None:
    mark_read_only(desk.page, read_only=True)
    with pytest.raises(OnlyReadable):
        desk.page.start_review()
    assert not desk.page.is_reviewing

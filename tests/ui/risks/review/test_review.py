"""Risks are reviewed one after the other by keys, and each score kept is one change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.records.risks.ten_risks import ORDER, TODAY
from tests.ui.finding import unnamed
from tests.ui.risks.review.review_desk import ReviewDesk

from boarddesk.records import boards
from boarddesk.records.file.problems import OnlyReadable
from boarddesk.records.risks import matrices, register, scores
from boarddesk.rules.risks.matrix import HIGH, LOW, Band, by_product
from boarddesk.ui.risks.review.changes_panel import DIFFER
from boarddesk.ui.widgets.opening import mark_read_only

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SMALL = by_product(
    ("Low", "Middling", "High"), ("Slight", "Felt", "Grave"), (Band(LOW, 1, 3), Band(HIGH, 4, 9))
)


def _to(desk: ReviewDesk, ref: str) -> None:
    """Pass over risks until one is looked at."""
    while desk.ref != ref:
        desk.view.skip()


def test_the_longest_unreviewed_is_looked_at_first_and_the_meeting_of_today_is_named(
    desk: ReviewDesk,
) -> None:
    assert [ref for ref, _ in desk.listed()] == list(ORDER)
    assert desk.ref == "R7"
    assert desk.view.header.detail() == "Executive group, Thu 28 May 2026"
    assert desk.view.progress.text() == "1 of 10"
    assert desk.view.foot.next.text() == "Keep and go to R1"
    assert unnamed(desk.page) == []


def test_ten_risks_are_scored_by_keys_alone_and_the_meeting_is_kept_with_each(desk: ReviewDesk) -> None:
    for ref in ORDER:
        assert desk.ref == ref
        desk.type("s")
        if ref == "R2":
            desk.tab()
            desk.tab()
            desk.type("As before")
        desk.keep()

    meeting = desk.view.review.meeting_id
    assert meeting is not None
    assert [desk.newest(ref).meeting_id for ref in ORDER] == [meeting] * 10
    assert [desk.newest(ref).as_at for ref in ORDER] == [TODAY] * 10
    assert desk.view.foot.next.text() == "Close the review"
    assert "10 scores kept, none moved" in desk.said(desk.view.summary)
    assert desk.page.heard_of == []
    desk.keep()
    assert desk.page.heard_of == ["left"]


def test_tab_goes_from_likelihood_to_impact_to_note_to_next_review_to_the_buttons(desk: ReviewDesk) -> None:
    form, foot = desk.view.form, desk.view.foot
    reached = []
    for _ in range(6):
        reached.append(QApplication.focusWidget())
        desk.tab()
    assert reached == [
        form.likelihood.keys()[0],
        form.impact.keys()[0],
        form.note,
        form.next_review,
        foot.skip,
        foot.next,
    ]


def test_digits_and_arrows_choose_a_key_and_a_digit_beyond_the_matrix_does_nothing(desk: ReviewDesk) -> None:
    desk.type("9")
    desk.type("0")
    assert desk.view.form.likelihood.value() == 0
    desk.type("2")
    desk.press(Qt.Key.Key_Right)
    assert desk.view.form.likelihood.value() == 3
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Left)
    assert desk.view.form.likelihood.value() == 1


def test_the_new_score_says_its_level_where_it_went_and_how_it_stands_to_the_appetite(
    desk: ReviewDesk,
) -> None:
    form = desk.view.form
    assert form.last.text() == "27\N{NO-BREAK SPACE}February, likelihood 4, impact 4"
    assert form.stood.text() == "was above tolerable"
    desk.type("3")
    desk.tab()
    desk.type("3")
    assert form.new_chip.accessibleName() == "9\N{NO-BREAK SPACE}High"
    assert form.verdict.text() == "↓ down from 16, inside tolerable"
    assert form.next_words.text() == "a month on, as High asks; 28\N{NO-BREAK SPACE}June is a Sunday"
    assert form.next_review.value() == date(2026, 6, 26)
    assert form.likelihood.keys()[3].accessibleName() == "Likelihood 4 Likely, last"


def test_a_score_half_given_is_asked_for_where_it_is_missing_and_nothing_is_written(desk: ReviewDesk) -> None:
    before = desk.file.undo_label
    desk.type("3")
    desk.keep()
    assert desk.ref == "R7"
    assert desk.view.form.refusal.text() == "▲ Choose an impact."
    assert QApplication.focusWidget() is desk.view.form.impact.keys()[0]
    assert desk.file.undo_label == before
    desk.type("3")
    assert not desk.view.form.refusal.text()
    desk.keep()
    assert desk.ref == "R1"


def test_what_changed_since_the_last_review_stands_beside_the_risk(desk: ReviewDesk) -> None:
    assert "No control and no mitigation is new" in desk.said(desk.view.changes)
    _to(desk, "R2")
    said = desk.said(desk.view.changes)
    for words in (
        "Changed since 16\N{NO-BREAK SPACE}April",
        "4 things",
        "Advice tracked weekly | partial, now effective",
        "Locum psychologist | new, untested",
        "Appoint a locum | done 5\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026",
        "K4.3 | Advice within 6 weeks | worsening",
        "58% (22 of 38), April 2026: no target set",
    ):
        assert words in said
    assert "before it 9, 9, 6" in desk.view.form.last.text()


def test_where_score_and_figures_differ_the_note_is_asked_for_and_kept_as_the_reason(
    desk: ReviewDesk,
) -> None:
    _to(desk, "R2")
    banner = desk.view.changes.banner
    assert banner is None
    desk.type("3")
    desk.tab()
    desk.type("3")
    banner = desk.view.changes.banner
    assert banner is not None
    assert banner.title() == DIFFER
    assert "71% to 66% to 58%, while this score would fall from 12 to 9" in banner.advice()
    desk.keep()
    assert desk.ref == "R2"
    assert QApplication.focusWidget() is desk.view.form.note
    desk.type("The locum clears the backlog")
    desk.keep()
    assert desk.newest("R2").why == "The locum clears the backlog"
    assert desk.ref == "R3"


def test_each_score_kept_is_one_change_and_taken_back_the_risk_is_looked_at_again(desk: ReviewDesk) -> None:
    was = desk.risk("R7")
    desk.score(3, 3)
    assert desk.file.undo_label == "Score of R7"
    assert desk.risk("R7").next_review == date(2026, 6, 26)
    assert ("R7", "9") in desk.listed()

    desk.file.undo()
    assert replace(desk.risk("R7")) == was
    assert desk.ref == "R7"
    assert ("R7", "") in desk.listed()
    assert desk.view.form.likelihood.value() == 3, "what was typed is there still"

    desk.file.redo()
    assert ("R7", "9") in desk.listed()
    assert desk.ref == "R1", "the review goes on where it was"


def test_a_kept_score_can_be_opened_again_and_changes_in_place_until_the_review_is_closed(
    desk: ReviewDesk,
) -> None:
    desk.score(3, 3)
    many = len(desk.risk("R7").current)
    desk.press(Qt.Key.Key_Left, ALT)
    assert desk.ref == "R7"
    assert desk.view.form.likelihood.value() == 3
    before = desk.file.undo_label
    desk.keep()
    assert (desk.ref, desk.file.undo_label) == ("R1", before), "nothing was changed, so nothing is written"

    desk.press(Qt.Key.Key_Left, ALT)
    desk.type("2")
    desk.keep()
    assert len(desk.risk("R7").current) == many
    assert desk.newest("R7").product == 6
    desk.file.undo()
    assert desk.newest("R7").product == 9

    desk.view.close_review()
    desk.page.start()
    assert desk.ref == "R1", "the same meeting has kept it"


def test_what_is_typed_and_not_kept_is_found_again(desk: ReviewDesk) -> None:
    desk.type("3")
    desk.view.skip()
    assert desk.ref == "R1"
    desk.view.leave()
    desk.page.start()
    desk.press(Qt.Key.Key_Left, ALT)
    assert desk.ref == "R7"
    assert desk.view.form.likelihood.value() == 3


def test_the_end_says_what_moved_what_stayed_and_what_was_passed_over(desk: ReviewDesk) -> None:
    desk.score(3, 3)
    desk.type("s")
    desk.keep()
    for _ in range(8):
        desk.view.skip()
    said = desk.said(desk.view.summary)
    assert "2 scores kept, 1 moved" in said
    assert "↓ down from 16" in said
    assert "The same as before: R1." in said
    assert "Not reviewed: R5, R2, R3, R4, R6, R8, R9 and R10." in said
    desk.press(Qt.Key.Key_Left, ALT)
    assert desk.ref == "R10"


def test_e_asks_for_the_risk_to_be_escalated_and_letters_in_the_note_are_letters(desk: ReviewDesk) -> None:
    desk.type("e")
    assert desk.page.heard_of == [desk.risk("R7").id]
    desk.view.form.focus_on("note")
    desk.type("see")
    assert desk.view.form.note.toPlainText() == "see"
    assert len(desk.page.heard_of) == 1


def test_a_day_that_is_past_or_none_is_refused_beside_its_field(desk: ReviewDesk) -> None:
    desk.type("s")
    desk.view.form.focus_on("next_review")
    for words in ("27 May 2026", "soon"):
        desk.press(Qt.Key.Key_A, CONTROL)
        desk.type(words)
        desk.keep()
        assert desk.ref == "R7"
        assert desk.view.form.refusal.text().startswith("▲ ")
        assert QApplication.focusWidget() is desk.view.form.next_review
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.type("10 Jun 2026")
    assert desk.view.form.next_words.text() == "sooner than Extreme asks"
    desk.keep()
    assert desk.risk("R7").next_review == date(2026, 6, 10)


def test_a_risk_scored_by_another_matrix_is_scored_anew_and_that_is_said(desk: ReviewDesk) -> None:
    matrices.set_matrix(desk.file, SMALL, today=TODAY)
    form = desk.view.form
    assert len(form.likelihood.keys()) == 3
    assert "another matrix" in form.other_matrix.text()
    assert "last" not in desk.said(form.likelihood)
    desk.view.focus_first()
    desk.type("s")
    assert form.likelihood.value() == 0
    assert "anew" in form.refusal.text()
    desk.type("3")
    desk.tab()
    desk.type("3")
    assert form.verdict.text().startswith("cannot be compared with 16") or "from 16" in form.verdict.text()
    desk.keep()
    assert desk.newest("R7").level is not None
    assert desk.ref == "R1"


def test_a_risk_that_is_removed_meanwhile_is_passed_over_calmly(desk: ReviewDesk) -> None:
    desk.type("3")
    register.remove_risk(desk.file, desk.risk("R7").id)
    assert desk.ref == "R1"
    assert desk.view.progress.text() == "1 of 9"
    register.close_risk(desk.file, desk.risk("R10").id, why="It is over.", on=TODAY)
    assert "R10" not in [ref for ref, _ in desk.listed()]
    assert desk.ref == "R1"


def test_only_the_risks_asked_for_are_gone_through_and_none_is_said(desk: ReviewDesk) -> None:
    desk.view.close_review()
    desk.page.start([desk.risk("R3").id, desk.risk("R5").id])
    assert [ref for ref, _ in desk.listed()] == ["R5", "R3"]
    desk.view.close_review()
    desk.page.start([])
    assert desk.view.none.isVisible()
    assert not desk.view.foot.isVisible()
    assert QApplication.focusWidget() is desk.view.back


def test_another_board_has_a_review_of_its_own(desk: ReviewDesk) -> None:
    desk.show_board(boards.board_named(desk.file, "SIB").id)
    assert desk.view.none.isVisible()
    desk.show_board(boards.board_named(desk.file, "EG").id)
    assert desk.ref == "R7"


def test_an_office_that_can_only_be_read_is_not_reviewed(desk: ReviewDesk) -> None:
    mark_read_only(desk.page, read_only=True)
    with pytest.raises(OnlyReadable):
        desk.page.start()
    with pytest.raises(OnlyReadable):
        desk.view.go_on()


def test_a_score_given_elsewhere_today_is_not_changed_by_the_review(desk: ReviewDesk) -> None:
    scores.set_score(desk.file, desk.risk("R7").id, likelihood=2, impact=2, as_at=TODAY)
    many = len(desk.risk("R7").current)
    desk.score(3, 3)
    assert len(desk.risk("R7").current) == many + 1


@pytest.mark.parametrize(
    ("width", "listed", "beside"), [(1198, True, True), (862, False, True), (640, False, False)]
)
def test_without_room_the_list_goes_first_and_then_the_changes_stand_below(
    desk: ReviewDesk, width: int, *, listed: bool, beside: bool
) -> None:
    desk.page.resize(width, 690)
    view = desk.view
    assert view.list.isVisible() is listed
    desk.qtbot.waitUntil(lambda: (view.changes.x() > view.form.x()) is beside)
    assert view.width() <= width

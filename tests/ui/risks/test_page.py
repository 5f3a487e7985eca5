"""The Risks page: the register by score beside its map, the chosen risk below, issues, what went up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from tests.ui.risks.risk_desk import TODAY, RiskDesk

from boarddesk.records import boards, meetings
from boarddesk.records.plan import kpis, plans
from boarddesk.records.risks import escalations, issues, matrices
from boarddesk.rules.plan.kpis import Actual, Polarity, Target
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.next_review import next_review
from boarddesk.rules.risks.risk import Assurance, Response, RiskStatus, ScoreKind

LONG_AGO = date(2026, 1, 1)


def test_the_register_stands_by_score_and_says_where_each_went(desk: RiskDesk) -> None:
    assert desk.cells("ref") == ["R7", "R3", "R10"]
    assert desk.cells("score") == ["16 Extreme", "9 High", "3 Low"]
    assert desk.cells("since") == ["↑ up from 12", "same", "same"]
    assert desk.cells("review")[0] == "5 days late"
    assert desk.page.header.detail() == "3 open, 1 above tolerable, 1 review late"
    assert desk.page.front.section.columns_of is not None
    heads = [column.title for column in desk.page.front.table.model.columns]
    assert "Since 12 May" in heads


def test_the_risk_whose_review_is_late_is_looked_at_first(desk: RiskDesk) -> None:
    assert desk.page.front.chosen() == desk.risk("R7").id
    said = desk.said()
    assert "three of nine posts are empty" in said and "there is a risk that" in said
    assert "not reachable by then: its mitigation comes later, it ends in March 2027" in said


def test_closed_risks_are_reached_by_the_filter_and_open_ones_stay(desk: RiskDesk) -> None:
    risk = desk.choose("R10")
    desk.page.risk_actions.close(risk)
    desk.answer(why="The local offer was renewed.")
    assert desk.cells("ref") == ["R7", "R3"]
    desk.page.front.choices[0].choose("closed")
    desk.page.front.filtered.emit()
    assert desk.cells("ref") == ["R10"]
    assert "Closed 28 May: The local offer was renewed." in desk.said()


def test_a_cell_of_the_map_filters_the_register_and_lets_go_again(desk: RiskDesk) -> None:
    desk.page.map_box.map.cell_picked.emit(4, 4)
    assert desk.cells("ref") == ["R7"]
    assert desk.page.front.choices[0].currentText() == "16 Extreme, 4 × 4"
    desk.page.map_box.map.cell_picked.emit(4, 4)
    assert desk.cells("ref") == ["R7", "R3", "R10"]


def test_a_board_sees_its_own_risks_and_those_sent_to_it(desk: RiskDesk) -> None:
    desk.pick_board("HWB")
    assert desk.page.front.is_empty
    desk.pick_board("SIB")
    desk.page.risk_actions.escalate_risk(desk.choose("R7"))
    desk.answer(asked_for="Agree that the trust may recruit above grade.")
    desk.pick_board("HWB")
    assert desk.cells("what") == ["R7 Therapy posts stay empty"]
    assert desk.page.header.detail().endswith("1 waiting to be taken")
    desk.page.pick("risk")
    assert desk.cells("ref") == ["R7"]


def test_a_record_of_another_board_is_shown_when_somebody_asks_for_it(desk: RiskDesk) -> None:
    desk.pick_board("YC")
    desk.page.open_record("risk", desk.risk("R3").id)
    assert desk.page.front.chosen() == desk.risk("R3").id


# ── changed where it stands ──


def test_the_owner_is_a_person_a_post_or_a_group_by_typing(desk: RiskDesk) -> None:
    desk.choose("R3")
    desk.type("Owner", "youth council")
    assert (desk.risk("R3").owner.name, desk.risk("R3").owner.kind) == ("Youth Council", "group")
    assert desk.file.undo_label == "Change risk R3"
    desk.file.undo()
    assert desk.risk("R3").owner.name == ""


def test_a_day_that_is_none_is_said_under_the_field(desk: RiskDesk) -> None:
    desk.choose("R3")
    before = desk.file.commit_number
    field = desk.type("Next review", "31/02/2026")
    assert field.hint().startswith("▲ This is not a date")
    assert desk.file.commit_number == before
    field.give_up()


def test_links_are_typed_as_refs_and_an_unknown_one_is_refused_beside_them(desk: RiskDesk) -> None:
    desk.choose("R7")
    field = desk.type("Linked refs", "9.9")
    assert field.hint() == "▲ There is no action and no KPI 9.9."
    field.give_up()
    desk.type("Linked refs", "3.3")
    assert len(desk.risk("R7").action_ids) == 1


def test_a_control_says_how_sure_it_is(desk: RiskDesk) -> None:
    risk = desk.choose("R7")
    desk.page.risk_actions.edit("control", risk.controls[0].id, "assurance", "partial")
    desk.type("Tested: Agency cover for two posts", "4 Mar 2026")
    control = desk.risk("R7").controls[0]
    assert (control.assurance, control.tested_on) == (Assurance.PARTIAL, date(2026, 3, 4))


# ── forms, each taken back by one undo ──


def test_a_risk_is_added_with_its_first_score_as_one_change(desk: RiskDesk) -> None:
    desk.page.new_record()
    desk.answer(title="Tracker data is lost", cause="one sheet holds it", likelihood="2", impact="5")
    added = desk.risk("R11")
    assert (added.title, added.current[0].shown) == ("Tracker data is lost", "10\N{NO-BREAK SPACE}High")
    assert added.next_review == date(2026, 6, 28)
    assert desk.page.front.chosen() == added.id
    desk.file.undo()
    assert "R11" not in desk.cells("ref")


def test_another_score_asks_for_its_reason(desk: RiskDesk) -> None:
    desk.page.risk_actions.score(desk.choose("R7"))
    dialog = desk.answer(likelihood="3")
    assert dialog.fields["why"].refused() == "Say why: it is kept with the score and printed."
    assert dialog.notes[0].text() == "12 High, ↓ down from 16, above tolerable 10"
    desk.answer(why="Two posts are filled.")
    assert [score.product for score in desk.risk("R7").current] == [12, 16, 12]
    assert desk.file.undo_label == "Score risk R7"
    desk.file.undo()
    assert desk.risk("R7").current[0].product == 16


def test_a_review_that_is_late_is_proposed_anew_from_today(desk: RiskDesk) -> None:
    assert desk.risk("R7").next_review == date(2026, 5, 23)
    desk.page.risk_actions.score(desk.choose("R7"))
    dialog = desk.dialog()
    level = matrices.in_force(desk.file).level(4, 4)
    assert dialog.answers.day("next_review") == next_review(level, TODAY) > TODAY
    dialog.reject()


def test_a_target_is_scored_with_its_day(desk: RiskDesk) -> None:
    desk.page.risk_actions.score(desk.choose("R3"), ScoreKind.TARGET)
    desk.answer(likelihood="2", impact="3", target_by=date(2026, 9, 1))
    assert (desk.risk("R3").target[0].product, desk.risk("R3").target_by) == (6, date(2026, 9, 1))


def test_a_mitigation_is_due_as_typed_moved_with_a_reason_and_ticked(desk: RiskDesk) -> None:
    risk = desk.choose("R3")
    desk.page.risk_actions.add_mitigation(risk)
    desk.answer(text="Meet families each term", due="end of June")
    made = desk.risk("R3").mitigations[0]
    assert (made.due, made.due_as_written) == (date(2026, 6, 30), "end of June")
    desk.page.risk_actions.move(made)
    assert desk.answer(due="31 July").fields["why"].refused() == "Say why it moves."
    desk.answer(why="The hall is shut.")
    made = desk.risk("R3").mitigations[0]
    assert (made.due, made.moves[0].why) == (date(2026, 7, 31), "The hall is shut.")
    desk.page.risk_actions.finish(made, done=True)
    assert desk.risk("R3").mitigations[0].done_on == date(2026, 5, 28)


def test_a_risk_is_accepted_until_a_day(desk: RiskDesk) -> None:
    desk.page.risk_actions.accept(desk.choose("R7"))
    dialog = desk.answer(by="Priya Nambiar", why="Nobody can be hired.", until=LONG_AGO)
    assert dialog.fields["until"].refused().startswith("That day is past")
    desk.answer(until=date(2026, 12, 1))
    assert desk.risk("R7").response is Response.TOLERATE
    assert "Accepted by Priya Nambiar until 1 Dec 2026" in desk.said()


def test_a_risk_that_happens_becomes_an_issue_and_is_resolved(desk: RiskDesk) -> None:
    desk.page.risk_actions.happened(desk.choose("R3"))
    desk.answer(impact="Forty families left the forum.")
    assert desk.page.kind == "issue" and desk.risk("R3").status is RiskStatus.OCCURRED
    made = issues.issues(desk.file)[0]
    assert (made.title, made.risk_id) == ("Families lose trust", desk.risk("R3").id)
    desk.page.risk_actions.resolve(made)
    desk.answer(resolution="The forum met them.")
    assert issues.issues(desk.file)[0].resolved_on == date(2026, 5, 28)
    desk.file.undo()
    desk.file.undo()
    assert desk.risk("R3").status is RiskStatus.OPEN and issues.issues(desk.file) == ()


# ── up and down again ──


def test_a_board_the_line_does_not_reach_is_refused_beside_the_field(desk: RiskDesk) -> None:
    desk.page.risk_actions.escalate_risk(desk.choose("R7"))
    assert desk.dialog().answers.text("to") == "Health and Wellbeing Board"
    dialog = desk.answer(to="Youth Council", asked_for="More posts.")
    assert dialog.fields["to"].refused() == (
        "SIB is not accountable to YC: what is sent up follows the lines under People."
    )
    assert escalations.escalations(desk.file) == ()
    dialog.reject()


def test_what_goes_up_is_put_on_an_agenda_taken_and_comes_down(desk: RiskDesk) -> None:
    actions = desk.page.risk_actions
    actions.escalate_risk(desk.choose("R7"))
    desk.answer(asked_for="Agree that the trust may recruit above grade.")
    (sent,) = escalations.escalations(desk.file)
    assert desk.page.kind == "escalation" and desk.page.front.chosen() == sent.id
    actions.put_on_agenda(sent)
    (meeting,) = meetings.meetings(desk.file, sent.board_id)
    desk.answer(meeting=meeting.id)
    assert desk.cells("stage") == ["on 9 Jun’s agenda"]
    actions.take(sent)
    desk.answer(outcome="Agreed for a year.", on=date(2026, 5, 28))
    assert desk.cells("stage") == ["taken 28 May"]
    actions.bring_down(sent)
    assert desk.answer().fields["why"].refused() == "Say why it comes down."
    desk.answer(why="Two posts are filled.")
    assert desk.risk("R7").status is RiskStatus.OPEN
    for label in (
        "Bring risk R7 down",
        "Take risk R7",
        "Put risk R7 on an agenda",
        "Escalate risk R7 to HWB",
    ):
        assert desk.file.undo_label == label
        desk.file.undo()
    assert escalations.escalations(desk.file) == () and desk.risk("R7").status is RiskStatus.OPEN


def test_a_difference_goes_up_in_words_with_what_was_tried(desk: RiskDesk) -> None:
    desk.page.pick("escalation")
    desk.page.risk_actions.escalate_words()
    dialog = desk.answer(asked_for="Say who pays.", parties="The council and the trust", tried="Two meetings")
    assert dialog.fields["what"].refused() == "Say what is escalated."
    desk.answer(what="Who pays for the bus")
    (sent,) = escalations.escalations(desk.file)
    assert (sent.kind, sent.what, sent.parties) == (
        "professional difference",
        "Who pays for the bus",
        "The council and the trust",
    )


def test_an_action_of_the_plan_goes_up(desk: RiskDesk) -> None:
    action_id = next(iter(desk.page.shown.actions))
    desk.page.open_record("escalate action", action_id)
    desk.answer(asked_for="Let us buy places elsewhere.")
    (sent,) = escalations.escalations(desk.file)
    assert (sent.kind, sent.record_id) == ("action", action_id)


def test_rows_are_taken_out_as_one_change(desk: RiskDesk) -> None:
    desk.choose("R3")
    desk.page.remove()
    assert desk.cells("ref") == ["R7", "R10"]
    desk.file.undo()
    assert desk.cells("ref") == ["R7", "R3", "R10"]


def test_a_ref_that_another_has_is_refused(desk: RiskDesk) -> None:
    with pytest.raises(Refused, match="already taken"):
        desk.page.risk_actions.edit("risk", desk.risk("R3").id, "ref", "R7")


def test_with_every_board_in_sight_a_new_risk_begins_with_a_ref_that_is_free(desk: RiskDesk) -> None:
    desk.pick_board(None)
    desk.page.begin_new("risk")
    desk.answer(board=boards.board_named(desk.file, "SIB").id, title="Posts are frozen")
    assert desk.risk("R11").title == "Posts are frozen"


# ── the review ──


def test_the_risks_in_sight_are_reviewed_and_the_register_is_there_again(desk: RiskDesk) -> None:
    assert desk.page.review_button.text() == "Review 3 risks"
    desk.page.map_box.map.cell_picked.emit(4, 4)
    assert desk.page.review_button.text() == "Review 1 risk"
    desk.qtbot.mouseClick(desk.page.review_button, Qt.MouseButton.LeftButton)
    assert desk.page.is_reviewing and not desk.page.both.isVisible()
    assert "1 of 1" in desk.said(desk.page.review)
    desk.page.review.leave()
    assert not desk.page.is_reviewing and desk.page.both.isVisible()


def test_a_risk_goes_up_out_of_the_review_which_goes_on(desk: RiskDesk) -> None:
    desk.page.start_review()
    desk.page.review.escalate_requested.emit(desk.risk("R7").id)
    desk.answer(asked_for="Agree that the trust may recruit above grade.")
    assert desk.page.is_reviewing and desk.risk("R7").status is RiskStatus.ESCALATED


def test_a_link_to_a_risk_leaves_the_review(desk: RiskDesk) -> None:
    desk.page.start_review()
    desk.page.open_record("risk", desk.risk("R3").id)
    assert not desk.page.is_reviewing and desk.page.front.chosen() == desk.risk("R3").id


def test_a_score_that_parts_from_its_figures_shows_both_sides(desk: RiskDesk) -> None:
    plan = plans.plans(desk.file)[0].id
    measure = kpis.add_kpi(desk.file, plan, ref="K3.1", wording="Waits", polarity=Polarity.LOWER)
    for month, value in ((3, 10), (4, 14), (5, 19)):
        day = date(2026, month, 1)
        actual = Actual(Decimal(value), as_at=day)
        kpis.add_checkpoint(desk.file, measure, label=f"{day:%b}", target=Target(), due=day, actual=actual)
    risk = desk.choose("R7")
    desk.type("Linked refs", "K3.1")
    desk.page.risk_actions.score(desk.risk("R7"))
    dialog = desk.answer(likelihood="2")
    assert dialog.notes[1].text().startswith("K3.1 worsened twice, 10 to 14 to 19, while the score fell")
    assert risk.current[0].product == 16
    dialog.reject()

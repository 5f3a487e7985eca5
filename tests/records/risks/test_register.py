"""Risks keep every score with the level it had; issues say that something has happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.records.risks import escalations, issues, matrices, register, scores, treatment
from boarddesk.records.risks.escalations import Sending
from boarddesk.rules.owners import Owner, OwnerKind
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import EscalationKind, Stage
from boarddesk.rules.risks.matrix import HIGH, LOW, USUAL, Band, Severity, by_product
from boarddesk.rules.risks.risk import Appetite, DateMove, Response, RiskStatus, ScoreKind

MAY, JUNE = date(2026, 5, 12), date(2026, 6, 2)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def risk_id(file: OfficeFile) -> str:
    money = treatment.add_category(file, "Money", appetite=Appetite(4, 8))
    return register.add_risk(file, ref="R2", title="Overspend", raised_on=MAY, category_id=money)


def test_scores_are_kept_newest_first_with_their_reason(file: OfficeFile, risk_id: str) -> None:
    scores.set_score(file, risk_id, likelihood=3, impact=4, as_at=MAY)
    scores.set_score(file, risk_id, likelihood=5, impact=4, as_at=JUNE, why="Forecast rose")
    scores.set_score(file, risk_id, likelihood=2, impact=3, as_at=MAY, kind=ScoreKind.TARGET)
    found = register.risk(file, risk_id)
    assert [(score.product, score.why) for score in found.current] == [(20, "Forecast rose"), (12, "")]
    assert found.target[0].product == 6
    assert (found.category, found.appetite) == ("Money", Appetite(4, 8))


SMALL = by_product(
    ("Rare", "Possible", "Likely", "Certain"),
    ("Little", "Some", "Much", "All"),
    (Band(LOW, 1, 4), Band(HIGH, 6, 16)),
)


def test_a_score_keeps_the_matrix_it_was_given_by(file: OfficeFile, risk_id: str) -> None:
    scores.set_score(file, risk_id, likelihood=2, impact=2, as_at=MAY)
    matrices.set_matrix(file, SMALL, today=MAY)
    scores.set_score(file, risk_id, likelihood=2, impact=2, as_at=JUNE)
    new, old = register.risk(file, risk_id).current
    assert [score.level and score.level.name for score in (new, old)] == ["Low", "Moderate"]
    kept = matrices.matrices(file)
    assert (kept[new.matrix_id].impacts, kept[old.matrix_id].impacts) == (SMALL.impacts, USUAL.impacts)


def test_an_office_without_a_matrix_of_its_own_has_the_usual_one(file: OfficeFile) -> None:
    assert matrices.in_force(file) == USUAL


def test_a_matrix_with_a_bare_cell_is_refused_and_nothing_changes(file: OfficeFile) -> None:
    with pytest.raises(Refused, match="every cell"):
        matrices.set_matrix(file, by_product(SMALL.likelihoods, SMALL.impacts, (Band(LOW, 1, 4),)), today=MAY)
    assert matrices.in_force(file).id == "" and len(file.log()) == 1


def test_putting_the_same_matrix_in_force_again_changes_nothing(file: OfficeFile) -> None:
    first = matrices.set_matrix(file, SMALL, today=MAY)
    assert matrices.set_matrix(file, SMALL, today=JUNE) == first
    assert file.undo() == "Change the risk matrix"
    assert matrices.in_force(file) == USUAL


def test_a_score_is_never_outside_the_matrix_in_force(file: OfficeFile, risk_id: str) -> None:
    matrices.set_matrix(file, SMALL, today=MAY)
    with pytest.raises(Refused, match="from 1 to 4"):
        scores.set_score(file, risk_id, likelihood=5, impact=1, as_at=MAY)


def test_what_a_register_gave_of_a_score_is_kept_and_nothing_made_up(file: OfficeFile, risk_id: str) -> None:
    scores.keep_given(file, risk_id, as_at=MAY, kind=ScoreKind.CURRENT, product=12)
    scores.keep_given(file, risk_id, as_at=MAY, kind=ScoreKind.TARGET, level="Medium")
    found = register.risk(file, risk_id)
    assert [(score.likelihood, score.product, score.level) for score in found.current] == [(None, 12, None)]
    (target,) = found.target
    assert (target.product, target.level and target.level.severity) == (None, Severity.MODERATE)
    with pytest.raises(Refused):
        scores.keep_given(file, risk_id, as_at=MAY, kind=ScoreKind.CURRENT)


def test_a_score_opened_again_in_its_review_is_the_one_that_changes(file: OfficeFile, risk_id: str) -> None:
    kept = scores.set_score(file, risk_id, likelihood=2, impact=2, as_at=MAY)
    scores.set_score(file, risk_id, likelihood=3, impact=2, as_at=MAY, why="Slip", instead_of=kept)
    (score,) = register.risk(file, risk_id).current
    assert (score.product, score.why) == (6, "Slip")


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 3), (6, 1), (3, 9)])
def test_scores_outside_the_usual_matrix_are_refused(
    file: OfficeFile, risk_id: str, likelihood: int, impact: int
) -> None:
    with pytest.raises(Refused):
        scores.set_score(file, risk_id, likelihood=likelihood, impact=impact, as_at=MAY)


def test_risks_come_in_the_order_of_their_refs(file: OfficeFile, risk_id: str) -> None:
    for ref in ("R10", "R1"):
        register.add_risk(file, ref=ref, title=ref, raised_on=MAY)
    assert [risk.ref for risk in register.risks(file)] == ["R1", "R2", "R10"]


def test_a_ref_that_is_taken_is_refused(file: OfficeFile, risk_id: str) -> None:
    with pytest.raises(Refused) as refused:
        register.add_risk(file, ref="R2", title="Again", raised_on=MAY)
    assert refused.value.field == "ref"


def test_a_mitigation_is_done_on_a_day_and_can_be_reopened(file: OfficeFile, risk_id: str) -> None:
    made = treatment.add_mitigation(
        file, risk_id, text="Monthly forecast", owner=Owner("Priya Nambiar"), due=JUNE
    )
    treatment.finish_mitigation(file, made, done_on=MAY)
    assert register.risk(file, risk_id).mitigations[0].done_on == MAY
    treatment.finish_mitigation(file, made, done_on=None)
    assert register.risk(file, risk_id).mitigations[0].done_on is None


def test_an_issue_that_names_a_risk_says_that_it_occurred_in_one_step(file: OfficeFile, risk_id: str) -> None:
    issues.add_issue(file, ref="I1", title="Overspent", raised_on=JUNE, risk_id=risk_id)
    assert register.risk(file, risk_id).status is RiskStatus.OCCURRED
    assert file.undo() == "Add issue I1"
    assert register.risk(file, risk_id).status is RiskStatus.OPEN
    assert issues.issues(file) == ()


def test_an_owner_is_a_person_a_post_or_a_group_by_the_name_it_has_now(
    file: OfficeFile, risk_id: str
) -> None:
    ann = people.add_person(file, "Ann Hale")
    register.change_risk(file, risk_id, owner=owner_called(file, "ann hale"))
    people.update_person(file, ann, name="Ann Brook")
    assert register.risk(file, risk_id).owner == Owner("Ann Brook", OwnerKind.PERSON, ann)
    with pytest.raises(Refused):
        people.remove_person(file, ann)
    board = boards.add_board(file, name="Executive group", short_name="EG")
    seat = seats.add_seat(file, board, "Director of Education")
    for owner in (
        Owner("Director of Education", OwnerKind.POST, seat),
        Owner("Executive group", OwnerKind.GROUP, board),
        Owner("A panel to be named"),
    ):
        register.change_risk(file, risk_id, owner=owner)
        assert register.risk(file, risk_id).owner == owner


def test_two_people_of_one_name_are_not_chosen_between(file: OfficeFile) -> None:
    for _ in range(2):
        people.add_person(file, "Ann Hale")
    assert owner_called(file, "Ann Hale") == Owner("Ann Hale")


def test_a_ref_is_a_boards_own(file: OfficeFile, risk_id: str) -> None:
    board = boards.add_board(file, name="Executive group", short_name="EG")
    other = register.add_risk(file, ref="R2", title="Another", raised_on=MAY, board_id=board)
    assert [risk.title for risk in register.risks(file, board)] == ["Another"]
    assert register.next_ref(file, board) == "R3"
    register.change_risk(file, other, ref="R9")
    assert register.risk(file, other).ref == "R9"
    register.add_risk(file, ref="R8", title="A third", raised_on=MAY, board_id=board)
    with pytest.raises(Refused, match="already taken"):
        register.change_risk(file, other, ref="R8")


def test_a_mitigation_remembers_each_move_of_its_date(file: OfficeFile, risk_id: str) -> None:
    made = treatment.add_mitigation(file, risk_id, text="Recruit", due=MAY)
    treatment.move_mitigation(file, made, due=JUNE, on=MAY, why="No reply")
    treatment.move_mitigation(file, made, due=JUNE, on=JUNE)
    (mitigation,) = register.risk(file, risk_id).mitigations
    assert (mitigation.due, mitigation.moves) == (JUNE, (DateMove(MAY, JUNE, MAY, "No reply"),))


def test_closing_says_why_and_can_be_undone_and_taken_back(file: OfficeFile, risk_id: str) -> None:
    with pytest.raises(Refused) as refused:
        register.close_risk(file, risk_id, why=" ", on=MAY)
    assert refused.value.field == "why"
    register.close_risk(file, risk_id, why="Spent", on=MAY)
    closed = register.risk(file, risk_id)
    assert (closed.status, closed.closed_on, closed.closed_why) == (RiskStatus.CLOSED, MAY, "Spent")
    register.reopen_risk(file, risk_id)
    assert register.risk(file, risk_id).live
    file.undo()
    assert file.undo() == "Close risk R2"
    assert register.risk(file, risk_id).live


def test_a_risk_that_is_closed_waits_with_no_board_above(file: OfficeFile, risk_id: str) -> None:
    own = boards.add_board(file, name="SEND Improvement Board", short_name="SIB")
    register.change_risk(file, risk_id, board_id=own)
    escalations.escalate(
        file, Sending(EscalationKind.RISK, MAY, "Late", "Posts", own, to_name="Cabinet", record_id=risk_id)
    )
    register.close_risk(file, risk_id, why="Spent", on=JUNE)
    (told,) = escalations.escalations(file)
    assert (told.came_down_on, told.came_down_why) == (JUNE, "The risk is closed: Spent")
    register.reopen_risk(file, risk_id)
    assert register.risk(file, risk_id).status is RiskStatus.OPEN
    file.undo()
    assert file.undo() == "Close risk R2"
    assert escalations.escalations(file)[0].live


def test_accepting_says_who_until_when_and_why(file: OfficeFile, risk_id: str) -> None:
    for by, why, until, field in (
        ("", "Dear", JUNE, "by"),
        ("Ann", "", JUNE, "why"),
        ("Ann", "Dear", MAY, "until"),
    ):
        with pytest.raises(Refused) as refused:
            register.accept_risk(file, risk_id, by=by, why=why, on=JUNE, until=until)
        assert refused.value.field == field
    register.accept_risk(file, risk_id, by="Ann", why="Dear", on=MAY, until=JUNE)
    found = register.risk(file, risk_id)
    assert found.acceptance and (found.acceptance.by, found.acceptance.until) == ("Ann", JUNE)
    assert found.response is Response.TOLERATE


def test_a_risk_that_happens_becomes_an_issue_with_its_history(file: OfficeFile, risk_id: str) -> None:
    scores.set_score(file, risk_id, likelihood=2, impact=2, as_at=MAY)
    issue_id = issues.make_issue_of(file, risk_id, on=JUNE, impact="£1 million over")
    (issue,) = issues.issues(file)
    assert (issue.id, issue.ref, issue.title, issue.risk_id) == (issue_id, "I1", "Overspend", risk_id)
    assert register.risk(file, risk_id).status is RiskStatus.OCCURRED and register.risk(file, risk_id).current
    assert file.undo() == "Risk R2 has happened"
    assert register.risk(file, risk_id).status is RiskStatus.OPEN and not issues.issues(file)


def sent_up(file: OfficeFile, risk_id: str, board: str, on: date = MAY) -> str:
    sending = Sending(
        EscalationKind.RISK, on, "Above tolerable", "Two more posts", to_board_id=board, record_id=risk_id
    )
    return escalations.escalate(file, sending)


def test_a_risk_goes_up_is_taken_there_and_comes_down_again(file: OfficeFile, risk_id: str) -> None:
    board = boards.add_board(file, name="Strategic Partnership Board", short_name="SPB")
    sent = sent_up(file, risk_id, board)
    up = register.risk(file, risk_id)
    assert (up.status, up.escalated_to) == (RiskStatus.ESCALATED, "SPB")
    assert [risk.id for risk in register.risks(file, board)] == [risk_id], "both boards see it"
    with pytest.raises(Refused, match="with that board already"):
        sent_up(file, risk_id, board)
    escalations.take(file, sent, on=JUNE, outcome="One post agreed")
    with pytest.raises(Refused, match="before it was sent"):
        escalations.bring_down(file, sent, on=date(2026, 1, 1), why="Filled")
    escalations.bring_down(file, sent, on=JUNE, why="Filled")
    (told,) = escalations.escalations(file)
    assert (told.stage, told.outcome, told.what) == (Stage.CAME_DOWN, "One post agreed", "R2 Overspend")
    down = register.risk(file, risk_id)
    assert (down.status, down.escalated, down.escalated_to) == (RiskStatus.OPEN, None, "")
    assert file.undo() == "Bring risk R2 down"
    assert register.risk(file, risk_id).status is RiskStatus.ESCALATED


def test_a_risk_with_two_boards_above_is_down_when_both_gave_it_back(file: OfficeFile, risk_id: str) -> None:
    sent = [
        sent_up(file, risk_id, boards.add_board(file, name=name, short_name=name)) for name in ("SPB", "HWB")
    ]
    for each, status in zip(sent, (RiskStatus.ESCALATED, RiskStatus.OPEN), strict=True):
        escalations.bring_down(file, each, on=JUNE, why="Settled")
        assert register.risk(file, risk_id).status is status


@pytest.mark.parametrize(
    ("sending", "field"),
    [
        (Sending(EscalationKind.RISK, MAY, "", "Posts", to_name="Cabinet"), "record"),
        (Sending(EscalationKind.BARRIER, MAY, "", "Posts", to_name="Cabinet"), "what"),
        (Sending(EscalationKind.CONCERN, MAY, "", "Posts", what="Waits"), "to"),
        (Sending(EscalationKind.CONCERN, MAY, "", " ", what="Waits", to_name="Cabinet"), "asked_for"),
    ],
)
def test_an_escalation_that_does_not_say_enough_is_refused(
    file: OfficeFile, sending: Sending, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        escalations.escalate(file, sending)
    assert refused.value.field == field and len(file.log()) == 1


def test_a_professional_difference_goes_up_in_words(file: OfficeFile) -> None:
    made = escalations.escalate(
        file,
        Sending(
            EscalationKind.DIFFERENCE,
            MAY,
            "Advice differs",
            "A ruling",
            to_name="Cabinet",
            what="Who funds therapy",
            parties="ICB and council",
            tried="Two meetings",
        ),
    )
    (told,) = escalations.escalations(file)
    assert (told.id, told.sent_to, told.parties, told.stage) == (
        made,
        "Cabinet",
        "ICB and council",
        Stage.SENT,
    )
    escalations.remove_escalation(file, made)
    assert escalations.escalations(file) == ()


def test_taking_back_what_was_sent_up_opens_a_risk_again_but_none_that_is_closed(
    file: OfficeFile, risk_id: str
) -> None:
    sending = Sending(
        EscalationKind.RISK, MAY, "Too much", "More money", to_name="Cabinet", record_id=risk_id
    )
    escalations.remove_escalation(file, escalations.escalate(file, sending))
    assert register.risk(file, risk_id).status is RiskStatus.OPEN
    made = escalations.escalate(file, sending)
    register.close_risk(file, risk_id, why="It is over.", on=JUNE)
    escalations.remove_escalation(file, made)
    assert register.risk(file, risk_id).status is RiskStatus.CLOSED

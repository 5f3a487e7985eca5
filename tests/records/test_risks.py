"""Risks keep every score with the level it had; issues say that something has happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, issues, people, risks, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.rules.owners import Owner, OwnerKind
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks import LEVELS, Escalation, Level, RiskStatus, ScoreKind

MAY, JUNE = date(2026, 5, 12), date(2026, 6, 2)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def risk_id(file: OfficeFile) -> str:
    money = risks.add_category(file, "Money", appetite=8)
    return risks.add_risk(file, ref="R2", title="Overspend", raised_on=MAY, category_id=money)


def test_scores_are_kept_newest_first_with_their_reason(file: OfficeFile, risk_id: str) -> None:
    risks.set_score(file, risk_id, likelihood=3, impact=4, as_at=MAY)
    risks.set_score(file, risk_id, likelihood=5, impact=4, as_at=JUNE, why="Forecast rose")
    risks.set_score(file, risk_id, likelihood=2, impact=3, as_at=MAY, kind=ScoreKind.TARGET)
    found = risks.risk(file, risk_id)
    assert [(score.product, score.why) for score in found.current] == [(20, "Forecast rose"), (12, "")]
    assert found.target[0].product == 6
    assert (found.category, found.appetite) == ("Money", 8)


def test_a_score_keeps_the_level_of_the_bands_then_in_force(file: OfficeFile, risk_id: str) -> None:
    risks.set_score(file, risk_id, likelihood=3, impact=4, as_at=MAY)
    risks.set_levels(file, (Level("Small", 1, 12), Level("Great", 13, 25)))
    risks.set_score(file, risk_id, likelihood=3, impact=4, as_at=JUNE)
    assert [score.level for score in risks.risk(file, risk_id).current] == ["Small", "High"]


def test_an_office_without_bands_of_its_own_has_the_usual_ones(file: OfficeFile) -> None:
    assert risks.levels(file) == LEVELS


def test_bands_that_leave_a_score_out_are_refused_and_nothing_changes(file: OfficeFile) -> None:
    with pytest.raises(Refused):
        risks.set_levels(file, (Level("Low", 1, 6), Level("High", 10, 25)))
    assert risks.levels(file) == LEVELS


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 3), (6, 1), (3, 9)])
def test_scores_outside_one_to_five_are_refused(
    file: OfficeFile, risk_id: str, likelihood: int, impact: int
) -> None:
    with pytest.raises(Refused):
        risks.set_score(file, risk_id, likelihood=likelihood, impact=impact, as_at=MAY)


def test_risks_come_in_the_order_of_their_refs(file: OfficeFile, risk_id: str) -> None:
    for ref in ("R10", "R1"):
        risks.add_risk(file, ref=ref, title=ref, raised_on=MAY)
    assert [risk.ref for risk in risks.risks(file)] == ["R1", "R2", "R10"]


def test_a_ref_that_is_taken_is_refused(file: OfficeFile, risk_id: str) -> None:
    with pytest.raises(Refused) as refused:
        risks.add_risk(file, ref="R2", title="Again", raised_on=MAY)
    assert refused.value.field == "ref"


def test_a_mitigation_is_done_on_a_day_and_can_be_reopened(file: OfficeFile, risk_id: str) -> None:
    made = risks.add_mitigation(file, risk_id, text="Monthly forecast", owner="Priya Nambiar", due=JUNE)
    risks.finish_mitigation(file, made, done_on=MAY)
    assert risks.risk(file, risk_id).mitigations[0].done_on == MAY
    risks.finish_mitigation(file, made, done_on=None)
    assert risks.risk(file, risk_id).mitigations[0].done_on is None


def test_an_issue_that_names_a_risk_says_that_it_occurred_in_one_step(file: OfficeFile, risk_id: str) -> None:
    issues.add_issue(file, ref="I1", title="Overspent", raised_on=JUNE, risk_id=risk_id)
    assert risks.risk(file, risk_id).status is RiskStatus.OCCURRED
    assert file.undo() == "Add issue I1"
    assert risks.risk(file, risk_id).status is RiskStatus.OPEN
    assert issues.issues(file) == ()


def test_an_owner_is_a_person_a_post_or_a_group_by_the_name_it_has_now(
    file: OfficeFile, risk_id: str
) -> None:
    ann = people.add_person(file, "Ann Hale")
    risks.change_risk(file, risk_id, owner=owner_called(file, "ann hale"))
    people.update_person(file, ann, name="Ann Brook")
    assert risks.risk(file, risk_id).owner == Owner("Ann Brook", OwnerKind.PERSON, ann)
    with pytest.raises(Refused):
        people.remove_person(file, ann)
    board = boards.add_board(file, name="Executive group", short_name="EG")
    seat = seats.add_seat(file, board, "Director of Education")
    for owner in (
        Owner("Director of Education", OwnerKind.POST, seat),
        Owner("Executive group", OwnerKind.GROUP, board),
        Owner("A panel to be named"),
    ):
        risks.change_risk(file, risk_id, owner=owner)
        assert risks.risk(file, risk_id).owner == owner


def test_two_people_of_one_name_are_not_chosen_between(file: OfficeFile) -> None:
    for _ in range(2):
        people.add_person(file, "Ann Hale")
    assert owner_called(file, "Ann Hale") == Owner("Ann Hale")


def test_a_risk_that_came_back_down_is_with_its_own_board(file: OfficeFile, risk_id: str) -> None:
    board = boards.add_board(file, name="Strategic Partnership Board", short_name="SPB")
    risks.set_risk_status(
        file, risk_id, RiskStatus.ESCALATED, escalated_to="strategic partnership board", as_at=MAY
    )
    assert risks.risk(file, risk_id).escalated == Escalation("SPB", board, MAY)
    risks.set_risk_status(file, risk_id, RiskStatus.OPEN)
    found = risks.risk(file, risk_id)
    assert (found.escalated, found.escalated_to) == (None, "")
    assert [sent.sent_to for sent in found.escalations] == ["SPB"]


def test_escalating_names_the_board_it_went_to(file: OfficeFile, risk_id: str) -> None:
    risks.set_risk_status(file, risk_id, RiskStatus.ESCALATED, escalated_to="SPB")
    found = risks.risk(file, risk_id)
    assert (found.status, found.escalated_to) == (RiskStatus.ESCALATED, "SPB")

"""A register of risks out of a document is one change, taken back whole, and taken twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.records.plan_offices import tables

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports import risks as imports
from boarddesk.records.imports.plan import ImportResult
from boarddesk.records.leftovers import leftovers
from boarddesk.records.risks import issues, register
from boarddesk.records.risks.matrices import in_force, matrices, set_matrix
from boarddesk.records.risks.scores import set_score
from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.imports.contents import Leftover
from boarddesk.rules.imports.proposals import Verdict
from boarddesk.rules.imports.risks.contents import (
    FoundControl,
    FoundIssue,
    FoundMatrix,
    FoundMitigation,
    FoundRisk,
    FoundRisks,
    FoundScore,
)
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Risk, RiskStatus

DATED, TODAY = date(2026, 5, 12), date(2026, 5, 28)
FOUR = FoundMatrix(("Remote", "Even", "Likely", "Sure"), ("Slight", "Middling", "Grave", "Dire"))
RISK = FoundRisk(
    "SR1",
    "Too few therapists",
    "sheet “Register” row 7",
    cause="pay is low",
    event="clinics are cancelled",
    effect="lead to longer waits",
    category="Workforce",
    owners=("Isla Crane", "Ned Holm"),
    inherent=FoundScore(4, 4, 16),
    current=FoundScore(3, 4),
    target=FoundScore(product=6),
    controls=(FoundControl("Bank of locums"),),
    mitigations=(FoundMitigation("Start a bursary", ("Ned Holm",), read_by_when("Sept 2026")),),
    movement="up",
    next_review=date(2026, 9, 1),
    status_words="On hold",
)
CLOSED = FoundRisk(
    "SR2", "Old system", "row 8", status="closed", closed_on=date(2026, 2, 27), closed_why="System live"
)
FOUND = FoundRisks(
    "register.xlsx",
    risks=(RISK, CLOSED),
    issues=(FoundIssue("I1", "Two servers have failed", "row 9", owners=("Gwyn Orr",)),),
    matrix=FOUR,
    leftovers=(Leftover("row 12", "Note", "a line of the register that is no risk"),),
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        boards.add_board(made, "SEND Improvement Board", "SIB")
        yield made


def board_id(file: OfficeFile) -> str:
    return boards.boards(file)[0].id


def take(file: OfficeFile, found: FoundRisks = FOUND, *, dated: date = DATED) -> ImportResult:
    proposals = imports.propose(file, board_id(file), found, dated=dated)
    return imports.apply(file, board_id(file), proposals, dated=dated, today=TODAY)


def kept(file: OfficeFile, ref: str) -> Risk:
    return next(risk for risk in register.risks(file) if risk.ref == ref)


def test_everything_the_register_says_is_kept(file: OfficeFile) -> None:
    take(file)
    risk = kept(file, "SR1")
    assert (risk.cause, risk.event, risk.effect) == (RISK.cause, RISK.event, RISK.effect)
    assert (risk.category, risk.owner.name, risk.next_review) == (
        "Workforce",
        "Isla Crane; Ned Holm",
        RISK.next_review,
    )
    assert [control.text for control in risk.controls] == ["Bank of locums"]
    (mitigation,) = risk.mitigations
    assert (mitigation.owner.name, mitigation.due, mitigation.due_as_written) == (
        "Ned Holm",
        date(2026, 9, 30),
        "Sept 2026",
    )
    assert (risk.status, risk.status_words) == (RiskStatus.OPEN, "On hold")
    closed = kept(file, "SR2")
    assert (closed.status, closed.closed_why) == (RiskStatus.CLOSED, "System live")
    assert [issue.title for issue in issues.issues(file)] == ["Two servers have failed"]
    assert [left.leftover.text for left in leftovers(file)] == ["Note"]


def test_a_score_keeps_what_was_given_and_nothing_more(file: OfficeFile) -> None:
    take(file)
    risk = kept(file, "SR1")
    inherent, target = risk.inherent[0], risk.target[0]
    assert (inherent.likelihood, inherent.impact, inherent.product) == (4, 4, 16)
    assert (target.likelihood, target.impact, target.product, target.level) == (None, None, 6, None)
    assert risk.current[0].as_at == DATED
    assert risk.current[0].why == "The register shows it going up."


def test_a_four_by_four_keeps_its_words_and_is_in_force_where_there_was_none(file: OfficeFile) -> None:
    take(file)
    assert in_force(file).likelihoods == FOUR.likelihood
    assert kept(file, "SR1").inherent[0].level is not None
    assert kept(file, "SR1").inherent[0].matrix_id == in_force(file).id


def test_an_office_keeps_its_own_matrix_in_force(file: OfficeFile) -> None:
    set_matrix(file, USUAL, today=DATED)
    take(file)
    assert in_force(file).likelihoods == USUAL.likelihoods
    assert matrices(file)[kept(file, "SR1").inherent[0].matrix_id].likelihoods == FOUR.likelihood


def test_without_a_key_a_score_has_no_matrix_and_no_level(file: OfficeFile) -> None:
    take(file, replace(FOUND, matrix=None))
    score = kept(file, "SR1").inherent[0]
    assert (score.matrix_id, score.level) == ("", None)


def test_taken_twice_nothing_changes(file: OfficeFile) -> None:
    take(file)
    before = tables(file)
    again = imports.propose(file, board_id(file), FOUND, dated=DATED)
    assert {one.verdict for one in again.proposals} == {Verdict.SAME}
    assert take(file).taken == 0
    assert tables(file) == before


def test_what_differs_is_shown_old_and_new_and_taken(file: OfficeFile) -> None:
    take(file)
    later = replace(
        RISK,
        title="Therapists leave",
        current=FoundScore(4, 4),
        status_words="",
        status="closed",
        closed_why="Merged",
        mitigations=(
            FoundMitigation("Start a bursary", ("Isla Crane",), read_by_when("31/10/2026")),
            FoundMitigation("Widen the rota"),
        ),
    )
    found = replace(FOUND, risks=(later,))
    proposals = imports.propose(file, board_id(file), found, dated=TODAY)
    (changed,) = [one for one in proposals.proposals if one.verdict is Verdict.CHANGED]
    told = {change.field: (change.old, change.new) for change in changed.changes}
    assert told["Title"] == ("Too few therapists", "Therapists leave")
    assert told["Current score"][1] == "4 × 4"
    assert told["Due: Start a bursary"] == ("30 September 2026", "31 October 2026")
    take(file, found, dated=TODAY)
    risk = kept(file, "SR1")
    assert (risk.title, risk.current[0].likelihood, risk.status) == (
        "Therapists leave",
        4,
        RiskStatus.CLOSED,
    )
    assert risk.mitigations[0].moves[0].was == date(2026, 9, 30)
    assert [one.text for one in risk.mitigations] == ["Start a bursary", "Widen the rota"]
    assert len(risk.current) == 2


def test_an_older_document_does_not_score_over_a_newer_review(file: OfficeFile) -> None:
    take(file)
    set_score(file, kept(file, "SR1").id, likelihood=2, impact=2, as_at=TODAY)
    proposals = imports.propose(file, board_id(file), FOUND, dated=DATED)
    risk = next(one for one in proposals.proposals if one.ref == "SR1")
    assert risk.verdict is Verdict.SAME
    assert "your office says" in risk.notes[-1]


def test_a_risk_without_a_ref_is_known_by_its_words(file: OfficeFile) -> None:
    made = replace(RISK, ref="R1", ref_given=False)
    take(file, replace(FOUND, risks=(made,)))
    new = replace(made, title="Something quite different")
    proposals = imports.propose(file, board_id(file), replace(FOUND, risks=(new, made)), dated=DATED)
    refs = {one.ref: one.verdict for one in proposals.proposals if isinstance(one.found, FoundRisk)}
    assert refs == {"R2": Verdict.NEW, "R1": Verdict.SAME}


def test_one_undo_takes_all_of_it_back(file: OfficeFile) -> None:
    before = tables(file)
    take(file)
    file.undo()
    assert tables(file) == before

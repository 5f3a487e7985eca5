"""Which risks a review goes through, as they stood, and who reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.risks.ten_risks import LAST, ORDER, TODAY, office_with_ten_risks

from boarddesk.records import boards, lines, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import register, scores, treatment
from boarddesk.records.risks.reviewing import as_reviewed, meets_on, to_review
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.risks.risk import Assurance, Risk


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    with office_with_ten_risks(tmp_path / "office.boarddesk") as file:
        yield file


def _board(file: OfficeFile, name: str) -> str:
    return boards.board_named(file, name).id


def test_the_longest_unreviewed_comes_first_and_one_never_scored_before_all(office: OfficeFile) -> None:
    group = _board(office, "EG")
    assert [risk.ref for risk in to_review(office, group, today=TODAY)] == list(ORDER)

    new = register.add_risk(office, ref="R11", title="Never scored", raised_on=TODAY, board_id=group)
    register.close_risk(office, to_review(office, group, today=TODAY)[1].id, why="It is over.", on=TODAY)
    assert [risk.id for risk in to_review(office, group, today=TODAY)][:1] == [new]
    assert "R7" not in [risk.ref for risk in to_review(office, group, today=TODAY)]


def _risk(file: OfficeFile, ref: str) -> Risk:
    return next(risk for risk in register.risks(file) if risk.ref == ref)


def test_a_risk_is_known_as_it_stood_at_its_last_review(office: OfficeFile) -> None:
    now = _risk(office, "R2")
    before, since = as_reviewed(office, now, now.current[0])

    assert since == LAST
    assert [control.assurance for control in before.controls] == [Assurance.PARTIAL]
    assert [mitigation.due for mitigation in before.mitigations] == [date(2026, 5, 31), date(2026, 6, 30)]
    assert [mitigation.done_on for mitigation in before.mitigations] == [None, None]
    assert len(now.controls) == 2


def test_what_changes_after_a_review_on_its_own_day_has_changed_since(office: OfficeFile) -> None:
    scores.set_score(office, _risk(office, "R3").id, likelihood=2, impact=2, as_at=TODAY)
    made = treatment.add_control(office, _risk(office, "R3").id, text="Monthly letter to families")
    now = _risk(office, "R3")
    assert not as_reviewed(office, now, now.current[0])[0].controls

    scores.set_score(office, now.id, likelihood=2, impact=3, as_at=TODAY)
    treatment.remove_control(office, made)
    now = _risk(office, "R3")
    before, _ = as_reviewed(office, now, now.current[0])
    assert [control.text for control in before.controls] == ["Monthly letter to families"]
    office.undo()
    now = _risk(office, "R3")
    assert [control.id for control in as_reviewed(office, now, now.current[0])[0].controls] == [made]


def test_of_a_risk_that_came_with_old_scores_only_what_changed_since_it_came_is_told(
    office: OfficeFile,
) -> None:
    with office.change("Import risks"):
        risk_id = register.add_risk(office, ref="R11", title="Came later", raised_on=date(2025, 1, 6))
        scores.set_score(office, risk_id, likelihood=2, impact=2, as_at=date(2026, 1, 12))
        treatment.add_control(office, risk_id, text="In place for long")
    treatment.add_mitigation(office, risk_id, text="Asked today")
    now = _risk(office, "R11")
    before, since = as_reviewed(office, now, now.current[0])

    assert since == TODAY
    assert [control.text for control in before.controls] == ["In place for long"]
    assert not before.mitigations


def test_the_board_that_meets_today_reviews_itself_or_for_the_board_above_it(office: OfficeFile) -> None:
    group, above = _board(office, "EG"), _board(office, "SIB")
    for asked in (group, above, None):
        met = meets_on(office, asked, TODAY)
        assert met is not None
        assert (met[0].id, met[1].date) == (group, TODAY)

    own = meetings.add_meeting(office, above, TODAY)
    met = meets_on(office, above, TODAY)
    assert met is not None
    assert met[1].id == own
    assert meets_on(office, above, date(2026, 5, 29)) is None


def test_a_meeting_that_is_cancelled_and_a_board_that_only_informs_review_nothing(office: OfficeFile) -> None:
    group, above = _board(office, "EG"), _board(office, "SIB")
    lines.update_line(office, lines.lines(office, group)[0].id, kind=LineKind.INFORMS)
    assert meets_on(office, above, TODAY) is None

    today = meetings.meetings(office, group, first=TODAY, last=TODAY)[0]
    meetings.set_state(office, today.id, MeetingState.CANCELLED, today=TODAY, why="Nobody can come.")
    assert meets_on(office, group, TODAY) is None


def test_a_score_kept_in_a_review_changes_in_place_while_the_review_is_open(office: OfficeFile) -> None:
    met = meets_on(office, None, TODAY)
    assert met is not None
    risk = next(risk for risk in register.risks(office) if risk.ref == "R2")
    kept = scores.set_score(
        office, risk.id, likelihood=3, impact=3, as_at=TODAY, meeting_id=met[1].id, why="The locum started."
    )
    again = scores.set_score(
        office, risk.id, likelihood=2, impact=3, as_at=TODAY, meeting_id=met[1].id, instead_of=kept
    )

    now = register.risk(office, risk.id)
    assert again == kept
    assert len(now.current) == len(risk.current) + 1
    assert (now.current[0].product, now.current[0].meeting_id) == (6, met[1].id)

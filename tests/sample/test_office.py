"""The sample office is whole, consistent and the same each time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.records.plan_offices import tables

from boarddesk.records import meetings
from boarddesk.records.agenda import arising, decisions, declarations, returns
from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.boards import board_named
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.interests import interests
from boarddesk.records.packs.whole_office import whole_office
from boarddesk.records.plan import challenges, evidence, kpis, plans
from boarddesk.records.registers import reading as registers
from boarddesk.records.risks import issues, register
from boarddesk.records.seats import seats
from boarddesk.rules.arising import ActionState
from boarddesk.rules.checks import Severity, check
from boarddesk.rules.decisions import DecisionPath, Verb
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.memberships.ending import terms_ending
from boarddesk.rules.memberships.record import gaps
from boarddesk.rules.plan.actions import Action, Plan
from boarddesk.rules.plan.flags import Around, FlagKind, flags_of
from boarddesk.rules.plan.kpis import Verdict, step_verdict
from boarddesk.rules.plan.scorecard import disagreements
from boarddesk.rules.registers.declarations import Conduct
from boarddesk.rules.registers.quorum import live_quorum
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.returns import ReturnState
from boarddesk.rules.risks.risk import RiskStatus
from boarddesk.rules.statuses.status import StatusIs
from boarddesk.sample.office import make_sample

TODAY = date(2026, 5, 28)
NEXT, LAST = date(2026, 6, 9), date(2026, 5, 12)


@pytest.fixture
def plan(sample: OfficeFile) -> Plan:
    (bare,) = plans.plans(sample)
    return plans.plan(sample, bare.id)


def actions_of(plan: Plan) -> list[Action]:
    return [action for area in plan.areas for action in area.actions]


def test_the_same_day_gives_the_same_office(sample: OfficeFile, tmp_path: Path) -> None:
    again = make_sample(tmp_path / "again.boarddesk", today=TODAY)
    with OfficeFile.open(again, read_only=True) as other:
        assert tables(other) == tables(sample)
        labels = [(entry.label, entry.when) for entry in other.log(1000)]
        assert labels == [(entry.label, entry.when) for entry in sample.log(1000)]


@pytest.mark.parametrize(
    "today", [date(2026, 5, 13), date(2026, 7, 15), date(2026, 8, 20), date(2028, 2, 29)]
)
def test_on_any_day_the_office_is_alive_and_nothing_in_it_is_yet_to_come(tmp_path: Path, today: date) -> None:
    with OfficeFile.open(make_sample(tmp_path / "any.boarddesk", today=today), read_only=True) as file:
        board = board_named(file, "SIB")
        known = meetings.meetings(file, board.id)
        assert min(one.date for one in known if one.state.is_to_come) > today
        assert today - max(one.date for one in known if one.state.was_held) < timedelta(65)
        for table, column in (
            ("judgement", "as_at"),
            ("progress_update", "as_at"),
            ("highlight", "as_at"),
            ("risk_score", "as_at"),
            ("checkpoint", "actual_as_at"),
            ("roll", "opened_on"),
            ("challenge", "asked_on"),
        ):
            assert str(file.value(f"SELECT max({column}) FROM {table}")) <= today.isoformat(), table
        assert all(entry.when.date() <= today for entry in file.log(1))


def test_the_log_carries_the_days_on_which_things_happened(sample: OfficeFile) -> None:
    moments = [entry.when for entry in reversed(sample.log(1000))]
    assert moments == sorted(moments)
    assert moments[0].date() < date(2024, 6, 1)
    assert moments[-1].date() == date(2026, 5, 27)


def test_no_sentence_keeps_a_brace_of_its_recipe(sample: OfficeFile) -> None:
    for name, rows in tables(sample).items():
        for row in rows:
            said = [str(value) for column, value in row.items() if column != "content"]  # kept as JSON
            assert "{" not in " ".join(said), f"{name}: {row}"


def test_the_plan_has_six_areas_and_every_status(plan: Plan) -> None:
    assert [area.number for area in plan.areas] == ["1", "2", "3", "4", "5", "6"]
    declared = [action.declared for action in actions_of(plan)]
    assert {status.is_a for status in declared if status} == {
        StatusIs.COMPLETE,
        StatusIs.ON_COURSE,
        StatusIs.AT_RISK,
        StatusIs.OFF_COURSE,
        StatusIs.NOT_KNOWN,
    }
    assert declared.count(None) == 1


def test_every_kind_of_flag_can_be_seen(sample: OfficeFile, plan: Plan) -> None:
    around = Around(TODAY, LAST, NEXT, kpis.kpis(sample, plan.id))
    shown = {flag.kind for action in actions_of(plan) for flag in flags_of(action, around)}
    assert shown == set(FlagKind)


def test_refs_run_past_ten_in_the_order_people_count(plan: Plan) -> None:
    assert [action.ref for action in plan.areas[3].actions][-3:] == ["4.9", "4.10", "4.11"]


def test_a_figure_that_was_declared_met_is_held_against_the_figure(sample: OfficeFile, plan: Plan) -> None:
    found = {kpi.ref for kpi in kpis.kpis(sample, plan.id) if disagreements(kpi)}
    assert "K3.1" in found


def test_every_verdict_can_be_seen(sample: OfficeFile, plan: Plan) -> None:
    found = {step_verdict(kpi, step) for kpi in kpis.kpis(sample, plan.id) for step in kpi.checkpoints}
    assert found == set(Verdict)


def test_boards_were_cancelled_inquorate_and_left_open_once(sample: OfficeFile) -> None:
    board = board_named(sample, "SIB")
    states = [one.state for one in meetings.meetings(sample, board.id)]
    assert (states.count(MeetingState.CANCELLED), states.count(MeetingState.INQUORATE)) == (1, 1)
    rolls = registers.registers(sample, board_id=board.id)
    still_open = [one.meeting.date for one in rolls if one.roll_id and not one.closed]
    assert still_open == [LAST]


def test_the_inquorate_board_had_too_few_and_every_other_had_enough(sample: OfficeFile) -> None:
    board = board_named(sample, "SIB")
    for taken in registers.registers(sample, board_id=board.id):
        if taken.counts:
            quorate = live_quorum(board, taken).quorate
            assert quorate is (taken.meeting.state is not MeetingState.INQUORATE), taken.meeting.date


def test_every_mark_is_used_and_a_deputy_is_always_named(sample: OfficeFile) -> None:
    letters = {row["mark"] for row in sample.rows("SELECT DISTINCT mark FROM attendance_mark")}
    assert letters == {mark.value for mark in Mark}
    assert sample.value("SELECT count(*) FROM attendance_mark WHERE mark = 'D' AND deputy_id IS NULL") == 0


def test_nobody_is_on_a_roll_before_joining_or_after_leaving(sample: OfficeFile) -> None:
    strangers = sample.rows(
        """SELECT p.name, m.date FROM roll_row r JOIN roll l ON l.id = r.roll_id
        JOIN meeting m ON m.id = l.meeting_id JOIN person p ON p.id = r.person_id
        WHERE NOT EXISTS (SELECT 1 FROM membership s WHERE s.seat_id = r.seat_id AND s.person_id = r.person_id
        AND coalesce(s.from_date, '') <= m.date AND m.date <= coalesce(s.to_date, '9'))"""
    )
    assert strangers == []


def test_attendance_is_near_the_target_so_that_both_sides_are_seen(sample: OfficeFile) -> None:
    board = board_named(sample, "SIB")
    report = attendance_report(sample, today=TODAY, board_id=board.id, first=date(2025, 5, 29), last=TODAY)
    assert report.total.meets_target is False
    assert 0 < len(report.below_target) < len(report.members)


def test_risks_rose_fell_were_escalated_and_closed(sample: OfficeFile) -> None:
    found = register.risks(sample)
    assert {one.status for one in found} == {RiskStatus.OPEN, RiskStatus.ESCALATED, RiskStatus.CLOSED}
    assert any(one.next_review and one.next_review < TODAY for one in found)
    assert any(issue.resolved_on for issue in issues.issues(sample))


def test_questions_are_open_on_actions_and_on_a_risk(sample: OfficeFile) -> None:
    assert {asked.about for asked in challenges.questions(sample)} == {"action", "risk"}


def test_evidence_is_numbered_without_gaps_in_each_area(sample: OfficeFile) -> None:
    references = [one.evidence.reference for one in evidence.all_evidence(sample)]
    for letter in "ABCDEF":
        numbers = [int(reference[1:]) for reference in references if reference[0] == letter]
        assert numbers == list(range(1, len(numbers) + 1))


def test_owners_who_are_people_of_the_office_are_tied_to_them(sample: OfficeFile) -> None:
    assert sample.value("SELECT count(*) FROM action_owner WHERE person_id IS NULL") == 0


def test_the_office_passes_its_own_checks(sample: OfficeFile) -> None:
    found = check(whole_office(sample, TODAY), today=TODAY)
    assert [one.says for one in found if one.severity is Severity.ERROR] == []
    assert any(one.severity is Severity.WARNING for one in found)


def test_more_years_and_a_greater_scale_grow_registers_boards_seats_and_actions(tmp_path: Path) -> None:
    path = make_sample(tmp_path / "grown.boarddesk", today=TODAY, years=3, scale=2)
    with OfficeFile.open(path, read_only=True) as grown:
        assert grown.value("SELECT count(*) FROM board") == 4
        assert grown.value("SELECT count(*) FROM action") == 96
        assert (
            grown.value(
                "SELECT count(*) FROM seat WHERE board_id = (SELECT id FROM board WHERE short_name = 'G01')"
            )
            == 24
        )
        oldest = str(grown.value("SELECT min(date) FROM meeting"))
        assert oldest < "2023-07-01"
        unnamed = "SELECT count(*) FROM attendance_mark WHERE mark = 'D' AND deputy_id IS NULL"
        assert grown.value(unnamed) == 0


def test_a_file_that_is_there_already_is_never_written_over(tmp_path: Path, sample_path: Path) -> None:
    path = tmp_path / "mine.boarddesk"
    path.write_bytes(b"mine")
    with pytest.raises(Exception, match="mine"):
        make_sample(path, today=TODAY)
    assert path.read_bytes() == b"mine"


def test_members_have_on_record_what_they_accepted_and_some_have_not(sample: OfficeFile) -> None:
    board = board_named(sample, "SIB")
    said = [gap.says for gap in gaps(board, seats(sample), TODAY)]
    assert said == [
        "3 of 15 members of SIB have not accepted version 2 of its terms",
        "1 of 15 members of SIB has no agreement to confidentiality on record",
        "1 of 15 members of SIB joined within the year and has no induction on record",
        "1 of 15 members of SIB has not renewed their interests within the year",
    ]


def test_interests_are_declared_one_has_ended_and_one_term_ends_soon(sample: OfficeFile) -> None:
    found = interests(sample)
    assert len(found) == 5
    assert [one.text for one in found if not one.stands_on(TODAY)] == ["Trustee of Dales Learning Trust"]
    (ending,) = terms_ending(seats(sample), TODAY)
    assert (ending.seat.title, ending.on) == ("Forum member", date(2026, 7, 31))


def test_boards_decide_and_ask_and_what_came_of_it_can_be_seen(sample: OfficeFile) -> None:
    made = decisions.decisions(sample)
    assert {known.verb for known in made} == set(Verb)
    assert {known.how for known in made} == set(DecisionPath)
    assert [known.how for known in made if known.awaits_ratification] == [DecisionPath.EMAIL]
    assert sum(bool(known.item_title) for known in made) > 8
    asked = arising.board_actions(sample, today=TODAY)
    assert {action.state_on(TODAY) for action in asked} == set(ActionState)
    assert sum(action.has_nobody for action in asked) == 1
    assert any(action.is_moved for action in asked)


def test_areas_report_and_interests_are_declared_of_every_kind(sample: OfficeFile) -> None:
    board = board_named(sample, "SIB")
    grid = returns.returns_grid(sample, board.id)
    assert set(grid.states.values()) == set(ReturnState)
    assert [area.number for area in grid.to_chase] == ["2", "3", "5", "6"]
    declared = [
        known
        for meeting in meetings.meetings(sample, board.id)
        for known in declarations.declarations(sample, meeting.id)
    ]
    assert {known.did for known in declared} == set(Conduct)
    assert all(known.item_title for known in declared)

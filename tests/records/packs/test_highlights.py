"""A highlight report's pack says how things stand, and how they stood at the boards before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.records.plan_offices import SmallPlan, small_plan

from boarddesk.records import meetings
from boarddesk.records.boards import add_board
from boarddesk.records.boards import board as board_of
from boarddesk.records.documents import issue, next_version
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.highlights import HIGHLIGHT, area_scope, attendance_line, highlight_pack
from boarddesk.records.plan import actions, challenges, judgements, kpis, plans
from boarddesk.records.plan.since import entered_on
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.plan.kpis import Actual, Target
from boarddesk.rules.refused import Refused
from boarddesk.sample.office import make_sample

APRIL, MAY, JUNE = date(2026, 4, 14), date(2026, 5, 12), date(2026, 6, 9)
TODAY = date(2026, 5, 28)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallPlan]:
    made = small_plan(tmp_path / "office.boarddesk")
    with made.file as file:
        for day in (APRIL, MAY, JUNE):
            meeting = meetings.add_meeting(file, made.board_id, day)
            if day < TODAY:
                meetings.set_state(file, meeting, MeetingState.HELD, today=TODAY)
        yield made


def declare(small: SmallPlan, key: str, day: date) -> None:
    judgements.declare(small.file, small.first, key, as_at=day, why="Said so")


def packed(small: SmallPlan, **scope: str) -> HighlightPack:
    return highlight_pack(small.file, today=TODAY, **scope)


def the_area(small: SmallPlan) -> AreaPack:
    return packed(small).areas[0]


def test_the_report_is_for_the_next_board_and_counts_from_the_day_after_the_last(small: SmallPlan) -> None:
    declare(small, "on_track", APRIL)
    pack = packed(small)
    assert (pack.meeting_day, pack.as_at) == (JUNE, TODAY)
    assert (pack.period.first, pack.period.last_board) == (date(2026, 5, 13), MAY)


def test_what_stood_at_the_last_board_is_told_by_its_day_not_by_when_it_was_typed(small: SmallPlan) -> None:
    declare(small, "met", date(2026, 5, 20))
    declare(small, "on_track", date(2026, 5, 5))
    stood = dict(the_area(small).last_action_status)[small.first]
    assert stood is not None and stood.key == "on_track"
    now = the_area(small).area.actions[0].declared
    assert now is not None and now.key == "met"


def test_a_word_said_at_the_board_itself_stood_at_that_board(small: SmallPlan) -> None:
    judgements.declare(small.file, small.area_id, "not_on_track", of=judgements.AREA, as_at=MAY, why="Late")
    last = the_area(small).last
    assert last is not None and last.status.key == "not_on_track"


def test_counts_follow_the_boards_and_end_with_today(small: SmallPlan) -> None:
    """The action nobody has judged came later than the boards before, so it counts only now."""
    declare(small, "on_track", date(2026, 4, 7))
    declare(small, "partially_met", date(2026, 5, 5))
    declare(small, "met", date(2026, 5, 20))
    told = [
        (bar.board_day, [status.key for status, count in bar.counts if count], bar.undeclared)
        for bar in packed(small).over_boards
    ]
    assert told == [(APRIL, ["on_track"], 0), (MAY, ["partially_met"], 0), (JUNE, ["met"], 1)]


def test_a_report_for_a_board_that_is_past_knows_nothing_said_later(small: SmallPlan) -> None:
    declare(small, "on_track", date(2026, 4, 7))
    declare(small, "met", date(2026, 5, 20))
    challenges.ask(small.file, small.first, text="Asked later", asked_on=date(2026, 5, 21))
    may = next(one.id for one in meetings.meetings(small.file, small.board_id) if one.date == MAY)
    pack = highlight_pack(small.file, today=TODAY, meeting_id=may)
    assert pack.as_at == MAY
    declared = pack.areas[0].area.actions[0].declared
    assert declared is not None and declared.key == "on_track"
    assert pack.areas[0].questions == ()
    assert pack.period.last_board == APRIL


def test_an_open_question_comes_with_its_action_and_goes_when_it_is_answered(small: SmallPlan) -> None:
    made = challenges.ask(small.file, small.first, text="Who writes?", asked_on=MAY)
    ((action, question),) = the_area(small).questions
    assert action is not None and (action.ref, question.text) == ("4.9", "Who writes?")
    challenges.answer(small.file, made, answer="Three writers", answered_on=TODAY)
    assert the_area(small).questions == ()


def test_a_kpi_of_an_action_belongs_to_the_actions_area(small: SmallPlan) -> None:
    kpi = kpis.add_kpi(small.file, small.plan_id, ref="K1", wording="Letters", action_id=small.first)
    kpis.add_checkpoint(small.file, kpi, label="May", target=Target(), actual=Actual(words="12"))
    kpis.add_kpi(small.file, small.plan_id, ref="K2", wording="Of no area")
    assert [one.ref for one in the_area(small).kpis] == ["K1"]


def test_a_kpi_of_no_area_is_in_the_boards_report_and_in_no_areas(small: SmallPlan) -> None:
    kpis.add_kpi(small.file, small.plan_id, ref="K1", wording="Letters", action_id=small.first)
    kpis.add_kpi(small.file, small.plan_id, ref="K2", wording="Of no area")
    assert [one.ref for one in highlight_pack(small.file, today=JUNE).across] == ["K2"]
    of_area = highlight_pack(small.file, today=JUNE, area="4")
    assert of_area.across == () and [one.ref for one in of_area.areas[0].kpis] == ["K1"]


def test_each_issue_of_a_report_has_the_next_number(small: SmallPlan) -> None:
    june = next(one.id for one in meetings.meetings(small.file, small.board_id) if one.date == JUNE)
    assert next_version(small.file, HIGHLIGHT, scope=area_scope("4"), meeting_id=june) == 1
    issue(
        small.file,
        kind=HIGHLIGHT,
        scope=area_scope("4"),
        title="Area 4",
        word=b"word",
        as_at=TODAY,
        issued_on=TODAY,
        meeting_id=june,
    )
    assert next_version(small.file, HIGHLIGHT, scope=area_scope("4"), meeting_id=june) == 2
    assert next_version(small.file, HIGHLIGHT, scope=area_scope(""), meeting_id=june) == 1
    assert packed(small, area="4").edition.version == 0


def test_an_area_that_is_not_there_is_refused_with_those_that_are(small: SmallPlan) -> None:
    with pytest.raises(Refused, match=r"no area 9 .* areas are 4"):
        packed(small, area="9")


def test_an_office_without_a_plan_says_what_to_do(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "empty.boarddesk") as file:
        add_board(file, "SEND Improvement Board", "SIB")
        with pytest.raises(Refused, match="Import one"):
            highlight_pack(file, today=TODAY)


def test_a_board_that_never_met_has_a_report_for_today(tmp_path: Path) -> None:
    made = small_plan(tmp_path / "office.boarddesk")
    with made.file as file:
        pack = highlight_pack(file, today=TODAY)
        assert (pack.meeting_day, pack.period.last_board, pack.attendance) == (TODAY, None, None)
        assert pack.areas[0].last_action_status == ()


def test_a_plan_that_came_in_since_the_last_board_is_not_all_new(small: SmallPlan) -> None:
    """The office of this test was made today, long after the boards it knows of."""
    assert {action_id for action_id, _ in the_area(small).last_action_status} == set()
    declare(small, "on_track", date(2026, 5, 5))
    assert {action_id for action_id, _ in the_area(small).last_action_status} == {small.first}


def test_boards_before_a_plan_came_in_are_no_part_of_its_history(small: SmallPlan) -> None:
    declare(small, "met", date(2026, 5, 20))
    pack = packed(small)
    assert [bar.board_day for bar in pack.over_boards] == [JUNE]
    assert (pack.period.first, pack.period.last_board) == (None, None)
    assert pack.areas[0].last is None and pack.areas[0].last_action_status == ()


def test_a_board_held_while_the_plan_was_in_the_office_counts_before_anything_is_judged(
    small: SmallPlan,
) -> None:
    entered = entered_on(small.file, small.plan_id)
    assert entered is not None
    later = entered + timedelta(2)
    held = meetings.add_meeting(small.file, small.board_id, entered + timedelta(1))
    meetings.set_state(small.file, held, MeetingState.HELD, today=later)
    pack = highlight_pack(small.file, today=later)
    assert pack.period.last_board == entered + timedelta(1)


def test_the_sample_knows_a_new_action_and_the_date_that_stood_before_a_move(tmp_path: Path) -> None:
    with OfficeFile.open(make_sample(tmp_path / "sample.boarddesk", today=TODAY)) as file:
        plan = plans.plan(file, plans.plans(file)[0].id)
        moving = next(action for action in plan.areas[1].actions if action.ref == "2.3")
        actions.set_by_when(file, moving.id, "31 July 2026")
        pack = highlight_pack(file, today=TODAY)
        known = {action_id for area in pack.areas for action_id, _ in area.last_action_status}
        new = [action.ref for area in pack.areas for action in area.area.actions if action.id not in known]
        assert new == ["4.11"]
        before = dict(pack.areas[1].last_by_when)[moving.id]
        assert before == moving.by_when
        line = attendance_line(file, board_of(file, pack_board(file)), as_at=TODAY)
        assert line is not None and line == pack.attendance
        assert (line.below, line.open_registers, line.meetings) == (True, 1, 1)


def pack_board(file: OfficeFile) -> str:
    return str(file.value("SELECT id FROM board WHERE short_name = 'SIB'"))


def test_with_no_meeting_to_come_the_report_is_of_today(small: SmallPlan) -> None:
    past = TODAY + timedelta(400)
    pack = highlight_pack(small.file, today=past)
    assert (pack.meeting_day, pack.as_at, pack.meeting_id) == (past, past, None)

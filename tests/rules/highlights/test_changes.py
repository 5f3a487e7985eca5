"""No status that moved since the last board is left out; of other changes two lines of each kind are told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.reports import highlight_packs as packs

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.highlights.changes import changes
from boarddesk.rules.highlights.pack import HighlightPack, Period
from boarddesk.rules.plan.actions import Action, Area, Judgement
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Restatement, Target, Unit
from boarddesk.rules.risks.risk import Risk, Score
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Status
from boarddesk.rules.what_changed import AreaState, changed_since

MET, ON_TRACK, PARTLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
NEWS = date(2026, 5, 28)
WHY = "The reason is as long as reasons are where people write what happened and to whom"
ANY = st.sampled_from([*IMPROVEMENT_PLAN.statuses, None])


def pack_of(moves: list[tuple[Status | None, Status | None]], *, why: str = WHY) -> HighlightPack:
    actions = tuple(
        Action(
            f"4.{number}",
            "4",
            f"4.{number}",
            "Do it",
            read_by_when("May 2026"),
            judgements=(Judgement(now, NEWS, why=why),) if now else (),
        )
        for number, (_, now) in enumerate(moves, start=1)
    )
    before = {f"4.{number}": was for number, (was, _) in enumerate(moves, start=1)}
    return packs.pack(packs.area_pack(Area("4", "4", "Plans", actions=actions), last=ON_TRACK, before=before))


def said(pack: HighlightPack) -> str:
    return " ".join(changes(pack.areas[0], pack)).replace("\N{NO-BREAK SPACE}", " ")


@given(st.lists(st.tuples(ANY, ANY), max_size=30))
def test_every_status_that_moved_is_told(moves: list[tuple[Status | None, Status | None]]) -> None:
    told = said(pack_of(moves))
    for number, (was, now) in enumerate(moves, start=1):
        ref = f"4.{number}"
        if now is None or now is was:
            assert f"{ref}:" not in told
        elif was is not None and not now.is_a.closed:
            assert f"{ref}: {was.label} to {now.label}, because" in told
        else:
            assert _is_listed(ref, told), (ref, told)
    assert " more" not in told


def _is_listed(ref: str, told: str) -> bool:
    return any(f"{ref}{after}" in told for after in (":", ",", " and "))


def test_many_moves_are_bullets_of_two_lines_and_none_is_dropped() -> None:
    found = pack_of([(ON_TRACK, NOT_ON_TRACK)] * 8)
    bullets = changes(found.areas[0], found)
    assert len(bullets) == 8 and all(len(bullet) <= 170 for bullet in bullets)


def test_dates_that_moved_are_summarised_after_two_lines() -> None:
    pack = pack_of([(ON_TRACK, ON_TRACK)] * 9)
    area = pack.areas[0]
    earlier = tuple((one.id, read_by_when("March 2026")) for one in area.area.actions)
    (bullet,) = changes(replace(area, last_by_when=earlier), pack)
    assert bullet.startswith("4.1 moved from") and bullet.endswith("And seven more.")


def test_a_first_report_compares_with_nothing() -> None:
    pack = pack_of([(None, ON_TRACK)])
    first = replace(pack, period=Period(None, pack.period.last))
    assert changes(first.areas[0], first) == ()


def test_one_event_has_one_sentence_in_the_report_and_between_two_states() -> None:
    """A status that moved, one that was reached, one first declared, a date that moved, an action added."""
    pack = pack_of([(ON_TRACK, NOT_ON_TRACK), (ON_TRACK, MET), (None, PARTLY), (ON_TRACK, ON_TRACK)])
    area = pack.areas[0]
    *others, last = area.area.actions
    added = replace(last, id="4.5", ref="4.5")
    now = replace(area.area, actions=(*others, replace(last, by_when=read_by_when("July 2026")), added))
    stood = dict(area.last_action_status)
    before = [
        replace(one, judgements=tuple(Judgement(was, NEWS) for was in [stood[one.id]] if was))
        for one in area.area.actions
    ]
    dates = tuple((one.id, one.by_when) for one in area.area.actions)
    told = " ".join(changes(replace(area, area=now, last_by_when=dates), pack)).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    between = changed_since(AreaState(replace(area.area, actions=tuple(before))), AreaState(now))
    sentences = [sentence for line in between for sentence in re.split(r"(?<=[.…]) (?=4)", line)]
    assert len(sentences) == 5 and all(sentence in told for sentence in sentences), (sentences, told)


def test_a_risk_is_told_with_the_score_it_has_now_and_one_that_is_new_or_stood_still_is_not() -> None:
    pack = pack_of([(ON_TRACK, ON_TRACK)])
    last = pack.period.last_board
    assert last is not None

    def told(*scores: tuple[int, date]) -> str:
        current = tuple(Score(likely, 4, as_at) for likely, as_at in scores)
        risk = Risk("r", "R2", "Late advice", current=current)
        return said(replace(pack, areas=(replace(pack.areas[0], risks=(risk,)),)))

    assert told((5, NEWS), (4, last)) == "R2 up from 16 to 20."
    assert told((3, NEWS), (4, last)) == "R2 down from 16 to 12."
    assert told((4, NEWS), (4, last)) == told((4, NEWS)) == told() == ""


def test_in_the_report_a_reason_keeps_the_capital_of_somebody_who_does_an_action() -> None:
    pack = pack_of([(ON_TRACK, NOT_ON_TRACK)], why="Ann left.")
    assert said(pack) == "4.1: On track to Not on track, because ann left."
    area = pack.areas[0].area
    owned = replace(area, actions=(replace(area.actions[0], owners=("Ann Hale",)),))
    pack = replace(pack, areas=(replace(pack.areas[0], area=owned),))
    assert said(pack) == "4.1: On track to Not on track, because Ann left."


def test_a_figure_corrected_in_the_time_of_the_report_is_told_from_its_first_day_to_its_last() -> None:
    pack = pack_of([(ON_TRACK, ON_TRACK)])
    first, last = pack.period.first, pack.period.last
    assert first is not None

    def told(made_on: date) -> str:
        restated = Restatement(Actual(Decimal(63)), Actual(Decimal(62)), "Two counted twice", made_on)
        step = Checkpoint("c", "April", Target(), Actual(Decimal(62)), restatements=(restated,))
        kpi = Kpi("k", "K7", "Plans", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), (step,))
        return said(replace(pack, areas=(replace(pack.areas[0], kpis=(kpi,)),)))

    assert [told(made_on) for made_on in (first, last)] == ["K7 for April corrected from 63% to 62%."] * 2
    one_day = timedelta(days=1)
    assert [told(made_on) for made_on in (first - one_day, last + one_day)] == ["", ""]


def test_of_several_declarations_the_newest_gives_the_reason() -> None:
    pack = pack_of([(ON_TRACK, NOT_ON_TRACK), (MET, MET)], why="New reason.")
    area = pack.areas[0]
    earlier = Judgement(ON_TRACK, NEWS - timedelta(days=30), why="Old reason.")
    first, second = area.area.actions
    reached = Judgement(replace(MET, key="done", label="Done"), NEWS, why="Newer word.")
    actions = (
        replace(first, judgements=(*first.judgements, earlier)),
        replace(second, judgements=(reached, *second.judgements)),
    )
    declared = (Judgement(NOT_ON_TRACK, NEWS, why="Posts are empty."), earlier)
    told = said(
        replace(pack, areas=(replace(area, area=replace(area.area, actions=actions, judgements=declared)),))
    )
    assert "The area: On track to Not on track, because posts are empty." in told
    assert "4.1: On track to Not on track, because new reason." in told
    assert "4.2: Met to Done, because newer word." in told


def test_actions_that_came_are_told_but_a_plan_of_new_actions_alone_is_not_told_one_by_one() -> None:
    pack = pack_of([(ON_TRACK, ON_TRACK), (ON_TRACK, ON_TRACK)])
    area = pack.areas[0]
    assert said(replace(pack, areas=(replace(area, last_action_status=area.last_action_status[:1]),))) == (
        "4.2 added."
    )
    assert said(replace(pack, areas=(replace(area, last_action_status=()),))) == ""


def test_of_two_moves_too_long_for_two_lines_one_is_told_and_one_counted() -> None:
    pack = pack_of([(ON_TRACK, ON_TRACK)] * 2)
    area = pack.areas[0]
    long = f"{'x' * 70} March 2026"
    earlier = tuple((one.id, read_by_when(long)) for one in area.area.actions)
    (bullet,) = changes(replace(area, last_by_when=earlier), pack)
    assert bullet.startswith("4.1 moved from") and bullet.endswith("And one more.")

"""What changed between two states of an area."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.plan.actions import Action, Area, Judgement
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.risks.risk import Issue, Risk, RiskStatus, Score
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Status
from boarddesk.rules.what_changed import About, AreaState, changed_since, changes

MET, ON_TRACK, PARTLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
DAY = date(2026, 5, 28)


def judged(status: Status, why: str = "") -> tuple[Judgement, ...]:
    return (Judgement(status, DAY, why=why),)


def action(ref: str, status: Status = ON_TRACK, why: str = "", by_when: str = "31 March 2026") -> Action:
    return Action(ref, "area", ref, f"Do {ref}", read_by_when(by_when), judgements=judged(status, why))


def step(value: str | None, aim: str = "65", label: str = "April") -> Checkpoint:
    return Checkpoint(label, label, Target(value=Decimal(aim)), Actual(Decimal(value) if value else None))


def kpi(*steps: Checkpoint) -> Kpi:
    return Kpi("k", "K7", "Plans", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(value=Decimal(92)), steps)


def risk(product: tuple[int, int], status: RiskStatus = RiskStatus.OPEN) -> Risk:
    return Risk("r", "R2", "Late advice", current=(Score(*product, DAY),), status=status)


AREA = Area("area", "4", "Plans", judgements=judged(PARTLY), actions=(action("4.2", PARTLY), action("4.7")))
STATE = AreaState(AREA, (kpi(step("63"), step(None, label="May")),), (risk((4, 4)),))


def with_actions(*actions: Action) -> AreaState:
    return replace(STATE, area=replace(AREA, actions=actions))


def test_nothing_changed_says_nothing() -> None:
    assert changed_since(STATE, STATE) == ()


def test_a_first_report_has_nothing_to_compare_with() -> None:
    assert changed_since(None, STATE) == ()


def test_statuses_that_moved_alike_are_said_together_with_the_reason() -> None:
    why = "The second advert failed."
    area = replace(
        AREA, judgements=judged(NOT_ON_TRACK, why), actions=(action("4.2", NOT_ON_TRACK, why), action("4.7"))
    )
    assert changed_since(STATE, replace(STATE, area=area)) == (
        "The area and 4.2: Partially met to Not on track, because the second advert failed.",
    )


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("SALT posts are empty", "SALT posts are empty"),
        ("EP posts are empty", "EP posts are empty"),
        ("EPs are too few", "EPs are too few"),
        ("Ann Hale left in May.", "Ann Hale left in May"),
        ("Two Northmoor schools closed.", "two Northmoor schools closed"),
        ("Advice comes late.", "advice comes late"),
    ],
)
def test_a_reason_that_begins_with_a_name_keeps_its_capital(why: str, said: str) -> None:
    now = with_actions(action("4.2", NOT_ON_TRACK, why), action("4.7"))
    assert changed_since(STATE, now) == (f"4.2: Partially met to Not on track, because {said}.",)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("Ann left in May.", "Ann left in May"),
        ("Ann’s post is empty.", "Ann’s post is empty"),
        ("Helen, who wrote them, left.", "Helen, who wrote them, left"),
        ("Bilal has too much to do.", "Bilal has too much to do"),
        ("Priya is away.", "Priya is away"),
        ("Jo is away.", "Jo is away"),
        ("Anna left in May.", "anna left in May"),
        ("Young people wait.", "young people wait"),
        ("Head left in May.", "head left in May"),
        ("A panel met late.", "a panel met late"),
    ],
)
def test_a_reason_that_begins_with_somebody_of_the_area_keeps_the_capital(why: str, said: str) -> None:
    stood = replace(AREA.actions[0], owners=("Ann Young", "Dr Helen Moor", "A Hale"), accountable="Bilal")
    before = replace(AREA, leads=("Priya Shah", "Jo Moor", "Head of SEND"), actions=(stood, action("4.7")))
    moved = replace(stood, judgements=judged(NOT_ON_TRACK, why))
    now = replace(before, actions=(moved, action("4.7")))
    assert changed_since(AreaState(before), AreaState(now)) == (
        f"4.2: Partially met to Not on track, because {said}.",
    )


def test_a_status_changed_without_a_reason_is_said_alone() -> None:
    now = with_actions(action("4.2", NOT_ON_TRACK), action("4.7"))
    assert changed_since(STATE, now) == ("4.2: Partially met to Not on track.",)


def test_what_is_complete_needs_no_more_than_its_word() -> None:
    now = with_actions(action("4.2", MET), action("4.7", MET, "all done"))
    assert changed_since(STATE, now) == ("4.2 and 4.7: met.",)


def test_moved_dates_additions_and_removals_stand_in_one_line() -> None:
    now = with_actions(action("4.2", PARTLY, by_when="31 May 2026"), action("4.10"), action("4.9"))
    assert changed_since(STATE, now) == (
        "4.2 moved from 31 March 2026 to 31 May 2026. 4.9 and 4.10 added. 4.7 removed.",
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("31 March 2026", "31 March 2027", "4.7 moved from 31 March 2026 to 31 March 2027."),
        (
            "March 2026",
            "Summer term 2026",
            "4.7 moved from March 2026 (to 31 March 2026) to Summer term 2026 (to 31 July 2026).",
        ),
        ("", "March 2026", "4.7 moved from no date to March 2026 (to 31 March 2026)."),
    ],
)
def test_a_moved_date_names_both(old: str, new: str, says: str) -> None:
    before, now = (with_actions(action("4.7", by_when=written)) for written in (old, new))
    assert changed_since(before, now) == (says,)


def test_a_date_written_otherwise_has_not_moved() -> None:
    before, now = (
        with_actions(action("4.7", by_when=written)) for written in ("Mar 26", "by end of March 2026")
    )
    assert changed_since(before, now) == ()


def test_new_owners_and_new_words_are_said() -> None:
    before = replace(action("4.7"), owners=("M. Adeyemi",))
    now = replace(action("4.7"), owners=("P. Kowalczyk", "R. Thandi"), text="Do it better")
    assert changed_since(with_actions(before), with_actions(now)) == (
        "4.7 passed from M. Adeyemi to P. Kowalczyk and R. Thandi. 4.7 reworded.",
    )


def test_milestones_are_said_under_their_action() -> None:
    def planned(*milestones: Milestone) -> AreaState:
        return with_actions(replace(action("4.7"), milestones=milestones))

    advert = Milestone("m", "4.7", "Advert out", read_by_when("April 2026"))
    later = replace(advert, by_when=read_by_when("June 2026"))
    assert changed_since(planned(advert), planned(replace(advert, done=True))) == (
        "4.7 milestone “Advert out” done.",
    )
    assert changed_since(planned(advert), planned(later)) == (
        "4.7 milestone “Advert out” moved from April 2026 (to 30 April 2026) to June 2026 (to 30 June 2026).",
    )
    assert changed_since(planned(), planned(advert)) == ("4.7 milestone “Advert out” added.",)
    assert changed_since(planned(advert), planned()) == ("4.7 milestone “Advert out” removed.",)


def test_figures_that_came_in_and_were_corrected_are_told_apart() -> None:
    now = replace(STATE, kpis=(kpi(step("62"), step("59", label="May")),))
    assert changed_since(STATE, now) == ("K7 for April corrected from 63% to 62%. K7 for May: 59%, not met.",)


def test_changed_targets_are_said() -> None:
    now = replace(STATE, kpis=(replace(kpi(step("63", "60"), step(None, label="May")), headline=Target()),))
    assert changed_since(STATE, now) == (
        "K7 for April: target changed from 65% to 60%. K7 headline target changed from 92% to none set.",
    )


def test_scores_and_states_of_risks_are_said() -> None:
    assert changed_since(STATE, replace(STATE, risks=(risk((4, 5)),))) == ("R2 up from 16 to 20.",)
    assert changed_since(STATE, replace(STATE, risks=(risk((2, 4), RiskStatus.CLOSED),))) == (
        "R2 down from 16 to 8. R2 closed.",
    )
    assert changed_since(replace(STATE, risks=()), STATE) == ("R2 added, scored 16.",)


def test_issues_that_came_up_and_were_resolved_are_said() -> None:
    issue = Issue("i", "I3", "Families waiting", DAY)
    waiting = replace(STATE, issues=(issue,))
    assert changed_since(STATE, waiting) == ("I3 added.",)
    solved = replace(STATE, issues=(replace(issue, resolved_on=date(2026, 6, 1)),))
    assert changed_since(waiting, solved) == ("I3 resolved on 1 June 2026.",)


def test_an_issue_is_opened_again_moved_to_another_day_or_gone() -> None:
    issue = Issue("i", "I3", "Families waiting", DAY, due=date(2026, 6, 1))
    waiting = replace(STATE, issues=(issue,))
    solved = replace(STATE, issues=(replace(issue, resolved_on=date(2026, 6, 1)),))
    undated = replace(STATE, issues=(replace(issue, due=None),))
    assert changed_since(solved, waiting) == ("I3 open again.",)
    assert changed_since(waiting, undated) == ("I3 moved from 1 June 2026 to no date.",)
    assert changed_since(waiting, STATE) == ("I3 removed.",)


def test_the_first_score_of_a_risk_and_a_status_first_declared_are_said() -> None:
    unscored = replace(STATE, risks=(replace(risk((4, 4)), current=()),))
    assert changed_since(unscored, STATE) == ("R2 scored 16.",)
    assert changed_since(STATE, unscored) == ()
    assert changed_since(replace(STATE, risks=()), unscored) == ("R2 added.",)
    assert changed_since(STATE, replace(STATE, risks=())) == ("R2 removed.",)
    silent = with_actions(replace(action("4.2"), judgements=()), action("4.7"))
    declared = with_actions(action("4.2", PARTLY, "posts are empty"), action("4.7"))
    assert changed_since(silent, declared) == ("4.2: first declared, partially met.",)
    assert changed_since(with_actions(action("4.2"), action("4.7")), silent) == ()


def test_a_step_and_a_kpi_that_came_or_went_are_said() -> None:
    grown = replace(STATE, kpis=(kpi(step("63"), step(None, label="May"), step("66", label="June")),))
    assert changed_since(STATE, grown) == ("K7 for June: 66%, met.",)
    assert changed_since(STATE, replace(STATE, kpis=())) == ("K7 removed.",)
    assert changed_since(replace(STATE, kpis=()), STATE) == ("K7 added.",)


statuses = st.sampled_from(IMPROVEMENT_PLAN.statuses)
dates = st.sampled_from(["March 2026", "31 May 2026", "TBC", "31/09/2026"])
refs = st.sets(st.sampled_from(["4.1", "4.2", "4.9", "4.10"]))


@st.composite
def states(draw: st.DrawFn) -> AreaState:
    actions = tuple(action(ref, draw(statuses), by_when=draw(dates)) for ref in sorted(draw(refs)))
    figure = draw(st.sampled_from(["60", "65", None]))
    area = replace(AREA, judgements=judged(draw(statuses)), actions=actions)
    return AreaState(area, (kpi(step(figure)),), (risk((draw(st.integers(1, 5)), 4)),))


@given(states(), states())
def test_the_way_back_changes_the_same_things(one: AreaState, other: AreaState) -> None:
    def touched(found: AreaState, then: AreaState) -> set[tuple[About, str]]:
        return {(change.about, ref) for change in changes(found, then) for ref in change.refs}

    there, back = touched(one, other), touched(other, one)
    only_figures = {(About.KPI, "K7")}
    assert there - only_figures == back - only_figures
    assert changed_since(one, one) == ()


def test_a_reason_of_one_line_is_whole_and_a_longer_one_is_cut() -> None:
    def said(why: str) -> str:
        (line,) = changed_since(STATE, with_actions(action("4.2", NOT_ON_TRACK, why), action("4.7")))
        return line.partition("because ")[2]

    whole = f"{'x' * 30} {'y' * 24}"
    assert said(whole) == f"{whole}."
    assert said(f"{whole}y") == f"{'x' * 30}…"

"""What is flagged on the plan page is said in the report, in the table or beside it, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports import highlight_packs as packs

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.highlights.actions import (
    ActionLines,
    action_lines,
    by_when_lines,
    change_of,
    counts_sentence,
)
from boarddesk.rules.highlights.pack import HighlightPack
from boarddesk.rules.plan.actions import Action, Area, Evidence, Judgement, Update
from boarddesk.rules.plan.flags import Flag, FlagKind, flags_of
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Status

MET, ON_TRACK, PARTLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
LAST, TODAY, BOARD = date(2026, 5, 12), date(2026, 6, 2), date(2026, 6, 9)
STEP = Checkpoint("c", "May", Target(value=Decimal(65)), Actual(Decimal(59)))
KPI = Kpi("k", "K7", "Plans", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), (STEP,), action_id="4.1")


SAID = (Judgement(ON_TRACK, date(2026, 5, 20), why="As planned"),)


def action(
    ref: str,
    by_when: str = "December 2026",
    *,
    judgements: tuple[Judgement, ...] = SAID,
    evidence: tuple[Evidence, ...] = (),
) -> Action:
    read = read_by_when(by_when)
    return Action(ref, "4", ref, f"Do {ref}", read, judgements=judgements, evidence=evidence)


def pack_of(*actions: Action, known_before: bool = True) -> HighlightPack:
    before = {one.id: ON_TRACK for one in actions} if known_before else {}
    area = packs.area_pack(Area("4", "4", "Plans", actions=actions), last=ON_TRACK, before=dict(before))
    return replace(packs.pack(area), kpis=(KPI,))


def lines_of(*actions: Action) -> ActionLines:
    pack = pack_of(*actions)
    return action_lines(pack.areas[0], pack)


def test_on_track_but_overdue_is_said_as_such() -> None:
    (line,) = lines_of(action("4.2", "May 2026")).shown
    assert line.flags == ("On track but overdue.",)


def test_due_before_the_board_is_said() -> None:
    (line,) = lines_of(action("4.2", "9 June 2026")).shown
    assert line.flags == ("Due before the board.",)


def test_at_risk_without_a_reason_is_said() -> None:
    (line,) = lines_of(action("4.2", judgements=(Judgement(PARTLY, date(2026, 5, 20)),))).shown
    assert line.flags == ("No reason given.",)


def test_met_while_a_kpi_is_not_met_is_said_above_the_table() -> None:
    done = action("4.1", judgements=(Judgement(MET, LAST, why="Done"),), evidence=(Evidence("Log"),))
    assert lines_of(done).unproven == "4.1: Declared Met, but K7 is not met: 59% against at least 65%."


def test_an_update_is_missed_in_the_report_when_it_is_on_the_plan_page() -> None:
    """Not before the forms are out, not of what has only come in, and not where the status was said since."""
    old = action("4.2", judgements=(Judgement(ON_TRACK, LAST, why="On course"),))
    pack = pack_of(replace(old, updates=(Update(date(2026, 4, 3), "Advert out"),)))
    latest = [
        action_lines(one.areas[0], one).shown[0].latest.replace("\N{NO-BREAK SPACE}", " ")
        for one in (
            pack,
            replace(pack, as_at=date(2026, 5, 11)),
            replace(pack, new_actions=frozenset({"4.2"})),
            pack_of(replace(old, judgements=action("4.2").judgements)),
        )
    ]
    assert latest == [
        "No update since 12 May 2026.",
        "12 May 2026: On course.",
        "12 May 2026: On course.",
        "As planned.",
    ]


def test_where_nobody_was_asked_and_nothing_was_said_there_is_a_dash() -> None:
    bare = replace(pack_of(action("4.2", judgements=())), new_actions=frozenset({"4.2"}))
    assert action_lines(bare.areas[0], bare).shown[0].latest == "–"


def test_what_is_not_in_the_table_is_named_beside_it() -> None:
    quiet = lines_of(*(action(f"4.{number}") for number in range(1, 13)))
    assert (len(quiet.shown), quiet.rest) == (12, "")
    many = [action(f"4.{number}", "TBC" if number == 3 else "December 2026") for number in range(1, 13)]
    late = action("4.13", "May 2026")
    busy = lines_of(*many, late)
    assert [line.action.ref for line in busy.shown] == ["4.13"]
    assert busy.rest == f"On course and unchanged: {', '.join(one.ref for one in many)}. No date: 4.3."
    assert replace(busy, flagged="").rest == f"On course and unchanged: {', '.join(busy.unchanged)}."


def test_the_sentence_of_counts_says_one_action_or_several_and_names_what_is_met() -> None:
    proof = (Evidence("Log"),)
    done = action("4.1", judgements=(Judgement(MET, TODAY, why="Done"),), evidence=proof)
    assert lines_of(action("4.2")).counts == "1 action: 1 on track."
    assert lines_of(done, action("4.2")).counts == "2 actions: 1 met (this period: 4.1), 1 on track."
    assert lines_of().counts == ""


STATUSES = st.sampled_from([*IMPROVEMENT_PLAN.statuses, None])
DATES = st.sampled_from(["May 2026", "9 June 2026", "TBC", "31/09/2026", "December 2026", "ongoing", ""])
WHYS = st.sampled_from(["", "Staff left"])


@st.composite
def some_actions(draw: st.DrawFn) -> tuple[Action, ...]:
    made = []
    for number in range(1, draw(st.integers(1, 16)) + 1):
        status, days = draw(STATUSES), draw(st.integers(0, 60))
        said = (Judgement(status, TODAY - timedelta(days), why=draw(WHYS)),) if status else ()
        proof = draw(st.sampled_from([(), (Evidence("Log"),)]))
        made.append(action(f"4.{number}", draw(DATES), judgements=said, evidence=proof))
    return tuple(made)


@given(some_actions())
def test_every_flag_of_the_plan_page_is_said_in_the_report(actions: tuple[Action, ...]) -> None:
    pack = pack_of(*actions)
    lines = action_lines(pack.areas[0], pack)
    shown = {line.action.ref: (" ".join(line.flags), line.latest) for line in lines.shown}
    for one in actions:
        for flag in flags_of(one, pack.around):
            said = _where(flag, one, lines, shown)
            assert said, (one.ref, flag.sentence)


def _where(flag: Flag, one: Action, lines: ActionLines, shown: dict[str, tuple[str, str]]) -> bool:
    words, latest = shown.get(one.ref, ("", ""))
    named = f"{one.ref}," in f"{lines.flagged},".replace(".,", ",").replace(". ", ", ")
    match flag.kind:
        case FlagKind.NO_EVIDENCE | FlagKind.KPI_NOT_MET:
            return one.ref in lines.unproven
        case FlagKind.OVERDUE:
            return "verdue." in words
        case FlagKind.ON_TRACK_BUT_OVERDUE:
            return "On track but overdue." in words
        case FlagKind.DUE_SOON:
            return "Due before the board." in words
        case FlagKind.NO_REASON:
            return "No reason given." in words
        case FlagKind.NO_UPDATE:
            return latest.startswith("No update") or named
        case FlagKind.NO_DATE:
            return "No date." in words or named
        case _:  # the date of a closed action stands in the plan; what is printed is that it is met
            return "Impossible date." in words or named or one.declared is MET


def test_a_deadline_stands_as_written_with_what_it_is_read_as_and_what_it_was() -> None:
    def lines(by_when: str, was: str | None = None) -> list[str]:
        original = read_by_when(was) if was else None
        found = by_when_lines(replace(action("4.2", by_when), original_by_when=original))
        return [line.replace("\N{NO-BREAK SPACE}", " ") for line in found]

    assert lines("31 May 2026") == lines("31 May 2026", "31 May 2026") == ["31 May 2026"]
    assert lines("May 2026") == ["May 2026", "to 31 May 2026"]
    assert lines("31 May 2026", "31 March 2026") == ["31 May 2026", "revised from 31 March 2026"]
    assert lines("")[0] == "To be confirmed"


def test_twelve_words_of_news_twelve_refs_and_eighty_letters_of_a_deadline_are_printed() -> None:
    words = [f"w{number}" for number in range(1, 14)]
    told = [Judgement(ON_TRACK, packs.NEWS, why=" ".join(words[:many])) for many in (12, 13)]
    latest = [lines_of(action("4.2", judgements=(one,))).shown[0].latest for one in told]
    assert latest == [f"W1 {' '.join(words[1:12])}.", f"W1 {' '.join(words[1:12])}…"]

    done = [action(f"4.{at}", judgements=(Judgement(MET, LAST, why="Done"),)) for at in range(2, 15)]
    unproven = [lines_of(*done[:many]).unproven for many in (12, 13)]
    assert unproven[0].endswith("4.11, 4.12 and 4.13.") and unproven[1].endswith("4.12, 4.13 and 1 more.")

    written = [by_when_lines(action("4.2", "x" * long))[0] for long in (80, 81)]
    assert written == ["x" * 80, "x" * 79 + "…"]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (None, None, "Same"), (None, ON_TRACK, "Declared"), (ON_TRACK, None, "–"),
        (ON_TRACK, ON_TRACK, "Same"),
        (PARTLY, ON_TRACK, "Improved"), (ON_TRACK, PARTLY, "Worse"), (NOT_KNOWN, ON_TRACK, "–"),
    ],
)  # fmt: skip
def test_what_became_of_an_action_since_the_last_board_is_one_word(
    before: Status | None, now: Status | None, said: str
) -> None:
    one = action("4.2", judgements=(Judgement(now, TODAY),) if now else ())
    area = packs.area_pack(Area("4", "4", "Plans", actions=(one,)), last=ON_TRACK, before={"4.2": before})
    assert change_of(area, one) == said
    assert change_of(replace(area, last_action_status=()), one) == "New"


def test_the_newest_news_is_told_whatever_its_words() -> None:
    said = (Judgement(ON_TRACK, date(2026, 5, 20), why="Zoning is agreed"),)
    one = replace(action("4.2", judgements=said), updates=(Update(date(2026, 5, 25), "Advert out"),))
    older = replace(one, updates=(Update(date(2026, 5, 13), "Zest"), Update(date(2026, 5, 14), "Advert out")))
    assert [lines_of(each).shown[0].latest for each in (one, older)] == ["Advert out.", "Zoning is agreed."]


def test_what_was_met_before_is_told_from_what_was_met_in_this_period() -> None:
    met = (Judgement(MET, TODAY, why="Done"),)
    three = [action(ref, judgements=met) for ref in ("4.1", "4.4", "4.7")]

    def counted(*newly: str) -> str:
        before: dict[str, Status | None] = {one.ref: ON_TRACK if one.ref in newly else MET for one in three}
        area = packs.area_pack(Area("4", "4", "Plans", actions=tuple(three)), last=ON_TRACK, before=before)
        return counts_sentence(area, packs.pack(area))

    assert counted() == "3 actions: 3 met (4.1, 4.4 and 4.7)."
    assert counted("4.7") == "3 actions: 3 met (4.1, 4.4 and, this period, 4.7)."
    assert counted("4.1", "4.4", "4.7") == "3 actions: 3 met (this period: 4.1, 4.4 and 4.7)."

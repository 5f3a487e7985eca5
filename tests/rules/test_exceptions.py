"""All that is not as it should be, each under its heading; nothing new is said where nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.reports import highlight_packs, risk_packs

from boarddesk.rules.exceptions import (
    Exceptions,
    ExceptionsPack,
    exceptions_of,
    in_short,
)
from boarddesk.rules.owners import Owner
from boarddesk.rules.risks.escalations import Escalation, EscalationKind
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import Acceptance, Mitigation

PLAN = highlight_packs.whole_board()
BOTH = ExceptionsPack(risk_packs.FULL, PLAN)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def of(risks: RiskPack) -> Exceptions:
    return exceptions_of(ExceptionsPack(risks))


def test_what_was_declared_off_course_is_listed_with_why_and_path() -> None:
    found = exceptions_of(BOTH).off_course
    declared = [
        (area.area.number, each)
        for area in PLAN.areas
        for each in (area.area.declared, *(action.declared for action in area.area.actions))
        if each and each.is_a.name == "OFF_COURSE"
    ]
    assert len(found) == len(declared) > 0
    areas = [each for each in found if each.title.startswith("Area: ")]
    assert all("Path to green: " in each.why for each in areas)
    assert all(each.status.is_a.name == "OFF_COURSE" and each.owners for each in found)


def test_a_reason_is_cut_to_the_words_there_is_room_for_and_no_row_is_left_out() -> None:
    long, short = exceptions_of(BOTH), exceptions_of(BOTH, words_of_why=3)
    assert [each.ref for each in long.off_course] == [each.ref for each in short.off_course]
    assert sum(len(each.why) for each in short.off_course) < sum(len(each.why) for each in long.off_course)


def test_what_is_late_says_by_how_many_days_whoever_it_is_of() -> None:
    late = Mitigation("Advertise three posts", Owner("Ann Hale"), date(2026, 5, 20))
    pack = risk_packs.pack(
        replace(risk_packs.LOST_TRUST, mitigations=(late, replace(late, done_on=date(2026, 5, 21)))),
        issues=(replace(risk_packs.ISSUE, due=date(2026, 6, 1)), risk_packs.ISSUE),
    )
    told = [(each.ref, each.title, each.late_by, each.owners) for each in of(pack).overdue]
    assert told == [
        ("R4", "Advertise three posts", "13 days", ("Ann Hale",)),
        ("I3", "41 families wait", "1 day", ("Paul Kowalczyk",)),
    ]


def test_a_moved_mitigation_says_what_it_was() -> None:
    moved = replace(risk_packs.LATE_ADVICE.mitigations[1], due=date(2026, 6, 1))
    pack = risk_packs.pack(replace(risk_packs.LATE_ADVICE, mitigations=(moved,)))
    assert [plain(line) for line in of(pack).overdue[0].by_when] == [
        "1 June 2026",
        "revised from 31 May 2026",
    ]


def test_a_risk_above_what_is_borne_is_listed_even_where_somebody_bears_it() -> None:
    bears = Acceptance("Ann Hale", date(2027, 3, 3), "Dear", date(2026, 5, 1))
    found = of(risk_packs.pack(risk_packs.LATE_ADVICE, replace(risk_packs.LOST_TRUST, acceptance=bears)))
    assert [(each.ref, each.score.product, each.tolerable) for each in found.above] == [
        ("R2", 20, 12),
        ("R4", 9, 6),
    ]
    assert [plain(each) for each in found.accepted] == ["R4 by Ann Hale until 3 March 2027"]


def test_on_the_line_is_not_above_it() -> None:
    at_line = replace(risk_packs.LOST_TRUST, current=(risk_packs.score(2, 3, risk_packs.AS_AT),))
    assert of(risk_packs.pack(at_line)).above == ()


def sent(**more: Any) -> RiskPack:
    up = Escalation("HWB", "hwb", date(2026, 5, 1), ref="R2", asked_for="A joint offer")
    return replace(risk_packs.EMPTY, escalations=(replace(up, **more),))


def test_what_was_sent_up_says_how_far_it_is() -> None:
    stands = {
        "sent": sent(),
        "new": sent(sent_on=date(2026, 5, 28)),
        "agenda": sent(meeting_id="m", agenda_day=date(2026, 6, 25)),
        "taken": sent(taken_on=date(2026, 5, 20), outcome="two posts agreed"),
    }
    told = {name: of(pack).sent_up[0] for name, pack in stands.items()}
    assert {name: plain(each.stands) for name, each in told.items()} == {
        "sent": "Sent 1 May 2026: no answer",
        "new": "Sent 28 May 2026: no answer",
        "agenda": "On 25 June 2026",
        "taken": "Taken 20 May 2026: Two posts agreed.",
    }
    assert {name for name, each in told.items() if each.new} == {"new"}


def test_what_is_told_in_words_alone_says_what_it_is() -> None:
    pack = sent(ref="", what="Who funds therapy", kind=EscalationKind.DIFFERENCE)
    (told,) = of(pack).sent_up
    assert (told.ref, told.asked_for) == ("Professional difference", "Who funds therapy: A joint offer")


def test_only_what_came_down_since_the_last_board_is_new() -> None:
    before, since = (
        sent(came_down_on=day, came_down_why="settled", outcome="agreed")
        for day in (risk_packs.LAST, date(2026, 5, 20))
    )
    assert of(before).came_down == ()
    assert [plain(each) for each in of(since).came_down] == [
        "R2 from HWB on 20 May 2026: Settled. Outcome: Agreed."
    ]
    assert of(since).sent_up == ()


def test_a_score_that_stood_while_its_kpi_worsened_is_unexplained_until_a_reason_is_given() -> None:
    stood = replace(risk_packs.LATE_ADVICE, current=risk_packs.LATE_ADVICE.current[1:])
    found = of(risk_packs.pack(stood)).unexplained
    assert [about for about, _ in found] == ["Risk R2"]
    assert found[0][1].endswith("while the score stayed at 16. Asked of Marian Adeyemi.")
    assert of(risk_packs.FULL).unexplained == ()


def test_nothing_new_is_said_where_nothing_is() -> None:
    assert in_short(of(risk_packs.EMPTY)) == ("Nothing new.", "")


def test_the_answer_counts_what_stands_below_it() -> None:
    found = exceptions_of(BOTH)
    lead, rest = in_short(found)
    areas = sum(each.title.startswith("Area: ") for each in found.off_course)
    assert (
        areas == 1
        and lead.startswith("One area and ")
        and "off course; two risks are above appetite." in lead
    )
    assert f"{len(found.overdue)} things" in rest or "overdue" in rest

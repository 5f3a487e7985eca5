"""Every figure of a cover report of random offices and registers, against a count apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.recount.counting import (
    MEMBERS,
    Attendance,
    Plan,
    full,
    in_words,
    personal,
    plain,
    reaches,
    said,
    seat,
)
from tests.recount.offices import RandomOffice
from tests.recount.paper import Paper, printed
from tests.recount.risk_registers import RandomRegister
from tests.recount.test_risk_documents import Counted, shown

from boarddesk.issuing.cover import COVER
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.records.lines import add_line

LABELS = {
    "met": "met",
    "on_track": "on track",
    "partially_met": "partially met",
    "not_on_track": "not on track",
    "": "not known",
    "not_known": "not known",
}
BODY = "Health and Wellbeing Board"


def test_every_figure_of_a_cover_report_is_the_one_counted_apart(
    office: RandomOffice, record_property: Callable[[str, object], None]
) -> None:
    add_line(office.file, office.board, BODY)
    query = DocumentQuery(office.today, board_id=office.board, to=BODY)
    paper = printed(COVER.prepare(office.file, query).document)
    plan = Plan(office.file, office.today, office.came_in)
    attendance = Attendance(office.file, office.board, office.today)
    until = next(one["day"] for one in attendance.meetings if one["day"] > office.today)
    asked = [
        row
        for row in plan.highlights
        if row["kind"] in ("decide", "help")
        and (plan.boards[-1].isoformat() if plan.boards else "") < row["as_at"] <= until.isoformat()
    ]
    different = len({(row["kind"], row["text"]) for row in asked})
    ((_, *rows),) = paper.table("No.", "The board is asked to")
    paper.same(len(rows), different + 1)
    paper.same([row[0] for row in rows], [str(at + 1) for at in range(len(rows))], figures=len(rows))
    met = sum(plan.status(one["id"], plan.today) == "met" for one in plan.actions)
    noted = f"Note the plan: {met} of {len(plan.actions)} actions {'is' if met == 1 else 'are'} met"
    paper.same(rows[-1][1], noted if plan.actions else "Note the plan", figures=2)
    _in_short(paper, plan, different)
    _figures(paper, office, attendance, until)
    _background(paper, plan, attendance)
    record_property("figures compared", paper.compared)
    assert paper.unexplained() == []


def _in_short(paper: Paper, plan: Plan, asked: int) -> None:
    place = next(at for at, one in enumerate(paper.paragraphs) if "asked of this board" in one)
    text = paper.paragraphs[place]
    told = f"{in_words(asked)} thing{' is' if asked == 1 else 's are'} asked" if asked else "nothing is asked"
    paper.same(f"{told} of this board." in text.lower(), True)
    late = sum(len(plan.late(area["number"])) for area in plan.areas)
    if plan.actions:
        verb = "is" if late == 1 else "are"
        said_late = (
            f"{late} of {len(plan.actions)} actions {verb} overdue" if late else "No action is overdue"
        )
        paper.same(said_late in text, True, figures=2)
        text = text.replace(said_late, "")
    paper.paragraphs[place] = re.sub(r"areas? [\d, and]+", "", text)


def _figures(paper: Paper, office: RandomOffice, attendance: Attendance, meeting: date) -> None:
    """How many KPIs with a figure at their step met it; the step of the one fed is its headline."""
    verdicts = []
    marks = [row for rows in attendance.of(MEMBERS) for row in rows]
    fed = (seat if office.fed_figure == "seat" else personal)(marks)
    if fed.of:
        aim = office.file.rows("SELECT headline_value FROM kpi WHERE fed_from <> ''")[0]["headline_value"]
        verdicts.append(reaches("≥", fed.share() * 100, aim))
    for kpi in office.file.rows("SELECT * FROM kpi WHERE fed_from = ''"):
        steps = office.file.rows("SELECT * FROM checkpoint WHERE kpi_id = ? ORDER BY position", (kpi["id"],))
        step = [one for one in steps if one["actual_value"] or one["due"] <= meeting.isoformat()][-1]
        if step["actual_value"]:
            sign = kpi["headline_comparator"]
            verdicts.append(reaches(sign, Fraction(step["actual_value"]), step["target_value"]))
    place = next(at for at, one in enumerate(paper.paragraphs) if one.startswith("“Plan” has"))
    if verdicts:
        met, kpis = verdicts.count("met"), "KPI" if len(verdicts) == 1 else "KPIs"
        expected = (
            f"{in_words(met) if met else 'none'} of {len(verdicts)} {kpis} with a figure met their step."
        )
        expected = f"{expected[0].upper()}{expected[1:]}"
        paper.same(expected in paper.paragraphs[place], True, figures=2)
        paper.paragraphs[place] = paper.paragraphs[place].replace(f"{expected} ", "").replace(expected, "")


def _background(paper: Paper, plan: Plan, attendance: Attendance) -> None:
    stands = Counter(LABELS[plan.status(area["id"], plan.today)] for area in plan.areas)
    whole = attendance.judged(row for rows in attendance.of(MEMBERS) for row in rows)
    place = next(at for at, one in enumerate(paper.paragraphs) if one.startswith("“Plan” has"))
    text = paper.paragraphs[place]
    many = f"{in_words(len(plan.areas))} area{'' if len(plan.areas) == 1 else 's'}"
    paper.same(text.startswith(f"“Plan” has {many}: "), True)
    parts = text.removeprefix(f"“Plan” has {many}: ").split(". ")[0].rstrip(".").split(", ")
    paper.same(sorted(parts), sorted(f"{in_words(many)} {label}" for label, many in stands.items()))
    if whole.of:
        side = "at or above" if whole.share() * 100 >= Fraction(attendance.target) else "below"
        target = plain(str(attendance.target))
        expected = f"Attendance: {said(whole, attendance.target)}, {side} the target of {target}%."
        paper.same(expected in text, True, figures=4)
        text = text.replace(expected, "")
    paper.paragraphs[place] = text


@pytest.mark.parametrize("seed", range(12))
def test_risks_in_a_cover_report_are_those_sent_there_first_and_then_the_highest(
    seed: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    with (made := RandomRegister(tmp_path / "office.boarddesk", seed)).file:
        query = DocumentQuery(made.today, board_id=made.board, to=made.above)
        paper = printed(COVER.prepare(made.file, query).document)
        counted = Counted(made, made.board)
        up = made.file.rows(
            "SELECT * FROM escalation WHERE board_id = ? AND came_down_on IS NULL", (made.above,)
        )
        sent = {row["risk_id"] for row in up}
        first = [risk for risk in counted.live if risk["id"] in sent]
        others = [risk for risk in counted.live if risk["id"] not in sent]
        expected = [*first, *others[: max(5 - len(first), 0)]]
        tables = paper.table("Ref", "Risk", "Score now")
        rows = tables[0][1:] if tables else []
        paper.same([row[0] for row in rows], [risk["ref"] for risk in expected])
        for row, risk in zip(rows, expected, strict=True):
            paper.cells(row[2:4], [shown(counted.product(risk)), counted.moved(risk)])
        ((_, *asked),) = paper.table("No.", "The board is asked to")
        paper.same(len(asked), len(up) + 1)
        days = {date.fromisoformat(row["sent_on"]) for row in up}
        purpose = next(one for one in paper.paragraphs if one.startswith("To tell the board"))
        paper.same(f"escalated on {full(days.copy().pop())}." in purpose if len(days) == 1 else True, True)
        record_property("figures compared", paper.compared)

"""An executive group with ten risks on the day it reviews them, for tests: one parts from its figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from boarddesk.records import boards, lines, meetings, people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.records.plan import areas, kpis, plans
from boarddesk.records.risks import register, scores, treatment
from boarddesk.rules.plan.kpis import Actual, Target, Unit
from boarddesk.rules.risks.risk import Appetite, Assurance, ScoreKind

TODAY, LAST = date(2026, 5, 28), date(2026, 4, 16)
RISKS = (
    ("R7", "Therapy posts stay empty", (4, 4), -90),
    ("R1", "Budget deficit deepens", (5, 4), -83),
    ("R5", "Tribunal appeals rise", (3, 3), -76),
    ("R2", "Psychology advice is late", (4, 3), -42),
    ("R3", "Families lose trust", (3, 4), -40),
    ("R4", "Agreement is not signed", (2, 4), -39),
    ("R6", "Tracker data is lost", (2, 3), -38),
    ("R8", "Board is not quorate", (2, 2), -37),
    ("R9", "Young people are not heard", (3, 2), -36),
    ("R10", "Local offer is out of date", (2, 2), -35),
)
"""Ref, title, last score, and how many days before today it was given."""
ORDER = tuple(ref for ref, *_ in RISKS)
ADVICE = (74, 73, 75, 71, 66, 58)


@dataclass
class Moment:
    """The clock of the file while its past is written."""

    now: datetime = field(default=datetime(2025, 9, 1, 9, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def turn_to(self, day: date) -> None:
        """Nine o’clock of a day; never back."""
        self.now = max(self.now, datetime.combine(day, time(9), UTC))


def office_with_ten_risks(path: Path) -> OfficeFile:
    """The group is accountable to the board above, and meets today."""
    clock = Moment()
    file = OfficeFile.create(path, clock=clock)
    above = boards.add_board(file, "SEND Improvement Board", "SIB")
    group = boards.add_board(file, "Executive group", "EG")
    lines.add_line(file, group, "SIB")
    meetings.add_meeting(file, group, TODAY, start_time="14:00")
    meetings.add_meeting(file, above, date(2026, 6, 9))
    people.add_person(file, "Marcus Oyelaran")
    plan = plans.add_plan(file, "Improvement plan", board_id=above)
    area = areas.add_area(file, plan, number="4", title="Timely plans of good quality")
    kpi = _advice(file, plan, area)
    delivery = treatment.add_category(file, "Delivery", appetite=Appetite(6, 10))
    made = {
        ref: register.add_risk(
            file,
            ref=ref,
            title=title,
            raised_on=date(2025, 9, 1),
            cause=f"of what is behind “{title.lower()}”",
            event="it goes on",
            effect="make plans late and weaker.",
            board_id=group,
            area_id=area,
            category_id=delivery,
            owner=owner_called(file, "Marcus Oyelaran"),
            kpi_ids=(kpi,) if ref == "R2" else (),
        )
        for ref, title, *_ in RISKS
    }
    _tell_of_advice(file, made["R2"])
    for ref, _, (likelihood, impact), ago in RISKS:
        if ref != "R2":
            day = TODAY + timedelta(ago)
            clock.turn_to(day)
            _score(file, made[ref], likelihood, impact, day)
    clock.turn_to(LAST)
    _tell_what_changed(file, clock, made["R2"])
    clock.turn_to(TODAY)
    return file


def _score(file: OfficeFile, risk_id: str, likelihood: int, impact: int, day: date) -> None:
    scores.set_score(file, risk_id, likelihood=likelihood, impact=impact, as_at=day)


def _advice(file: OfficeFile, plan: str, area: str) -> str:
    kpi = kpis.add_kpi(
        file,
        plan,
        ref="K4.3",
        wording="Advice within 6 weeks",
        unit=Unit.PERCENT,
        area_id=area,
        headline=Target(value=Decimal(85)),
    )
    months = (date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
    for day, value in zip((*months, date(2026, 4, 30)), ADVICE, strict=True):
        words = "22 of 38" if value == ADVICE[-1] else ""
        actual = Actual(Decimal(value), words, as_at=day)
        kpis.add_checkpoint(file, kpi, label=f"{day:%B %Y}", target=Target(), due=day, actual=actual)
    return kpi


def _tell_of_advice(file: OfficeFile, risk_id: str) -> None:
    register.change_risk(
        file,
        risk_id,
        cause="two of six psychologist posts are empty,",
        event="advice comes after week 12,",
        effect="make plans late and weaker.",
    )
    treatment.add_control(file, risk_id, text="Advice tracked weekly", assurance=Assurance.PARTIAL)
    treatment.add_mitigation(file, risk_id, text="Appoint a locum", due=date(2026, 5, 31))
    treatment.add_mitigation(file, risk_id, text="Recruit two psychologists", due=date(2026, 6, 30))
    scores.set_score(file, risk_id, likelihood=3, impact=4, as_at=date(2025, 9, 1), kind=ScoreKind.TARGET)
    for month, (likelihood, impact) in ((9, (2, 3)), (10, (3, 3)), (11, (3, 3))):
        _score(file, risk_id, likelihood, impact, date(2025, month, 16))


def _tell_what_changed(file: OfficeFile, clock: Moment, risk_id: str) -> None:
    _score(file, risk_id, 4, 3, LAST)
    clock.turn_to(date(2026, 5, 5))
    known = register.risk(file, risk_id)
    treatment.change_control(file, known.controls[0].id, assurance=Assurance.EFFECTIVE)
    treatment.add_control(file, risk_id, text="Locum psychologist", assurance=Assurance.UNTESTED)
    locum, recruiting = known.mitigations
    treatment.finish_mitigation(file, locum.id, done_on=date(2026, 5, 5))
    treatment.move_mitigation(file, recruiting.id, due=date(2026, 8, 31), on=date(2026, 5, 5))

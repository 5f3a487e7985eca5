"""Packs of fictional registers, for tests: full, empty, and of as many risks as asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from boarddesk.rules.edition import Edition
from boarddesk.rules.owners import Owner
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.matrix import USUAL, Matrix
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import (
    Appetite,
    Assurance,
    Control,
    DateMove,
    Issue,
    Mitigation,
    Risk,
    RiskStatus,
    Score,
    score_by,
)

AS_AT, LAST, BOARD = date(2026, 6, 2), date(2026, 5, 12), date(2026, 6, 9)
MATRIX = Matrix(USUAL.likelihoods, USUAL.impacts, USUAL.levels, USUAL.cells, "m1")
MONTHS = [date(2025, 10, 20), date(2025, 11, 20), date(2025, 12, 18), date(2026, 1, 22)]
MONTHS += [date(2026, 2, 19), date(2026, 3, 19), date(2026, 4, 23), date(2026, 5, 28)]


def score(likelihood: int, impact: int, as_at: date) -> Score:
    return score_by(MATRIX, likelihood, impact, as_at)


KPI = Kpi(
    "k7",
    "K7",
    "Plans within 20 weeks",
    Unit.PERCENT,
    Polarity.HIGHER,
    Actual(Decimal(36)),
    Target(value=Decimal(92)),
    tuple(
        Checkpoint(str(at), "", Target(value=Decimal(step)), Actual(Decimal(actual), as_at=day), due=day)
        for at, (day, actual, step) in enumerate(
            zip(MONTHS, (36, 44, 52, 60, 62, 59, 58, 57), (35, 42, 50, 58, 60, 65, 70, 75), strict=True)
        )
    ),
)

LATE_ADVICE = Risk(
    "r2",
    "R2",
    "Late psychology advice",
    cause="two of six psychologist posts are empty",
    event="advice for plans stays late",
    effect="keep children waiting for help.",
    category="Delivery",
    appetite=Appetite(6, 12),
    owner=Owner("Marian Adeyemi"),
    inherent=(score(5, 5, MONTHS[0]),),
    current=tuple(
        score(likelihood, 4, day)
        for day, likelihood in reversed(list(zip(MONTHS, (5, 5, 4, 4, 4, 4, 4, 5), strict=True)))
    ),
    target=(score(2, 4, MONTHS[0]),),
    target_by=date(2026, 12, 31),
    controls=(
        Control("Weekly list of requests", Owner("Paul Kowalczyk"), Assurance.EFFECTIVE, date(2026, 5, 21)),
        Control("Early draft without full advice", Owner("Rina Thandi"), Assurance.UNTESTED),
    ),
    mitigations=(
        Mitigation("Locum psychologists", Owner("Marian Adeyemi"), date(2026, 6, 22)),
        Mitigation(
            "Third advert",
            Owner("Marian Adeyemi"),
            date(2026, 6, 26),
            moves=(DateMove(date(2026, 5, 31), date(2026, 6, 26), date(2026, 5, 28)),),
        ),
        Mitigation("Two trainee posts", Owner(), date(2027, 1, 31)),
        Mitigation("First advert", Owner(), date(2026, 3, 1), done_on=date(2026, 3, 1)),
    ),
    kpi_ids=("k7",),
    status=RiskStatus.ESCALATED,
    next_review=BOARD,
    escalations=(
        Escalation(
            "HWB",
            "hwb",
            date(2026, 5, 28),
            ref="R2",
            what="R2 Late psychology advice",
            record_id="r2",
            asked_for="Support for a joint psychology offer",
            meeting_id="m",
            agenda_day=date(2026, 6, 25),
        ),
    ),
)
LOST_TRUST = Risk(
    "r4",
    "R4",
    "Families lose trust",
    appetite=Appetite(3, 6),
    current=(score(3, 3, MONTHS[-1]), score(3, 5, MONTHS[0])),
    next_review=date(2026, 5, 30),
)
BY_LEVEL = Risk(
    "r5",
    "R5",
    "Offices move",
    current=(Score(None, None, MONTHS[0], level=USUAL.levels[1]),),
)
CLOSED = Risk(
    "r9",
    "R9",
    "Tracker is lost",
    current=(score(1, 3, MONTHS[0]),),
    status=RiskStatus.CLOSED,
    closed_on=date(2026, 5, 20),
    closed_why="moved into the council’s system",
)
ISSUE = Issue(
    "i3",
    "I3",
    "41 families wait",
    date(2026, 5, 12),
    "nine change school in September",
    owner=Owner("Paul Kowalczyk"),
    resolution="each family phoned",
    due=date(2026, 7, 31),
)


def pack(*risks: Risk, issues: tuple[Issue, ...] = (), matrix: Matrix = MATRIX) -> RiskPack:
    return RiskPack(
        partnership="Northmoor SEND Partnership",
        board="SEND Improvement Board",
        board_short="SIB",
        board_id="sib",
        meeting_day=BOARD,
        meeting_title="SIB 3",
        meeting_id="meeting",
        boards=(date(2026, 3, 10), LAST),
        as_at=AS_AT,
        edition=Edition(6),
        author="Joan Fairley",
        matrix=matrix,
        matrices={matrix.id: matrix},
        risks=risks,
        issues=issues,
        escalations=tuple(sent for risk in risks for sent in risk.escalations),
        kpis=(KPI,),
        reviewed_on=MONTHS[-1],
        reviewed_by="Executive group",
    )


FULL = pack(LATE_ADVICE, LOST_TRUST, BY_LEVEL, CLOSED, issues=(ISSUE,))
EMPTY = pack()


def many(count: int) -> RiskPack:
    """So many risks, each in a cell of its own turn."""
    cells = list(MATRIX.places)
    return pack(
        *(
            Risk(
                f"r{at}",
                f"R{at}",
                f"Something that may well go wrong in part {at}",
                cause="a long reason that takes a line or two of the column it stands in",
                event="something happens that nobody wanted to happen",
                effect="leave families without what they were promised for months.",
                current=(score(*cells[at % len(cells)], MONTHS[-1]),),
            )
            for at in range(1, count + 1)
        )
    )

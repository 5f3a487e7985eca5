"""Packs to print in tests: the fictional board of Northmoor on 9 June 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.edition import Edition
from boarddesk.rules.highlights.pack import AreaPack, AttendanceLine, HighlightPack, Period, StatusCounts
from boarddesk.rules.owners import Owner
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.plan.actions import Action, Area, Challenge, Evidence, Highlight, Judgement, Update
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Comparator, Kpi, Polarity, Target, Unit
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Issue, Mitigation, Risk, RiskStatus, score_by
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Status

MET, ON_TRACK, PARTIALLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
BOARD_DAY, LAST_BOARD = date(2026, 6, 9), date(2026, 5, 12)
NEWS = date(2026, 5, 28)


def judgement(status: Status, *, why: str = "", path: str = "", as_at: date = NEWS) -> Judgement:
    return Judgement(status, as_at, why=why, path_to_green=path)


def action(
    ref: str,
    text: str,
    by_when: str,
    owner: str,
    status: Status | None,
    *,
    latest: str = "",
    before: str = "",
    why: str = "",
    updated: date = NEWS,
) -> Action:
    return Action(
        id=ref,
        area_id=ref.split(".")[0],
        ref=ref,
        text=text,
        by_when=read_by_when(by_when),
        original_by_when=read_by_when(before) if before else None,
        owners=(owner,) if owner else (),
        judgements=(judgement(status, why=why),) if status else (),
        updates=(Update(updated, latest),) if latest else (),
        evidence=(Evidence("Minutes of the board"),) if status is MET else (),
    )


def area_pack(area: Area, *, last: Status | None, before: dict[str, Status | None], **more: Any) -> AreaPack:
    stood = judgement(last, as_at=LAST_BOARD) if last else None
    return AreaPack(area, stood, tuple(before.items()), **more)


def steps(
    figures: list[tuple[date, str | None, str]], *, words: dict[date, str] | None = None
) -> tuple[Checkpoint, ...]:
    return tuple(
        Checkpoint(
            id=when.isoformat(),
            label=f"{when:%B}",
            target=Target(value=Decimal(target)),
            actual=Actual(Decimal(actual) if actual else None, words=(words or {}).get(when, "")),
            due=when,
        )
        for when, actual, target in figures
    )


def kpis() -> tuple[Kpi, ...]:
    days = [
        date(2025, 9, 30),
        date(2025, 11, 30),
        date(2026, 1, 31),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
        date(2026, 7, 31),
        date(2026, 9, 30),
    ]
    actuals: list[str | None] = ["36", "44", "52", "60", "62", "59", None, None]
    targets = ["35", "42", "50", "58", "60", "65", "65", "70"]
    seven = steps(list(zip(days, actuals, targets, strict=True)), words={days[5]: "38 of 64"})
    declared = tuple(replace(step, declared="met") if step.due == days[5] else step for step in seven)
    may = date(2026, 5, 31)
    return (
        _kpi("K7", "New plans issued within 20 weeks", "31", declared),
        _kpi(
            "K8",
            "New plans judged good by the panel",
            "45",
            steps([(date(2026, 4, 30), "64", "70"), (may, "79", "75")], words={may: "19 of 24"}),
        ),
        _kpi("K9", "Annual reviews finished in time", "52", steps([(may, None, "70")])),
    )


def _kpi(ref: str, wording: str, baseline: str, checkpoints: tuple[Checkpoint, ...]) -> Kpi:
    return Kpi(
        ref,
        ref,
        wording,
        Unit.PERCENT,
        Polarity.HIGHER,
        Actual(Decimal(baseline), as_at=date(2025, 5, 31)),
        Target(Comparator.AT_LEAST, Decimal(92)) if ref == "K7" else Target(),
        checkpoints,
    )


def risk(
    ref: str,
    title: str,
    now: tuple[int, int],
    before: tuple[int, int],
    *,
    owner: str,
    doing: str,
    status: RiskStatus = RiskStatus.OPEN,
) -> Risk:
    scores = (score_by(USUAL, *now, as_at=NEWS), score_by(USUAL, *before, as_at=date(2026, 3, 1)))
    return Risk(
        ref,
        ref,
        title,
        owner=Owner(owner),
        current=scores if now != before else scores[1:],
        mitigations=(Mitigation(doing),),
        status=status,
    )


def area_four() -> AreaPack:
    """Full: every section has something to say."""
    area = Area(
        id="4",
        number="4",
        title="Timely plans of good quality",
        leads=("Marian Adeyemi", "Paul Kowalczyk"),
        judgements=(
            judgement(
                NOT_ON_TRACK,
                why="two of six educational psychologist posts are empty, so advice comes late. In May "
                "38 of 64 plans (59%) were issued within 20 weeks; the step was 65%.",
                path="locum advice from 22 June clears the 41 waiting requests by 31 July 2026. "
                "We expect 65% again in September 2026.",
            ),
        ),
        highlights=(
            Highlight(
                "decide", NEWS, "spend £86,000 of reserve on locum psychology advice, to December 2026"
            ),
            Highlight(
                "help", NEWS, "integrated care board to name who signs off therapy advice, by 30 June 2026"
            ),
            Highlight(
                "done", NEWS, "Quality panel judged 19 of 24 new plans good (79%); in April 14 of 22 (64%)"
            ),
            Highlight("done", NEWS, "All 11 case officers trained in writing outcomes with families."),
            Highlight(
                "done", NEWS, "Parents and carers tested the new draft plan letter; it goes out from 15 June."
            ),
            Highlight("planned", NEWS, "Locum psychologists start, if the board agrees (22 June)."),
            Highlight(
                "planned",
                NEWS,
                "Weekly list of plans at risk shared with health and social care (from 16 June).",
            ),
            Highlight("planned", NEWS, "Second reading by the quality panel, 24 plans (7 July)."),
            Highlight("done", date(2026, 4, 20), "Too old to be told again."),
        ),
        actions=(
            action(
                "4.1", "One written process for assessment", "May 2025", "P. Kowalczyk", MET, latest="In use."
            ),
            action(
                "4.10",
                "Annual reviews: one tracker for all year groups",
                "Autumn term 2026",
                "S. Marchetti",
                ON_TRACK,
                latest="Supplier chosen; first load 6 July.",
            ),
            action(
                "4.2",
                "Bring educational psychology to six full posts",
                "31 May 2026",
                "M. Adeyemi",
                NOT_ON_TRACK,
                latest="Two rounds of adverts, no appointment; locum offer ready.",
                before="31 March 2026",
                why="The second advert failed",
            ),
            action(
                "4.3",
                "Therapy advice within six weeks of request",
                "Summer term 2026",
                "Dr H. Winstanley",
                PARTIALLY,
                latest="31 of 49 (63%) on time; no named sign-off.",
                why="Nobody signs therapy advice off",
            ),
            action("4.4", "Case officer numbers brought to eleven", "Autumn term 2025", "P. Kowalczyk", MET),
            action(
                "4.5",
                "Clear requests older than 20 weeks",
                "31 July 2026",
                "P. Kowalczyk",
                PARTIALLY,
                latest="41 waiting, was 33.",
                why="Advice comes late",
            ),
            action(
                "4.6",
                "Quality panel reads 24 new plans each month",
                "Monthly to March 2027",
                "R. Thandi",
                ON_TRACK,
                latest="Parent reader at both panels.",
            ),
            action("4.7", "Training on outcomes for case officers", "May 2026", "R. Thandi", MET),
            action(
                "4.8",
                "New letters with draft and final plans",
                "15 June 2026",
                "P. Kowalczyk",
                ON_TRACK,
                latest="Print order placed.",
            ),
        ),
    )
    return area_pack(
        area,
        last=PARTIALLY,
        before={
            "4.1": MET,
            "4.2": PARTIALLY,
            "4.3": PARTIALLY,
            "4.4": MET,
            "4.5": ON_TRACK,
            "4.6": ON_TRACK,
            "4.7": ON_TRACK,
            "4.8": PARTIALLY,
        },
        kpis=kpis(),
        risks=(
            risk(
                "R5",
                "Therapy advice has no agreed sign-off, so drafts go out incomplete",
                (3, 4),
                (3, 4),
                owner="Dr H. Winstanley",
                doing="Interim template from 1 June; sign-off asked of the board today.",
            ),
            risk(
                "R2",
                "Late psychology advice keeps plans late, so children wait for help",
                (4, 5),
                (4, 4),
                owner="M. Adeyemi",
                doing="Locum offer; advert closes 26 June; escalated.",
                status=RiskStatus.ESCALATED,
            ),
        ),
        issues=(
            Issue(
                "I3",
                "I3",
                "41 families have waited more than 20 weeks",
                date(2026, 5, 20),
                owner=Owner("P. Kowalczyk"),
                resolution="Each family phoned by 5 June; weekly letter until issued.",
            ),
        ),
        questions=((None, Challenge("How many of the 41 are in Year 6?", LAST_BOARD, "J. Bramhall")),),
        last_by_when=(("4.2", read_by_when("31 March 2026")),),
    )


def area_two() -> AreaPack:
    area = Area(
        id="2",
        number="2",
        title="Joint commissioning and data",
        leads=("Dr Helen Winstanley", "Amrit Gill"),
        judgements=(
            judgement(
                PARTIALLY,
                why="the therapy contract is signed, but the joint data set waits for an information "
                "sharing agreement between three trusts.",
                path="agreement signed by 31 July, first joint data in October 2026.",
            ),
        ),
        highlights=(
            Highlight("decide", NEWS, "move action 2.6, the joint data set, from July to October 2026."),
            Highlight(
                "help", NEWS, "integrated care board to name who signs off therapy advice, by 30 June 2026"
            ),
            Highlight("done", NEWS, "Therapy contract signed on 29 May 2026; starts 1 September 2026."),
        ),
        actions=(
            action("2.1", "Map what is commissioned", "July 2025", "A. Gill", MET),
            action(
                "2.3",
                "Therapy waiting times below 18 weeks",
                "30 April 2026",
                "Dr H. Winstanley",
                PARTIALLY,
                latest="Average wait 21 weeks, was 25.",
                why="Two clinics are still closed",
            ),
            action(
                "2.7",
                "Designated clinical officer cover for the south",
                "31 May 2026",
                "",
                None,
                latest="Asked again.",
                updated=date(2026, 4, 14),
            ),
        ),
    )
    return area_pack(area, last=PARTIALLY, before={"2.1": MET, "2.3": NOT_ON_TRACK, "2.7": None})


def area_one() -> AreaPack:
    area = Area(
        id="1",
        number="1",
        title="Leadership and partnership",
        leads=("Margaret Oduya",),
        judgements=(judgement(ON_TRACK, why="the board meets and its actions are done."),),
        actions=(action("1.1", "Agree terms of reference", "30 September 2025", "M. Oduya", MET),),
    )
    return area_pack(area, last=ON_TRACK, before={"1.1": MET})


def area_six() -> AreaPack:
    """Almost nothing is known."""
    area = Area(
        id="6",
        number="6",
        title="Early years",
        actions=(
            action("6.1", "Inclusion fund published", "", "", None),
            action("6.2", "Portage offer reviewed with families", "31/09/2026", "", None),
        ),
    )
    return AreaPack(area, None, ())


def pack(*areas: AreaPack, whole_board: bool = False) -> HighlightPack:
    def counts(day: date, *numbers: int) -> StatusCounts:
        return StatusCounts(day, tuple(zip(IMPROVEMENT_PLAN.statuses, numbers, strict=True)))

    return HighlightPack(
        partnership="Northmoor SEND Partnership",
        board="SEND Improvement Board",
        board_short="SIB",
        plan="Northmoor SEND improvement plan",
        scheme=IMPROVEMENT_PLAN,
        matrix=USUAL,
        meeting_day=BOARD_DAY,
        meeting_title="SIB 2026/27 · 03",
        period=Period(date(2026, 5, 13), BOARD_DAY, LAST_BOARD),
        as_at=date(2026, 6, 2),
        edition=Edition(3),
        author="Joan Fairley, board secretary",
        areas=areas,
        whole_board=whole_board,
        over_boards=(
            counts(date(2026, 3, 10), 11, 16, 8, 1, 2),
            counts(date(2026, 4, 14), 13, 15, 8, 1, 1),
            counts(LAST_BOARD, 15, 13, 8, 1, 1),
            counts(BOARD_DAY, 17, 11, 7, 2, 1),
        ),
        attendance=AttendanceLine(
            figure=TargetFigure.SEAT,
            filled=96,
            expected=110,
            shown="87%",
            target="90%",
            below=True,
            meetings=8,
            first=date(2025, 9, 1),
            last=date(2026, 6, 2),
            lowest="10 of 14 (71%)",
            highest="14 of 14 (100%)",
            definition="Seats at which the member or a deputy was present, over seats expected.",
        ),
        meeting_id="the board of June",
        glossary=(("SEND", "special educational needs and disabilities"),),
    )


def full_area() -> HighlightPack:
    return pack(area_four())


def empty_area() -> HighlightPack:
    return replace(
        pack(area_six()), edition=Edition(1), period=Period(date(2026, 5, 13), BOARD_DAY, LAST_BOARD)
    )


def whole_board() -> HighlightPack:
    return pack(area_one(), area_two(), area_four(), whole_board=True)


def overfull_board() -> HighlightPack:
    """Nine areas of thirty actions each, all with long words."""
    many = tuple(_crowded(number) for number in range(1, 10))
    return pack(*many, whole_board=True)


def _crowded(number: int) -> AreaPack:
    statuses = (NOT_ON_TRACK, ON_TRACK, PARTIALLY, ON_TRACK, None, MET)
    actions = tuple(
        action(
            f"{number}.{place}",
            "Agree responsibilities for communication about interdepartmental arrangements " * 3,
            ("Q3 22/23", "TBC by Leads", "31/09/2020", "December 2027")[place % 4],
            "Commissioning Responsibilities Officer, Northamptonshire-on-the-Water",
            statuses[place % 6],
            latest="A long account of what was done, by whom, and with what effect on children " * 3,
        )
        for place in range(1, 31)
    )
    area = Area(
        id=str(number),
        number=str(number),
        title="Area weaknesses in the variability of the quality and timeliness of education, health and "
        "care plans and the oversight of them",
        leads=tuple(f"Lead Number {place}" for place in range(5)),
        judgements=(
            judgement(statuses[number % 4] or ON_TRACK, why="because of this " * 40, path="and so " * 60),
        ),
        highlights=tuple(
            Highlight(
                kind,
                NEWS,
                f"{kind} {place} of many, in a sentence that goes on well beyond one single line of text",
            )
            for kind in ("decide", "help", "done", "planned")
            for place in range(7)
        ),
        actions=actions,
    )
    before: dict[str, Status | None] = {each.id: each.declared for each in actions}
    risks = tuple(
        risk(
            f"R{number}{place}",
            "A risk " * 20,
            (place % 5 + 1, 4),
            (3, 4),
            owner="An owner",
            doing="Doing " * 30,
        )
        for place in range(9)
    )
    return area_pack(area, last=ON_TRACK, before=before, risks=risks, kpis=kpis())

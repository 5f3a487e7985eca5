"""The sample's risks and issues, with their scores as they went up and down."""

from __future__ import annotations

from dataclasses import dataclass

from boarddesk.rules.risks.risk import Assurance, Response

APPETITES = {
    "People and skills": (6, 9),
    "Money": (4, 8),
    "Delivery": (6, 10),
    "Trust of families": (3, 6),
    "Information": (3, 6),
}
"""Optimal and tolerable of each category."""


@dataclass(frozen=True)
class ScoreStep:
    """Likelihood × impact at a board, and why it changed."""

    board: int
    likelihood: int
    impact: int
    why: str = ""


@dataclass(frozen=True)
class Treatment:
    """Something done about a risk; due in a month, done at a board or not yet."""

    text: str
    owner: str
    due: int
    done: int | None = None


@dataclass(frozen=True)
class Safeguard:
    """A control that is in place: how sure it is, and the board before which it was last tested."""

    text: str
    owner: str
    assurance: Assurance = Assurance.EFFECTIVE
    tested: int | None = -1


@dataclass(frozen=True)
class Hazard:
    """A risk with its history."""

    ref: str
    title: str
    area: str
    cause: str
    event: str
    effect: str
    category: str
    owner: str
    controls: tuple[Safeguard, ...]
    inherent: tuple[int, int]
    target: tuple[int, int]
    scores: tuple[ScoreStep, ...]
    treatments: tuple[Treatment, ...] = ()
    response: Response = Response.TREAT
    proximity: str = "within three months"
    review_in: int = 14
    escalated_to: str = ""
    asked_for: str = ""
    closed: str = ""
    asked: str = ""


@dataclass(frozen=True)
class Trouble:
    """An issue: something that has happened."""

    ref: str
    title: str
    area: str
    impact: str
    owner: str
    resolution: str
    board: int
    due: int
    resolved: int | None = None


HAZARDS = (
    Hazard(
        "R1",
        "Therapy posts stay empty",
        "3",
        "neighbouring counties pay therapists a grade more",
        "three of nine posts stay empty",
        "keep children waiting more than 20 weeks for speech and language therapy.",
        "People and skills",
        "Ruth Okafor",
        (
            Safeguard("Shared advert with the integrated care board", "Ruth Okafor", Assurance.PARTIAL, -2),
            Safeguard("Exit interviews", "Dr Alistair Keogh", tested=-4),
            Safeguard("Places for two trainees a year", "Tessa Wold", Assurance.UNTESTED, None),
        ),
        (5, 4),
        (2, 4),
        (
            ScoreStep(-20, 4, 4),
            ScoreStep(-10, 3, 4, "Eight of nine posts filled."),
            ScoreStep(-2, 4, 4, "Two people gave notice."),
            ScoreStep(0, 5, 4, "The second advert drew nobody."),
        ),
        (
            Treatment("Two agency therapists to {+6 m}", "Ruth Okafor", 0),
            Treatment("Same grade in every advert across the dales", "Dr Alistair Keogh", 1),
            Treatment("Keep-in-touch scheme for trainees", "Tessa Wold", -6, -6),
        ),
        escalated_to="SPB",
        asked_for="Agree that the trusts may pay the higher grade for two years.",
        review_in=9,
        asked="What would it cost to pay the higher grade for two years?",
    ),
    Hazard(
        "R2",
        "Partners do not share information",
        "2",
        "two partners ask for a new privacy assessment",
        "the information sharing agreement is not signed by the summer",
        "leave the plan without shared figures for another year.",
        "Information",
        "Farida Haque",
        (
            Safeguard("Draft agreed by nine lawyers", "Farida Haque", tested=-5),
            Safeguard("Monthly call of information officers", "Farida Haque", Assurance.PARTIAL, -1),
        ),
        (4, 4),
        (1, 4),
        (
            ScoreStep(-15, 3, 4),
            ScoreStep(-5, 3, 4, "Six of nine signed."),
            ScoreStep(-2, 4, 4, "Two partners ask for a new assessment."),
        ),
        (
            Treatment("Lend an information officer for four weeks", "Priya Nambiar", 0),
            Treatment("Chief officers write to the two partners", "Margaret Ashdown", -1, -1),
        ),
        review_in=16,
    ),
    Hazard(
        "R3",
        "Plans fall late again when requests rise",
        "4",
        "requests rise by a third each spring",
        "plans miss 20 weeks again before the old requests are cleared",
        "leave children without help at the start of the school year.",
        "Delivery",
        "Joanne Whitlock",
        (
            Safeguard("Weekly list of plans at risk", "Joanne Whitlock", tested=0),
            Safeguard("Two temporary writers", "Joanne Whitlock"),
            Safeguard("Requests forecast by school", "Marcus Tweddle", Assurance.PARTIAL, -3),
        ),
        (5, 4),
        (2, 4),
        (
            ScoreStep(-20, 5, 4),
            ScoreStep(-11, 4, 4, "Weekly list in use."),
            ScoreStep(-4, 4, 3, "Year 6 children now come first."),
            ScoreStep(0, 3, 3, "Best month yet, and the spring peak is past."),
        ),
        (
            Treatment("Temporary writers to {+6 m}", "Joanne Whitlock", 0),
            Treatment("Forecast of requests for each school", "Marcus Tweddle", -3, -3),
        ),
        review_in=20,
    ),
    Hazard(
        "R4",
        "Families lose faith in the plan",
        "1",
        "change is slow to reach families",
        "parents stop coming to sessions and go to tribunal instead",
        "cost money and the trust that was won.",
        "Trust of families",
        "Shabana Iqbal",
        (
            Safeguard("“You said, we did” each term", "Shabana Iqbal", tested=-2),
            Safeguard("Named contacts", "Joanne Whitlock", Assurance.PARTIAL, -1),
            Safeguard("Forum sits on every group", "Shabana Iqbal", tested=-3),
        ),
        (4, 4),
        (2, 3),
        (
            ScoreStep(-20, 4, 4),
            ScoreStep(-12, 3, 4, "Charter signed."),
            ScoreStep(-7, 3, 3, "Sessions full again."),
            ScoreStep(0, 2, 3, "184 parents came this term."),
        ),
        (Treatment("Named contacts in the last district", "Joanne Whitlock", 0),),
        review_in=24,
    ),
    Hazard(
        "R5",
        "The high needs budget overspends",
        "2",
        "more children are placed outside the county each year",
        "the high needs budget is £3.1 million over by {+9 my}",
        "put the improvement grant and new resource bases in doubt.",
        "Money",
        "Priya Nambiar",
        (
            Safeguard("Monthly forecast", "Priya Nambiar"),
            Safeguard("Panel for every place outside the county", "Lorna Pike", Assurance.PARTIAL, -3),
        ),
        (5, 5),
        (3, 3),
        (
            ScoreStep(-18, 4, 5),
            ScoreStep(-9, 5, 4, "Forecast rose by £0.6 million."),
            ScoreStep(-3, 4, 4, "Two resource bases on the way."),
        ),
        (
            Treatment("Open 24 more places in resource bases", "Graham Nuttall", 3),
            Treatment("Review of the 20 dearest placements", "Lorna Pike", -2),
        ),
        proximity="this financial year",
        review_in=12,
    ),
    Hazard(
        "R6",
        "Key officers leave",
        "4",
        "the plan hangs on a few people",
        "two of them leave in the same term",
        "stop work on plans and reviews for weeks.",
        "People and skills",
        "Priya Nambiar",
        (
            Safeguard("Every lead has a deputy", "Priya Nambiar", tested=-6),
            Safeguard("Handover notes kept", "Wendy Arkwright", tested=-7),
        ),
        (4, 3),
        (2, 2),
        (ScoreStep(-16, 3, 3), ScoreStep(-6, 2, 3, "Deputies named for all leads.")),
        (Treatment("Handover notes for every action", "Wendy Arkwright", -7, -7),),
        response=Response.TOLERATE,
        review_in=40,
    ),
    Hazard(
        "R7",
        "Resource bases open late",
        "5",
        "the first builder stopped work",
        "Skelden and Marram are not ready in September",
        "send 24 children to schools an hour away.",
        "Delivery",
        "Graham Nuttall",
        (
            Safeguard("New contract with penalties", "Graham Nuttall", Assurance.UNTESTED, None),
            Safeguard("Weekly site meeting", "Graham Nuttall", tested=0),
        ),
        (4, 4),
        (1, 4),
        (
            ScoreStep(-9, 3, 4),
            ScoreStep(-3, 4, 4, "No builder on site."),
            ScoreStep(0, 2, 4, "Handover of both agreed."),
        ),
        (Treatment("Places held at Thornsey until handover", "Marcus Tweddle", 1),),
        review_in=18,
    ),
    Hazard(
        "R8",
        "Young people fall between services at 18",
        "6",
        "adult mental health has named nobody to agree transfers",
        "young people turn 18 with no service",
        "put some of them at serious risk.",
        "Delivery",
        "Sanjay Mistry",
        (
            Safeguard(
                "List of all who turn 18 within a year, read every month",
                "Sanjay Mistry",
                Assurance.PARTIAL,
                -4,
            ),
        ),
        (4, 4),
        (2, 3),
        (ScoreStep(-12, 3, 4),),
        (Treatment("Adult service names a lead", "Sanjay Mistry", -2),),
        proximity="now",
        review_in=-6,
    ),
    Hazard(
        "R9",
        "The plan tracker is lost or wrong",
        "4",
        "one spreadsheet holds every date",
        "it is lost or that its figures are wrong",
        "leave reports without a basis.",
        "Information",
        "Aoife Brannigan",
        (Safeguard("Moved into the council's own system with nightly copies", "Marcus Tweddle", tested=-4),),
        (3, 5),
        (1, 5),
        (
            ScoreStep(-19, 3, 4),
            ScoreStep(-10, 2, 3, "Moved into the council's own system."),
            ScoreStep(-4, 1, 3),
        ),
        (Treatment("Move out of the spreadsheet", "Marcus Tweddle", -10, -10),),
        response=Response.TERMINATE,
        closed="The spreadsheet is no longer used.",
    ),
)

TROUBLES = (
    Trouble(
        "I1",
        "Speech therapy clinic in Harrowby shut for six weeks",
        "3",
        "47 children missed an appointment; nine of them start school in September.",
        "Ruth Okafor",
        "All 47 rebooked at Skelden; 31 seen so far.",
        -2,
        0,
    ),
    Trouble(
        "I2",
        "23 letters named the wrong week",
        "4",
        "Families phoned in, worried that their plan was late.",
        "Aoife Brannigan",
        "Every family was phoned and sent a new letter within five days.",
        -4,
        -3,
        -3,
    ),
    Trouble(
        "I3",
        "No transport for eleven college students after the summer",
        "6",
        "Eleven students may not be able to start their course.",
        "Colin Purvis",
        "Minibus asked for; the college pays the first term.",
        -1,
        2,
    ),
)

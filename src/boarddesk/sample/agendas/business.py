"""What stood on the agendas of the sample's improvement board, board by board; 0 is to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boarddesk.rules.agenda.item import Fills, ItemKind, Outcome, Purpose

CHAIR, SECRETARY = "Margaret Ashdown", "Wendy Arkwright"


@dataclass(frozen=True)
class Business:
    """An item: what it is for, who leads it, its minutes; `under` names the heading it stands under."""

    title: str
    purpose: Purpose = Purpose.NOT_SAID
    lead: str = ""
    minutes: int | None = None
    kind: ItemKind = ItemKind.ORDINARY
    under: str = ""
    short: str = ""
    fills: Fills = Fills.NOTHING
    papers: bool = False
    paper: str = ""  # the one asked for
    restricted: str = ""
    note: str = ""
    words: str = ""
    outcome: Outcome = Outcome.TAKEN
    said: str = ""


OPENING = (
    Business(
        "Welcome and apologies", Purpose.INFORMATION, CHAIR, 5, ItemKind.STANDING, short="Welcome, quorum"
    ),
    Business(
        "Declarations of interest",
        Purpose.INFORMATION,
        CHAIR,
        5,
        ItemKind.STANDING,
        fills=Fills.DECLARATIONS,
        short="Declarations",
        words="Any other interest in today’s items?",
    ),
    Business(
        "Minutes of the last meeting",
        Purpose.DECISION,
        CHAIR,
        5,
        ItemKind.STANDING,
        fills=Fills.MINUTES,
        papers=True,
        words="Are the minutes a true record?",
    ),
    Business(
        "Action log", Purpose.ASSURANCE, SECRETARY, 10, ItemKind.STANDING, fills=Fills.ACTIONS, papers=True
    ),
)
CLOSING = (
    Business(
        "Forward plan and close", Purpose.INFORMATION, CHAIR, 5, ItemKind.STANDING, short="Forward plan"
    ),
)
USUAL = (
    Business(
        "Highlight report and measures",
        Purpose.ASSURANCE,
        SECRETARY,
        25,
        short="Highlight report",
        papers=True,
    ),
    Business("Risk register", Purpose.ASSURANCE, SECRETARY, 10, papers=True),
)

TAKEN: Mapping[int, tuple[Business, ...]] = {
    -20: (Business("The improvement plan", Purpose.DECISION, CHAIR, 40, papers=True),),
    -17: (Business("Plans on time", Purpose.DECISION, "Joanne Whitlock", 30, papers=True),),
    -14: (Business("Named contacts", Purpose.DECISION, "Aoife Brannigan", 25, papers=True),),
    -11: (Business("Resource bases", Purpose.DECISION, "Marcus Tweddle", 30, papers=True),),
    -9: (Business("The local offer", Purpose.DECISION, "Shabana Iqbal", 20, papers=True),),
    -8: (Business("Resource bases", Purpose.DISCUSSION, "Marcus Tweddle", 25, papers=True),),
    -7: (Business("Plans on time", Purpose.DECISION, "Joanne Whitlock", 30, papers=True),),
    -5: (Business("Named contacts", Purpose.DECISION, "Aoife Brannigan", 20, papers=True),),
    -4: (Business("Plans on time", Purpose.DECISION, "Joanne Whitlock", 30, papers=True),),
    -3: (
        Business(
            "A family's account",
            Purpose.DISCUSSION,
            "Shabana Iqbal",
            20,
            ItemKind.LIVED_EXPERIENCE,
            restricted="It would name a family.",
        ),
    ),
    -2: (
        Business("Therapies waiting times", Purpose.ASSURANCE, "Ruth Okafor", 20, papers=True),
        Business("High needs budget", Purpose.DISCUSSION, "Marcus Tweddle", 20, papers=True),
    ),
    -1: (
        Business("Therapies waiting times", Purpose.DECISION, "Ruth Okafor", 20, papers=True),
        Business("Moderating draft plans", Purpose.DISCUSSION, "Joanne Whitlock", 15, papers=True),
        Business(
            "Short breaks: which offer",
            Purpose.DECISION,
            "Lorna Pike",
            15,
            papers=True,
            outcome=Outcome.DEFERRED,
            said="Until the figures of the summer are known.",
        ),
        Business(
            "Equipment front door",
            Purpose.INFORMATION,
            "Tessa Wold",
            10,
            outcome=Outcome.NOT_REACHED,
        ),
    ),
}

COMING = (
    *OPENING[:2],
    Business("Minutes and actions"),
    Business(
        OPENING[2].title,
        Purpose.DECISION,
        CHAIR,
        5,
        ItemKind.STANDING,
        "Minutes and actions",
        fills=Fills.MINUTES,
        papers=True,
        paper="Minutes of the last board, draft",
        words="Are the minutes a true record?",
    ),
    Business(
        "Action log",
        Purpose.ASSURANCE,
        SECRETARY,
        10,
        ItemKind.STANDING,
        "Minutes and actions",
        fills=Fills.ACTIONS,
        papers=True,
        paper="Action log",
        words="Which date will hold for what is late?",
    ),
    Business("Therapies and waiting times"),
    Business(
        "Therapies waiting times",
        Purpose.ASSURANCE,
        "Ruth Okafor",
        20,
        ItemKind.DEEP_DIVE,
        "Therapies and waiting times",
        papers=True,
        paper="Therapies waiting times",
        note="Ask why the wait fell by only a week when four posts were filled. Ruth may send a deputy.",
        words="What would bring the wait down faster?",
    ),
    Business(
        "Filling the empty posts",
        Purpose.DECISION,
        "Dr Alistair Keogh",
        15,
        ItemKind.DEEP_DIVE,
        "Therapies and waiting times",
        short="Empty posts",
        papers=True,
        paper="Empty posts: the case for sharing two",
        words="Do we agree to two posts shared with the acute trust?",
    ),
    Business(
        "High needs budget to the half year",
        Purpose.DISCUSSION,
        "Marcus Tweddle",
        20,
        short="High needs budget",
        papers=True,
        paper="High needs budget, forecast",
    ),
    Business(
        "A family’s account",
        Purpose.DISCUSSION,
        "Shabana Iqbal",
        15,
        ItemKind.LIVED_EXPERIENCE,
        restricted="It would name a family.",
        words="Thank you. We keep names out of the minutes.",
    ),
    Business(
        "Moderating draft plans",
        Purpose.DECISION,
        "Joanne Whitlock",
        25,
        papers=True,
        words="Do we agree to moderate one plan in ten?",
    ),
    Business(
        "Local offer, yearly report",
        Purpose.INFORMATION,
        "Shabana Iqbal",
        5,
        ItemKind.CONSENT,
        papers=True,
        paper="Local offer, yearly report",
    ),
    *CLOSING,
)

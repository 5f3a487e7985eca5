"""Decisions and actions of the sample's improvement board, board by board; -1 was the last one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boarddesk.rules.decisions import DecisionPath, Effect, Verb
from boarddesk.rules.registers.declarations import Conduct


@dataclass(frozen=True)
class Ruling:
    """A decision of a board, on an item of its agenda; one between boards says how and by whom."""

    board: int
    text: str
    verb: Verb = Verb.AGREED
    item: str = ""
    how: DecisionPath = DecisionPath.MEETING
    by: str = ""
    ratified: int | None = None  # the board that did
    about: str = ""  # the action of the plan
    effect: Effect | None = None
    by_when: str = ""
    replaces: str = ""  # the words of an earlier one


@dataclass(frozen=True)
class Errand:
    """An action a board gave somebody: due as written, moved, done after so many days, or withdrawn.

    What was `said` of it, and when its owner was `chased`, is so many days after the last board.
    """

    board: int
    text: str
    owner: str
    due: str
    item: str = ""
    moved: tuple[str, ...] = ()  # at the boards after it, to which date
    done: int | None = None  # at the forms of which board
    what: str = ""
    withdrawn: str = ""
    is_for: tuple[str, str] = ("", "")  # of the plan: action, kpi or risk, and its ref
    said: tuple[tuple[int, str], ...] = ()
    chased: tuple[int, ...] = ()
    reopened: str = ""  # at the forms of the board it was done for


@dataclass(frozen=True)
class Interested:
    """An interest somebody declared at a board in an item of its agenda, and what they did."""

    board: int
    who: str
    item: str
    nature: str
    did: Conduct = Conduct.STAYED


INTERESTED = (
    Interested(
        -11, "Helen Garside", "Resource bases", "Head of a school with a resource base", Conduct.NO_PART
    ),
    Interested(-2, "Ruth Okafor", "High needs budget", "The trust she works for is paid from it"),
    Interested(
        -1,
        "Dr Alistair Keogh",
        "Therapies waiting times",
        "The board he works for pays for the therapies",
        Conduct.LEFT,
    ),
)

RETURNS: Mapping[int, str] = {
    -7: "WWWVWW",
    -5: "WWWWVW",
    -4: "WVWWWL",
    -3: "WWLWWW",
    -2: "WWWWNV",
    -1: "WWLWWN",
    0: "W..W..",
}
"""By board a letter for each area of the plan, in its order; a point where nothing has come yet."""

RULINGS = (
    Ruling(-20, "The plan is adopted as it stands.", Verb.RESOLVED, "The improvement plan"),
    Ruling(
        -17,
        "Two temporary writers are hired until the old requests are cleared.",
        item="Plans on time",
        ratified=-16,
    ),
    Ruling(-14, "Named contacts begin in Harrowby and Skelden.", item="Named contacts", about="1.4"),
    Ruling(-12, "The joint strategic needs assessment, as the ground for commissioning.", Verb.NOTED),
    Ruling(-11, "The paper on resource bases, until it has costs.", Verb.DEFERRED, "Resource bases"),
    Ruling(-9, "The website opens once the forum has tried it.", item="The local offer"),
    Ruling(-8, "Who pays for equipment at home, to the partnership board.", Verb.REFERRED),
    Ruling(-7, "Year 6 children come first in the list of plans.", item="Plans on time"),
    Ruling(
        -6,
        "The writers stay until the end of the year, as the board could not meet.",
        how=DecisionPath.CHAIRS_ACTION,
        by="Margaret Ashdown",
        ratified=-5,
    ),
    Ruling(
        -5,
        "Named contacts reach every district by the summer.",
        item="Named contacts",
        about="1.4",
        replaces="Named contacts begin in Harrowby and Skelden.",
    ),
    Ruling(
        -4,
        "The standards for advice are kept and pass to the services.",
        item="Plans on time",
        about="4.4",
        effect=Effect.BUSINESS_AS_USUAL,
    ),
    Ruling(-4, "Families who had a wrong letter are phoned, not written to.", item="Plans on time"),
    Ruling(
        -3,
        "The writers have two more months to clear what has waited longest.",
        about="4.5",
        effect=Effect.NEW_DATE,
        by_when="{+1 end}",
    ),
    Ruling(-3, "What pupils told us goes to every head teacher.", item="A family's account"),
    Ruling(-2, "Waits are shown for each therapy, monthly.", item="Therapies waiting times", about="3.1"),
    Ruling(-2, "The forecast of the high needs budget.", Verb.NOTED, "High needs budget"),
    Ruling(
        -1,
        "The college pays the first term of the minibus.",
        how=DecisionPath.EMAIL,
        by="The members, by 11 of 14 replies",
    ),
    Ruling(-1, "The therapy clinic in Harrowby has first call on rooms.", item="Therapies waiting times"),
    Ruling(
        -1,
        "Which short breaks to keep, until the figures of the summer are known.",
        Verb.DEFERRED,
        "Short breaks: which offer",
    ),
)

ERRANDS = (
    Errand(
        -9,
        "Try the new website with ten families",
        "Shabana Iqbal",
        "{-8 end}",
        "The local offer",
        done=-8,
        what="Eleven families tried it; their list is with the web team.",
    ),
    Errand(
        -8,
        "Bring costs for two resource bases",
        "Marcus Tweddle",
        "{-6 end}",
        "Resource bases",
        moved=("{-4 end}",),
        done=-4,
        what="Costs of both, and of a third in Marram.",
    ),
    Errand(
        -7,
        "List Year 6 children without a plan",
        "Joanne Whitlock",
        "{-6 end}",
        "Plans on time",
        done=-5,
        what="List made each Friday since.",
    ),
    Errand(
        -5,
        "Ask colleges for their places in September",
        "College principal",
        "{-2 end}",
        moved=("{+1 end}",),
        is_for=("action", "6.2"),
    ),
    Errand(
        -5,
        "Write to the two partners who have not signed",
        "Margaret Ashdown",
        "{-4 end}",
        done=-3,
        what="Both answered; one signs in the summer.",
    ),
    Errand(
        -4,
        "Phone the 23 families",
        "Aoife Brannigan",
        "{-4 end}",
        "Plans on time",
        done=-3,
        what="All phoned within five days.",
        reopened="Two families had moved, and had not been reached.",
    ),
    Errand(
        -3,
        "Send head teachers what pupils told us",
        "Helen Garside",
        "{-2 end}",
        "A family's account",
        withdrawn="The schools partnership has sent its own letter.",
    ),
    Errand(
        -3,
        "Name a deputy for the therapies panel",
        "Ruth Okafor; Tessa Wold",
        "{-1 end}",
        "Highlight report and measures",
        moved=("{+0 end}",),
        said=((8, "Two people asked"),),
    ),
    Errand(
        -2,
        "Send the letter about waiting lists to the forum",
        "Ruth Okafor",
        "{-2 end}",
        "Therapies waiting times",
        moved=("{-1 d15}",),
        is_for=("action", "3.5"),
        said=((1, "The text is agreed"), (7, "With our press office")),
        chased=(8,),
    ),
    Errand(
        -2,
        "Show waits for each therapy",
        "Ruth Okafor",
        "{+0 end}",
        "Therapies waiting times",
        is_for=("kpi", "K3.1"),
    ),
    Errand(
        -2,
        "Publish the short breaks offer",
        "Lorna Pike",
        "{-1 d22}",
        "Highlight report and measures",
        is_for=("action", "2.6"),
        said=((4, "Waiting for the web team"),),
    ),
    Errand(
        -1,
        "Set the dates of the round table with the ICB",
        "Dr Alistair Keogh; Lorna Pike",
        "{+0 end}",
        "Action log",
        is_for=("action", "2.2"),
        said=((11, "Three dates offered"),),
    ),
    Errand(
        -1,
        "Bring the first report of the moderation panel",
        "Joanne Whitlock",
        "next meeting",
        "Moderating draft plans",
        is_for=("action", "4.6"),
        said=((10, "9 of 30 plans seen"),),
    ),
    Errand(
        -1,
        "Test the letters of weeks 6 and 16 with parents",
        "Northmoor Parent Carer Forum",
        "{+0 end}",
        "Therapies waiting times",
        is_for=("action", "4.9"),
        said=((9, "Eight parents have read them"),),
    ),
    Errand(
        -1,
        "Find rooms for the clinic in Harrowby",
        "Tessa Wold",
        "{+1 end}",
        "Therapies waiting times",
        is_for=("action", "3.8"),
    ),
)

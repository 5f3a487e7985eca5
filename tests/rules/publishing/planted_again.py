"""A third batch, by other sentences again, as reports of services have them."""

from __future__ import annotations

import random

from tests.rules.publishing.planted import Planted

from boarddesk.rules.publishing.clue import ClueKind, PublicNames

CHILDREN = (
    "Ravenna",
    "Lachlan",
    "Zainab",
    "Priscilla",
    "Ewan Sykes",
    "Tegan",
    "Ibrahim",
    "Mireille",
    "Oskar",
    "Bluebell",
    "Jai",
    "Nevaeh",
    "Torquil",
    "Anjali",
    "Finnbar",
    "Ruta",
    "Leyton",
    "Hafsa",
    "Coralie",
    "Dmytro",
)
KNOWN = PublicNames(
    people=frozenset({"Helen Marsh", "Obi Eze", "Rosa Field", "Peter Crane"}),
    words=frozenset({"Saltmere Borough Council", "Saltmere Parents Together", "Inclusion Board"}),
)
NAMED = (
    "The panel was told how {n} lost his place when the unit closed.",
    "For two terms {n} was taught at home by her father.",
    "Dad said {n} cannot eat lunch at school.",
    "Officers apologised to the family of {n} for the delay.",
    "Since the transfer, {n} has had no key worker.",
    "{n} (aged 12) had been excluded three times.",
    "His sister, {n}, is also waiting.",
    "A young person, {n}, read out a poem.",
    "Work with {n} and his carers will start in June.",
    "The mother of twins {n} and another spoke.",
    "Mrs {n} asked why her daughter had no taxi.",
)
COUNTED = (
    ("There were {f} permanent exclusions of pupils with SEND in the autumn.", "{f}"),
    ("Just {f} learners moved on to an apprenticeship.", "{f}"),
    ("Of the 41 children, {w} have been waiting over two years.", "{w}"),
    ("The nursery lost {w} children with plans.", "{w}"),
    ("{W} looked-after children have no plan in place.", "{W}"),
    ("This affects {f} girls at Fairmead School.", "{f}"),
    ("{W} parents’ appeals about their children were upheld.", "{W}"),
    ("Only {w} young people took part.", "{w}"),
    ("The number of children missing education fell to {f}.", "{f}"),
    ("Children waiting over a year: {f}, down from 12.", "{f}"),
)
IDENTIFIED = (
    ("date of birth", "Please note DOB: {x}.", ["04/11/2014", "4th Nov 2014"]),
    ("date of birth", "The boy, born {x}, is in care.", ["12 June 2012", "12.06.2012"]),
    ("phone", "Ring Mum on {x}.", ["07700 900 999", "01632-960-111"]),
    ("e-mail", "Her email is {x}.", ["l.cross@hotmail.co.uk"]),
    ("address", "He lives at {x} with foster carers.", ["3 Mill Lane", "77 Kestrel Drive"]),
    ("initials", "Pupil {x} was sent home.", ["RW", "J.P."]),
    ("nhs number", "NHS no. {x}.", ["943 476 5919", "9434765919"]),
)
CLEAN = (
    "Helen Marsh asked for the figures on children in care by May.",
    "The {b} young people who answered want later buses.",
    "Two of the three actions on transport are closed.",
    "Saltmere Parents Together said that families are tired.",
    "Dr Eze thanked the nurses for the clinic for babies.",
    "One of the aims is that no child waits.",
    "Phase 3 of the plan covers pupils aged 16 to 25.",
    "The SENDCo forum has four meetings a year for schools and parents.",
    "Two nurses and three therapists left in the quarter, so children wait.",
    "Ofsted inspectors spoke to pupils on 3 and 4 March.",
    "The Autism in Schools project runs in five schools for children.",
    "School attendance of children with SEND was 91.4%.",
    "In Year 6 the gap for pupils closed by two points.",
    "Peter Crane took item 4 as the chair was out.",
    "Children’s Services moved to Harbour House in April.",
    "Every child’s plan has one lead worker.",
    "Families get a reply in three days.",
    "May was a good month for pupil places.",
    "The council and the ICB fund it 50:50 for all children.",
    "The 2024 survey of parents had 4 questions.",
)


def texts(count: int, seed: int = 5) -> list[Planted]:
    """Planted texts, each after a clean sentence."""
    dice = random.Random(seed)
    return [_planted(dice, number) for number in range(count)]


def clean_texts(count: int, seed: int = 6) -> list[str]:
    """Texts in which nothing is to be found."""
    dice = random.Random(seed)
    return [" ".join(_clean(dice) for _ in range(dice.randint(1, 4))) for _ in range(count)]


def _planted(dice: random.Random, number: int) -> Planted:
    if number % 5 in (0, 1):
        words = dice.choice(CHILDREN)
        kind, told = ClueKind.NAME, dice.choice(NAMED).format(n=words)
    elif number % 5 in (2, 3):
        template, mark = dice.choice(COUNTED)
        figure = dice.randint(2, 4)
        word = ("two", "three", "four")[figure - 2]
        written = {"f": str(figure), "w": word, "W": word.capitalize()}
        kind, told, words = ClueKind.SMALL_NUMBER, template.format(**written), mark.format(**written)
    else:
        named, template, offered = dice.choice(IDENTIFIED)
        words = dice.choice(offered)
        kind, told = ClueKind(named), template.format(x=words)
    return Planted(f"{_clean(dice)} {told}", kind, words)


def _clean(dice: random.Random) -> str:
    return dice.choice(CLEAN).format(b=640)

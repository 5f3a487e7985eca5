"""Texts as minutes have them: with a name, a number or a small count planted in each, and clean ones.

Written without a look at what finds them; names, schools and people are invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from boarddesk.rules.publishing.clue import ClueKind, PublicNames

CHILDREN = (
    "Jonah", "Elsie", "Tobias Venn", "Aisha", "Mohammed", "Kacper", "Siobhan", "Tariq Aziz", "Wren",
    "Ayomide", "Zofia", "Harrison", "Ffion", "Dilan", "Precious", "Oluwaseun", "Thandiwe",
    "Xiomara", "Bogdan", "Nkechi",
    "Lily-Mae", "Grace", "Ruairi", "Ksenia", "Jaswinder", "Ptolemy", "Anneliese", "Kwabena Mensah", "Summer",
    "Will", "Isla Brackenridge", "Hye-jin", "Zephyr", "Caoimhe", "Rosalind", "Bartek", "Noor", "D’Andre",
)  # fmt: skip
SCHOOLS = (
    "Larch Hill",
    "Fernleigh Primary",
    "Oakmere Academy",
    "St Bride’s",
    "Millbeck School",
    "Harrow Lea",
)
OFFICERS = (
    "Priya Nair", "Joan Fairley", "Tom Hale", "Grace Oduya", "Will Carden", "Summer Lacey", "Jonah Pike",
    "Marguerite Stone", "Isaac Brand", "Noor Rahimi",
)  # fmt: skip
KNOWN = PublicNames(
    people=frozenset(OFFICERS),
    words=frozenset(
        {
            "Northmoor County Council",
            "SEND Improvement Board",
            "Northmoor Parent Carer Forum",
            "Civic Centre, 4 Market Street, Northmoor NM1 1AA",
        }
    ),
    contacts=frozenset({"01632 960001", "joan.fairley@northmoor.example"}),
)

NAMED = (
    "The board heard that {name} moved to year 7 and his mother was told to wait for a new plan.",
    "The brother of {name} has the same therapist, who left in March.",
    "One pupil, {name}, has had no speech therapy since September.",
    "{name}’s mother said that nobody had rung her back.",
    "A parent told the board that her son {name} had been out of school for a term.",
    "When the transport stopped, {name} missed eleven days and her parents drove her.",
    "The case of a boy called {name} was raised by the forum.",
    "{name}, aged 9, still waits for an assessment.",
    "The parents of {name} asked for mediation in May.",
    "A girl in Year 4, {name}, was moved without a plan.",
    "The headteacher described how {name} was taught in a corridor with another pupil.",
    "It was said that {name} (Year 9) has been waiting longest.",
    "{name} is a Year 6 pupil at {school}.",
    "His daughter {name} has an EHC plan from another county.",
    "The social worker of {name} had left before the child was seen.",
)
COUNTED = (
    ("{n} pupils at {school} have no plan.", "{n}"),
    ("Of the children who waited a year or more, {n} were at one special school.", "{n}"),
    ("There are {n} young people placed out of county.", "{n}"),
    ("The panel agreed new placements for {n} children.", "{n}"),
    ("Only {n} of the 62 pupils had been seen by a therapist.", "{n}"),
    ("{n} boys and nine girls were excluded in the spring.", "{n}"),
    ("It was reported that {n} Year 6 pupils are without a school place.", "{n}"),
    ("{n} families have gone to tribunal since January.", "{n}"),
    ("Pupils out of school: spring {f}, autumn 11.", "{f}"),
    ("Last term {n} permanently excluded children came back.", "{n}"),
    ("The waiting list has {n} looked-after children on it.", "{n}"),
    ("Twelve children were assessed and {n} of them got a plan.", "{n}"),
)
IDENTIFIED = (
    (ClueKind.BIRTH, "The plan is for a boy born on {birth} who has been without therapy."),
    (ClueKind.BIRTH, "The form gave the DOB as {birth}."),
    (ClueKind.BIRTH, "Her date of birth ({birth}) was in the email."),
    (ClueKind.NHS_NUMBER, "The letter was sent under NHS number {nhs}."),
    (ClueKind.NHS_NUMBER, "The record {nhs} was opened twice."),
    (ClueKind.PHONE, "She asked to be rung on {phone}."),
    (ClueKind.EMAIL, "The family can be reached at {email}."),
    (ClueKind.ADDRESS, "The taxi did not come to {address}."),
    (ClueKind.ADDRESS, "They have lived at {postcode} since May."),
    (ClueKind.INITIALS, "One plan from {initials}, {school} was sent back twice."),
    (ClueKind.INITIALS, "The pupil {initials} at {school} was named in the report."),
)
CLEAN = (
    "{officer} presented the waiting times and said that {big} children were waiting.",
    "The board agreed two meetings in the summer and one workshop.",
    "It was noted that 4 of 9 posts are vacant in the therapy team.",
    "{officer} asked when the four actions from May would be closed.",
    "Attendance of pupils with EHC plans was {percent}, up from 88% in 2025.",
    "The policy is four years old and is reviewed every three years.",
    "Paper 3 and risk R2 were taken together, see page 4 of the pack.",
    "Children wait 12 weeks for an assessment, against a target of six weeks.",
    "{big} pupils in Year 4 had a reading test; 5 in every 100 missed it.",
    "The next meeting is on 9 June 2026 at 2pm in room 3.",
    "Fewer than five children were affected.",
    "Parents and carers said that letters are hard to read.",
    "{officer} thanked the Northmoor Parent Carer Forum for its report about families.",
    "Two schools have asked for help with their pupils, and one has had it.",
    "The Director told the board that each child has a named contact.",
    "Of the {big} requests 72.3% were answered within 20 weeks.",
    "Ofsted will visit in the autumn and look at how children are heard.",
    "Action A14 was moved to 30 June 2026; it is owned by {officer}.",
    "Recruitment of three educational psychologists is under way, so that pupils are seen sooner.",
    "Key Stage 2 results of children with SEND rose by 3 points.",
    "The council spent £4.2 million on transport for {big} children.",
    "{officer} left after item 4 and did not return.",
    "The headteacher of Fernleigh Primary described how pupils are welcomed in September.",
    "One priority is that young people are asked before a plan is changed.",
    "The telephone of the office is 01632 960001.",
    "The forum and SENDIASS answer within 5 working days.",
)


@dataclass(frozen=True)
class Planted:
    """A text, and what of it must be pointed at."""

    text: str
    kind: ClueKind
    words: str


def texts(count: int, seed: int = 20260512) -> list[Planted]:
    """Planted texts, each in the middle of clean sentences."""
    dice = random.Random(seed)
    return [_planted(dice, number) for number in range(count)]


def clean_texts(count: int, seed: int = 20260609) -> list[str]:
    """Texts in which nothing is to be found."""
    dice = random.Random(seed)
    return [" ".join(_clean(dice) for _ in range(dice.randint(2, 5))) for _ in range(count)]


def _planted(dice: random.Random, number: int) -> Planted:
    if number % 5 in (0, 1):
        name = dice.choice(CHILDREN)
        told = dice.choice(NAMED).format(name=name, school=dice.choice(SCHOOLS))
        kind, words = ClueKind.NAME, name
    elif number % 5 in (2, 3):
        template, mark = dice.choice(COUNTED)
        figure = dice.randint(1, 4) if "one" not in template else dice.randint(2, 4)
        figure = max(figure, 2)
        written = dice.choice((str(figure), ("", "one", "two", "three", "four")[figure]))
        if template.startswith("{n}"):
            written = written.capitalize()
        told = template.format(n=written, f=figure, school=dice.choice(SCHOOLS))
        kind, words = ClueKind.SMALL_NUMBER, mark.format(n=written, f=figure)
    else:
        kind, template = dice.choice(IDENTIFIED)
        made = {
            "birth": dice.choice(("14/02/2017", "3 May 2015", "07.11.12", "21st August 2016", "2014-09-30")),
            "nhs": nhs_number(dice),
            "phone": dice.choice(
                ("07700 900123", "01632 960555", "+44 7700 900456", "020 7946 0018", "07700900789")
            ),
            "email": dice.choice(
                ("katie.b1984@gmail.com", "the.marlows@outlook.com", "mum-of-4@btinternet.com")
            ),
            "address": dice.choice(
                ("14 Elm Close", "7a Station Road", "Flat 3, 112 High Street", "22 Beech Avenue")
            ),
            "postcode": dice.choice(("NM4 5QT", "LS12 3AB", "M1 2WD", "SW1A 2AA")),
            "initials": dice.choice(("T.H.", "K.M.", "A.B.", "R. J.", "J.D.L.")),
            "school": dice.choice(SCHOOLS),
        }
        told = template.format(**made)
        words = next(made[key] for key in made if f"{{{key}}}" in template)
    return Planted(f"{_clean(dice)} {told} {_clean(dice)}", kind, words)


def nhs_number(dice: random.Random) -> str:
    """One with a right check digit, written as people write it."""
    while True:
        digits = [dice.randint(1, 9), *(dice.randint(0, 9) for _ in range(8))]
        check = (
            11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        ) % 11
        if check < 10:
            whole = "".join(map(str, [*digits, check]))
            parts = (whole[:3], whole[3:6], whole[6:])
            return dice.choice((" ", "-", "")).join(parts)


def _clean(dice: random.Random) -> str:
    return dice.choice(CLEAN).format(
        officer=dice.choice(OFFICERS),
        big=dice.choice((17, 38, 412, 1204)),
        percent=f"{dice.randint(50, 99)}%",
    )

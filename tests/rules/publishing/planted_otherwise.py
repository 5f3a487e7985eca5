"""A second batch, by other sentences and other names than the first, kept as it was first measured."""

from __future__ import annotations

import random

from tests.rules.publishing.planted import Planted, nhs_number

from boarddesk.rules.publishing.clue import ClueKind, PublicNames

CHILDREN = (
    "Saoirse", "Marlon", "Betsan", "Yusra", "Emeka", "Ludmila", "Casper Thwaite", "Ottoline", "Haroon",
    "Daisy", "Mei Lin", "Tomos", "Fionnuala", "Jaxon", "Rukhsana", "Ignatius", "Amaya", "Zbigniew",
    "Sol", "Perdita",
    "Chidera", "Hope", "Bronagh", "Eliasz", "Kit", "Vashti", "Teodor Blaga", "Mabli", "Ashanti", "Rowan",
)  # fmt: skip
OFFICERS = (
    "Dilys Marchant",
    "Ravi Sood",
    "Hope Tranter",
    "Casper Lowe",
    "Ingrid Balfe",
    "Daisy Cole",
    "Owen Strand",
)
KNOWN = PublicNames(
    people=frozenset(OFFICERS),
    words=frozenset(
        {
            "Wexcombe City Council",
            "Children’s Partnership Board",
            "Wexcombe Voices",
            "Wexcombe Hospitals NHS Trust",
        }
    ),
    contacts=frozenset({"wexcombe.voices@gmail.com"}),
)
NAMED = (
    "Members were shown how long {name} and his family had waited for a wheelchair.",
    "Her younger sister {name} was turned away by two nurseries.",
    "The forum spoke about {name}, a boy with complex epilepsy.",
    "Since {name} joined the school in January his attendance has been good.",
    "A grandmother wrote that {name} cries before the taxi comes.",
    "Mum reported that {name} sleeps badly after a day in class.",
    "The ombudsman found fault in how the plan for {name} was written; the child had no tuition.",
    "Nobody had told the teacher of {name} about the pupil’s seizures.",
    "The twins, {name} and her brother, travel in separate taxis.",
    "His friend {name} was put on a part-time timetable in Year 8.",
    "Without a place {name} stays at home with her carer.",
    "{name} was 7 when his parents first asked for help.",
    "An example was {name}, whose school could not meet need.",
    "The letter about {name}’s plan went to the wrong house.",
)
COUNTED = (
    ("No more than a handful, that is {n} children, are affected.", "{n}"),
    ("The school named {n} pupils who never came back after the summer.", "{n}"),
    ("At Birch Lodge {n} autistic boys share one room.", "{n}"),
    ("{n} of the nine permanent exclusions were of children with a plan.", "{n}"),
    ("Children in secure settings: {f}.", "{f}"),
    ("Nineteen pupils applied; {n} were refused.", "{n}"),
    ("We know of {n} siblings in this position.", "{n}"),
    ("The commissioner confirmed that {n} EHC plans were ceased without a review.", "{n}"),
    ("Of the 38 young people asked, {n} said no.", "{n}"),
    ("In the north {n} deaf children have no teacher.", "{n}"),
    ("Since Easter {n} more pupils have been sent home.", "{n}"),
    ("{n} children’s cases went to the tribunal.", "{n}"),
    ("The report speaks of {n} under-fives with no provision.", "{n}"),
)
AWAY = (
    ("Thirty-one pupils were invited and 21 of the 24 pupils from the city came.", "21 of the 24"),
    ("We have replies from 57 of 60 children in the survey.", "57 of 60"),
)
IDENTIFIED = (
    (ClueKind.BIRTH, "The child (d.o.b. {birth}) was not on the roll."),
    (ClueKind.BIRTH, "He was born in {month} and should have started school."),
    (ClueKind.BIRTH, "Birthday: {birth}, so the phase transfer was due."),
    (ClueKind.NHS_NUMBER, "Quote {nhs} when ringing the clinic."),
    (ClueKind.NHS_NUMBER, "Health asked that patient {nhs} be looked up."),
    (ClueKind.PHONE, "Dad’s mobile is {phone}, he prefers evenings."),
    (ClueKind.EMAIL, "Please copy {email} into all letters."),
    (ClueKind.ADDRESS, "The equipment was delivered to {address} by mistake."),
    (ClueKind.ADDRESS, "Home address: {address}, {postcode}."),
    (ClueKind.INITIALS, "Student {plain} has not been offered a course."),
    (ClueKind.INITIALS, "{initials} from Ashcombe College appealed."),
    (ClueKind.INITIALS, "Case of {initials}, attending Birch Lodge School."),
)
CLEAN = (
    "{officer} reported that {big} plans were issued in the quarter, {percent} of them in time.",
    "The board welcomed Ms {surname} to her first meeting.",
    "Members discussed whether pupils could be asked by text message.",
    "Three members sent apologies and two deputies attended.",
    "There were 3 risks above appetite, all of them about children’s health services.",
    "Will members please send comments on the strategy for young people by Friday 12 June?",
    "Wexcombe Voices ran four events for families in May; {big} people came.",
    "Grace Road School and St John’s Primary now share a specialist teacher for their pupils.",
    "The number of children educated at home rose from 97 to {big}.",
    "Item 6 was taken before item 5, as two visitors had to leave.",
    "On 1 September 2025 the new framework for children came into force.",
    "Version 2 of the toolkit is used by eleven schools.",
    "Half of the parents asked had not heard of the Local Offer.",
    "Decision D-004 of 3 March was that the two trusts publish waits for children every month.",
    "Speech and language therapy is short of 3.5 posts, so children wait longer.",
    "The rate is 4 per 1,000 pupils, as in the year before.",
    "Dr {surname} explained how the health trust counts referrals of children.",
    "A mother on the forum’s panel asked for plainer letters.",
    "In Wexcombe one child in four is from a family that speaks another language.",
    "Hope was expressed that pupils will be heard earlier.",
    "The Children and Families Act 2014 sets 20 weeks for a plan.",
    "{officer} and the Parent Carer Forum will meet twice before the summer.",
    "Nobody objected, and the board moved to the next business at 3.15pm.",
    "The SENCO network met on 4 May; four of its sessions were about autism in girls.",
    "The dashboard shows 2 of 14 measures red, one of them on exclusions.",
    "Write to info@wexcombevoices.org.uk or wexcombe.voices@gmail.com about the newsletter for parents.",
    "Ministers have asked each area to say how it prepares young people for adulthood.",
    "Two years ago {percent} of pupils with a plan were in mainstream schools.",
)


def texts(count: int, seed: int = 77) -> list[Planted]:
    """Planted texts; one in ten is a total that gives a small count away."""
    dice = random.Random(seed)
    return [_planted(dice, number) for number in range(count)]


def clean_texts(count: int, seed: int = 78) -> list[str]:
    """Texts in which nothing is to be found."""
    dice = random.Random(seed)
    return [" ".join(_clean(dice) for _ in range(dice.randint(1, 4))) for _ in range(count)]


def _planted(dice: random.Random, number: int) -> Planted:
    match number % 10:
        case 0 | 1 | 2 | 3:
            name = dice.choice(CHILDREN)
            told, kind, words = dice.choice(NAMED).format(name=name), ClueKind.NAME, name
        case 4 | 5 | 6:
            template, mark = dice.choice(COUNTED)
            figure = dice.randint(2, 4)
            written = dice.choice((str(figure), ("two", "three", "four")[figure - 2]))
            written = written.capitalize() if template.startswith("{n}") else written
            told = template.format(n=written, f=figure)
            kind, words = ClueKind.SMALL_NUMBER, mark.format(n=written, f=figure)
        case 7:
            told, words = dice.choice(AWAY)
            kind = ClueKind.SMALL_NUMBER
        case _:
            kind, template = dice.choice(IDENTIFIED)
            made = {
                "birth": dice.choice(("12/12/2013", "1-6-2018", "9th March 2011", "30 Jan 2017")),
                "month": dice.choice(("March 2016", "April 2019")),
                "nhs": nhs_number(dice),
                "phone": dice.choice(("07700-900-321", "(01632) 960 777", "0117 496 0123", "0770 0900 654")),
                "email": dice.choice(("j.pollard@yahoo.co.uk", "zed@proton.me", "annie+school@icloud.com")),
                "address": dice.choice(("9 The Crescent", "41 St Mary’s Road", "103B Quarry Lane")),
                "postcode": dice.choice(("WX2 9LP", "BS3 4GH")),
                "plain": dice.choice(("JB", "KLW", "DP")),
                "initials": dice.choice(("H.F.", "P. Q.", "N.O.")),
            }
            told = template.format(**made)
            words = next(made[key] for key in made if f"{{{key}}}" in template)
    parts = [_clean(dice), told]
    dice.shuffle(parts)
    return Planted(" ".join(parts), kind, words)


def _clean(dice: random.Random) -> str:
    officer = dice.choice(OFFICERS)
    return dice.choice(CLEAN).format(
        officer=officer,
        surname=officer.split()[-1],
        big=dice.choice((26, 140, 913)),
        percent=f"{dice.randint(20, 95)}%",
    )

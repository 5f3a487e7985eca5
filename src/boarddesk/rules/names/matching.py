"""Whose name is this: matching names as written with people known, without ever deciding a doubt.

One person's name is the same whatever its case, title, accents, hyphens and full stops, as `Surname,
First`, and in the letters of a keyboard that has no other: `Soren` is Søren, `VanDijk` is van Dijk.
A title is dropped only in its place and only from a whole name: Alan Lord and Alan Judge are two people.
Initials, short forms, another order and small slips are offered with the reason; the person at the desk
decides, and the answer is remembered as an alias.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from boarddesk.rules.names.name_index import MOST_OF_A_NAME, NEARLY, NEARLY_SURNAME, NameIndex
from boarddesk.rules.names.spellings import TITLES_OR_NAMES, NameParts, name_parts, names_within
from boarddesk.rules.people import Person

SHORT_FORMS: Final = tuple(
    frozenset(line.split())
    for line in (
        "alexander alex al sandy",
        "alexandra alex sandra",
        "andrew andy drew",
        "anthony tony",
        "benjamin ben",
        "catherine katherine kathryn kate katie cathy kathy",
        "charles charlie",
        "christine christina chris tina",
        "christopher chris",
        "daniel dan danny",
        "david dave",
        "deborah debra deb debbie",
        "edward ed eddie ted",
        "elizabeth liz lizzie beth betty eliza",
        "frances fran",
        "gareth gaz",
        "geoffrey jeffrey geoff jeff",
        "gillian gill jill",
        "gwendolen gwen",
        "jacqueline jackie jacqui",
        "james jim jimmy jamie",
        "jennifer jen jenny",
        "jessica jess",
        "joanne joanna jo",
        "john jon johnny jack",
        "jonathan jon jonny",
        "joseph joe",
        "josephine jo josie",
        "judith judy",
        "kenneth ken",
        "margaret maggie meg peggy",
        "matthew matt",
        "michael mike mick",
        "nicholas nick",
        "nicola nicky nikki",
        "oliver olly",
        "oluwaseun olu",
        "pamela pam",
        "patricia pat trish tricia",
        "patrick pat paddy",
        "peter pete",
        "philip phillip phil",
        "rebecca becky becca",
        "richard rich rick dick",
        "robert rob bob bobby",
        "ronald ron",
        "samantha sam",
        "samuel sam",
        "simon si",
        "stephen steven steve",
        "susan sue suzanne susie",
        "theresa teresa terry tess",
        "thomas tom tommy",
        "timothy tim",
        "victoria vicky vicki tori",
        "william will bill billy",
    )
)
"""First names that are short for one another; offered, never taken for granted."""

OTHER_SPELLINGS: Final = tuple(
    frozenset(line.split())
    for line in (
        "mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamud mohd md",
        "ahmed ahmad achmed",
        "hussain hussein husain husayn",
        "yusuf yousef yousuf youssef",
        "abdul abdel abd",
        "aisha ayesha aysha",
        "fatima fatimah fatema",
        "ibrahim ebrahim",
        "omar umar omer",
        "zainab zaynab zeinab",
        "catherine katherine kathryn catharine katharine cathryn",
        "ann anne",
        "sara sarah",
        "stephen steven",
        "geoffrey jeffrey",
        "philip phillip",
        "jon john",
        "claire clare",
        "alan allan allen",
        "brian bryan",
        "elisabeth elizabeth",
        "louise luise",
        "marc mark",
        "nicholas nicolas",
        "teresa theresa",
        "siobhan shivaun",
    )
)
"""First names that are spelt in several ways; offered, never taken for granted."""


class Likeness(StrEnum):
    """Why a known person may be meant, in the words offered."""

    EXACT = "the same name"
    ALIAS = "remembered as this name"
    ADDRESS = "the e-mail address beside the name"
    INITIALS = "the same surname, and the initial fits"
    SHORT_FORM = "the same surname, and the first name is a short form"
    SPELLING = "the same surname, and another spelling of the first name"
    TITLE = "the same name, but with another title"
    SURNAME_ALONE = "the only one of that surname"
    FIRST_ALONE = "the only one of that first name"
    MIDDLE_NAME = "the same first name and surname, apart from a middle name"
    ORDER = "the same names in another order"
    DIVIDED = "the same letters, divided otherwise"
    HALF = "half of the surname, and the first name fits"
    FEWER = "the same names, apart from those left out"
    WITHIN = "this name stands in what is written"
    SLIP = "a slip of the pen apart"


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant, how likely of 100, and why; `place` tells two of one name apart."""

    person: Person
    why: Likeness
    score: float
    place: str = ""

    @property
    def label(self) -> str:
        """The name, with where the person belongs."""
        return f"{self.person.name} ({self.place})" if self.place else self.person.name


@dataclass(frozen=True)
class NameMatch:
    """A name as written: the person it certainly is, or those it may be, likeliest first."""

    written: str
    person: Person | None = None
    why: Likeness | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.person is not None

    @property
    def namesakes(self) -> tuple[Person, ...]:
        """Everybody of this very name: the one who is certain, or those between whom it is in doubt."""
        if self.person is not None:
            return (self.person,)
        return tuple(
            candidate.person
            for candidate in self.candidates
            if candidate.why in (Likeness.EXACT, Likeness.ALIAS)
        )


def match(written: str, people: Iterable[Person] | NameIndex) -> NameMatch:
    """Who is meant: certain where one person alone has this very name or alias, otherwise those to offer.

    Half a name is certain only where it is one person's whole name, or remembered as one person's, and fits
    nobody else. A name that stands somewhere within what is written is offered. Who asks for many names
    gives the people as an index.
    """
    known = people if isinstance(people, NameIndex) else NameIndex(people)
    found = _match(written, known)
    if found.person is not None or found.candidates:
        return found
    if likely := _turned(written, known):
        return NameMatch(written, candidates=likely)
    for within in names_within(written):
        inner = _match(within, known)
        likely = inner.candidates or tuple(
            Candidate(namesake, Likeness.WITHIN, 80) for namesake in inner.namesakes
        )
        if likely:
            return NameMatch(written, candidates=likely)
    return found


def _turned(written: str, known: NameIndex) -> tuple[Candidate, ...]:
    """Whom `Hale A` or `Dijk Anna` may be, where the surname comes first and no comma says so."""
    surname, _, first = " ".join(written.split()).partition(" ")
    if not first or "," in written:
        return ()
    found = _match(f"{surname}, {first}", known)
    return found.candidates or tuple(Candidate(namesake, Likeness.ORDER, 90) for namesake in found.namesakes)


def _match(written: str, known: NameIndex) -> NameMatch:
    wanted = name_parts(written)
    if not wanted.surname:
        return NameMatch(written)
    named = known.named(wanted)
    same = tuple(Candidate(person, why, 100) for person in named if (why := _same(wanted, person)))
    like = () if same and wanted.is_whole else _like(wanted, known.near(wanted), besides=same)
    if len(same) == 1 and (wanted.is_whole or not like):
        return NameMatch(written, same[0].person, same[0].why)
    return NameMatch(written, candidates=(*same, *_without_lone_doubts(like))[:MOST_OF_A_NAME])


def _same(wanted: NameParts, person: Person) -> Likeness | None:
    known = name_parts(person.name)
    if wanted.key == known.key:
        return None if wanted.contradicts(known) else Likeness.EXACT
    remembered = any(wanted.key == name_parts(alias).key for alias in person.aliases)
    return Likeness.ALIAS if remembered else None


def _like(
    wanted: NameParts, known: Iterable[Person], *, besides: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    """Those who may be meant without having the name, likeliest first."""
    of_the_name = {candidate.person.id for candidate in besides}
    found = sorted(
        (
            candidate
            for person in known
            if person.id not in of_the_name
            for candidate in _candidate(wanted, person)
        ),
        key=lambda candidate: (-candidate.score, candidate.person.name),
    )
    return tuple(found)


def may_be_remembered(written: str, person: Person, people: Iterable[Person]) -> bool:
    """Whether a name as written may be kept as one person's alias: it is nobody else's name or alias."""
    wanted = name_parts(written)
    return bool(wanted.surname) and not any(_same(wanted, other) for other in people if other.id != person.id)


def _without_lone_doubts(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Half a name is offered only where it fits one person."""
    lone = {Likeness.SURNAME_ALONE, Likeness.FIRST_ALONE}
    halves = [candidate for candidate in found if candidate.why in lone]
    return found if len(halves) <= 1 else tuple(candidate for candidate in found if candidate.why not in lone)


def _candidate(wanted: NameParts, person: Person) -> list[Candidate]:
    best: Candidate | None = None
    for name in (person.name, *person.aliases):
        likeness = _likeness(wanted, name_parts(name))
        if likeness and (best is None or likeness[1] > best.score):
            best = Candidate(person, *likeness)
    return [best] if best else []


def _likeness(wanted: NameParts, known: NameParts) -> tuple[Likeness, float] | None:
    if not known.surname:
        return None
    if wanted.key == known.key:
        return Likeness.TITLE, 90
    if wanted.joined == known.joined:
        return Likeness.DIVIDED, 97
    if wanted.joined == known.surname:
        return Likeness.SURNAME_ALONE, 75  # `van Dijk`
    if wanted.surname == known.surname:
        return _same_surname(wanted.first, known.first)
    if wanted.surname == known.words[0] and not wanted.first:
        return Likeness.FIRST_ALONE, 70
    if not known.first and known.surname in wanted.words:
        return Likeness.FIRST_ALONE, 65
    return _other_surname(wanted, known)


def _other_surname(wanted: NameParts, known: NameParts) -> tuple[Likeness, float] | None:
    """The names in another order, or some of them left out; the first names related and a slip besides."""
    if sorted(wanted.words) == sorted(known.words):
        return Likeness.ORDER, 98
    fewer, more = sorted((wanted.words, known.words), key=len)
    if len(fewer) > 1 and set(fewer) <= set(more) and not Counter(fewer) - Counter(more):
        half = wanted.words[0] == known.words[0] and " " in wanted.surname + known.surname
        return (Likeness.HALF, 88) if half else (Likeness.FEWER, 85)
    if _is_half(wanted, known) and wanted.first and known.first:
        related = _same_surname(wanted.first, known.first)
        return (Likeness.HALF, related[1] * 0.9) if related and related[1] >= 90 else None
    close = max(fuzz.ratio(wanted.key, known.key), fuzz.token_sort_ratio(wanted.key, known.key))
    enough = NEARLY if len(known.key) > 8 else 92
    if close >= enough and wanted.first:
        return Likeness.SLIP, float(close)
    if not wanted.first or not known.first:
        return None
    if known.surname.startswith(wanted.surname) and len(wanted.surname) == 1:
        return (Likeness.INITIALS, 80) if wanted.first[0] == known.first[0] else None
    surnames = fuzz.ratio(wanted.surname, known.surname)
    firsts = {wanted.first[0], known.first[0]}
    if surnames >= NEARLY_SURNAME and any(firsts <= forms for forms in (*SHORT_FORMS, *OTHER_SPELLINGS)):
        return Likeness.SLIP, float(surnames) * 0.9
    return None


def _is_half(one: NameParts, other: NameParts) -> bool:
    """`hale` of `hale moor` or `dijk` of `vandijk`, in either direction."""
    if one.surname != other.surname and one.bare_surname == other.bare_surname:
        return True
    fewer, more = sorted((one.surname.split(), other.surname.split()), key=len)
    return len(fewer) == 1 < len(more) and fewer[0] in more


def _same_surname(wanted: tuple[str, ...], known: tuple[str, ...]) -> tuple[Likeness, float] | None:
    if not wanted or not known or _only_title(wanted) or _only_title(known):
        return Likeness.SURNAME_ALONE, 75
    one, other = wanted[0], known[0]
    if one == other:
        return Likeness.MIDDLE_NAME, 95
    if len(one) == 1 or len(other) == 1 or _are_initials(one, known) or _are_initials(other, wanted):
        return (Likeness.INITIALS, 90) if one[0] == other[0] else None
    if any({one, other} <= forms for forms in SHORT_FORMS):
        return Likeness.SHORT_FORM, 92
    if any({one, other} <= forms for forms in OTHER_SPELLINGS):
        return Likeness.SPELLING, 91
    if one in known or other in wanted:
        return Likeness.FEWER, 85
    close = fuzz.ratio(one, other)
    return (Likeness.SLIP, float(close)) if close >= 75 else None


def _only_title(first: tuple[str, ...]) -> bool:
    """`Judge Hale` may be no more than a surname with its title."""
    return len(first) == 1 and TITLES_OR_NAMES.fullmatch(first[0]) is not None


def _are_initials(word: str, names: tuple[str, ...]) -> bool:
    """`jm` for `john michael`."""
    return word == "".join(name[0] for name in names)

"""Whose name is this: matching names as written with people known, without ever deciding a doubt.

One person's name is the same whatever its case, title, accents and full stops, and as `Surname, First`.
Initials, short forms, another order and small slips are offered with the reason; the person at the desk
decides, and the answer is remembered as an alias.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from boarddesk.rules.people import Person

TITLES: Final = re.compile(
    r"mr|mrs|ms|miss|mx|dr|doctor|prof|professor|cllr|councillor|sir|dame|lord|lady|rev|revd|reverend|canon"
    r"|father|fr|sister|hon|rt|judge|obe|mbe|cbe|kbe|dbe|qpm|phd|msc|bsc|frcgp|frcpch|rgn"
)
"""Words before or after a name that are no part of it."""

PARTICLES: Final = re.compile(r"van|von|de|der|den|la|le|du|da|di|al|el|bin|ibn|st|mac|mc")
"""Small words that belong to the surname after them."""

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


class Likeness(StrEnum):
    """Why a known person may be meant, in the words offered."""

    EXACT = "the same name"
    ALIAS = "remembered as this name"
    INITIALS = "the same surname, and the initial fits"
    SHORT_FORM = "the same surname, and the first name is a short form"
    SURNAME_ALONE = "the only one of that surname"
    FIRST_ALONE = "the only one of that first name"
    MIDDLE_NAME = "the same first name and surname, apart from a middle name"
    ORDER = "the same names in another order"
    SLIP = "a slip of the pen apart"


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant, how likely of 100, and why."""

    person: Person
    why: Likeness
    score: float


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


@dataclass(frozen=True)
class NameParts:
    """A name taken apart: first names and surname, plain and in small letters."""

    first: tuple[str, ...]
    surname: str

    @property
    def key(self) -> str:
        """What equal names have in common."""
        return " ".join((*self.first, self.surname))


@lru_cache(maxsize=8192)
def name_parts(written: str) -> NameParts:
    """Take a name apart: `Hale, Dr Ann` is `Dr. Ann HALE`."""
    plain = _plain(written)
    before, comma, after = plain.partition(",")
    rest = _words(after)
    words = [*rest, *_words(before)] if comma and rest else _words(plain)
    if not words:
        return NameParts((), "")
    start = len(words) - 1
    while start > 1 and PARTICLES.fullmatch(words[start - 1]):
        start -= 1
    if comma and rest:
        start = len(rest)
    return NameParts(tuple(words[:start]), " ".join(words[start:]))


def _plain(written: str) -> str:
    """Small letters without accents, and without what a meeting program adds in brackets."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", written)
    spread = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def _words(plain: str) -> list[str]:
    joined = re.sub(r"['’`]", "", plain)
    words = re.sub(r"[^\w]+|_", " ", joined.replace("-", " ")).split()
    kept = [word for word in words if not TITLES.fullmatch(word)]
    return kept or words


def match(written: str, people: Iterable[Person]) -> NameMatch:
    """Who is meant: certain where one person has this very name or alias, otherwise those to offer."""
    known = list(people)
    wanted = name_parts(written)
    if not wanted.surname:
        return NameMatch(written)
    for why, names_of in ((Likeness.EXACT, _own_name), (Likeness.ALIAS, _aliases)):
        same = [one for one in known if wanted.key in {name_parts(name).key for name in names_of(one)}]
        if len(same) == 1:
            return NameMatch(written, same[0], why)
        if same:
            return NameMatch(written, candidates=tuple(Candidate(one, why, 100) for one in same))
    found = sorted(
        (candidate for one in known for candidate in _candidate(wanted, one)),
        key=lambda candidate: (-candidate.score, candidate.person.name),
    )
    return NameMatch(written, candidates=_without_lone_doubts(tuple(found))[:5])


def _own_name(person: Person) -> tuple[str, ...]:
    return (person.name,)


def _aliases(person: Person) -> tuple[str, ...]:
    return person.aliases


def _without_lone_doubts(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Half a name is offered only where it fits one person."""
    lone = {Likeness.SURNAME_ALONE, Likeness.FIRST_ALONE}
    halves = [one for one in found if one.why in lone]
    return found if len(halves) <= 1 else tuple(one for one in found if one.why not in lone)


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
    if wanted.surname == known.surname:
        return _same_surname(wanted.first, known.first)
    if not wanted.first and wanted.surname == (known.first or ("",))[0]:
        return Likeness.FIRST_ALONE, 70
    if sorted(wanted.key.split()) == sorted(known.key.split()):
        return Likeness.ORDER, 98
    close = max(fuzz.ratio(wanted.key, known.key), fuzz.token_sort_ratio(wanted.key, known.key))
    enough = 88 if len(known.key) > 8 else 92
    return (Likeness.SLIP, float(close)) if close >= enough and wanted.first else None


def _same_surname(wanted: tuple[str, ...], known: tuple[str, ...]) -> tuple[Likeness, float] | None:
    if not wanted or not known:
        return Likeness.SURNAME_ALONE, 75
    one, other = wanted[0], known[0]
    if one == other:
        return Likeness.MIDDLE_NAME, 95
    if len(one) == 1 or len(other) == 1 or _are_initials(one, known) or _are_initials(other, wanted):
        return (Likeness.INITIALS, 90) if one[0] == other[0] else None
    if any({one, other} <= forms for forms in SHORT_FORMS):
        return Likeness.SHORT_FORM, 92
    close = fuzz.ratio(one, other)
    return (Likeness.SLIP, float(close)) if close >= 75 else None


def _are_initials(word: str, names: tuple[str, ...]) -> bool:
    """`jm` for `john michael`."""
    return len(word) > 1 and word == "".join(name[0] for name in names)

"""Whose name is this: matching names as written with people known, without ever deciding a doubt.

One person's name is the same whatever its case, title, accents and full stops, and as `Surname, First`.
A title is dropped only in its place and only from a whole name: Alan Lord and Alan Judge are two people.
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
    r"mr|mrs|ms|miss|mx|dr|doctor|prof|professor|cllr|councillor|sir|dame|rev|revd|reverend|rt|fr"
)
"""Words before a name that are no part of it, and hardly ever anybody's name."""

TITLES_OR_NAMES: Final = re.compile(r"lord|lady|judge|canon|father|sister|hon")
"""Titles that are surnames too: dropped only before a whole name, so that Alan Lord keeps his."""

AFTER_NAMES: Final = re.compile(
    r"mr|mrs|ms|mx|dr|prof|cllr|revd|obe|mbe|cbe|kbe|dbe|qpm|phd|msc|bsc|frcgp|frcpch|rgn"
)
"""Words after a whole name that are no part of it."""

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
    ADDRESS = "the e-mail address beside the name"
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

    @property
    def namesakes(self) -> tuple[Person, ...]:
        """Everybody of this very name: the one who is certain, or those between whom it is in doubt."""
        if self.person is not None:
            return (self.person,)
        return tuple(one.person for one in self.candidates if one.why in (Likeness.EXACT, Likeness.ALIAS))


@dataclass(frozen=True)
class NameParts:
    """A name taken apart: first names and surname, plain and in small letters.

    Beside half a name the title is kept: Mr Hale and Mrs Hale are two people.
    """

    first: tuple[str, ...]
    surname: str
    title: str = ""

    @property
    def key(self) -> str:
        """What equal names have in common."""
        return " ".join(filter(None, (self.title, *self.first, self.surname)))

    @property
    def is_whole(self) -> bool:
        """Whether there is a first name and a surname; half a name settles nothing by itself."""
        return bool(self.first)


@lru_cache(maxsize=8192)
def name_parts(written: str) -> NameParts:
    """Take a name apart: `Hale, Dr Ann` is `Dr. Ann HALE`."""
    before, _, after = _plain(written).partition(",")
    family, given = _words(before), _words(after)
    if len(family) > 1 and all(map(_is_no_name, given)):
        given = []  # `Ann Hale, OBE`
    if not given or not family:
        title, words = _without_titles(_without_letters(family or given))
        return _parts(title, words, _start_of_surname(words))
    family = _without_letters(family, least=1)
    if len(family) > 1 and TITLES.fullmatch(family[0]):
        family = family[1:]
    title, words = _without_titles([*_without_letters(given, least=1), *family])
    return _parts(title, words, max(len(words) - len(family), 0))


def _parts(title: list[str], words: list[str], start: int) -> NameParts:
    return NameParts(tuple(words[:start]), " ".join(words[start:]), "" if start else " ".join(title))


def _start_of_surname(words: list[str]) -> int:
    start = max(len(words) - 1, 0)
    while start > 1 and PARTICLES.fullmatch(words[start - 1]):
        start -= 1
    return start


def _without_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """The titles at the front and the rest: a whole name, or one word where all before it are sure titles."""
    at = 0
    while at < len(words) - 1 and _is_title(words[at], whole=at < len(words) - 2):
        at += 1
    return words[:at], words[at:]


def _is_title(word: str, *, whole: bool) -> bool:
    return bool(TITLES.fullmatch(word) or (whole and TITLES_OR_NAMES.fullmatch(word)))


def _is_no_name(word: str) -> bool:
    return any(words.fullmatch(word) for words in (TITLES, TITLES_OR_NAMES, AFTER_NAMES))


def _without_letters(words: list[str], *, least: int = 2) -> list[str]:
    while len(words) > least and AFTER_NAMES.fullmatch(words[-1]):
        words = words[:-1]
    return words


def _plain(written: str) -> str:
    """Small letters without accents, and without what a meeting program adds in brackets."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", written)
    spread = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def _words(plain: str) -> list[str]:
    joined = re.sub(r"['’‘ʼ`]", "", plain)
    return re.sub(r"[^\w]+|_", " ", joined.replace("-", " ")).split()


def match(written: str, people: Iterable[Person]) -> NameMatch:
    """Who is meant: certain where one person alone has this very name or alias, otherwise those to offer.

    Half a name is never certain, unless it is remembered as one person's and fits nobody else.
    """
    known = list(people)
    wanted = name_parts(written)
    if not wanted.surname:
        return NameMatch(written)
    same = tuple(Candidate(one, why, 100) for one in known if (why := _same(wanted, one)))
    like = () if same and wanted.is_whole else _like(wanted, known, besides=same)
    sure = wanted.is_whole or (not like and all(one.why is Likeness.ALIAS for one in same))
    if len(same) == 1 and sure:
        return NameMatch(written, same[0].person, same[0].why)
    return NameMatch(written, candidates=(*same, *_without_lone_doubts(like))[:5])


def _same(wanted: NameParts, person: Person) -> Likeness | None:
    if wanted.key == name_parts(person.name).key:
        return Likeness.EXACT
    remembered = any(wanted.key == name_parts(alias).key for alias in person.aliases)
    return Likeness.ALIAS if remembered else None


def _like(
    wanted: NameParts, known: Iterable[Person], *, besides: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    """Those who may be meant without having the name, likeliest first."""
    of_the_name = {one.person.id for one in besides}
    found = sorted(
        (candidate for one in known if one.id not in of_the_name for candidate in _candidate(wanted, one)),
        key=lambda candidate: (-candidate.score, candidate.person.name),
    )
    return tuple(found)


def may_be_remembered(written: str, person: Person, people: Iterable[Person]) -> bool:
    """Whether a name as written may be kept as one person's alias: it is nobody else's name or alias."""
    wanted = name_parts(written)
    return bool(wanted.surname) and not any(_same(wanted, one) for one in people if one.id != person.id)


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
    if not wanted or not known or _only_title(wanted) or _only_title(known):
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


def _only_title(first: tuple[str, ...]) -> bool:
    """`Judge Hale` may be no more than a surname with its title."""
    return len(first) == 1 and TITLES_OR_NAMES.fullmatch(first[0]) is not None


def _are_initials(word: str, names: tuple[str, ...]) -> bool:
    """`jm` for `john michael`."""
    return len(word) > 1 and word == "".join(name[0] for name in names)

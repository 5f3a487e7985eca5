"""How a name is written: taken apart, compared by its bare letters, kept as `First Surname`, put in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

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
"""Small words that belong to the surname after them, written apart, with a hyphen or joined to it."""

_SMALL: Final = frozenset({"van", "von", "de", "der", "den", "la", "le", "du", "da", "di", "bin", "ibn"})
"""Those of them that are written small."""

_COURTESIES: Final = {"mr": "he", "sir": "he", "mrs": "she", "miss": "she", "ms": "she", "dame": "she"}

_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŧ": "t"}
)
"""Letters that are no plain letter with an accent, as they are written where a keyboard lacks them."""

_BRACKETS: Final = re.compile(r"\([^)]*(?:\)|$)|\[[^\]]*(?:\]|$)")
_PRONOUNS: Final = re.compile(r"\b(?:she|he|they)\s*/\s*(?:her|him|them)(?:\s*/\s*\w+)?\b", re.IGNORECASE)
_DEVICE: Final = re.compile(
    r"(?:['’]?s\s+)?\b(?:ipad|iphone|phone|mobile|laptop|tablet|macbook(?: pro| air)?|desktop|surface|pc"
    r"|android|galaxy(?: \w+)?|chromebook)\b",
    re.IGNORECASE,
)
_BRACKETS_LAST: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
_NO_FIRST_NAMES: Final = re.compile(
    r"chair\w*|vice|deputy|director\w*|head|leads?|manager|officer|advis[eo]r|observer|secretary|clerk|member"
    r"|governor|trustee|principal|teacher|nurse|doctor|gp|commissioner|executive|assistant|service\w*|council|board"
    r"|trust|forum|school|academy|college|university|hospital\w*|team|office|department|partnership|parents?"
    r"|carers?|health|social|care|education|childrens?|send|senco|nhs|icb|dfe|ofsted|cqc|of|and|the|for|representative"
)
"""Words of posts and organisations, which stand behind a name and a comma as first names do."""

_ALONE_OR: Final = re.compile(r"\s+[-–—|/@]\s+|\s*[|@]\s*|,")


@dataclass(frozen=True)
class NameParts:
    """A name taken apart: first names and surname, plain and in small letters.

    Beside half a name the title is kept: Mr Hale and Mrs Hale are two people. `courtesy` is whether a title
    says he or she. Small words of the surname are joined to it, and a double name keeps its halves apart.
    """

    first: tuple[str, ...]
    surname: str
    title: str = ""
    courtesy: str = ""

    @cached_property
    def key(self) -> str:
        """What equal names have in common."""
        return " ".join(filter(None, (self.title, *self.first, self.surname)))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Each name for itself."""
        return (*self.first, *self.surname.split())

    @cached_property
    def joined(self) -> str:
        """All of it as one word, however it was divided."""
        return self.key.replace(" ", "")

    @cached_property
    def bare_surname(self) -> str:
        """The surname without the small words before it."""
        return re.sub(r"^(?:van|von|de|der|den|du)+(?=\w{3})", "", self.surname)

    @property
    def is_whole(self) -> bool:
        """Whether there is a first name and a surname; half a name settles nothing by itself."""
        return bool(self.first)

    def contradicts(self, other: NameParts) -> bool:
        """Whether the titles say of one that it is he and of the other that it is she."""
        return bool(self.courtesy and other.courtesy) and self.courtesy != other.courtesy


# Taken apart ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=32_768)
def name_parts(written: str) -> NameParts:
    """Take a name apart: `Hale, Dr Ann` is `Dr. Ann HALE`."""
    plain = _plain(written)
    before, _, after = plain.partition(",")
    family, given = _words(before), _words(after)
    said = {_COURTESIES[word] for word in (*family[:1], *given) if word in _COURTESIES}
    courtesy = said.pop() if len(said) == 1 else ""
    if len(family) > 1 and all(map(_is_no_name, given)):
        given = []  # `Ann Hale, OBE`
    if not given or not family:
        title, words = _without_titles(_without_letters(family or given))
        return _parts(title, words, _start_of_surname(words), courtesy=courtesy)
    family = _without_letters(family, least=1)
    if len(family) > 1 and TITLES.fullmatch(family[0]):
        family = family[1:]
    title, words = _without_titles([*_without_letters(given, least=1), *family])
    return _parts(title, words, max(len(words) - len(family), 0), courtesy=courtesy)


def _parts(title: list[str], words: list[str], start: int, *, courtesy: str) -> NameParts:
    first = tuple(part for word in words[:start] for part in word.split("-"))
    surname = _small_words_joined([part for word in words[start:] for part in word.split("-")])
    return NameParts(first, surname, "" if start else " ".join(title), courtesy)


def _small_words_joined(words: list[str]) -> str:
    """`van der berg` is `vanderberg`, so that it makes no difference how it is divided."""
    joined, waiting = [], ""
    for place, word in enumerate(words, 1):
        if PARTICLES.fullmatch(word) and place < len(words):
            waiting += word
        else:
            joined.append(waiting + word)
            waiting = ""
    return " ".join(joined)


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
    bare = _PRONOUNS.sub(" ", _BRACKETS.sub(" ", written))
    spread = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).translate(_LETTERS)


def _words(plain: str) -> list[str]:
    joined = re.sub(r"[‐‑]", "-", re.sub(r"['’‘ʼ`]", "", plain))
    return list(filter(None, (word.strip("-") for word in re.sub(r"[^\w-]+|_", " ", joined).split())))


def names_within(written: str) -> Iterator[str]:
    """Names that may stand in what a device or a program shows: `iPad (Anna van Dijk)`, `Ann – ICB`."""
    for found in _BRACKETS.finditer(written):
        yield found[0].strip("()[] ")
    bare = _BRACKETS.sub(" ", written)
    without = _DEVICE.sub(" ", bare)
    if without != bare:
        yield without
    pieces = _ALONE_OR.split(bare)
    if len(pieces) > 1:
        yield from pieces[:2]


# As it is kept and put in order -----------------------------------------------------------------------------


def kept_name(written: str, *, surname_first: bool = False) -> str:
    """`Hale, Dr Ann` is kept as `Dr Ann Hale`, `VAN DIJK, Anna` as `Anna van Dijk`; all else as written.

    What stands behind a comma may be a post: it is taken for first names where the surname is one name or in
    capitals, or where the list is known to be written with the surname first.
    """
    line = " ".join(written.split())
    family, *rest = (part.strip() for part in _BRACKETS_LAST.sub("", line).split(","))
    if not family or len(rest) not in (1, 2) or not all(rest):
        return line
    given, titles = rest[0], rest[1:]
    before, family = _titles_before(family)
    if not are_given_names(given) or not all(map(_is_no_name, _words(_plain(" ".join(titles))))):
        return line
    in_capitals = family.isupper() and sum(map(str.isalpha, family)) > 1
    words = (_plain(word).strip(".") for word in family.split()[:-1])
    alone = all(_is_no_name(word) or PARTICLES.fullmatch(word) for word in words)
    abbreviated = given.isupper() and sum(map(str.isalpha, given)) > 2
    if not (alone or in_capitals or surname_first) or (abbreviated and not in_capitals):
        return line
    surname = _in_small_letters(family) if in_capitals else family
    return " ".join((*before, *titles, _in_small_letters(given) if abbreviated else given, surname))


def _titles_before(family: str) -> tuple[list[str], str]:
    """`Dr. Smith` is a title and a surname."""
    words, at = family.split(), 0
    while at < len(words) - 1 and TITLES.fullmatch(_plain(words[at]).strip(".")):
        at += 1
    titles = [_in_small_letters(word) if word.isupper() else word for word in words[:at]]
    return titles, " ".join(words[at:])


def is_surname_first(names: Iterable[str]) -> bool:
    """Whether a list is written `Surname, First`: where most names with a comma can only be read so."""
    commas = [name for name in names if len(_BRACKETS_LAST.sub("", name).split(",")) == 2]
    return sum(kept_name(name) != " ".join(name.split()) for name in commas) * 2 > len(commas)


def are_given_names(text: str) -> bool:
    """Whether a text may be somebody’s names: few words with capitals, no post, no organisation."""
    words = _words(_plain(text))
    return (
        0 < len(words) <= 4
        and not all(map(_is_no_name, words))
        and not any(map(_NO_FIRST_NAMES.fullmatch, words))
        and not re.search(r"\d", text)
        and all(word[:1].isupper() or not word[:1].isalpha() for word in text.split())
    )


def _in_small_letters(text: str) -> str:
    """`O'BRIEN` is O'Brien, `VAN DIJK` van Dijk, `MCKAY` McKay."""

    def word(found: re.Match[str]) -> str:
        small = found[0].lower()
        if small in _SMALL and found.end() < len(text):
            return small
        if small.startswith("mc") and len(small) > 3:
            return f"Mc{small[2:].capitalize()}"
        return small.capitalize()

    return re.sub(r"[^\W\d_]+", word, text)


def surname_order(name: str) -> tuple[str, str, str]:
    """What people are put in order by: the surname, then the first names."""
    parts = name_parts(name)
    return parts.surname or name.casefold(), " ".join(parts.first), name


def surname_words(name: str) -> str:
    """The same as a text, for a column of a table to sort by."""
    return " ".join(surname_order(name)[:2])

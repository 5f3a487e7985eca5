"""Lists of names pasted from a video call, an e-mail or a signed sheet, without what surrounds the names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from boarddesk.rules.names.call_tables import tables, total, with_stays
from boarddesk.rules.names.listed import (
    BESIDE,
    DOINGS,
    EMAIL,
    ROLE_ALONE,
    ListedName,
    NameList,
    bare_name,
    listed_name,
    stays_of,
    times_of,
)
from boarddesk.rules.names.matching import Candidate, Likeness, NameMatch, match
from boarddesk.rules.names.name_index import NameIndex
from boarddesk.rules.names.not_there import divided, says_away
from boarddesk.rules.names.spellings import are_given_names, is_surname_first, name_parts
from boarddesk.rules.people import Person

_REPORT_LINE: Final = re.compile(
    r"^(?:\d+\.?\s*)?(?:(?:meeting )?summary|in-meeting activities|activities|meeting title|topic|meeting id|"
    r"(?:meeting )?(?:start|end) time|(?:meeting )?duration|average attendance time|attended participants|"
    r"total number of participants)\b.*",
    re.IGNORECASE,
)
_LIST_TITLE: Final = re.compile(
    r"^(?:\d+\.?\s*)?(?:participants?|attendees?|in this meeting|total|apologies|present|in attendance|"
    r"waiting room|invited|others invited|mute all|muted|unmuted)\b(?P<more>.*)",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(
    r"^(?:present|in attendance|attendees?|participants?)\s*(?:\(\d+\)\s*)?[:–—-]\s*(?=\S)", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"\+?\d[\d\s()*x-]{5,}\d", re.IGNORECASE)
"""A telephone number, as far as a meeting program shows it."""

MOST_LINES, MOST_LETTERS = 2_000, 100_000
"""Of a list that are read, which is far more than a call has; what comes after is said to be left aside."""
_SHOWN: Final = 60
_COMMA: Final = re.compile(r",(?![^(\[]*[)\]])")
"""A comma that is not within brackets."""


def read_names(text: str) -> NameList:
    """The names of a pasted list, each once, in its order; a second joining is a second stay."""
    lines = [line for line in text.replace("\ufeff", "").replace("\r", "\n").split("\n") if line.strip()]
    read_to = sum(letters <= MOST_LETTERS for letters in accumulate(map(len, lines[:MOST_LINES])))
    there, others = divided(_without_initials(lines[:read_to]))
    away = (*filter(_has_more, others), *(line[:_SHOWN] for line in lines[read_to:]))
    found, others = tables(there)
    if found:
        return NameList(tuple(_together(with_stays(found))), (*filter(_has_more, others), *away))
    pairs = [parts for parts in map(_COMMA.split, there) if len(parts) == 2 and all(map(_words, parts))]
    surname_first = is_surname_first(", ".join(map(bare_name, parts)) for parts in pairs)
    read = [(line, _from_line(line, surname_first=surname_first)) for line in there]
    names = _together(name for _, names in read for name in names)
    asides = (line.strip() for line, names in read if _says_aside(line, names))
    return NameList(tuple(names), (*asides, *away))


def match_listed(
    names: Iterable[ListedName], people: Sequence[Person]
) -> Iterator[tuple[ListedName, NameMatch]]:
    """Each name with whom it is, or may be; somebody known who stands beside another name counts too."""
    index = NameIndex(people)
    for name in names:
        yield name, _matched(name, people, index)
        for words in name.beside:
            if (found := match(words, index)).is_certain:
                yield ListedName(words, (words,)), found


# Whom a name means ------------------------------------------------------------------------------------------


def _matched(listed: ListedName, people: Sequence[Person], index: NameIndex) -> NameMatch:
    """The written name decides; an address only where one person has it and the name does not contradict."""
    by_name = match(listed.name, index)
    owners = [person for person in people if listed.email and _is_address(person.email, listed.email)]
    if not owners or (by_name.is_certain and (listed.is_written or len(owners) > 1)):
        return by_name
    if len(owners) == 1 and not _contradicts(listed, owners[0], by_name):
        return NameMatch(listed.name, owners[0], Likeness.ADDRESS)
    likely = {candidate.person.id for candidate in by_name.candidates}
    others = (Candidate(owner, Likeness.ADDRESS, 60) for owner in owners if owner.id not in likely)
    return replace(by_name, candidates=(*by_name.candidates, *others))


def _is_address(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _contradicts(listed: ListedName, owner: Person, by_name: NameMatch) -> bool:
    """Whether the name written beside an address is hardly that of the person who has it."""
    if not listed.is_written or owner.id in {candidate.person.id for candidate in by_name.candidates}:
        return False
    theirs = [word for name in (owner.name, *owner.aliases) for word in name_parts(name).key.split()]
    words = name_parts(listed.name).key.split()
    return bool(by_name.candidates) or not all(_fits(word, theirs) for word in words)


def _fits(word: str, names: Iterable[str]) -> bool:
    """The same word, or an initial."""
    return word in names or (len(word) == 1 and any(name.startswith(word) for name in names))


# One name once ----------------------------------------------------------------------------------------------


def _together(found: Iterable[ListedName]) -> list[ListedName]:
    """Lines that say the same name are one, unless they give different addresses: then they may be two."""
    every = list(found)
    addresses: dict[str, set[str]] = {}
    for listed in every:
        addresses.setdefault(listed.name.casefold(), set()).update({listed.email.casefold()} - {""})
    together: dict[tuple[str, str], ListedName] = {}
    for listed in every:
        name = listed.name.casefold()
        key = (name, listed.email.casefold() if len(addresses[name]) > 1 else "")
        together[key] = _joined(together[key], listed) if key in together else listed
    return list(together.values())


def _joined(first: ListedName, again: ListedName) -> ListedName:
    return replace(
        first,
        lines=(*first.lines, *again.lines),
        email=first.email or again.email,
        stays=tuple(dict.fromkeys((*first.stays, *again.stays))),
        is_written=first.is_written or again.is_written,
        beside=(*first.beside, *again.beside),
        minutes=total((first.minutes, again.minutes)),
    )


# Lines ------------------------------------------------------------------------------------------------------


def _from_line(line: str, *, surname_first: bool) -> list[ListedName]:
    """The names of one line: usually one, several where they are divided by semicolons or commas."""
    plain = _PRESENT.sub("", line.strip())
    if _REPORT_LINE.match(plain) or _LIST_TITLE.match(plain):
        return []
    return [name for piece in _pieces(plain, surname_first=surname_first) for name in _from_piece(piece)]


def _says_aside(line: str, names: Sequence[ListedName]) -> bool:
    """Whether something on a line was not read as a name, or was read as somebody who was not there."""
    return _has_more(line) if not names else any(map(says_away, re.split("[;,]", line)))


def _without_initials(lines: Sequence[str]) -> list[str]:
    """Without the initials a panel shows in place of a picture, above the name they are of."""
    return [line for line, below in pairwise((*lines, "")) if not _are_initials(line.strip(), below)]


def _are_initials(line: str, name: str) -> bool:
    words = _words(name.upper())
    few = line.isalpha() and line.isupper() and len(line) <= 3
    return few and len(words) > 1 and set(line) <= {word[0] for word in words}


def _has_more(line: str) -> bool:
    """Whether a line that gave no name says more than what calls and lists put around names."""
    if _REPORT_LINE.match(line.strip()) or ROLE_ALONE.fullmatch(line):
        return False
    title = _LIST_TITLE.match(line.strip())
    more = title["more"] if title else line
    return re.search(r"[^\W\d_]", DOINGS.sub("", more)) is not None or _NUMBER.search(more) is not None


def _pieces(line: str, *, surname_first: bool) -> list[str]:
    """Divided by semicolons; by commas only where each side is a whole name (`Hale, Ann` is one)."""
    if ";" in line:
        return line.split(";")
    parts = [part.strip() for part in _COMMA.split(line)]
    if len(parts) % 2 == 0 and all(map(_in_capitals, parts[::2])):
        return [", ".join(parts[at : at + 2]) for at in range(0, len(parts), 2)]
    if len(parts) == 2 and surname_first:
        return [line]
    named = [part for part in parts if part and not ROLE_ALONE.fullmatch(part)]
    names = [half for part in named for half in _either_side_of_and(part)]
    whole = [part for part in names if len(_words(part)) >= 2]
    return names if len(names) > 1 and len(whole) == len(names) else [line]


def _either_side_of_and(part: str) -> list[str]:
    """`Ann Hale and Bob Moor` are two; `Parent Carers and Young People` is no name at all."""
    names = [name for name in re.split(r"(?:^|\s+)(?:and|&|\+)\s+", part.strip()) if name]
    are_whole = all(len(_words(name)) >= 2 and are_given_names(name) for name in names)
    return names if are_whole else [part]


def _in_capitals(part: str) -> bool:
    return part.isupper() and sum(map(str.isalpha, part)) > 1


def _words(part: str) -> list[str]:
    """The words of a name without what stands in brackets."""
    return bare_name(re.sub(r"[(\[][^)\]]*[)\]]", " ", part)).split()


def _from_piece(piece: str) -> list[ListedName]:
    if says_away(piece):
        return []
    email = EMAIL.search(piece)
    stays = stays_of(*(times_of(piece)[:2] + [""] * 2)[:2])
    found = listed_name(
        bare_name(piece), piece.strip(), email=email[0] if email else "", stays=stays, beside=_beside(piece)
    )
    return [found] if found else []


def _beside(piece: str) -> tuple[str, ...]:
    """What a line says besides its name: an organisation, or another name in a second column."""
    cells = (bare_name(cell) for cell in BESIDE.split(piece)[1:])
    return tuple(cell for cell in cells if cell and not ROLE_ALONE.fullmatch(cell))

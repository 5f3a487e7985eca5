"""Who in a document is one person: the same name is, unless it stands at two organisations.

Then nobody but the reader of the document knows whether it is one person on two seats or two people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from boarddesk.rules.imports.contents import FoundMember, FoundRegisters
from boarddesk.rules.names.spellings import name_parts
from boarddesk.rules.people import Organisation

_SLIP = 92
_LITTLE = {"the", "of", "and", "for", "in", "at", "ltd", "limited"}

SamePlace = Callable[[str, str], bool]


@dataclass(frozen=True)
class Identity:
    """One person of a document: the key of the proposal, the members that are this person, the spellings.

    `organisations` are all at which the document has the name where it has it at several; then the title says
    which of them is meant. A name that is only a deputy's has no members.
    """

    key: str
    name: str
    organisation: str = ""
    members: tuple[int, ...] = ()
    spellings: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    place: str = ""

    @property
    def title(self) -> str:
        """The name, with the organisation where the document has two people of it or more."""
        return f"{self.name} ({self.organisation})" if self.organisations and self.organisation else self.name

    @property
    def is_deputy(self) -> bool:
        """Whether the name stands in the document as a deputy's alone."""
        return not self.members


def person_key(name: str) -> str:
    """The key of the proposal about a name: the same for every way to write it."""
    return f"person {name_parts(name).key}"


def identities(found: FoundRegisters, same_place: SamePlace) -> tuple[Identity, ...]:
    """Everybody in a document, members first, then those who are named as deputies only."""
    names: dict[str, list[int]] = {}
    for at, member in enumerate(found.members):
        if member.name:
            names.setdefault(person_key(member.name), []).append(at)
    everybody: list[Identity] = []
    for key, places in names.items():
        if found.own:
            everybody += _counted(key, places, found.members)
        else:
            everybody += _of_one_name(key, places, found.members, same_place)
    known = {person.key for person in everybody}
    for meeting in found.meetings:
        for mark in meeting.marks:
            key = person_key(mark.deputy) if mark.deputy else ""
            if key and key not in known:
                known.add(key)
                there = tuple(
                    person.organisation for person in everybody if person.key.startswith(f"{key} @ ")
                )
                everybody.append(Identity(key, mark.deputy, organisations=there, place=mark.place))
    return tuple(everybody)


def member_keys(everybody: Iterable[Identity]) -> dict[int, str]:
    """Which person each member of a document is, by the key of the proposal."""
    return {at: person.key for person in everybody for at in person.members}


def _of_one_name(
    key: str, places: Sequence[int], members: Sequence[FoundMember], same_place: SamePlace
) -> list[Identity]:
    groups: list[list[int]] = []
    signs: list[set[tuple[str, str]]] = []  # by which others of the name are told from each group
    for at in sorted(places, key=lambda at: (not members[at].organisation, at)):
        sign = (members[at].organisation, name_parts(members[at].name).courtesy)
        mine = [place for place, known in enumerate(signs) if _is_with(sign, known, same_place)]
        if len(mine) == 1:
            groups[mine[0]].append(at)
            signs[mine[0]].add(sign)
        elif not mine:
            groups.append([at])
            signs.append({sign})
    joined = {at for group in groups for at in group}
    groups += [[at] for at in places if at not in joined]
    if len(groups) == 1:
        return [_identity(key, places, members)]
    groups = sorted(map(sorted, groups), key=lambda group: (not members[group[0]].organisation, group))
    there = tuple(dict.fromkeys(members[at].organisation for at in places if members[at].organisation))
    return [_identity(_own_key(key, group, members), group, members, organisations=there) for group in groups]


def _counted(key: str, places: Sequence[int], members: Sequence[FoundMember]) -> list[Identity]:
    """People of one name in a workbook of ours: as it counts them."""
    groups: dict[int, list[int]] = {}
    for at in places:
        groups.setdefault(members[at].namesake, []).append(at)
    there = tuple(dict.fromkeys(members[at].organisation for at in places)) if len(groups) > 1 else ()
    return [
        _identity(f"{key} @ {number}" if number else key, group, members, organisations=there)
        for number, group in sorted(groups.items())
    ]


def _own_key(key: str, group: Sequence[int], members: Sequence[FoundMember]) -> str:
    organisation = next((members[at].organisation for at in group if members[at].organisation), "")
    courtesy = next((parts for at in group if (parts := name_parts(members[at].name).courtesy)), "")
    return f"{key} @ {organisation.casefold() or courtesy}" if organisation or courtesy else key


def _is_with(sign: tuple[str, str], others: Iterable[tuple[str, str]], same_place: SamePlace) -> bool:
    """Whether nothing speaks against a member being the same person as the others of the name."""
    where, courtesy = sign
    return not any(
        (where and other and not same_place(where, other)) or (courtesy and said and courtesy != said)
        for other, said in others
    )


def _identity(
    key: str, places: Sequence[int], members: Sequence[FoundMember], *, organisations: tuple[str, ...] = ()
) -> Identity:
    mine = [members[at] for at in places]
    spelt = [written for member in mine for written in (*member.spellings, member.name)]
    return Identity(
        key,
        mine[0].name,
        next((member.organisation for member in mine if member.organisation), ""),
        tuple(places),
        tuple(dict.fromkeys(written for written in spelt if not same_spelling(written, mine[0].name))),
        organisations,
        mine[0].place,
    )


def same_spelling(one: str, other: str) -> bool:
    """Whether two writings of a name differ in nothing but capitals, spaces and full stops."""
    return _bare(one) == _bare(other)


def _bare(written: str) -> str:
    return " ".join(written.replace(".", " ").casefold().split())


# Organisations ----------------------------------------------------------------------------------------------


def is_same_place(one: str, other: str, organisations: Iterable[Organisation] = ()) -> bool:
    """Whether two texts name one organisation: in short, by its initials, in more or fewer words, or a slip.

    `organisations` are those the office knows, with their short names.
    """
    if not one.strip() or not other.strip():
        return True
    full = {each.short_name.casefold(): each.name for each in organisations if each.short_name}
    first, second = (_place_words(full.get(text.strip().casefold(), text)) for text in (one, other))
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    if _written_out(first, second) <= set(second) or _written_out(second, first) <= set(first):
        return True
    return fuzz.ratio(" ".join(first), " ".join(second)) >= _SLIP


def _place_words(text: str) -> list[str]:
    words = re.sub(r"[^\w]+", " ", re.sub(r"['’]", "", text.casefold().replace("&", " and "))).split()
    return [word for word in words if word not in _LITTLE] or words


def _written_out(words: Sequence[str], other: Sequence[str]) -> set[str]:
    """The words with initials of the other's words replaced by these: `icb` by integrated, care, board."""
    whole: set[str] = set()
    for word in words:
        runs = (other[start : start + len(word)] for start in range(len(other)))
        run = next((run for run in runs if len(word) > 1 and "".join(each[0] for each in run) == word), None)
        whole |= set(run) if run else {word}
    return whole

"""Whether two lines of a register are one person in one seat, and what they then say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from boarddesk.importing.attendance.lines import has_surnames_first, member_of, nobody_on, people_lines
from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.importing.attendance.sections import Nobody, Section, texts_of
from boarddesk.rules.imports.contents import FoundMember
from boarddesk.rules.imports.identities import is_same_place, person_key, same_spelling
from boarddesk.rules.names.spellings import name_parts


def namesakes(matrices: Iterable[Matrix]) -> frozenset[str]:
    """The names that stand at several organisations."""
    places: dict[str, set[str]] = {}
    for matrix in matrices:
        surname_first, section, people = has_surnames_first(matrix), Section(), set(people_lines(matrix))
        for line in matrix.lines():
            if nobody_on(matrix, line) is Nobody.ORGANISATION:
                section.take(next(texts_of(matrix, line)))
            if line not in people:
                continue
            member = member_of(matrix, line, section, surname_first=surname_first)
            if member.organisation:
                places.setdefault(person_key(member.name), set()).add(member.organisation.casefold())
    return frozenset(key for key, there in places.items() if len(there) > 1)


def with_roles(members: list[FoundMember]) -> Iterator[FoundMember]:
    """Whoever has no role on a line has the one they have on another."""
    given: dict[str, list[FoundMember]] = {}
    for member in members:
        if member.role_given:
            given.setdefault(person_key(member.name), []).append(member)
    for member in members:
        alike = given.get(person_key(member.name), ())
        known = next((other for other in alike if _may_be_one(member, other)), None)
        if member.role_given or not member.name or known is None:
            yield member
        else:
            yield replace(member, role=known.role, role_given=True)


def is_same(one: FoundMember, other: FoundMember, *, apart: bool = False) -> bool:
    """One person in one seat: the same name, and nothing else that differs where both say it.

    `apart` is whether the document has the name at several organisations: then what is silent is nobody's.
    """
    if not _may_be_one(one, other) or (apart and bool(one.organisation) != bool(other.organisation)):
        return False
    titles = (one.seat_title.casefold(), other.seat_title.casefold())
    said = titles[0] == titles[1] or not all(titles)
    flags = (one.expected, one.for_quorum) == (other.expected, other.for_quorum)
    roles = one.role is other.role or not (one.role_given and other.role_given)
    return said and roles and (flags or not (one.role_given and other.role_given))


def is_successor(one: FoundMember, other: FoundMember) -> bool:
    """Whether a second line may be the first one's person in another post: the same but for the title."""
    placed = bool(one.organisation and other.organisation)
    return placed and bool(one.name) and is_same(replace(one, seat_title=""), replace(other, seat_title=""))


def in_one_seat(one: FoundMember, later: FoundMember, *, is_later: bool) -> FoundMember:
    """The member of two lines of different meetings; the title is that of the one with the later."""
    title = (later.seat_title or one.seat_title) if is_later else (one.seat_title or later.seat_title)
    return replace(filled_in(one, later), seat_title=title)


def _may_be_one(one: FoundMember, other: FoundMember) -> bool:
    """Whether two lines may be of one person: the same name, and no other organisation."""
    return (
        person_key(one.name) == person_key(other.name)
        and one.namesake == other.namesake
        and not name_parts(one.name).contradicts(name_parts(other.name))
        and is_same_place(one.organisation, other.organisation)
    )


def filled_in(one: FoundMember, other: FoundMember) -> FoundMember:
    """The same member with what another table says where this one said nothing."""
    roles = one if one.role_given else other
    return replace(
        one,
        organisation=one.organisation or other.organisation,
        role=roles.role,
        role_given=roles.role_given,
        sector=other.sector if other.sector_given and other.sector and not one.sector_given else one.sector,
        sector_given=one.sector_given or other.sector_given,
        seat_title=one.seat_title or other.seat_title,
        expected=roles.expected,
        for_quorum=roles.for_quorum,
        notes=one.notes if one.role_given else other.notes or one.notes,
        spellings=tuple(
            written
            for written in dict.fromkeys((*one.spellings, other.name, *other.spellings))
            if not same_spelling(written, one.name)
        ),
    )

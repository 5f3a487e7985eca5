"""Holds the people of a register found in a document against those the office knows: who is who.

A name that is certain is taken; one that only may be somebody is said, and the person at the desk can choose.
Two names with marks at one meeting are never taken for one person, unless somebody says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from boarddesk.rules.attendance import Register
from boarddesk.rules.names import Candidate, NameMatch, match
from boarddesk.rules.people import Board, Organisation, Person, Seat, Sector
from boarddesk.rules.proposals import (
    FieldChange,
    FoundMeeting,
    FoundMember,
    FoundRegisters,
    Proposal,
    Verdict,
)
from boarddesk.rules.spellings import name_parts

ALSO_WRITTEN = "Also written as"


@dataclass(frozen=True)
class Kept:
    """The office's side: a board with its seats and registers, and everybody the office knows."""

    board: Board
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    seats: tuple[Seat, ...] = ()
    registers: tuple[Register, ...] = ()

    def organisation_named(self, name: str) -> Organisation | None:
        """The organisation of that full or short name."""
        plain = name.strip().casefold()
        named = ((one, {one.name.casefold(), one.short_name.casefold()}) for one in self.organisations)
        return next((one for one, names in named if plain and plain in names), None)


@dataclass(frozen=True)
class PersonChoice:
    """Who a name as written is: somebody known, or somebody new; `candidates` are those it may be."""

    name: str
    person_id: str | None
    organisation: str = ""
    sector: Sector | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {"name": self.name, "organisation": self.organisation or None}


def person_key(name: str) -> str:
    """The key of the proposal about a name: the same for every way to write it."""
    return f"person {name_parts(name).key}"


def choose_person(proposal: Proposal, person_id: str | None) -> Proposal:
    """The proposal once somebody has said who is meant; None: somebody new."""
    choice = proposal.found
    if not isinstance(choice, PersonChoice):
        raise TypeError("only a proposal about a person can be told who it is")
    known = person_id is not None
    return replace(
        proposal,
        found=replace(choice, person_id=person_id),
        verdict=Verdict.CHANGED if known else Verdict.NEW,
        changes=(FieldChange(ALSO_WRITTEN, "", choice.name),) if known else (),
        notes=(),
        ticked=True,
        why_not="",
        about_id=person_id or "",
    )


# People ----------------------------------------------------------------------------------------------------


def compare_people(
    found: FoundRegisters, kept: Kept, chosen: Mapping[str, str | None]
) -> tuple[Proposal, ...]:
    """One proposal for each different name, members first, then deputies; a vacant seat has none.

    `chosen` holds, by the proposal's key, who somebody has said is meant; None: somebody new.
    """
    proposals: dict[str, Proposal] = {}
    for member in filter(lambda one: one.name, found.members):
        key = person_key(member.name)
        if key not in proposals:
            proposals[key] = _person(key, member, kept)
    for name, place in _deputies(found.meetings):
        key = person_key(name)
        if key not in proposals:
            proposals[key] = _person(key, FoundMember(name, place), kept, deputy=True)
    settled = [choose_person(one, chosen[key]) if key in chosen else one for key, one in proposals.items()]
    apart = _kept_apart(settled, _days(found), kept, chosen=chosen)
    return tuple(_with_hints(apart, _days(found), chosen=chosen))


def _deputies(meetings: Iterable[FoundMeeting]) -> Iterator[tuple[str, str]]:
    return ((mark.deputy, mark.place) for meeting in meetings for mark in meeting.marks if mark.deputy)


def _person(key: str, member: FoundMember, kept: Kept, *, deputy: bool = False) -> Proposal:
    known = match(member.name, kept.people)
    deputises = (f"{member.name} is named as a deputy.",) if deputy else ()
    choice = PersonChoice(member.name, None, member.organisation, member.sector, known.candidates)
    proposal = Proposal(
        kind="person",
        key=key,
        ref="",
        title=member.name,
        verdict=Verdict.NEW,
        place=member.place,
        found=choice,
        notes=deputises,
    )
    return _recognised(proposal, choice, known, kept)


def _recognised(proposal: Proposal, choice: PersonChoice, known: NameMatch, kept: Kept) -> Proposal:
    person = known.person or _recorded_as(choice.name, known)
    if person is not None:
        return replace(
            proposal, verdict=Verdict.SAME, found=replace(choice, person_id=person.id), about_id=person.id
        )
    if not known.candidates:
        return proposal
    if len(known.candidates) == 1:
        only = known.candidates[0]
        elsewhere = _elsewhere(choice.organisation, only.person, kept)
        return _asked(proposal, choice, elsewhere) if elsewhere else _taken_for(proposal, choice, only)
    names = " or ".join(one.person.name for one in known.candidates)
    return _asked(proposal, choice, f"“{choice.name}” may be {names}.")


def _asked(proposal: Proposal, choice: PersonChoice, doubt: str) -> Proposal:
    """Taken for nobody until somebody has answered."""
    return replace(
        proposal,
        verdict=Verdict.UNCLEAR,
        found=replace(choice, person_id=None),
        changes=(),
        notes=(),
        ticked=False,
        why_not=f"{doubt} Choose who is meant, or say that it is somebody new.",
        about_id="",
    )


def _elsewhere(organisation: str, person: Person, kept: Kept) -> str:
    """What speaks against a likeness: the document has the name at another organisation."""
    ids = {person.organisation_id} | {
        seat.organisation_id
        for seat in kept.seats
        if any(one.person_id == person.id for one in seat.memberships)
    }
    theirs = [one for one in kept.organisations if one.id in ids]
    named, plain = kept.organisation_named(organisation), organisation.strip().casefold()
    if not plain or not theirs or named in theirs:
        return ""
    if named is None and any(plain in one.name.casefold() for one in theirs):
        return ""
    theirs_is = f"{person.name}, {theirs[0].name}"
    return f"The name is like that of {theirs_is}, but the document says {organisation.strip()}."


def _recorded_as(name: str, known: NameMatch) -> Person | None:
    """The one person recorded by this very half of a name: a document read again writes it as it did."""
    same = [one for one in known.namesakes if one.name.casefold() == " ".join(name.split()).casefold()]
    return same[0] if len(same) == 1 else None


def _taken_for(proposal: Proposal, choice: PersonChoice, one: Candidate) -> Proposal:
    """One person fits: taken for them, said, and remembered as an alias once accepted."""
    note = f"“{choice.name}” is taken to be {one.person.name}: {one.why.value}. It will be remembered."
    return replace(
        proposal,
        verdict=Verdict.CHANGED,
        found=replace(choice, person_id=one.person.id),
        changes=(FieldChange(ALSO_WRITTEN, "", choice.name),),
        notes=(*proposal.notes, note),
        about_id=one.person.id,
    )


# Who cannot be one person -----------------------------------------------------------------------------------


def _days(found: FoundRegisters) -> dict[str, set[str]]:
    """By the key of a name, the days on which it stands on the document's rolls or deputises."""
    days: dict[str, set[str]] = {}
    for meeting in found.meetings:
        for mark in meeting.marks:
            names = filter(None, (found.members[mark.member].name, mark.deputy))
            for name in names:
                days.setdefault(person_key(name), set()).add(meeting.date)
    return days


def _kept_apart(
    proposals: Sequence[Proposal],
    days: Mapping[str, set[str]],
    kept: Kept,
    *,
    chosen: Mapping[str, str | None],
) -> Iterator[Proposal]:
    """Names that were taken for somebody who stands at the same meetings by a better name are asked about."""
    known = {person.id: person for person in kept.people}
    for one in proposals:
        person = known.get(one.about_id)
        other = _better(one, person, proposals, days=days, chosen=chosen) if person else None
        choice = one.found
        if person is None or other is None or not isinstance(choice, PersonChoice):
            yield one
            continue
        like = match(choice.name, [person])
        why = like.why or like.candidates[0].why
        doubt = (
            f"“{choice.name}” is like {person.name} ({why.value}), but {other.title} is at the same meetings."
        )
        yield _asked(one, replace(choice, candidates=(Candidate(person, why, 100),)), doubt)


def _better(
    one: Proposal,
    person: Person,
    proposals: Sequence[Proposal],
    *,
    days: Mapping[str, set[str]],
    chosen: Mapping[str, str | None],
) -> Proposal | None:
    """Another name for the same person at the same meetings that says so at least as well."""

    def strength(proposal: Proposal) -> int:
        own = proposal.key == person_key(person.name)
        return 2 if proposal.key in chosen else int(own)

    if strength(one) == 2:
        return None
    others = (
        other
        for other in proposals
        if other.key != one.key
        and other.about_id == person.id
        and strength(other) >= strength(one)
        and days.get(one.key, set()) & days.get(other.key, set())
    )
    return next(others, None)


def _with_hints(
    proposals: Iterable[Proposal], days: Mapping[str, set[str]], *, chosen: Mapping[str, str | None]
) -> Iterator[Proposal]:
    """Somebody new whose name is like that of somebody else new in the document is said to be."""
    before: list[Person] = []
    for one in proposals:
        if one.verdict is not Verdict.NEW:
            yield one
            continue
        like = () if one.key in chosen else _like_before(one, before, days)
        hints = tuple(_hint(one.title, candidate) for candidate in like)
        before.append(Person(one.key, one.title))
        yield replace(one, notes=(*one.notes, *hints))


def _like_before(one: Proposal, before: list[Person], days: Mapping[str, set[str]]) -> list[Candidate]:
    """A deputy may be any of them; of two members at one meeting neither is the other."""
    is_deputy = bool(one.notes)
    return [
        candidate
        for candidate in match(one.title, before).candidates
        if is_deputy or not days.get(one.key, set()) & days.get(candidate.person.id, set())
    ]


def _hint(name: str, candidate: Candidate) -> str:
    return (
        f"“{name}” may be {candidate.person.name}, who is new in this document too: {candidate.why.value}. "
        "If so, write the name there as in the other place and read the document again."
    )

"""Holds the people of a register found in a document against those the office knows: who is who.

A name that is certain is taken; one that only may be somebody is said, and the person at the desk can choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from boarddesk.rules.attendance import Register
from boarddesk.rules.names import Candidate, NameMatch, match, name_parts
from boarddesk.rules.people import Board, Organisation, Person, Seat, Sector
from boarddesk.rules.proposals import (
    FieldChange,
    FoundMeeting,
    FoundMember,
    FoundRegisters,
    Proposal,
    Verdict,
)

ALSO_WRITTEN = "Also written as"


@dataclass(frozen=True)
class Kept:
    """The office's side: a board with its seats and registers, and everybody the office knows."""

    board: Board
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    seats: tuple[Seat, ...] = ()
    registers: tuple[Register, ...] = ()

    def register_on(self, day: date) -> Register | None:
        """The board's meeting on a day; one that was held before one that was cancelled."""
        found = [one for one in self.registers if one.meeting.date == day]
        return max(found, key=lambda one: one.meeting.state.value != "cancelled", default=None)

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
    """One proposal for each different name, members first, then deputies that are named.

    `chosen` holds, by the proposal's key, who somebody has said is meant; None: somebody new.
    """
    proposals: dict[str, Proposal] = {}
    for member in found.members:
        key = person_key(member.name)
        if key not in proposals:
            proposals[key] = _person(key, member, kept)
    for name, place in _deputies(found.meetings):
        key = person_key(name)
        if key not in proposals:
            proposals[key] = _person(key, FoundMember(name, place), kept, deputy=True)
    return tuple(choose_person(one, chosen[key]) if key in chosen else one for key, one in proposals.items())


def _deputies(meetings: Iterable[FoundMeeting]) -> Iterator[tuple[str, str]]:
    return ((mark.deputy, mark.place) for meeting in meetings for mark in meeting.marks if mark.deputy)


def _person(key: str, member: FoundMember, kept: Kept, *, deputy: bool = False) -> Proposal:
    known = match(member.name, kept.people)
    choice = PersonChoice(member.name, None, member.organisation, member.sector, known.candidates)
    proposal = Proposal(
        kind="person",
        key=key,
        ref="",
        title=member.name,
        verdict=Verdict.NEW,
        place=member.place,
        found=choice,
        notes=(f"{member.name} is named as a deputy.",) if deputy else (),
    )
    return _recognised(proposal, choice, known)


def _recognised(proposal: Proposal, choice: PersonChoice, known: NameMatch) -> Proposal:
    person = known.person or _recorded_as(choice.name, known)
    if person is not None:
        return replace(
            proposal, verdict=Verdict.SAME, found=replace(choice, person_id=person.id), about_id=person.id
        )
    if not known.candidates:
        return proposal
    if len(known.candidates) == 1:
        return _taken_for(proposal, choice, known.candidates[0])
    names = " or ".join(one.person.name for one in known.candidates)
    why = f"“{choice.name}” may be {names}. Choose who is meant, or say that it is somebody new."
    return replace(proposal, verdict=Verdict.UNCLEAR, ticked=False, why_not=why)


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

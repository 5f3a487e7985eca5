"""Holds the members of a register found in a document against a board's seats: which seat, from when to when.

A post with a title is one seat whoever holds it; the office's dates give way only where the document shows
more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boarddesk.rules.compare_people import Kept, person_key
from boarddesk.rules.deadlines import in_words
from boarddesk.rules.people import Membership, Role, Seat, Sector
from boarddesk.rules.proposals import FieldChange, FoundMember, FoundRegisters, Proposal, Verdict

FROM, UNTIL = "On the board from", "On the board until"


@dataclass(frozen=True)
class SeatChoice:
    """The seat of one member of the document, and how long the person holds it.

    `member` is the place in the document's list; `after` the place of the member whose seat is taken over.
    For a seat the office knows, a date of None leaves the time as it is, and `reopened` takes its end away.
    """

    member: int
    person_key: str
    title: str
    organisation: str
    sector: Sector | None
    role: Role
    seat_id: str | None = None
    membership_id: str | None = None
    after: int | None = None
    from_date: date | None = None
    to_date: date | None = None
    reopened: bool = False

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {
            "title": self.title,
            "organisation": self.organisation or None,
            "role": self.role.value,
            "sector": self.sector.value if self.sector else None,
            "from": self.from_date,
            "to": self.to_date,
        }


@dataclass(frozen=True)
class Presence:
    """The days a member stands on the document's rolls, among all its days with marks."""

    first: date
    last: date
    starts_later: bool
    ends_earlier: bool


def compare_seats(found: FoundRegisters, kept: Kept, people: Mapping[str, Proposal]) -> tuple[Proposal, ...]:
    """One proposal for each member: the seat, new or known, and the time it is held."""
    days = sorted({date.fromisoformat(one.date) for one in found.meetings if one.marks})
    taken: dict[int, SeatChoice] = {}
    proposals = []
    for place, member in enumerate(found.members):
        presence = _presence(found, place, days)
        person = people[person_key(member.name)]
        proposal = _seat(place, member, kept, person=person, presence=presence, taken=taken)
        if isinstance(proposal.found, SeatChoice):
            taken[place] = proposal.found
        proposals.append(proposal)
    return tuple(_with_roles_said(proposals, found))


def _with_roles_said(proposals: Sequence[Proposal], found: FoundRegisters) -> Iterator[Proposal]:
    """The first of the new seats whose role the register leaves open says it for all of them."""
    pairs = zip(proposals, found.members, strict=True)
    silent = [one.key for one, member in pairs if one.verdict is Verdict.NEW and not member.role_given]
    for one in proposals:
        yield replace(one, notes=(*one.notes, _no_role(len(silent)))) if one.key in silent[:1] else one


def _no_role(people: int) -> str:
    whom = "this person, who is" if people == 1 else f"{people} people, this one first, who are"
    plural = "a member" if people == 1 else "members"
    return f"No role is given for {whom} taken to be {plural}. Say under People who is chair or adviser."


def _presence(found: FoundRegisters, member: int, days: list[date]) -> Presence | None:
    there = sorted(
        date.fromisoformat(meeting.date)
        for meeting in found.meetings
        if any(mark.member == member for mark in meeting.marks)
    )
    if not there:
        return None
    return Presence(there[0], there[-1], there[0] > days[0], there[-1] < days[-1])


def _seat(
    place: int,
    member: FoundMember,
    kept: Kept,
    *,
    person: Proposal,
    presence: Presence | None,
    taken: Mapping[int, SeatChoice],
) -> Proposal:
    choice = SeatChoice(
        place,
        person.key,
        _title(member, place, taken),
        member.organisation,
        member.sector,
        member.role,
        from_date=presence.first if presence and presence.starts_later else None,
        to_date=presence.last if presence and presence.ends_earlier else None,
    )
    proposal = Proposal(
        kind="seat",
        key=f"seat {place}",
        ref="",
        title=f"{choice.title} · {member.name}",
        verdict=Verdict.NEW,
        place=member.place,
        found=choice,
        within=person.key,
    )
    own = _seat_held(member, kept, person.about_id, taken)
    if own is not None:
        return _known_seat(proposal, choice, own, presence=presence, person_id=person.about_id, kept=kept)
    return _handed_on(proposal, choice, member, presence, taken, kept)


def _title(member: FoundMember, place: int, taken: Mapping[int, SeatChoice]) -> str:
    """The post as written, or the role with the organisation, and a number where there are several."""
    if member.seat_title:
        return member.seat_title
    role = member.role.value.capitalize()
    title = f"{role}, {member.organisation}" if member.organisation else role
    same = sum(one.title == title or one.title.startswith(f"{title} ") for one in taken.values())
    return f"{title} {same + 1}" if same else title


def _seat_held(
    member: FoundMember, kept: Kept, person_id: str, taken: Mapping[int, SeatChoice]
) -> Seat | None:
    """The seat of this board the person holds or held; of several, the one that fits best."""
    used = {one.seat_id for one in taken.values() if one.person_key == person_key(member.name)}
    held = [
        seat
        for seat in kept.seats
        if seat.id not in used and any(one.person_id == person_id for one in seat.memberships)
    ]
    organisation = kept.organisation_named(member.organisation)

    def fits(seat: Seat) -> tuple[bool, bool, bool]:
        return (
            bool(member.seat_title) and seat.title.casefold() == member.seat_title.casefold(),
            organisation is not None and seat.organisation_id == organisation.id,
            seat.role is member.role,
        )

    return max(held, key=fits, default=None)


def _known_seat(
    proposal: Proposal,
    choice: SeatChoice,
    seat: Seat,
    *,
    presence: Presence | None,
    person_id: str,
    kept: Kept,
) -> Proposal:
    held = [one for one in seat.memberships if one.person_id == person_id][-1]
    changes = tuple(_time_changes(held, seat, presence, kept)) if presence else ()
    return replace(
        proposal,
        title=f"{seat.title} · {proposal.title.rpartition(' · ')[2]}",
        verdict=Verdict.CHANGED if changes else Verdict.SAME,
        found=_with_time(
            replace(choice, seat_id=seat.id, membership_id=held.id, title=seat.title), changes, presence
        ),
        changes=changes,
        about_id=seat.id,
    )


def _with_time(choice: SeatChoice, changes: tuple[FieldChange, ...], presence: Presence | None) -> SeatChoice:
    """Only what is to change of the time a known seat is held."""
    fields = {change.field for change in changes}
    return replace(
        choice,
        from_date=presence.first if presence and FROM in fields else None,
        to_date=presence.last if presence and UNTIL in fields and presence.ends_earlier else None,
        reopened=bool(presence and UNTIL in fields and not presence.ends_earlier),
    )


def _time_changes(held: Membership, seat: Seat, presence: Presence, kept: Kept) -> Iterator[FieldChange]:
    """The office's dates give way only where the document shows the person outside them."""
    others = [one for one in seat.memberships if one.person_id == held.person_id and one.id != held.id]
    if any(one.holds_on(presence.first) for one in others):
        return
    if held.from_date and presence.first < held.from_date:
        yield FieldChange(FROM, in_words(held.from_date), in_words(presence.first))
    if held.to_date and presence.last > held.to_date:
        until = in_words(presence.last) if presence.ends_earlier else ""
        yield FieldChange(UNTIL, in_words(held.to_date), until)
    if (
        held.to_date is None
        and presence.ends_earlier
        and not _seen_after(held.person_id, presence.last, kept)
    ):
        yield FieldChange(UNTIL, "", in_words(presence.last))


def _seen_after(person_id: str, day: date, kept: Kept) -> bool:
    later = (one for one in kept.registers if one.meeting.date > day)
    return any(row.person_id == person_id for one in later for row in one.rows)


def _handed_on(
    proposal: Proposal,
    choice: SeatChoice,
    member: FoundMember,
    presence: Presence | None,
    taken: Mapping[int, SeatChoice],
    kept: Kept,
) -> Proposal:
    """A post with a title is one seat, whoever holds it: the newcomer takes it over where the times allow."""
    if not member.seat_title or presence is None:
        return proposal
    for place, other in taken.items():
        if _is_same_post(other, choice) and other.to_date and other.to_date < presence.first:
            note = f"Takes over the seat “{choice.title}” from {in_words(presence.first)}."
            found = replace(choice, after=place, seat_id=other.seat_id, from_date=presence.first)
            return replace(proposal, found=found, notes=(note,))
    vacant = [seat for seat in kept.seats if _is_free(seat, choice, presence, kept)]
    if vacant:
        note = f"Takes the seat “{vacant[0].title}”, which the office has as vacant then."
        found = replace(choice, seat_id=vacant[0].id, from_date=presence.first)
        return replace(proposal, found=found, notes=(note,))
    return proposal


def _is_same_post(one: SeatChoice, other: SeatChoice) -> bool:
    return (one.title.casefold(), one.organisation.casefold(), one.role) == (
        other.title.casefold(),
        other.organisation.casefold(),
        other.role,
    )


def _is_free(seat: Seat, choice: SeatChoice, presence: Presence, kept: Kept) -> bool:
    organisation = kept.organisation_named(choice.organisation)
    return (
        seat.title.casefold() == choice.title.casefold()
        and seat.organisation_id == (organisation.id if organisation else None)
        and not any(
            one.to_date is None
            or one.to_date >= presence.first
            or (one.from_date or date.min) > presence.first
            for one in seat.memberships
        )
    )

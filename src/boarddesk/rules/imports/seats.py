"""Holds the members of a register found in a document against a board's seats: which seat, from when to when.

A post with a title is one seat whoever holds it; the office's dates give way only where the document shows
more.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.imports.choices import SeatChoice
from boarddesk.rules.imports.contents import FoundMember, FoundRegisters
from boarddesk.rules.imports.identities import identities, member_keys
from boarddesk.rules.imports.person_choice import OfficeSide
from boarddesk.rules.imports.presence import Presence
from boarddesk.rules.imports.proposals import FieldChange, Proposal, ProposalKind, Verdict
from boarddesk.rules.people import Membership, Role, Seat
from boarddesk.rules.registers.register import VACANT

SEAT_KEY = "seat "
"""How the key of a proposal about a seat begins; the place of the member in the document follows."""

FROM, UNTIL = "On the board from", "On the board until"
NUMBERED = re.compile(r" \([0-9]+\)$")


def compare_seats(
    found: FoundRegisters, kept: OfficeSide, people: Mapping[str, Proposal], doubted: Collection[int] = ()
) -> tuple[Proposal, ...]:
    """One proposal for each member: the seat, new or known, and the time it is held.

    Who was there first comes first, wherever they stand in the document: a seat is handed on in that order.
    A meeting whose place is `doubted` begins and ends nobody's time.
    """
    taken = [one for at, one in enumerate(found.meetings) if one.on_roll and at not in doubted]
    rolls = [(date.fromisoformat(meeting.date), meeting.on_roll) for meeting in taken]
    presences = [_presence(rolls, place) for place in range(len(found.members))]
    keys = member_keys(identities(found, kept.same_place))
    comparing = _Comparing(found, kept, people, presences, keys)
    for place in sorted(range(len(found.members)), key=lambda at: (_first(presences[at]), at)):
        comparing.add(place)
    proposals = [comparing.proposals[place] for place in range(len(found.members))]
    return tuple(_with_roles_said(proposals, found))


def with_roles(found: FoundRegisters, roles: Mapping[int, Role]) -> FoundRegisters:
    """The same with the roles somebody has said, by the place of the member; what follows a role follows."""
    members = tuple(
        replace(one, role=roles[at], role_given=True, expected=None, for_quorum=None, notes=())
        if at in roles
        else one
        for at, one in enumerate(found.members)
    )
    return replace(found, members=members) if roles else found


def _first(presence: Presence | None) -> date:
    return presence.first if presence else date.max


def _with_roles_said(proposals: Sequence[Proposal], found: FoundRegisters) -> Iterator[Proposal]:
    """The first of the new seats whose role the register leaves open says it for all of them."""
    pairs = zip(proposals, found.members, strict=True)
    silent = [
        one.key
        for one, member in pairs
        if one.verdict is Verdict.NEW and member.name and not member.role_given and not member.notes
    ]
    for proposal in proposals:
        yield (
            replace(proposal, notes=(*proposal.notes, _no_role(len(silent))))
            if proposal.key in silent[:1]
            else proposal
        )


def _no_role(people: int) -> str:
    whom = "this person, who is" if people == 1 else f"{people} people, this one first, who are"
    plural = "a member" if people == 1 else "members"
    return f"No role is given for {whom} taken to be {plural}. Say who is chair, adviser or secretary."


def _presence(rolls: Sequence[tuple[date, frozenset[int]]], member: int) -> Presence | None:
    days, there = [day for day, _ in rolls], frozenset(day for day, roll in rolls if member in roll)
    return Presence(there, min(there) > min(days), max(there) < max(days)) if there else None


@dataclass
class _Comparing:
    """Members placed on seats one after the other, in the order they came to the board.

    Of those placed: `titles` in alphabetical order, the seats `held` by each person's key and id, under each
    of the `posts` the seats with the members placed on each, and the `days` of everybody on each seat.
    """

    found: FoundRegisters
    kept: OfficeSide
    people: Mapping[str, Proposal]
    presences: Sequence[Presence | None]
    keys: Mapping[int, str]
    proposals: dict[int, Proposal] = field(default_factory=dict)
    taken: dict[int, SeatChoice] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    held: dict[str, set[str | None]] = field(default_factory=dict)
    posts: dict[tuple[str, str], dict[int | str, list[int]]] = field(default_factory=dict)
    days: dict[int | str, frozenset[date]] = field(default_factory=dict)

    def add(self, place: int) -> None:
        """The member's seat: held already, taken over, vacant in the office, or new."""
        member, presence = self.found.members[place], self.presences[place]
        person = self.people[self.keys[place]] if member.name else None
        choice = self._choice(place, member, presence, person)
        proposal = Proposal(
            kind=ProposalKind.SEAT,
            key=f"{SEAT_KEY}{place}",
            ref="",
            title=f"{choice.title} · {member.name or VACANT}",
            verdict=Verdict.NEW,
            place=member.place,
            found=choice,
            notes=member.notes,
            within=choice.person_key,
        )
        own = self._seat_held(member, person) if person else None
        if own is not None and person is not None:
            proposal = _known_seat(proposal, choice, own, presence, person.about_id, self.kept)
        elif presence is not None and member.seat_title:
            proposal = self._handed_on(proposal, choice, presence)
        self.proposals[place] = proposal
        if isinstance(proposal.found, SeatChoice):
            self._take(place, proposal.found, person)

    def _take(self, place: int, choice: SeatChoice, person: Proposal | None) -> None:
        self.taken[place] = choice
        insort(self.titles, choice.title)
        for who in (person.key, person.about_id) if person else ():
            self.held.setdefault(who, set()).add(choice.seat_id)
        root, presence = self._root(place), self.presences[place]
        self.posts.setdefault(self._post(choice), {}).setdefault(root, []).append(place)
        self.days[root] = self.days.get(root, frozenset()) | (presence.days if presence else frozenset())

    def _choice(
        self, place: int, member: FoundMember, presence: Presence | None, person: Proposal | None
    ) -> SeatChoice:
        return SeatChoice(
            place,
            person.key if person else "",
            _title(member, self.titles),
            member.organisation,
            member.sector,
            member.role,
            from_date=presence.first if presence and presence.starts_later else None,
            to_date=presence.last if presence and presence.ends_earlier else None,
            expected=member.is_expected,
            for_quorum=member.counts_for_quorum,
            sector_given=member.sector_given,
        )

    def _seat_held(self, member: FoundMember, person: Proposal) -> Seat | None:
        """The seat of this board the person holds or held; of several, the one that fits best.

        A seat of another organisation than the document gives is another seat.
        """
        used = self.held.get(person.key, set()) | (
            self.held.get(person.about_id, set()) if person.about_id else set()
        )
        held = [
            seat
            for seat in self.kept.seats_of(person.about_id)
            if seat.id not in used and not self._is_elsewhere(seat, member)
        ]
        organisation = self.kept.organisation_named(member.organisation)

        def fits(seat: Seat) -> tuple[bool, bool, bool]:
            return (
                bool(member.seat_title) and _is_title(seat.title, member.seat_title),
                organisation is not None and seat.organisation_id == organisation.id,
                member.role_given and seat.role is member.role,
            )

        return max(held, key=fits, default=None)

    def _is_elsewhere(self, seat: Seat, member: FoundMember) -> bool:
        where = next(
            (
                organisation
                for organisation in self.kept.organisations
                if organisation.id == seat.organisation_id
            ),
            None,
        )
        return where is not None and not self.kept.same_place(member.organisation, where.name)

    def _handed_on(self, proposal: Proposal, choice: SeatChoice, presence: Presence) -> Proposal:
        """A post with a title is one seat, whoever holds it: taken over where no day has two holders."""
        before = self._predecessor(choice, presence)
        if before is not None:
            note = f"Takes over the seat “{choice.title}” from {in_words(presence.first)}."
            found = replace(choice, after=before.member, seat_id=before.seat_id)
            if not self.found.members[choice.member].role_given:
                usual = (before.role, before.expected, before.for_quorum)
                found = replace(found, role=usual[0], expected=usual[1], for_quorum=usual[2])
            return _taking(proposal, found, presence, note)
        vacant = self._vacant_seat(choice, presence)
        if vacant is None:
            return proposal
        note = f"Takes the seat “{vacant.title}”, which the office has as vacant then."
        return _taking(proposal, replace(choice, seat_id=vacant.id, title=vacant.title), presence, note)

    def _predecessor(self, choice: SeatChoice, presence: Presence) -> SeatChoice | None:
        """Who held the post last before: of several such seats, the one left most recently."""
        free = []
        for root, places in self.posts.get(self._post(choice), {}).items():
            there = self.days[root]
            if there.isdisjoint(presence.days):
                last = max((day for day in there if day < presence.first), default=None)
                place = max((at for at in places if self._is_same_role(self.taken[at], choice)), default=None)
                free += [(last, place)] if last is not None and place is not None else []
        return self.taken[max(free)[1]] if free else None

    def _root(self, place: int) -> int | str:
        choice = self.taken[place]
        if choice.seat_id is not None:
            return choice.seat_id
        return place if choice.after is None else self._root(choice.after)

    def _is_same_role(self, one: SeatChoice, other: SeatChoice) -> bool:
        """The role, where both are given; a person stays whoever they are."""
        given = all(self.found.members[each.member].role_given for each in (one, other))
        same_person = bool(one.person_key) and one.person_key == other.person_key
        return one.role is other.role or not given or same_person

    def _post(self, choice: SeatChoice) -> tuple[str, str]:
        """The title as the document writes it, which may tell seats apart, and the organisation."""
        title = self.found.members[choice.member].seat_title or choice.title
        return _spelt(title), choice.organisation.casefold()

    def _vacant_seat(self, choice: SeatChoice, presence: Presence) -> Seat | None:
        """A seat of the office of that title and organisation that nobody holds on the member's days."""
        organisation = self.kept.organisation_named(choice.organisation)
        where = organisation.id if organisation else None
        used = {one.seat_id for at, one in self.taken.items() if self._overlaps(at, presence)}
        free = (
            seat
            for seat in self.kept.seats
            if _is_title(seat.title, choice.title)
            and seat.organisation_id == where
            and seat.id not in used
            and not _is_held(seat, choice, presence)
        )
        return max(free, key=lambda seat: _spelt(seat.title) == _spelt(choice.title), default=None)

    def _overlaps(self, place: int, presence: Presence) -> bool:
        other = self.presences[place]
        return other is not None and bool(other.days & presence.days)


def _is_held(seat: Seat, choice: SeatChoice, presence: Presence) -> bool:
    """Whether somebody holds it then; for a newcomer, or from then on."""
    if not choice.person_key:
        return any(membership.holds_on(day) for membership in seat.memberships for day in presence.days)
    return any(
        membership.to_date is None
        or membership.to_date >= presence.first
        or (membership.from_date or date.min) > presence.first
        for membership in seat.memberships
    )


def _taking(proposal: Proposal, found: SeatChoice, presence: Presence, note: str) -> Proposal:
    """A seat that was there before, from the first day the person was there."""
    if not found.person_key:
        verdict = Verdict.SAME if found.seat_id else Verdict.NEW
        return replace(proposal, found=found, verdict=verdict, about_id=found.seat_id or "")
    notes = (*proposal.notes, note)
    return replace(proposal, found=replace(found, from_date=presence.first), notes=notes)


def _title(member: FoundMember, titles: Sequence[str]) -> str:
    """The post as written, or the role with the organisation, and a number where there are several.

    `titles` are those there are, in alphabetical order.
    """
    if member.seat_title:
        return member.seat_title
    role = member.role.value.capitalize()
    title = f"{role}, {member.organisation}" if member.organisation else role
    same = bisect_right(titles, title) - bisect_left(titles, title)
    same += bisect_left(titles, f"{title}!") - bisect_left(
        titles, f"{title} "
    )  # with more words after a space
    return f"{title} {same + 1}" if same else title


def _spelt(title: str) -> str:
    return " ".join(title.casefold().split())


def _is_title(kept: str, written: str) -> bool:
    """Whether a title is the office's own; a workbook numbers seats of one title: `Head teacher (2)`."""
    return _spelt(NUMBERED.sub("", written)) in (_spelt(kept), _spelt(NUMBERED.sub("", kept)))


def _known_seat(
    proposal: Proposal,
    choice: SeatChoice,
    seat: Seat,
    presence: Presence | None,
    person_id: str,
    kept: OfficeSide,
) -> Proposal:
    held = [membership for membership in seat.memberships if membership.person_id == person_id][-1]
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


def _time_changes(
    held: Membership, seat: Seat, presence: Presence, kept: OfficeSide
) -> Iterator[FieldChange]:
    """The office's dates give way only where the document shows the person outside them."""
    others = [
        membership
        for membership in seat.memberships
        if membership.person_id == held.person_id and membership.id != held.id
    ]
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


def _seen_after(person_id: str, day: date, kept: OfficeSide) -> bool:
    later = (register for register in kept.registers if register.meeting.date > day)
    return any(row.person_id == person_id for one in later for row in one.rows)

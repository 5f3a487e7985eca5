"""Who a name in a document is: the office's side it is held against, and the choice that is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from boarddesk.rules.imports.choices import PersonChoice
from boarddesk.rules.imports.identities import is_same_place, same_spelling
from boarddesk.rules.imports.proposals import FieldChange, Proposal, Verdict
from boarddesk.rules.names.spellings import name_parts
from boarddesk.rules.people import Board, Organisation, Person, Seat
from boarddesk.rules.registers.register import Register

ALSO_WRITTEN = "Also written as"
CHOOSE = "Choose who is meant, or say that it is somebody new."
"""What is asked of whoever knows, wherever it is not clear who a name is."""
_JOINED = ("one person", "will be remembered", "the same person as")
_KEY = "person "
"""How the key of every proposal about a person begins."""


@dataclass(frozen=True)
class OfficeSide:
    """The office's side: a board with its seats and registers, and everybody the office knows."""

    board: Board
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    seats: tuple[Seat, ...] = ()
    registers: tuple[Register, ...] = ()
    undecided: tuple[str, ...] = ()
    """Names of which an earlier import left open whether they are one person or two."""
    seats_elsewhere: tuple[Seat, ...] = ()

    @cached_property
    def _named(self) -> dict[str, Organisation]:
        names = ((one, name) for one in self.organisations for name in (one.name, one.short_name))
        return {name.casefold(): one for one, name in reversed(tuple(names)) if name}

    @cached_property
    def _seats(self) -> dict[str, dict[str, Seat]]:
        return _by_holder(self.seats)

    @cached_property
    def _seats_elsewhere(self) -> dict[str, dict[str, Seat]]:
        return _by_holder(self.seats_elsewhere)

    @cached_property
    def _left_open(self) -> frozenset[str]:
        return frozenset(name_parts(name).key for name in self.undecided)

    @cached_property
    def _same_places(self) -> dict[tuple[str, str], bool]:
        return {}

    def organisation_named(self, name: str) -> Organisation | None:
        """The organisation of that full or short name."""
        return self._named.get(name.strip().casefold())

    def seats_of(self, person_id: str) -> Collection[Seat]:
        """The seats of the board that somebody holds or held."""
        return self._seats.get(person_id, {}).values()

    def places_of(self, person: Person) -> tuple[Organisation, ...]:
        """The organisations somebody belongs to, by themselves or by a seat they hold or held."""
        elsewhere = self._seats_elsewhere.get(person.id, {}).values()
        ids = {person.organisation_id} | {
            seat.organisation_id for seat in (*self.seats_of(person.id), *elsewhere)
        }
        if ids <= {None}:
            return ()
        return tuple(organisation for organisation in self.organisations if organisation.id in ids)

    def same_place(self, one: str, other: str) -> bool:
        """Whether two texts name one organisation, the office's own short names known."""
        if (one, other) not in self._same_places:
            self._same_places[one, other] = is_same_place(one, other, self.organisations)
        return self._same_places[one, other]

    def is_at(self, person: Person, organisation: str) -> bool:
        """Whether somebody belongs to an organisation as a document writes it."""
        return any(self.same_place(organisation, one.name) for one in self.places_of(person))

    def told_apart(self, person: Person) -> str:
        """The name with where the person belongs: two of one name can be told apart."""
        place = self.place_of(person)
        return f"{person.name} ({place})" if place else person.name

    def place_of(self, person: Person) -> str:
        """The names of the organisations somebody belongs to."""
        return ", ".join(organisation.name for organisation in self.places_of(person))

    def is_undecided(self, name: str) -> bool:
        """Whether an earlier import left it open who of that name is who."""
        return name_parts(name).key in self._left_open


def _by_holder(seats: Iterable[Seat]) -> dict[str, dict[str, Seat]]:
    holders: dict[str, dict[str, Seat]] = {}
    for seat in seats:
        for membership in seat.memberships:
            holders.setdefault(membership.person_id, {})[seat.id] = seat
    return holders


def choose_person(proposal: Proposal, person_id: str | None) -> Proposal:
    """The proposal once somebody has said who is meant; None: somebody new.

    Somebody who is new in the document too is meant by the key of the proposal about them.
    """
    choice = proposal.found
    if not isinstance(choice, PersonChoice):
        raise TypeError("only a proposal about a person can be told who it is")
    in_document = person_id is not None and person_id.startswith(_KEY)
    chosen = replace(
        choice,
        person_id=None if in_document else person_id,
        same_as=person_id if in_document and person_id else "",
    )
    name = next(
        (candidate.person.name for candidate in choice.candidates if candidate.person.id == person_id), ""
    )
    changes = also_written(choice, [name]) if person_id is not None and not in_document else ()
    same = f"“{choice.name}” is the same person as {name or 'somebody the office knows'}."
    said = (same,) if person_id is not None else ()
    verdict = Verdict.NEW if person_id is None else Verdict.CHANGED if changes else Verdict.SAME
    return replace(
        proposal,
        found=chosen,
        verdict=verdict,
        changes=changes,
        notes=said,
        ticked=True,
        why_not="",
        about_id="" if in_document else person_id or "",
    )


def also_written(choice: PersonChoice, known: Sequence[str]) -> tuple[FieldChange, ...]:
    """Every way the document writes the name that the office does not know it by."""
    spellings = (choice.name, *choice.spellings)
    new = (spelling for spelling in spellings if not any(same_spelling(spelling, name) for name in known))
    return tuple(FieldChange(ALSO_WRITTEN, "", one) for one in dict.fromkeys(new))


def joinings(proposals: Iterable[Proposal]) -> Iterator[str]:
    """What was taken for one person, in the words of the proposals."""
    for proposal in proposals:
        if isinstance(proposal.found, PersonChoice) and proposal.verdict is not Verdict.UNCLEAR:
            yield from (note for note in proposal.notes if any(words in note for words in _JOINED))


def told_apart(people: Iterable[Person], organisations: Iterable[Organisation]) -> dict[str, str]:
    """The name of everybody by their id; those who share a name with where they belong beside it."""
    everybody = list(people)
    where = {organisation.id: organisation.name for organisation in organisations}
    shared = Counter(name_parts(person.name).key for person in everybody)
    return {
        person.id: f"{person.name} ({where[person.organisation_id]})"
        if shared[name_parts(person.name).key] > 1 and person.organisation_id in where
        else person.name
        for person in everybody
    }

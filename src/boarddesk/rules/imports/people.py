"""Holds the people of a register found in a document against those the office knows: who is who.

A name that is certain is taken; one that only may be somebody is said, and the person at the desk can choose.
Two names with marks at one meeting are never taken for one person, unless somebody says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from boarddesk.rules.imports.choices import PersonChoice
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.imports.identities import Identity, identities, member_keys, person_key, same_spelling
from boarddesk.rules.imports.person_choice import CHOOSE, OfficeSide, also_written, choose_person
from boarddesk.rules.imports.proposals import Proposal, ProposalKind, Verdict
from boarddesk.rules.names.matching import Candidate, Likeness, NameMatch, match
from boarddesk.rules.names.name_index import NameIndex
from boarddesk.rules.names.spellings import kept_name, name_parts
from boarddesk.rules.people import Person

TOO_MANY = "There are too many names here to look for those like each: look whether your office has this one."
NAMESAKES = "Is it one person on two seats, or are they two people?"
ASKED = frozenset(
    {Likeness.HALF, Likeness.FEWER, Likeness.WITHIN, Likeness.TITLE, Likeness.FIRST_ALONE, Likeness.SLIP}
)
"""Likenesses that two different people may well have: never taken for one person unasked."""

# People ----------------------------------------------------------------------------------------------------


def compare_people(
    found: FoundRegisters, kept: OfficeSide, chosen: Mapping[str, str | None]
) -> tuple[Proposal, ...]:
    """One proposal for each different person, members first, then deputies; a vacant seat has none.

    `chosen` holds, by the proposal's key, who somebody has said is meant; None: somebody new.
    """
    everybody = identities(found, kept.same_place)
    names = NameIndex(kept.people)
    before: dict[str, list[Proposal]] = {}
    proposals: list[Proposal] = []
    for identity in everybody:
        same_name = before.setdefault(_name_key(identity.key), [])
        proposal = _person(identity, found, kept, names=names, same_name=() if found.own else same_name)
        if identity.key in chosen:
            proposal = choose_person(proposal, chosen[identity.key])
        proposals.append(proposal)
        same_name.append(proposal)
    days = _days(found, everybody)
    apart = _kept_apart(proposals, days, kept, chosen=chosen)
    return tuple(_with_the_same(list(_with_hints(apart, days, chosen=chosen))))


def _person(
    identity: Identity,
    found: FoundRegisters,
    kept: OfficeSide,
    *,
    names: NameIndex,
    same_name: Sequence[Proposal],
) -> Proposal:
    known = match(identity.name, names)
    deputises = (f"{identity.name} is named as a deputy.",) if identity.is_deputy else ()
    sector = next((found.members[at].sector for at in identity.members if found.members[at].sector), None)
    choice = PersonChoice(
        kept_name(identity.name),
        None,
        identity.organisation,
        sector,
        known.candidates,
        spellings=tuple(
            one
            for one in (identity.name, *identity.spellings)
            if not same_spelling(one, kept_name(identity.name))
        ),
    )
    proposal = Proposal(
        kind=ProposalKind.PERSON,
        key=identity.key,
        ref="",
        title=replace(identity, name=choice.name).title,
        verdict=Verdict.NEW,
        place=identity.place,
        found=choice,
        notes=(*deputises, *_joined(choice, identity), *((TOO_MANY,) if names.is_spent else ())),
    )
    return _recognised(proposal, choice, known, kept, same_name=same_name)


def _joined(choice: PersonChoice, identity: Identity) -> Iterator[str]:
    """What of the document was taken for one person."""
    if choice.spellings:
        written = " and ".join(f"“{spelling}”" for spelling in choice.spellings)
        yield f"{choice.name} is also written {written}: one person. It will be remembered."
    if len(identity.members) > 1:
        yield f"{choice.name} stands on {len(identity.members)} lines: one person on as many seats."


def _name_key(key: str) -> str:
    return key.partition(" @ ")[0]


def _recognised(
    proposal: Proposal,
    choice: PersonChoice,
    known: NameMatch,
    kept: OfficeSide,
    *,
    same_name: Sequence[Proposal],
) -> Proposal:
    namesakes = known.namesakes if name_parts(choice.name).is_whole else ()
    certain = _certain(choice, known, kept, alone=not same_name)
    if certain is not None:
        return _known(proposal, choice, certain)
    if namesakes or same_name:
        return _namesake(proposal, choice, namesakes, kept, same_name=same_name)
    if not known.candidates:
        return proposal
    only = known.candidates[0]
    if len(known.candidates) > 1:
        names = " or ".join(kept.told_apart(candidate.person) for candidate in known.candidates)
        return _asked(proposal, choice, f"“{choice.name}” may be {names}.")
    elsewhere = _elsewhere(choice.organisation, only.person, kept)
    if elsewhere or only.why in ASKED:
        return _asked(
            proposal,
            choice,
            elsewhere or f"“{choice.name}” may be {kept.told_apart(only.person)}: {only.why.value}.",
        )
    return _taken_for(proposal, choice, only)


def _certain(choice: PersonChoice, known: NameMatch, kept: OfficeSide, *, alone: bool) -> Person | None:
    """Who is meant by the very name; not where another of the name may be, or the organisation differs.

    `alone` is whether the document has nobody else of the name.
    """
    if not name_parts(choice.name).is_whole:
        person = known.person or _recorded_as(choice.name, known)
        return person if person and not _elsewhere(choice.organisation, person, kept) else None
    if not choice.organisation:
        sure = alone and len(known.namesakes) == 1 and not kept.is_undecided(choice.name)
        return known.namesakes[0] if sure else None
    here = [namesake for namesake in known.namesakes if kept.is_at(namesake, choice.organisation)]
    if not here and len(known.namesakes) == 1 and alone and not kept.places_of(known.namesakes[0]):
        here = list(known.namesakes)
    return here[0] if len(here) == 1 else None


def _known(proposal: Proposal, choice: PersonChoice, person: Person) -> Proposal:
    """Somebody of this very name; a way to write it that is new is said and remembered."""
    changes = also_written(choice, (person.name, *person.aliases))
    written = " and ".join(f"“{change.new}”" for change in changes)
    note = (f"{written} is {person.name}, the same name written otherwise. It will be remembered.",)
    notes = tuple(one for one in proposal.notes if "also written" not in one)
    return replace(
        proposal,
        verdict=Verdict.CHANGED if changes else Verdict.SAME,
        found=replace(choice, person_id=person.id),
        changes=changes,
        notes=(*notes, *note) if changes else notes,
        about_id=person.id,
    )


def _namesake(
    proposal: Proposal,
    choice: PersonChoice,
    namesakes: Sequence[Person],
    kept: OfficeSide,
    *,
    same_name: Sequence[Proposal],
) -> Proposal:
    """The very name of somebody who is elsewhere, or of several: nobody is taken for anybody unasked."""
    in_document = [person for person in same_name if person.verdict is Verdict.NEW]
    candidates = (
        *(Candidate(namesake, Likeness.EXACT, 100, kept.place_of(namesake)) for namesake in namesakes),
        *(Candidate(Person(one.key, one.title), Likeness.EXACT, 99) for one in in_document),
    )
    others = [f"{one.title}, new in this document" for one in in_document]
    others += [person.title for person in same_name if person.verdict is Verdict.UNCLEAR]
    if kept.is_undecided(choice.name):
        others.append("another of that name, left open by an earlier import")
    among = " or ".join((*map(kept.told_apart, namesakes), *others))
    if choice.organisation:
        doubt = f"“{choice.name}” stands here at {choice.organisation}, and there is {among}. {NAMESAKES}"
    else:
        doubt = f"“{choice.name}” stands here without an organisation, and may be {among}."
    return _asked(proposal, replace(choice, candidates=candidates), doubt)


def _with_the_same(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Whoever is said to be somebody else of the document is whoever that is."""
    by_key = {proposal.key: proposal for proposal in proposals}
    for proposal in proposals:
        choice = proposal.found
        other = by_key.get(choice.same_as) if isinstance(choice, PersonChoice) else None
        if other is None or not isinstance(choice, PersonChoice):
            yield proposal
        elif other.verdict is Verdict.UNCLEAR or not isinstance(other.found, PersonChoice):
            yield _asked(
                proposal, choice, f"“{choice.name}” is the same as {other.title}, who is not clear yet."
            )
        else:
            found = replace(choice, person_id=other.found.person_id)
            note = f"“{proposal.title}” is the same person as {other.title}."
            yield replace(proposal, found=found, about_id=other.about_id, notes=(note,))


def _asked(proposal: Proposal, choice: PersonChoice, doubt: str) -> Proposal:
    """Taken for nobody until somebody has answered."""
    return replace(
        proposal,
        verdict=Verdict.UNCLEAR,
        found=replace(choice, person_id=None),
        changes=(),
        notes=(),
        ticked=False,
        why_not=f"{doubt} {CHOOSE}",
        about_id="",
    )


def _elsewhere(organisation: str, person: Person, kept: OfficeSide) -> str:
    """What speaks against a likeness: the document has the name at another organisation."""
    if not organisation.strip() or not kept.places_of(person) or kept.is_at(person, organisation):
        return ""
    theirs = f"{person.name}, {kept.places_of(person)[0].name}"
    return f"The name is like that of {theirs}, but the document says {organisation.strip()}."


def _recorded_as(name: str, known: NameMatch) -> Person | None:
    """The one person recorded by this very half of a name: a document read again writes it as it did."""
    same = [
        namesake
        for namesake in known.namesakes
        if namesake.name.casefold() == " ".join(name.split()).casefold()
    ]
    return same[0] if len(same) == 1 else None


def _taken_for(proposal: Proposal, choice: PersonChoice, one: Candidate) -> Proposal:
    """One person fits: taken for them, said, and remembered as an alias once accepted."""
    note = f"“{choice.name}” is taken to be {one.person.name}: {one.why.value}. It will be remembered."
    return replace(
        proposal,
        verdict=Verdict.CHANGED,
        found=replace(choice, person_id=one.person.id),
        changes=also_written(choice, (one.person.name, *one.person.aliases)),
        notes=(*proposal.notes, note),
        about_id=one.person.id,
    )


# Who cannot be one person -----------------------------------------------------------------------------------


def _days(found: FoundRegisters, everybody: Iterable[Identity]) -> dict[str, set[str]]:
    """By the key of a person, the days on which they stand on the document's rolls or deputise."""
    whose = member_keys(everybody)
    days: dict[str, set[str]] = {}
    for meeting in found.meetings:
        for mark in meeting.marks:
            keys = {whose.get(mark.member, ""), person_key(mark.deputy) if mark.deputy else ""} - {""}
            for key in keys:
                days.setdefault(key, set()).add(meeting.date)
    return days


def _kept_apart(
    proposals: Sequence[Proposal],
    days: Mapping[str, set[str]],
    kept: OfficeSide,
    *,
    chosen: Mapping[str, str | None],
) -> Iterator[Proposal]:
    """Names that were taken for somebody who stands at the same meetings by a better name are asked about."""
    known = {person.id: person for person in kept.people}
    meant: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        meant.setdefault(proposal.about_id, []).append(proposal)
    for proposal in proposals:
        person = known.get(proposal.about_id)
        rivals = meant[proposal.about_id]
        other = _better(proposal, person, rivals, days=days, chosen=chosen) if person else None
        choice = proposal.found
        if person is None or other is None or not isinstance(choice, PersonChoice):
            yield proposal
            continue
        like = match(choice.name, [person])
        why = like.why or like.candidates[0].why
        doubt = (
            f"“{choice.name}” is like {person.name} ({why.value}), but {other.title} is at the same meetings."
        )
        yield _asked(proposal, replace(choice, candidates=(Candidate(person, why, 100),)), doubt)


def _better(
    one: Proposal,
    person: Person,
    rivals: Sequence[Proposal],
    *,
    days: Mapping[str, set[str]],
    chosen: Mapping[str, str | None],
) -> Proposal | None:
    """Another name for the same person at the same meetings that says so at least as well."""

    def strength(proposal: Proposal) -> int:
        own = _name_key(proposal.key) == person_key(person.name)
        return 2 if proposal.key in chosen else int(own)

    if strength(one) == 2:
        return None
    others = (
        other
        for other in rivals
        if _name_key(other.key) != _name_key(one.key)
        and strength(other) >= strength(one)
        and days.get(one.key, set()) & days.get(other.key, set())
    )
    return next(others, None)


def _with_hints(
    proposals: Iterable[Proposal], days: Mapping[str, set[str]], *, chosen: Mapping[str, str | None]
) -> Iterator[Proposal]:
    """Somebody new whose name is like that of somebody else new in the document is said to be."""
    before = NameIndex()
    for proposal in proposals:
        if proposal.verdict is not Verdict.NEW:
            yield proposal
            continue
        like = () if proposal.key in chosen else _like_before(proposal, before, days)
        hints = tuple(_hint(proposal.title, candidate) for candidate in like)
        before.add(Person(proposal.key, proposal.title))
        choice = proposal.found
        if hints and isinstance(choice, PersonChoice):
            choice = replace(choice, candidates=(*choice.candidates, *like))
        yield replace(proposal, found=choice, notes=(*proposal.notes, *hints))


def _like_before(one: Proposal, before: NameIndex, days: Mapping[str, set[str]]) -> list[Candidate]:
    """A deputy may be any of them; of two members at one meeting neither is the other."""
    is_deputy = any("named as a deputy" in note for note in one.notes)
    return [
        candidate
        for candidate in match(one.title, before).candidates
        if is_deputy or not days.get(one.key, set()) & days.get(candidate.person.id, set())
    ]


def _hint(name: str, candidate: Candidate) -> str:
    return (
        f"“{name}” may be {candidate.person.name}, who is new in this document too: {candidate.why.value}. "
        "If so, say that it is the same person."
    )

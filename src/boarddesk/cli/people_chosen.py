"""`--person "NAME=WHO"` and `--role "NAME=ROLE"`: what is said of the people of a register."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.rules.imports.choices import PersonChoice, SeatChoice
from boarddesk.rules.imports.proposals import Proposal, Proposals, Verdict
from boarddesk.rules.names.spellings import name_parts
from boarddesk.rules.people import Person, Role
from boarddesk.rules.refused import Refused

NEW = "new"


def chosen_people(
    given: Sequence[str], proposals: Proposals, people: Sequence[Person]
) -> dict[str, str | None]:
    """By the key of the proposal, the person who is meant; None: somebody new."""
    chosen: dict[str, str | None] = {}
    for text in given:
        name, sign, who = (part.strip() for part in text.partition("="))
        if not sign or not name or not who:
            raise Refused(
                f'“{text}” is not NAME=WHO, such as --person "Jo Hale=Joanne Hale".', field="person"
            )
        proposal = _about(name, proposals)
        chosen[proposal.key] = None if who.casefold() == NEW else _meant(who, proposal, people)
    return chosen


def chosen_roles(given: Sequence[str], proposals: Proposals) -> dict[int, Role]:
    """By the place of the member in the document, the role of the seat."""
    chosen: dict[int, Role] = {}
    for text in given:
        name, sign, role = (part.strip() for part in text.partition("="))
        if not sign or role.casefold() not in set(Role):
            example = '--role "Jo Hale=adviser"'
            raise Refused(f"“{text}” is not NAME=ROLE, such as {example}.", field="role")
        person = _about(name, proposals).key
        for proposal in proposals.proposals:
            if isinstance(proposal.found, SeatChoice) and proposal.found.person_key == person:
                chosen[proposal.found.member] = Role(role.casefold())
    return chosen


def _about(name: str, proposals: Proposals) -> Proposal:
    """The proposal about a name: by its whole title, with the organisation in brackets, or the name."""
    about = [proposal for proposal in proposals.proposals if isinstance(proposal.found, PersonChoice)]
    found = [proposal for proposal in about if _same(proposal.title, name)]
    found = found or [
        proposal for proposal in about if name_parts(proposal.title).key == name_parts(name).key
    ]
    unclear = [proposal for proposal in found if proposal.verdict is Verdict.UNCLEAR]
    found = unclear if len(found) > 1 and len(unclear) == 1 else found
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(f"Nobody in the register is called “{name}”.", field="person")
    titles = ", ".join(f"“{proposal.title}”" for proposal in found)
    raise Refused(f"“{name}” is several people of the register: {titles}. Say which.", field="person")


def _meant(who: str, proposal: Proposal, people: Sequence[Person]) -> str:
    choice = proposal.found
    likely = list(choice.candidates) if isinstance(choice, PersonChoice) else []
    by_label = [candidate.person.id for candidate in likely if _same(candidate.label, who)]
    if len(by_label) == 1:
        return by_label[0]
    for known in ([candidate.person for candidate in likely], people):
        found = [person for person in known if _same(person.name, who)]
        found = found or [person for person in known if name_parts(person.name).key == name_parts(who).key]
        if len(found) == 1:
            return found[0].id
        if found:
            raise Refused(f"The office has several people called “{who}”. Give their id.", field="person")
    by_id = next((person.id for person in people if person.id == who), None)
    if by_id is None:
        raise Refused(f"Nobody is called “{who}”, in the office or in the register.", field="person")
    return by_id


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def how_to_choose(proposal: Proposal) -> list[str]:
    """How to answer who a name is, a line for each answer."""
    choice = proposal.found
    if not isinstance(choice, PersonChoice):
        return []
    labels = [candidate.label for candidate in choice.candidates]
    answers = [
        candidate.person.id if labels.count(candidate.label) > 1 else candidate.label
        for candidate in choice.candidates
    ]
    return [f'    --person "{proposal.title}={answer}"' for answer in (*answers, NEW)]

"""What of a plan's document the office would refuse: found while it is proposed, before anything is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from boarddesk.rules.characters import unkeepable
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundKpi, FoundMilestone
from boarddesk.rules.imports.proposals import Content, Proposal, ProposalKind, Verdict
from boarddesk.rules.names.likeness import bare

NO_ACTION = "no action stands under it"
NOTHING_TAKEN = "nothing that stands in it can be taken"
NUMBERED = {ProposalKind.AREA: "number", ProposalKind.ACTION: "ref"}
"""The kinds of which the office has one only under each number."""


def says_something(text: str) -> bool:
    """Whether a text has a letter or a figure: a bullet or a dash alone says nothing."""
    return any(letter.isalnum() for letter in text)


def with_refusals(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals of a plan once more, unclear where the office would refuse them, each with its own key.

    What stands under something unclear is unclear too. An area that is new and has no action is not ticked,
    nor is a new plan of which nothing else is.
    """
    plan, *parts = proposals
    judged = _Judged()
    for part in parts:
        judged.add(part)
    if parts and not any(part.ticked and part.can_be_taken for part in judged.parts):
        plan = replace(plan, ticked=plan.verdict is not Verdict.NEW, why_not=NOTHING_TAKEN)
    return [plan, *judged.parts]


@dataclass
class _Judged:
    """The parts of a plan so far, in the document's order: what stands under another comes after it.

    `called` is the key that a part has now by the one it was given last, `times` how often one was given,
    `claims` what has a number.
    """

    parts: list[Proposal] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    times: dict[str, int] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    claims: dict[tuple[ProposalKind, str, str], Proposal] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)

    def add(self, given: Proposal) -> None:
        """One more part."""
        key, within = self._own_key(given.key), self.called.get(given.within, "plan")
        is_so = (key, within) == (given.key, given.within)
        part = given if is_so else replace(given, key=key, within=within)
        if why := self._why_refused(part):
            self.unclear.add(part.key)
            part = replace(part, verdict=Verdict.UNCLEAR, changes=(), ticked=False, why_not=why)
        elif part.verdict is Verdict.NEW and isinstance(part.found, FoundArea) and _is_empty(part.found):
            part = replace(part, ticked=False, why_not=NO_ACTION)
        self.parts.append(part)

    def _own_key(self, given: str) -> str:
        key, times = given, self.times.get(given, 1)
        while key in self.keys:
            times += 1
            key = f"{given} ({times})"
        self.times[given] = times
        self.keys.add(key)
        self.called[given] = key
        return key

    def _why_refused(self, part: Proposal) -> str:
        if part.within in self.unclear:
            return "it stands under something that cannot be taken"
        if part.kind in NUMBERED:
            first = self.claims.setdefault((part.kind, part.within, bare(part.ref)), part)
            if first.found is not part.found:
                number = f"{NUMBERED[part.kind]} {part.ref}"
                return f"{number} stands already at {first.place}; give it one of its own"
        return next(_refused(part), "")


def _is_empty(area: FoundArea) -> bool:
    return not area.actions and not area.kpis


def _refused(part: Proposal) -> Iterator[str]:
    """Why the office would refuse a part for what it says itself."""
    found = part.found
    if part.kind in NUMBERED and not part.ref.strip():
        yield f"it has no {NUMBERED[part.kind]}"
    if part.verdict is Verdict.NEW and not says_something(_words(found)):
        yield "no words say what it is"
    if part.verdict is not Verdict.SAME:
        signs = (sign for text in _texts(found) if (sign := unkeepable(text)))
        yield from (f"it holds a character that cannot be kept ({sign}); delete that there" for sign in signs)


def _words(found: Content) -> str:
    """The words without which there is nothing to take."""
    if isinstance(found, FoundArea):
        return f"{found.title}{found.number}"
    if isinstance(found, FoundAction | FoundMilestone):
        return found.text
    return found.wording if isinstance(found, FoundKpi) else ""


def _texts(found: Content) -> tuple[str, ...]:
    """Everything of it that the office keeps in the document's words."""
    if isinstance(found, FoundArea):
        own = (found.number, found.title, found.outcome, found.weakness, found.project_team)
        return (*own, *found.leads)
    if isinstance(found, FoundAction):
        own = (found.ref, found.text, found.accountable, found.success_measure, found.progress)
        return (*own, found.by_when.as_written, *found.owners, *found.evidence)
    if isinstance(found, FoundMilestone):
        return (found.text, found.owner, found.by_when.as_written)
    return (found.ref, found.wording) if isinstance(found, FoundKpi) else ()

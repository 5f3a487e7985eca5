"""What an import proposes: what was found, held against what the office has.

Importing finds (`contents.py`); the office's records say what is there; comparing gives each proposal its
verdict; the person accepts; `records/imports/` applies what was accepted as one change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from boarddesk.rules.imports.choices import MarkChoice, MeetingChoice, PersonChoice, SeatChoice
from boarddesk.rules.imports.contents import (
    FoundAction,
    FoundArea,
    FoundKpi,
    FoundMilestone,
    FoundPlan,
    Leftover,
    SourceTable,
    What,
)
from boarddesk.rules.imports.risks.contents import FoundIssue, FoundMatrix, FoundRisk


class Verdict(StrEnum):
    """What accepting a proposal would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNCLEAR = "unclear"


class ProposalKind(StrEnum):
    """What a proposal would put into the office, in the order they are counted."""

    PLAN = "plan"
    AREA = "area"
    ACTION = "action"
    MILESTONE = "milestone"
    KPI = "kpi"
    PERSON = "person"
    SEAT = "seat"
    MEETING = "meeting"
    MARK = "mark"
    MATRIX = "matrix"
    RISK = "risk"
    ISSUE = "issue"


Content = (
    FoundPlan
    | FoundArea
    | FoundAction
    | FoundMilestone
    | FoundKpi
    | PersonChoice
    | SeatChoice
    | MeetingChoice
    | MarkChoice
    | FoundMatrix
    | FoundRisk
    | FoundIssue
)
"""What a proposal would put into the office."""


@dataclass(frozen=True)
class FieldChange:
    """A field with what the office holds and what the document says, in words."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Proposal:
    """One thing a person can accept.

    `key` is its own within the import; `ticked` is whether it is accepted unless the person says otherwise,
    `why_not` says why not.
    `about_id` is the office's own row it would change, `within` the key of the proposal it belongs under.
    `waits` is whether it can only be taken once it is clear who somebody is: until then it is not taken.
    """

    kind: ProposalKind
    key: str
    ref: str
    title: str
    verdict: Verdict
    place: str
    found: Content
    changes: tuple[FieldChange, ...] = ()
    notes: tuple[str, ...] = ()
    ticked: bool = True
    why_not: str = ""
    about_id: str = ""
    within: str = ""
    waits: bool = False

    @property
    def can_be_taken(self) -> bool:
        """Whether accepting it would do something."""
        return self.verdict in (Verdict.NEW, Verdict.CHANGED) and not self.waits

    @property
    def is_taken_over(self) -> bool:
        """Whether it is a seat handed from one holder to the next, which is counted as one seat."""
        return isinstance(self.found, SeatChoice) and self.found.after is not None


@dataclass(frozen=True)
class Proposals:
    """All that an import proposes, in the document's order, with what was not understood."""

    source: str
    what: What
    tables: tuple[SourceTable, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    leftovers: tuple[Leftover, ...] = field(default=())

    def count_of(self, verdict: Verdict) -> int:
        """How many proposals have that verdict."""
        return sum(proposal.verdict is verdict and not proposal.waits for proposal in self.proposals)

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """Those that hang on somebody of whom it is not clear yet who that is."""
        return tuple(proposal for proposal in self.proposals if proposal.waits)

"""What importing finds in a document: values as they stand there, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boarddesk.rules.dates.deadlines import ByWhen
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme


class What(StrEnum):
    """What a document is brought in as; the value is what a table of it looks like."""

    PLAN = "plan"
    ATTENDANCE = "attendance"
    RISKS = "risks"


@dataclass(frozen=True)
class Leftover:
    """Something that could not be understood: where it stood, what it said and why it was not taken."""

    place: str
    text: str
    why: str


@dataclass(frozen=True)
class SourceTable:
    """A table of the source: what it looks like (plan, attendance, unknown …) and which column is what.

    `why` is the evidence for it in a few words, `sure` whether nothing speaks against it.
    """

    index: int
    looks_like: str
    rows: int
    columns: tuple[tuple[str, str], ...] = ()
    unmatched_columns: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    why: str = ""
    sure: bool = True


# A plan ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FoundMilestone:
    """A step found under an action."""

    text: str
    by_when: ByWhen
    owner: str = ""
    done: bool = False
    place: str = ""


@dataclass(frozen=True)
class FoundAction:
    """An action found in a plan; status is a status label of the plan's scheme, '' where none was found.

    `ref_given` is whether the ref stands so in the document; one made up for it says nothing of which it is.
    """

    ref: str
    text: str
    by_when: ByWhen
    place: str
    owners: tuple[str, ...] = ()
    accountable: str = ""
    success_measure: str = ""
    status: str = ""
    status_from: str = "none"  # shading, word or none
    progress: str = ""
    evidence: tuple[str, ...] = ()
    milestones: tuple[FoundMilestone, ...] = ()
    notes: tuple[str, ...] = ()
    source_cells: tuple[tuple[str, str], ...] = ()  # heading and text as they stand in the document
    ref_given: bool = True


@dataclass(frozen=True)
class FoundKpi:
    """A measure of impact found beside an action: kept in words."""

    ref: str
    wording: str
    place: str
    area_number: str
    action_ref: str = ""


@dataclass(frozen=True)
class FoundArea:
    """An area found in a plan, with its actions in the document's order.

    `why` is what names it there, `doubt` what speaks against it, `headings` the lines that name it, word for
    word.
    """

    number: str
    title: str
    place: str
    outcome: str = ""
    weakness: str = ""
    leads: tuple[str, ...] = ()
    actions: tuple[FoundAction, ...] = ()
    kpis: tuple[FoundKpi, ...] = ()
    project_team: str = ""
    number_given: bool = True
    why: str = ""
    doubt: str = ""
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundHeading:
    """A heading of a plan's document that is not taken for an area, and why not."""

    text: str
    place: str
    why: str


@dataclass(frozen=True)
class FoundPlan:
    """Everything found in a plan document.

    Its statuses are those of `scheme`; `key` is what the document says of them, empty where it says nothing,
    and `meanings` are its words for each status, by label.
    """

    source: str
    title: str = ""
    tables: tuple[SourceTable, ...] = ()
    areas: tuple[FoundArea, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    scheme: Scheme = IMPROVEMENT_PLAN
    key: str = ""
    headings: tuple[FoundHeading, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()


# A register --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FoundMember:
    """A row of an attendance matrix: a person with what the register says of the seat; no name: it is vacant.

    `role_given` is whether the document says the role; else everybody is taken for a member. `expected` and
    `for_quorum` are given only where the document says so; else they are as usual for the role. `spellings`
    are the other ways in which the document writes the name, `namesake` counts others of the name before,
    `sector_given` is whether the document says the sector; else it is proposed from the organisation's name.
    """

    name: str
    place: str
    organisation: str = ""
    role: Role = Role.MEMBER
    sector: Sector | None = None
    seat_title: str = ""
    role_given: bool = True
    expected: bool | None = None
    for_quorum: bool | None = None
    notes: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    namesake: int = 0
    sector_given: bool = True

    @property
    def is_expected(self) -> bool:
        """Whether the seat is expected, as said or as usual."""
        return self.role.expected_by_default if self.expected is None else self.expected

    @property
    def counts_for_quorum(self) -> bool:
        """Whether the seat counts for quorum, as said or as usual."""
        return self.role.counts_for_quorum_by_default if self.for_quorum is None else self.for_quorum


@dataclass(frozen=True)
class FoundMark:
    """One cell: mark None is not recorded; deputy as written where the cell names one."""

    member: int  # index into FoundRegisters.members
    mark: Mark | None
    deputy: str = ""
    place: str = ""
    note: str = ""  # a remark beside the mark
    reason: str = ""  # of apologies
    part_from: str = ""  # an item or a time, as rules/registers/parts.py keeps them
    part_to: str = ""


@dataclass(frozen=True)
class FoundMeeting:
    """One date of the matrix with its marks; no marks at all is a planned meeting.

    A member without an entry in `marks` was not on that roll. `said` is the state the heading names where it
    is not what the marks say, `left_open` whether it says that the register is open though all is recorded,
    `to_come` who is expected at a meeting without a register; `notes` how it was understood where it does not
    stand there plainly.
    """

    date: str  # ISO
    cancelled: bool = False
    place: str = ""
    marks: tuple[FoundMark, ...] = ()
    time: str = ""
    said: MeetingState | None = None
    left_open: bool = False
    to_come: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def on_roll(self) -> frozenset[int]:
        """The members on its roll, stored or as it would be."""
        return frozenset(mark.member for mark in self.marks) | frozenset(self.to_come)


@dataclass(frozen=True)
class FoundRegisters:
    """Everything found in an attendance workbook.

    `own` is whether it is one of ours, which says itself where two people have one name.
    """

    source: str
    tables: tuple[SourceTable, ...] = ()
    members: tuple[FoundMember, ...] = ()
    meetings: tuple[FoundMeeting, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    own: bool = False

"""What an import proposes, row by row, and what to do first once it is taken: for people to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boarddesk.cli.listing.subject import joined
from boarddesk.cli.terminal import say, table
from boarddesk.rules.imports.choices import MeetingChoice, SeatChoice
from boarddesk.rules.imports.contents import FoundAction, FoundMilestone, What
from boarddesk.rules.imports.first_steps import FirstStep
from boarddesk.rules.imports.proposals import Proposal, ProposalKind, Proposals
from boarddesk.rules.imports.risks.contents import FoundIssue, FoundRisk
from boarddesk.rules.imports.risks.proposals import found_scores
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.risks.risk import ScoreKind
from boarddesk.rules.wording import count_in_figures

CELLS = ProposalKind.MARK
"""A register has one for each person and meeting: they are counted, and `--json` lists them."""


def every_row(proposals: Proposals) -> str:
    """A table of everything proposed, with the place in the document it is read from."""
    shown = [proposal for proposal in proposals.proposals if proposal.kind is not CELLS]
    columns = COLUMNS[proposals.what]
    cells = len(proposals.proposals) - len(shown)
    more = f"\nand {count_in_figures(cells, CELLS)}; --json lists them all" if cells else ""
    rows = [tuple(show(proposal) for show in columns.values()) for proposal in shown]
    return f"{table(tuple(columns), rows)}{more}{_marks_as_read(proposals)}" if shown else ""


Show = Callable[[Proposal], str]
REGISTER: dict[str, Show] = {
    "": lambda proposal: proposal.verdict,
    "Kind": lambda proposal: proposal.kind,
    "What": lambda proposal: proposal.title,
    "From": lambda proposal: proposal.place,
}
PLAN: dict[str, Show] = {
    "": lambda proposal: proposal.verdict,
    "Kind": lambda proposal: proposal.kind,
    "Ref": lambda proposal: proposal.ref,
    "What": lambda proposal: proposal.title,
    "Status": lambda proposal: _status(proposal.found) if isinstance(proposal.found, FoundAction) else "",
    "By when": lambda proposal: _by_when(proposal.found),
    "Owners": lambda proposal: _owners_of(proposal.found),
    "From": lambda proposal: proposal.place,
}
RISKS: dict[str, Show] = {
    "": lambda proposal: proposal.verdict,
    "Kind": lambda proposal: proposal.kind,
    "Ref": lambda proposal: proposal.ref,
    "What": lambda proposal: proposal.title,
    "Owner": lambda proposal: _owners_of(proposal.found),
    "Inherent": lambda proposal: _score(proposal.found, ScoreKind.INHERENT),
    "Current": lambda proposal: _score(proposal.found, ScoreKind.CURRENT),
    "Target": lambda proposal: _score(proposal.found, ScoreKind.TARGET),
    "From": lambda proposal: proposal.place,
}
COLUMNS = {What.PLAN: PLAN, What.ATTENDANCE: REGISTER, What.RISKS: RISKS}


def _score(found: object, kind: ScoreKind) -> str:
    score = found_scores(found)[kind] if isinstance(found, FoundRisk) else None
    return score.shown if score else ""


def _by_when(found: object) -> str:
    if not isinstance(found, FoundAction | FoundMilestone) or not found.by_when.as_written:
        return ""
    return found.by_when.in_full


def _owners_of(found: object) -> str:
    if isinstance(found, FoundAction | FoundRisk | FoundIssue):
        return joined(found.owners)
    return found.owner if isinstance(found, FoundMilestone) else ""


def _marks_as_read(proposals: Proposals) -> str:
    """Everybody's letters, one for each meeting with a roll."""
    found = [proposal.found for proposal in proposals.proposals if isinstance(proposal.found, MeetingChoice)]
    meetings = [{mark.member: mark.mark for mark in choice.marks} for choice in found if choice.marks]
    seats = [proposal for proposal in proposals.proposals if isinstance(proposal.found, SeatChoice)]
    if not meetings or not seats:
        return ""
    rows = [
        (seat.title, " ".join(_letter(meeting, at) for meeting in meetings)) for at, seat in enumerate(seats)
    ]
    said = "one letter for each meeting with marks, by date; ? not recorded, . not on the roll"
    return f"\n\n{table(('Seat', 'Marks'), rows)}\n({said})"


def _letter(meeting: dict[int, Mark | None], member: int) -> str:
    mark = meeting.get(member)
    return mark.value if mark else "?" if member in meeting else "."


def _status(found: FoundAction) -> str:
    """With where it was read: a colour may mean something else to the one who chose it."""
    where = {"shading": " (by its colour)", "word": " (as written)"}.get(found.status_from, "")
    return f"{found.status}{where}" if found.status else "–"


def say_first(steps: Sequence[FirstStep]) -> None:
    """What to do first, a line each."""
    if steps:
        say("\nTo do first:")
    for step in steps:
        say(f"  {step.sentence}")

"""What an import proposes, row by row, and what is still to do once it is taken: for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boarddesk.cli.listing.subject import joined
from boarddesk.cli.terminal import counted, table
from boarddesk.rules.proposals import FoundAction, FoundMilestone, Proposal, Proposals

CELLS = "mark"
"""A register has one for each person and meeting: they are counted, and `--json` lists them."""


def every_row(proposals: Proposals) -> str:
    """A table of everything proposed, with the place in the document it is read from."""
    shown = [one for one in proposals.proposals if one.kind != CELLS]
    headings = ("", "Kind", "Ref", "What", "Status", "By when", "Owners", "From")
    cells = len(proposals.proposals) - len(shown)
    more = f"\nand {counted(cells, CELLS)}; --json lists them all" if cells else ""
    return f"{table(headings, [_row(one) for one in shown])}{more}" if shown else ""


def _row(one: Proposal) -> tuple[str, ...]:
    found = one.found
    status = by_when = owners = ""
    if isinstance(found, FoundAction):
        status, by_when, owners = _status(found), found.by_when.as_written, joined(found.owners)
    elif isinstance(found, FoundMilestone):
        by_when, owners = found.by_when.as_written, found.owner
    return (one.verdict, one.kind, one.ref, one.title, status, by_when, owners, one.place)


def _status(found: FoundAction) -> str:
    """With where it was read: a colour may mean something else to the one who chose it."""
    where = {"shading": " (by its colour)", "word": " (as written)"}.get(found.status_from, "")
    return f"{found.status}{where}" if found.status else "–"


def still_to_do(proposals: Proposals, *, new_board: str, boards: int, people: int) -> Iterator[str]:
    """What an import leaves to a person: a new board to name, a plan without one, owners to add."""
    if new_board:
        yield f"A board “{new_board}” was made. Give it its full name on the page People."
    if not boards:
        yield "There is no board yet: make one on the page People, or name it with --board when importing."
    owners = _owners(proposals.proposals)
    if owners and not people:
        who = "is only a name" if len(owners) == 1 else "are only names"
        yield f"The {counted(len(owners), 'owner')} the plan names {who} so far: add them on the page People."


def _owners(proposals: Sequence[Proposal]) -> set[str]:
    return {
        owner
        for one in proposals
        if isinstance(one.found, FoundAction) and one.ticked
        for owner in one.found.owners
    }

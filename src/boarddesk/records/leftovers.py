"""What an import could not understand: kept with its place until somebody settles it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.reading import day
from boarddesk.rules.characters import keepable
from boarddesk.rules.imports.contents import Leftover
from boarddesk.rules.imports.proposals import Proposal, Proposals, Verdict


@dataclass(frozen=True)
class KeptLeftover:
    """A leftover as the office keeps it."""

    id: str
    source: str
    leftover: Leftover
    imported_on: date
    settled_on: date | None = None


def leftovers(file: OfficeFile, *, still_open: bool = True) -> tuple[KeptLeftover, ...]:
    """What is left of all imports, oldest first."""
    rows = file.rows("SELECT * FROM import_leftover ORDER BY imported_on, source, rowid")
    kept = tuple(
        KeptLeftover(
            row["id"],
            row["source"],
            Leftover(row["place"], row["text"], row["why"]),
            date.fromisoformat(row["imported_on"]),
            day(row["settled_on"]),
        )
        for row in rows
    )
    return tuple(leftover for leftover in kept if not (still_open and leftover.settled_on))


def settle(file: OfficeFile, leftover_id: str, *, settled_on: date | None) -> None:
    """Say that a leftover is dealt with; None takes that back."""
    with file.change("Settle what was left of an import") as change:
        change.update("import_leftover", leftover_id, settled_on=settled_on)


def new_leftovers(file: OfficeFile, source: str, found: Iterable[Leftover]) -> tuple[Leftover, ...]:
    """Those the office does not keep from this source already, settled or not."""
    rows = file.rows("SELECT place, text FROM import_leftover WHERE source = ?", (source,))
    known = {(row["place"], row["text"]) for row in rows}
    return tuple(
        dict.fromkeys(
            leftover for leftover in found if (leftover.place, keepable(leftover.text)) not in known
        )
    )


def not_taken(proposals: Proposals, taken: Collection[Proposal]) -> list[Leftover]:
    """What is not clear, and what was doubted and is not taken; what only waits is asked about once."""
    keys = {proposal.key for proposal in taken}
    return [
        Leftover(proposal.place, proposal.title, proposal.why_not or "not clear enough to take")
        for proposal in proposals.proposals
        if (proposal.verdict is Verdict.UNCLEAR or proposal.why_not)
        and not proposal.waits
        and proposal.key not in keys
    ]


def keep_leftovers(change: Change, source: str, found: Iterable[Leftover], *, today: date) -> None:
    """Keep what could not be understood."""
    for leftover in found:
        change.insert(
            "import_leftover",
            source=source,
            place=leftover.place,
            text=keepable(leftover.text),
            why=leftover.why,
            imported_on=today,
        )

"""What an import proposes, for programs: the contract of `import … --json`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from boarddesk.cli.listing.subject import by_when_document
from boarddesk.rules.dates.deadlines import ByWhen
from boarddesk.rules.imports.choices import MarkChoice, MeetingChoice, PersonChoice, SeatChoice
from boarddesk.rules.imports.contents import FoundPlan, Leftover
from boarddesk.rules.imports.first_steps import FirstStep
from boarddesk.rules.imports.proposals import Proposal, Proposals
from boarddesk.rules.imports.risks.contents import FoundScore

APART = frozenset(
    {"place", "notes", "source_cells", "areas", "actions", "kpis", "milestones", "tables", "leftovers"}
    | {"scheme", "headings", "key", "meanings"}
)
"""Fields of what was found that stand elsewhere in the document."""


def document(proposals: Proposals, steps: Iterable[FirstStep] = (), *, written: bool) -> dict[str, object]:
    """The contract of `--json`; keys are only ever added."""
    return {
        "source": proposals.source,
        "tables": [
            {
                "index": table.index,
                "looks_like": table.looks_like,
                "rows": table.rows,
                "columns": dict(table.columns),
                "unmatched_columns": table.unmatched_columns,
                "headings": table.headings,
                "why": table.why,
                "sure": table.sure,
            }
            for table in proposals.tables
        ],
        "proposals": [_proposal(proposal) for proposal in proposals.proposals],
        "not_understood": [_leftover(leftover) for leftover in proposals.leftovers],
        "written": written,
        "first": [{"says": step.sentence, "count": step.count, "page": step.page} for step in steps],
        **(_plan(plans[0]) if (plans := plans_in(proposals)) else {}),
    }


def _plan(found: FoundPlan) -> dict[str, object]:
    """The scheme with what the document's own key says, and its headings that are no areas."""
    statuses = [
        {"label": status.label, "letter": status.letter, "is_a": status.is_a, "meaning": status.meaning}
        for status in found.scheme.statuses
    ]
    return {
        "scheme": {"name": found.scheme.name, "statuses": statuses, "key": found.key},
        "headings": [
            {"text": heading.text, "from": heading.place, "why": heading.why} for heading in found.headings
        ],
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {
        "kind": proposal.kind,
        "ref": proposal.ref,
        "title": proposal.title,
        "verdict": proposal.verdict,
        "from": proposal.place,
        "values": values(proposal.found),
        "changes": {change.field: {"old": change.old, "new": change.new} for change in proposal.changes},
        "notes": proposal.notes,
        "ticked": proposal.ticked,
        "why_not": proposal.why_not,
    }


def _leftover(leftover: Leftover) -> dict[str, str]:
    return {"from": leftover.place, "text": leftover.text, "why": leftover.why}


def values(found: object) -> dict[str, object]:
    """The fields of what was found, by name; a date with what it is understood to be."""
    if isinstance(found, PersonChoice | SeatChoice | MeetingChoice | MarkChoice):
        return found.values
    if not dataclasses.is_dataclass(found):
        return {}
    names = [field.name for field in dataclasses.fields(found) if field.name not in APART]
    said = {name: _value(getattr(found, name)) for name in names}
    return said | ({"score": found.product} if isinstance(found, FoundScore) else {})


def _value(value: object) -> object:
    if isinstance(value, ByWhen):
        return by_when_document(value)
    if dataclasses.is_dataclass(value):
        return values(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value


def plans_in(proposals: Proposals) -> list[FoundPlan]:
    """The plan's document, where the proposals are those of one."""
    return [one.found for one in proposals.proposals if isinstance(one.found, FoundPlan)]

"""Decisions, actions and challenges as they stand in the text: the word, the ref, what, and the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.refs import CalledRecord, record_of
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.dates.due import Due
from boarddesk.rules.decisions import Bearing, Decision
from boarddesk.rules.minutes.block import Block, BlockKind
from boarddesk.rules.plan.questions import ChallengeWithRef
from boarddesk.rules.wording import listed
from boarddesk.ui.meetings.minutes.row_drawing import RowInText
from boarddesk.ui.meetings.minutes.shown import ShownMinutes

BETWEEN = " · "


Minuted = Decision | BoardAction | ChallengeWithRef
"""What may stand in a text as a row."""


def rows_in_text(file: OfficeFile, shown: ShownMinutes, blocks: Iterable[Block]) -> dict[str, RowInText]:
    """What each row among the blocks shows, by the id of its record."""
    found: dict[str, RowInText] = {}
    for block in blocks:
        record = shown.record(block.kind, block.record_id) if block.kind.is_row else None
        if record is not None:
            found[block.record_id] = row_of(file, record)
    return found


def row_of(file: OfficeFile, record: Minuted) -> RowInText:
    """One row: the word and the ref, what, and the facts under it."""
    if isinstance(record, Decision):
        return _decision(file, record)
    return _action(record) if isinstance(record, BoardAction) else _challenge(file, record)


def bears_on(file: OfficeFile, bearing: Bearing) -> CalledRecord | None:
    """What of the plan a decision is about, the first of action, KPI and risk."""
    ids = (("action", bearing.action_id), ("kpi", bearing.kpi_id), ("risk", bearing.risk_id))
    return next((record_of(file, kind, of) for kind, of in ids if of), None)


def _decision(file: OfficeFile, made: Decision) -> RowInText:
    about = bears_on(file, made.bearing)
    facts = [_linked(about)] if about else []
    if made.bearing.effect:
        facts.append(made.bearing.effect)
    if made.awaits_ratification:
        facts.append("to be ratified")
    return RowInText("Decision", made.ref, f"{made.verb.capitalize()}:", made.text, BETWEEN.join(facts))


def _linked(about: CalledRecord) -> str:
    before = "plan " if about.kind == "action" else ""
    return f"{before}{about.named}"


def _action(action: BoardAction) -> RowInText:
    return RowInText("Action", action.ref, "", action.text, BETWEEN.join(_facts_of_action(action)))


def _facts_of_action(action: BoardAction) -> Iterator[str]:
    names = [held.owner.name for held in action.held_by if held.owner.name]
    yield listed(names) or "no owner"
    when = Due(action.due_as_written, action.due).words
    yield f"due {when}" if when else "no date"
    if action.is_for is not None:
        yield f"plan {action.is_for.ref}" if action.is_for.kind == "action" else action.is_for.ref
    if action.done_on:
        yield "done"
    elif action.withdrawn_on:
        yield "withdrawn"


def _challenge(file: OfficeFile, asked: ChallengeWithRef) -> RowInText:
    about = record_of(file, asked.about, asked.about_id)
    who = asked.challenge.asked_by
    if asked.challenge.relayed_by:
        who = f"{who}, brought by {asked.challenge.relayed_by}" if who else asked.challenge.relayed_by
    facts = [who, f"to {about.named}" if about else f"to {asked.ref}", asked.challenge.state]
    return RowInText(
        "Challenge", asked.challenge.ref, "", asked.challenge.text, BETWEEN.join(filter(None, facts))
    )


def counted(blocks: Iterable[Block]) -> str:
    """`1 decision, 2 actions, 1 challenge`; empty where no row stands in the text."""
    kinds = [block.kind for block in blocks]
    return ", ".join(
        f"{many} {kind}{'' if many == 1 else 's'}"
        for kind in (BlockKind.DECISION, BlockKind.ACTION, BlockKind.CHALLENGE)
        if (many := kinds.count(kind))
    )

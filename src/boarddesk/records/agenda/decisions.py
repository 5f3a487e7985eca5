"""Decisions: made at a meeting or between two, numbered in the board's year, ratified at a later meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date

from boarddesk.records.boards import board
from boarddesk.records.dates.by_when import understood_in
from boarddesk.records.dates.citing import action_dated, cited_by, is_declared_complete, settle_date
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.numbers import next_number
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.decisions import (
    NO_BEARING,
    Bearing,
    Decision,
    DecisionPath,
    Effect,
    Verb,
    check_between,
    check_deciding,
    check_ratifying,
    check_replacing,
    last_decision,
)
from boarddesk.rules.meetings.meeting import board_year, year_label
from boarddesk.rules.plan.citations import agreed_date, check_bearing, ending
from boarddesk.rules.refused import Refused

GONE = "That decision is no longer there."

_READ = """
SELECT d.*, i.title AS item_title, (d.to_ratify OR coalesce(m.state, '') = 'inquorate') AS waits,
act.ref AS action_ref, k.ref AS kpi_ref, r.ref AS risk_ref,
(SELECT group_concat(id) FROM (SELECT id FROM decision WHERE replaces_id = d.id ORDER BY made_on, number))
  AS successors
FROM decision d LEFT JOIN agenda_item i ON i.id = d.item_id LEFT JOIN meeting m ON m.id = d.meeting_id
LEFT JOIN action act ON act.id = d.action_id LEFT JOIN kpi k ON k.id = d.kpi_id
LEFT JOIN risk r ON r.id = d.risk_id
"""
_LINEAGE = """
WITH RECURSIVE came(item_id, ancestor) AS (
  SELECT id, id FROM agenda_item WHERE meeting_id = :meeting
  UNION SELECT came.item_id, i.from_item_id FROM came JOIN agenda_item i ON i.id = came.ancestor
  WHERE i.from_item_id IS NOT NULL)
SELECT item_id, ancestor FROM came
"""


def decisions(
    file: OfficeFile, board_id: str | None = None, *, meeting_id: str | None = None
) -> tuple[Decision, ...]:
    """Every decision, or those of one board or one meeting, the newest first."""
    rows = file.rows(
        f"{_READ} JOIN board b ON b.id = d.board_id WHERE (:board IS NULL OR d.board_id = :board)"
        " AND (:meeting IS NULL OR d.meeting_id = :meeting)"
        " ORDER BY d.made_on DESC, b.position, d.number DESC, d.id",
        {"board": board_id, "meeting": meeting_id},
    )
    return tuple(_decision(row) for row in rows)


def decision(file: OfficeFile, decision_id: str) -> Decision:
    """One decision; refused when it is no longer there."""
    return _decision(one(file.row(f"{_READ} WHERE d.id = ?", (decision_id,)), GONE))


def awaiting_ratification(file: OfficeFile, board_id: str) -> tuple[Decision, ...]:
    """What a later meeting of the board has still to ratify, the oldest first."""
    waiting = [known for known in decisions(file, board_id) if known.awaits_ratification]
    return tuple(reversed(waiting))


def last_decisions(file: OfficeFile, meeting_id: str) -> Mapping[str, Decision]:
    """For each item of a meeting the last decision on it, where there was one: item id → decision.

    It is the one that brought the item there, or one on an item it was carried forward from, or on one of the
    same title before.
    """
    at = meeting(file, meeting_id)
    lineage = gathered(
        (row["item_id"], row["ancestor"]) for row in file.rows(_LINEAGE, {"meeting": meeting_id})
    )
    made = decisions(file, at.board_id)
    by_id = {known.id: known for known in made}
    items = file.rows(
        "SELECT id, title, from_decision_id FROM agenda_item WHERE meeting_id = ?", (meeting_id,)
    )
    found = {
        item["id"]: by_id.get(item["from_decision_id"] or "")
        or last_decision(made, lineage=lineage[item["id"]], title=item["title"], before=at.date)
        for item in items
    }
    return {item_id: last for item_id, last in found.items() if last is not None}


def decide(
    file: OfficeFile,
    meeting_id: str,
    *,
    text: str,
    verb: Verb = Verb.AGREED,
    item_id: str | None = None,
    bearing: Bearing = NO_BEARING,
) -> str:
    """A decision of a meeting, on an item of its agenda or on none; it is of the meeting's day."""
    at = meeting(file, meeting_id)
    check_deciding(at)
    about = {"verb": verb, "meeting_id": meeting_id, "item_id": item_id}
    return _add(file, at.board_id, text, made_on=at.date, bearing=bearing, **about)


def decide_between(
    file: OfficeFile,
    board_id: str,
    *,
    text: str,
    made_on: date,
    how: DecisionPath,
    by_whom: str,
    verb: Verb = Verb.AGREED,
    to_ratify: bool = True,
    bearing: Bearing = NO_BEARING,
) -> str:
    """A decision between meetings: by chair's action or by email, with who made it."""
    check_between(how, by_whom)
    about = {"verb": verb, "how": how, "by_whom": by_whom.strip(), "to_ratify": to_ratify}
    return _add(file, board_id, text, made_on=made_on, bearing=bearing, **about)


def _add(
    file: OfficeFile, board_id: str, text: str, *, made_on: date, bearing: Bearing, **fields: object
) -> str:
    """The number is the one after the highest the board gave in its year."""
    _check_text(text)
    first, last = board_year(made_on, board(file, board_id).year_start)
    number = next_number(file, "decision", board_id, first=first, last=last)
    _check_replacing(file, bearing, board_id=board_id, made_on=made_on)
    with _settling(file, f"Add decision D-{number:03}", bearing) as change:
        return change.insert(
            "decision",
            board_id=board_id,
            number=number,
            text=text.strip(),
            made_on=made_on,
            **_bearing_fields(file, bearing),
            **fields,
        )


@contextmanager
def _settling(file: OfficeFile, label: str, *bearings: Bearing) -> Iterator[Change]:
    """A change of decisions: the actions they are about then have the date that is agreed."""
    actions = {bearing.action_id for bearing in bearings if bearing.action_id}
    for replaced in {bearing.replaces_id for bearing in bearings if bearing.replaces_id}:
        actions |= {decision(file, replaced).bearing.action_id or ""} - {""}
    stood = {action_id: agreed_date(cited_by(file, action_id)) for action_id in actions}
    with file.change(label) as change:
        yield change
        for action_id in sorted(actions):
            settle_date(file, change, action_id, stood=stood[action_id])


def _bearing_fields(file: OfficeFile, bearing: Bearing, *, of: str = "") -> dict[str, object]:
    """The columns, once the rules say that the effect can be had; `of` is the decision whose they are."""
    if bearing.effect is not None:
        _check_effect(file, bearing, of=of)
    agreed = bearing.agreed_by_when.strip() if bearing.effect is Effect.NEW_DATE else ""
    return asdict(bearing) | {"effect": bearing.effect or "", "agreed_by_when": agreed}


def _check_effect(file: OfficeFile, bearing: Bearing, *, of: str) -> None:
    action_id = bearing.action_id or ""
    row = action_dated(file, action_id)
    others = [each for each in cited_by(file, action_id) if each.decision_id not in (of, bearing.replaces_id)]
    check_bearing(
        bearing,
        ref=row["ref"] if row else "",
        ended=ending(others),
        is_complete=is_declared_complete(file, action_id),
        agreed=understood_in(file, row["plan_id"], bearing.agreed_by_when.strip()) if row else None,
    )


def _check_replacing(
    file: OfficeFile, bearing: Bearing, *, board_id: str, made_on: date, of: str = ""
) -> None:
    if bearing.replaces_id:
        check_replacing(decision(file, bearing.replaces_id), board_id=board_id, made_on=made_on, of=of)


def change_decision(
    file: OfficeFile,
    decision_id: str,
    *,
    text: str | None = None,
    verb: Verb | None = None,
    made_on: date | None = None,
    by_whom: str | None = None,
    how: DecisionPath | None = None,
    to_ratify: bool | None = None,
    bearing: Bearing | None = None,
) -> None:
    """Change what was given; day, path and who are those of a decision between meetings. The number stays."""
    known = decision(file, decision_id)
    fields: dict[str, object] = {}
    if text is not None:
        _check_text(text)
        fields["text"] = text.strip()
    if verb is not None:
        fields["verb"] = verb
    if to_ratify is not None:
        fields["to_ratify"] = to_ratify
    if bearing is not None:
        _check_replacing(
            file, bearing, board_id=known.board_id, made_on=made_on or known.made_on, of=known.id
        )
        fields |= _bearing_fields(file, bearing, of=known.id)
    if known.how is not DecisionPath.MEETING:
        check_between(how or known.how, known.by_whom if by_whom is None else by_whom)
        _check_year(file, known, made_on or known.made_on)
        fields |= {
            "how": how or known.how,
            "made_on": made_on or known.made_on,
            "by_whom": known.by_whom if by_whom is None else by_whom.strip(),
        }
    with _settling(file, f"Change decision {known.ref}", known.bearing, bearing or NO_BEARING) as change:
        change.update("decision", decision_id, **fields)


def ratify(file: OfficeFile, decision_id: str, meeting_id: str) -> None:
    """A later meeting ratified it, on that meeting's day."""
    known, at = decision(file, decision_id), meeting(file, meeting_id)
    check_ratifying(known, at)
    with _settling(file, f"Ratify decision {known.ref}", known.bearing) as change:
        change.update("decision", decision_id, ratified_on=at.date, ratified_at_id=meeting_id)


def take_back_ratification(file: OfficeFile, decision_id: str) -> None:
    """It was not ratified after all: it waits again."""
    known = decision(file, decision_id)
    with _settling(file, f"Take back ratification of {known.ref}", known.bearing) as change:
        change.update("decision", decision_id, ratified_on=None, ratified_at_id=None)


def remove_decision(file: OfficeFile, decision_id: str) -> None:
    """Take out one entered by mistake; the others keep their numbers, and undo brings it back."""
    known = decision(file, decision_id)
    with _settling(file, f"Remove decision {known.ref}", known.bearing) as change:
        change.delete("decision", decision_id)


def _check_text(text: str) -> None:
    if not text.strip():
        raise Refused("Say what was decided.", field="text")


def _check_year(file: OfficeFile, known: Decision, made_on: date) -> None:
    start = board(file, known.board_id).year_start
    if board_year(made_on, start) != board_year(known.made_on, start):
        says = f"{known.ref} is a number of {year_label(known.made_on, start)}: keep the day in that year."
        raise Refused(says, field="made_on")


def _decision(row: Row) -> Decision:
    return Decision(
        row["id"],
        row["board_id"],
        row["number"],
        Verb(row["verb"]),
        row["text"],
        date.fromisoformat(row["made_on"]),
        DecisionPath(row["how"]),
        row["by_whom"],
        row["meeting_id"],
        row["item_id"],
        row["item_title"] or "",
        bool(row["waits"]),
        day(row["ratified_on"]),
        row["ratified_at_id"],
        Bearing(
            row["action_id"],
            row["kpi_id"],
            row["risk_id"],
            Effect(row["effect"]) if row["effect"] else None,
            row["agreed_by_when"],
            row["replaces_id"],
        ),
        tuple(ref for ref in (row["action_ref"], row["kpi_ref"], row["risk_ref"]) if ref),
        tuple((row["successors"] or "").split(",")) if row["successors"] else (),
    )

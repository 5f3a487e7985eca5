"""What the plan cites of the boards' decisions, and the dates of actions that follow from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from boarddesk.records.dates.by_when import moved_fields, understood_in
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, gathered
from boarddesk.rules.decisions import Effect
from boarddesk.rules.meetings.meeting import board_year, year_label
from boarddesk.rules.people import YearStart
from boarddesk.rules.plan.citations import Citation, agreed_date
from boarddesk.rules.statuses.status import StatusIs

_CITED = """
SELECT d.*, b.year_start, CASE WHEN p.board_id IS d.board_id THEN '' ELSE b.short_name END AS elsewhere,
(d.to_ratify OR coalesce(m.state, '') = 'inquorate') AS waits, s.number AS next_number, s.made_on AS next_on,
s.ratified_on AS next_ratified, (s.to_ratify OR coalesce(sm.state, '') = 'inquorate') AS next_waits
FROM decision d JOIN board b ON b.id = d.board_id LEFT JOIN meeting m ON m.id = d.meeting_id
JOIN action a ON a.id = d.action_id JOIN area r ON r.id = a.area_id JOIN plan p ON p.id = r.plan_id
LEFT JOIN decision s ON s.replaces_id = d.id LEFT JOIN meeting sm ON sm.id = s.meeting_id
WHERE {where} ORDER BY d.made_on DESC, d.number DESC, d.id, s.made_on, s.number
"""
_BEFORE = """
SELECT before FROM change_row WHERE table_name = 'action' AND row_id = :action AND op = 'update'
AND after ->> '$.by_when' IS NOT NULL
AND entry IN (SELECT entry FROM change_row WHERE table_name = 'decision' AND row_id = :decision)
ORDER BY id LIMIT 1
"""


def citations_of(file: OfficeFile, where: str, value: str) -> Mapping[str, tuple[Citation, ...]]:
    """The decisions about actions, the newest first: action id → what it cites."""
    found: dict[str, tuple[str, Citation]] = {}
    for row in file.rows(_CITED.format(where=where), (value,)):
        made = _citation(row)
        first = found.get(made.decision_id)
        if first is None or (first[1].replaced_on is None and made.replaced_on is not None):
            found[made.decision_id] = (row["action_id"], made)
    return gathered(found.values())


def cited_by(file: OfficeFile, action_id: str) -> tuple[Citation, ...]:
    """The decisions about one action, the newest first."""
    return citations_of(file, "d.action_id = ?", action_id)[action_id]


def _citation(row: Row) -> Citation:
    made_on = date.fromisoformat(row["made_on"])
    start = YearStart(row["year_start"])
    replaced = row["next_on"] is not None and (not row["next_waits"] or row["next_ratified"] is not None)
    return Citation(
        decision_id=row["id"],
        ref=f"D-{row['number']:03}",
        year=year_label(made_on, start),
        year_ends=board_year(made_on, start)[1],
        made_on=made_on,
        text=row["text"],
        board=row["elsewhere"],
        effect=Effect(row["effect"]) if row["effect"] else None,
        by_when=row["agreed_by_when"],
        to_ratify=bool(row["waits"]),
        ratified_on=day(row["ratified_on"]),
        replaced_by=f"D-{row['next_number']:03}" if replaced else "",
        replaced_on=day(row["next_ratified"] or row["next_on"]) if replaced else None,
    )


def action_dated(file: OfficeFile, action_id: str) -> Row | None:
    """The action with its deadline and the plan it is in; None where it is no longer there."""
    return file.row(
        "SELECT a.*, r.plan_id FROM action a JOIN area r ON r.id = a.area_id WHERE a.id = ?", (action_id,)
    )


def settle_date(file: OfficeFile, change: Change, action_id: str, *, stood: Citation | None) -> None:
    """After decisions changed: the date of the action is the one agreed now, or again the one before.

    `stood` is the decision that gave it its date until then. A date somebody moved since is left alone.
    """
    row = action_dated(file, action_id)
    stands = agreed_date(cited_by(file, action_id))
    if row is None or (stood and stands and stood.by_when == stands.by_when):
        return
    moved_since = stood is not None and row["by_when"] != stood.by_when
    if stands is not None and not (stood and moved_since and stands.made_on < stood.made_on):
        understood = understood_in(file, row["plan_id"], stands.by_when)
        change.update("action", action_id, **moved_fields(row, understood))
    elif stood is not None and not moved_since:
        before = file.value(_BEFORE, {"action": action_id, "decision": stood.decision_id})
        if before is not None:
            change.update("action", action_id, **json.loads(str(before)))


def is_declared_complete(file: OfficeFile, action_id: str) -> bool:
    """Whether the status of an action that stands says that nothing more is to be done."""
    is_a = file.value(
        "SELECT s.is_a FROM judgement j JOIN status s ON s.id = j.status_id WHERE j.action_id = ? "
        "ORDER BY j.as_at DESC, j.sequence DESC LIMIT 1",
        (action_id,),
    )
    return is_a is not None and StatusIs(str(is_a)).closed

"""Loads a plan whole: one query a table, however many actions it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boarddesk.records.dates.by_when import by_when, original_by_when
from boarddesk.records.dates.citing import citations_of
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, gathered
from boarddesk.rules.plan.actions import (
    Action,
    Area,
    Challenge,
    Evidence,
    Highlight,
    Judgement,
    Update,
    ref_order,
)
from boarddesk.rules.plan.citations import Citation
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.statuses.status import SaidBy, Scheme, Status

ACTIONS_OF_PLAN = (
    "action_id IN (SELECT a.id FROM action a JOIN area r ON r.id = a.area_id WHERE r.plan_id = ?)"
)
AREAS_OF_PLAN = "area_id IN (SELECT id FROM area WHERE plan_id = ?)"
QUESTIONS = """
SELECT c.*, i.title AS item_title, e.title AS evidence_title, e.reference AS evidence_reference,
e.location AS evidence_location, coalesce(a.ref, k.ref, r.ref) AS ref,
coalesce(a.area_id, k.area_id, kpi_action.area_id, r.area_id) AS area_id
FROM challenge c LEFT JOIN action a ON a.id = c.action_id LEFT JOIN kpi k ON k.id = c.kpi_id
LEFT JOIN action kpi_action ON kpi_action.id = k.action_id LEFT JOIN risk r ON r.id = c.risk_id
LEFT JOIN agenda_item i ON i.id = c.item_id LEFT JOIN evidence e ON e.id = c.evidence_id
"""
"""Questions with what they are about: its ref, the area that has to answer, the item and the evidence."""


@dataclass(frozen=True)
class Parts:
    """Everything that hangs on the actions and areas of one plan, by the id it hangs on."""

    owners: Mapping[str, tuple[str, ...]]
    leads: Mapping[str, tuple[str, ...]]
    milestones: Mapping[str, tuple[Milestone, ...]]
    judgements: Mapping[str, tuple[Judgement, ...]]
    updates: Mapping[str, tuple[Update, ...]]
    highlights: Mapping[str, tuple[Highlight, ...]]
    challenges: Mapping[str, tuple[Challenge, ...]]
    evidence: Mapping[str, tuple[Evidence, ...]]
    kpi_ids: Mapping[str, tuple[str, ...]]
    cited: Mapping[str, tuple[Citation, ...]]


def areas(file: OfficeFile, plan_id: str, *, scheme: Scheme) -> tuple[Area, ...]:
    """The areas in order with all that belongs to them."""
    parts = _parts(file, plan_id, scheme=scheme)
    rows = file.rows(
        "SELECT * FROM action WHERE area_id IN (SELECT id FROM area WHERE plan_id = ?)", (plan_id,)
    )
    in_order = sorted(rows, key=lambda row: (row["position"], ref_order(row["ref"]), row["ref"]))
    actions = gathered((row["area_id"], _action(row, parts)) for row in in_order)
    found = file.rows("SELECT * FROM area WHERE plan_id = ?", (plan_id,))
    found.sort(key=lambda row: (row["position"], ref_order(row["number"]), row["number"], row["id"]))
    return tuple(_area(row, parts, actions=actions[row["id"]]) for row in found)


def _parts(file: OfficeFile, plan_id: str, *, scheme: Scheme) -> Parts:
    def rows(table: str, order: str, *, of: str = ACTIONS_OF_PLAN) -> list[Row]:
        return file.rows(f"SELECT * FROM {table} WHERE {of} ORDER BY {order}, id", (plan_id,))

    newest_first = "as_at DESC, sequence DESC"
    return Parts(
        owners=gathered((row["action_id"], row["name"]) for row in rows("action_owner", "position")),
        leads=gathered(
            (row["area_id"], row["name"]) for row in rows("area_lead", "position", of=AREAS_OF_PLAN)
        ),
        milestones=gathered((row["action_id"], _milestone(row)) for row in rows("milestone", "position")),
        judgements=_judgements(file, plan_id, scheme=scheme),
        updates=gathered((row["action_id"], _update(row)) for row in rows("progress_update", newest_first)),
        highlights=gathered(
            (row["area_id"], _highlight(row))
            for row in rows("highlight", "as_at DESC, position", of=AREAS_OF_PLAN)
        ),
        challenges=gathered(
            (row["action_id"], challenge(row))
            for row in file.rows(
                f"{QUESTIONS} WHERE c.{ACTIONS_OF_PLAN} ORDER BY c.asked_on DESC, c.id", (plan_id,)
            )
        ),
        evidence=_evidence(file, plan_id),
        kpi_ids=gathered((row["action_id"], row["id"]) for row in rows("kpi", "position, ref")),
        cited=citations_of(file, f"d.{ACTIONS_OF_PLAN}", plan_id),
    )


def _judgements(file: OfficeFile, plan_id: str, *, scheme: Scheme) -> Mapping[str, tuple[Judgement, ...]]:
    statuses = {status.id: status for status in scheme.statuses}
    rows = file.rows(
        f"SELECT * FROM judgement WHERE {ACTIONS_OF_PLAN} OR {AREAS_OF_PLAN} "
        "ORDER BY as_at DESC, sequence DESC, id",
        (plan_id, plan_id),
    )
    return gathered((row["action_id"] or row["area_id"], judgement(row, statuses)) for row in rows)


def _evidence(file: OfficeFile, plan_id: str) -> Mapping[str, tuple[Evidence, ...]]:
    rows = file.rows(
        "SELECT l.action_id, e.* FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id "
        f"WHERE l.{ACTIONS_OF_PLAN}",
        (plan_id,),
    )
    rows.sort(key=lambda row: (ref_order(row["reference"]), row["title"], row["id"]))
    return gathered((row["action_id"], evidence(row)) for row in rows)


def _action(row: Row, parts: Parts) -> Action:
    key = row["id"]
    return Action(
        id=key,
        area_id=row["area_id"],
        ref=row["ref"],
        text=row["text"],
        by_when=by_when(row),
        original_by_when=original_by_when(row),
        owners=parts.owners[key],
        accountable=row["accountable"],
        success_measure=row["success_measure"],
        judgements=parts.judgements[key],
        updates=parts.updates[key],
        milestones=parts.milestones[key],
        evidence=parts.evidence[key],
        challenges=parts.challenges[key],
        kpi_ids=parts.kpi_ids[key],
        cited=parts.cited[key],
    )


def _area(row: Row, parts: Parts, *, actions: tuple[Action, ...]) -> Area:
    key = row["id"]
    return Area(
        id=key,
        number=row["number"],
        title=row["title"],
        weakness=row["weakness"],
        outcome=row["outcome"],
        leads=parts.leads[key],
        project_team=row["project_team"],
        actions=actions,
        judgements=parts.judgements[key],
        highlights=parts.highlights[key],
    )


def judgement(row: Row, statuses: Mapping[str, Status]) -> Judgement:
    """A judgement row with the statuses it names."""
    return Judgement(
        status=statuses[row["status_id"]],
        as_at=date.fromisoformat(row["as_at"]),
        said_by=SaidBy(row["said_by"]),
        why=row["why"],
        path_to_green=row["path_to_green"],
        from_status=statuses.get(row["from_status_id"] or ""),
        id=row["id"],
    )


def challenge(row: Row) -> Challenge:
    """A question as it was put, with its answer once there is one; the row is one of `QUESTIONS`."""
    shown = Evidence(
        row["evidence_title"] or "",
        row["evidence_reference"] or "",
        row["evidence_location"] or "",
        row["evidence_id"] or "",
    )
    return Challenge(
        text=row["text"],
        asked_on=date.fromisoformat(row["asked_on"]),
        asked_by=row["asked_by"],
        meeting_id=row["meeting_id"],
        answered_on=day(row["answered_on"]),
        answer=row["answer"],
        id=row["id"],
        board_id=row["board_id"],
        number=row["number"],
        item_id=row["item_id"],
        item_title=row["item_title"] or "",
        relayed_by=row["relayed_by"],
        accepted=bool(row["accepted"]),
        evidence=shown if shown.id else None,
        about=row["ref"] or "",
    )


def evidence(row: Row) -> Evidence:
    """A file or link."""
    return Evidence(title=row["title"], reference=row["reference"], location=row["location"], id=row["id"])


def _milestone(row: Row) -> Milestone:
    return Milestone(
        id=row["id"],
        action_id=row["action_id"],
        text=row["text"],
        by_when=by_when(row),
        original_by_when=original_by_when(row),
        owner=row["owner"],
        done=bool(row["done"]),
        done_on=day(row["done_on"]),
    )


def _update(row: Row) -> Update:
    return Update(
        as_at=date.fromisoformat(row["as_at"]), text=row["text"], said_by=row["said_by"], id=row["id"]
    )


def _highlight(row: Row) -> Highlight:
    return Highlight(kind=row["kind"], as_at=date.fromisoformat(row["as_at"]), text=row["text"], id=row["id"])

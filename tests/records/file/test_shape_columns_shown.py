"""What is kept is shown: a column that no screen, no document and no list tells of is found here."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import boarddesk
from boarddesk.records.file.driver import connect_in_memory, run_script
from boarddesk.records.file.shape import LOG_TABLES, schema_script

SOURCE = Path(boarddesk.__file__).parent
TELLING = ("rules", "reports", "ui", "cli", "issuing")
"""The floors that tell people something; records keep, importing reads in, the sample makes up."""

TIES = ("id", "sha256", "position", "sequence", "change_number")
"""What ties records together and puts them in order is not shown for itself."""

CALLED = {
    "action": {"action", "when"},
    "mark_label": {"mark"},
    "roll": {"register"},
    "quorum_rule": {"rule", "role", "one"},
    "challenge": {"challenge", "question", "one", "asked"},
    "checkpoint": {"step", "actual", "before"},
    "milestone": {"step", "when"},
    "evidence": {"evidence", "each", "one", "piece"},
    "judgement": {"judgement", "newest", "stands", "one", "reason"},
    "risk_score": {"score", "found", "one"},
    "risk_category": {"category"},
    "area_lead": {"lead"},
    "restatement": {"restatement", "restated"},
    "escalation": {"escalation", "sent", "told", "each", "up"},
    "mitigation_move": {"move", "moves"},
    "free_day": {"free"},
    "decision": {"decision", "made", "bearing"},
    "co_owner": {"held"},
    "action_chase": {"chase"},
    "action_update": {"said"},
    "pack": {"numbering", "given"},
    "retention_class": {"class", "of"},
    "issued_document": {"issued", "document", "issue", "one", "kept"},
    "circulation": {"draft"},
    "returned_copy": {"copy"},
    "proposed_correction": {"one", "suggestion"},
    "publish_choice": {"self", "choice"},
    "item_minute": {"public"},
    "sealed_minutes": {"seal"},
}
"""What a record is called where it is told of, where that is not the table's last word."""

STEPS = ("forms_out", "papers_due", "pack_issued", "draft_minutes", "actions_chased", "plan_sent")

CARRIED = {
    "area_lead.name": "leads",
    "action_owner.name": "owners",
    "person_alias.alias": "aliases",
    "risk_category.name": "category",
    "mark_label.label": "mark_label",
    "action.date_flags": "flags",
    "action.original_latest": "original_by_when",
    "milestone.date_flags": "flags",
    "milestone.original_latest": "original_by_when",
    "roll.state": "closed",
    "office.name": "office",
    "matrix_cell.likelihood": "cells",
    "matrix_cell.impact": "cells",
    "matrix_step.number": "likelihoods",
    "mitigation_move.due": "moves",
    **{f"board.{step}{part}": "rule" for step in STEPS for part in ("", "_in")},
    "risk.accepted_why": "accepted",
    "pack.issued_on": "days",
    "standing_item.owner": "lead",
    "agenda_item.owner": "lead",
    "area_return.state": "states",
    "circulation.content": "items",
    "minute_block.marks": "spans",
    "minutes_correction.block": "was",
    "proposed_correction.marks": "edits",
    "publication.what": "part",
    "publish_choice.why": "settled",
    "sealed_minutes.content": "code",
    "retention_class.what": "kind",
    "action_update.kind": "reopens",
}
"""Columns that reach people under another name."""

CHOOSES = {"import_leftover.settled_on"}
"""Columns that decide what is shown."""

TO_COME = {
    "evidence.sha256": "the file itself, kept with the evidence",
    "plan.kind": "the plan's own page of what it is and to whom it was sent",
    "restatement.why": "the figures of a KPI as they were before they were corrected",
    "risk_matrix.made_on": "which matrix was in force from when",
}
"""Columns kept for what is to show them; whoever builds that takes them out here."""


def columns() -> Iterator[tuple[str, str]]:
    """Every column of the office's tables that says something."""
    connection = connect_in_memory()
    try:
        run_script(connection, schema_script())
        rows = connection.execute(
            "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
            "WHERE t.type = 'table'"
        ).fetchall()
    finally:
        connection.close()
    for table, column in rows:
        if table not in LOG_TABLES | {"paper_bytes"} and not column.endswith(TIES):
            yield table, column
    yield "evidence", "sha256"


def attributes_told() -> dict[str, set[str]]:
    """Each attribute that a telling floor reads, with the names of what it is read from."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0].removesuffix(".py") in TELLING:
            tree = ast.parse(path.read_text("utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                    of = node.value
                    found[node.attr].add(getattr(of, "id", "") or getattr(of, "attr", ""))
            for record, key in edited_in(tree):
                found[key].add(record)
    return found


def edited_in(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """A record and one of its fields, for each in a table of fields that can be changed: `person`, `note`."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            for call in ast.walk(node.value):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "EditableField":
                    key = call.args[0]
                    if isinstance(key, ast.Constant):
                        yield node.target.id.lower(), str(key.value)


def is_told(table: str, column: str, told: dict[str, set[str]], *, alone: bool) -> bool:
    """By its own name, or in two: `target_value` is the value of a target."""
    name = CARRIED.get(f"{table}.{column}", column)
    of, _, part = name.partition("_")
    if part and of in told and part in told and name not in told:
        return True
    if name not in told:
        return False
    called = CALLED.get(table, {table.rpartition("_")[2]})
    return alone or name != column or any(word in base.split("_") for base in told[name] for word in called)


def unshown() -> list[str]:
    told, every = attributes_told(), list(columns())
    names = [column for _, column in every]
    return [
        f"{table}.{column}"
        for table, column in every
        if f"{table}.{column}" not in CHOOSES
        and not is_told(table, column, told, alone=names.count(column) == 1 and column != "sha256")
    ]


def test_every_column_is_shown_somewhere_or_waits_for_what_will_show_it() -> None:
    assert sorted(unshown()) == sorted(TO_COME)


def test_a_column_nobody_tells_of_is_found() -> None:
    told = attributes_told()
    assert is_told("person", "note", told, alone=False)
    assert not is_told("meeting", "note", told, alone=False)
    assert not is_told("area", "cross_cutting", told, alone=True)

"""Evidence: files and links with a reference, each supporting one action or many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.loading import evidence as made
from boarddesk.records.reading import gathered
from boarddesk.rules.plan.actions import Evidence, ref_order
from boarddesk.rules.refused import Refused


@dataclass(frozen=True)
class Supporting:
    """A piece of evidence with the actions it supports."""

    evidence: Evidence
    action_ids: tuple[str, ...]
    refs: tuple[str, ...]


def add_evidence(
    file: OfficeFile,
    *,
    title: str,
    reference: str = "",
    location: str = "",
    dated: date | None = None,
    action_ids: tuple[str, ...] = (),
) -> str:
    """Name a file or link and say which actions it supports."""
    if not title.strip():
        raise Refused("Give the evidence a title.", field="title")
    with file.change(f"Add evidence {reference or title.strip()}") as change:
        evidence_id = change.insert(
            "evidence", reference=reference, title=title.strip(), location=location, dated=dated
        )
        for action_id in action_ids:
            change.insert("evidence_link", evidence_id=evidence_id, action_id=action_id)
    return evidence_id


def support(file: OfficeFile, evidence_id: str, action_id: str) -> None:
    """Let a piece of evidence support one more action; once is enough."""
    there = "SELECT 1 FROM evidence_link WHERE evidence_id = ? AND action_id = ?"
    if file.value(there, (evidence_id, action_id)):
        return
    with file.change("Link evidence") as change:
        change.insert("evidence_link", evidence_id=evidence_id, action_id=action_id)


def withdraw(file: OfficeFile, evidence_id: str, action_id: str) -> None:
    """Let a piece of evidence support an action no longer; the evidence itself stays in the office."""
    row = file.row(
        "SELECT l.id, a.ref FROM evidence_link l JOIN action a ON a.id = l.action_id "
        "WHERE l.evidence_id = ? AND l.action_id = ?",
        (evidence_id, action_id),
    )
    if row is not None:
        with file.change(f"Take evidence from {row['ref']}") as change:
            change.delete("evidence_link", row["id"])


def support_with(file: OfficeFile, title: str, action_id: str) -> None:
    """Let the evidence of that title support an action; added now where the office has none so called."""
    kept = file.value("SELECT id FROM evidence WHERE title = ? COLLATE NOCASE", (title.strip(),))
    if kept is None:
        add_evidence(file, title=title, action_ids=(action_id,))
    else:
        support(file, str(kept), action_id)


def all_evidence(file: OfficeFile) -> tuple[Supporting, ...]:
    """Every piece of evidence in order of reference."""
    links = gathered(
        (row["evidence_id"], (row["action_id"], row["ref"]))
        for row in file.rows(
            "SELECT l.evidence_id, l.action_id, a.ref FROM evidence_link l "
            "JOIN action a ON a.id = l.action_id"
        )
    )
    rows = sorted(
        file.rows("SELECT * FROM evidence"), key=lambda row: (ref_order(row["reference"]), row["title"])
    )
    return tuple(_supporting(made(row), links[row["id"]]) for row in rows)


def _supporting(evidence: Evidence, links: tuple[tuple[str, str], ...]) -> Supporting:
    in_order = sorted(links, key=lambda link: ref_order(link[1]))
    return Supporting(evidence, tuple(key for key, _ in in_order), tuple(ref for _, ref in in_order))

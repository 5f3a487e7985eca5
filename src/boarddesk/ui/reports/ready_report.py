"""A document made ready off the window's thread: how it looks, and what keeps somebody from reading it."""

from __future__ import annotations

from dataclasses import dataclass

from boarddesk.issuing.document_kind import PreparedDocument
from boarddesk.reports import html
from boarddesk.reports.accessibility.checker import findings_of


@dataclass(frozen=True)
class ReadyReport:
    """A document prepared: what to issue, how it looks, and what keeps somebody from reading it."""

    prepared: PreparedDocument
    preview: str
    broken: tuple[str, ...]


def made_ready(prepared: PreparedDocument, *, to_issue: bool) -> ReadyReport:
    """Composed and checked; what is to be issued is composed under its version too."""
    if to_issue:
        _ = prepared.to_issue.document  # composed here, so that the window need not wait for it
    findings = [finding for finding in findings_of(prepared.written(".docx")) if not finding.advice]
    broken = {finding.rule: f"{finding.place}: {finding.says}" for finding in findings}
    return ReadyReport(prepared, html.preview(prepared.document), tuple(broken.values()))

"""References that are all different, where a document gives none, or one twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from boarddesk.rules.imports.risks.contents import FoundIssue, FoundRisk
from boarddesk.rules.names.likeness import bare


def risks_with_refs(risks: Sequence[FoundRisk]) -> Iterator[FoundRisk]:
    """Each risk with a ref of its own: one that has none gets its place among those without."""
    seen: set[str] = set()
    made = _made("R", {bare(risk.ref) for risk in risks})
    for risk in risks:
        ref, note = risk.ref, ""
        if not ref:
            ref = next(made)
            note = f"The document gives no ref; {ref} is its place in it."
        elif bare(ref) in seen:
            ref = _again(ref, seen)
            note = f"The ref {risk.ref} stands more than once; this risk is kept as {ref}."
        seen.add(bare(ref))
        yield replace(risk, ref=ref, notes=(*risk.notes, note)) if note else risk


def issues_with_refs(issues: Sequence[FoundIssue]) -> Iterator[FoundIssue]:
    """The same for issues."""
    seen: set[str] = set()
    made = _made("I", {bare(issue.ref) for issue in issues})
    for issue in issues:
        ref = issue.ref or next(made)
        ref = _again(ref, seen) if bare(ref) in seen else ref
        seen.add(bare(ref))
        yield issue if ref == issue.ref else replace(issue, ref=ref)


def _made(letter: str, taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if bare(f"{letter}{number}") not in taken:
            yield f"{letter}{number}"


def _again(ref: str, seen: set[str]) -> str:
    times = 2
    while bare(f"{ref} ({times})") in seen:
        times += 1
    return f"{ref} ({times})"

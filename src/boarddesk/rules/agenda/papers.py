"""How the items of an agenda stand with their papers: in, to follow, missing, late, or with findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.papers.paper import Paper, live


class PapersState(StrEnum):
    """How an item stands with its papers, in the words of the agenda (look-more.md, "Papers state")."""

    NONE = "–"
    IN = "In"
    TO_FOLLOW = "To follow"
    MISSING = "Missing"
    FINDINGS = "Findings"
    LATE = "Late"


def state_of(item: AgendaItem, papers: Sequence[Paper], *, due: date, today: date) -> PapersState:
    """How an item stands with its papers, worst first; `due` is the day they are due.

    A paper somebody was asked for follows; where one is wanted and none was named it is missing; from the
    day after they were due both are late.
    """
    there = live(papers)
    awaited = [paper for paper in there if paper.copy is None]
    wanted = item.papers_wanted and not there
    if (awaited or wanted) and today > due:
        return PapersState.LATE
    if wanted:
        return PapersState.MISSING
    if any(paper.open_findings for paper in there):
        return PapersState.FINDINGS
    if awaited:
        return PapersState.TO_FOLLOW
    return PapersState.IN if there else PapersState.NONE


def papers_in(items: Iterable[AgendaItem], papers: Mapping[str, tuple[Paper, ...]]) -> tuple[int, int]:
    """How many papers are in, of how many the items want; a paper on two items counts once."""
    named: dict[str, Paper] = {}
    unnamed = 0
    for item in items:
        there = live(papers.get(item.id, ()))
        named |= {paper.id: paper for paper in there}
        unnamed += item.papers_wanted and not there
    return sum(1 for paper in named.values() if paper.copy), len(named) + unnamed

"""What is missing or unsafe before an agenda goes out: each a sentence; some stop it, the rest are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.agenda.item import EXEMPT_PARAGRAPHS, Purpose
from boarddesk.rules.agenda.pack import AgendaPack
from boarddesk.rules.agenda.wording import items_named
from boarddesk.rules.meetings.notice import short_notice
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures, count_in_words, sentence, tidied


@dataclass(frozen=True)
class Concern:
    """One thing to know before issuing: in which item, if it is of one; `stops` where the law says no."""

    says: str
    item_id: str = ""
    stops: bool = False


def concerns(pack: AgendaPack, *, today: date) -> tuple[Concern, ...]:
    """Everything to know, what stops the issue first, then in the order of the agenda."""
    found = (*_law(pack, today), *_length(pack), *_papers(pack, today), *_gaps(pack), *_clearances(pack))
    return tuple(sorted(found, key=lambda concern: not concern.stops))


def check_may_issue(pack: AgendaPack) -> None:
    """Refused where there is nothing to issue, or the law wants more said."""
    if pack.is_cancelled:
        raise Refused("This meeting was cancelled: its agenda is not issued.")
    if not pack.agenda.rows:
        raise Refused("There is nothing on this agenda yet. Add its items first.")
    for concern in _restrictions(pack):
        raise Refused(concern.says)


def _law(pack: AgendaPack, today: date) -> Iterator[Concern]:
    yield from _restrictions(pack)
    if pack.is_statutory and (told := short_notice(today, pack.meeting.date)):
        yield Concern(sentence(f"Issued today it has {told}"))


def _restrictions(pack: AgendaPack) -> Iterator[Concern]:
    """Local Government Act 1972, s.100A(4): a committee says under which paragraph, and why."""
    if not pack.is_statutory:
        return
    for row in pack.agenda.rows:
        item = row.item
        if item.restricted and item.exempt_paragraph not in EXEMPT_PARAGRAPHS:
            yield Concern(
                f"Item {row.number} is restricted and names no exempt paragraph.", item.id, stops=True
            )
        elif item.restricted and not item.restricted_why.strip():
            yield Concern(
                f"Item {row.number} is restricted and does not say why that outweighs disclosing.",
                item.id,
                stops=True,
            )


def _length(pack: AgendaPack) -> Iterator[Concern]:
    agenda = pack.agenda
    if agenda.over:
        yield Concern(f"The agenda is {count_in_figures(agenda.over, 'minute')} longer than the meeting.")
    if not agenda.start:
        yield Concern("The meeting has no start time, so no item has one.")
    if agenda.untimed:
        verb = "has" if agenda.untimed == 1 else "have"
        yield Concern(sentence(f"{count_in_words(agenda.untimed, 'item')} {verb} no minutes"))


def _papers(pack: AgendaPack, today: date) -> Iterator[Concern]:
    late = today > pack.papers_due
    for row in pack.agenda.items:
        there = pack.papers_of(row.item)
        if row.item.papers_wanted and not there:
            yield Concern(f"Item {row.number}: a paper is wanted and none is named.", row.item.id)
        for paper in there:
            title = tidied(paper.title)
            if paper.copy is None:
                yield Concern(
                    f"Item {row.number}: {title} is {'late' if late else 'to follow'}.", row.item.id
                )
            for finding in paper.open_findings:
                yield Concern(sentence(f"Item {row.number}, {title}: {finding.sentence}"), row.item.id)


def _gaps(pack: AgendaPack) -> Iterator[Concern]:
    without = [row for row in pack.agenda.items if not row.item.lead.name]
    if without:
        verb = "has" if len(without) == 1 else "have"
        yield Concern(sentence(f"{items_named(without)} {verb} no lead"))
    unasked = [row for row in pack.agenda.items if row.item.purpose is Purpose.NOT_SAID]
    if unasked:
        verb = "does" if len(unasked) == 1 else "do"
        yield Concern(sentence(f"{items_named(unasked)} {verb} not say what is wanted of the board"))


def _clearances(pack: AgendaPack) -> Iterator[Concern]:
    for row in pack.agenda.items:
        for paper in pack.papers_of(row.item):
            if paper.copy and paper.not_cleared:
                roles = ", ".join(clearance.role for clearance in paper.not_cleared)
                yield Concern(
                    sentence(f"Item {row.number}, {tidied(paper.title)}: not cleared by {roles}"), row.item.id
                )

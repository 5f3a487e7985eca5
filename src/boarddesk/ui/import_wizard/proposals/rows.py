"""Proposals as rows of a table: what would change, old value first, and what was not understood."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.imports.choices import MarkChoice, MeetingChoice, PersonChoice, SeatChoice
from boarddesk.rules.imports.contents import (
    FoundAction,
    FoundArea,
    FoundKpi,
    FoundMilestone,
    FoundPlan,
    Leftover,
    What,
)
from boarddesk.rules.imports.plan import BY_WHEN, STATUS
from boarddesk.rules.imports.proposals import FieldChange, Proposal, ProposalKind, Proposals, Verdict
from boarddesk.rules.imports.registers import mark_words
from boarddesk.rules.imports.risks.contents import FoundRisk
from boarddesk.rules.statuses.status import Scheme, Status
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.import_wizard.words import KIND_WORDS, line, place_shown, short
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Group, Ink, Kind, Row

_TICK = Column("tick", "", 44, kind=Kind.TICK, editor=Editor(EditorKind.TICK))
_REF = Column("ref", "Ref", 52, ink=Ink.MUTED)
_REST = (
    Column("what", "What", 220, stretch=True),
    Column("field", "What changes", 104, ink=Ink.MUTED),
    Column("change", "", 252, fits=310),
    Column("place", "Where from", 112, ink=Ink.MUTED),
)
COLUMNS = {
    What.PLAN: (_TICK, _REF, *_REST),
    What.ATTENDANCE: (_TICK, *_REST),
    What.RISKS: (_TICK, _REF, *_REST),
}
WITH_REFS = (
    *(ProposalKind.AREA, ProposalKind.ACTION, ProposalKind.MILESTONE, ProposalKind.KPI),
    *(ProposalKind.RISK, ProposalKind.ISSUE),
)
LONGEST_OLD, LONGEST_NEW = 20, 60


@dataclass(frozen=True)
class Heading:
    """The title of a group of proposals, and what is said beside its count."""

    title: str
    beside: str


GROUPS = {
    Verdict.CHANGED: Heading("Changed", "old value first"),
    Verdict.NEW: Heading("New", ""),
    Verdict.UNCLEAR: Heading("Not understood", "kept in the office until you settle it"),
    Verdict.SAME: Heading("Same", "nothing to do"),
}
ORDER = tuple(GROUPS)


def can_be_ticked(one: Proposal) -> bool:
    """Whether accepting it would do something."""
    return one.can_be_taken


def count_of(proposals: Proposals, verdict: Verdict) -> int:
    """How many stand in a group; what nothing could be made of stands with what is unclear."""
    texts = len(proposals.leftovers) if verdict is Verdict.UNCLEAR else 0
    return sum(proposal.verdict is verdict for proposal in proposals.proposals) + texts


def groups(proposals: Proposals) -> Iterator[Group]:
    """The groups that hold something, in the order of what to look at first."""
    for verdict, heading in GROUPS.items():
        number = count_of(proposals, verdict)
        if number:
            count = f"{number}, {heading.beside}" if heading.beside else str(number)
            yield Group(verdict.value, heading.title, count=count, is_open=verdict is not Verdict.SAME)


def rows(proposals: Proposals, ticked: Collection[str], scheme: Scheme) -> list[Row]:
    """Every proposal and every leftover."""
    told = [_row(proposal, ticked, scheme) for proposal in proposals.proposals]
    return [*told, *(_leftover(at, one) for at, one in enumerate(proposals.leftovers))]


def _row(one: Proposal, ticked: Collection[str], scheme: Scheme) -> Row:
    cells: dict[str, Cell | str] = {
        "ref": one.ref if one.kind in WITH_REFS else "",
        "what": Cell(line(one.title), tip=one.title),
        "place": Cell(place_shown(one.place), tip=place_shown(one.place)),
    }
    if can_be_ticked(one):
        cells["tick"] = Cell(ticked=one.key in ticked)
    several = len(one.changes) > 1
    if several:
        names = ", ".join(dict.fromkeys(change.field for change in one.changes))
        cells["field"] = count_in_figures(len(one.changes), "change")
        cells["change"] = Cell(names, tip=names)
    else:
        cells["field"], cells["change"] = _single(one, scheme)
    children = tuple(_child(one, at, scheme) for at in range(len(one.changes))) if several else ()
    return Row(one.key, cells, group=one.verdict.value, children=children)


def _single(one: Proposal, scheme: Scheme) -> tuple[Cell | str, Cell | str]:
    if one.verdict is Verdict.UNCLEAR or one.waits:
        return Cell(one.why_not, ink=Ink.WARN, tip=one.why_not, spans=True), ""
    if isinstance(one.found, PersonChoice) and one.changes:
        return "Person", Cell(person_words(one), tip=" ".join(one.notes))
    if one.changes:
        return one.changes[0].field, change_cell(one.changes[0], scheme)
    if one.why_not:
        return KIND_WORDS[one.kind], Cell(one.why_not, ink=Ink.WARN, tip=one.why_not)
    return KIND_WORDS[one.kind], Cell(summary(one), ink=Ink.INK if one.verdict is Verdict.NEW else Ink.MUTED)


def _child(one: Proposal, at: int, scheme: Scheme) -> Row:
    change = one.changes[at]
    return Row(f"{one.key}#{at}", {"field": change.field, "change": change_cell(change, scheme)})


def key_of(row_id: str) -> str:
    """The proposal a row, or one below it, speaks of."""
    return row_id.partition("#")[0]


def _leftover(at: int, one: Leftover) -> Row:
    return Row(
        f"left {at}",
        {
            "ref": "–",
            "what": Cell(f"“{line(one.text)}”", tip=one.text),
            "field": Cell(one.why, ink=Ink.WARN, tip=one.why, spans=True),
            "place": Cell(place_shown(one.place), tip=place_shown(one.place)),
        },
        group=Verdict.UNCLEAR.value,
    )


# ── what changes ──


def change_cell(change: FieldChange, scheme: Scheme) -> Cell:
    """Old, an arrow, new; statuses as chips."""
    if change.field == STATUS:
        old, new = status_labelled(change.old, scheme), status_labelled(change.new, scheme)
        after = Cell(status=new) if new else Cell(change.new)
        return Cell(status=old, became=after) if old else after
    new_words = line(change.new) or "nothing"
    tip = f"{line(change.old)} → {new_words}" if change.old else new_words
    if not change.old:
        return Cell(short(new_words, LONGEST_NEW), tip=tip)
    longest = LONGEST_NEW if change.field == BY_WHEN else LONGEST_OLD  # a date is not cut
    return Cell(short(change.old, longest), became=Cell(new_words), tip=tip)


def status_labelled(label: str, scheme: Scheme) -> Status | None:
    """The status of that label."""
    return next((status for status in scheme.statuses if status.label == label), None)


def person_words(one: Proposal) -> str:
    """`the same as Jane Smith` for somebody known by another name."""
    choice = one.found
    if not isinstance(choice, PersonChoice):
        return ""
    known = [each.person.name for each in choice.candidates if each.person.id == choice.person_id]
    return f"the same as {known[0]}" if known else "somebody the office knows"


def summary(one: Proposal) -> str:
    """What is new, in a few words."""
    match one.found:
        case FoundPlan():
            return count_in_figures(len(one.found.areas), "area")
        case FoundArea():
            return count_in_figures(len(one.found.actions), "action")
        case FoundAction():
            return count_in_figures(sum(map(bool, _fields(one.found))), "field")
        case FoundMilestone():
            return one.found.by_when.in_full
        case FoundRisk():
            score = one.found.current
            return score.shown if score else one.found.status
        case FoundKpi():
            return f"beside {one.found.action_ref}" if one.found.action_ref else "in words"
        case PersonChoice() if one.found.same_as:
            return "somebody else of this document"
        case PersonChoice():
            return one.found.organisation or "somebody new"
    return _register_summary(one)


def _fields(found: FoundAction) -> tuple[object, ...]:
    return (
        found.text,
        found.by_when.as_written,
        found.owners,
        found.accountable,
        found.success_measure,
        found.status,
        found.progress,
        found.evidence,
    )


def _register_summary(one: Proposal) -> str:
    match one.found:
        case SeatChoice():
            since = f", from {in_words(one.found.from_date)}" if one.found.from_date else ""
            return f"{one.found.role.value}{since}"
        case MeetingChoice() if one.found.marks:
            return "register closed" if one.found.complete else "register stays open"
        case MarkChoice():
            return mark_words(one.found.mark.mark)
    return ""

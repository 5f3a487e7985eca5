"""What a chair is told before the day: whether it will be quorate, what is to settle, words for each item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from boarddesk.rules.agenda.item import AgendaItem, Fills, Purpose
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.agenda.pack import AgendaPack
from boarddesk.rules.agenda.wording import items_named
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.rhythm import until
from boarddesk.rules.papers.paper import Paper
from boarddesk.rules.registers.declarations import Conduct, Declaration
from boarddesk.rules.registers.quorum import Quorum
from boarddesk.rules.returns import ReportingArea
from boarddesk.rules.wording import (
    bound,
    count_in_figures,
    count_in_words,
    cut_characters,
    day,
    listed,
    sentence,
    tidied,
)

SHORTEST = 22
"""Characters of an item's short title (look-documents-more.md, "brief-1")."""
TABLE_FROM = 3
MOST_ITEMS = 12
MOST_NAMES = 3
BY_NUMBER = 2
"""More papers than these are named by their items alone."""
NOBODY = "Nobody"
NONE = "None"


@dataclass(frozen=True)
class DeclaredInterest:
    """An interest declared for the meeting: in which item, and the quorum of it should that person leave."""

    number: str
    declaration: Declaration
    without: Quorum | None = None


@dataclass(frozen=True)
class BriefPack:
    """Everything the brief says, beside the agenda itself.

    `last` is the last decision on an item by the item's id, `unexplained` what it is about, the sentence, and
    who was asked; `plan_overdue` pairs a ref with its owners. `away_without_deputy` names those who sent
    apologies and no deputy. `registered` names those expected who have an interest on the register, whatever
    the item. `reporting` are how many areas reported, of how many.
    """

    agenda: AgendaPack
    last: Mapping[str, Decision] = field(hash=False, default_factory=dict)
    overdue: tuple[BoardAction, ...] = ()
    plan_overdue: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unexplained: tuple[tuple[str, str, str], ...] = ()
    reporting: tuple[int, int] = (0, 0)
    missing_returns: tuple[ReportingArea, ...] = ()
    interests: tuple[DeclaredInterest, ...] = ()
    registered: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    away_without_deputy: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matter:
    """A row of what is to settle: the matter, where it stands, whom to chase."""

    matter: str
    stands: str
    chase: str


Unsettled: TypeAlias = tuple[str, str, Sequence[str]]
"""A matter, where it stands, and everybody to chase."""


# In short, and the quorum


def in_short(pack: BriefPack) -> tuple[str, str]:
    """`Quorate: 12 of 14 expected, 7 needed.` and what is not settled."""
    return _quorate(pack.agenda), f"{_unsettled(pack)} {_decisions(pack.agenda)}"


def _quorate(agenda: AgendaPack) -> str:
    forecast, replies = agenda.forecast, agenda.replies
    if forecast is None or replies is None:
        return "The meeting was cancelled." if agenda.is_cancelled else "The meeting was held."
    coming = f"{replies.coming + replies.deputies} of {replies.number_asked} expected"
    if not forecast.quorum.is_set:
        return f"No quorum is set: {coming}."
    needed = f", {forecast.quorum.needed} quorum seats needed" if forecast.quorum.needed else ""
    return f"{forecast.word}: {coming}{needed}."


def _unsettled(pack: BriefPack) -> str:
    missing, uncleared = len(_awaited(pack.agenda)), len(_uncleared(pack.agenda))
    parts = [
        f"{count_in_words(count, noun)} {'is' if count == 1 else 'are'} {what}"
        for count, noun, what in (
            (len(pack.unexplained), "matter", "unexplained"),
            (missing, "paper", "not in"),
            (uncleared, "paper", "not cleared"),
        )
        if count
    ]
    return sentence(listed(parts)) if parts else "Every paper is in, and nothing is unexplained."


def _decisions(agenda: AgendaPack) -> str:
    asked = agenda.decisions
    if not asked:
        return "No decision is asked."
    return sentence(f"{count_in_words(len(asked), 'decision')}: {items_named(asked)}")


def quorum_told(pack: BriefPack) -> str:
    """The sum in words, each condition with its margin, and what an interest does to it."""
    agenda = pack.agenda
    forecast, replies = agenda.forecast, agenda.replies
    if forecast is None or replies is None:
        return "The register holds who came."
    people = count_in_figures(replies.coming, "person", "people")
    deputies = count_in_figures(replies.deputies, "deputy", "deputies")
    told = [f"{people} and {deputies} make {replies.coming + replies.deputies}."]
    if not forecast.quorum.is_set:
        told.append("The terms of reference set no quorum.")
    for check in forecast.quorum.checks:
        state = "met" if check.met else "can still be met" if check.possible else "cannot be met"
        told.append(sentence(f"{check.words}: {check.have}, {check.needed} needed, {state}"))
    told += [told_without for each in pack.interests if (told_without := _without(each))]
    return " ".join(told)


def _without(each: DeclaredInterest) -> str:
    if each.without is None or not each.without.is_set:
        return ""
    still = each.without.word.casefold()
    return sentence(
        f"{each.declaration.person} has an interest in item {each.number}: without them it is {still}"
    )


# To settle before the day


def matters(pack: BriefPack, *, names: int = MOST_NAMES) -> tuple[Matter, ...]:
    """The six matters, each with the first few names and reasons; one that is settled says None and stays."""
    found = (_replies(pack), _reds(pack, names), _papers(pack.agenda), _returns(pack), _late(pack))
    chased = (Matter(matter, stands, _chased(chase, names)) for matter, stands, chase in found)
    return (*chased, _interests(pack, names))


def _replies(pack: BriefPack) -> Unsettled:
    silent, away = pack.silent, pack.away_without_deputy
    told = [f"{len(silent)} without reply"] if silent else []
    told += [f"{count_in_figures(len(away), 'apology', 'apologies')} without a deputy"] if away else []
    return "Replies", "; ".join(told) or NONE, (*silent, *away)


def _reds(pack: BriefPack, most: int) -> Unsettled:
    told = [f"{about}: {says}" for about, says, _asked in pack.unexplained]
    asked = [who for _about, _says, who in pack.unexplained if who]
    return "Reds without a reason", " ".join(_few(told, most)) or NONE, asked


def _chased(names: Iterable[str], most: int) -> str:
    """The first few whom to chase, and how many more; all are on the page the row is of."""
    known = list(dict.fromkeys(names))
    more = len(known) - most
    told = [*known[:most], *([f"{more} more"] if more > 0 else [])]
    return "; ".join(told) or NOBODY


def _few(told: Sequence[str], most: int) -> list[str]:
    more = [f"And {len(told) - most} more, in the exceptions."] if len(told) > most else []
    return [sentence(part) for part in told[:most]] + more


def _awaited(agenda: AgendaPack) -> list[tuple[AgendaRow, str]]:
    """Each paper that is not in, and each item that wants one nobody has named."""
    found = []
    for row in agenda.agenda.items:
        there = agenda.papers_of(row.item)
        if row.item.papers_wanted and not there:
            found.append((row, "none named"))
        found += [(row, tidied(paper.title)) for paper in there if paper.copy is None]
    return found


def _uncleared(agenda: AgendaPack) -> list[Paper]:
    return [paper for paper in agenda.numbered if paper.copy and paper.not_cleared]


def _papers(agenda: AgendaPack) -> Unsettled:
    due = until(agenda.papers_due, agenda.as_at) or f"since {day(agenda.papers_due)}"
    awaited = _awaited(agenda)
    named = (
        items_named([row for row, _title in awaited])
        if len(awaited) > BY_NUMBER
        else listed([f"item {row.number} {title}" for row, title in awaited])
    )
    told = [f"Not in, due {due}: {named}"] if awaited else []
    chase = [row.item.lead.name for row, _title in awaited if row.item.lead.name]
    for paper in _uncleared(agenda):
        roles = [clearance.role for clearance in paper.not_cleared]
        told.append(f"{tidied(paper.title)} not cleared by {listed(roles)}")
        chase += roles
    found = sum(len(paper.open_findings) for paper in agenda.numbered)
    if found:
        told.append(f"{count_in_figures(found, 'finding')} in papers to settle before publishing")
    return "Papers", " ".join(sentence(part) for part in told) or NONE, chase


def _returns(pack: BriefPack) -> Unsettled:
    received, whole = pack.reporting
    if not whole:
        return "Returns", NONE, ()
    missing = listed([area.number or area.title for area in pack.missing_returns])
    told = f"{received} of {whole} areas reported" + (f"; not {missing}" if missing else "")
    return "Returns", told, [lead for area in pack.missing_returns for lead in area.leads]


def _late(pack: BriefPack) -> Unsettled:
    told = []
    if pack.plan_overdue:
        told.append(f"In the plan: {', '.join(ref for ref, _owners in pack.plan_overdue)}")
    if pack.overdue:
        below = ", below" if has_table(pack) else ""
        told.append(f"In the log: {', '.join(action.ref for action in pack.overdue)}{below}")
    owners = [owner for _ref, names in pack.plan_overdue for owner in names]
    owners += (
        []
        if has_table(pack)
        else [held.owner.name for action in pack.overdue for held in action.held_by if held.owner.name]
    )
    return "Overdue", ". ".join(told) or NONE, owners


def has_table(pack: BriefPack) -> bool:
    """Whether the overdue actions have a table of their own: from three on, while the run sheet is short."""
    return len(pack.overdue) >= TABLE_FROM and len(pack.agenda.agenda.rows) <= MOST_ITEMS


def _interests(pack: BriefPack, most: int) -> Matter:
    told = [
        f"Item {each.number}, {each.declaration.person}: {each.declaration.nature.rstrip('.')}"
        for each in pack.interests
    ]
    if pack.registered:
        more = len(pack.registered) - most
        names = [*pack.registered[:most], *([f"{more} more"] if more > 0 else [])]
        told = [*(told or ["None for an item"]), f"on the register: {listed(names)}"]
    does = {Conduct.LEFT: "leaves", Conduct.STAYED: "stays", Conduct.NO_PART: "takes no part"}
    acts = [f"{each.declaration.person} {does[each.declaration.did]}" for each in pack.interests]
    return Matter("Interests", "; ".join(told) or NONE, "; ".join(acts) or NOBODY)


# The run sheet


def short_title(item: AgendaItem) -> str:
    """What the run sheet calls it, in at most 22 characters where the person gave no short title."""
    return tidied(item.short_title) or cut_characters(tidied(item.title), SHORTEST)


def words_to_use(row: AgendaRow, pack: BriefPack) -> str:
    """The chair's own words, else a form of words that fits; a decision says what was decided last time."""
    item = row.item
    own = tidied(item.words_to_use).strip('“”"')
    told = f"“{own or _form_of_words(item, pack)}”"
    last = pack.last.get(item.id)
    if item.purpose is Purpose.DECISION and last is not None:
        told += f" Last time, {last.ref}: {last.sentence}"
    return bound(told)


def _form_of_words(item: AgendaItem, pack: BriefPack) -> str:
    if item.fills is Fills.MINUTES:
        return "Are the minutes a true record?"
    if item.fills is Fills.DECLARATIONS:
        return "Is there any other interest in today’s items?"
    if item.fills is Fills.ACTIONS and pack.overdue:
        return f"{listed([action.ref for action in pack.overdue[:3]])}: which date will hold?"
    return {
        Purpose.DECISION: "Do we agree to what is asked?",
        Purpose.DISCUSSION: "What do we make of it, and what should follow?",
        Purpose.ASSURANCE: "Are we assured, and by what?",
    }.get(item.purpose, "Is there anything to ask?")

"""Actions in a highlight report: how many have each status, which are shown, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from boarddesk.rules.dates.deadlines import moved
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack, Period
from boarddesk.rules.plan.actions import Action, is_closed, is_complete, is_overdue, ref_order
from boarddesk.rules.plan.citations import agreed_date
from boarddesk.rules.plan.flags import Flag, FlagKind, flags_of
from boarddesk.rules.statuses.status import FILLS, Scheme, Status, StatusIs, direction
from boarddesk.rules.wording import bound, cut_characters, cut_words, day, listed, sentence, tidied

MOST_SHOWN: Final = 12
MOST_REFS: Final = 12
WORDS_OF_LATEST: Final = 12
LONGEST_BY_WHEN: Final = 80
ORDER: Final = (
    StatusIs.COMPLETE,
    StatusIs.ON_COURSE,
    StatusIs.AT_RISK,
    StatusIs.OFF_COURSE,
    StatusIs.NOT_STARTED,
    StatusIs.NOT_KNOWN,
)
"""The fixed order in which statuses are counted, whatever the order of the scheme."""

_UNKNOWN: Final = Status("not_known", "Not known", "K", FILLS[StatusIs.NOT_KNOWN], StatusIs.NOT_KNOWN)


def unknown_of(scheme: Scheme) -> Status:
    """The scheme's own word for what nobody has said."""
    return next((status for status in scheme.statuses if status.is_a is StatusIs.NOT_KNOWN), _UNKNOWN)


def in_order(scheme: Scheme) -> tuple[Status, ...]:
    """The statuses of a scheme in the fixed order, with one for what nobody has said."""
    statuses = (
        *scheme.statuses,
        *(() if unknown_of(scheme) in scheme.statuses else (unknown_of(scheme),)),
    )
    return tuple(sorted(statuses, key=lambda status: ORDER.index(status.is_a)))


def standing(declared: Status | None, scheme: Scheme) -> Status:
    """The status shown: the declared one, or that it is not known."""
    return declared or unknown_of(scheme)


def silent_actions(area: AreaPack, pack: HighlightPack) -> tuple[Action, ...]:
    """The actions of an area of which nobody has said how they stand."""
    return tuple(
        action
        for action in area.area.actions
        if standing(action.declared, pack.scheme).is_a is StatusIs.NOT_KNOWN
    )


def overdue_refs(area: AreaPack, as_at: date) -> tuple[str, ...]:
    """The refs of an area's actions whose latest day has passed, in their order."""
    late = [action.ref for action in area.area.actions if is_overdue(action, today=as_at)]
    return tuple(sorted(late, key=ref_order))


def status_before(area: AreaPack, action: Action) -> tuple[bool, Status | None]:
    """Whether the action was there at the last board, and what stood then."""
    known = dict(area.last_action_status)
    return action.id in known, known.get(action.id)


def change_of(area: AreaPack, action: Action) -> str:
    """New, Same, Improved or Worse since the last board; a dash where the two cannot be compared."""
    there, before = status_before(area, action)
    if not there:
        return "New"
    if before is None and action.declared is None:
        return "Same"
    found = direction(before, action.declared)
    return found.change if found else "Declared" if before is None else "–"


@dataclass(frozen=True)
class ActionLine:
    """One row of the table of actions."""

    action: Action
    status: Status
    change: str
    flags: tuple[str, ...]
    latest: str


@dataclass(frozen=True)
class ActionLines:
    """Actions of an area: one sentence of counts, those shown, and the refs of those that are only named."""

    counts: str
    shown: tuple[ActionLine, ...]
    unchanged: tuple[str, ...] = ()
    flagged: str = ""  # what is flagged of those unchanged: `No date: 4.8.`
    unproven: str = ""

    @property
    def rest(self) -> str:
        """`On course and unchanged: 4.8, 4.12. No date: 4.8.`, or nothing."""
        unchanged = f"On course and unchanged: {', '.join(self.unchanged)}." if self.unchanged else ""
        return " ".join(part for part in (unchanged, self.flagged) if part)


def action_lines(area: AreaPack, pack: HighlightPack) -> ActionLines:
    """The table of an area: everything not met, or only what matters where that is more than twelve."""
    around = pack.around
    actions = sorted(area.area.actions, key=lambda action: ref_order(action.ref))
    flagged = {action.id: flags_of(action, around) for action in actions}
    lines = [line_of(action, area, pack) for action in actions if not is_closed(action)]
    told = (counts_sentence(area, pack), ended_sentence(actions, pack.as_at))
    counts, unproven = " ".join(part for part in told if part), _unproven(actions, flagged)
    if len(lines) <= MOST_SHOWN:
        return ActionLines(counts, tuple(lines), unproven=unproven)
    shown = tuple(line for line in lines if _matters(line, flagged[line.action.id]))
    quiet = [line.action for line in lines if line not in shown]
    named = {kind: [action.ref for action in quiet if kind in _kinds(flagged[action.id])] for kind in _NAMED}
    said = " ".join(f"{_NAMED[kind]}: {', '.join(refs)}." for kind, refs in named.items() if refs)
    return ActionLines(counts, shown, tuple(action.ref for action in quiet), said, unproven)


def _matters(line: ActionLine, flags: Iterable[Flag]) -> bool:
    settled = line.status.is_a in (StatusIs.ON_COURSE, StatusIs.NOT_STARTED)
    return not settled or line.change != "Same" or bool(_kinds(flags) & _PRESSING)


def line_of(action: Action, area: AreaPack, pack: HighlightPack) -> ActionLine:
    """What is said of one action."""
    flags = flags_of(action, pack.around)
    told = flags_told(action, flags)
    return ActionLine(
        action,
        standing(action.declared, pack.scheme),
        change_of(area, action) if pack.period.last_board else "–",
        told,
        latest_of(action, flags, pack.period) or ("" if told else "–"),
    )


def _kinds(flags: Iterable[Flag]) -> set[FlagKind]:
    return {flag.kind for flag in flags}


_TOLD: Final = {
    FlagKind.OVERDUE: "Overdue.",
    FlagKind.DUE_SOON: "Due before the board.",
    FlagKind.IMPOSSIBLE_DATE: "Impossible date.",
    FlagKind.NO_DATE: "No date.",
    FlagKind.NO_REASON: "No reason given.",
}
"""The flags of the plan page in the words of a table; the others have a place of their own:
a moved date in By when, a missing update in Latest, what is met without proof above the table."""


_PRESSING: Final = frozenset({FlagKind.OVERDUE, FlagKind.DUE_SOON, FlagKind.NO_REASON})
_NAMED: Final = {
    FlagKind.NO_DATE: "No date",
    FlagKind.IMPOSSIBLE_DATE: "Impossible date",
    FlagKind.DATE_MOVED: "Date moved",
    FlagKind.NO_UPDATE: "No update since the last board",
}
"""What brings an action that is on course and unchanged into the table, and what is only said of it."""


def flags_told(action: Action, flags: Iterable[Flag]) -> tuple[str, ...]:
    """What hurts, in words: `On track but overdue.`, `No date.`, `Due before the board.`"""
    kinds = _kinds(flags)
    told = {kind: words for kind, words in _TOLD.items() if kind in kinds}
    if FlagKind.ON_TRACK_BUT_OVERDUE in kinds and action.declared:
        told[FlagKind.OVERDUE] = f"{action.declared.label} but overdue."
    return tuple(told.values())


def latest_of(action: Action, flags: Iterable[Flag], period: Period) -> str:
    """The newest news in twelve words, with its day where it is older than the last board.

    Where an update is missed it says since when; nothing where nothing was ever said.
    """
    heard = [(update.as_at, update.text) for update in action.updates]
    heard += [(judgement.as_at, judgement.why) for judgement in action.judgements]
    if FlagKind.NO_UPDATE in _kinds(flags):
        return f"No update since {day(max(as_at for as_at, _ in heard))}." if heard else "No update."
    said = [(as_at, text) for as_at, text in heard if tidied(text)]
    if not said:
        return ""
    newest, text = max(said, key=lambda dated: dated[0])
    words = bound(sentence(cut_words(text, WORDS_OF_LATEST)))
    is_old = period.last_board is not None and newest <= period.last_board
    return f"{day(newest)}: {words}" if is_old else words


def by_when_lines(action: Action, as_at: date | None = None) -> tuple[str, ...]:
    """The deadline as written, what it is read as where that is no full date, what it was, and by what."""
    written = cut_characters(action.by_when.as_written, LONGEST_BY_WHEN) or "To be confirmed"
    lines = (written, action.by_when.beside, _revised(action, as_at))
    return tuple(bound(line) for line in lines if line)


def _revised(action: Action, as_at: date | None) -> str:
    original, agreed = action.original_by_when, agreed_date(action.cited)
    if original is None or not moved(original, action.by_when):
        return ""
    by = f" ({agreed.cited_on(as_at or agreed.made_on)})" if agreed else ""
    return f"revised from {cut_characters(original.in_full, LONGEST_BY_WHEN)}{by}"


def counts_sentence(area: AreaPack, pack: HighlightPack) -> str:
    """`9 actions: 3 met (4.1, 4.4 and, this period, 4.7), 3 on track, 1 not on track.`"""
    actions = area.area.actions
    if not actions:
        return ""
    statuses = [standing(action.declared, pack.scheme).key for action in actions]
    counts = [(status, statuses.count(status.key)) for status in in_order(pack.scheme)]
    said = [
        f"{count} {status.label.lower()}{_named_met(area, status) if status.is_a.closed else ''}"
        for status, count in counts
        if count
    ]
    return f"{len(actions)} {'action' if len(actions) == 1 else 'actions'}: {', '.join(said)}."


def ended_sentence(actions: Iterable[Action], as_at: date) -> str:
    """`By decision: 4.8 handed to business as usual (D-016), 4.9 closed (D-017).`, or nothing."""
    ended = [
        f"{action.ref} {action.ended.ended} ({action.ended.cited_on(as_at)})"
        for action in actions
        if action.ended is not None
    ]
    return bound(f"By decision: {', '.join(ended)}.") if ended else ""


def _unproven(actions: Sequence[Action], flagged: Mapping[str, tuple[Flag, ...]]) -> str:
    """`Met, but no evidence is linked: 4.1 and 4.4.`, and what is met while a KPI of it is not."""
    bare = [action for action in actions if FlagKind.NO_EVIDENCE in _kinds(flagged[action.id])]
    labels = dict.fromkeys(action.declared.label for action in bare if action.declared)
    missed = (
        f"{action.ref}: {flag.sentence}"
        for action in actions
        for flag in flagged[action.id]
        if flag.kind is FlagKind.KPI_NOT_MET
    )
    return " ".join(
        (*(f"{label}, but no evidence is linked: {_refs(bare, label)}." for label in labels), *missed)
    )


def _refs(actions: Sequence[Action], label: str) -> str:
    found = [action.ref for action in actions if action.declared and action.declared.label == label]
    refs, more = sorted(found, key=ref_order)[:MOST_REFS], len(found) - MOST_REFS
    return f"{', '.join(refs)} and {more} more" if more > 0 else listed(refs)


def _named_met(area: AreaPack, status: Status) -> str:
    met = [action for action in area.area.actions if action.declared and action.declared.key == status.key]
    earlier = [action.ref for action in met if not _newly_met(area, action)]
    now = [action.ref for action in met if _newly_met(area, action)]
    if not now:
        return f" ({listed(earlier)})"
    if not earlier:
        return f" (this period: {listed(now)})"
    return f" ({', '.join(earlier)} and, this period, {listed(now)})"


def _newly_met(area: AreaPack, action: Action) -> bool:
    there, before = status_before(area, action)
    return is_complete(action) and there and not (before is not None and before.is_a.closed)

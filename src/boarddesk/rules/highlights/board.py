"""The first page of a whole board's report: what is wrong, what is wanted, how it went at the last boards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from boarddesk.rules.highlights.actions import overdue_refs, standing
from boarddesk.rules.highlights.area import (
    LEADS,
    NOT_GIVEN,
    Ask,
    ask_sentence,
    lines,
    path_to_green,
    plain_title,
    reason_of,
    unknown_then,
    why,
)
from boarddesk.rules.highlights.pack import AreaPack, AttendanceLine, HighlightPack, StatusCounts
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.plan.actions import Action
from boarddesk.rules.statuses.status import Status, StatusIs
from boarddesk.rules.wording import between, bound, count_in_words, cut_words, day, listed, number, sentence

MOST_OFF_COURSE: Final = 6
MOST_BOARDS: Final = 4
WORDS_OF_TITLE: Final = 8
LONGEST_ALT: Final = 150


def asks_of_board(pack: HighlightPack) -> tuple[Ask, ...]:
    """What all areas ask, decisions first, the same thing asked twice said once."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind, lead in LEADS.items():
        for area in pack.areas:
            for line in lines(area, kind, pack):
                found.setdefault((lead, ask_sentence(line.text)), []).append(area.area.number)
    return tuple(Ask(f"{lead} ({_areas(numbers)}):", text) for (lead, text), numbers in found.items())


def _areas(numbers: Sequence[str]) -> str:
    unique = list(dict.fromkeys(numbers))
    return f"{'area' if len(unique) == 1 else 'areas'} {listed(unique)}"


def in_short(pack: HighlightPack) -> tuple[str, str]:
    """The lead and the rest: what is wrong, what is late, what is asked."""
    lead, rest = where_it_stands(pack)
    return lead, f"{rest} {_asked_for(pack)}"


def where_it_stands(pack: HighlightPack) -> tuple[str, str]:
    """The lead and the rest: what is wrong, what is late."""
    rest = (_at_risk(pack), _late(pack))
    return _off_course_lead(pack), " ".join(part for part in rest if part)


def _at_risk(pack: HighlightPack) -> str:
    """The areas at risk where others are off course: amber is named too."""
    amber = [area for area in pack.areas if _is(area, StatusIs.AT_RISK)]
    if not amber or not any(_is(area, StatusIs.OFF_COURSE) for area in pack.areas):
        return ""
    numbers = listed([area.area.number for area in amber])
    verb, place = ("is", "area") if len(amber) == 1 else ("are", "areas")
    return sentence(f"{number(len(amber))} {verb} {_label_of(amber, 'at risk')}: {place} {numbers}")


def _off_course_lead(pack: HighlightPack) -> str:
    total = len(pack.areas)
    adverse = [area for area in pack.areas if area.area.declared and area.area.declared.is_a.adverse]
    off = [area for area in adverse if _is(area, StatusIs.OFF_COURSE)]
    if off:
        label = _label_of(off, "off course")
        verb = "is" if len(off) == 1 else "are"
        numbers = listed([area.area.number for area in off])
        named = f"{_short_title(off[0])} (area {numbers})" if len(off) == 1 else f"areas {numbers}"
        return sentence(f"{_which(len(off), total)} {verb} {label}: {named}")
    if adverse:
        verb = "is" if len(adverse) == 1 else "are"
        numbers = listed([area.area.number for area in adverse])
        label = _label_of(adverse, "at risk")
        place = f"area {numbers}" if len(adverse) == 1 else f"areas {numbers}"
        return sentence(f"{_which(len(adverse), total)} {verb} {label}: {place}")
    silent = [
        area for area in pack.areas if standing(area.area.declared, pack.scheme).is_a is StatusIs.NOT_KNOWN
    ]
    if silent:
        return sentence(f"the status of {_which(len(silent), total)} is not known")
    none = {1: "No area", 2: "Neither area"}.get(total, f"No area of {number(total)}")
    return f"{none} is off course."


def _which(count: int, total: int) -> str:
    """So many areas of all, as one says it: `the area`, `both areas`, `all five areas`, `two of five`."""
    if count < total:
        return f"{count_in_words(count, 'area')} of {number(total)}"
    return {1: "the area", 2: "both areas"}.get(total, f"all {number(total)} areas")


def _short_title(area: AreaPack) -> str:
    """In eight words; an ellipsis says where it goes on: the whole title stands where the area begins."""
    title = cut_words(plain_title(area), WORDS_OF_TITLE).rstrip(".")
    return title[:1].lower() + title[1:] if not title[:2].isupper() else title


def _is(area: AreaPack, what: StatusIs) -> bool:
    return area.area.declared is not None and area.area.declared.is_a is what


def _label_of(areas: Iterable[AreaPack], otherwise: str) -> str:
    """The scheme's own word where all share it."""
    labels = {area.area.declared.label.lower() for area in areas if area.area.declared}
    return labels.pop() if len(labels) == 1 else otherwise


def _late(pack: HighlightPack) -> str:
    total = sum(len(area.area.actions) for area in pack.areas)
    if not total:
        return "There are no actions yet."
    overdue = _overdue(pack)
    told = any(area.area.declared and area.area.declared.is_a.adverse for area in pack.areas)
    adverse = "" if told else listed([part for what in _ADVERSE if (part := _so_many(pack, what))])
    return bound("; ".join(part for part in (overdue or "No action is overdue", adverse) if part) + ".")


def _overdue(pack: HighlightPack) -> str:
    """`3 of 13 actions are overdue`, by date alone where nobody knows what was done by then; or nothing."""
    total = sum(len(area.area.actions) for area in pack.areas)
    late = sum(len(overdue_refs(area, pack.as_at)) for area in pack.areas)
    by_date = " by date alone" if pack.brought_in and unknown_then(pack) else ""
    return f"{late} of {total} actions {'is' if late == 1 else 'are'} overdue{by_date}" if late else ""


_ADVERSE: Final = (StatusIs.OFF_COURSE, StatusIs.AT_RISK)


def _so_many(pack: HighlightPack, what: StatusIs) -> str:
    """`two are partially met`: how many actions stand so, in the scheme's own word."""
    found = [
        action.declared
        for area in pack.areas
        for action in area.area.actions
        if action.declared and action.declared.is_a is what
    ]
    labels = {status.label.lower() for status in found}
    word = labels.pop() if len(labels) == 1 else "off course" if what is StatusIs.OFF_COURSE else "at risk"
    return f"{number(len(found))} {'is' if len(found) == 1 else 'are'} {word}" if found else ""


def _asked_for(pack: HighlightPack) -> str:
    asks = asks_of_board(pack)
    decisions = sum(ask.lead.startswith("Decide") for ask in asks)
    helps = len(asks) - decisions
    parts = [count_in_words(decisions, "decision")] if decisions else []
    parts += [count_in_words(helps, "piece of help", "pieces of help")] if helps else []
    if not parts:
        return "Nothing is asked of the board."
    return sentence(f"{listed(parts)} {'is' if len(asks) == 1 else 'are'} asked")


def off_course(pack: HighlightPack) -> tuple[tuple[str, str], ...]:
    """Lead and reason for each area off course, then for actions off course in other areas."""
    areas = [area for area in pack.areas if _is(area, StatusIs.OFF_COURSE)]
    found = [(f"Area {area.area.number}:", _why_and_path(area, pack)) for area in areas]
    of_areas = len(found)
    for area in pack.areas:
        if area not in areas:
            found += [
                (f"Action {action.ref} (area {area.area.number}):", _reason_of_action(action))
                for action in area.area.actions
                if _action_is_off(action)
            ]
    more_areas = max(of_areas - MOST_OFF_COURSE, 0)
    more_actions = len(found) - max(of_areas, MOST_OFF_COURSE)
    more = [
        count_in_words(count, f"more {what}")
        for count, what in ((more_areas, "area"), (more_actions, "action"))
        if count > 0
    ]
    rest = (("", f"And {listed(more)}, below."),) if more else ()
    return (*found[:MOST_OFF_COURSE], *rest)


def none_off_course(pack: HighlightPack) -> str:
    """What is said where nothing is declared off course; nothing where that is all there is to say."""
    late = _overdue(pack)
    overdue = bound(f"Nothing is declared off course, but {late}.") if late else ""
    return " ".join(said for said in (overdue, unknown_then(pack)) if said)


def _reason_of_action(action: Action) -> str:
    why_it_is = action.judgements[0].why
    return reason_of(why_it_is) if why_it_is.strip() else "no reason given."


def _action_is_off(action: Action) -> bool:
    return action.declared is not None and action.declared.is_a is StatusIs.OFF_COURSE


def _why_and_path(area: AreaPack, pack: HighlightPack) -> str:
    path = path_to_green(area)
    reason = why(area, pack)
    return reason if not path or path == NOT_GIVEN else f"{reason} {sentence(path)}"


# Statuses over the last boards


def bars_in_order(pack: HighlightPack) -> tuple[StatusCounts, ...]:
    """The last four boards, the newest last."""
    return tuple(sorted(pack.over_boards, key=lambda counts: counts.board_day)[-MOST_BOARDS:])


def counts_in_order(counts: StatusCounts, statuses: Sequence[Status]) -> tuple[int, ...]:
    """How many have each status; those never declared stand with what is not known."""
    found = {status.key: count for status, count in counts.counts}
    silent = next((status.key for status in statuses if status.is_a is StatusIs.NOT_KNOWN), "")
    if silent:
        found[silent] = found.get(silent, 0) + counts.undeclared
    return tuple(found.get(status.key, 0) for status in statuses)


def bars_finding(pack: HighlightPack) -> str:
    """`Met rises from 11 to 17 of 38; two are now not on track.`"""
    bars = bars_in_order(pack)
    first, last = bars[0], bars[-1]
    then, total = (sum(count for _, count in bar.counts) + bar.undeclared for bar in (first, last))
    met_then, met_now = _count_of(first, StatusIs.COMPLETE), _count_of(last, StatusIs.COMPLETE)
    verb = "rises" if met_now > met_then else "falls" if met_now < met_then else "stays"
    of_then = "" if then == total else f" of {then}"
    moved = f"from {met_then}{of_then} to {met_now}" if met_now != met_then else f"at {met_now}"
    of_now = f"{total}{f', where there were {then}' if of_then and met_now == met_then else ''}"
    off = _count_of(last, StatusIs.OFF_COURSE)
    label = next(
        (status.label.lower() for status, _ in last.counts if status.is_a is StatusIs.OFF_COURSE),
        "off course",
    )
    word = _label_among(last, StatusIs.COMPLETE)
    lead = f"{word} {verb} {moved} of {of_now}; " if word else ""
    how_many = number(off) if off else "none"
    return sentence(f"{lead}{how_many} {'are' if off > 1 else 'is'} now {label}")


def _label_among(counts: StatusCounts, what: StatusIs) -> str:
    return next((status.label for status, _ in counts.counts if status.is_a is what), "")


def _count_of(counts: StatusCounts, what: StatusIs) -> int:
    return sum(count for status, count in counts.counts if status.is_a is what)


def bars_title(pack: HighlightPack) -> str:
    """`All actions over the last four boards`; a report for no meeting ends with the day it is of."""
    boards = len(bars_in_order(pack))
    if pack.meeting_id:
        return f"All actions over the last {number(boards)} boards"
    return bound(f"All actions over the last {number(boards - 1)} boards, and on {day(pack.meeting_day)}")


def bars_alt(pack: HighlightPack) -> str:
    """What the bars are, in 150 characters."""
    bars = bars_in_order(pack)
    days = f"{day(bars[0].board_day)} to {day(bars[-1].board_day)}".replace("\N{NO-BREAK SPACE}", " ")
    where = f"at {number(len(bars))} boards" if pack.meeting_id else f"on {number(len(bars))} days"
    said = f"Stacked bars of action statuses {where}, {days}. {bars_finding(pack)}"
    return said if len(said) <= LONGEST_ALT else f"{said.split('. ')[0]}."


def latest_counts(pack: HighlightPack, statuses: Sequence[Status]) -> str:
    """The newest board's counts in a sentence, where there are too few boards for bars."""
    bars = bars_in_order(pack)
    if not bars:
        return ""
    counts = zip(statuses, counts_in_order(bars[-1], statuses), strict=True)
    said = ", ".join(f"{count} {status.label.lower()}" for status, count in counts if count)
    return f"On {day(bars[-1].board_day)}: {said}." if said else ""


def attendance_sentences(line: AttendanceLine) -> tuple[str, str]:
    """`96 of 110 (87%), below the target of 90%.` and what it counts."""
    against = (
        f", {'below' if line.below else 'at or above'} the target of {line.target}" if line.target else ""
    )
    lead = bound(f"{line.filled} of {line.expected} ({line.shown}){against}.")
    personal = line.figure is TargetFigure.PERSONAL
    counts = "seats whose own member came" if personal else "seats filled by the member or a deputy"
    meetings = f"{count_in_words(line.meetings, 'meeting')} from {between(line.first, line.last)}"
    rest = f"This counts {counts}, of seats expected, at {meetings}."
    spread = f" Lowest {line.lowest}, highest {line.highest}." if line.lowest and line.highest else ""
    still = (
        f" {sentence(count_in_words(line.open_registers, 'register'))[:-1]} still open."
        if line.open_registers
        else ""
    )
    return lead, bound(f"{rest}{spread}{still}")

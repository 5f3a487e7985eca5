"""The words of one area in a highlight report: where it stands and why, what it asks, how to read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.highlights.actions import overdue_refs, silent_actions, standing, unknown_of
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack
from boarddesk.rules.plan.actions import Highlight, is_complete
from boarddesk.rules.statuses.status import Status, StatusIs, direction
from boarddesk.rules.wording import (
    bound,
    cut_characters,
    cut_words,
    day,
    day_of_year,
    listed,
    number,
    sentence,
    tidied,
)

WORDS_OF_REASON: Final = 30
ONE_LINE: Final = 95
MOST_LINES: Final = 3
MOST_REFS: Final = 6
LONGEST_AREA_TITLE: Final = 72  # a heading holds a hundred characters, with what stands around it
NOT_GIVEN: Final = "not given."


# The area


def area_name(area: AreaPack) -> str:
    """`Area 4 · Timely plans of good quality`, cut where the council wrote a whole sentence."""
    title = cut_characters(plain_title(area), LONGEST_AREA_TITLE)
    return f"Area {area.area.number} · {title}" if area.area.number else title


def plain_title(area: AreaPack) -> str:
    """The title without the `Area 4 -` that many plans begin it with."""
    number_said = re.escape(area.area.number)
    title = re.sub(rf"(?i)^\s*(area|priority|theme)\s*{number_said}\s*[-–—:|.·]*\s*", "", area.area.title)
    return tidied(title) or tidied(area.area.title)


def area_in_full(area: AreaPack) -> str:
    """The whole title where the heading had to cut it, or nothing."""
    whole = plain_title(area)
    return whole if len(whole) > LONGEST_AREA_TITLE else ""


def leads(area: AreaPack) -> str:
    """`leads Marian Adeyemi and Paul Kowalczyk`, `no lead yet`."""
    names = [tidied(name) for name in area.area.leads]
    if not names:
        return "no lead yet"
    return f"{'lead' if len(names) == 1 else 'leads'} {listed(names)}"


@dataclass(frozen=True)
class AreaStanding:
    """Where an area stands, each part already in words but the status itself."""

    status: Status
    before: str
    direction: str
    met: str
    overdue: str
    overdue_count: int


def area_standing(area: AreaPack, pack: HighlightPack) -> AreaStanding:
    """The strip under an area's heading."""
    late = overdue_refs(area, pack.as_at)
    total = len(area.area.actions)
    came_later = pack.brought_in is not None and len(silent_actions(area, pack)) == total
    met = sum(is_complete(action) for action in area.area.actions)
    return AreaStanding(
        standing(area.area.declared, pack.scheme),
        _before(area, pack),
        _direction(area, pack),
        _met(met, total, known=not came_later),
        _overdue(late),
        len(late),
    )


def _met(met: int, total: int, *, known: bool) -> str:
    if not total:
        return "No actions"
    return f"{met}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{total}" if known else "Not known"


def _overdue(late: Sequence[str]) -> str:
    if not late:
        return "None"
    named, more = late[:MOST_REFS], len(late) - MOST_REFS
    rest = f" and {more} more" if more > 0 else ""
    return f"{len(late)} {'action' if len(late) == 1 else 'actions'}: {', '.join(named)}{rest}"


def _before(area: AreaPack, pack: HighlightPack) -> str:
    if area.last is not None:
        return area.last.status.shown
    is_new = pack.period.last_board is None or not area.last_action_status
    return "–\N{NO-BREAK SPACE}New area" if is_new else unknown_of(pack.scheme).shown


def _direction(area: AreaPack, pack: HighlightPack) -> str:
    if area.last is None:
        return "–\N{NO-BREAK SPACE}First report"
    found = direction(area.last.status, area.area.declared)
    return found.shown if found else "–\N{NO-BREAK SPACE}Not known"


def why(area: AreaPack, pack: HighlightPack) -> str:
    """The lead's words in thirty, or that nothing has come."""
    if not area.area.judgements:
        return f"no update received by {day(pack.as_at)}."
    return reason_of(area.area.judgements[0].why)


def path_to_green(area: AreaPack) -> str:
    """The way back in thirty words; nothing where the area is on course or complete."""
    if not area.area.judgements:
        return NOT_GIVEN
    stands = area.area.judgements[0]
    if stands.status.is_a in (StatusIs.ON_COURSE, StatusIs.COMPLETE):
        return reason_of(stands.path_to_green) if stands.path_to_green.strip() else ""
    return reason_of(stands.path_to_green)


def reason_of(text: str) -> str:
    """A reason in thirty words, or that none is given."""
    said = cut_words(text, WORDS_OF_REASON)
    if not said:
        return NOT_GIVEN
    return bound(said if said[-1] in ".!?…" else f"{said}.")


# What people wrote for this board


def lines(area: AreaPack, kind: str, pack: HighlightPack) -> tuple[Highlight, ...]:
    """The lines of one kind written since the last board, in the order they came."""
    first, last = pack.period.first, pack.period.last
    found = (line for line in area.area.highlights if line.kind == kind and tidied(line.text))
    return tuple(line for line in found if (first is None or line.as_at >= first) and line.as_at <= last)


def short_lines(texts: Sequence[str]) -> tuple[str, ...]:
    """Three bullets of one line, and how many more there are."""
    shown = tuple(bound(cut_characters(sentence(tidied(text)), ONE_LINE)) for text in texts[:MOST_LINES])
    more = len(texts) - MOST_LINES
    return (*shown, f"And {number(more)} more.") if more > 0 else shown


@dataclass(frozen=True)
class Ask:
    """Something asked of the board, with the areas that ask it."""

    lead: str
    text: str


LEADS: Final = {"decide": "Decide", "help": "Help"}


def asks_of_area(area: AreaPack, pack: HighlightPack) -> tuple[Ask, ...]:
    """What one area asks: all of it, decisions first."""
    return tuple(
        Ask(f"{lead}:", ask_sentence(line.text))
        for kind, lead in LEADS.items()
        for line in lines(area, kind, pack)
    )


def ask_sentence(text: str) -> str:
    """An ask as a sentence, without the lead somebody typed."""
    said = tidied(re.sub(r"(?i)^\s*(decide|decision|help)\s*[:–-]\s*", "", text))
    return bound(said if said[-1:] in (".", "?", "!") else f"{said}.")


# How to read it


def period_words(pack: HighlightPack) -> str:
    """`period 13 May to 9 June 2026`, or up to the day at the first board."""
    first, last = pack.period.first, pack.period.last
    if first is None:
        return f"up to {day(last)}"
    return f"period {day_of_year(first) if first.year == last.year else day(first)} to {day(last)}"


def brought_in(pack: HighlightPack) -> str:
    """`the plan as brought in on 28 November 2026`, where that was after the board; else nothing."""
    return f"the plan as brought in on {day(pack.brought_in)}" if pack.brought_in else ""


def unknown_then(pack: HighlightPack) -> str:
    """Of how many actions no status is known on the report's day, and why where the plan came in later."""
    total = sum(len(area.area.actions) for area in pack.areas)
    silent = sum(len(silent_actions(area, pack)) for area in pack.areas)
    if not silent:
        return ""
    every = {1: "the action", 2: "both actions"}.get(total, f"all {number(total)} actions")
    of = f"{silent} of {total} actions" if silent < total else every
    why_not = f": the plan came in on {day(pack.brought_in)}" if pack.brought_in else ""
    return bound(f"On {day(pack.as_at)} the status of {of} is not known{why_not}.")


def cancelled(pack: HighlightPack) -> tuple[str, str] | None:
    """That the meeting was cancelled, and what the report is then; None where it was not.

    Why is left out: the reason may speak of people.
    """
    if not pack.cancelled:
        return None
    stands = "The report stands as it was prepared for that day."
    return f"The meeting of {day(pack.meeting_day)} was cancelled.", stands


def compared_with(pack: HighlightPack) -> str:
    """What change, direction and last board are held against."""
    last = pack.period.last_board
    if last is None:
        return "This is the first report, so nothing is compared."
    return f"Change, direction and last board: compared with {day(last)}."


def abbreviations(text: str, pack: HighlightPack) -> tuple[str, ...]:
    """Each abbreviation that stands in the text, written out."""
    return written_out(text, glossary_of(pack))


def glossary_of(pack: HighlightPack) -> tuple[tuple[str, str], ...]:
    """The office's own words, and the short name of the board."""
    short = pack.board_short if pack.board_short.isupper() and pack.board_short != pack.board else ""
    return (*pack.glossary, *(((short, pack.board),) if short and pack.board else ()))

"""What an agenda says, in words: when, what is asked, its papers, who is expected."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.rules.agenda.item import EXEMPT_PARAGRAPHS
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.agenda.pack import AgendaPack, ComingMeeting
from boarddesk.rules.papers.paper import Paper
from boarddesk.rules.wording import (
    bound,
    count_in_figures,
    count_in_words,
    day,
    listed,
    lower_first,
    sentence,
    tidied,
)

WITHHELD = "withheld"


def initialled(name: str) -> str:
    """A name for a narrow column: `M. Oduya`; a name of one word, a post or a group stays whole."""
    words = tidied(name).split()
    if len(words) != 2 or not all(word[:1].isupper() for word in words):
        return tidied(name)
    return f"{words[0][0]}.\N{NO-BREAK SPACE}{words[1]}"


def when(pack: AgendaPack) -> str:
    """`Tuesday 9 June 2026, 14:00 to 16:00.`"""
    meeting, agenda = pack.meeting, pack.agenda
    end = meeting.end_time or agenda.should_end
    hours = f", {meeting.start_time} to {end}" if meeting.start_time and end else ""
    return bound(f"{meeting.date:%A} {day(meeting.date)}{hours or ', at a time to be told'}.")


def where(pack: AgendaPack) -> str:
    """`Committee room 2, or by video link.`"""
    place = tidied(pack.meeting.venue)
    if place and pack.meeting.link and "video" not in place.casefold():
        return f"{place}, or by video link."
    if place:
        return sentence(place)
    return "By video link." if pack.meeting.link else "The place will be told."


def asked(pack: AgendaPack) -> str:
    """`Three decisions are asked: items 3, 5 and 7.`"""
    found = pack.decisions
    if not found:
        return "No decision is asked."
    verb = "is" if len(found) == 1 else "are"
    return sentence(f"{count_in_words(len(found), 'decision')} {verb} asked: {items_named(found)}")


def items_named(rows: Sequence[AgendaRow]) -> str:
    """`item 3`, `items 3, 5 and 7`."""
    numbers = listed([row.number for row in rows])
    return f"{'item' if len(rows) == 1 else 'items'}\N{NO-BREAK SPACE}{numbers}"


def length_told(pack: AgendaPack) -> str:
    """`120 minutes planned, 120 available.`; how much too long it is, and what has no time."""
    agenda = pack.agenda
    over = f" {count_in_figures(agenda.over, 'minute')} longer than the meeting." if agenda.over else ""
    untimed = count_in_figures(agenda.untimed, "item") if agenda.untimed else ""
    open_ones = f" {untimed} {'has' if agenda.untimed == 1 else 'have'} no time given." if untimed else ""
    minutes = count_in_figures(agenda.minutes, "minute")
    return f"{minutes} planned, {agenda.length} available.{over}{open_ones}"


def papers_cell(row: AgendaRow, pack: AgendaPack) -> str:
    """`Paper 1`, `Papers 3, 4`, `Paper 5, to follow`; a heading has none of its own."""
    there = pack.papers_of(row.item)
    if pack.for_publication and row in pack.restricted:
        return WITHHELD.capitalize() if there or row.item.papers_wanted else "None"
    if not there:
        return "To follow" if row.item.papers_wanted else "None"
    numbers = {paper.id: number for number, paper in enumerate(pack.numbered, start=1)}
    in_hand = [str(numbers[paper.id]) for paper in there if paper.copy]
    awaited = [str(numbers[paper.id]) for paper in there if not paper.copy]
    told = [
        f"{'Paper' if len(which) == 1 else 'Papers'}\N{NO-BREAK SPACE}{', '.join(which)}{after}"
        for which, after in ((in_hand, ""), (awaited, ", to follow"))
        if which
    ]
    return "; ".join(told)


def paper_line(paper: Paper, pack: AgendaPack) -> str:
    """A paper in the list: its title, that it is to follow, that the public does not get it."""
    if pack.for_publication and paper.id in pack.withheld:
        return f"A paper of a restricted item, {WITHHELD}"
    if paper.copy is None:
        by = f" by {day(pack.papers_due)}" if pack.as_at <= pack.papers_due else ""
        return f"{tidied(paper.title)} (to follow{by})"
    return tidied(paper.title)


def expected(pack: AgendaPack) -> str:
    """Who comes as replies stand, and whether that is a quorum; empty where there is nobody to ask."""
    if pack.forecast is None or pack.replies is None or not pack.replies.number_asked:
        return ""
    replies, quorum = pack.replies, pack.forecast.quorum
    coming = replies.coming + replies.deputies
    told = [f"{coming} of {replies.number_asked} have said they come or send a deputy."]
    if replies.silent:
        told.append(f"{len(replies.silent)} {'has' if len(replies.silent) == 1 else 'have'} not replied.")
    if pack.apologies and not pack.for_publication:
        names = [f"{name} ({deputy} deputises)" if deputy else name for name, deputy in pack.apologies]
        told.append(f"Apologies: {listed(names)}.")
    if not quorum.is_set:
        return " ".join([*told, "The terms of reference set no quorum."])
    needed = f"{quorum.needed} of {quorum.seats} quorum seats are needed" if quorum.needed else ""
    sums = "; ".join(part for part in (needed, *quorum.sums) if part)
    told.append(sentence(f"Quorum: {sums}. Forecast: {pack.forecast.word.casefold()}"))
    return " ".join(told)


def not_open(row: AgendaRow, pack: AgendaPack) -> str:
    """`Item 6 is not open to the public: exempt under paragraph 2 (…), because …`"""
    item = row.item
    paragraph = item.exempt_paragraph
    law = f"exempt under paragraph {paragraph} ({EXEMPT_PARAGRAPHS[paragraph]})" if paragraph else ""
    why = tidied(item.restricted_why).rstrip(".")
    reason = ". ".join(part for part in (law, why if law else lower_first(why)) if part)
    return sentence(f"Item {row.number} is not open to the public{f': {reason}' if reason else ''}")


def late_told(row: AgendaRow) -> str:
    """`Item 10 comes late and is taken for special circumstances: …`"""
    why = tidied(row.item.late_why).rstrip(".")
    return sentence(f"Item {row.number} comes late and is taken for special circumstances: {why}")


def coming_told(coming: ComingMeeting) -> str:
    """`Tuesday 14 July 2026, 14:00, Moor House. Papers due 3 July 2026.`"""
    meeting = coming.meeting
    place = tidied(meeting.venue) or ("by video link" if meeting.link else "")
    parts = (f"{meeting.date:%A} {day(meeting.date)}", meeting.start_time, place)
    return bound(f"{', '.join(part for part in parts if part)}. Papers due {day(coming.papers_due)}.")

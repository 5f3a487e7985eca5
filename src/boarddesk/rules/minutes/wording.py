"""What the minutes say in sentences: in short, who was there, what came of an item, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from boarddesk.rules.agenda.item import AgendaItem, Outcome
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.minutes.corrected import MinutesCorrection
from boarddesk.rules.minutes.minutes import MinutesState
from boarddesk.rules.minutes.pack import MinutesPack, PaperConsidered, Withheld
from boarddesk.rules.people import Role
from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.registers.parts import part_words
from boarddesk.rules.registers.register import FILLED, Mark, RollRow, Standing
from boarddesk.rules.wording import bound, count_in_figures, count_in_words, day, listed, sentence, tidied

MOST_DECISIONS: Final = 3
"""Decisions told in short; more are only counted."""

LONGEST_DECISION: Final = 90
"""Letters of a decision told in short; a longer one is only counted."""


ITEM_WITHHELD: Final = "This item is withheld from the published copy."


def noun(pack: MinutesPack) -> str:
    """Minutes, or notes of a meeting that was not quorate (domain.md, "Meetings")."""
    return "notes" if pack.meeting.state is MeetingState.INQUORATE else "minutes"


def state_told(pack: MinutesPack) -> str:
    """`with the chair`, `circulated 12 June 2026`, `confirmed 14 July 2026 as presented`; or nothing."""
    minutes = pack.minutes
    match minutes.state:
        case MinutesState.DRAFT:
            return ""
        case MinutesState.WITH_THE_CHAIR:
            return "with the chair"
        case MinutesState.CIRCULATED:
            return f"circulated {day(minutes.circulated_on)}" if minutes.circulated_on else "circulated"
        case MinutesState.CONFIRMED:
            on = f" {day(minutes.confirmed_on)}" if minutes.confirmed_on else ""
            made = sum(1 for each in pack.corrections if not each.after_confirmation)
            with_these = f"with {count_in_words(made, 'correction')}" if made else "as presented"
            return f"confirmed{on} {with_these}"


def is_to_come(pack: MinutesPack) -> bool:
    """Whether the meeting is still to come, so that its minutes can only have been prepared."""
    return pack.meeting.state.is_to_come and pack.meeting.date > pack.as_at


def in_short(pack: MinutesPack) -> tuple[str, str]:
    """How many decisions and actions, then the decisions themselves where they are few and short."""
    counted = listed(
        [
            count_in_words(len(records), one)
            for records, one in ((pack.decisions, "decision"), (pack.actions, "action"))
        ]
    )
    told = [
        sentence(f"{decision.verb}: {decision.text.rstrip('.')} ({decision.ref})")
        for decision in sorted(pack.decisions, key=lambda decision: decision.number)
    ]
    rest = ""
    if told and len(told) <= MOST_DECISIONS and all(len(each) <= LONGEST_DECISION for each in told):
        rest = " ".join(told)
    if pack.meeting.state is MeetingState.INQUORATE:
        rest = f"The meeting was not quorate, so its decisions wait to be ratified. {rest}".strip()
    return sentence(counted[:1].upper() + counted[1:]), bound(rest)


def members(pack: MinutesPack) -> tuple[RollRow, ...]:
    """Who the attendance table lists: everybody expected who holds a seat."""
    return tuple(row for row in pack.register.rows if row.expected and row.person_id)


def attendance_of(row: RollRow) -> tuple[str, str, str]:
    """The name, the seat and the attendance of a row; a deputy stands under their own name."""
    if row.mark is Mark.DEPUTY and row.deputy:
        return row.deputy, f"For {row.person}, {row.seat_title}", "Deputy"
    words = row.mark_label
    if row.mark is Mark.PART and (when := part_words(row)):
        words = f"present {when}"
    return row.person, row.seat_title, words[:1].upper() + words[1:]


def in_attendance(pack: MinutesPack) -> str:
    """`In attendance: Joan Fairley, secretary; Dana Wells, finance (item 5).`; empty where nobody was."""
    there = [
        f"{row.person}, {row.role if row.role is not Role.MEMBER else row.seat_title}"
        for row in pack.register.rows
        if row.standing is Standing.NOT_EXPECTED and row.mark in FILLED and row.person
    ]
    for guest in pack.register.guests:
        about = f", {guest.organisation}" if guest.organisation else ""
        there.append(f"{guest.name}{about}{f' ({tidied(guest.purpose)})' if guest.purpose else ''}")
    return f"In attendance: {'; '.join(there)}." if there else ""


def apologies(pack: MinutesPack) -> str:
    """`Apologies: Susan Hartley (deputy Farah Siddall) and Tom Ellery.`; empty where nobody sent any."""
    sent = [
        f"{row.person} (deputy {row.deputy})" if row.mark is Mark.DEPUTY and row.deputy else row.person
        for row in members(pack)
        if row.mark in (Mark.APOLOGIES, Mark.DEPUTY)
    ]
    return f"Apologies: {listed(sent)}." if sent else ""


def vacancies(pack: MinutesPack) -> str:
    """`Vacant: Head teacher.`; empty where every seat was held."""
    vacant = [row.seat_title for row in pack.register.rows if row.expected and not row.person_id]
    return f"Vacant: {listed(vacant)}." if vacant else ""


def quorum_told(pack: MinutesPack) -> str:
    """The sum, or that the register is not closed yet, so it may change."""
    if not pack.register.closed:
        return f"{pack.quorum.sentence} The register is not closed yet, so this may change."
    closed_on = pack.register.closed_on
    return pack.quorum.sentence + (f" The register was closed on {day(closed_on)}." if closed_on else "")


def papers_told(papers: Sequence[PaperConsidered]) -> str:
    """`Papers: Therapies waiting times (pack pages 12 to 19); Letter.`"""
    told = [f"{paper.title} (pack {_pages(paper.pages)})" if paper.pages else paper.title for paper in papers]
    return bound(f"{'Paper' if len(told) == 1 else 'Papers'}: {'; '.join(told)}.")


def _pages(span: str) -> str:
    return f"pages {span}" if " to " in span else f"page {span}"


def how_taken(item: AgendaItem) -> Iterator[str]:
    """What is to be known of an item before what was said: that it came late, or on the day."""
    if item.late_why:
        yield sentence(f"Taken as a late item: {tidied(item.late_why)}")
    elif item.added_on_the_day:
        yield "Added on the day."


def not_minuted(item: AgendaItem) -> str:
    """What stands for the text of an item nobody wrote under."""
    note = f": {tidied(item.outcome_note)}" if item.outcome_note else ""
    match item.outcome:
        case Outcome.DEFERRED:
            return sentence(f"Deferred{note}")
        case Outcome.NOT_REACHED:
            return sentence(f"Not reached{note}")
    return "Nothing was minuted."


def withheld_told(withheld: Withheld) -> str:
    """`Withheld from this copy: 5 paragraphs, 3 passages and 1 item.`; empty where nothing is."""
    counted = ((withheld.paragraphs, "paragraph"), (withheld.spans, "passage"), (withheld.items, "item"))
    told = listed([count_in_figures(many, one) for many, one in counted if many])
    return f"Withheld from this copy: {told}." if told else ""


def owner_told(action: BoardAction) -> str:
    """Who has an action; that nobody has it is said."""
    return action.owner_names or "No named person"


def challenge_told(challenge: Challenge, about: str) -> tuple[str, str]:
    """`Challenge C-009 to K3.1.`, the question, who asked it and through whom."""
    to = f" to {about}" if about else ""
    asked = [
        f"{lead} {who}"
        for lead, who in (("Asked by", challenge.asked_by), ("brought by", challenge.relayed_by))
        if who
    ]
    lead = " ".join(part for part in ("Challenge", challenge.ref) if part)
    return f"{lead}{to}.", bound(f" {sentence(challenge.text)} {sentence(', '.join(asked))}".rstrip())


def made_told(correction: MinutesCorrection) -> str:
    """`Made 14 July 2026, after the minutes were confirmed.`"""
    after = ", after the minutes were confirmed" if correction.after_confirmation else ""
    return f"Made {day(correction.made_on)}{after}."


def meeting_told(meeting: Meeting) -> str:
    """`Tuesday 14 July 2026, 14:00, Moor House`."""
    when = f"{meeting.date:%A} {day(meeting.date)}"
    return bound(", ".join(part for part in (when, meeting.start_time, meeting.venue) if part))


def decision_told(decision: Decision) -> tuple[str, str]:
    """`Decision D-007. Agreed:` and its words with what they are about; what waits to be ratified says so."""
    about = f" ({listed(decision.about)})" if decision.about else ""
    waits = " Subject to ratification." if decision.awaits_ratification else ""
    text = decision.text.rstrip()
    ending = text[-1:] if text[-1:] in (".", "!", "?", "…") else "."
    return (
        f"Decision {decision.ref}. {decision.verb.capitalize()}:",
        f" {text.removesuffix(ending)}{about}{ending}{waits}",
    )


def action_told(action: BoardAction) -> tuple[str, str, str]:
    """`Action A41.`, what is to be done, and who has it by when."""
    who = owner_told(action)
    due = f", by {day(action.due)}" if action.due else ", no date"
    return f"Action {action.ref}.", f" {sentence(action.text)} ", bound(f"{who}{due}.")


def correction_told(correction: MinutesCorrection, number: str = "") -> str:
    """`Item 5: “24 weeks” became “23 weeks”.`"""
    place = f"Item {number}: " if number else ""
    if not correction.was:
        return sentence(f"{place}added “{correction.will_be}”")
    if not correction.will_be:
        return sentence(f"{place}“{correction.was}” was taken out")
    return sentence(f"{place}“{correction.was}” became “{correction.will_be}”")

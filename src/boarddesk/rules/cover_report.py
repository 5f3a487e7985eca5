"""What a cover report says to a board above: what is asked of it, then its own headings in its own order.

Nothing here is made up: a heading prints what the office knows or what somebody wrote for it, else `None.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from boarddesk.rules.cover_headings import CoverHeading
from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.exceptions import ExceptionsPack
from boarddesk.rules.governance.receivers import Receiver
from boarddesk.rules.highlights import board as highlights
from boarddesk.rules.highlights.actions import in_order, standing
from boarddesk.rules.highlights.area import LEADS, ask_sentence, lines
from boarddesk.rules.highlights.pack import HighlightPack
from boarddesk.rules.papers.paper import Clearance
from boarddesk.rules.plan.actions import is_complete
from boarddesk.rules.plan.kpis import Verdict
from boarddesk.rules.plan.scorecard import reading
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks import report as risk_words
from boarddesk.rules.risks.escalations import Escalation, EscalationKind
from boarddesk.rules.risks.risk import Risk, by_score
from boarddesk.rules.wording import (
    MONTHS,
    bound,
    count_in_words,
    day,
    listed,
    lower_first,
    number,
    sentence,
    tidied,
    with_the,
)

MOST_RISKS: Final = 5
THE_BOARD: Final = "The board"
NOT_CLEARED: Final = "Not cleared yet"
_BY: Final = re.compile(
    rf"\s*,?\s+by\s+(?P<day>\d{{1,2}}\s(?:{'|'.join(MONTHS)})\s\d{{4}})\.?$", re.IGNORECASE
)


def cover_title(receiver: Receiver, sender: str) -> str:
    """`Health and Wellbeing Board: report from the SEND Improvement Board`."""
    return f"{receiver.name}: report from {with_the(sender)}"


@dataclass(frozen=True)
class CoverPack:
    """What a board tells another: its plan and register, what it sent up, and what was written by hand.

    `texts` are the words for headings, by the heading; `clearance` are the sign-offs that board wants.
    """

    receiver: Receiver
    receiver_day: date | None
    headings: tuple[CoverHeading, ...]
    told: ExceptionsPack
    sent: tuple[Escalation, ...] = ()
    appendices: tuple[str, ...] = ()
    last_report: date | None = None
    clearance: tuple[Clearance, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    edition: Edition = DRAFT
    is_published: bool = False

    @property
    def sender(self) -> str:
        """The board that reports."""
        return self.told.risks.board

    @property
    def as_at(self) -> date:
        """The day its content is of."""
        return self.told.risks.as_at

    def text_of(self, heading: CoverHeading) -> str:
        """What was written for a heading."""
        return self.texts.get(heading.title, "").strip()


@dataclass(frozen=True)
class Recommendation:
    """Something asked: the word it begins with, the rest, of whom, by when."""

    lead: str
    text: str
    of_whom: str = THE_BOARD
    by_when: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether more is wanted than that it be noted."""
        return self.lead != NOTE


NOTE: Final = "Note"


def given_texts(texts: Sequence[tuple[str, str]], headings: Sequence[CoverHeading]) -> dict[str, str]:
    """The words for headings, by the heading as it is printed; refused where there is no such heading."""
    known = {heading.title.casefold(): heading.title for heading in headings}
    found: dict[str, str] = {}
    for heading, words in texts:
        if heading.strip().casefold() not in known:
            names = listed([f"“{title}”" for title in known.values()])
            raise Refused(f"There is no heading “{heading.strip()}”. There is {names}.", field="text")
        found[known[heading.strip().casefold()]] = words
    return found


# What is asked


def recommendations(pack: CoverPack) -> tuple[Recommendation, ...]:
    """What was sent up to the board, what is asked in the plan, and that the plan be noted."""
    plan = pack.told.plan
    asked = [_of_escalation(sent, pack) for sent in pack.sent]
    if plan is not None:
        asked += list(dict.fromkeys(_of_plan(plan)))
    return (*asked, *_noted(pack))


def _of_escalation(sent: Escalation, pack: CoverPack) -> Recommendation:
    """`Agree one joint psychology offer`: the first word is what the board does."""
    said = sentence(tidied(sent.asked_for) or f"Take {tidied(sent.what)}").rstrip(".")
    lead, _, rest = said.partition(" ")
    rest, by_when = _by_when(f"{rest} ({sent.ref})" if sent.ref else rest, rest)
    asked_on = sent.agenda_day or pack.receiver_day
    return Recommendation(
        lead, rest, tidied(sent.parties) or THE_BOARD, by_when or (day(asked_on) if asked_on else "")
    )


def _by_when(whole: str, said: str) -> tuple[str, str]:
    """The words without the day they end in, and that day."""
    found = _BY.search(said)
    if found is None:
        return bound(whole), ""
    return bound(whole.replace(found[0], "")), bound(found["day"])


def _of_plan(plan: HighlightPack) -> Iterator[Recommendation]:
    for kind, lead in LEADS.items():
        for area in plan.areas:
            for line in lines(area, kind, plan):
                said = ask_sentence(line.text).rstrip(".")
                text, by_when = _by_when(said, said)
                yield Recommendation(f"{lead}:", text, by_when=by_when)


def _noted(pack: CoverPack) -> Iterator[Recommendation]:
    plan, when = pack.told.plan, day(pack.receiver_day) if pack.receiver_day else ""
    if plan is None:
        yield Recommendation(NOTE, "where the risks stand", by_when=when)
        return
    actions = [action for area in plan.areas for action in area.area.actions]
    met = sum(is_complete(action) for action in actions)
    told = f": {met} of {len(actions)} actions {'is' if met == 1 else 'are'} met" if actions else ""
    yield Recommendation(NOTE, bound(f"the plan{told}"), by_when=when)


def in_short(pack: CoverPack) -> tuple[str, str]:
    """What is wrong; what is late, and how much is asked."""
    plan = pack.told.plan
    lead, rest = highlights.where_it_stands(plan) if plan else risk_words.in_short(pack.told.risks)
    many = sum(each.is_asked for each in recommendations(pack))
    asked = f"{count_in_words(many, 'thing')} {'is' if many == 1 else 'are'} asked of this board"
    return lead, f"{rest} {sentence(asked if many else 'nothing is asked of this board')}".strip()


# Its headings


def purpose(pack: CoverPack) -> str:
    """`To tell the board how the improvement plan stands and to put risk R2, late advice, which …`"""
    what = "how the improvement plan stands" if pack.told.plan else "where the risks stand"
    put = [_put(sent) for sent in pack.sent]
    days = {sent.sent_on for sent in pack.sent if sent.sent_on}
    when = f" on {day(days.pop())}" if len(days) == 1 else ""
    what_put = "; ".join([*put[:-2], ", and ".join(put[-2:])])
    to_put = f" and to put {what_put}, which {with_the(pack.sender)} escalated{when}" if put else ""
    return bound(sentence(f"to tell the board {what}{to_put}"))


def _put(sent: Escalation) -> str:
    """`risk R2, late psychology advice`."""
    if not sent.ref:
        return f"a {sent.kind}: {lower_first(tidied(sent.what)).rstrip('.')}"
    title = tidied(sent.what).removeprefix(sent.ref).strip().rstrip(".")
    return f"{EscalationKind(sent.kind)} {sent.ref}, {lower_first(title)}"


def background(pack: CoverPack) -> tuple[str, ...]:
    """How areas, KPIs and attendance of the board stand, and when it last reported."""
    plan, said = pack.told.plan, []
    if plan is not None:
        said += [part for part in (_areas(plan), _figures(plan)) if part]
        if plan.attendance is not None:
            lead, _ = highlights.attendance_sentences(plan.attendance)
            said.append(f"Attendance: {lead}")
    if pack.last_report:
        said.append(f"The board last had a report on {day(pack.last_report)}.")
    return tuple(said)


def _areas(plan: HighlightPack) -> str:
    """`“Improvement plan” has five areas: two on track, two partially met, one not on track.`"""
    stands = [standing(area.area.declared, plan.scheme).key for area in plan.areas]
    told = [
        f"{number(stands.count(status.key))} {status.label.lower()}"
        for status in in_order(plan.scheme)
        if status.key in stands
    ]
    areas = count_in_words(len(plan.areas), "area")
    return bound(f"“{tidied(plan.plan)}” has {areas}: {', '.join(told)}.")


def _figures(plan: HighlightPack) -> str:
    """`Seven of 12 KPIs with a figure met their step.`"""
    found = [reading(kpi, today=plan.meeting_day) for kpi in plan.kpis]
    verdicts = [each.verdict for each in found if each and each.verdict in _JUDGED]
    if not verdicts:
        return ""
    met = verdicts.count(Verdict.MET)
    kpis = "KPI" if len(verdicts) == 1 else "KPIs"
    return sentence(
        f"{number(met) if met else 'none'} of {len(verdicts)} {kpis} with a figure met their step"
    )


_JUDGED: Final = (Verdict.MET, Verdict.WITHIN_TOLERANCE, Verdict.NOT_MET)


def served(text: str) -> tuple[tuple[str, str], ...]:
    """Each priority of the strategy with how it is served: a line each, `Healthy minds = Advice in time`."""
    found = []
    for line in re.split(r"[\n;]", text):
        priority, _, how = (tidied(part) for part in line.partition("="))
        if priority:
            found.append((priority, how))
    return tuple(found)


def chosen_risks(pack: CoverPack) -> tuple[Risk, ...]:
    """Those sent to this board first, then the highest: at most five, and every one that was sent."""
    sent = {each.record_id for each in pack.sent if each.kind is EscalationKind.RISK}
    live = by_score(pack.told.risks.live)
    first = [risk for risk in live if risk.id in sent]
    others = [risk for risk in live if risk.id not in sent]
    return (*first, *others[: max(MOST_RISKS - len(first), 0)])


def lettered(appendices: Sequence[str]) -> tuple[str, ...]:
    """`Appendix A: board highlight report, 9 June 2026`."""
    return tuple(
        f"Appendix {chr(ord('A') + at) if at < 26 else at + 1}: {name}" for at, name in enumerate(appendices)
    )

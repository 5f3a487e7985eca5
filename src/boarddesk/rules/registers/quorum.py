"""Quorum: enough of the quorum seats, and enough from each sector or role that the terms ask for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from boarddesk.rules.meetings.meeting import MAY_FOLLOW, MeetingState
from boarddesk.rules.people import Board, QuorumRule, Seat
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import FILLED, Mark, Register, RollRow


class Answer(StrEnum):
    """What a member replied before the day."""

    COMING = "coming"
    APOLOGIES = "apologies"
    DEPUTY = "deputy"


@dataclass(frozen=True)
class Reply:
    """A reply for one seat; no reply is not the same as apologies."""

    seat_id: str
    answer: Answer
    deputy_id: str | None = None
    deputy: str = ""
    reason: str = ""


@dataclass(frozen=True)
class QuorumCheck:
    """One condition with its sum; `most` adds those not known yet."""

    words: str
    needed: int
    have: int
    most: int

    @property
    def met(self) -> bool:
        """Whether those counted now are enough."""
        return self.have >= self.needed

    @property
    def possible(self) -> bool:
        """Whether it would be enough if everybody not known yet came."""
        return self.most >= self.needed


@dataclass(frozen=True)
class Quorum:
    """Whether a meeting is quorate: every condition with its sum; no conditions where the terms set none."""

    checks: tuple[QuorumCheck, ...]
    present: int
    seats: int
    needed: int = 0  # how many seats; none where the terms set rules alone

    @property
    def rules(self) -> tuple[QuorumCheck, ...]:
        """The conditions beside the number of seats."""
        return self.checks[1:] if self.needed else self.checks

    @property
    def is_set(self) -> bool:
        """Whether the terms of reference set a quorum at all."""
        return bool(self.checks)

    @property
    def quorate(self) -> bool:
        """Every condition is met."""
        return all(check.met for check in self.checks)

    @property
    def possible(self) -> bool:
        """Every condition could still be met."""
        return all(check.possible for check in self.checks)

    @property
    def word(self) -> str:
        """`Quorate`, `Not quorate`, `Not quorate yet`, or that none is set."""
        if not self.is_set:
            return "No quorum set"
        if self.quorate:
            return "Quorate"
        return "Not quorate yet" if self.possible else "Not quorate"

    @property
    def sentence(self) -> str:
        """The sum as the minutes print it."""
        there = f"{self.present} of {self.seats} quorum seats present"
        if not self.is_set:
            return f"{there}; the terms of reference set no quorum."
        number = f"{there}, {self.needed} needed" if self.needed else there
        return f"{self.word}: {'; '.join([number, *self.sums])}."

    @property
    def sums(self) -> tuple[str, ...]:
        """Each rule with how many there are: `at least 1 from health: 2`."""
        return tuple(f"{rule.words}: {rule.have}" for rule in self.rules)


@dataclass(frozen=True)
class Forecast:
    """The quorum as replies stand: by those who said they come, and with everyone who has not replied."""

    quorum: Quorum
    coming: int
    deputies: int
    apologies: int
    no_reply: int

    @property
    def word(self) -> str:
        """`Quorate`, `Quorate if those who have not replied come`, or `Will not be quorate`."""
        if self.quorum.quorate:
            return self.quorum.word
        return "Not certain" if self.quorum.possible else "Will not be quorate"

    @property
    def sentence(self) -> str:
        """The forecast with its sum."""
        replies = (
            f"{self.coming + self.deputies} coming, {self.apologies} apologies, {self.no_reply} no reply"
        )
        if not self.quorum.is_set:
            return f"No quorum set: {replies}."
        number = f"{self.quorum.needed} of {self.quorum.seats} quorum seats needed"
        needs = number if self.quorum.needed else "; ".join(self.quorum.sums)
        return f"{self.word}: {replies}; {needs}."


@dataclass(frozen=True)
class ReplyCounts:
    """What the seats that were asked answered: every held seat that is expected at the meeting."""

    coming: int
    deputies: int
    apologies: int
    silent: tuple[RollRow, ...]

    @property
    def answered(self) -> int:
        """How many replied at all."""
        return self.coming + self.deputies + self.apologies

    @property
    def number_asked(self) -> int:
        """How many were asked: the whole that every other number here is part of."""
        return self.answered + len(self.silent)

    @property
    def sentence(self) -> str:
        """`Of 13 asked: 9 coming · 1 by deputy · 2 apologies · 1 no reply`."""
        parts = (
            (self.coming, "coming"),
            (self.deputies, "by deputy"),
            (self.apologies, "apologies"),
            (len(self.silent), "no reply"),
        )
        return f"Of {self.number_asked} asked: {' · '.join(f'{count} {words}' for count, words in parts)}"


def replies_counted(rows: Iterable[RollRow], replies: Iterable[Reply]) -> ReplyCounts:
    """The replies of the seats asked; a vacant seat has nobody to ask, an observer is not expected."""
    answers = {reply.seat_id: reply.answer for reply in replies}
    asked = [row for row in rows if row.person_id and row.expected and row.mark is not Mark.NOT_REQUIRED]
    given = [answers[row.seat_id] for row in asked if row.seat_id in answers]
    return ReplyCounts(
        given.count(Answer.COMING),
        given.count(Answer.DEPUTY),
        given.count(Answer.APOLOGIES),
        tuple(row for row in asked if row.seat_id not in answers),
    )


_FRACTION = re.compile(r"(\d+)\s*/\s*(\d+)", re.ASCII)
_PER_CENT = re.compile(r"(\d{1,3})\s*(?:%|per ?cent|percent)", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_OF_WHOM = re.compile(r"(?:\s+of(?:\s+the|\s+all)?)?(?:\s+(?:quorum|voting))?(?:\s+(?:seats?|members?))?$")
_PARTS = {
    "half": "1/2", "a half": "1/2", "one half": "1/2", "a third": "1/3", "one third": "1/3", "third": "1/3",
    "two thirds": "2/3", "a quarter": "1/4", "one quarter": "1/4", "quarter": "1/4",
    "three quarters": "3/4", "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4",
}  # fmt: skip


def check_quorum(text: str) -> str:
    """The quorum as kept: a number, a fraction such as `1/3`, or nothing; anything else is refused.

    `50%`, `half`, `one-third of members` and `7 seats` are read as people write them.
    """
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text.casefold())
    plain = _OF_WHOM.sub("", " ".join(words.split()))
    if not plain or _NUMBER.fullmatch(plain):
        return plain
    fraction, per_cent = _FRACTION.fullmatch(_PARTS.get(plain, plain)), _PER_CENT.fullmatch(plain)
    if fraction and 0 < int(fraction[1]) <= int(fraction[2]):
        return f"{int(fraction[1])}/{int(fraction[2])}"
    if per_cent and 0 < int(per_cent[1]) <= 100:
        share = Fraction(int(per_cent[1]), 100)
        return f"{share.numerator}/{share.denominator}"
    raise Refused("Give the quorum as a number of seats, a fraction such as 1/3 or 50%.", field="quorum")


def needed(quorum: str, seats: int) -> int:
    """How many seats a quorum asks for; a fraction is rounded up."""
    return int(quorum) if quorum.isdigit() else (Fraction(quorum) * seats).__ceil__()


def quorum_seats(seats: Iterable[Seat], board_id: str, day: date) -> int:
    """How many seats of a board count for its quorum on a day, held or vacant."""
    return sum(seat.board_id == board_id and seat.counts_for_quorum and seat.exists_on(day) for seat in seats)


def never_reached(quorum: str, seats: int) -> str:
    """Why a number of seats cannot be reached, where the board has fewer; empty where all is well."""
    if not quorum.isdigit() or not seats or int(quorum) <= seats:
        return ""
    return f"{quorum} of {seats} quorum seats: it can never be reached."


def rule_words(rule: QuorumRule) -> str:
    """`at least 1 from health`, `chair or vice-chair`."""
    if rule.sector is not None:
        return f"at least {rule.at_least} from {rule.sector.value}"
    roles = " or ".join(role.value for role in rule.roles)
    return roles if rule.at_least == 1 else f"at least {rule.at_least} of {roles}"


def quorum(
    board: Board,
    rows: Iterable[RollRow],
    *,
    day: date,
    filled: Collection[str],
    unknown: Collection[str] = (),
) -> Quorum:
    """Judge a roll of that day: `filled` are the row ids counted as there, `unknown` those that may yet be.

    Seats that were not required, or stand vacant, are no part of a fraction's whole. Somebody who fills two
    seats, their own and another's as deputy, counts once.
    """
    counting = [row for row in rows if row.counts_for_quorum and row.mark is not Mark.NOT_REQUIRED]
    there = [row for row in counting if row.id in filled]
    may_be = [*there, *(row for row in counting if row.id in unknown and row.id not in filled)]
    checks = [_rule_check(rule, there, may_be) for rule in board.quorum_rules if rule.holds_on(day)]
    at_least = needed(board.quorum, len(counting)) if board.quorum else 0
    if board.quorum:
        words = f"{at_least} of {len(counting)} quorum seats"
        checks.insert(0, QuorumCheck(words, at_least, _heads(there), _heads(may_be)))
    return Quorum(tuple(checks), _heads(there), len(counting), at_least)


def _heads(rows: Iterable[RollRow]) -> int:
    """How many people fill these seats; one whose name is not known is somebody else each time."""
    return len({(row.deputy_id if row.mark is Mark.DEPUTY else row.person_id) or row.id for row in rows})


def _rule_check(rule: QuorumRule, there: list[RollRow], may_be: list[RollRow]) -> QuorumCheck:
    def fits(row: RollRow) -> bool:
        return row.sector is rule.sector if rule.sector is not None else row.role in rule.roles

    have, most = _heads(filter(fits, there)), _heads(filter(fits, may_be))
    return QuorumCheck(rule_words(rule), rule.at_least, have, most)


def live_quorum(board: Board, register: Register, *, away: Collection[str] = ()) -> Quorum:
    """The quorum as marked so far; `away` are rows that have left, or have left for one item."""
    filled = {row.id for row in register.rows if row.mark in FILLED and row.id not in away}
    unknown = {row.id for row in register.rows if row.mark is None and row.person_id}
    return quorum(board, register.rows, day=register.meeting.date, filled=filled, unknown=unknown)


def forecast(board: Board, rows: Iterable[RollRow], replies: Iterable[Reply], *, day: date) -> Forecast:
    """The quorum as far as replies tell, all of it over the quorum seats held: vacant ones cannot come."""
    roll = [row for row in rows if row.person_id and row.mark is not Mark.NOT_REQUIRED]
    answers = {reply.seat_id: reply.answer for reply in replies}
    coming = {row.id for row in roll if answers.get(row.seat_id) in (Answer.COMING, Answer.DEPUTY)}
    silent = {row.id for row in roll if row.seat_id not in answers}
    said = [answers[row.seat_id] for row in roll if row.counts_for_quorum and row.seat_id in answers]
    return Forecast(
        quorum(board, roll, day=day, filled=coming, unknown=silent),
        said.count(Answer.COMING),
        said.count(Answer.DEPUTY),
        said.count(Answer.APOLOGIES),
        sum(row.counts_for_quorum and row.id in silent for row in roll),
    )


def falls_short(board: Board, register: Register) -> str:
    """`Not quorate: 3 present, 7 needed` where the meeting could still be marked as inquorate; else empty.

    While the register is open the last members may yet come; what was marked or confirmed was judged already.
    """
    if not register.closed or MeetingState.INQUORATE not in MAY_FOLLOW[register.meeting.state]:
        return ""
    found = live_quorum(board, register)
    sums = [
        f"{check.have} present, {check.needed} needed" if board.quorum and at == 0 else _sum(check)
        for at, check in enumerate(found.checks)
        if not check.met
    ]
    return f"Not quorate: {'; '.join(sums)}" if sums else ""


def _sum(check: QuorumCheck) -> str:
    """`At least 1 from health` as it came out."""
    return f"{check.words}: {check.have or 'none'}"

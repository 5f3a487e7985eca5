"""The pack behind the governance chart as a document, and what it says first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.edition import Edition
from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.rules.people import Board
from boarddesk.rules.wording import bound, count_in_words, day, listed, number, sentence


@dataclass(frozen=True)
class GovernancePack:
    """Who answered to whom on a day."""

    partnership: str
    boards: tuple[Board, ...]
    lines: tuple[ReportingLine, ...]
    when: date
    author: str
    edition: Edition

    @property
    def standing(self) -> tuple[ReportingLine, ...]:
        """The lines of that day, board by board."""
        return tuple(line for line in self.lines if line.stands_on(self.when))


def in_short(pack: GovernancePack) -> tuple[str, str]:
    """How many lines there were that day, of which kinds; and which boards had none."""
    lines = pack.standing
    if not lines:
        return bound(f"On {day(pack.when)} no reporting line stood."), ""
    many = count_in_words(len(pack.boards), "board")
    verb = "has" if len(pack.boards) == 1 else "have"
    lead = f"On {day(pack.when)} {many} {verb} {count_in_words(len(lines), 'reporting line')}."
    counts = [(kind, sum(line.kind is kind for line in lines)) for kind in LineKind]
    kinds = [f"{number(count)} “{kind}”" for kind, count in counts if count]
    without = [board.short_name for board in pack.boards if all(line.board_id != board.id for line in lines)]
    alone = f"{listed(without)} {'has' if len(without) == 1 else 'have'} none" if without else ""
    return bound(lead), " ".join(part for part in (sentence(listed(kinds)), sentence(alone)) if part)


def alt_text(pack: GovernancePack, *, most: int) -> str:
    """What the chart shows, as long as an alternative text may be; the table holds the same in full."""
    short = {board.id: board.short_name for board in pack.boards}
    told = [
        f"{short.get(line.board_id, '')} {line.kind} {short.get(line.to_board_id or '', line.to_name)}"
        for line in pack.standing
    ]
    begins = bound(f"Governance on {day(pack.when)}").replace("\N{NO-BREAK SPACE}", " ")
    for many in range(len(told), 0, -1):
        rest = f" and {len(told) - many} more" if many < len(told) else ""
        alt = f"{begins}: {', '.join(told[:many])}{rest}."
        if len(alt) <= most:
            return alt
    return f"{begins}: {_counted(told)}."


def _counted(told: Sequence[str]) -> str:
    return count_in_words(len(told), "reporting line")

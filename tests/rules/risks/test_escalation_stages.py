"""How far something sent up has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.rules.risks.escalations import Escalation, Stage

SENT = Escalation("PB", sent_on=date(2026, 5, 12))
DAY = date(2026, 6, 9)


def test_what_is_sent_up_goes_on_an_agenda_is_taken_and_comes_down() -> None:
    on_agenda = replace(SENT, meeting_id="m")
    taken = replace(on_agenda, taken_on=DAY)
    down = replace(taken, came_down_on=DAY)
    assert [one.stage for one in (SENT, on_agenda, taken, down)] == [
        Stage.SENT,
        Stage.ON_AGENDA,
        Stage.TAKEN,
        Stage.CAME_DOWN,
    ]
    assert [one.live for one in (SENT, on_agenda, taken, down)] == [True, True, True, False]
    assert replace(SENT, came_down_on=DAY).stage is Stage.CAME_DOWN
    assert replace(SENT, taken_on=DAY).stage is Stage.TAKEN

"""Draft minutes sent round: what went out is kept, whatever becomes of the draft."""

from __future__ import annotations

from datetime import date

from tests.records.minutes.conftest import MAY, HeldMeeting

from boarddesk.records.agenda.arising import add_action
from boarddesk.records.agenda.decisions import decide
from boarddesk.records.minutes.circulating import circulate, circulation, circulations
from boarddesk.records.minutes.writing import keep_minute, put_row
from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind
from boarddesk.rules.minutes.draft import DraftLine

SENT = date(2026, 5, 15)
SAID = Block(text="The wait was 23 weeks.", spans=(Span(13, 21, SpanKind.RESTRICTED),))


def test_what_went_out_stays_as_it_was(held: HeldMeeting) -> None:
    kept = keep_minute(held.file, held.items[1], [SAID])
    made = circulate(held.file, held.id, sent_on=SENT, corrections_by=date(2026, 5, 22))
    keep_minute(held.file, held.items[1], [])
    found = circulation(held.file, made)
    assert [item.number for item in found.items] == ["1", "2", "3"]
    assert found.items[1].lines == (DraftLine(kept[0].id, text=SAID.text, spans=SAID.spans),)
    assert (found.version, found.sent_on, found.corrections_by) == (1, SENT, date(2026, 5, 22))


def test_rows_go_out_with_the_words_of_their_record_and_those_outside_the_text_after_it(
    held: HeldMeeting,
) -> None:
    decision = decide(held.file, held.id, text="waits shown for each therapy", item_id=held.items[1])
    action = add_action(
        held.file,
        held.board_id,
        text="Send the letters",
        raised_on=MAY,
        meeting_id=held.id,
        item_id=held.items[1],
    )
    placed = put_row(held.file, held.items[1], BlockKind.DECISION, decision)
    row = Block(id=placed, kind=BlockKind.DECISION, record_id=decision)
    keep_minute(held.file, held.items[1], [row, SAID])
    circulate(held.file, held.id, sent_on=SENT)
    lines = circulations(held.file, held.id)[0].items[1].lines
    assert [(line.name, line.text) for line in lines] == [
        ("Decision D-001", "waits shown for each therapy"),
        ("", SAID.text),
        ("Action A1", "Send the letters"),
    ]
    assert (lines[0].id, lines[2].id) == (placed, action)


def test_each_time_is_a_version_and_undo_takes_it_back(held: HeldMeeting) -> None:
    circulate(held.file, held.id, sent_on=SENT)
    circulate(held.file, held.id, sent_on=MAY)
    assert [one.version for one in circulations(held.file, held.id)] == [2, 1]
    held.file.undo()
    assert [one.version for one in circulations(held.file, held.id)] == [1]

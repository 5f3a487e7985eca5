"""Returned copies taken in: held to what went out, kept with what they propose; what is none is told so."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.importing.minutes.copies import ins, out, paragraph, plain_body, run, tracked, write_copy
from tests.records.offices import meeting_of

from boarddesk.cli.commands import run as boarddesk
from boarddesk.copies import CopyTaken, ReadCopy, current, hold, read, sent_drafts, take_in
from boarddesk.importing.minutes.holding import CopyToHold, hold_apart
from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, meeting, set_state
from boarddesk.records.minutes.circulating import circulate
from boarddesk.records.minutes.corrections import suggestions
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.minutes.corrections.suggestion import SuggestionKind
from boarddesk.rules.refused import FileProblem, Refused

HELD, TODAY = date(2026, 6, 9), date(2026, 6, 16)
SAID = (
    "The wait for a first appointment was 23 weeks in April.",
    "Four of nine empty posts were filled.",
    "The forum had tested the letters of weeks 6 and 16.",
    "The council would pay for agency cover until September.",
    "Schools asked for the letters sooner.",
    "The forecast overspend was £1.2m.",
)


class Sent:
    """An office whose draft minutes went round."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "office.boarddesk"
        with OfficeFile.create(self.path) as file:
            self.meeting_id = meeting_of(file, HELD)
            self.item = add_item(file, self.meeting_id, "Waiting times")
            set_state(file, self.meeting_id, MeetingState.HELD, today=HELD)
            keep_minute(file, self.item, [Block(text=text) for text in SAID])
            circulate(file, self.meeting_id, sent_on=date(2026, 6, 12))

    def copy(self, body: list[str], name: str = "copy.docx", saved_by: str = "Gwen Thirlby") -> Path:
        return write_copy(self.folder / name, [paragraph(run("1. Waiting times")), *body], saved_by=saved_by)

    def take(self, body: list[str]) -> str:
        with OfficeFile.open(self.path) as file:
            return take(file, self.meeting_id, read(self.copy(body))).sentence


def take(file: OfficeFile, meeting_id: str, found: ReadCopy) -> CopyTaken:
    """Hold it to what went out and keep it, as the window and the terminal do."""
    sent = sent_drafts(file, meeting_id, found, today=TODAY)
    return take_in(file, sent, found, hold(found, sent), today=TODAY)


@pytest.fixture
def sent(tmp_path: Path) -> Sent:
    return Sent(tmp_path)


def tracked_body() -> list[str]:
    return [
        paragraph(
            run("The wait for a first appointment was "),
            out("Judith", "23"),
            ins("Judith", "24"),
            run(SAID[0][39:]),
        ),
        *plain_body(SAID[1:]),
    ]


def test_a_tracked_copy_is_known_by_who_tracked_it(sent: Sent) -> None:
    assert sent.take(tracked_body()) == "Judith: 1 change."
    with OfficeFile.open(sent.path) as file:
        (one,) = suggestions(file, current(file, sent.meeting_id).id)
    assert (one.kind, one.is_tracked) == (SuggestionKind.CHANGE, True)
    assert one.will_be == "The wait for a first appointment was 24 weeks in April."


def test_an_untracked_copy_is_compared_and_known_by_who_saved_it(sent: Sent) -> None:
    body = plain_body([SAID[0].replace("23", "24"), *SAID[1:]])
    assert sent.take(body) == "Gwen Thirlby: 1 change."


def test_a_copy_in_which_nothing_changed_and_the_same_copy_twice_are_told(sent: Sent) -> None:
    with pytest.raises(Refused, match=r"Nothing was changed in “copy.docx”"):
        sent.take(plain_body(SAID))
    found = read(sent.copy(tracked_body()))
    with OfficeFile.open(sent.path) as file:
        take(file, sent.meeting_id, found)
        with pytest.raises(Refused, match="is in already"):
            take(file, sent.meeting_id, found)


def test_a_copy_of_other_minutes_or_of_none_is_told(sent: Sent) -> None:
    other = (
        "Penalty notices rose by a third.",
        "The panel thanked Dee Grant for years of service.",
        "Nothing else arose.",
    )
    with pytest.raises(Refused, match="is no copy of these draft minutes"):
        sent.take(plain_body(other))
    with OfficeFile.open(sent.path) as file:
        later = add_meeting(file, meeting(file, sent.meeting_id).board_id, date(2026, 6, 10))
        item = add_item(file, later, "Penalties")
        set_state(file, later, MeetingState.HELD, today=TODAY)
        keep_minute(file, item, [Block(text=text) for text in other])
        circulate(file, later, sent_on=TODAY)
    with pytest.raises(Refused, match="is a copy of the minutes of SIB 2026/27 · 02"):
        sent.take(plain_body([f"{text}" for text in other]))


def test_a_copy_of_an_earlier_draft_is_told(sent: Sent) -> None:
    with OfficeFile.open(sent.path) as file:
        keep_minute(file, sent.item, [Block(text=text.replace("the", "their")) for text in SAID])
        circulate(file, sent.meeting_id, sent_on=TODAY)
    with pytest.raises(
        Refused, match=r"a copy of the draft sent 12.June 2026; another was sent 16.June 2026"
    ):
        sent.take(tracked_body())


def test_every_paragraph_deleted_is_one_warning(sent: Sent) -> None:
    body = [paragraph(out("Judith", text), mark=tracked("del", "Judith")) for text in SAID]
    assert sent.take(body) == "Judith: 1 comment."
    with OfficeFile.open(sent.path) as file:
        (one,) = suggestions(file, current(file, sent.meeting_id).id)
    assert one.said == "Takes out 6 of 6 paragraphs. That is left as it is: ask what was meant."


def test_before_anything_went_round_there_are_no_corrections(sent: Sent) -> None:
    with OfficeFile.open(sent.path) as file:
        file.undo()
        with pytest.raises(Refused, match="have not been sent round yet"):
            current(file, sent.meeting_id)


def test_the_command_line_shows_a_copy_and_keeps_it(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    path = sent.copy(tracked_body())
    words = ["import", "corrections", str(path), "--into", str(sent.path), "--meeting", "SIB-2026-01"]
    assert boarddesk([*words, "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert "Judith changes (1 Waiting times): “23” → “24”" in shown
    assert "Nothing is written" in shown
    assert boarddesk([*words, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["sent_by"], said["tracked"], said["written"], said["corrections"][0]["was"]) == (
        "Judith",
        True,
        True,
        SAID[0],
    )
    assert boarddesk(words) == 1
    assert "is in already" in capsys.readouterr().err


def test_a_copy_is_not_held_to_a_draft_that_was_sent_anew_meanwhile(sent: Sent) -> None:
    found = read(sent.copy(tracked_body()))
    with OfficeFile.open(sent.path) as file:
        drafts = sent_drafts(file, sent.meeting_id, found, today=TODAY)
        held = hold(found, drafts)
        keep_minute(file, sent.item, [Block(text=text) for text in SAID[:5]])
        circulate(file, sent.meeting_id, sent_on=TODAY)
        with pytest.raises(Refused, match="Add the copy again"):
            take_in(file, drafts, found, held, today=TODAY)


def test_a_copy_that_takes_for_ever_to_compare_is_told_so_and_hangs_nothing(sent: Sent) -> None:
    """Thousands of paragraphs that are all a little like each line of a long draft."""
    lines = [f"the wait of area {at} was long in week {at % 7}" for at in range(1_000)]
    with OfficeFile.open(sent.path) as file:
        keep_minute(file, sent.item, [Block(text=text) for text in lines])
        circulate(file, sent.meeting_id, sent_on=TODAY)
        found = read(sent.copy(plain_body([f"{text} or so" for text in lines])))
        drafts = sent_drafts(file, sent.meeting_id, found, today=TODAY)
        with pytest.raises(FileProblem, match="takes too long to compare with the draft"):
            hold_apart(CopyToHold(found.name, found.copy, "Judith", drafts), seconds=1)

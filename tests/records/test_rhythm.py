"""The steps of a round are ticked, and known where a pack was issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.records.offices import DAY, board_with_seats

from boarddesk.records.boards import board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, meeting, remove_meeting
from boarddesk.records.rhythm import round_records, tick, untick
from boarddesk.rules.meetings.rhythm import RhythmStep, rhythm
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def meeting_id(file: OfficeFile) -> str:
    return add_meeting(file, board_with_seats(file), DAY)


def step(file: OfficeFile, meeting_id: str, key: str, *, today: date = DAY) -> RhythmStep:
    of = meeting(file, meeting_id)
    record = round_records(file, meeting_id)[meeting_id]
    steps = rhythm(board(file, of.board_id), of, today=today, record=record)
    return next(each for each in steps if each.key == key)


def test_a_step_ticked_is_done_on_its_day_until_that_is_taken_back(file: OfficeFile, meeting_id: str) -> None:
    assert step(file, meeting_id, "forms_out").late == "sent or not?"
    out = DAY - timedelta(20)
    tick(file, meeting_id, "forms_out", out, today=DAY)
    tick(file, meeting_id, "forms_out", out + timedelta(1), today=DAY)
    done = step(file, meeting_id, "forms_out")
    assert (done.done, done.done_on, done.is_ticked, done.late) == (True, out + timedelta(1), True, "")
    untick(file, meeting_id, "forms_out")
    untick(file, meeting_id, "forms_out")
    assert not step(file, meeting_id, "forms_out").done
    file.undo()
    assert step(file, meeting_id, "forms_out").done_on == out + timedelta(1)


def test_a_day_to_come_and_a_step_nobody_ticks_are_refused(file: OfficeFile, meeting_id: str) -> None:
    for key, day in (("plan_sent", DAY + timedelta(1)), ("meeting", DAY), ("lunch", DAY)):
        with pytest.raises(Refused):
            tick(file, meeting_id, key, day, today=DAY)
    assert not round_records(file)


def test_a_pack_that_was_issued_is_known_with_its_day_and_its_supplements_change_nothing(
    file: OfficeFile, meeting_id: str
) -> None:
    with file.change("Issue") as change:
        for supplement, day in ((0, DAY - timedelta(7)), (1, DAY - timedelta(3))):
            change.insert("pack", meeting_id=meeting_id, supplement=supplement, issued_on=day)
    tick(file, meeting_id, "pack_issued", DAY, today=DAY)
    assert step(file, meeting_id, "pack_issued").done_on == DAY - timedelta(7)


def test_what_was_ticked_goes_with_a_meeting_that_is_taken_out(file: OfficeFile, meeting_id: str) -> None:
    tick(file, meeting_id, "forms_out", DAY, today=DAY)
    remove_meeting(file, meeting_id)
    assert not round_records(file)
    file.undo()
    assert round_records(file)[meeting_id].ticked == {"forms_out": DAY}


def test_papers_are_known_to_be_in_once_every_one_an_item_wants_has_its_file(
    file: OfficeFile, meeting_id: str
) -> None:
    whose, day = meeting(file, meeting_id).board_id, DAY - timedelta(9)
    with file.change("Agenda") as change:
        items = [
            change.insert("agenda_item", meeting_id=meeting_id, title=title, papers_wanted=1, position=at)
            for at, title in enumerate(("Waits", "Plans"))
        ]
        papers = [
            change.insert("paper", board_id=whose, title=title) for title in ("Waits", "Plans", "Withdrawn")
        ]
        for item, paper in zip((*items, items[0]), papers, strict=True):
            change.insert("item_paper", item_id=item, paper_id=paper)
        change.update("paper", papers[2], withdrawn_on=day)
    assert step(file, meeting_id, "papers_due").late == "2 papers missing"

    def take_in(paper: str, on: date) -> None:
        with file.change("Take in") as change:
            sha256 = change.keep_paper(b"words")
            change.insert("paper_copy", paper_id=paper, name="w.docx", sha256=sha256, size=5, taken_in_on=on)

    take_in(papers[0], day)
    assert step(file, meeting_id, "papers_due").late == "1 paper missing"
    take_in(papers[1], day + timedelta(1))
    take_in(papers[1], day + timedelta(5))
    assert step(file, meeting_id, "papers_due").done_on == day + timedelta(1)

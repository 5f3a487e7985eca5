"""Ten years of twelve boards, 60 seats each: any grouping against the plain SQL that counts the rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from tests.bench.ratio import Ratio, against_limit, milliseconds

from boarddesk.records import attendance
from boarddesk.records.attendance_tallies import tallies
from boarddesk.records.board_file import BoardFile
from boarddesk.rules.attendance_counted import By

BOARDS, SEATS, MEETINGS = 12, 60, 120
LETTERS = "PPPPPPPVVTDAAXN"
SQL_RATIO = 1.3
SCREEN = 150  # milliseconds from the question to the table
COUNT_ROWS = """SELECT count(*), sum(a.mark IN ('P', 'V', 'T')), sum(a.mark IN ('P', 'V', 'T', 'D'))
    FROM meeting m JOIN roll r ON r.meeting_id = m.id JOIN roll_row rr ON rr.roll_id = r.id
    JOIN attendance_mark a ON a.row_id = rr.id
    WHERE r.state = 'closed' AND m.state IN ('held', 'draft minutes', 'confirmed', 'inquorate')
      AND rr.expected = 1 AND a.mark <> 'N' GROUP BY rr.seat_id"""


@contextmanager
def ten_years() -> Iterator[BoardFile]:
    """An office with 1,440 meetings and 86,400 marks."""
    with tempfile.TemporaryDirectory() as folder, BoardFile.create(Path(folder) / "large.boarddesk") as file:
        with file.change("Fill ten years") as change:
            for number in range(BOARDS):
                board = change.insert(
                    "board", name=f"Board {number}", short_name=f"B{number}", position=number
                )
                seats = [seat(change, board, place) for place in range(SEATS)]
                for count in range(MEETINGS):
                    meeting(change, board, count, seats)
        yield file


def seat(change, board: str, place: int) -> tuple[str, str]:
    person = change.insert("person", name=f"Person {board} {place}")
    held = change.insert("seat", board_id=board, title=f"Seat {place}", position=place)
    change.insert("membership", seat_id=held, person_id=person)
    return held, person


def meeting(change, board: str, count: int, seats: list[tuple[str, str]]) -> None:
    day = date(2016, 1, 5) + timedelta(30 * count)
    held = change.insert("meeting", board_id=board, number=count % 12 + 1, date=day, state="confirmed")
    roll = change.insert("roll", meeting_id=held, state="closed", opened_on=day, closed_on=day)
    for place, (seat_id, person_id) in enumerate(seats):
        row = change.insert(
            "roll_row",
            roll_id=roll,
            seat_id=seat_id,
            person_id=person_id,
            seat_title=f"Seat {place}",
            role="member",
            expected=1,
            counts_for_quorum=1,
            position=place,
        )
        change.insert("attendance_mark", row_id=row, mark=LETTERS[(count * 7 + place * 3) % len(LETTERS)])


def bench_groupings() -> Iterator[Ratio]:
    with ten_years() as file:
        floor = milliseconds(lambda: file.rows(COUNT_ROWS))
        for by in By:
            ours = milliseconds(lambda by=by: tallies(file, by))
            yield Ratio(f"attendance of ten years by {by}, against plain SQL", ours, floor, SQL_RATIO)
        for by in (By.SEAT, By.ORGANISATION):
            yield against_limit(
                f"attendance table of ten years by {by}, in {SCREEN} ms",
                lambda by=by: attendance.report(file, by, today=date(2025, 12, 1)),
                limit=SCREEN,
            )

"""Lists meetings: state, register, how far each round is, and what speaks against each day."""

from __future__ import annotations

from boarddesk.cli.listing.subject import Listing, ListQuery
from boarddesk.records.boards import boards as all_boards
from boarddesk.records.registers.reading import registers as kept_registers
from boarddesk.records.rhythm import round_records
from boarddesk.records.timetable import timetable
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.meetings.meeting import meeting_key, meeting_title
from boarddesk.rules.meetings.rhythm import RhythmStep, rhythm
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register


def meetings(query: ListQuery) -> Listing:
    boards = {board.id: board for board in all_boards(query.file)}
    registers = kept_registers(query.file, query.board_id)
    known, rounds = timetable(query.file), round_records(query.file)

    def document(register: Register) -> dict[str, object]:
        meeting, board = register.meeting, boards[register.meeting.board_id]
        steps = rhythm(board, meeting, today=query.today, record=rounds[meeting.id])
        clashes = known.clashes(meeting) if meeting.date >= query.today else ()
        return _document(register, board) | {
            "rhythm": [_step(step) for step in steps],
            "clashes": [clash.says for clash in clashes],
        }

    return Listing(
        headings=("Meeting", "Key", "Date", "Start", "Place", "State", "Register"),
        rows=[_row(register, boards[register.meeting.board_id]) for register in registers],
        document=[document(register) for register in registers],
        noun="meeting",
    )


def _row(register: Register, board: Board) -> tuple[str, ...]:
    meeting = register.meeting
    return (
        meeting_title(board.short_name, meeting, board.year_start),
        meeting_key(board.short_name, meeting, board.year_start),
        f"{meeting.date:%a} {in_words(meeting.date)}",
        meeting.start_time or "–",
        meeting.venue or meeting.link or "–",
        meeting.state,
        _register_state(register),
    )


def _register_state(register: Register) -> str:
    if register.roll_id is None:
        return "–"
    return "closed" if register.closed else "open"


def _step(step: RhythmStep) -> dict[str, object]:
    return {
        "step": step.key,
        "title": step.title,
        "due": step.day,
        "done": step.done,
        "done_on": step.done_on,
        "late": step.late or step.remark or None,
    }


def _document(register: Register, board: Board) -> dict[str, object]:
    meeting = register.meeting
    return {
        "board": board.short_name,
        "key": meeting_key(board.short_name, meeting, board.year_start),
        "title": meeting_title(board.short_name, meeting, board.year_start),
        "number": meeting.number,
        "date": meeting.date,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "venue": meeting.venue,
        "link": meeting.link,
        "state": meeting.state,
        "cancelled_why": meeting.cancelled_why,
        "register": None if register.roll_id is None else _register_state(register),
        "roll": [
            {
                "seat": row.seat_title,
                "person": row.person,
                "organisation": row.organisation,
                "role": row.role,
                "expected": row.expected,
                "mark": row.mark,
                "deputy": row.deputy,
                "reason": row.reason,
            }
            for row in register.rows
        ],
        "guests": [{"name": guest.name, "organisation": guest.organisation} for guest in register.guests],
    }

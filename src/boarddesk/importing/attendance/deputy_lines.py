"""A deputy on a line of its own below the member, `Femi Ade (deputy)`: it marks the seat of the member."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boarddesk.importing.attendance.cells import MarksReading
from boarddesk.importing.attendance.lines import is_aside, line_text, name_with_beside, nobody_on, value_of
from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.importing.attendance.meetings import Meeting
from boarddesk.importing.attendance.members import is_person, name_and_beside
from boarddesk.importing.attendance.name_cells import is_post, may_be_somebody, without_number
from boarddesk.importing.attendance.sections import Section, is_marked
from boarddesk.importing.headings import Field
from boarddesk.rules.imports.contents import FoundMark, Leftover
from boarddesk.rules.imports.identities import is_same_place, person_key
from boarddesk.rules.names.spellings import kept_name
from boarddesk.rules.registers.register import ATTENDED, Mark

_WORD = (
    r"(?:(?:named|nominated) )?(?:deputy|dep|substitute|sub|alternate|nominee|stand-?in|deputi[sz]ing"
    r"|standing in)\.?"
)
_WHOM = r"(?:\s+(?:for|of|to)\s+(?P<whom>[^:]+?))?"
_OWN_LINE = re.compile(rf"{_WORD}{_WHOM}(?:\s*:|\s+[-–—])\s*(?P<name>[^\W\d_].*)", re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"{_WORD}\s+(?P<name>[^\W\d_].*)", re.IGNORECASE)
_BESIDE = re.compile(rf"{_WORD}{_WHOM}", re.IGNORECASE)
_GIVES_WAY = {Mark.APOLOGIES, Mark.ABSENT, Mark.DEPUTY, None}


@dataclass(frozen=True)
class DeputyLine:
    """Who deputises, from which organisation, and for whom where the line says it."""

    name: str
    whom: str = ""
    organisation: str = ""


def deputy_line(matrix: Matrix, line: int, section: Section) -> DeputyLine | None:
    """The deputy of a line that says so before, behind or beside the name, or of a list of deputies."""
    column = matrix.of(Field.NAME)
    said = _OWN_LINE.fullmatch(without_number(matrix.cell(line, column.index).line)) if column else None
    name, beside = name_with_beside(matrix, line)
    if said:
        name, in_brackets = name_and_beside(said["name"])
        beside = [*in_brackets]
    elif not is_person(name) or nobody_on(matrix, line) is not None:
        return None
    elif (before := _BEFORE_NAME.fullmatch(name)) and may_be_somebody(before["name"]):
        said, name = before, before["name"]
    columns = (value_of(matrix, line, Field.ROLE), value_of(matrix, line, Field.POST))
    said = said or next(filter(None, map(_BESIDE.fullmatch, (*beside, *columns))), None)
    if said is None and not section.of_deputies:
        return None
    whom = said.groupdict().get("whom") if said else None
    own = value_of(matrix, line, Field.ORGANISATION) or next(filter(_is_place, beside), "")
    return DeputyLine(kept_name(name), whom or "", own or section.organisation)


def _is_place(text: str) -> bool:
    return not (_BESIDE.fullmatch(text) or is_aside(text) or is_post(text))


def take_deputy(
    reading: MarksReading, line: int, deputy: DeputyLine, above: int | None
) -> Iterator[Leftover]:
    """D on the member's seat where the deputy was there and the member was not; all else is left over."""
    member = _whose(reading, deputy, above)
    if not is_marked(reading.matrix, line):
        why = f"{deputy.name} stands on a deputy’s line without marks; name the deputy under People"
        yield Leftover(reading.matrix.place(line), line_text(reading.matrix, line), why)
    for at, meeting in reading.columns.items():
        cell, place = reading.matrix.cell(line, at), reading.matrix.place(line, at)
        read = reading.legend.read(cell.text)
        if meeting.cancelled or cell.empty or read.mark in (Mark.APOLOGIES, Mark.ABSENT, Mark.NOT_REQUIRED):
            continue
        came = read.mark in ATTENDED or read.mark is Mark.DEPUTY
        if member is None or not came or not _gives_way(reading, member, meeting):
            why = f"{deputy.name} stands on a deputy’s line, and nobody’s place is free at this meeting"
            yield Leftover(place, cell.text, f"{why}; name the deputy or the guest on the register")
            continue
        before = meeting.marks.get(member)
        note = (before.note or before.reason) if before else ""
        meeting.marks[member] = FoundMark(member, Mark.DEPUTY, deputy.name, place, note)
        who = reading.members[member].name
        meeting.notes.append(f"{place}: {deputy.name} stands on a deputy’s line: D for {who}.")


def _whose(reading: MarksReading, deputy: DeputyLine, above: int | None) -> int | None:
    """The member named, or the one above; nobody where the line is of another organisation."""
    if deputy.whom:
        named = [at for at in reading.lines if _is_named(reading.members[at].name, deputy.whom)]
        return named[0] if len(named) == 1 else None
    if above is None or not is_same_place(deputy.organisation, reading.members[above].organisation):
        return None
    return above


def _is_named(name: str, whom: str) -> bool:
    return person_key(name) == person_key(kept_name(whom))


def _gives_way(reading: MarksReading, member: int, meeting: Meeting) -> bool:
    """Whether the member was not there, has no other deputy, and no earlier table says more."""
    if member in meeting.off_roll or reading.is_settled(member, meeting):
        return False
    mark = meeting.marks.get(member)
    return mark is None or (mark.mark in _GIVES_WAY and not mark.deputy)

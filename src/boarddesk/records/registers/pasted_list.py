"""Names of a pasted list written on a register, each answer remembered as the name somebody is written by."""

from __future__ import annotations

from collections.abc import Iterable

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people, remember_alias
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.names.matching import may_be_remembered
from boarddesk.rules.registers.pasted_list import ListMark, NameAnswer
from boarddesk.rules.registers.register import Mark, RollRow


def mark_names(file: OfficeFile, meeting_id: str, marks: Iterable[ListMark], letter: Mark) -> None:
    """Write what each name means, as it is ticked, as one change."""
    with file.change("Mark names of a list"):
        for mark in marks:
            for row in mark.marked:
                _mark(file, row, mark, letter)
            if mark.guest:
                _add_guest(file, meeting_id, mark)
            _remember(file, mark.said)


def _mark(file: OfficeFile, row: RollRow, mark: ListMark, letter: Mark) -> None:
    person = mark.said.person
    if mark.is_deputy and person is not None:
        attendance.name_deputy(file, row.id, person.id)
    elif mark.as_part and mark.part is not None:
        attendance.mark(file, row.id, Mark.PART)
        attendance.set_part(file, row.id, part_from=mark.part.part_from, part_to=mark.part.part_to)
        if mark.part.note:
            attendance.set_note(file, row.id, ". ".join(filter(None, (row.note, mark.part.note))))
    else:
        attendance.mark(file, row.id, letter)


def _add_guest(file: OfficeFile, meeting_id: str, mark: ListMark) -> None:
    listed, person = mark.said.listed, mark.said.person
    attendance.add_guest(
        file,
        meeting_id,
        mark.guest,
        person_id=person.id if person else None,
        arrived=listed.joined,
        departed=listed.left,
    )


def _remember(file: OfficeFile, said: NameAnswer) -> None:
    """The answer to a doubt, unless the name is somebody else's too: then it is asked again."""
    if said.person is not None and not said.is_sure:
        name = said.listed.name
        if may_be_remembered(name, said.person, people(file)):
            remember_alias(file, said.person.id, name)

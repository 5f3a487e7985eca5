"""Gathers what the document of a forward plan prints."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda.forward_plan import forward_plan
from boarddesk.records.boards import board
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.seats import seats
from boarddesk.rules.agenda.look_ahead import AheadPack

FORWARD_PLAN = "forward-plan"


def ahead_pack(
    file: OfficeFile, board_id: str, *, today: date, names: bool = True, for_publication: bool = False
) -> AheadPack:
    """A board's forward plan as it stands today."""
    office = office_names(file)
    holders = {
        person_id: seat.title
        for seat in seats(file, board_id)
        if (person_id := seat.holder_on(today)) is not None
    }
    return AheadPack(
        partnership=office.partnership,
        board=board(file, board_id),
        plan=forward_plan(file),
        as_at=today,
        author=office.secretary,
        edition=draft_edition(file, today),
        posts=holders,
        names=names,
        is_published=for_publication,
    )

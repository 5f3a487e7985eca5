"""Gathers the publication list of a board: what is out of each of its meetings."""

from __future__ import annotations

from datetime import date, timedelta

from boarddesk.records.boards import board
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.office import office_names
from boarddesk.records.publishing.publications import publications
from boarddesk.records.reading import day
from boarddesk.rules.publishing.publication import PublicationPack, published_meeting

BACK, AHEAD = timedelta(days=366), timedelta(days=100)
"""A year of meetings behind, and those of the next three months."""


def publication_pack(
    file: OfficeFile,
    board_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
) -> PublicationPack:
    """What is out of the meetings of a period, the newest first."""
    office, whose = office_names(file), board(file, board_id)
    confirmed = {
        row["meeting_id"]: day(row["confirmed_on"])
        for row in file.rows("SELECT meeting_id, confirmed_on FROM minutes WHERE state = 'confirmed'")
    }
    out = publications(file, board_id)
    chosen = meetings(file, board_id, first=first or today - BACK, last=last or today + AHEAD)
    return PublicationPack(
        partnership=office.partnership,
        board=whose,
        author=office.secretary,
        meetings=tuple(
            published_meeting(each, out, confirmed_on=confirmed.get(each.id))
            for each in sorted(chosen, key=lambda each: (each.date, each.number), reverse=True)
        ),
        as_at=today,
        edition=draft_edition(file, today),
    )

"""What a board looks out for before it publishes: who of the office may be named, and its least count."""

from __future__ import annotations

from boarddesk.records.boards import board, boards, organisations
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.people import people
from boarddesk.rules.publishing.check import Lookout
from boarddesk.rules.publishing.clue import PublicNames


def lookout(file: OfficeFile, board_id: str) -> Lookout:
    """Everybody the office knows, and those who came as guests; its boards, organisations and places."""
    office, known = office_names(file), people(file)
    deputies = file.rows("SELECT DISTINCT name FROM guest WHERE name <> ''")
    owners = file.rows("SELECT DISTINCT owner FROM board_action WHERE owner_person_id IS NOT NULL")
    names = [name for person in known for name in (person.name, *person.aliases)]
    whose = boards(file)
    venues = file.rows("SELECT DISTINCT venue FROM meeting WHERE venue <> ''")
    words = [
        office.name,
        office.partnership,
        *(name for each in whose for name in (each.name, each.short_name, each.venue)),
        *(name for each in organisations(file) for name in (each.name, each.short_name)),
        *(row["venue"] for row in venues),
    ]
    return Lookout(
        PublicNames(
            people=frozenset(
                filter(None, (*names, *(row["name"] for row in deputies), *(row["owner"] for row in owners)))
            ),
            words=frozenset(filter(None, words)),
            contacts=frozenset(filter(None, (at for person in known for at in (person.email, person.phone)))),
        ),
        board(file, board_id).small_numbers,
    )

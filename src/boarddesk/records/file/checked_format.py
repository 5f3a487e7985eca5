"""What version 8 of the file format brought: words of a fixed list, days and yes or no are CHECKed."""

from __future__ import annotations

from typing import Final

from boarddesk.records.file.definitions import define_anew
from boarddesk.records.file.library import Database, Migrations

TO_8: Final = Migrations("boarddesk 8")


@TO_8(name="everything is as it is defined")
def _define(database: Database) -> None:
    """The last step to the newest format: the next one takes it over from here."""
    define_anew(database.conn)

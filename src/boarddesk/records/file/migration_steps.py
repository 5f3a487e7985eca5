"""The steps that make each version of the format from the one before it; version 1 is the first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from boarddesk.records.file.driver import Database, Migrations

_TO_2 = Migrations("boarddesk 2")


@_TO_2(name="a quorum rule has a first day")
def _date_quorum_rules(database: Database) -> None:
    """Those there are have none: they go on judging every meeting, as they did."""
    database.execute("ALTER TABLE quorum_rule ADD COLUMN from_date TEXT")


STEPS: Final[Mapping[int, Migrations]] = {2: _TO_2}

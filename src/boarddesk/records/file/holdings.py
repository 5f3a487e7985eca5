"""How many of each an office or a backup holds, whatever format it was written in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from boarddesk.records.file.backups import Backup, reading_file
from boarddesk.records.file.driver import fetch
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import told_calmly
from boarddesk.rules.health.holdings import Holdings

_COUNTED: Final = {
    "meetings": "meeting",
    "confirmed": "sealed_minutes",
    "plan_actions": "action",
    "meeting_actions": "board_action",
    "kpis": "kpi",
    "actuals": "checkpoint WHERE actual_value IS NOT NULL OR actual_words <> ''",
    "risks": "risk",
    "papers": "paper",
    "evidence": "evidence",
}


def holdings_of(file: OfficeFile) -> Holdings:
    """What the open office holds now."""
    return _counted(lambda counted: int(str(file.value(f"SELECT count(*) FROM {counted}"))))


def holdings_in(backup: Backup) -> Holdings:
    """What a backup holds; of a kind its format did not know it holds none."""
    with told_calmly(), reading_file(backup.path) as connection:
        tables = {row["name"] for row in fetch(connection, "SELECT name FROM sqlite_master")}

        def count(counted: str) -> int:
            if counted.split()[0] not in tables:
                return 0
            return int(fetch(connection, f"SELECT count(*) AS n FROM {counted}")[0]["n"])

        return _counted(count)


def _counted(count: Callable[[str], int]) -> Holdings:
    return Holdings(**{name: count(counted) for name, counted in _COUNTED.items()})

"""Actions of the plan, KPIs and risks called by their refs, as people type them beside a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

_ALL = """
SELECT 'action' AS kind, x.id, x.ref, x.text AS title, p.board_id FROM action x
  JOIN area r ON r.id = x.area_id JOIN plan p ON p.id = r.plan_id
UNION ALL SELECT 'kpi', x.id, x.ref, x.wording, p.board_id FROM kpi x JOIN plan p ON p.id = x.plan_id
UNION ALL SELECT 'risk', id, ref, title, board_id FROM risk
"""
_NOUNS: Final = {"action": "plan action", "kpi": "KPI", "risk": "risk"}
_SAID: Final = re.compile(r"(?:(?:the )?(?:plan )?(action|kpi|risk)|plan) (?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class CalledRecord:
    """An action of a plan, a KPI or a risk, found by its ref."""

    kind: str
    id: str
    ref: str
    title: str

    @property
    def named(self) -> str:
        """`K3.1 Therapy wait`, as it is offered and read back."""
        return f"{self.ref} {self.title}"


def refs_offered(file: OfficeFile, board_id: str) -> list[str]:
    """Every ref with its title, those of the board's own plan and register first."""
    rows = file.rows(f"SELECT * FROM ({_ALL}) ORDER BY board_id IS NOT ?, kind, ref", (board_id,))
    return [_called(row).named for row in rows]


def record_called(
    file: OfficeFile, typed: str, *, board_id: str, field: str = "about"
) -> CalledRecord | None:
    """What goes by a ref, of the board's own where two do; none where nothing was typed.

    `3.3`, `plan action 3.3`, `risk R2` and the whole line that is offered are read. Refused, with what was
    typed, where nothing is called so.
    """
    words = one_line(typed)
    if not words:
        return None
    said = _SAID.match(words)
    kind, plain = (said[1] or "action").casefold() if said else "", words[said.end() :] if said else words
    rows = file.rows(
        f"SELECT * FROM ({_ALL}) WHERE (ref = :typed COLLATE NOCASE OR ref || ' ' || title = :typed"
        " COLLATE NOCASE) AND (:kind = '' OR kind = :kind) ORDER BY board_id IS NOT :board, kind",
        {"typed": plain, "kind": kind, "board": board_id},
    )
    if not rows:
        raise Refused(f"No action of the plan, KPI or risk is called {plain}: type its ref.", field=field)
    mine = [row for row in rows if row["board_id"] == board_id] or rows
    if len(mine) > 1:
        both = " and ".join(f"{_NOUNS[row['kind']]} {row['ref']}" for row in mine[:2])
        raise Refused(f"{plain} may be {both}: say which in front of it.", field=field)
    return _called(mine[0])


def record_of(file: OfficeFile, kind: str, record_id: str) -> CalledRecord | None:
    """The one of that kind and id; None where it is no longer there."""
    row = file.row(f"SELECT * FROM ({_ALL}) WHERE kind = ? AND id = ?", (kind, record_id))
    return _called(row) if row else None


def _called(row: Row) -> CalledRecord:
    return CalledRecord(row["kind"], row["id"], row["ref"], one_line(row["title"]))

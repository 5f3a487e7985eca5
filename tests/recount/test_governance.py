"""Every figure of the governance chart's document, against a count apart from the bare rows."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.recount.counting import full, in_words
from tests.recount.paper import printed

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.governance import GOVERNANCE
from boarddesk.records.file.office_file import OfficeFile

TODAY = date(2026, 11, 29)
KINDS = ("accountable to", "informs", "scrutinised by")


@pytest.mark.parametrize("seed", range(10))
def test_every_figure_of_the_governance_chart_is_the_one_counted_apart(
    seed: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    dice = random.Random(seed)
    with OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor") as file:
        with file.change("Boards and lines") as change:
            boards = [
                change.insert("board", name=f"Board {at}", short_name=f"B{at}", position=at)
                for at in range(dice.randint(1, 5))
            ]
            for at in range(dice.randint(0, 9)):
                first = TODAY + timedelta(dice.randint(-400, 40)) if dice.random() < 0.5 else None
                last = (first or TODAY) + timedelta(dice.randint(1, 300)) if dice.random() < 0.5 else None
                change.insert(
                    "reporting_line",
                    board_id=dice.choice(boards),
                    to_name=f"Body {chr(65 + at)}",
                    kind=dice.choice(KINDS),
                    from_day=first,
                    until_day=last,
                    position=at,
                )
        when = TODAY - timedelta(dice.randint(0, 300))
        day = when.isoformat()
        standing = file.rows(
            "SELECT l.*, b.name, b.short_name FROM reporting_line l JOIN board b ON b.id = l.board_id WHERE "
            "coalesce(from_day, '') <= :day AND coalesce(until_day, '9') >= :day "
            "ORDER BY b.position, l.position",
            {"day": day},
        )
        paper = printed(GOVERNANCE.prepare(file, DocumentQuery(TODAY, on=when)).document)
    tables = paper.table("Board", "Line")
    rows = tables[0][1:] if tables else []
    shown = [
        [
            row["name"],
            str(row["kind"]).capitalize(),
            row["to_name"],
            *(full(date.fromisoformat(row[key])) if row[key] else "–" for key in ("from_day", "until_day")),
        ]
        for row in standing
    ]
    paper.same(rows, shown, figures=len(shown))
    text = next(one for one in paper.paragraphs if one.startswith(f"On {full(when)}"))
    if not standing:
        paper.same(text, f"On {full(when)} no reporting line stood.")
        return
    have = "board has" if len(boards) == 1 else "boards have"
    lines = "reporting line" if len(standing) == 1 else "reporting lines"
    lead = f"On {full(when)} {in_words(len(boards))} {have} {in_words(len(standing))} {lines}."
    paper.same(text.startswith(lead), True, figures=2)
    for kind in KINDS:
        many = sum(row["kind"] == kind for row in standing)
        paper.same(f"{in_words(many)} “{kind}”" in text.lower() if many else f"“{kind}”" not in text, True)
    alone = [f"B{at}" for at, board in enumerate(boards) if all(row["board_id"] != board for row in standing)]
    paper.same(text.count("none."), bool(alone))
    record_property("figures compared", paper.compared)

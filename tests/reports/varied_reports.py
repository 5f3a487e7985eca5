"""Reports of every length, the same for the same number: few and many areas, words and meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.reports import attendance_packs
from tests.reports.highlight_packs import (
    BOARD_DAY,
    MET,
    NEWS,
    NOT_ON_TRACK,
    ON_TRACK,
    PARTIALLY,
    action,
    area_pack,
    judgement,
    kpis,
    pack,
    risk,
)

from boarddesk.reports.attendance.report import attendance_report
from boarddesk.reports.document import (
    Block,
    Column,
    Contents,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
    bold,
    cell,
    words,
)
from boarddesk.reports.highlights.report import highlight_report
from boarddesk.rules.highlights.pack import AreaPack
from boarddesk.rules.plan.actions import Area, Challenge, Highlight

TEXT = (
    "agree the new joint plan for speech and language therapy with all partners so that families know who "
    "leads; review waiting times, data-sharing and short breaks: 23 of 41 schools (56%) answered by 31 May, "
    "commissioners’ responsibilities for interdepartmental arrangements, the independent chair’s letter and "
    "an education, health and care plan – in “plain English” – which parents can read within 20 weeks"
)
WORDS = TEXT.split()
STATUSES = (NOT_ON_TRACK, ON_TRACK, PARTIALLY, ON_TRACK, None, MET)
DATES = (
    "Q3 22/23",
    "TBC by leads",
    "31 July 2026",
    "December 2027",
    "May 22",
    "In line with the contract",
    "",
)
PEOPLE = ("A. Gill", "Dr Helen Winstanley", "Marian Adeyemi", "Commissioning Officer, Northmoor Council", "")


def varied_report(number: int) -> Document:
    """One of them: four in six are of a board, one of attendance, one of rows that go on over the page."""
    draw = Random(number)
    kinds = {2: _attendance, 5: _narrative}
    return kinds.get(number % 6, _board)(draw)


def _said(draw: Random, fewest: int, most: int) -> str:
    said = " ".join(draw.choice(WORDS) for _ in range(draw.randint(fewest, most)))
    return f"{said[:1].upper()}{said[1:]}".rstrip(",;:–- ")


def _board(draw: Random) -> Document:
    most_words = draw.choice((6, 14, 30, 70))
    areas = [_area(draw, number, most_words) for number in range(1, draw.randint(4, 11))]
    made = pack(*areas, whole_board=True)
    if draw.random() < 0.3:
        made = replace(made, over_boards=made.over_boards[-2:])
    if draw.random() < 0.3:
        made = replace(made, across=kpis()[:2])
    return highlight_report(replace(made, partnership=_said(draw, 2, 9), board=_said(draw, 2, 6)))


def _area(draw: Random, number: int, most_words: int) -> AreaPack:
    actions = tuple(
        action(
            f"{number}.{place}",
            _said(draw, 3, most_words),
            draw.choice(DATES),
            draw.choice(PEOPLE),
            draw.choice(STATUSES),
            latest=_said(draw, 1, most_words) if draw.random() < 0.8 else "",
            before=draw.choice(("", "", "May 2025")),
            why=_said(draw, 2, 9),
        )
        for place in range(1, draw.choice((1, 4, 9, 18)) + 1)
    )
    area = Area(
        id=str(number),
        number=str(number),
        title=_said(draw, 2, 12),
        leads=PEOPLE[: draw.randint(0, 4)],
        actions=actions,
        judgements=(
            judgement(draw.choice(STATUSES) or ON_TRACK, why=_said(draw, 3, 30), path=_said(draw, 0, 25)),
        ),
        highlights=tuple(
            Highlight(draw.choice(("decide", "help", "done", "planned")), NEWS, _said(draw, 3, 30))
            for _ in range(draw.randint(0, 9))
        ),
    )
    risks = tuple(
        risk(
            f"R{place}",
            _said(draw, 2, 9),
            (draw.randint(1, 5), draw.randint(1, 5)),
            (3, 3),
            owner=draw.choice(PEOPLE),
            doing=_said(draw, 3, 20),
        )
        for place in range(draw.randint(0, 5))
    )
    questions = tuple(
        (None, Challenge(_said(draw, 4, 25), NEWS, "Margaret Oduya", id=f"q{place}"))
        for place in range(draw.randint(0, 3))
    )
    return area_pack(
        area,
        last=draw.choice(STATUSES),
        before={one.id: draw.choice(STATUSES) for one in actions},
        kpis=kpis()[: draw.randint(0, 3)],
        risks=risks,
        questions=questions,
    )


def _attendance(draw: Random) -> Document:
    apart, meetings = draw.choice((14, 28, 35)), draw.randint(8, 60)
    days = tuple(BOARD_DAY - timedelta(apart * place) for place in range(meetings, 0, -1))
    made = attendance_packs.pack(attendance_packs.registers(days))
    made = replace(made, as_at=date(2026, 6, 2), percentages=draw.random() < 0.7, names=draw.random() < 0.7)
    return attendance_report(made)


def _narrative(draw: Random) -> Document:
    blocks: list[Block] = []
    for number in range(1, draw.randint(4, 8)):
        rows = tuple(
            (cell(_said(draw, 1, 4)), cell(_said(draw, 20, 110)), cell(_said(draw, 3, 30)))
            for _ in range(draw.randint(3, 14))
        )
        columns = (Column("Part", 3.0), Column("What was found", 9.0), Column("What was done", 5.4))
        entries = tuple(words(_said(draw, 5, 40)) for _ in range(draw.randint(1, 12)))
        blocks += [
            Heading(f"Part {number}", new_page=draw.random() < 0.5),
            Table("Findings", "One row for each finding.", columns, rows),
            Heading("Questions", 3),
            Items(entries, numbered=draw.random() < 0.5),
            Paragraph(words(bold(_said(draw, 2, 6)), f" {_said(draw, 20, 200)}")),
        ]
    return Document(_said(draw, 4, 12), (Contents(), *blocks), facts=_said(draw, 10, 40))

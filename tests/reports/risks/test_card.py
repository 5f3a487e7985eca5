"""The risk card: one page a risk, the ask second, one picture, and what was cut is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.reports import risk_packs as packs

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.document import Document, Items, Paragraph, Picture, Table, plain
from boarddesk.reports.layout import page_count
from boarddesk.reports.risks.card import risk_cards
from boarddesk.reports.word.writer import write
from boarddesk.rules.risks import card as wording
from boarddesk.rules.risks.matrix import LOW, Band, by_product
from boarddesk.rules.risks.risk import Appetite, Control, Mitigation, Risk

CARD = risk_cards(packs.FULL, [packs.LATE_ADVICE])


def said(document: Document) -> list[str]:
    return [
        plain(each.text).replace("\N{NO-BREAK SPACE}", " ")
        for each in document.blocks
        if isinstance(each, Paragraph)
    ]


def rows(document: Document, title: str) -> list[list[str]]:
    found = next(each for each in document.tables() if each.title == title)
    return [[each.said.replace("\N{NO-BREAK SPACE}", " ") for each in row] for row in found.rows]


def test_the_card_answers_first_and_asks_second() -> None:
    assert CARD.title.replace("\N{NO-BREAK SPACE}", " ") == "R2 · Late psychology advice: risk card"
    assert said(CARD)[0] == (
        "Extreme, 20, up from 16, and above the tolerable line of 12. "
        "One mitigation ends after the target’s date, the last in January 2027."
    )
    assert [each.text for each in CARD.sections()] == [
        "Decision asked of the board",
        "The risk",
        "Scores",
        "Controls",
        "Mitigations",
        "Linked KPI: K7, Plans within 20 weeks",
    ]
    (asks,) = [block for block in CARD.blocks if isinstance(block, Items)]
    assert [plain(each) for each in asks.entries] == [
        "Decide: Support for a joint psychology offer (sent to HWB)."
    ]


def test_the_statement_stands_on_three_lines() -> None:
    assert said(CARD)[1:4] == [
        "Because two of six psychologist posts are empty,",
        "there is a risk that advice for plans stays late,",
        "which would keep children waiting for help.",
    ]


def test_the_strip_says_how_each_score_was_made() -> None:
    assert rows(CARD, "Scores") == [
        [
            "25 Extreme\n5 × 5",
            "16 Extreme\n4 × 4",
            "20 Extreme\n5 × 4",
            "8 High, 2 × 4\n31 December 2026",
            "↑ Up, was 16\n8 above tolerable",
        ]
    ]


def test_the_run_is_a_sentence_and_a_picture_with_its_words() -> None:
    assert "Up to 20 from 16; above the tolerable line throughout." in said(CARD)
    (picture,) = [each for each in CARD.blocks if isinstance(each, Picture)]
    assert picture.alt == (
        "Run of scores of R2: 20 in October 2025, 16 in December 2025, 20 in May 2026; tolerable line 12."
    )


def test_a_run_that_began_under_a_larger_matrix_is_drawn_whole() -> None:
    three = by_product(("Rare", "Possible", "Likely"), ("Small", "Some", "All"), (Band(LOW, 1, 9),))
    changed = replace(packs.FULL, matrix=replace(three, id="three"))
    runs = [
        [block.png for block in risk_cards(pack, [packs.LATE_ADVICE]).blocks if isinstance(block, Picture)]
        for pack in (packs.FULL, changed)
    ]
    assert runs[0] == runs[1] and len(runs[0]) == 1


def test_what_is_in_force_and_what_is_to_come_are_two_tables() -> None:
    assert rows(CARD, "Controls") == [
        ["C1", "Weekly list of requests", "Effective", "21 May 2026", "Paul Kowalczyk"],
        ["C2", "Early draft without full advice", "Untested", "Never", "Rina Thandi"],
    ]
    assert rows(CARD, "Mitigations") == [
        ["M1", "Locum psychologists", "22 June 2026", "Marian Adeyemi"],
        ["M2", "Third advert", "26 June, was 31 May 2026", "Marian Adeyemi"],
        ["M3", "Two trainee posts", "31 January 2027, after target", "To be agreed"],
    ]


def test_the_last_six_figures_of_the_kpi_stand_over_their_steps() -> None:
    assert rows(CARD, "Run of K7") == [
        ["Actual", "52%", "60%", "62%", "59%", "58%", "57%"],
        ["Step", "50%", "58%", "60%", "65%", "70%", "75%"],
    ]


def test_the_card_is_one_page_and_the_checker_finds_nothing() -> None:
    assert page_count(CARD) == 1
    assert not [finding for finding in check(write(CARD)) if not finding.advice]


def test_an_overfull_card_is_cut_and_counts_the_rest() -> None:
    crowd = replace(
        packs.LATE_ADVICE,
        controls=tuple(Control(f"Control {at}") for at in range(6)),
        mitigations=tuple(Mitigation(f"Work {at}") for at in range(5)),
    )
    document = risk_cards(packs.FULL, [crowd])
    notes = [plain(table.note) for table in document.tables() if table.note]
    assert notes == ["And four more, in the register.", "And three more, in the register."]
    assert (len(rows(document, "Controls")), len(rows(document, "Mitigations"))) == (2, 2)
    assert page_count(document) == 1


def test_a_risk_of_which_little_is_known_says_so_without_a_picture() -> None:
    bare = Risk("r", "R1", "Something")
    document = risk_cards(packs.pack(bare), [bare])
    assert said(document)[0] == "Nobody has scored this risk yet. Nothing is planned to lower it."
    assert "Fewer than three reviews so far: no run is drawn." in said(document)
    assert not [each for each in document.blocks if isinstance(each, Picture)]
    assert said(document).count("None.") == 3
    assert not [finding for finding in check(write(document)) if not finding.advice]


def test_several_cards_begin_with_what_they_are_of_and_have_a_page_each() -> None:
    document = risk_cards(packs.FULL, packs.FULL.live)
    assert [row[0] for row in rows(document, "Cards")] == ["R2", "R4", "R5"]
    assert page_count(document) == 4
    assert not [finding for finding in check(write(document)) if not finding.advice]


@pytest.mark.parametrize(
    ("scores", "line", "told"),
    [
        ((4, 4, 4), 12, "At 4 at three reviews; inside the tolerable line throughout."),
        ((16, 12, 12), 12, "At 12 for two reviews, down from 16; above the tolerable line before."),
        ((9, 12, 16), 12, "Up to 16 from 12; above the tolerable line now."),
        ((9, 12, 16), None, "Up to 16 from 12."),
        ((9, 12), 12, "Fewer than three reviews so far: no run is drawn."),
    ],
)
def test_the_run_is_told_in_a_sentence(scores: tuple[int, ...], line: int | None, told: str) -> None:
    made = {4: (1, 4), 9: (3, 3), 12: (3, 4), 16: (4, 4)}
    current = tuple(
        packs.score(*made[product], date(2026, 1 + at, 3))
        for at, product in reversed(list(enumerate(scores)))
    )
    risk = Risk("r", "R1", "Late", current=current, appetite=Appetite(None, line))
    assert wording.run_told(risk, packs.pack(risk)) == told


def test_every_table_adds_up_to_the_width_of_the_text() -> None:
    def width(table: Table) -> float:
        return round(sum(column.width for column in table.columns), 1)

    assert {table.title: width(table) for table in CARD.tables()} == dict.fromkeys(
        ("Scores", "Controls", "Mitigations", "Run of K7"), 17.4
    )

"""The risk register: the answer first, every open risk once, its map readable without colour."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import openxml_audit
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.reports import risk_packs as packs

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.charts.risk_map import MapCell, MapLabel, _labels
from boarddesk.reports.document import (
    Chip,
    Contents,
    Document,
    Heading,
    Page,
    Paragraph,
    Picture,
    Table,
    plain,
)
from boarddesk.reports.layout import page_count
from boarddesk.reports.risks.register import risk_register
from boarddesk.reports.risks.workbook import HEADINGS, register_workbook
from boarddesk.reports.word.writer import write
from boarddesk.rules.risks.matrix import EXTREME, HIGH, LOW, Band, by_product
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import score_by

REGISTER = risk_register(packs.FULL)


def text_of(document: Document) -> str:
    said = [plain(each.text) for each in document.blocks if isinstance(each, Paragraph)]
    return "\n".join(said).replace("\N{NO-BREAK SPACE}", " ")


def table(document: Document, title: str) -> Table:
    return next(each for each in document.tables() if each.title == title)


def row_of(document: Document, ref: str) -> list[str]:
    rows = [row for each in document.tables() for row in each.rows if row[0].said == ref]
    (found,) = rows
    return [each.said.replace("\N{NO-BREAK SPACE}", " ") for each in found]


def test_the_answer_stands_first_and_every_heading_is_there() -> None:
    assert text_of(REGISTER).splitlines()[0] == (
        "One risk is extreme and escalated: R2, late psychology advice (20, up from 16). R4 came down. "
        "One review is overdue: R4."
    )
    assert [each.text for each in REGISTER.sections()] == ["Where the risks stand", "Issues", "Register"]
    assert REGISTER.page is Page.LANDSCAPE
    assert REGISTER.facts.replace("\N{NO-BREAK SPACE}", " ") == (
        "Northmoor SEND Partnership · Three open risks and one issue · "
        "reviewed by the Executive group on 28 May 2026 · "
        "prepared by Joan Fairley · version 6, as at 2 June 2026"
    )


def test_each_open_risk_has_one_row_the_highest_first() -> None:
    rows = table(REGISTER, "Register").rows
    assert [row[0].said for row in rows] == ["R2", "R4", "R5"]
    assert row_of(REGISTER, "R2") == [
        "R2",
        "Because two of six psychologist posts are empty, there is a risk that advice for plans stays late, "
        "which would keep children waiting for help.",
        "20 Extreme",
        "↑ Up, was 16",
        "8 High",
        "Marian Adeyemi",
        "Locum psychologists; third advert; two trainee posts.",
        "9 June 2026",
        "Escalated",
    ]
    assert row_of(REGISTER, "R4")[7] == "30 May 2026, overdue"
    assert row_of(REGISTER, "R5")[2:5] == ["Moderate", "→ Same", "–"]


def test_a_score_is_a_chip_of_its_level_and_the_only_fill() -> None:
    chips = [line for row in table(REGISTER, "Register").rows for each in row for line in each.lines]
    assert [chip.style for chip in chips if isinstance(chip, Chip)] == [
        "Level Extreme",
        "Level High",
        "Level Moderate",
    ]


def test_what_is_not_on_the_map_and_what_was_closed_is_said() -> None:
    said = text_of(REGISTER)
    assert (
        "Score is likelihood × impact. Low 1 to 3 · Moderate 4 to 6 · High 8 to 12 · Extreme 15 to 25."
        in said
    )
    assert "Not on the map, scored by another matrix or without likelihood and impact: R5 (Moderate)." in said
    assert "Closed since: R9 (moved into the council’s system)." in said
    assert "Movement compares with the board of 12 May 2026." in said


def test_the_map_says_in_words_where_the_risks_are() -> None:
    (picture,) = [each for each in REGISTER.blocks if isinstance(each, Picture)]
    assert picture.alt == "Heat map, 5 by 5, of 2 risks: R2 at 20 Extreme, R4 at 9 High."


def test_an_issue_has_its_effect_owner_and_day() -> None:
    assert row_of(REGISTER, "I3") == [
        "I3",
        "41 families wait. Nine change school in September.",
        "12 May 2026",
        "Paul Kowalczyk",
        "Each family phoned.",
        "31 July 2026",
    ]


def test_an_empty_register_keeps_its_headings() -> None:
    empty = risk_register(packs.EMPTY)
    assert [each.text for each in empty.sections()] == ["Where the risks stand", "Issues", "Register"]
    assert text_of(empty).splitlines()[:4] == ["No risk is open.", "None.", "None.", "None."]
    assert "every risk is new" not in text_of(empty)
    assert page_count(empty) == 1


def test_in_an_office_without_a_board_the_title_says_what_it_is() -> None:
    made = risk_register(replace(packs.EMPTY, board="", board_short=""))
    assert made.title.replace("\N{NO-BREAK SPACE}", " ") == "Risk register, 9 June 2026"


def test_risks_scored_by_a_matrix_of_before_are_said_in_its_words() -> None:
    levels = (Band(LOW, 1, 4), Band(HIGH, 6, 9))
    three = replace(by_product(("Rare", "Possible", "Likely"), ("Small", "Some", "All"), levels), id="three")
    changed = replace(packs.FULL, matrix=three, matrices={packs.MATRIX.id: packs.MATRIX, three.id: three})
    assert text_of(risk_register(changed)).startswith("One risk is extreme and escalated: R2")


def test_of_many_late_reviews_six_are_named_and_the_rest_counted() -> None:
    pack = packs.many(20)
    risks = tuple(replace(risk, next_review=packs.LAST) for risk in pack.risks)
    told = text_of(risk_register(replace(pack, risks=risks)))
    assert "20 reviews are overdue: R1, R2, R3, R4, R5, R6 and 14 more." in told


def test_sixty_risks_go_on_over_the_pages_with_contents_before_them() -> None:
    long = risk_register(packs.many(60))
    assert len(table(long, "Register").rows) == 60
    assert page_count(long) > 6
    assert any(isinstance(block, Contents) for block in long.blocks)


@pytest.mark.parametrize("pack", [packs.FULL, packs.EMPTY, packs.many(60)], ids=["full", "empty", "many"])
def test_the_word_file_is_valid_and_the_checker_finds_nothing(pack: RiskPack, tmp_path: Path) -> None:
    written = write(risk_register(pack))
    path = tmp_path / "register.docx"
    path.write_bytes(written)
    assert not [finding for finding in check(written) if not finding.advice]
    assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]


BANDS = (Band(LOW, 1, 3), Band(HIGH, 4, 9))


def test_a_matrix_of_other_words_and_size_is_drawn_and_told_in_them() -> None:
    small = by_product(
        ("Rare", "May be", "Sure"), ("Little", "Some", "Much"), (Band(LOW, 1, 3), Band(HIGH, 4, 9))
    )
    small = replace(small, id="m2")
    here = replace(packs.LOST_TRUST, current=(score_by(small, 3, 3, packs.AS_AT),))
    document = risk_register(packs.pack(here, packs.LATE_ADVICE, matrix=small))
    assert "Low 1 to 3 · High 4 to 9." in text_of(document)
    assert "R2 (20" in text_of(document), "a score by another matrix has no place on this one"
    (picture,) = [each for each in document.blocks if isinstance(each, Picture)]
    assert picture.alt.startswith("Heat map, 3 by 3, of 1 risk: R4 at 9 High")


def test_levels_set_cell_by_cell_are_not_told_as_bands() -> None:
    odd = replace(packs.MATRIX, cells={**packs.MATRIX.cells, (1, 5): EXTREME})
    said = text_of(risk_register(packs.pack(packs.LOST_TRUST, matrix=odd)))
    assert "Each cell has its own level: Low · Moderate · High · Extreme." in said


@settings(max_examples=40)
@given(st.integers(1, 30), st.floats(1.5, 6), st.integers(1, 4))
def test_a_crowded_cell_names_refs_and_counts_the_rest(count: int, room: float, lines: int) -> None:
    labels = tuple(MapLabel(f"R{at}", "Something long that may happen", "12") for at in range(1, count + 1))
    shown = _labels(MapCell("9 High", "E8894A", "0B0C0C", labels), room=room, lines=lines)
    assert len(shown) <= max(lines, 1)
    said = " ".join(shown)
    if count <= min(2, lines):
        assert all(row.startswith(f"{label.ref}") for row, label in zip(shown, labels, strict=True))
        return
    more = int(said.rsplit(" and ", 1)[1].split()[0]) if " and " in said else 0
    refs = said.rsplit(" and ", 1)[0].replace(",", "").split()
    assert refs == [label.ref for label in labels[: len(refs)]]
    assert len(refs) + more == count


def test_the_workbook_holds_all_that_is_kept_of_each_risk() -> None:
    book = load_workbook(BytesIO(register_workbook(packs.FULL)))
    rows = [[cell.value for cell in row] for row in book["Risk register"].iter_rows()]
    heads = next(row for row in rows if "Ref" in row)
    assert tuple(str(head).replace("\N{NO-BREAK SPACE}", " ") for head in heads) == (
        *HEADINGS,
        "Score at 10 March 2026",
        "Score at 12 May 2026",
    )
    assert next(row for row in rows if row[0] == "R2")[-2:] == ["16", "16"]
    told = dict(zip(heads, next(row for row in rows if row[0] == "R2"), strict=True))
    assert (told["Current likelihood"], told["Current impact"], told["Current score"]) == (5, 4, 20)
    assert (told["Inherent level"], told["Target score"]) == ("Extreme", 8)
    assert told["Controls"].splitlines()[0] == (
        "Weekly list of requests (Paul Kowalczyk, effective, tested 21\N{NO-BREAK SPACE}May 2026)"
    )
    assert len(told["Mitigations"].splitlines()) == 4
    assert [row[0] for row in rows if row[0] in ("R2", "R4", "R5", "R9")] == ["R2", "R4", "R5", "R9"]
    assert "Issues" in book.sheetnames and "Matrix" in book.sheetnames


def test_the_heading_of_a_section_never_follows_another_without_words() -> None:
    blocks = REGISTER.blocks
    assert not [pair for pair in pairwise(blocks) if all(isinstance(each, Heading) for each in pair)]

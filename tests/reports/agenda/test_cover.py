"""The cover report: the receiving board's headings, none left out; what is asked; clearance for members."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openxml_audit
import pytest
from tests.reports import highlight_packs, risk_packs

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.agenda.cover import cover_report
from boarddesk.reports.document import Document, Items, Paragraph, plain
from boarddesk.reports.word.writer import write
from boarddesk.rules.cover_headings import CoverHeading, CoverPart, shipped_for
from boarddesk.rules.cover_report import CoverPack, given_texts, recommendations
from boarddesk.rules.edition import Edition
from boarddesk.rules.exceptions import ExceptionsPack
from boarddesk.rules.governance.receivers import Receiver
from boarddesk.rules.papers.paper import Clearance
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import Escalation, EscalationKind

HWB = Receiver("Northmoor Health and Wellbeing Board", "hwb")
SENT = (
    Escalation(
        "HWB",
        "hwb",
        date(2026, 5, 28),
        what="R2 Late psychology advice",
        ref="R2",
        record_id="r2",
        asked_for="Agree one joint psychology offer by 30 September 2026",
    ),
    Escalation(
        "HWB",
        "hwb",
        date(2026, 5, 28),
        EscalationKind.DIFFERENCE,
        what="Who pays for transport",
        asked_for="say which of the two pays",
        parties="Council and health trust",
    ),
)
STRATEGY = "Link to the joint health and wellbeing strategy"
FULL = CoverPack(
    HWB,
    date(2026, 6, 25),
    shipped_for(HWB.name),
    ExceptionsPack(risk_packs.FULL, highlight_packs.whole_board()),
    SENT,
    appendices=("Board highlight report, 9 June 2026", "Risk card R2"),
    last_report=date(2026, 3, 26),
    clearance=(
        Clearance("a", "Director of finance", "Ann Hale", date(2026, 6, 1), "by e-mail"),
        Clearance("b", "Monitoring officer"),
    ),
    texts={
        "Financial implications": "Up to £86,000 from the SEND reserve",
        STRATEGY: "1 A good start in life = Earlier advice\n2 Healthy places",
    },
    edition=Edition(version=1),
)
EMPTY = CoverPack(HWB, None, shipped_for(HWB.name), ExceptionsPack(risk_packs.EMPTY), edition=Edition(1))
LONG = replace(
    FULL,
    headings=shipped_for("Scrutiny Committee"),
    told=ExceptionsPack(risk_packs.FULL, highlight_packs.overfull_board()),
    texts={"Legal implications": " ".join(["The council must issue a plan within 20 weeks."] * 60)},
    sent=SENT * 8,
)


def words_of(document: Document) -> str:
    said = [plain(each.text) for each in document.blocks if isinstance(each, Paragraph)]
    said += [plain(entry) for each in document.blocks if isinstance(each, Items) for entry in each.entries]
    said += [cell.said for table in document.tables() for row in table.rows for cell in row]
    return "\n".join(said).replace("\N{NO-BREAK SPACE}", " ")


def table_of(document: Document, title: str) -> list[list[str]]:
    found = next(table for table in document.tables() if table.title == title)
    return [[cell.said.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in found.rows]


def test_the_headings_are_the_receiving_boards_in_its_order_and_an_empty_one_says_none() -> None:
    papers = CoverHeading("", "", "Background papers", CoverPart.BACKGROUND_PAPERS)
    own = (*(CoverHeading("", "", title) for title in ("Why we ask", "Carbon")), papers)
    document = cover_report(replace(EMPTY, headings=own))
    expected = ["Recommendations", "Why we ask", "Carbon", "Clearance", "Background papers"]
    assert [heading.text for heading in document.sections()] == expected
    assert words_of(document).count("None.") == 4


def test_clearance_is_in_the_members_copy_alone() -> None:
    document = cover_report(FULL)
    assert [heading.text for heading in document.sections()][-2:] == ["Clearance", "Background papers"]
    assert table_of(document, "Clearance") == [
        ["Director of finance", "Ann Hale", "1 June 2026", "by e-mail"],
        ["Monitoring officer", "Not cleared yet", "–", "–"],
    ]
    public = cover_report(replace(FULL, is_published=True))
    assert "Clearance" not in [heading.text for heading in public.sections()]
    assert "Ann Hale" not in words_of(public) and public.copy == "Published copy"


def test_what_is_asked_becomes_rows_with_of_whom_and_by_when() -> None:
    rows = table_of(cover_report(FULL), "Recommendations")
    assert rows[:2] == [
        ["1", "Agree one joint psychology offer (R2)", "The board", "30 September 2026"],
        ["2", "Say which of the two pays", "Council and health trust", "25 June 2026"],
    ]
    assert rows[-1][1].startswith("Note the plan: ") and rows[-1][3] == "25 June 2026"
    assert any(row[1].startswith("Decide: ") for row in rows)
    assert [row[0] for row in rows] == [str(at + 1) for at in range(len(rows))]
    assert len(recommendations(EMPTY)) == 1


def test_the_strategy_is_a_table_of_ticks_with_their_words() -> None:
    assert table_of(cover_report(FULL), STRATEGY) == [
        ["1 A good start in life", "✔ Yes", "Earlier advice"],
        ["2 Healthy places", "– No", "None"],
    ]
    widths = {
        round(sum(column.width for column in table.columns), 1) for table in cover_report(FULL).tables()
    }
    assert widths == {17.4}


def test_what_the_office_knows_stands_under_its_headings_and_what_was_written_under_theirs() -> None:
    said = words_of(cover_report(FULL))
    assert "and to put risk R2, late psychology advice, and a professional difference: who pays" in said
    assert "which the SEND Improvement Board escalated on 28 May 2026." in said
    assert "The board last had a report on 26 March 2026." in said
    assert "Up to £86,000 from the SEND reserve." in said
    assert "Appendix A: Board highlight report, 9 June 2026" in said and "Appendix B: Risk card R2" in said
    assert table_of(cover_report(FULL), "Risks")[0][0] == "R2"


def test_words_for_a_heading_that_is_not_there_are_refused_with_those_there_are() -> None:
    own = (CoverHeading("", "", "Carbon"), CoverHeading("", "", "Risk", CoverPart.RISK))
    assert given_texts([("carbon", "Little")], own) == {"Carbon": "Little"}
    with pytest.raises(Refused, match=r"There is no heading “Climate”\. There is “Carbon” and “Risk”"):
        given_texts([("Climate", "Little")], own)


def test_a_body_that_scrutinises_has_the_headings_of_a_panel() -> None:
    panel = [heading.title for heading in shipped_for("Children and Families Scrutiny Committee")]
    assert "Risk management" in panel and "Link to the joint health and wellbeing strategy" not in panel
    assert shipped_for("Health and Wellbeing Board")[2].title.endswith("wellbeing strategy")


def test_the_word_file_is_valid_and_the_checker_finds_nothing(tmp_path: Path) -> None:
    for at, pack in enumerate((EMPTY, FULL, replace(FULL, is_published=True), LONG)):
        path = tmp_path / f"{at}.docx"
        path.write_bytes(write(cover_report(pack)))
        assert not [finding for finding in check(path.read_bytes()) if not finding.advice]
        assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]

"""Reports of real size as pages: none nearly empty, no row that takes a page for itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from tests.reports import highlight_packs as packs
from tests.reports.rendered import Words, as_pdfs, need_pages, sections_in, words_of_pages

from boarddesk.cli.commands import run
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.highlights import HIGHLIGHT
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.reports.document import Document
from boarddesk.reports.highlights.report import highlight_report
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack, Period

HALF, THIRD = 500, 333
REF = re.compile(r"\d+\.\d+")
SIXTY_WORDS = (
    "Agree with schools, health and social care how requests for assessment are made, who answers them "
    "within which time, and how families are told what was decided and why; write it down in one place that "
    "parents and carers have tested, train everyone who answers them, and look every month at twenty "
    "decisions together to see whether it is so and what must be changed."
)
OWNERS = ("Oluwaseun Adeyemi-Kowalczyk", "Head of commissioning, integrated care board", "P. Orr", "Ann Lee")
DATES = ("Apr 27", "Autumn term 2026", "31/09/2026", "In line with the workforce plan", "31 May 2026")


def area_of(number: int, count: int, *, first: bool) -> AreaPack:
    """An area of so many actions in many words, on which there has been news or nothing yet."""
    statuses = (packs.NOT_ON_TRACK, packs.PARTIALLY, None, packs.ON_TRACK, packs.MET)
    actions = tuple(
        replace(
            packs.action(
                f"{number}.{place}",
                SIXTY_WORDS,
                DATES[place % len(DATES)],
                "",
                statuses[place % len(statuses)],
                latest=SIXTY_WORDS,
            ),
            owners=OWNERS[: place % 5],
        )
        for place in range(1, count + 1)
    )
    full = packs.area_four()
    area = replace(full.area, id=str(number), number=str(number), actions=actions)
    if first:
        return AreaPack(replace(area, judgements=(), highlights=()), None, ())
    return replace(full, area=area)


def reports() -> dict[str, Document]:
    """Sixty actions in five areas, in one, and in a first report; one of few; one with nothing."""
    areas = [area_of(number, 12, first=False) for number in range(1, 6)]
    newly = [area_of(number, 12, first=True) for number in range(1, 6)]
    alone = packs.pack(area_of(4, 60, first=False))
    return {
        name: highlight_report(pack)
        for name, pack in {
            "sixty": packs.pack(*areas, whole_board=True),
            "first": _first(packs.pack(*newly, whole_board=True)),
            "alone": alone,
            "few": packs.pack(*(area_of(number, 3, first=False) for number in (1, 2)), whole_board=True),
            "nothing": _first(packs.pack(packs.area_six(), whole_board=True)),
        }.items()
    }


def _first(pack: HighlightPack) -> HighlightPack:
    return replace(pack, period=Period(None, pack.period.last), over_boards=(), attendance=None)


def test_no_page_is_less_than_half_full_but_the_last_of_a_section_and_no_row_takes_a_third(
    tmp_path: Path,
) -> None:
    _hold_against_pages(reports(), tmp_path)


def test_a_real_plan_makes_a_report_without_pages_nearly_empty(real_plan: Path, tmp_path: Path) -> None:
    office = tmp_path / "office.boarddesk"
    board = ["--board", "SIB", "--new-board", "SEND Improvement Board"]
    assert run(["new", str(office)]) == run(["import", "plan", str(real_plan), "--into", str(office), *board])
    with OfficeFile.open(office) as file:
        document = HIGHLIGHT.prepare(file, DocumentQuery(date.today())).document
    _hold_against_pages({"real": document}, tmp_path)


def _hold_against_pages(made: dict[str, Document], scratch: Path) -> None:
    need_pages()
    for (name, document), pdf in zip(made.items(), as_pdfs(list(made.values()), scratch), strict=True):
        pages, begin = words_of_pages(pdf), set(sections_in(document, pdf))
        full = [max((each.bottom for each in page), default=0) for page in pages]
        print(f"\n{name}: {len(pages)} pages, full to {[round(each / 1000, 2) for each in full]}")
        for number, reached in enumerate(full, 1):
            assert reached >= HALF or number == len(full) or number + 1 in begin, (name, number, full)
        tallest = max((height for page in pages for height in _rows(page)), default=0)
        assert tallest <= THIRD, (name, tallest)


def _rows(page: list[Words]) -> list[int]:
    """From one reference in the first column to the next: the height of a row of actions."""
    edge = min((each.left for each in page), default=0)
    refs = [each for each in page if REF.fullmatch(each.text) and each.left < edge + 12]
    return [
        below.top - above.top
        for above, below in pairwise(refs)
        if above.text.split(".")[0] == below.text.split(".")[0]
    ]

"""The check of a paper and its clean copy, from its bytes: no disk is read and none written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boarddesk.importing.papers.content import kind_of
from boarddesk.importing.papers.excel.workbook import ExcelPaper
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper
from boarddesk.importing.papers.pdf.document import TROUBLE, Locked, PdfPaper
from boarddesk.importing.papers.powerpoint import PowerPointPaper
from boarddesk.importing.papers.word import WordPaper
from boarddesk.rules.papers.finding import HEAVY, FindingKind, PaperCheck, PaperKind, PaperTrace
from boarddesk.rules.papers.sentences import findings_of
from boarddesk.rules.refused import FileProblem

_OFFICE: dict[PaperKind, Callable[[OfficePaper], WordPaper | ExcelPaper | PowerPointPaper]] = {
    PaperKind.WORD: WordPaper,
    PaperKind.EXCEL: ExcelPaper,
    PaperKind.POWERPOINT: PowerPointPaper,
}
_UNCHECKED = (PaperKind.OLD_OFFICE, PaperKind.OPEN_DOCUMENT, PaperKind.RICH_TEXT)
_SEES_NOBODY = "nobody hears what a picture shows"


def check_paper(content: bytes, name: str, *, names: Sequence[str] = ()) -> PaperCheck:
    """What a paper is and everything found in it; `names` are the people a comment may name.

    Raises FileProblem where it is no paper: a program, something damaged or far bigger inside than it looks.
    """
    kind = kind_of(content, name)
    traces = [PaperTrace(FindingKind.SIZE, words=str(len(content)))] if len(content) > HEAVY else []
    pages: int | None = None
    if kind in _OFFICE:
        office = OfficePaper(content, name)
        paper = _OFFICE[kind](office)
        traces += [hit.trace for hit in paper.hits()] + list(paper.remarks())
        traces += [PaperTrace(FindingKind.UNCHECKED, what="a damaged part inside") for _ in office.unread]
        pages = paper.pages if isinstance(paper, PowerPointPaper) else None
    elif kind is PaperKind.PDF:
        found = _check_pdf(content, name)
        pages, traces = found.pages, traces + found.traces
    elif kind is PaperKind.LOCKED:
        traces.append(PaperTrace(FindingKind.PASSWORD))
    elif kind in _UNCHECKED:
        traces.append(PaperTrace(FindingKind.UNCHECKED, what=f"this is {_with_article(kind)}"))
    elif kind is PaperKind.PICTURE:
        traces.append(PaperTrace(FindingKind.ACCESSIBILITY, what=_SEES_NOBODY))
    return PaperCheck(kind, pages, findings_of(traces, names=names))


def clean_copy(content: bytes, name: str) -> bytes:
    """The paper without what can be taken out of it; all else stays as it was.

    Raises FileProblem where no clean copy can be made of it.
    """
    kind = kind_of(content, name)
    if kind in _OFFICE:
        office = OfficePaper(content, name)
        paper = _OFFICE[kind](office)
        _take_all(list(paper.hits()))
        paper.tidy()
        office.without_macros()
        return office.written()
    if kind is PaperKind.PDF:
        return _clean_pdf(content, name)
    raise FileProblem(f"There is no clean copy of “{name}”: it is {_with_article(kind)}. {_ASK}")


_ASK = "Ask for it as a Word document, a workbook, slides or a PDF."


@dataclass(frozen=True)
class _CheckedPdf:
    pages: int | None
    traces: list[PaperTrace]


def _check_pdf(content: bytes, name: str) -> _CheckedPdf:
    try:
        paper = PdfPaper(content, name)
    except Locked:
        return _CheckedPdf(None, [PaperTrace(FindingKind.PASSWORD)])
    try:
        return _CheckedPdf(paper.pages, [hit.trace for hit in paper.hits()] + list(paper.remarks()))
    except TROUBLE as trouble:
        raise paper.damaged() from trouble


def _clean_pdf(content: bytes, name: str) -> bytes:
    try:
        paper = PdfPaper(content, name)
    except Locked as trouble:
        raise FileProblem(
            f"There is no clean copy of “{name}”: it opens only with a password. Ask for it without one."
        ) from trouble
    try:
        _take_all(list(paper.hits()))
        paper.tidy()
        return paper.written()
    except TROUBLE as trouble:
        raise paper.damaged() from trouble


def _take_all(hits: Sequence[Hit]) -> None:
    """Each way of taking something away is gone once, however much it takes."""
    for remove in dict.fromkeys(hit.remove for hit in hits):
        remove()


def _with_article(kind: PaperKind) -> str:
    return f"{'an' if kind.value[0] in 'OE' else 'a'} {kind.value}"

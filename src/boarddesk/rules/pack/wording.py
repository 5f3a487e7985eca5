"""What the list of contents of a pack says in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from boarddesk.rules.agenda.item import EXEMPT_PARAGRAPHS, AgendaItem
from boarddesk.rules.pack.numbering import Numbering, PageNumber, said_span
from boarddesk.rules.pack.pack import MeetingPack, PackPaper
from boarddesk.rules.wording import count_in_words, day_of_year, listed, lower_first, number, sentence, tidied


@dataclass(frozen=True)
class PaperLook:
    """What binding found out about a paper; `reduced` are its pages drawn smaller, by what percentage."""

    is_tagged: bool = True
    scanned: tuple[int, ...] = ()
    pages: int = 0
    reduced: tuple[tuple[int, int], ...] = field(default=())


def called(paper: PackPaper, pack: MeetingPack) -> str:
    """`Paper 4, case for spending`; of a restricted one only the number in a published copy."""
    if pack.is_left_out(paper):
        return f"Paper {paper.number}, restricted"
    return f"Paper {paper.number}, {lower_first(tidied(paper.paper.title))}"


def in_short(pack: MeetingPack, numbering: Numbering) -> tuple[str, str]:
    """`Ten items, eight papers, 112 pages.` and what came late."""
    items, papers = len(pack.items), len(pack.bound)
    pages = f"{number(numbering.total)} page{'' if numbering.total == 1 else 's'}"
    lead = f"{count_in_words(items, 'item')}, {count_in_words(papers, 'paper')}, {pages}"
    return sentence(lead), " ".join(_since(pack, numbering))


def _since(pack: MeetingPack, numbering: Numbering) -> Iterator[str]:
    if pack.to_follow:
        one = len(pack.to_follow) == 1
        yield sentence(f"{count_in_words(len(pack.to_follow), 'paper')} {'is' if one else 'are'} to follow")
    for supplement, papers in supplements(pack, numbering).items():
        pages = sum(len(numbering.numbers[paper.id]) for paper in papers)
        numbers = [str(paper.number) for paper in papers]
        what = f"{'paper' if len(numbers) == 1 else 'papers'} {listed(numbers)}"
        yield f"Supplement {supplement} ({pages} page{'' if pages == 1 else 's'}) brings {what}."
    if 0 in pack.issued_on:
        yield f"No page number has moved since {day_of_year(pack.issued_on[0])}."


def supplements(pack: MeetingPack, numbering: Numbering) -> dict[int, list[PackPaper]]:
    """The papers of each supplement, by its number."""
    late: dict[int, list[PackPaper]] = {}
    for paper in pack.bound:
        pages = numbering.numbers.get(paper.id, ())
        if pages and pages[0].supplement:
            late.setdefault(pages[0].supplement, []).append(paper)
    return dict(sorted(late.items()))


def fell_away(pack: MeetingPack, numbering: Numbering) -> Iterator[tuple[str, str]]:
    """Pages that were issued and are no longer there, and why: nobody should look for them."""
    papers = {paper.id: paper for paper in pack.papers}
    for given in pack.issued:
        left = numbering.numbers.get(given.key, ())
        gone = [PageNumber(page, given.supplement) for page in range(given.first + len(left), given.last + 1)]
        if not gone:
            continue
        paper = papers.get(given.key)
        if paper is None:
            why = "The paper is no longer on the agenda."
        elif paper.paper.is_withdrawn:
            why = f"{called(paper, pack)}, was withdrawn: {sentence(paper.paper.withdrawn_why)}"
        else:
            why = f"{called(paper, pack)}, is shorter now."
        yield said_span(gone), why


def restriction(item: AgendaItem) -> str:
    """Why an item is not for the public: the paragraph, and the reason given."""
    paragraph = item.exempt_paragraph
    exempt = f"Exempt under paragraph {paragraph}: {EXEMPT_PARAGRAPHS[paragraph]}." if paragraph else ""
    return " ".join(part for part in (exempt, sentence(item.restricted_why)) if part)


def about(paper: PackPaper, look: PaperLook, pack: MeetingPack) -> Iterator[str]:
    """What a reader should know of how a paper is bound: nothing, where all is well."""
    name = called(paper, pack)
    if look.scanned and len(look.scanned) == look.pages:
        yield f"{name}, is a scan: those who listen hear no word of it."
    elif look.scanned:
        yield f"{name}, has scanned pages that nobody can hear: {_pages(look.scanned)}."
    if not look.is_tagged and len(look.scanned) < look.pages:
        yield f"{name}, has no tags: those who listen hear it in the order it was drawn."
    if look.reduced:
        least = min(percent for _, percent in look.reduced)
        pages = _pages([page for page, _ in look.reduced])
        yield f"{name}, is drawn at {least}% to make room for the page numbers: {pages}."


def _pages(pages: Sequence[int]) -> str:
    """`its page 3`, `its pages 1, 2 and 7`, `12 of its pages`."""
    if len(pages) > 6:
        return f"{len(pages)} of its pages"
    return f"its {'page' if len(pages) == 1 else 'pages'} {listed([str(page) for page in pages])}"

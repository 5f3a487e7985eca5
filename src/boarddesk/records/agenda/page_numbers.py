"""The page numbers of a pack that was issued: kept with it, and read again for whatever comes after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boarddesk.records.documents import issued
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.pack.numbering import IssuedPages, Numbering
from boarddesk.rules.pack.pack import AGENDA, CONTENTS, PACK, MeetingPack


@dataclass(frozen=True)
class GivenPages:
    """What a meeting's pack and its supplements gave: pages, the number of each paper, and the days."""

    pages: tuple[IssuedPages, ...]
    paper_numbers: Mapping[str, int]
    issued_on: Mapping[int, date]


def given_pages(file: OfficeFile, meeting_id: str) -> GivenPages:
    """Everything issued so far. A paper that is no longer in the office keeps its numbers all the same."""
    rows = file.rows(
        "SELECT p.*, k.supplement, k.issued_on FROM pack_part p JOIN pack k ON k.id = p.pack_id "
        "WHERE k.meeting_id = ? ORDER BY k.supplement, p.position",
        (meeting_id,),
    )
    pages, numbers, days = [], dict[str, int](), dict[int, date]()
    for row in rows:
        days[row["supplement"]] = date.fromisoformat(row["issued_on"])
        front = (CONTENTS, AGENDA)[row["position"]] if row["item"] == "" else ""
        key = front or row["paper_id"] or row["id"]
        if not front:
            numbers.setdefault(key, len(numbers) + 1)
        if row["pages"]:
            pages.append(
                IssuedPages(key, row["first"], row["pages"], row["supplement"], row["copy_sha256"] or "")
            )
    return GivenPages(tuple(pages), numbers, days)


def keep_pages(file: OfficeFile, pack: MeetingPack, numbering: Numbering, *, on: date) -> None:
    """Keep the numbers given now; those given before stand. What is to follow keeps the number it has.

    The pack as it was issued last is the office's newest issue of that kind for the meeting.
    """
    known = {given.key for given in pack.issued}
    new = [key for key, pages in numbering.numbers.items() if pages and key not in known]
    if not new:
        return
    papers = {paper.id: paper for paper in sorted(pack.papers, key=lambda paper: paper.number)}
    following = {paper.id for paper in pack.to_follow} if not pack.issued else set()
    order = [key for key in (CONTENTS, AGENDA, *papers) if key in new or key in following]
    issues = issued(file, kind=PACK, meeting_id=pack.meeting_id)
    with file.change("Keep the page numbers of the pack") as change:
        pack_id = change.insert(
            "pack",
            meeting_id=pack.meeting_id,
            supplement=numbering.supplement,
            issued_id=issues[0].id if issues else None,
            issued_on=on,
        )
        for position, key in enumerate(order):
            pages, paper = numbering.numbers.get(key, ()), papers.get(key)
            copy = paper.paper.copy if paper else None
            change.insert(
                "pack_part",
                pack_id=pack_id,
                item=paper.item if paper else "",
                title=paper.paper.title if paper else key,
                paper_id=paper.id if paper else None,
                copy_sha256=copy.sha256 if copy else None,
                first=pages[0].number if pages else 0,
                pages=len(pages),
                position=position,
            )

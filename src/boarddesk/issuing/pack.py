"""The pack of a meeting: its agenda and papers as one PDF, or a folder where nothing makes PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from boarddesk.issuing.agenda import AGENDA
from boarddesk.issuing.document_kind import (
    Audience,
    DocumentKind,
    DocumentQuery,
    Need,
    PreparedDocument,
    Reader,
    Scope,
)
from boarddesk.paper_child import clean_apart, look_apart
from boarddesk.records import documents
from boarddesk.records.agenda import papers as kept_papers
from boarddesk.records.agenda.page_numbers import keep_pages
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.pack import issued_agenda, meeting_pack
from boarddesk.reports.pack.converter import installed_converter
from boarddesk.reports.pack.finished import PDF, FinishedPack, PaperFile
from boarddesk.rules.edition import Edition
from boarddesk.rules.pack.pack import PACK as KEY
from boarddesk.rules.pack.pack import MeetingPack
from boarddesk.rules.papers.finding import FindingKind
from boarddesk.rules.wording import listed

TRACKED = (".docx", ".docm")


@dataclass(frozen=True)
class _Maker:
    """Makes the pack once for each edition that is asked for: Word papers take seconds to become PDFs."""

    pack: MeetingPack
    agenda: Callable[[Edition], bytes]
    papers: dict[str, PaperFile]
    _made: dict[Edition, FinishedPack] = field(default_factory=dict)
    _pdfs: dict[bytes, bytes] = field(default_factory=dict)

    def made(self, edition: Edition) -> FinishedPack:
        """The pack under an edition."""
        # Imported when first made: the library for PDFs takes long to load, and few days need it.
        from boarddesk.reports.pack.bindery import make_pack

        if edition not in self._made:
            self._made[edition] = make_pack(
                replace(self.pack, edition=edition),
                PaperFile("Agenda.docx", self.agenda(edition)),
                {key: _with_changes_accepted(paper) for key, paper in self.papers.items()},
                installed_converter(),
                known=self._pdfs,
            )
        return self._made[edition]

    def supplement(self, edition: Edition) -> dict[str, bytes]:
        """What came late alone, for those who have the pack already."""
        made = self.made(edition)
        return (
            {f"supplement {made.numbering.supplement}": made.supplement}
            if made.numbering and made.supplement
            else {}
        )

    def keep(self, file: OfficeFile, edition: Edition) -> None:
        """The numbers it gave are kept with its issue; a folder gives none."""
        numbering = self.made(edition).numbering
        if numbering is not None:
            keep_pages(file, self.pack, numbering, on=self.pack.as_at)


def _with_changes_accepted(paper: PaperFile) -> PaperFile:
    """A Word paper whose tracked changes are accepted: printed, deleted words would stand beside new ones."""
    if paper.suffix not in TRACKED:
        return paper
    found = look_apart(paper.content, paper.name).findings
    if not any(finding.kind is FindingKind.TRACKED_CHANGES for finding in found):
        return paper
    return PaperFile(paper.name, clean_apart(paper.content, paper.name)[0])


def _gather_pack(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of a meeting, or of the next; what was issued of it keeps its numbers."""
    meeting_id = query.meeting_or_next(file)
    scope = Audience.PUBLIC if query.for_publication else Audience.MEMBERS
    pack = meeting_pack(
        file, meeting_id, today=query.today, scope=scope, for_publication=query.for_publication
    )
    papers = {
        paper.id: PaperFile(paper.paper.copy.name, kept_papers.content(file, paper.paper.copy))
        for paper in pack.bound
        if paper.paper.copy
    }
    maker = _Maker(pack, _agenda(file, replace(query, meeting_id=meeting_id), scope), papers)
    return PreparedDocument(
        PACK,
        lambda edition: maker.made(edition).document,
        scope=scope,
        as_at=query.today,
        board_id=pack.board.id,
        meeting_id=meeting_id,
        other_forms={PDF: lambda edition: maker.made(edition).one_pdf},
        beside=maker.supplement,
        in_a_folder=lambda edition: maker.made(edition).files,
        remark=" ".join(_remarks(pack)),
        remark_once_written=lambda edition: maker.made(edition).why_a_folder,
        edition=pack.edition,
        once_issued=maker.keep,
    )


def _agenda(file: OfficeFile, query: DocumentQuery, scope: Audience) -> Callable[[Edition], bytes]:
    """The agenda as it was issued for those who get the pack; else as it is now, as a draft."""
    issued = issued_agenda(file, str(query.meeting_id), scope)
    if issued is not None:
        content = documents.word_of(file, issued.id)
        return lambda _edition: content
    prepared = AGENDA.prepare(file, query)
    return lambda _edition: prepared.written(documents.WORD)


def _remarks(pack: MeetingPack) -> Iterator[str]:
    """What somebody about to send it should know."""
    if pack.agenda_issued_on is None:
        which = "agenda for publication" if pack.for_publication else "agenda"
        yield f"The {which} has not been issued yet: the pack holds it as a draft."
    if pack.to_follow:
        yield f"To follow: {listed([f'“{paper.paper.title}”' for paper in pack.to_follow])}."


PACK = DocumentKind(
    key=KEY,
    title="Pack",
    noun="pack",
    reader=Reader.MEETING,
    note="PDF",
    sentence="Bind the agenda and papers of a meeting into one PDF; as .docx its list of contents alone.",
    example="boarddesk report pack office.boarddesk --meeting SIB-2026-03 --out pack.pdf",
    needs=(
        Need(Scope.BOARD),
        Need(Scope.MEETING, otherwise="else the next"),
        Need(
            Scope.COPY,
            copies=(Audience.MEMBERS, Audience.PUBLIC),
            without="restricted papers",
        ),
    ),
    gather=_gather_pack,
    forms=(PDF, documents.WORD),
    says_itself=("to follow",),
)

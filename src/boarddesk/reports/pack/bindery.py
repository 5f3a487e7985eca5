"""Makes a pack: every paper into a PDF, all of them bound behind a list of contents that knows their pages.

Where no office program turns Word papers into PDFs the pack is a folder: the same order, the papers as they
came, and the list of contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from boarddesk.disk.drafts import scratch_folder
from boarddesk.reports.document import Document
from boarddesk.reports.layout import page_count
from boarddesk.reports.pack.binding import BoundPart, PackCover, bind
from boarddesk.reports.pack.contents import PackLayout, contents_document
from boarddesk.reports.pack.converter import Converter, can_convert
from boarddesk.reports.pack.finished import PDF, FinishedPack, PaperFile
from boarddesk.reports.pack.leaf import StampPlace
from boarddesk.reports.pack.paper import PaperPdf, open_paper
from boarddesk.reports.word import writer
from boarddesk.rules.pack.numbering import Numbering, number_pages
from boarddesk.rules.pack.pack import AGENDA, CONTENTS, MeetingPack, PackPaper
from boarddesk.rules.pack.wording import PaperLook, called
from boarddesk.rules.papers.names import paper_file_name
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.wording import day, tidied

FIRST = "00 Contents.docx"
LANGUAGE = "en-GB"
NO_PROGRAM = (
    "LibreOffice, which turns Word papers into PDFs, is not on this computer: "
    "the pack is a folder, and its pages have no running numbers."
)
NO_ANSWER = (
    "LibreOffice did not answer in time: the pack is a folder, and its pages have no running numbers. "
    "Close LibreOffice where it is open, and try again."
)


def make_pack(
    pack: MeetingPack,
    agenda: PaperFile,
    papers: Mapping[str, PaperFile],
    converter: Converter | None,
    *,
    known: dict[bytes, bytes] | None = None,
) -> FinishedPack:
    """The pack of a meeting, of papers by their ids. Raises FileProblem that names what cannot be bound.

    `known` are the PDFs made so far of the content of other files; those made now are added.
    """
    for paper in papers.values():
        if paper.suffix != PDF and not can_convert(paper.suffix):
            raise FileProblem(
                f"“{paper.name}” cannot stand in a pack: it is no PDF, Word, Excel, PowerPoint or picture. "
                "Save it as a PDF and take that in."
            )
    if converter is None:
        return folder_of(pack, agenda, papers, NO_PROGRAM)
    with (
        scratch_folder() as scratch,
        ExitStack() as opened,
    ):
        bindery = _Bindery(pack, converter, scratch, opened, {} if known is None else known)
        made = bindery.make({AGENDA: agenda, **papers})
    return made or folder_of(pack, agenda, papers, NO_ANSWER)


@dataclass(frozen=True)
class _Bindery:
    """A pack being made in a folder of its own; what is opened there is closed once it is bound."""

    pack: MeetingPack
    converter: Converter
    scratch: Path
    opened: ExitStack
    known: dict[bytes, bytes]

    def make(self, files: Mapping[str, PaperFile]) -> FinishedPack | None:
        """The pack as one PDF; None where the office program does not answer."""
        pdfs = self._as_pdfs(files)
        if pdfs is None:
            return None
        bindings = {key: self._open(path, files[key]) for key, path in pdfs.items()}
        return self._with_contents(bindings)

    def _as_pdfs(self, files: Mapping[str, PaperFile]) -> Mapping[str, Path] | None:
        """Each file as a PDF; None where not one was made."""
        paths = {key: self.scratch / f"{place:03}{files[key].suffix}" for place, key in enumerate(files)}
        foreign = {key: path for key, path in paths.items() if path.suffix != PDF}
        for key, path in paths.items():
            path.write_bytes(files[key].content)
        new = [path for key, path in foreign.items() if files[key].content not in self.known]
        made = self.converter.convert(new, self.scratch) if new else {}
        if new and not made:
            return None
        for key, path in foreign.items():
            content = files[key].content
            if path in made:
                self.known[content] = made[path].read_bytes()
            if content not in self.known:
                raise FileProblem(
                    f"LibreOffice could not make a PDF of “{files[key].name}”. "
                    "Save it as a PDF where it comes from, and take that in."
                )
            paths[key] = path.with_suffix(PDF)
            paths[key].write_bytes(self.known[content])
        return paths

    def _open(self, path: Path, paper: PaperFile) -> PaperPdf:
        """What the office program made says that it is American: that it is not is known here."""
        pdf = open_paper(path, paper.name, language=LANGUAGE if paper.suffix != PDF else "")
        self.opened.callback(pdf.pdf.close)
        return pdf

    def _with_contents(self, papers: Mapping[str, PaperPdf]) -> FinishedPack | None:
        """Bound behind a list of contents, whose own length moves what stands after it until it is known."""
        looks = {key: _look(paper) for key, paper in papers.items()}
        lengths = [(key, papers[key].pages) for key in (AGENDA, *(each.id for each in self.pack.bound))]

        def told(length: int) -> tuple[Numbering, Document]:
            numbering = number_pages([(CONTENTS, length), *lengths], self.pack.issued)
            return numbering, contents_document(self.pack, PackLayout(numbering, looks))

        length = page_count(told(1)[1])
        numbering, document = told(length)
        contents = self._contents(document, numbering)
        tried = {length}
        while contents is not None and contents.pages != length:
            if contents.pages < length and contents.pages in tried:
                break  # shorter it would grow again
            length = contents.pages
            tried.add(length)
            numbering, document = told(length)
            contents = self._contents(document, numbering)
        if contents is None:
            return None
        parts = [*_fronts(contents, papers[AGENDA], numbering), *_parts(self.pack, papers, numbering)]
        cover = PackCover(
            document.title,
            self.pack.partnership or self.pack.board.name,
            f"{self.pack.board.name} · {day(self.pack.day)}".replace("\N{NO-BREAK SPACE}", " "),
            numbering.total,
        )
        return FinishedPack(
            document, bind(parts, cover), self._late(parts, cover, numbering.supplement), numbering
        )

    def _late(self, parts: Sequence[BoundPart], cover: PackCover, supplement: int) -> bytes:
        """The list of contents and what comes late now, for those who have the rest."""
        if not supplement:
            return b""
        late = [part for part in parts if part.numbers[0].supplement == supplement]
        return bind([parts[0], *late], replace(cover, title=f"{cover.title}, supplement {supplement}"))

    def _contents(self, document: Document, numbering: Numbering) -> PaperPdf | None:
        """Its own footer counts its pages; where some have letters, as no footer counts, they are stamped."""
        total = 0 if _has_letters(numbering) else numbering.total
        path = self.scratch / f"contents-{len(list(self.scratch.glob('contents-*')))}.docx"
        path.write_bytes(writer.write(document, of_pages=total))
        made = self.converter.convert([path], self.scratch)
        if path not in made:
            return None
        return self._open(made[path], PaperFile("Contents.docx", b""))


def _has_letters(numbering: Numbering) -> bool:
    return any(page.letter for page in numbering.numbers[CONTENTS])


def _look(paper: PaperPdf) -> PaperLook:
    reduced = tuple(
        (page, round(leaf.reduction * 100))
        for page, (place, leaf) in enumerate(zip(paper.places, paper.leaves, strict=True), start=1)
        if place is StampPlace.REDUCED
    )
    return PaperLook(paper.is_tagged, paper.scanned_pages, paper.pages, reduced)


def _fronts(contents: PaperPdf, agenda: PaperPdf, numbering: Numbering) -> Iterator[BoundPart]:
    said = "Contents" if _has_letters(numbering) else ""
    yield BoundPart(contents, "Contents", "", numbering.numbers[CONTENTS][: contents.pages], said)
    yield BoundPart(agenda, "Agenda", "", numbering.numbers[AGENDA], said="Agenda")


def _parts(pack: MeetingPack, papers: Mapping[str, PaperPdf], numbering: Numbering) -> Iterator[BoundPart]:
    """The papers that go out, in the order of their numbers: supplements stand after the pack itself."""
    titles = {item.number: tidied(item.item.title) for item in pack.items}

    def first(paper: PackPaper) -> tuple[int, int]:
        page = numbering.numbers[paper.id][0]
        return page.supplement, page.number

    for paper in sorted(pack.bound, key=first):
        if pack.is_left_out(paper):
            continue
        numbers, name = numbering.numbers[paper.id], called(paper, pack)
        said = f"Item {paper.item}"
        if numbers[0].supplement:
            heading, name = f"Supplement {numbers[0].supplement}", f"{said} · {name}"
        else:
            heading = f"{paper.item} {titles[paper.item]}"
        yield BoundPart(papers[paper.id], heading, name, numbers, said)


def folder_of(
    pack: MeetingPack, agenda: PaperFile, papers: Mapping[str, PaperFile], why: str
) -> FinishedPack:
    """The papers as they came, named in their order, with a list of contents that names them."""
    names = {AGENDA: f"00-1 Agenda{agenda.suffix}"}
    for paper in pack.bound:
        if not pack.is_left_out(paper):
            title, suffix = paper.paper.title, papers[paper.id].suffix
            names[paper.id] = paper_file_name(paper.item, paper.place, title, suffix=suffix)
    document = contents_document(pack, PackLayout(files={CONTENTS: FIRST, **names}, why_a_folder=why))
    files = {FIRST: writer.write(document), names[AGENDA]: agenda.content}
    files |= {names[key]: papers[key].content for key in names if key != AGENDA}
    return FinishedPack(document, files=files, why_a_folder=why)

"""A pack read back with other eyes: nothing that its papers said to anybody is lost on the way."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfua import validate
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests.reports.pack.papers import (
    add_page,
    blank_pdf,
    locked_paper,
    plain_paper,
    scanned_paper,
    tagged_paper,
    words_at,
)

from boarddesk.reports.pack.binding import BoundPart, PackCover, bind
from boarddesk.reports.pack.leaf import StampPlace
from boarddesk.reports.pack.paper import PaperPdf, open_paper
from boarddesk.rules.pack.numbering import IssuedPages, number_pages
from boarddesk.rules.refused import FileProblem

STAMP = "SEND Improvement Board · 9 June 2026"


def opened(*paths: Path) -> list[PaperPdf]:
    return [open_paper(path, path.name) for path in paths]


def bound(papers: Sequence[PaperPdf], issued: Sequence[IssuedPages] = ()) -> bytes:
    """A pack of a paper an item; the pages are numbered as issued before, late ones last."""
    numbering = number_pages([(paper.name, paper.pages) for paper in papers], issued)
    parts = [
        BoundPart(paper, f"{place} Item", f"Paper {place}", numbering.numbers[paper.name], f"Item {place}")
        for place, paper in enumerate(papers, start=1)
    ]
    cover = PackCover("SEND Improvement Board: pack", "Northmoor", STAMP, numbering.total)
    content = bind(parts, cover)
    for paper in papers:
        paper.pdf.close()
    return content


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def page_of(pack: pypdf.PdfReader, where: Any) -> int:
    """The page, from 1, that a bookmark or a name leads to."""
    place = pack.get_destination_page_number(where)
    assert place is not None
    return place + 1


def kinds(root: Any) -> Iterator[str]:
    """What every element of a tree of tags is, by its roles, as another library reads it."""
    roles = root.get("/RoleMap", {})
    waiting = [root]
    while waiting:
        element = waiting.pop().get_object()
        if "/S" in element:
            yield str(roles.get(element["/S"], element["/S"]))
        below = element.get("/K", [])
        below = below.get_object() if hasattr(below, "get_object") else below
        for kid in below if isinstance(below, list) else [below]:
            if isinstance(kid.get_object(), dict):
                waiting.append(kid)


def headings_of(reader: pypdf.PdfReader) -> Counter[str]:
    counted = Counter(kinds(reader.root_object["/StructTreeRoot"]))
    return Counter({kind: count for kind, count in counted.items() if re.fullmatch(r"/H\d?", kind)})


@pytest.fixture
def tagged(tmp_path: Path) -> list[Path]:
    """Papers whose roles and names of elements quarrel, as those of four offices do."""
    return [
        tagged_paper(tmp_path / "a.pdf", ["Alpha", "Beta", "Gamma"], roles={"/Title": "/H1"}, names=True),
        tagged_paper(tmp_path / "b.pdf", ["One"], roles={"/Title": "/P", "/Head": "/H1"}, names=True),
        tagged_paper(tmp_path / "c.pdf", ["Two", "Three"], document=False, bookmarks=False),
        tagged_paper(tmp_path / "d.pdf", ["Four"], roles={"/P": "/Note"}, language="cy"),
    ]


def test_every_heading_of_every_tagged_paper_is_a_heading_of_the_pack(tagged: list[Path]) -> None:
    before = sum((headings_of(pypdf.PdfReader(path)) for path in tagged), Counter[str]())
    pack = read(bound(opened(*tagged)))
    assert before == headings_of(pack) == Counter({"/H1": 7})
    counted = Counter(kinds(pack.root_object["/StructTreeRoot"]))
    assert counted["/Part"] == 4
    assert counted["/Link"] == 4
    assert (counted["/P"], counted["/Note"]) == (6, 1), "a word one paper means otherwise stays its own"


def test_every_page_and_link_finds_the_elements_that_are_its_own(tagged: list[Path]) -> None:
    with pikepdf.open(io.BytesIO(bound(opened(*tagged)))) as pack:
        parents = pikepdf.NumberTree(pack.Root.StructTreeRoot.ParentTree)
        numbers = []
        for page in pack.pages:
            numbers.append(int(page.obj.StructParents))
            for element in parents[numbers[-1]]:
                assert element.Pg.objgen == page.obj.objgen
            for annotation in page.obj.get(Name.Annots, Array()):
                numbers.append(int(annotation.StructParent))
                assert parents[numbers[-1]].K.Obj.objgen == annotation.objgen
        assert len(numbers) == len(set(numbers))
        assert int(pack.Root.StructTreeRoot.ParentTreeNextKey) > max(numbers)
        ids = pikepdf.NameTree(pack.Root.StructTreeRoot.IDTree)
        assert len(list(ids)) == 4, "names of elements that two papers both have are kept apart"
        assert all(str(element.ID) == name for name, element in ids.items())


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="pdfinfo is not on this machine")
def test_another_program_reads_the_tags_with_their_words(tagged: list[Path], tmp_path: Path) -> None:
    pack = tmp_path / "pack.pdf"
    pack.write_bytes(bound(opened(*tagged)))
    command = ["pdfinfo", "-struct-text", str(pack)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = ["Alpha", "Beta", "Gamma", "One", "Two", "Three", "Four"]
    assert re.findall(r'H1.*\n\s+"(.*)"', told) == words


def test_a_checker_of_accessible_pdfs_finds_no_error(tagged: list[Path], tmp_path: Path) -> None:
    pack = tmp_path / "pack.pdf"
    plain = plain_paper(tmp_path / "plain.pdf", ["No tags"])
    pack.write_bytes(bound(opened(*tagged, plain, scanned_paper(tmp_path / "scan.pdf"))))
    report = validate(str(pack))
    # It does not say of itself that it is PDF/UA: papers of other people are not ours to vouch for.
    assert [finding.message for finding in report.findings if finding.rule_id != "UA-28-004"] == []


def test_bookmarks_are_items_then_papers_then_what_the_papers_brought(tagged: list[Path]) -> None:
    pack = read(bound(opened(*tagged)))

    def told(entries: Sequence[Any]) -> list[Any]:
        return [
            told(entry) if isinstance(entry, list) else (entry.title, page_of(pack, entry))
            for entry in entries
        ]

    assert told(pack.outline) == [
        ("1 Item", 1),
        [("Paper 1", 1), [("Alpha", 1), ("Beta", 2), ("Gamma", 3)]],
        ("2 Item", 4),
        [("Paper 2", 4), [("One", 4)]],
        ("3 Item", 5),
        [("Paper 3", 5)],
        ("4 Item", 7),
        [("Paper 4", 7), [("Four", 7)]],
    ]


def test_links_within_a_paper_lead_to_its_own_pages(tagged: list[Path]) -> None:
    pack = read(bound(opened(*tagged)))
    named = pack.named_destinations.items()
    places = {name: page_of(pack, where) for name, where in named}
    led = {}
    for place, page in enumerate(pack.pages):
        for annotation in page.get("/Annots", []):
            led[place + 1] = places[annotation.get_object()["/A"]["/D"]]
    assert led == {3: 1, 4: 4, 6: 5, 7: 7}


def test_viewers_show_the_numbers_that_are_stamped(tagged: list[Path], tmp_path: Path) -> None:
    first = opened(*tagged[:2])
    numbers = number_pages([(paper.name, paper.pages) for paper in first]).numbers
    issued = [IssuedPages(key, pages[0].number, len(pages)) for key, pages in numbers.items()]
    grown = plain_paper(tmp_path / "b.pdf", ["One", "Two", "Three"])
    pack = read(bound(opened(tagged[0], grown, tagged[2]), issued))
    assert pack.page_labels == ["1", "2", "3", "4", "4a", "4b", "S1-1", "S1-2"]
    said = [page.extract_text() for page in pack.pages]
    assert "Item 1 · page 2 of 4" in said[1]
    assert "Item 2 · page 4a of 4" in said[4]
    assert said[7].endswith("Item 3 · page S1-2"), "no “of”: a supplement may grow"
    assert all(STAMP in each for each in said)


def test_a_supplement_moves_no_page_that_was_issued(tagged: list[Path]) -> None:
    papers = opened(*tagged[:3])
    numbers = number_pages([(paper.name, paper.pages) for paper in papers]).numbers
    issued = [IssuedPages(key, pages[0].number, len(pages)) for key, pages in numbers.items()]
    before = read(bound(papers))
    after = read(bound(opened(tagged[3], *tagged[:3]), issued))  # the late one stands first on the agenda
    stamped = [re.findall(r"page (\S+) of", page.extract_text()) for page in before.pages]
    again = [re.findall(r"page (\S+) of", page.extract_text()) for page in after.pages[1:]]
    assert stamped == again
    assert after.page_labels[0] == "S1-1"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_stamped_at_the_foot_as_it_is_shown(turned: int, tmp_path: Path) -> None:
    pack = read(bound(opened(plain_paper(tmp_path / "turned.pdf", ["Words"], turned=turned))))
    page = pack.pages[0]
    wide, high = (842, 595) if turned in (90, 270) else (595, 842)
    seen: dict[str, tuple[float, float]] = {}

    def note(text: str, ctm: list[float], tm: list[float], *_: Any) -> None:
        if text.strip():
            x, y = tm[4], tm[5]
            seen[text.strip()] = (ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5])

    page.extract_text(visitor_text=note)
    across, up = next(place for text, place in seen.items() if "page 1 of 1" in text)
    shown = {
        0: (across, up),
        90: (up, 595 - across),
        180: (595 - across, 842 - up),
        270: (842 - up, across),
    }[turned]
    assert wide * 0.7 < shown[0] < wide - 51
    assert 10 < shown[1] < 16
    assert high > wide or turned in (90, 270)


def test_where_the_foot_is_taken_the_head_is_stamped_and_else_the_page_is_drawn_smaller(
    tmp_path: Path,
) -> None:
    path = tmp_path / "full.pdf"
    with blank_pdf() as pdf:
        add_page(pdf, words_at("In the middle"))
        add_page(pdf, words_at("Small print", y=10, size=8))
        add_page(pdf, words_at("Small print", y=10, size=8) + words_at("Letterhead", y=830, size=8))
        add_page(pdf, b"1 g 0 0 595 842 re f\n" + words_at("On white"))
        add_page(pdf, b"0.2 0.3 0.4 rg 0 0 595 842 re f 1 g\n" + words_at("On a slide"))
        add_page(pdf, words_at("   ", y=10) + b"q 3 Tr\n" + words_at("Unseen", y=10) + b"Q\n")
        add_page(pdf, b"q 1 0 0 1 0 -690 cm\n" + words_at("Moved down") + b"Q\n")
        pdf.save(path)
    (paper,) = opened(path)
    foot, head, reduced = StampPlace.FOOT, StampPlace.HEAD, StampPlace.REDUCED
    assert paper.places == (foot, head, reduced, foot, reduced, foot, head)
    pack = read(bound([paper]))
    drawn = [page.get_contents().get_data() for page in pack.pages]
    assert [b"0.97000 0.00000 0.00000 0.97000" in each for each in drawn] == [
        place is reduced for place in (foot, head, reduced, foot, reduced, foot, head)
    ]
    assert pack.pages[2].mediabox == pack.pages[0].mediabox


def test_links_on_a_page_drawn_smaller_stay_on_their_words(tmp_path: Path) -> None:
    path = tmp_path / "full.pdf"
    with blank_pdf() as pdf:
        page = add_page(pdf, b"0 g 0 0 595 842 re f\n")
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 595, 842]), Border=Array([0, 0, 0])
        )
        page.Annots = Array([pdf.make_indirect(link)])
        pdf.save(path)
    pack = read(bound(opened(path)))
    (first,) = pack.pages[0].get("/Annots", [])
    left, bottom, right, top = (float(each) for each in first.get_object()["/Rect"])
    assert (left, bottom, right, top) == pytest.approx((8.9, 25.3, 586.1, 842), abs=0.1)


def test_a_page_that_leaves_its_states_open_does_not_carry_its_stamp_away(tmp_path: Path) -> None:
    path = tmp_path / "open.pdf"
    with blank_pdf() as pdf:
        add_page(pdf, b"q 0.1 0 0 0.1 0 0 cm q 2 0 0 2 0 0 cm\n" + words_at("Left open", y=3000, size=200))
        pdf.save(path)
    content = read(bound(opened(path))).pages[0].get_contents().get_data()
    before_stamp = content[: content.index(b"/Artifact")]
    assert before_stamp.count(b"Q") == len(re.findall(rb"\bq\b", before_stamp))


def test_one_font_serves_every_stamp_and_letters_with_accents_print(tagged: list[Path]) -> None:
    papers = opened(*tagged)
    numbers = number_pages([(paper.name, paper.pages) for paper in papers])
    parts = [
        BoundPart(paper, "1 Ŵyl", "Papur", numbers.numbers[paper.name], "Eitem 1 – “ôl” (a)")
        for paper in papers
    ]
    content = bind(parts, PackCover("Pecyn", "", "Bwrdd Ŵyl · 9 Mehefin", numbers.total))
    with pikepdf.open(io.BytesIO(content)) as pack:
        fonts = {page.obj.Resources.Font.PackStamp.objgen for page in pack.pages}
    assert len(fonts) == 1
    said = read(content).pages[0].extract_text()
    assert "Bwrdd Wyl · 9 Mehefin" in said
    assert "Eitem 1 – “ôl” (a) · page 1 of 7" in said


def test_a_long_name_of_a_board_makes_way_for_the_number(tmp_path: Path) -> None:
    path = tmp_path / "small.pdf"
    with blank_pdf() as pdf:
        add_page(pdf, b"", size=(250, 350))
        pdf.save(path)
    said = read(bound(opened(path))).pages[0].extract_text()
    assert "…" in said
    assert said.endswith("Item 1 · page 1 of 1")


def test_papers_without_tags_and_scans_are_known_for_what_they_are(tmp_path: Path) -> None:
    plain, scan, tagged = opened(
        plain_paper(tmp_path / "plain.pdf", ["Words"]),
        scanned_paper(tmp_path / "scan.pdf"),
        tagged_paper(tmp_path / "tagged.pdf", ["Words"]),
    )
    assert [paper.is_tagged for paper in (plain, scan, tagged)] == [False, False, True]
    assert [paper.is_scanned for paper in (plain, scan, tagged)] == [False, True, False]
    pack = read(bound([plain, scan, tagged]))
    told = Counter(kinds(pack.root_object["/StructTreeRoot"]))
    assert (told["/Figure"], told["/H1"]) == (2, 1)


def test_what_only_its_owner_has_locked_is_bound_and_a_password_is_said_by_name(tmp_path: Path) -> None:
    pack = read(bound(opened(locked_paper(tmp_path / "owner.pdf"))))
    assert "Locked words" in pack.pages[0].extract_text()
    assert not pack.is_encrypted
    with pytest.raises(FileProblem, match=r"“secret\.pdf” asks for a password"):
        opened(locked_paper(tmp_path / "secret.pdf", user="open sesame"))


@pytest.mark.parametrize("content", [b"", b"not a pdf", b"%PDF-1.7\n1 0 obj <<", b"%PDF-1.4\n" + bytes(999)])
def test_a_damaged_paper_is_said_by_name(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "3f2a"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=r"“Waiting times\.pdf” is damaged"):
        open_paper(path, "Waiting times.pdf")


def test_papers_cut_short_or_with_bytes_changed_are_bound_or_said_and_nothing_else(tmp_path: Path) -> None:
    whole = tagged_paper(tmp_path / "whole.pdf", ["Alpha", "Beta"], names=True).read_bytes()
    path = tmp_path / "hurt.pdf"
    for place in range(0, len(whole), 97):
        for hurt in (whole[:place], whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]):
            path.write_bytes(hurt)
            with suppress(FileProblem):
                assert len(read(bound(opened(path))).pages) >= 1


def test_nothing_in_a_pack_runs_a_program(tmp_path: Path) -> None:
    path = tmp_path / "lively.pdf"
    with blank_pdf() as pdf:
        page = add_page(pdf, words_at("Press me"))
        runs = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        page.AA = Dictionary(O=runs)
        page.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
                for action in (
                    runs,
                    Dictionary(S=Name.Launch),
                    Dictionary(S=Name.URI, URI=String("https://a.test")),
                )
            ]
        )
        pdf.Root.OpenAction = runs
        pdf.save(path)
    content = bound(opened(path))
    with pikepdf.open(io.BytesIO(content)) as pack:
        assert [str(each.A.S) for each in pack.pages[0].obj.Annots if Name.A in each] == ["/URI"]
        assert b"app.alert" not in b"".join(
            obj.unparse(resolved=True) for obj in pack.objects if not isinstance(obj, pikepdf.Stream)
        )


def test_fields_of_a_form_keep_their_values_and_their_tags(tmp_path: Path) -> None:
    paths = [form(tmp_path / f"{name}.pdf", value) for name, value in (("a", "Ann"), ("b", "Ben"))]
    content = bound(opened(*paths))
    values = sorted(str(field.get("/V")) for field in (read(content).get_fields() or {}).values())
    assert values == ["Ann", "Ben"]
    with pikepdf.open(io.BytesIO(content)) as pack:
        for page in pack.pages:
            (widget,) = page.obj.Annots
            parent = pikepdf.NumberTree(pack.Root.StructTreeRoot.ParentTree)[int(widget.StructParent)]
            assert parent.K.Obj.objgen == widget.objgen


def form(path: Path, value: str) -> Path:
    with blank_pdf() as pdf:
        _form_page(pdf, value)
        pdf.save(path)
    return path


def _form_page(pdf: Pdf, value: str) -> None:
    page = add_page(pdf, b"")
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String(value),
            Rect=Array([60, 600, 200, 620]),
            StructParent=0,
        )
    )
    page.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    leads = Dictionary(Type=Name.OBJR, Obj=field, Pg=page)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=root, K=leads))
    root.K = Array([element])
    parents = pikepdf.NumberTree.new(pdf)
    parents[0] = element
    root.ParentTree = parents.obj
    pdf.Root.StructTreeRoot = root


ROLES = st.dictionaries(
    st.sampled_from(["/Title", "/Heading1", "/Body", "/P", "/Quote"]),
    st.sampled_from(["/H1", "/P", "/Note", "/Sect"]),
    max_size=3,
)
PAPERS = st.lists(
    st.tuples(st.integers(1, 4), ROLES, st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=6
)


@given(PAPERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_papers_call_their_elements_none_is_lost_or_means_another_thing(
    tmp_path: Path, papers: list[tuple[int, dict[str, str], bool, bool, bool]]
) -> None:
    paths = [
        tagged_paper(
            tmp_path / f"{place}.pdf",
            [f"Heading {number}" for number in range(pages)],
            roles=roles,
            names=names,
            bookmarks=bookmarks,
            document=document,
        )
        for place, (pages, roles, names, bookmarks, document) in enumerate(papers)
    ]
    alone: Counter[str] = Counter()
    for path in paths:
        alone.update(kinds(pypdf.PdfReader(path).root_object["/StructTreeRoot"]))
    pack = read(bound(opened(*paths)))
    together = Counter(kinds(pack.root_object["/StructTreeRoot"]))
    for wrapper in ("/Document", "/Part"):
        del alone[wrapper], together[wrapper]
    assert alone == together
    brought = sum(pages for pages, _, _, bookmarks, _ in papers if bookmarks)
    assert len(every_bookmark(pack.outline)) == 2 * len(papers) + brought


def every_bookmark(entries: Sequence[Any]) -> list[str]:
    return [
        title
        for entry in entries
        for title in (every_bookmark(entry) if isinstance(entry, list) else [entry.title])
    ]

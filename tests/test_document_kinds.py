"""Every kind of document there is can be had: prepared, written in each of its forms, asked for in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.look.documents import query_of
from tests.reports.pack.meeting_packs import PlainConverter

from boarddesk.cli.commands import parser, run
from boarddesk.issuing import pack as packs
from boarddesk.issuing import registry
from boarddesk.issuing.document_kind import DocumentKind, Scope
from boarddesk.issuing.issue import issue
from boarddesk.issuing.registry import DOCUMENT_KINDS, kind_of, kinds_by_reader
from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.rules.refused import Refused
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 2)

every_kind = pytest.mark.parametrize("kind", DOCUMENT_KINDS, ids=lambda kind: kind.key)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("kinds") / "sample.boarddesk", today=TODAY)


@pytest.fixture
def file(sample: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    path = tmp_path / "office.boarddesk"
    path.write_bytes(sample.read_bytes())
    with OfficeFile.open(path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def converter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers become PDFs also where no office program is installed."""
    monkeypatch.setattr(packs, "installed_converter", PlainConverter)


@every_kind
def test_every_document_is_prepared_from_the_sample_and_written_in_each_of_its_forms(
    kind: DocumentKind, file: OfficeFile
) -> None:
    prepared = kind.prepare(file, query_of(file, TODAY, kind))
    assert prepared.kind is kind and prepared.title
    assert all(prepared.written(ending) for ending in kind.forms)
    with pytest.raises(Refused, match="can only end in"):
        prepared.written(".odt")


@every_kind
def test_what_somebody_reads_holds_every_accessibility_rule_and_can_be_issued(
    kind: DocumentKind, file: OfficeFile, tmp_path: Path
) -> None:
    prepared = kind.prepare(file, query_of(file, TODAY, kind))
    if kind.reader is None or not kind.is_issued:
        with pytest.raises(Refused, match=r"not kept as an issue|never issued"):
            issue(file, prepared, tmp_path / "a.ics", today=TODAY)
        assert not documents.issued(file)
        return
    assert not [finding for finding in check(prepared.written(".docx")) if not finding.advice]
    assert issue(file, prepared, tmp_path / "a.docx", today=TODAY).version == 1
    assert documents.issued(file, kind=kind.key)


@every_kind
def test_the_example_in_the_help_of_a_document_is_one_that_is_understood(kind: DocumentKind) -> None:
    words = kind.example.replace('"Ann Hale"', "Ann").split()
    assert words[:3] == ["boarddesk", "report", kind.key]
    assert parser().parse_args(words[1:]).kind == kind.key


def test_no_two_documents_have_one_key_and_none_is_left_out_of_its_place() -> None:
    keys = [kind.key for kind in DOCUMENT_KINDS]
    assert len({*keys}) == len(keys)
    assert all(kind_of(key).key == key for key in keys)
    assert {*kinds_by_reader()} == {kind for kind in DOCUMENT_KINDS if kind.reader}


@every_kind
def test_what_a_document_is_told_it_is_told_once(kind: DocumentKind) -> None:
    scopes = [need.scope for need in kind.needs]
    assert len({*scopes}) == len(scopes)
    assert all((kind.need(scope) is not None) is (scope in scopes) for scope in Scope)


def test_the_document_that_contributing_adds_is_on_the_page_and_on_the_command_line(
    sample: Path, file: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (Path(__file__).resolve().parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    example = re.search(r"## A new document\n.*?```python\n(.*?)```", told, re.DOTALL)
    assert example
    names: dict[str, object] = {}
    exec(example[1], names)
    kind = names["DATES"]
    assert isinstance(kind, DocumentKind)
    monkeypatch.setattr(registry, "DOCUMENT_KINDS", (*DOCUMENT_KINDS, kind))
    assert kind in kinds_by_reader()
    out = tmp_path / "dates.docx"
    assert run(["report", "dates", str(sample), "--board", "SIB", "--out", str(out)]) == 0
    assert not [finding for finding in check(out.read_bytes()) if not finding.advice]
    assert issue(file, kind.prepare(file, query_of(file, TODAY, kind)), out, today=TODAY).version == 1

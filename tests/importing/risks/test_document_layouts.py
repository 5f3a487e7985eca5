"""Registers of risks laid out in many ways come out as a careful person reads them."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

import pytest
from tests.importing.risks.layouts import pages, workbooks
from tests.importing.risks.layouts.layout import RiskLayout, differences

from boarddesk.importing.risks.document import read_risks
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.risks.contents import FoundRisks

LAYOUTS = (*workbooks.LAYOUTS, *pages.LAYOUTS)


@dataclass(frozen=True)
class Read:
    """A layout with what was found in it."""

    layout: RiskLayout
    found: FoundRisks


@pytest.fixture(scope="module", params=LAYOUTS, ids=lambda layout: layout.name)
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    layout: RiskLayout = request.param
    path = layout.build(tmp_path_factory.mktemp("layout"))
    return Read(layout, read_risks(read_tables(path)))


def test_every_risk_is_found_and_none_is_made_up(read: Read) -> None:
    assert [risk.ref for risk in read.found.risks] == [want.ref for want in read.layout.risks]


def test_a_risk_is_read_as_a_careful_person_reads_it(read: Read) -> None:
    wrong = {
        want.ref: differences(want, risk)
        for want, risk in zip(read.layout.risks, read.found.risks, strict=True)
    }
    assert {ref: fields for ref, fields in wrong.items() if fields} == {}


def test_what_has_happened_is_an_issue_and_no_risk(read: Read) -> None:
    assert [issue.title for issue in read.found.issues] == list(read.layout.issues)


def test_no_word_that_matters_is_dropped(read: Read) -> None:
    said = json.dumps(dataclasses.asdict(read.found), default=str, ensure_ascii=False)
    assert [words for words in read.layout.kept if words not in said] == []

"""Good documents, whichever program wrote them: nothing above a note is said of any."""

from __future__ import annotations

import pytest
from tests.reports.accessibility.good_documents import GOOD, good_document

from boarddesk.reports.accessibility.checker import findings_of


@pytest.mark.parametrize(("program", "text"), GOOD, ids=[f"{program}, {text}" for program, text in GOOD])
def test_a_good_document_is_called_good(program: str, text: str) -> None:
    found = [finding for finding in findings_of(good_document(program, text)) if not finding.advice]
    assert not found


def test_thirty_documents_of_ten_programs_are_tried() -> None:
    assert len(GOOD) >= 30 and len({program for program, _ in GOOD}) >= 10

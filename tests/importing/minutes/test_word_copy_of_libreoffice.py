"""A copy that LibreOffice saved again: the same changes by the same people."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from random import Random

import pytest
from tests.importing.minutes.copies import write_copy
from tests.importing.minutes.corrected_drafts import PEOPLE, corrected, draft

from boarddesk.importing.minutes.word_copy import read_copy
from boarddesk.rules.minutes.corrections.proposing import proposals
from boarddesk.rules.minutes.corrections.suggestion import Suggestion

SOFFICE = shutil.which("soffice")


def told(found: tuple[Suggestion, ...]) -> list[tuple[str, str, str, str]]:
    return sorted((one.kind.value, one.author, one.block, " ".join(one.will_be.split())) for one in found)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_changes_comments_and_authors_come_through_libreoffice(tmp_path: Path) -> None:
    rng = Random(3)
    sent = draft(rng)
    made = corrected(rng, sent, PEOPLE)
    path = write_copy(tmp_path / "copy.docx", made.body, margin=made.margin)
    out = tmp_path / "out"
    profile = (tmp_path / "profile").as_uri()
    command = [SOFFICE or "", "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    subprocess.run(
        [*command, "--convert-to", "docx", "--outdir", str(out), str(path)],
        check=True,
        timeout=180,
        capture_output=True,
    )
    before = proposals(read_copy(path), sent, sent_by=PEOPLE[0])
    after = proposals(read_copy(out / "copy.docx"), sent, sent_by=PEOPLE[0])
    assert told(after) == told(before)

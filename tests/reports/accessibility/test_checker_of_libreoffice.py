"""Good documents that LibreOffice itself has opened and saved as Word documents are still called good."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.reports.accessibility.good_documents import good_document

from boarddesk.reports.accessibility.checker import findings_of

TEXTS = ("letter", "bilingual", "plan")
"""Those without tables, whose titles LibreOffice does not write."""
PATIENCE = 300  # seconds: it is slow to start the first time


def test_what_libreoffice_saves_is_called_good(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not on this machine")
    paths = [tmp_path / f"{text}.docx" for text in TEXTS]
    for text, path in zip(TEXTS, paths, strict=True):
        path.write_bytes(good_document("Word", text))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    done = tmp_path / "saved"
    subprocess.run([*convert, str(done), *map(str, paths)], check=True, capture_output=True, timeout=PATIENCE)
    for path in paths:
        found = findings_of((done / path.name).read_bytes())
        assert not [finding for finding in found if not finding.advice], path.name

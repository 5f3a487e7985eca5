"""The register BoardDesk writes, in Excel and in Word, comes into another office as it left the first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from boarddesk.cli.commands import run

SAID_IN_WORD = ("ref", "owner", "next_review")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.boarddesk"
    assert run(["sample", str(path)]) == 0
    return path


def listed(file: Path, capsys: pytest.CaptureFixture[str], *chosen: str) -> dict[str, Mapping[str, Any]]:
    capsys.readouterr()
    assert run(["list", "risks", str(file), "--json", *chosen]) == 0
    return {risk["ref"]: risk for risk in json.loads(capsys.readouterr().out)}


def brought(sample: Path, folder: Path, ending: str) -> Path:
    paper, office = folder / f"register{ending}", folder / "other.boarddesk"
    assert run(["report", "risks", str(sample), "--board", "SIB", "--out", str(paper)]) == 0
    assert run(["new", str(office), "--office", "Another"]) == 0
    assert run(["import", "risks", str(paper), "--into", str(office)]) == 0
    return office


def score(risk: Mapping[str, Any], kind: str) -> tuple[object, object] | None:
    found = risk[kind]
    return (found["score"], found["level"]) if found else None


def test_the_workbook_comes_back_with_every_score_control_and_mitigation(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = listed(sample, capsys, "--board", "SIB")
    here = listed(brought(sample, tmp_path, ".xlsx"), capsys)
    assert here.keys() == there.keys()
    for ref, risk in there.items():
        for key in ("title", "cause", "event", "owner", "category", "next_review", "target_by"):
            assert (here[ref][key] or None) == (risk[key] or None), (ref, key)
        for kind in ("inherent", "current", "target"):
            assert here[ref][kind] == risk[kind], (ref, kind)
        assert len(here[ref]["controls"]) == len(risk["controls"]), ref
        open_ones = [work for work in risk["mitigations"] if not work["done_on"]]
        came = [
            (work["text"], work["owner"], work["due"])
            for work in here[ref]["mitigations"]
            if not work["done_on"]
        ]
        assert came == [(work["text"], work["owner"], work["due"]) for work in open_ones], ref


def test_the_word_register_comes_back_with_what_it_prints(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = {
        ref: risk for ref, risk in listed(sample, capsys, "--board", "SIB").items() if not risk["closed_on"]
    }
    here = listed(brought(sample, tmp_path, ".docx"), capsys)
    assert here.keys() == there.keys()
    for ref, risk in there.items():
        for key in SAID_IN_WORD:
            assert here[ref][key] == risk[key], (ref, key)
        assert score(here[ref], "current") == score(risk, "current"), ref
        assert score(here[ref], "target") == score(risk, "target"), ref

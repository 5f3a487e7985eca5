"""What a rule is handed: the example of CONTRIBUTING finds what it looks for, and only that."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.reports.accessibility.seeding import AGENDA, body, parts, said, style, styled

from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.word.writer import zipped

GUIDE = Path(__file__).resolve().parents[3] / "CONTRIBUTING.md"


def test_the_example_of_a_rule_finds_what_it_looks_for() -> None:
    under = GUIDE.read_text("utf-8").split("## Adding a check of a Word document\n")[1].split("\n## ")[0]
    made: dict[str, Any] = {"__name__": "example"}
    exec(compile(re.findall(r"```python\n(.*?)```", under, re.DOTALL)[0], "example", "exec"), made)
    spoilt = parts(AGENDA)
    assert not list(made["underlined"](Package(zipped(spoilt))))
    style("Lined", '<w:rPr><w:u w:val="single"/></w:rPr>')(spoilt)
    body(styled("Under a line", "Lined") + said("Not so", '<w:u w:val="none"/>'))(spoilt)
    (found,) = made["underlined"](Package(zipped(spoilt)))
    assert (found.rule, found.place) == (16, "“Under a line”")

"""A document with anything changed in it gives findings or one calm sentence, never a fault of our own."""

from __future__ import annotations

import random

import pytest
from lxml import etree
from tests.long_runs import many
from tests.reports.accessibility.seeding import Parts, parts

from boarddesk.reports.accessibility.checker import findings_of
from boarddesk.reports.word.writer import zipped
from boarddesk.rules.refused import FileProblem

BASES = ("ours", "Word: plan", "Word: pictures", "LibreOffice: agenda", "Google Docs: agenda", "Pandoc: plan")
VALUES = ("", "-1", "x", "99999999999999999999", "é", "FFFFFF", "true", "0x1", "²", "1.5", "%s")
WORDS = ("", "x", "²³", "\t\n", "1. a", "١", "•")


def _change(root: etree._Element, chance: random.Random) -> None:
    """Takes out, moves or renames an element, or changes what it says."""
    each = chance.choice(list(root.iter()))
    parent = each.getparent()
    kind = chance.randrange(6)
    if kind == 0 and parent is not None:
        parent.remove(each)
    elif kind == 1 and each.attrib:
        each.set(chance.choice(list(each.attrib)), chance.choice(VALUES))
    elif kind == 2 and each.attrib:
        del each.attrib[chance.choice(list(each.attrib))]
    elif kind == 3 and parent is not None:
        other = chance.choice(list(root.iter()))
        if each not in (other, *other.iterancestors()):
            other.append(each)
    elif kind == 4:
        each.tag = chance.choice(list(root.iter())).tag
    else:
        each.text = chance.choice(WORDS)


def _mutant(chance: random.Random) -> Parts:
    changed = parts(chance.choice(BASES))
    for _ in range(chance.randint(1, 4)):
        name = chance.choice([name for name in changed if name.endswith((".xml", ".rels"))])
        root = etree.fromstring(changed[name])
        _change(root, chance)
        changed[name] = etree.tostring(root)
    name = chance.choice(list(changed))
    if chance.random() < 0.2 and changed[name]:
        content = bytearray(changed[name])
        content[chance.randrange(len(content))] = chance.randrange(256)
        changed[name] = bytes(content)
    elif chance.random() < 0.1:
        del changed[name]
    return changed


def _is_read_calmly(seed: int) -> bool:
    try:
        return all(finding.says for finding in findings_of(zipped(_mutant(random.Random(seed)))))
    except FileProblem as problem:
        return problem.sentence.endswith(".")


def test_changed_documents_are_read_calmly() -> None:
    assert all(_is_read_calmly(seed) for seed in range(40))


@pytest.mark.soak
def test_thousands_of_changed_documents_are_read_calmly() -> None:
    assert all(_is_read_calmly(seed) for seed in range(many(3_000)))

"""Cause, event and effect out of a text: under labels, or in one sentence that joins them."""

from __future__ import annotations

import re
from dataclasses import dataclass

CAUSE_LABELS = (
    r"(?:root |risk )?causes?|because(?: of)?|triggers?|reasons?|source|drivers?|due to|as a result of"
    r"|caused by|background|context"
)
EVENT_LABELS = (
    r"(?:risk )?events?|risks?|risk description|there is a risk(?: that| of)?|threats?|what could happen"
    r"|uncertain event"
)
EFFECT_LABELS = (
    r"effects?|impacts?|consequences?|results?(?: in)?|resulting in|leading to|outcomes?"
    r"|implications?|which (?:would|could|may|will|might)(?: lead to| result in)?"
    r"|this (?:would|could|may|will)(?: lead to| result in)?|risk (?:effect|impact|consequence)s?"
    r"|potential (?:impact|effect|consequence)s?"
)
LABEL = re.compile(
    rf"(?:^|(?<=[\n.;,|•]))[ \t]*(?:\(?[0-9a-c][.)]\s*)?[*_\"“]*"
    rf"(?:(?P<cause>{CAUSE_LABELS})|(?P<event>{EVENT_LABELS})"
    rf"|(?P<effect>{EFFECT_LABELS}))[*_\"”]*\s*(?:\((?:s|cause|event|effect|impact|risk"
    rf"|consequence)\))?\s*(?:[:–—]|\s-\s|\n)\s*",
    re.IGNORECASE,
)
"""A label that begins a line or a sentence, with its colon or dash."""
BRACKETED = re.compile(r"\[(cause|event|effect|risk|impact|consequence)s?\]\s*", re.IGNORECASE)
"""A label in square brackets: `[Cause] pay is low`."""
RISK_OF = (
    r"there(?:'s| is| are)(?: (?:also|therefore|then))? (?:a |the )?(?:\w+ )?(?:risk|danger|possibility"
    r"|threat|chance)s?(?: that| of| to)?|the risk is(?: that)?"
)
BECAUSE = (
    r"because(?: of)?|due to|as a (?:result|consequence) of|owing to|given(?: that)?|since|caused by|as"
    r"|arising from|resulting from|in light of|on account of"
)
LEADS_TO = (
    r"(?:which|that|this|and this|thereby|and so|and) (?:would|could|may|might|will|can"
    r"|in turn)(?: then| also)?"
    r"|(?:which|this) (?:leads to|results in|means(?: that)?|causes)|(?:potentially |possibly "
    r"|therefore |thereby |in turn )*(?:leading|resulting|ending) (?:to|in)|with the (?:result|effect"
    r"|consequence)s? (?:that|of)"
    r"|causing|meaning(?: that)?|so that|(?:and )?as a (?:result|consequence),?(?! of)|giving rise to"
    r"|and (?:the|its) (?:impact|effect|consequence|result)s? (?:will|would|could|may|might) be"
)
SENTENCES = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"\s*(?:{BECAUSE})\s+(?P<cause>.+?)[,;.:–-]*\s+(?:then )?(?:{RISK_OF})\s+(?P<event>.+?)[,;.:"
        rf"–-]*\s+(?:{LEADS_TO})\s+(?P<effect>.+)",
        rf"\s*(?:{BECAUSE})\s+(?P<cause>.+?)[,;.:–-]*\s+(?:then )?(?:{RISK_OF})\s+(?P<event>.+)",
        rf"\s*if\s+(?P<cause>.+?)[,;.:–-]*\s+then\s+(?:{RISK_OF})?\s*(?P<event>.+?)[,;.:–-]*\s+(?:"
        rf"{LEADS_TO})\s+(?P<effect>.+)",
        rf"\s*if\s+(?P<cause>.+?)[,;.:–-]*\s+(?:{RISK_OF})\s+(?P<event>.+?)[,;.:–-]*\s+(?:{LEADS_TO})"
        r"\s+(?P<effect>.+)",
        r"\s*if\s+(?P<event>.+?)[,;.:–-]*\s+then\s+(?P<effect>.+)",
        rf"\s*(?:{RISK_OF})\s+(?P<event>.+?)[,;.:–-]*\s+(?:{BECAUSE})\s+(?P<cause>.+?)[,;.:–-]*\s+(?:"
        rf"{LEADS_TO})\s+(?P<effect>.+)",
        rf"\s*(?:{RISK_OF})\s+(?P<event>.+?)[,;.:–-]*\s+(?:{LEADS_TO})\s+(?P<effect>.+?)[,;.:–-]*\s+("
        rf"?:because(?: of)?|due to|as a result of|caused by)\s+(?P<cause>.+)",
        rf"\s*(?:{RISK_OF})\s+(?P<event>.+?)[,;.:–-]*\s+(?:because(?: of)?|due to|as a (?:result"
        rf"|consequence) of|owing to|caused by)\s+(?P<cause>.+)",
        rf"\s*(?:{RISK_OF})\s+(?P<event>.+?)[,;.:–-]*\s+(?:{LEADS_TO})\s+(?P<effect>.+)",
        rf"\s*(?P<cause>.+?)[,;.:–-]*\s+(?:which |that |and )?(?:means?|creates?|creating"
        rf"|gives rise to|could mean"
        rf"|so)[,]?\s+(?:{RISK_OF})\s+(?P<event>.+?)[,;.:–-]*\s+(?:{LEADS_TO})\s+(?P<effect>.+)",
        rf"\s*(?P<cause>.+?)[,;.:–-]+\s+(?:and )?(?:{RISK_OF})\s+(?P<event>.+?)[,;.:–-]*\s+(?:"
        rf"{LEADS_TO})\s+(?P<effect>.+)",
        r"\s*(?P<event>.+?)[,;.:–-]*\s+(?:because of|due to|as a (?:result|consequence) of|owing to"
        r"|caused by|because)\s+(?P<cause>.+?)[,;.:–-]*\s+(?:(?:potentially |possibly )?(?:leading"
        r"|resulting) (?:to|in)|which (?:would|could|may|might|will)|meaning(?: that)?|causing"
        r"|with the (?:result|effect|consequence)s? (?:that|of))\s+(?P<effect>.+)",
        rf"\s*(?:{BECAUSE})\s+(?P<cause>.+?),\s+(?P<event>.+?)[,;.:–-]*\s+(?:{LEADS_TO})\s+(?P<effect>.+)",
        r"\s*because\s+(?P<cause>.+?),\s+(?P<event>.+)",
        r"\s*(?P<event>(?:failure|inability|lack|loss|risk|risk of|insufficient|inadequate|breach"
        r"|breakdown|delay)\b.+?)[,;.:–-]*\s+(?:(?:potentially |possibly )?(?:leading"
        r"|resulting) (?:to|in)|which (?:would|could|may|might|will))\s+(?P<effect>.+)",
        r"\s*(?P<event>[^.]+?)[,;:–-]*\s+(?:because of|due to|as a (?:result|consequence) of|owing to"
        r"|caused by)\s+(?P<cause>[^.]+)\.?",
    )
)
LEAD_IN = re.compile(
    rf"(?:{RISK_OF}|because(?: of)?|due to|as a result of|caused by|if|then|that|(?:which|this"
    rf"|that) (?:would|could|may|might|will)"
    r"|resulting in|leading to)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statement:
    """A risk in three parts; `rest` is what the text says besides, the whole where it is in no parts."""

    cause: str = ""
    event: str = ""
    effect: str = ""
    rest: str = ""

    @property
    def in_parts(self) -> bool:
        """Whether more than one part was told apart."""
        return sum(map(bool, (self.cause, self.event, self.effect))) > 1


def read_statement(text: str) -> Statement:
    """The parts of a risk's description."""
    text = BRACKETED.sub(r"\n\1: ", text)
    labelled = _by_labels(text)
    if labelled.in_parts:
        return labelled
    alone = labelled.event or labelled.cause or labelled.effect
    if alone and not labelled.rest:
        text = alone  # one label alone: `Risk: staff leave`
    line = " ".join(text.split())
    for sentence in SENTENCES:
        found = sentence.fullmatch(line)
        if found is not None:
            parts = found.groupdict()
            return Statement(*(_tidy(parts.get(name) or "") for name in ("cause", "event", "effect")))
    return Statement(rest=text.strip())


def part_of(text: str) -> str:
    """A cause, an event or an effect that has a field of its own, without the words that only lead to it."""
    labelled = LABEL.match(text)
    bare = text[labelled.end() :] if labelled else text
    return _tidy(LEAD_IN.sub("", bare, count=1) if LEAD_IN.match(bare) else bare)


def _by_labels(text: str) -> Statement:
    labels = list(LABEL.finditer(text))
    if not labels:
        return Statement(rest=text.strip())
    parts: dict[str, list[str]] = {"cause": [], "event": [], "effect": []}
    ends = [*(label.start() for label in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=True):
        name = next(name for name in parts if label[name] is not None)
        parts[name].append(_tidy(text[label.end() : end]))
    said = {name: "; ".join(filter(None, texts)) for name, texts in parts.items()}
    before = text[: labels[0].start()]
    if (
        before.strip()
        and not said["event"]
        and "\n"
        not in before.rstrip(" ").removesuffix("\n") + text[labels[0].start() - 1 : labels[0].start()]
    ):
        return Statement(
            said["cause"], _tidy(before), said["effect"]
        )  # what stands before the label is what happens
    return Statement(said["cause"], said["event"], said["effect"], before.strip())


def _tidy(text: str) -> str:
    lines = [" ".join(line.split()).strip(" ,;|") for line in text.strip().split("\n")]
    return "\n".join(line for line in lines if line).removesuffix(".").strip()

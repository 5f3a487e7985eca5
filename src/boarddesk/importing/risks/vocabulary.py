"""The words over columns of a register: stages of a score, its parts, all that is said of a risk."""

from __future__ import annotations

from enum import StrEnum

from boarddesk.importing.headings import Field


class Stage(StrEnum):
    """When a score holds: before controls, now, aimed at, or some while ago."""

    INHERENT = "inherent"
    CURRENT = "current"
    RESIDUAL = "residual"
    TARGET = "target"
    PREVIOUS = "previous"
    UNSAID = ""


class Aspect(StrEnum):
    """What of a score a cell says."""

    LIKELIHOOD = "likelihood"
    IMPACT = "impact"
    SCORE = "score"


MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATED = (
    rf"{MONTH} ?(?:20)?[0-9]{{2}}(?: [0-9]{{2}})?|{MONTH}|q(?:uarter"
    rf"|tr)? ?[1-4](?: (?:20)?[0-9]{{2}}){{0,2}}|20[0-9]{{2}}(?: [0-9]{{2}})?"
)
CONTROLS = (
    r"(?:(?:the |existing |current |any |all |key |our |further |planned |mitigating )*(?:controls?"
    r"|mitigations?|measures?|actions?|treatment)(?: in place)?)"
)
STAGES: tuple[tuple[Stage, str], ...] = (
    (
        Stage.PREVIOUS,
        rf"(?:previous|prior|earlier|former|last|preceding)(?: (?:quarter|month|period|meeting|time|board"
        rf"|review|year|term"
        rf"|reported))?s?|historic(?:al)?|history|was|old|{DATED}",
    ),
    (
        Stage.INHERENT,
        rf"(?:(?:before|without|prior to|pre|no|excluding) {CONTROLS})|pre (?:mitigation|control)s?"
        r"|inherent|gross|original|initial|raw|un ?mitigated|un ?controlled|un ?treated|baseline"
        r"|opening|starting"
        r"|untreated|first|pre|before|(?:at|on) entry|where we (?:started|began)",
    ),
    (
        Stage.TARGET,
        r"(?:after|with|once|following|post) (?:all |the )?(?:further|planned|additional|proposed"
        r"|future|more|new"
        r"|outstanding) (?:\w+ )?(?:controls?|mitigations?|measures?|actions?"
        r"|treatments?)(?: (?:are )?(?:in place|complete[d]?|done))?"
        r"|target(?:ed)?|tolerat(?:ed|able|ion)|tolerable|tolerance|planned|desired|acceptable"
        r"|(?<!strategic )(?<!corporate )aim(?:ed)?(?: for)?|goal|projected"
        r"|forecast|predicted|future|expected|intended|where we want to (?:be|get to)|aspirational|ideal"
        r"|optim(?:al|um)|appetite",
    ),
    (
        Stage.RESIDUAL,
        rf"(?:after|with|post|including|following|given) {CONTROLS}|post (?:mitigation|control)s?"
        rf"|residual|retained|net|managed"
        r"|mitigated|controlled|treated|revised|remaining|final|post|after|closing",
    ),
    (
        Stage.CURRENT,
        r"(?:at )?current(?:ly)?|now|today|present|latest|as is|live|existing|todays|where we are(?: now)?"
        r"|this (?:quarter|month|period|meeting|review|term|year|board|time|report)|actual",
    ),
)
"""The words for each, those that take in others first."""

LIKELIHOOD_WORDS = (
    r"likelihood|l hood|lhood|probability|prob|chance|frequency|how likely(?: is it)?|l|p|lik|lh|likely"
)
IMPACT_WORDS = (
    r"impacts?|consequences?|severity|seriousness|magnitude|how (?:bad|serious)(?: is it| would it be)?|i"
    r"|c|imp|sev|cons|conseq"
)
SCORE_WORDS = (
    r"scor(?:e|es|ing|ed)|rat(?:ing|ings|ed|e)|risk|risks|level|levels|rag|brag|total|overall"
    r"|assessment|assessed|evaluation"
    r"|exposure|grade|grading|ranking|rank|position|colour|value|product|factor|matrix|number|numeric"
    r"|analysis|register|status|priority"
    r"|h m l|high medium low|r|s|x|of|the|and|is|be|to|at|by|in|for|our|we|want|aim|with|without"
    r"|[0-9]+|out|t|rr"
    r"|v|quantification|category"
)

FIELDS: tuple[tuple[Field, str], ...] = (
    (
        Field.TITLE,
        r"(?:short |risk |the |issue |brief |headline )*(?:title|short name|(?:short|brief) description)"
        r"(?: of (?:the )?risk)?|(?:risk|issue) (?:name|headline|heading)|name of (?:the )?risk|headline risk"
        r"|headline|risk in brief",
    ),
    (
        Field.MOVEMENT,
        r"d ?o ?t|(?:score |risk |rating )?(?:change|movement|trend)s? (?:since|from|in) .*|since last .*"
        r"|up (?:or )?down|up down same",
    ),
    (
        Field.EVENT,
        r"what (?:might|could|may|can) (?:happen|go wrong).*|event (?:and |or )?risk|risk (?:or )?event",
    ),
    (
        Field.EFFECT,
        r"outcomes?|what (?:would|could|might) (?:the )?(?:impact|effect|consequence|result)s? be.*",
    ),
    (Field.CATEGORY, r"objectives?|aims?"),
    (
        Field.DESCRIPTION,
        r"(?:baf|crr|brr|board|trust|programme|project|partnership) risks?"
        r"|(?:risk )?(?:ref|reference|id|no|number|title|name)(?: no)? (?:and|plus) (?:the )?(?:risk|title"
        r"|name|description|owner|lead)(?: .*)?|(?:risk )?(?:narrative|story)",
    ),
    (Field.MITIGATIONS, r"actions? to be (?:taken|done|completed).*"),
    (Field.CONTROLS, r"controls? (?:today|now|at present)|controls? and mitigations?"),
    (Field.OWNERS, r"who (?!.*affect)(?:keeps|looks|is|owns|leads|watches|manages) .*"),
    (
        Field.MITIGATIONS,
        r"key (?:mitigating )?actions?(?: .*)?|further work(?: .*)?|more to do|work (?:to do|to come)"
        r"|(?:future|additional|further|planned|proposed|new) (?:controls?|work)(?: .*)?|work planned"
        r"|actions? to close .*|controls to be .*",
    ),
    (
        Field.CONTROLS,
        r"control procedures?|management controls?|how (?:is it |it is )?managed(?: now| currently)?",
    ),
    (
        Field.MITIGATION_OWNER,
        r"actionees?|who by|action (?:responsible|lead|accountable) (?:officer|person|lead|owner)"
        r"|action responsible officer",
    ),
    (Field.NEXT_REVIEW, r"to be (?:re ?)?(?:viewed|reviewed)(?: by| on)?"),
    (Field.STATUS, r"live|is it live"),
    (
        Field.OWNERS,
        r"lead (?:agency|organisation|body|partner|service|department)"
        r"|(?!risk\b|description\b)(?:[a-z]+ ){0,3}(?:holder )?and (?:[a-z]+ )?(?:officer|director|executive"
        r"|lead|owner)",
    ),
    (Field.TARGET_BY, (
        r".*target (?:score|rating|risk).*(?:date|by|when)|(?:date|when).*target (?:score|rating|risk"
        r"|level).*|target (?:risk )?by.*"
    )),
    (Field.RAISED, (
        r"(?:date )?(?:was )?(?:raised|opened|identified|added|logged|entered|registered|created"
        r"|first (?:raised|identified|logged))(?: on| date)?(?: to register)?"
        r"|date(?: the)? (?:risk|issue)(?: was)?(?: first)? (?:raised|opened|identified|added|logged)"
        r"|date (?:of|on) (?:entry|identification|register)"
        r"|(?:date|when) (?:raised|opened|identified|added|logged|entered|registered|created)(?: .*)?"
        r"|opened|date on register|open date|start date|risk date|date")),
    (Field.CLOSED_ON, (
        r"(?:date )?(?:risk )?(?:was )?(?:closed|resolved|removed|archived)(?: on| date)?|closure date"
        r"|date of closure|(?:date|when) (?:closed|resolved|removed|archived)(?: .*)?|closed date"
        r"|close date"
    )),
    (Field.CLOSED_WHY, (
        r"(?:reason|rationale|justification)s?(?: (?:for|of) (?:closure|closing|removal|de ?escalation))?"
        r"|(?:closure|closing) (?:reason|rationale|notes?|comments?|statement)|why (?:was it )?closed"
        r"|lessons?(?: learned)?"
    )),
    (Field.LAST_REVIEW, (
        r".*\b(?:last|previous|latest|recent)(?:ly)? (?:review|updat|assess|check|discuss)\w*(?: on"
        r"| date)?.*|(?:date )?(?:reviewed|updated|assessed)(?: on| by| date)?|date of (?:last "
        r"|latest )?(?:update|assessment|review)|reviewed|date (?:of )?last (?:reviewed|updated)"
        r"|(?:last )?updated?(?: on| date)?|update date|date (?:reviewed|updated)|date of (?:last|latest"
        r"|previous) review"
    )),
    (Field.NEXT_REVIEW, (
        r".*\bnext (?:formal |planned |scheduled )?(?:review|updat|assess|due|check)\w*.*"
        r"|review(?: due)?(?: date| by| on| due)*|(?:date )?(?:for|of) (?:next |the )?review"
        r"|(?:risk )?review due(?: date)?|(?:to be )?(?:re)?viewed? (?:by|on|due)|(?:date"
        r"|when) (?:to be )?(?:re ?assess|review)\w*(?: next)?|due for review(?: on)?|(?:date|day) (?:of"
        r"|for) (?:next )?review|re assess(?:ment)? date"
    )),
    (Field.MOVEMENT, (
        r"dot|direction(?: of)?(?: travel| movement)?.*|(?:risk )?(?:trend|movement|travel"
        r"|trajectory)(?: .*)?|(?:score |risk |rating )?change(?:s|d)?(?: (?:since|from|in) .*)?"
        r"|.*\b(?:direction of travel|trend|movement)\b.*|up or down|arrow|progress arrow"
    )),
    (Field.ASSURANCE, (
        r"(?!.*\bcontrols? and\b).*\bassurances?\b.*|(?:control |controls )?(?:effectiveness|adequacy"
        r"|strength|confidence)(?: of controls?| rating)?|how (?:effective|sure|good|well).*"
        r"|.*\b(?:effectiveness|adequacy) of (?:the )?controls?.*|controls? (?:effective\w*|rating"
        r"|adequate)|controls? tested.*"
    )),
    (Field.OTHER, (
        r"(?:action|control|mitigation|task|objective|organisation|school|department) (?:ref|reference|no"
        r"|number|id|code)|gaps?\b(?!.*\bactions?\b).*|.*\bgaps\b(?!.*\bactions?\b).*|.*\b(?:contingency"
        r"|contingencies|fall ?back)\b.*|(?:risk )?appetite.*|tolerance|.*\bfrequency\b.*"
        r"|.*review (?:cycle|frequency|period)|linked? to .*|link(?:s)? (?!action).*|links?"
        r"|(?!(?:the )?(?:strategic|corporate|council|trust|plan|key) (?:objective|aim|priority|goal"
        r"|outcome)s?$|objectives?$|aims?$).*\b(?:objectives?|outcomes?|aims?)\b.*|(?:raised|identified|logged|entered|added"
        r"|completed|reported) by|.*early warning.*|.*\bindicators?\b.*|cost.*|budget.*"
        r"|.*\bescalat\w*\b.*|.*\b(?:committee|forum|board|oversight|governance)\b.*|.*rationale.*"
        r"|.*justification.*|source of (?:assurance|information).*"
    )),
    (Field.MITIGATION_DUE, (
        r"(?:(?:action|actions|mitigation|control|treatment|task|target|planned|completion|implementation"
        r"|delivery|expected|due|agreed|estimated|milestone)s? )*(?:due|completion|by when|deadline"
        r"|due date|date due|target date|completion date|complete by|completed by|target completion"
        r"|timescales?|timeframes?(?: for (?:action|completion|delivery)s?)?|to be (?:completed|done"
        r"|in place) by|implementation date|delivery date|end date|when|finish)(?: (?:date|due|by"
        r"|for (?:action|completion|implementation|delivery|mitigation)s?))*"
        r"|action (?:date|by date|due|when|deadline|timescale)|(?:date|deadline|timescale"
        r"|when)(?: due)? (?:for|of) (?:the )?(?:action|completion|implementation|delivery|mitigation"
        r"|treatment)s?.*|by when|target (?:implementation|action|delivery|completion)?(?: ?date"
        r"| for completion)?|due|date due|(?:mitigation|treatment|actions?|response) (?:date|due"
        r"|deadline).*|by|by date")),
    (Field.MITIGATION_STATUS, (
        r"(?:actions?|mitigations?|treatments?|control|task|delivery|implementation) (?:status|progress"
        r"|rag|update|complete\w*|state)(?: .*)?|(?:progress|status|update) (?:of|on|against"
        r"|with) (?:the )?(?:actions?|mitigations?|treatment).*|(?:complete|done)(?: y n)?|(?:action "
        r"|mitigation )?(?:date )?(?:done|completed)(?: date| on)?|% complete|percent complete"
    )),
    (Field.MITIGATION_OWNER, (
        r"(?:(?:further |mitigating |planned )?(?:actions?|mitigations?|treatments?|task"
        r"|control improvement)s? )(?:owners?|leads?|lead officer|by|by whom|officers?|responsib\w+"
        r"|managers?|assigned to|holder|who)|(?:owners?|leads?|responsib\w+|who is responsible) (?:for"
        r"|of) (?:the )?(?:further |mitigating )?(?:actions?|mitigations?|treatments?|delivery)"
        r"|action(?:ed)? by(?: whom)?|by whom|(?:action )?assigned to|(?:response|treatment"
        r"|mitigation) (?:owner|lead|manager)"
    )),
    (Field.CATEGORY, (
        r"(?:(?:risk|primary|main|level 1|type of) )*(?:category|categories|theme|themes|type|types"
        r"|domain|classification|class|group|grouping|heading|area|areas|family|driver area|workstream"
        r"|work stream|workstreams|strand|pillar|section|service|service area|directorate|department"
        r"|division|function|portfolio|project|programme|priority area|area of risk|area of business"
        r"|priority|key theme|topic|school|specialty|site|subject|(?:strategic|corporate|council|trust"
        r"|plan|key) (?:objective|aim|priority|goal|outcome)s?)(?: of (?:the )?risk)?"
    )),
    (Field.DESCRIPTION, (
        r"(?:risk |description |of |the )*causes? (?:and )?(?:the )?(?:risk|uncertain event|event"
        r"|effect).*|(?:risk )?(?:event|risk) and causes?.*"
    )),
    (Field.CAUSE, (
        r"(?:(?:risk|root|main|key|possible|potential|underlying|likely|the) )*(?:causes?|triggers?"
        r"|reasons? for risk|drivers?|sources?|contributory factors?|contributing factors?"
        r"|vulnerabilit\w+|causal factors?)(?: of (?:the )?risk)?(?: .{0,20})?|because(?: of)?|due to"
        r"|as a result of|(?:why|what) (?:might|could|would|may|will)? ?(?:it |this |cause"
        r"|make).{0,30}happen.*|what (?:is|could be|might be) the cause|what (?:might|could"
        r"|would) cause.*|caused by|if|background|context|why is it a risk|why"
    )),
    (Field.EFFECT, (
        r"(?:(?:risk|potential|possible|likely|main|key|the) )*(?:effects?|impacts?|consequences?"
        r"|results?|implications?|outcome)(?: (?:of|on|if|description|for|statement|detail|in words"
        r"|narrative|to)\b.*)?|(?:this |which |that )?(?:would|could|may|might"
        r"|will)(?: then)? ?(?:lead to|result in|mean|cause|leading to)?|resulting in|leading to"
        r"|so (?:what|that)|what would (?:it|this|that) mean.*|what (?:would|could"
        r"|might) (?:be the )?(?:impact|effect|consequence|result|happen)s?.*|description of (?:impact"
        r"|effect|consequence)s?|how .* affect.*|who .* affected.*|(?!.*\band\b)(?:[a-z]+ ){1,3}(?:impact"
        r"|effect|consequence)s?|what (?:is|are) the (?:impact|effect|consequence)s?.*"
    )),
    (Field.CONTROLS, (
        r".*\b(?:existing|current|in place|already|internal|present|established|key|preventative"
        r"|preventive) (?:\w+ )?(?:controls?|mitigations?|mitigating (?:actions?|factors?|controls?"
        r"|measures?)|measures?|safeguards?|arrangements?|actions?)\b.*|(?:risk )?controls?(?: measures?"
        r"| in place| identified| description| details?| and .*)?|control measures?.*|.*\b(?:controls?"
        r"|mitigations?|measures?|actions?|arrangements?) (?:\w+ ){0,2}(?:in place|already in place"
        r"|to date|taken(?: to date)?|currently in place)\b.*|what (?:are|do|have) we (?:already "
        r"|currently |now )?(?:doing|do|have|done|got)\b(?! next).*|what is (?:already |currently "
        r"|now )?being done.*|what we (?:are |have |already |now |currently |have already )*(?:do|doing"
        r"|done|did|got|have|put)\b.*|how (?:is it|are we|do we|is the risk) (?:\w+ )?(?:control\w*"
        r"|manag\w*|mitigat\w*).*|management and control.*|safeguards?|what is (?:already )?in place.*"
        r"|how (?:it is )?managed"
    )),
    (Field.MITIGATIONS, (
        r".*\b(?:mitigat(?:ion|ions|ing)|treatments?|actions?|further controls?|additional controls?"
        r"|planned controls?|new controls?|next steps?|required controls?|proposed controls?"
        r"|further measures|controls? (?:required|needed|to be|planned|improvements?)|response plan"
        r"|improvement plan|action plan)\b.*|what (?:else |more )?(?:will|do|are|can|must|should"
        r"|needs?) (?:we|to be)\b.*|what we (?:will|plan|need|must|can|should|still|are going|intend)\b.*"
        r"|what (?:more|else|next)\b.*|next steps?|linked actions?|to do|steps to .*|how (?:will"
        r"|can) we .*|planned response|plans?|treatment plan"
    )),
    (Field.OWNERS, (
        r"(?:(?:risk|issue|overall|executive|exec|lead|senior|responsible|accountable|named|nominated"
        r"|strategic|operational|designated) )*(?:owners?|leads?|ownership|lead officers?|lead directors?"
        r"|director|officers?|managers?|sro|sponsor|responsible|responsibility|accountable|accountability"
        r"|person|persons|people|who|holder|role|post|lead name|lead person|assigned to|allocated to"
        r"|owned by|managed by|named lead|name)(?: (?:responsible|accountable|officer|person|director"
        r"|name|s|post|role|title))*(?: for (?:the )?(?:risk|monitoring|review|management))?"
        r"|(?!risk (?:and|or|description)\b)(?:[a-z]+ ){0,3}(?:owner|lead|manager|sponsor|responsible"
        r"|in charge|executive|director|trustee)s?|(?:lead|risk) (?:owner|lead|manager|sponsor|holder"
        r"|trustee|executive|governor).*|managed by|who (?:owns|is responsible|leads|is accountable).*"
        r"|assigned to"
    )),
    (Field.RESPONSE, (
        r"(?:risk )?(?:response|treatment|strategy|approach|response strategy|treatment option"
        r"|response type|management strategy|management approach|decision|4 ?ts?|four ts|4ts"
        r"|treatment strategy|action type)(?: type| option| category| 4 ?ts?)?|treat tolerate.*"
        r"|tolerate treat.*|terminate.*|(?:treat|tolerate|transfer|terminate|avoid|accept"
        r"|reduce)(?: (?:or )?(?:treat|tolerate|transfer|terminate|avoid|accept|reduce|share))+"
    )),
    (Field.PROXIMITY, (
        r"(?:risk )?(?:proximity|imminence|timing|velocity|time ?horizon|when might it happen"
        r"|when could it happen|when)"
    )),
    (Field.STATUS, (
        r"(?:risk |issue |current |overall )*(?:status|state|open closed|open or closed|open|live"
        r"|live closed|active)(?: (?:of|open|active|live|closed)\b.*)?|open closed.*|is it (?:open"
        r"|live).*"
    )),
    (Field.COMMENTARY, (
        r".*\b(?:comments?|commentary|notes?|updates?|progress|narrative|position|remarks?"
        r"|summary of (?:change|progress)s?|latest|headlines?)\b.*"
    )),
    (Field.REF, (
        r"(?:(?:risk|issue|register|unique|corporate|strategic|item|crr|srr|baf|bt|the) )*(?:ref|refs"
        r"|reference|no|nos|number|nr|id|identifier|code|uid|urn|item|line|row|serial)(?: (?:no|number"
        r"|code|id))?|#|sn|s n|rid"
    )),
    (Field.KIND, (
        r"raid|raid type|entry type|log type|item type|record type|risk or issue|risk issue|issue or risk"
        r"|r a i d"
    )),
    (Field.STAGE, (
        r"(?:assessment|score|scoring|risk score|rating)? ?(?:stage|point|stage of assessment"
        r"|type of score|score type|rating type|assessment type|when assessed)"
    )),
    (Field.TITLE, (
        r"(?:short |risk |the |issue )*(?:title|name|headline|heading|short name|short description"
        r"|risk in brief|summary|risk summary)(?: of (?:the )?risk)?|name of (?:the )?risk|in brief"
    )),
    (Field.EVENT, (
        r"(?:risk |the |uncertain )*event(?:s)?(?: of the risk)?|(?:there is |that is )?(?:a "
        r"|the )?risk (?:is )?(?:that|event)|there is a (?:risk|danger|threat|possibility|chance)(?: that"
        r"| of)?|what (?:could|might|may|can) (?:happen|go wrong).*|then|risk event.*"
    )),
    (Field.DESCRIPTION, (
        r"(?:(?:the|key|main|our|principal|strategic|identified|potential|nature of|description of"
        r"|details? of|full|specific|possible|what is|what are|summary of|new|issue|issues|corporate"
        r"|delivery|programme|project|operational|emerging) )*(?:the )?(?:risks?|descriptions?|details?"
        r"|risk description|risk identified|risk statement|risk detail|issues?|threats?(?: opportunit(?:y"
        r"|ies))?|hazards?|opportunity|concerns?|risk narrative|statement)(?: (?:identified|description"
        r"|descriptions|statement|statements|details?|narrative|definition|and .*|cause .*|scenario"
        r"|factors?|event .*|or .*|in full|to .*|of .*|title .*|name .*|wording|themes?))*|what is (?:the"
        r"|this) (?:risk|issue)"
    )),
)  # fmt: skip
"""Headings and labels, spelt plainly, the most telling first."""

RISK_FIELDS: tuple[Field, ...] = (
    *dict.fromkeys(field for field, _ in FIELDS),
    Field.INHERENT_LIKELIHOOD, Field.INHERENT_IMPACT, Field.INHERENT_SCORE,
    Field.CURRENT_LIKELIHOOD, Field.CURRENT_IMPACT, Field.CURRENT_SCORE,
    Field.TARGET_LIKELIHOOD, Field.TARGET_IMPACT, Field.TARGET_SCORE,
    Field.PREVIOUS_SCORE,
)  # fmt: skip
"""What a person may say that a column of a register is."""

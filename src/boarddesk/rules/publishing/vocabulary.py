"""The words around children: those that say somebody is one, and capitals that name nobody."""

from __future__ import annotations

from typing import Final

_ONE_CHILD_LISTED: Final = """
    child pupil boy girl son daughter brother sister sibling twin twins mother father mum mam mummy dad
    daddy grandmother grandfather grandma grandad gran nan nana granny stepmother stepfather stepson
    stepdaughter stepbrother stepsister nephew niece cousin aunt uncle toddler teenager baby infant
    youngster student learner lad lass schoolboy schoolgirl kid foster-child orphan godson goddaughter
    preschooler newborn
"""
ONE_CHILD: Final = frozenset(_ONE_CHILD_LISTED.split())
"""Nouns that speak of one child or of somebody of its family."""

_CHILDREN_LISTED: Final = """
    children pupils boys girls sons daughters brothers sisters siblings toddlers teenagers babies infants
    youngsters students learners kids lads lasses schoolchildren schoolboys schoolgirls under-fives
    preschoolers newborns nephews nieces cousins grandchildren
"""
CHILDREN: Final = frozenset(_CHILDREN_LISTED.split())

_FAMILY_HEADS_LISTED: Final = """
    mother father mum mam dad grandmother grandfather grandma grandad gran nan stepmother stepfather
    parent parents family families carer carers mothers fathers mums dads grandparents guardian guardians
    households household
"""
FAMILY_HEADS: Final = frozenset(_FAMILY_HEADS_LISTED.split())

ONE_PARENT: Final = FAMILY_HEADS - {"parents", "carers", "families", "parent", "carer"}
CHILD_WORDS: Final = ONE_CHILD | CHILDREN | FAMILY_HEADS | {"ehc", "ehcp", "ehcps", "send", "sen"}

_CASES_LISTED: Final = """
    appeal appeals case cases tribunal tribunals exclusion exclusions suspension suspensions placement
    placements referral referrals admission admissions detention detentions
"""
CASES: Final = frozenset(_CASES_LISTED.split())
"""What happens to one child at a time: a count of them counts children."""

_CAPITALISED_LISTED: Final = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december easter christmas ramadan eid diwali michaelmas lent spring
    autumn english british welsh scottish irish polish romanian arabic urdu punjabi bengali ukrainian
    french german spanish portuguese chinese somali turkish makaton braille roma gypsy traveller european
    african asian caribbean england wales scotland ireland britain london manchester birmingham leeds
    liverpool york ofsted send sen senco sencos ehc ehcp ehcps nhs cqc dfe icb camhs gp gps ofqual
    parliament cabinet council county city borough district board committee group partnership forum team
    service services department directorate government minister secretary director chair vice-chair head
    officer leader member members adviser advisers observer councillor cllr governor governors teacher
    headteacher headteachers principal therapist psychologist psychologists nurse doctor coordinator
    manager lead commissioner commissioners inspector inspectors year years key stage reception nursery
    class term annex appendix table figure page section paragraph item minute minutes paper report plan
    strategy policy action actions risk risks kpi decision agenda part phase tier band level area priority
    outcome goal objective recommendation workstream project programme framework code practice act bill
    regulations guidance local offer area-wide special educational needs disabilities education health
    care social safety valve delivering better value written statement improvement inspection accelerated
    progress preparing adulthood designated medical clinical virtual school schools portage early help
    family families parent parents carer carers young people children child pupil pupils youth justice
    probation police trust trusts mat mats academy academies college colleges university hospital clinic
    centre center hub unit church hall house court road street lane avenue drive close crescent way
    terrace grove north south east west northern southern eastern western central upper lower mid greater
    speech language therapy therapies occupational physiotherapy autism adhd dyslexia sensory hearing
    vision impairment physical mental wellbeing well-being emotional behavioural attendance exclusion
    inclusion transport transition transitions commissioning finance budget data dashboard scorecard
    tribunal ombudsman mediation advice advocacy independent information support chief executive deputy
    assistant senior interim joint strategic operational national regional integrated public high needs
    block dedicated grant pan sharepoint microsoft teams zoom excel word covid covid-19 brexit internet
    christian muslim jewish hindu sikh christianity islam god bank holiday
"""
CAPITALISED: Final = frozenset(_CAPITALISED_LISTED.split())
"""Words with a capital that name no person: days, peoples, services, parts of a document."""

_PLACES_LISTED: Final = """
    school schools primary secondary academy academies college nursery infants infant junior juniors
    grammar federation trust hospital clinic centre center hub unit house hall court road street lane
    avenue drive close crescent way terrace grove mews row square park green hill wood woods farm bridge
    church chapel cathedral council county borough district ward village town city board committee group
    partnership forum team service services library theatre station works place gardens field fields
    campus site building room suite foundation charity association society university institute ltd
    limited plc cic ce rc cofe high river valley
"""
PLACES: Final = frozenset(_PLACES_LISTED.split())
"""What a run of capitals that is a place or an organisation has in it."""

_STARTERS_LISTED: Final = """
    a an the this that these those it its he she they we you i his her their our your my one some any each
    every all both many most few several no none not nobody someone somebody everyone anyone who what when
    where which while why how if as at after before since until although though because so but and or nor
    for from in into on of off to with without within by during between through across over under about
    against among around behind beside besides beyond despite except like near past per than towards upon
    there here now then today yesterday tomorrow also again already once twice however therefore meanwhile
    instead further furthermore moreover overall finally first firstly second secondly third next last
    lastly more less fewer only just even still yet such same other another both either neither is was are
    were be been has have had do does did will would shall should can could may might must let please
    members officers parents pupils children families schools staff teachers leaders people professionals
    work progress attendance demand waiting performance numbers figures feedback concerns questions thanks
    agreed resolved noted deferred referred apologies present asked told said reported two three four five
    six seven eight nine ten eleven twelve following given regarding owing due according based unlike
"""
STARTERS: Final = frozenset(_STARTERS_LISTED.split())
"""Words that begin a sentence with a capital of no meaning."""

_TITLES_LISTED: Final = (
    """mr mrs ms miss mx dr sir dame lord lady cllr councillor professor prof rev reverend canon"""
)
TITLES: Final = frozenset(_TITLES_LISTED.split())

_SCHOOL_WORDS_LISTED: Final = """
    school academy college primary secondary nursery infants juniors pre-school preschool setting
    classroom sixth-form unit
"""
SCHOOL_WORDS: Final = frozenset(_SCHOOL_WORDS_LISTED.split())

NUMBER_WORDS: Final = {
    "a single": 1,
    "just one": 1,
    "only one": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "a couple of": 2,
    "a pair of": 2,
}

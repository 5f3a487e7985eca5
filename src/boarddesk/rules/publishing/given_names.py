"""First names given to children in England, so that one is known where it stands in a sentence.

A name that is missing here is still found beside words that only a person has: `the boy Xan`, `Xan’s mother`.
"""

from __future__ import annotations

from typing import Final

_GIVEN_NAMES_LISTED: Final = """
    aaliyah aaron aarav abbie abby abdul abdullah abdulrahman abel abi abigail abraham abu ada adam adele
    adem aden adil aditya adnan adrian adyan afia afzal agata agnes ahmad ahmed aidan aileen aimee aisha
    aisling aiza ajay akash akira alan alana alasdair alastair albert albie aleksander aleksandra alesha
    alessia alex alexa alexander alexandra alexia alexis alfie alfred ali alia alice alicia alina alisha
    alison alissa alistair aliyah allan alma alyssa amaan amaia amal amalia amanda amani amara amari amaya
    amber amelia amelie amina aminah amir amira amit amna amos amrit amy ana anais anastasia anaya anders
    andre andrea andrei andrew andrzej aneesa angel angela angelina angus anika anisa anish anita anja ann
    anna annabel annabelle anne annie anthony antoni antonia antonio antony anton anwar anya aoife aqib
    arabella aran arda areeba ari aria ariana arianna ariella arjun arlo arman armaan arnav arran arthur
    arun arwen arya asad asha asher ashley ashton asif asma astrid athena atticus aubrey audrey august
    aurora austin autumn ava avery axel aya ayaan ayah ayan ayat ayda ayesha ayla ayo ayomide aysha azaan
    azra bailey barnaby bartek bartosz basil bea beatrice beatrix beau becky bella ben benedict benjamin
    benji benny bernard beth bethan bethany betsy billie billy blake blessing bobby bonnie boris bradley
    brandon brendan brian brianna bridget brody bronte bronwen brooke brooklyn bruno bryn bryony byron
    caden caitlin caleb callie callum calvin cameron camila camilla cara carl carla carlos carly carmen
    caroline carter carys casey caspar casper cassie cassidy cassius catalin catherine cathy cecilia
    cecily celeste celia celine cerys chad chanelle chantelle charis charles charley charlie charlotte
    chelsea cherry chiara chidi chika chioma chloe chris christian christina christopher ciara cian claire
    clara clarissa clark claude claudia clementine clive cody cohen cole colette colin connie connor conor
    conrad constance cora coral corey cormac courtney craig cruz curtis cynthia cyrus daisy dalia damian
    damien dan dana daniel daniela danielle daniil danny dante daria darcey darcy daria darius darren dave
    david dawid dawson dean deborah declan deepak delilah delyth denis denise dennis denzel derek desmond
    destiny devon dexter diana diego dilan dimitri dina dion divya dmitri dmytro dominic dominik donovan
    dora doris dorothy dougie douglas drew duncan dylan ebony ece eddie eden edith edmund eduard edward
    edwin efe eesa eileen eilidh elaine eleanor elena eli eliana elias elif elijah elin elina eliot elisa
    elise elisha eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa elsie
    elspeth elton elvis elyas emaan emanuel ember emelia emil emilia emilie emilio emily emir emma
    emmanuel emmeline emre enya enzo eoin erica erik erin ernest ernie esa esha esme esmae essa estelle
    esther etta ethan eva evan evangeline eve evelyn everly evie ewa ewan eyad ezekiel ezra fabian fahad
    faisal faiza farah farhan faris fatima fatimah fatma fay faye felicity felix fern fernando ffion filip
    fin finlay finley finn finnbar finnian fion fiona fleur flora florence florian fox frances francesca
    francesco francis francisco frank frankie franklin fraser fred freddie freddy frederick freya gabe
    gabriel gabriela gabriella gabrielle gareth garry gavin gemma gene genevieve george georgia georgiana
    georgie georgina gerald gerard ghada gideon gilbert gina giovanni gita giulia glen gloria gordon grace
    gracie graham grayson greg gregory greta gruffydd gus gustav guy gwen gwendolyn habib hadi hadiya
    hafsa haider hajra hakim hal haleema halima hallie hamish hamza hana hanan hania hanna hannah harith
    harley harleen harman harmony haroon harper harri harriet harris harrison harry harsh harun harvey
    hasan hashim hassan hattie hawa haya hayden hayley hazel heath heather hector heidi helen helena henna
    henrietta henrik henry herbert hetty hiba hilary hira holly homer hope howard huda hudson hugh hugo
    humaira humza hunter husna hussain hussein huw huzaifa ian ibrahim ida idris ieuan ifan ifeoma ignacy
    igor ihsan ike ikra iman imani imogen imran inaaya inaya india indiana indie indigo inez ingrid iona
    ioan ira irene irfan iris isa isaac isabel isabella isabelle isaiah isha ishaan isha isla ismael
    ismail isobel isra israel issa iva ivan ivo ivor ivy iwan iyla izaan izzy jabir jace jack jackson
    jacob jada jade jaden jagger jai jaime jake jakub jamal james jamie jan jana jane janek janet janice
    jannat jared jason jasper jasmin jasmine javed javier jax jaxon jaxson jay jaya jayden jaydon jayla
    jayson jean jeanette jed jemima jemma jenna jennifer jenny jensen jeremiah jeremy jerome jerry jesse
    jessica jessie jethro jill jim jimmy jiya joan joanna joanne jocelyn jodie joe joel joey johan johanna
    john johnny jon jonah jonas jonathan jonny jordan jorge jose joseph josephine josh joshua josiah josie
    joy joyce juan jude judith judy julia julian juliana julie juliet juliette julius june juno junaid
    justin justyna kabir kacper kacey kadir kai kaia kaiden kain kaitlyn kajal kaleb kali kamal kamil
    kamila kane kara karan karen karim karina karl karol karolina kasper kasia kate katarina katarzyna
    katherine kathleen kathryn katie katy katya kaya kayan kayden kayla kaylee kayleigh kayson keanu
    keeley keira keiran keisha keith kelan kelly kelsey kelvin ken kendra kenneth kenya kenzo kerry kevin
    keziah khadija khadijah khalid khalil kian kiana kiara kieran kiera kim kimberley kimberly kingsley
    kinza kira kiran kirsten kirsty kit kitty klara klaudia kobe koby konrad krish krishna krystian kuba
    kwame kyan kyla kyle kylie kyra kyron lacey lachlan laila laiba lana lara larissa lars laszlo latisha
    laura laurel lauren laurence laurie lavinia lawrence layan layla layton lea leah leanne leela leena
    leia leila leilani lena lennie lennon lennox lenny leo leon leona leonard leonardo leonie leonora
    leroy leslie lester leticia levi lewis lexi lexie leyla liam liana libby lidia lila lilah lilia lilian
    liliana lilith lillian lillie lilly lily lina lincoln linda lindsay linnea lisa liv livia liya liyana
    liza lizzie lloyd lochlan logan lois lola lorcan lorelei lorena lorenzo loretta lorna lottie lotus
    louie louis louisa louise luan luana luca lucas lucia lucian luciana lucien lucille lucinda lucy ludo
    luis luisa lukas lukasz luke ludmila ludmilla lulu luna lydia lyla lyra maariya mabel mackenzie macy
    maddie maddison maddox madeleine madeline madison mae maeve magda magdalena maggie magnus maha mahad
    mahdi mahira mahmoud mahmud mai maia maira maisie maisy maja makayla malachi malachy malak malaika
    malcolm maleeha malia malik mandeep manha manraj mara marcel marcell marcia marco marcos marcus mared
    margaret margot maria mariah mariam mariana marianne marie mariella marika marina mario marion marissa
    marius mariya marjorie mark marley marlon marlowe marnie marta martha martin martina martyn marvin
    marwa mary maryam marzena mason mateo mateusz mathew mathilda matilda matt matteo matthew matthias
    maud maureen maurice maverick max maxim maximilian maximus maxine maxwell maya mayar mayra mayson
    megan mehdi mehmet mehreen mei meera mel melanie melina melissa melody mercedes mercy meredith meriem
    merryn mia micah michael michal michelle miguel mihai mikael mikayla mikey mikolaj mila milan mildred
    milena miles millie milly milo mimi mina minnie mira miranda miriam miriem misbah mischa mireille
    misha mitchell moesha mohamad mohamed mohammad mohammed mohsin moira molly mollie mona monica monika
    morgan morgana moriah moses muhammad muhammed mubarak munira musa mustafa mya mykola myla myles myra
    nabeel nadia nadine naila naima nahla naomi nash nasir nasra natalia natalie natasha nathan nathaniel
    naveed nayla ned neel nell nellie nelly nelson nessa nevaeh neve nia niall niamh nicholas nick nicky
    nico nicola nicolas nicole nigel nihal nikhil nikita nikodem nikola nikolai nila nile nina noa noah
    noel noelle noemi noor nora norah norman nour nuha nusrat nyah nyla nyree octavia odin ola olaf
    oleksandr olga oliver olivia olivier ollie omar omari onyx oona opal ophelia orhan oriana orla orlaith
    orlando orson oscar oskar osman ossian otis otto ottilie owain owen pablo paige paisley pamela paris
    parker parveen patience patricia patrick patrycja patryk paul paula paulina pauline pavel pawel pearl
    pedro peggy penelope penny percy perry persia petar peter petra phillip philip philippa phoebe phoenix
    pia pierre piotr pippa polly poppy precious presley preston primrose prince princess priscilla priti
    priya prudence quentin quinn rabia rachael rachel rachid radoslaw rae raees rafael rafaela rafal rafe
    rafferty rafi raheem rahim rahma rahul raife raina raj rajan ralph ralphie rameen ramla ramona ramsey
    rania raphael rashid rasmus raul raven ravi ray raya rayan raymond rayhan rayyan reagan rebecca
    rebekah reece reed reem reese reggie regina rehan reid remi remy ren renae renee reuben rex reza rhea
    rhett rhian rhianna rhiannon rhianne rhodri rhona rhys ria riaz rian ricardo richard richie ricky rico
    ridley rihanna riley rita river riya roan rob robbie robert roberta robin robyn rocco rodney rodrigo
    roger rohan roisin roland roma roman romany romeo romilly romy ronan ronald ronja ronnie rory rosa
    rosalie rosalind rosanna rose roseanna rosemary rosie rosina ross rowan roxanne roy roza ruben rubie
    ruby rudi rudy rufus rui rukhsana rukaya rumaysa rupert ruqayyah russell ruth ryan ryder ryker rylan
    saad saanvi saba sabina sabrina sadia sadie saeed safa saffron safia safiya safwan sahar sahib saif
    saim saira sajid sakina salahuddin saleh salim salma salman salvador sam samaira saman samantha samar
    sameer samia samina samir samira samson samuel sana sanaa sandeep sandra sandro sanjay santiago sara
    sarah saskia saul savannah scarlet scarlett scott seamus sean seb sebastian sefton selena selina selma
    seren serena seth shaan shabana shahid shaikh shakira shamima shane shania shanice shannon sharon
    shaun shauna shawn shayan shayla shazia sheila shelby sheldon shelley shereen sherry shiloh shirin
    shirley shiv shivani shola shreya sian sidney sidra siena sienna sierra silas silvia sima simeon simon
    simone simran sinead siobhan siyana skye skyla skylar sofia sofiya solomon sonia sonny sophia sophie
    soraya spencer stacey stan stanley stanislaw stefan stefania stella stephanie stephen sterling steven
    stewart stuart suha suhail sukhi sulayman suleiman sultan sumaiya sumayyah summer sunil sunny susan
    susanna susannah suzanne suzie sybil sydney sylvia sylvie syed szymon tabitha taha tahir talia taliah
    tallulah tamar tamara tamer tamia tamika tammy tamsin tania tanisha tanvi tanya tara tariq tarun tasha
    tasneem tate tatiana tayla taylor teddy tegan teo teresa teri terrence tess tessa thea thelma theo
    theodora theodore theresa thiago thomas tia tiana tiago tiffany tilda tilly tim timothy tina tobi
    tobias toby tobin todd tom tomas tomasz tommy toni tony toyin tracey travis trevor trey trinity
    tristan troy tudor tumi tuula tyler tyra tyrell tyrese tyrone umair umar umara uma una unaisah ursula
    usman uzair valentin valentina valerie vanessa veda vera verity veronica veronika victor victoria
    vienna viktor viktoria vincent viola violet violeta virginia vivian vivienne vladimir wajid walter
    wanda warren wayne wendy wesley wiktor wiktoria wilbur wilf wilfred will willa william willow wilma
    winifred winnie winston wojciech woody wren wyatt xander xanthe xavi xavier yahya yana yara yasin
    yasir yasmin yasmina yasmine yaseen yasser yosef yousef yousif yuki yunus yuri yusef yusra yusuf
    yvette yvonne zac zach zachariah zachary zack zadie zahid zahir zahra zaid zaida zaiden zain zaina
    zainab zak zaki zakariya zane zara zaria zarah zayan zayd zayn zayna zaynab zebedee zeeshan zelda zena
    zendaya zeph zeynep zhara zia zidane ziggy zinnia ziva zoe zoey zofia zohaib zohra zola zoya zubair
    zuri zuzanna zuzia
"""
GIVEN_NAMES: Final = frozenset(_GIVEN_NAMES_LISTED.split())

_ALSO_WORDS_LISTED: Final = """
    angel april august autumn blessing charity chance cherry constance coral dawn destiny drew eve faith
    fern flora fox frank glen grace guy harmony hazel heath heather holly hope hunter ivy jack jasmine jay
    joy june lance lily lotus major mark may melody mercy noel norman opal paris patience pearl penny
    phoenix poppy precious prince princess prudence ray reed reid river robin rose ruby rowan saffron sage
    scarlet sky summer sunny trinity unity verity victoria vienna violet will willow winter wren basil
    carol cliff dale florence sydney austin lincoln madison chelsea devon kent lancaster preston ashton
    sefton india israel jordan kenya georgia carter parker spencer taylor mason harper hudson bailey
    cooper porter sterling tudor
"""
ALSO_WORDS: Final = frozenset(_ALSO_WORDS_LISTED.split())
"""First names that are words or places too: at the beginning of a sentence they say nothing."""

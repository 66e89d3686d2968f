"""Names of people: their parts in the order in which they are said, and what is a mere form of address."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.formats.header_words import fold

POLITE = frozenset((
    "mr mrs ms miss mx sir madam herr herrn frau fraulein m mme mlle monsieur madame mademoiselle sr sra srta "
    "senor senora sig sigra signor signora dhr mevr meneer mevrouw mw familie family famille firma "
).split())
LEARNED = frozenset("dr prof professor dott dottssa dra ing mag dipl rev".split())
HAN = "\u2e80"
BUSINESS = frozenset((
    "ltd limited inc llc llp plc co corp corporation company gmbh ag kg ohg gbr ug ek sarl sas sa spa srl snc bv nv ab "
    "as aps oy ltda sl cie und and et sohne sons bros brothers group gruppe holding partners partner associates "
    "hotel restaurant cafe bistro bar pub inn gasthof gasthaus pension backerei bakery boulangerie metzgerei praxis "
    "apotheke pharmacy kanzlei salon studio atelier shop store stores laden handel werkstatt garage schreinerei "
    "tischlerei gartnerei verein club schule school kindergarten kirche church gemeinde stadt universitat university "
    "museum theater theatre gallery galerie bank versicherung insurance architekten architects consulting services "
    "service technik systems solutions design media verlag immobilien estate hausverwaltung stiftung foundation "
    "trust society clinic klinik hospital dental farm hof brewery brauerei winery weingut institut institute"
).split())
GIVEN = frozenset((
    "aaron adam adele adrian agnes aidan alan albert alex alexander alexandra alfred alice alicia alina alison amanda "
    "amelia amy ana anais andre andrea andreas andrew angela angelika anita anja anke ann anna anne annette anni "
    "annika anthony anton antonia antonio arthur astrid barbara beate beatrice ben benedikt benjamin bernadette "
    "bernard bernd bernhard bettina bill birgit bjorn bob brian brigitte bruno camille carl carla carlos carmen "
    "carol carola caroline carsten caterina catherine cecile charles charlotte chiara chloe chris christa christian "
    "christiane christina christine christoph christopher claire clara claudia claudio clemens colin cornelia craig "
    "dagmar daniel daniela danielle dario david deborah denis dennis diana dieter dirk dominik donald doris dorothea "
    "doug duncan edith eduard edward elena eleanor elfriede elias elisa elisabeth elizabeth elke ella ellen emil "
    "emily emma emmanuel eric erich erik erika ernst esther eva evelyn fabian felix fernando finn fiona florence "
    "florian frances francesca francesco francis franck frank franz franziska fred frederik friedrich fritz gabi "
    "gabriel gabriela gabriele gareth gary geoff george georg gerald gerard gerd gerhard gerlinde gertrud gianni gill "
    "gina giovanni giulia giuseppe gisela grace graham greta guido guillaume gunter gunther hannah hanna hannelore "
    "hans harald harriet harry heather heidi heike heiko heinrich heinz helen helena helene helga helmut henri henry "
    "herbert hermann hilda hildegard holger horst howard hubert hugh hugo ian ida ilona ilse ines inge ingeborg ingrid "
    "irene iris isabel isabella isabelle ivan jack jackie jacob jacqueline jacques jakob james jamie jan jane janet "
    "janina jasmin jason javier jean jeff jeffrey jennifer jens jeremy jessica jill jim jo joachim joan joanna jochen "
    "joe johan johann johanna johannes john jonas jonathan jorg jorge jose josef joseph josephine joshua jose joyce "
    "juan judith julia julian juliane julie julien jurgen justin jutta kai karen karin karl karla karsten katarina "
    "kate katharina katherine kathleen kathrin katja katrin keith kelly ken kenneth kerstin kevin kim kirsten klaus "
    "konrad kristin kurt lara lars laura lauren laurence lea lee lena leo leon leonie lewis liam lieselotte lilly "
    "linda lisa lothar louis louise luca lucas lucia lucy ludwig luigi luis luisa lukas lutz lydia maggie maike "
    "manfred manuel manuela marc marcel marco marcus margaret margarete margit maria marianne marie marina mario "
    "marion mark markus marlene marta martha martin martina mary mathias mathilde matteo matthew matthias max "
    "maximilian melanie meike mia michael michaela michel michelle mike miriam mona monica monika moritz nadine nadja "
    "nancy natalie neil nicholas nick nicola nicolas nicole niels nigel niklas nina noah nora norbert olaf oliver "
    "olivia oskar oscar otto pamela paola paolo pascal pat patricia patrick paul paula pauline pedro penny peter petra "
    "phil philip philipp philippe pia pierre rachel rainer ralf ralph raphael rebecca regina reiner reinhard renate "
    "rene ricardo richard rita robert roberto robin roger roland rolf roman ronald rosa rose rosemary roswitha ruben "
    "rudi rudolf rupert russell ruth ryan sabina sabine sabrina sally sam samantha samuel sandra sara sarah sascha "
    "scott sean sebastian sharon sheila siegfried sigrid silke silvia simon simone sofia sonja sophia sophie stefan "
    "stefanie steffen stella stephan stephanie stephen steve steven stuart sue susan susanne sven sylvia tanja tania "
    "ted teresa terry theo theresa thomas thorsten tim timothy tina tobias tom tony torsten tracy udo ulla ulrich "
    "ulrike ursula ute uwe valentin valerie vanessa vera verena veronika victor victoria viktoria vincent volker "
    "walter waltraud wendy werner wilfried wilhelm will william willy wolfgang yvonne yves zoe"
).split())


class NameParts(NamedTuple):
    """The parts of a name, as address books hold them."""

    family: str = ""
    given: str = ""
    middle: str = ""
    prefix: str = ""
    suffix: str = ""

    def composed(self) -> str:
        """The name as it is said: without a mere "Mr", family first where it is written in Han."""
        if self.given[:1] >= HAN and self.family[:1] >= HAN:
            ordered = [self.family, self.given]
        else:
            ordered = [self.prefix if is_learned(self.prefix) else "", self.given, self.middle, self.family]
        return ", ".join(filter(None, (" ".join(filter(None, ordered)), self.suffix)))


def is_learned(prefix: str) -> bool:
    """Whether a prefix is a title that belongs to the name: "Dr.", not "Mr"."""
    return bool(prefix) and bool(LEARNED.intersection(fold(prefix).split()) or not POLITE.intersection(
        fold(prefix).split()))


def is_title(text: str) -> bool:
    """Whether words are nothing but forms of address and learned titles."""
    words = set(fold(text).split())
    return bool(words) and words <= POLITE | LEARNED


def is_personal(name: str, *, unless_business: bool) -> bool:
    """Whether a name is a person's. In doubt it is not, or with `unless_business` it is if no word is a business's."""
    words = fold(name).split()
    if not words or BUSINESS.intersection(words) or "&" in name or any(word.isdecimal() for word in words):
        return False
    if unless_business:
        return True
    first = fold(name.partition(",")[2] or name).split()
    titled = bool((POLITE | LEARNED).intersection(words[:2]))
    return titled or (2 <= len(words) <= 4 and bool(first) and first[0] in GIVEN)

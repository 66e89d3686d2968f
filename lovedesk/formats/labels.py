"""Words for what a way to be reached or a relation is called in files: "CELL", "_$!<Home>!$_", "* Work Fax"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lovedesk.formats.records import Fact, Relation
from lovedesk.words import _

BUILT_IN = re.compile(r"_\$!<(.*)>!\$_$")
SYSTEM_GROUP = re.compile(r"\*|(my ?contacts|starred|other ?contacts|imported on .*|restored .*)$", re.IGNORECASE)
SILENT = frozenset({"voice", "internet", "pref", "msg", "text", "dom", "intl", "postal", "parcel", "x400", "uri", "bbs",
                    "smtp", "ex", "textphone", "preferred", "default", "inet", "jpeg", "png", "profile", "custom",
                    "x-internet", "unknown"})
KINDS = {
    "cell": _("mobile"), "mobile": _("mobile"), "mobil": _("mobile"), "handy": _("mobile"), "x-mobile": _("mobile"),
    "fax": _("fax"), "facsimile": _("fax"), "pager": _("pager"), "car": _("car"), "video": _("video"),
    "isdn": _("ISDN"), "modem": _("modem"), "pcs": _("mobile"), "main": _("main"), "callback": _("call back"),
    "x-evolution-callback": _("call back"), "assistant": _("assistant"), "x-evolution-assistant": _("assistant"),
    "radio": _("radio"), "x-evolution-radio": _("radio"), "telex": _("telex"), "x-evolution-telex": _("telex"),
    "tty": _("text phone"), "iphone": _("iPhone"), "school": _("school"), "homepage": _("home page"),
    "home page": _("home page"), "blog": _("blog"), "company": _("company"), "company main": _("company"),
    "grand_central": _("Google Voice"), "other": _("other"), "home": _("home"), "work": _("work"),
    "business": _("work"), "private": _("home"), "privat": _("home"), "x-other": _("other"), "office": _("work"),
    "homefax": _("home fax"), "workfax": _("work fax"), "home fax": _("home fax"), "work fax": _("work fax"),
    "otherfax": _("other fax"), "other fax": _("other fax"), "work mobile": _("work mobile"),
}
PAIRS = {
    ("work", "fax"): _("work fax"), ("home", "fax"): _("home fax"), ("work", "cell"): _("work mobile"),
    ("other", "fax"): _("other fax"), ("work", "pager"): _("work pager"), ("work", "video"): _("work video"),
}
RELATIONS = {
    "spouse": _("spouse"), "wife": _("wife"), "husband": _("husband"), "partner": _("partner"),
    "domestic partner": _("partner"), "domesticpartner": _("partner"), "sweetheart": _("partner"),
    "child": _("child"), "children": _("child"), "daughter": _("daughter"), "son": _("son"),
    "father": _("father"), "mother": _("mother"), "parent": _("parent"), "brother": _("brother"),
    "sister": _("sister"), "sibling": _("sibling"), "relative": _("relative"), "kin": _("relative"),
}
NEAR = {
    "friend": _("friend"), "manager": _("manager"), "assistant": _("assistant"), "agent": _("assistant"),
    "colleague": _("colleague"), "co-worker": _("colleague"), "coworker": _("colleague"),
    "neighbor": _("neighbour"), "neighbour": _("neighbour"), "emergency": _("in an emergency"),
    "contact": _("contact"), "acquaintance": _("acquaintance"), "met": _("acquaintance"), "boss": _("manager"),
    "teacher": _("teacher"), "student": _("student"), "classmate": _("classmate"), "roommate": _("roommate"),
    "co-resident": _("roommate"),
}
INTRODUCED = {
    "referred by": _("recommended by"), "referredby": _("recommended by"), "introduced by": _("introduced by"),
    "recommended by": _("recommended by"),
}
ALSO_AT = {"also at": _("also at")}
PETS = {
    "pet": _("pet"), "dog": _("dog"), "cat": _("cat"), "horse": _("horse"), "hund": "Hund", "katze": "Katze",
    "pferd": "Pferd", "haustier": "Haustier", "chien": "chien", "chat": "chat", "perro": "perro", "gato": "gato",
    "cane": "cane", "gatto": "gatto", "hond": "hond", "kat": "kat",
}
GROUPS = {kind: (group, word) for group, words in (
    ("family", RELATIONS), ("near", NEAR), ("introduced", INTRODUCED), ("also at", ALSO_AT), ("pet", PETS),
) for kind, word in words.items()}
SENTENCE_TOPICS = {"family": "family", "pet": "pet", "introduced": "history", "also at": "history", "near": "note"}
TOLD = {
    "department": ("note", _("Department: {name}")), "maiden name": ("history", _("Maiden name: {name}")),
    "birthday": ("history", _("Birthday: {name}")), "birth place": ("history", _("Born in: {name}")),
    "office": ("place", _("Office: {name}")), "account": ("note", _("Account: {name}")),
    "customer number": ("note", _("Customer number: {name}")),
    "last visit": ("history", _("Last visit: {name}")), "died": ("history", _("Died: {name}")),
    "expertise": ("note", _("Knows a lot about: {name}")),
}
BETWEEN_NAMES = re.compile(r"\s*(?:[,;\n+&/]| (?:and|und|et|y|e|en) )\s*")

def tags(names: Iterable[str]) -> list[str]:
    """The groups that a person made, each once; those that every address book has are left out."""
    told = (name.strip() for name in names)
    return list(dict.fromkeys(name for name in told if name and not SYSTEM_GROUP.match(name)))


def of_types(types: Iterable[str]) -> str:
    """One label for the types of a line, "" where they say nothing: {"work", "fax", "pref"} is "work fax"."""
    told = list(dict.fromkeys(kind for kind in types if kind and kind.lower() not in SILENT))
    if len(told) < 2:
        return of_word(told[0]) if told else ""
    small = set(map(str.lower, told))
    for (place, kind), words in PAIRS.items():
        if place in small and kind in small:
            return words
    known = next((words for kind, words in KINDS.items() if kind in small), "")
    return known or of_word(told[0])


def of_word(word: str) -> str:
    """A label as a person wrote it, or our word for one that a program wrote."""
    word = word.strip().removeprefix("* ").strip()
    if match := BUILT_IN.match(word):
        word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()
    known = word.lower()
    if known in SILENT:
        return ""
    word = word[2:] if known.startswith("x-") else word
    return KINDS.get(known) or word


def relation(kind: str, name: str, group: str = "family") -> Relation:
    """Someone around them, by our word for what they are to them, else by the file's own."""
    word = kind.strip()
    if match := BUILT_IN.match(word):
        word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()
    group, word = GROUPS.get(word.lower(), (group, word))
    return Relation(name, word, group)


def children(names: str) -> list[Relation]:
    """Each of several children named in one place: "Mia, Tom und Ida"."""
    return [relation("child", name) for name in BETWEEN_NAMES.split(names) if name]


def sentence(relation: Relation) -> Fact:
    """What a relation says, as words under a topic, for whoever makes no person of it."""
    topic = SENTENCE_TOPICS.get(relation.group, "note")
    if not relation.word:
        return Fact(topic, relation.name)
    word = relation.word[:1].upper() + relation.word[1:]
    return Fact(topic, _("{relation}: {name}").format(relation=word, name=relation.name))


def told(kind: str, text: str) -> Fact:
    """What a file says of them under a name of its own ("office"), as a sentence under its topic."""
    topic, words = TOLD[kind]
    return Fact(topic, words.format(name=text))

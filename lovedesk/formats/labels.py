"""Words for what a way to be reached or a relation is called in files: "CELL", "_$!<Home>!$_", "* Work Fax"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lovedesk.formats.records import Fact
from lovedesk.words import _

BUILT_IN = re.compile(r"_\$!<(.*)>!\$_$")
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
    "spouse": ("family", _("Spouse: {name}")), "wife": ("family", _("Wife: {name}")),
    "husband": ("family", _("Husband: {name}")), "partner": ("family", _("Partner: {name}")),
    "domestic partner": ("family", _("Partner: {name}")), "domesticpartner": ("family", _("Partner: {name}")),
    "child": ("family", _("Child: {name}")), "children": ("family", _("Children: {name}")),
    "daughter": ("family", _("Daughter: {name}")), "son": ("family", _("Son: {name}")),
    "father": ("family", _("Father: {name}")), "mother": ("family", _("Mother: {name}")),
    "parent": ("family", _("Parent: {name}")), "brother": ("family", _("Brother: {name}")),
    "sister": ("family", _("Sister: {name}")), "sibling": ("family", _("Sibling: {name}")),
    "relative": ("family", _("Relative: {name}")), "kin": ("family", _("Relative: {name}")),
    "sweetheart": ("family", _("Partner: {name}")), "friend": ("note", _("Friend: {name}")),
    "manager": ("note", _("Manager: {name}")), "assistant": ("note", _("Assistant: {name}")),
    "agent": ("note", _("Assistant: {name}")), "colleague": ("note", _("Colleague: {name}")),
    "co-worker": ("note", _("Colleague: {name}")), "neighbor": ("note", _("Neighbour: {name}")),
    "referred by": ("history", _("Recommended by: {name}")), "referredby": ("history", _("Recommended by: {name}")),
    "emergency": ("note", _("In an emergency: {name}")), "contact": ("note", _("Contact: {name}")),
    "profession": ("history", _("Profession: {name}")), "department": ("note", _("Department: {name}")),
    "maiden name": ("history", _("Maiden name: {name}")), "birthday": ("history", _("Birthday: {name}")),
    "birth place": ("history", _("Born in: {name}")), "office": ("place", _("Office: {name}")),
    "account": ("note", _("Account: {name}")), "customer number": ("note", _("Customer number: {name}")),
    "last visit": ("history", _("Last visit: {name}")), "died": ("history", _("Died: {name}")),
    "also at": ("history", _("Also at: {name}")), "expertise": ("note", _("Knows a lot about: {name}")),
}


def of_types(types: Iterable[str]) -> str:
    """One label for the types of a line, "" where they say nothing: {"work", "fax", "pref"} is "work fax"."""
    told = [kind for kind in types if kind not in SILENT]
    if len(told) < 2:
        return of_word(told[0]) if told else ""
    for (place, kind), words in PAIRS.items():
        if place in told and kind in told:
            return words
    known = next((words for kind, words in KINDS.items() if kind in told), "")
    return known or of_word(told[0])


def of_word(word: str) -> str:
    """A label as a person wrote it, or our word for one that a program wrote."""
    word = word.strip().removeprefix("* ").strip()
    if match := BUILT_IN.match(word):
        word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()
    known = word.lower()
    if known in SILENT:
        return ""
    return KINDS.get(known) or (word[2:] if known.startswith("x-") else word)


def relation(kind: str, name: str) -> Fact:
    """What a file says of someone around them, as a sentence under its topic; an own word for it is kept."""
    word = kind.strip()
    if match := BUILT_IN.match(word):
        word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()
    topic, words = RELATIONS.get(word.lower(), ("family", ""))
    if words:
        return Fact(topic, words.format(name=name))
    return Fact(topic, _("{relation}: {name}").format(relation=word, name=name) if word else name)

"""What a column of a table of contacts may become: its slug, its words, and what a header was understood as."""

from __future__ import annotations

from lovedesk.formats.header_words import Column, fold
from lovedesk.mishaps import Refused
from lovedesk.words import _

KEEP, IGNORE = "keep", "ignore"
WORDS = {
    "person": _("Name of the person"), "customer": _("Customer"), "company": _("Company"),
    "given": _("First name"), "middle": _("Middle name"), "family": _("Last name"), "prefix": _("Form of address"),
    "suffix": _("After the name"), "nickname": _("Nickname"), "say": _("How to say the name"),
    "role": _("What they are there"), "department": _("Department"), "work": _("Work"),
    "phone": _("Phone"), "phone:mobile": _("Phone, mobile"), "phone:home": _("Phone, home"),
    "phone:work": _("Phone, work"), "phone:fax": _("Fax"), "email": _("E-mail"), "email:home": _("E-mail, home"),
    "email:work": _("E-mail, work"), "web": _("Web page"), "im": _("Chat"),
    "address": _("Whole address"), "street": _("Street"), "housenumber": _("House number"),
    "postcode": _("Postcode"), "town": _("Town"), "zipcity": _("Postcode and town"), "region": _("Region"),
    "country": _("Country"), "birthday": _("Birthday"), "anniversary": _("Anniversary"), "day": _("Another day"),
    "since": _("Customer since"), "lastvisit": _("Last visit"), "note": _("Note"),
    "detail:need": _("Detail: need"), "detail:care": _("Detail: care"), "detail:history": _("Detail: history"),
    "detail:family": _("Detail: family"), "detail:pet": _("Detail: pet"), "detail:food": _("Detail: food"),
    "detail:hobby": _("Detail: hobby"), "detail:place": _("Detail: place"),
    "spouse": _("Partner"), "children": _("Children"), "manager": _("Manager"), "assistant": _("Assistant"),
    "referred": _("Recommended by"), "tag": _("Tags"), "standing": _("Standing"), "keeper": _("Looked after by"),
    "wish": _("How they wish to be reached"), "gone": _("Died or left"), "language": _("Language"),
    "custno": _("Customer number"), "account": _("Account"), "uid": _("Identifier"),
    "action": _("What to do with the row"), KEEP: _("Kept beside the person"), IGNORE: _("Left out"),
}
FIELDS = {"person": "name", "town": "city", "phone:mobile": "mobile", "phone:fax": "fax", IGNORE: "ignored"}
SLUGS = {field: slug for slug, field in FIELDS.items()} | {
    "contact": "person", "hobby": "detail:hobby", "need": "detail:need", "pet": "detail:pet", "food": "detail:food",
    "main": "phone", "carphone": "phone", "companyphone": "phone:work", "assistantphone": "phone", "pager": "phone",
    "photo": KEEP, "title": "prefix", "email.value": "email", "phone.value": "phone", "website.value": "web",
    "im.value": "im", "address.formatted": "address", "address.street": "street", "address.city": "town",
    "address.postalcode": "postcode", "address.region": "region", "address.country": "country",
    "organization.name": "company", "organization.title": "role", "organization.department": "department",
    "event.value": "day", "relation.value": "relation", "birthdayofmonth": "birthday", "birthmonth": "birthday",
    "birthyear": "birthday", "office": "detail:place", "saygiven": "say", "sayfamily": "say",
}
PLACED = frozenset({"phone", "email", "address", "street", "housenumber", "postcode", "town", "zipcity", "region",
                    "country", "pobox", "web", "im"})
LABELLED = PLACED | {"day", "relation", "detail", "mobile", "fax"}
OTHER_WORDS = {
    "name": "person", "contact": "person", "city": "town", "zip": "postcode", "mobile": "phone:mobile",
    "fax": "phone:fax", "first": "given", "last": "family", "notes": "note", "tags": "tag", "mail": "email",
    "title": "prefix", "website": "web", "leave out": IGNORE, "skip": IGNORE, "partner": "spouse",
    "pobox": "pobox", "relation": "relation", "detail": "note", "topic": "note",
}


def choices() -> list[tuple[str, str]]:
    """What may be chosen for a column, with its words, in the order to offer."""
    return list(WORDS.items())


def words_of(slug: str) -> str:
    """The words of a meaning, also of one with a topic or a label of the shop's own."""
    if known := WORDS.get(slug):
        return known
    kind, _colon, label = slug.partition(":")
    if kind == "detail":
        return _("Detail: {topic}").format(topic=label)
    if kind == "relation":
        return _("Relation: {word}").format(word=label) if label else _("Someone around them")
    return _("{what}, {label}").format(what=WORDS.get(kind, kind), label=label) if label else kind


def slug_of(column: Column | None) -> str:
    """The meaning that a header was understood as; "keep" where it was not."""
    if column is None:
        return KEEP
    if column.field.endswith((".label", ".type")):
        return "label"
    slug = SLUGS.get(column.field, KEEP if "." in column.field else column.field)
    place = column.place
    return f"{slug}:{place}" if place and slug in LABELLED else slug


def column_of(slug: str) -> Column | None:
    """What a meaning makes of a column; refuses one that there is not."""
    slug = slug.strip()
    if slug == KEEP:
        return None
    if slug in WORDS or slug in {"pobox", "relation", "label"}:
        kind, colon, place = slug.partition(":")
        return Column(FIELDS[slug]) if slug in FIELDS else Column(kind, place if colon else "")
    kind, colon, label = slug.partition(":")
    kind, label = OTHER_WORDS.get(fold(kind), fold(kind)), label.strip()
    if colon and label and kind in LABELLED | {"note"}:
        return Column("detail" if kind == "note" else FIELDS.get(kind, kind), label)
    if not colon and (kind in WORDS or kind in OTHER_WORDS.values()):
        return column_of(kind)
    raise Refused(_("A column cannot become {meaning}. It can be {choices}.").format(
        meaning=slug or '""', choices=", ".join(WORDS)))


def of_option(text: str) -> dict[str, str]:
    """The mapping that the command line's option says: "Kunde=customer,Tel.=phone"."""
    found: dict[str, str] = {}
    for part in filter(str.strip, text.split(",")):
        words, equals, slug = part.rpartition("=")
        if not equals or not words.strip():
            raise Refused(_("{part} says no column and what it becomes, such as Tel.=phone.").format(part=part.strip()))
        column_of(slug)
        found[words.strip()] = slug.strip()
    return found

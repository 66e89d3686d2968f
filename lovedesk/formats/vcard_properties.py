"""What the properties of vCards mean: one table from their name to a handler of their value."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from lovedesk.formats import labels, vcard_own
from lovedesk.formats.addresses import address_text, bare_email
from lovedesk.formats.records import CardLink, Fact, Relation, Way
from lovedesk.formats.vcard_draft import Draft
from lovedesk.formats.vcard_lines import Head, items_of, line_of, parts_of, plain
from lovedesk.words import _

ANDROID_RELATIONS = ("", "assistant", "brother", "child", "partner", "father", "friend", "manager", "mother", "parent",
                     "partner", "referred by", "relative", "sister", "spouse")


Handler = Callable[[Draft, Head, str], None]


def full_name(draft: Draft, head: Head, value: str) -> None:
    name = line_of(value)
    if not draft.full_name:
        draft.full_name = name
    elif name and name != draft.full_name:
        draft.keep_raw()


def name(draft: Draft, head: Head, value: str) -> None:
    parts = parts_of(value)
    if len(parts) == 1 and "\\;" in value:
        parts = value.split("\\;")     # some writers encode or escape the marks between the parts too
    plain_parts = [line_of(part) if "," not in part else " ".join(" ".join(items_of(part)).split()) for part in parts]
    if draft.name_parts:
        if any(plain_parts) and plain_parts != draft.name_parts:
            draft.keep_raw()
    elif any(plain_parts):
        draft.name_parts = plain_parts


def phone(draft: Draft, head: Head, value: str) -> None:
    number = line_of(value)
    if number[:4].lower() == "tel:":
        number, *params = number[4:].split(";")
        number = unquote(number)
        for param in params:
            key, _equals, what = param.partition("=")
            if key.lower() == "ext" and what:
                number = _("{number} ext. {extension}").format(number=number, extension=what)
    draft.add_way("phone", number, head)


def email(draft: Draft, head: Head, value: str) -> None:
    address = line_of(value)
    if address[:7].lower() == "mailto:":
        address = unquote(address[7:].partition("?")[0])
    draft.add_way("email", bare_email(address), head)


def web(draft: Draft, head: Head, value: str) -> None:
    draft.add_way("web", line_of(value), head)


def social(draft: Draft, head: Head, value: str) -> None:
    address = line_of(value)
    if address.lower().startswith("x-apple:") or not address:
        address = head.params.get("x-user", "") or address[8:]
    draft.add_way("web" if "//" in address else "im", address, head)


def instant(draft: Draft, head: Head, value: str) -> None:
    scheme, colon, rest = line_of(value).partition(":")
    service = head.params.get("x-service-type", "")
    if not colon or not scheme.isalnum():
        draft.add_way("im", line_of(value), head, service)
    else:
        known = {"xmpp": "XMPP", "sip": "SIP", "aim": "AIM", "msnim": "MSN", "icq": "ICQ", "ymsgr": "Yahoo"}
        draft.add_way("im", unquote(rest.lstrip("/")), head, service or known.get(scheme.lower(), scheme.capitalize()))


def messenger(service: str) -> Handler:
    """A handler for the own field of one chat service."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        draft.add_way("im", line_of(value), head, service)
    return handle


def address(draft: Draft, head: Head, value: str) -> None:
    parts = [plain(part) for part in parts_of(value)]
    text = address_text(parts, draft.country) if any(parts) else head.params.get("label", "").replace("\\n", "\n")
    draft.add_way("address", text, head)


def letter_address(draft: Draft, head: Head, value: str) -> None:
    if text := plain(value):
        draft.letter_addresses.append(Way("address", text, head.label, head.preferred))


def organisation(draft: Draft, head: Head, value: str) -> None:
    company, *units = [line_of(part) for part in parts_of(value)]
    draft.organisations += [company] if company else []
    draft.departments += filter(None, units)


def role(draft: Draft, head: Head, value: str) -> None:
    if text := line_of(value):
        draft.roles.append(text)


def work(draft: Draft, head: Head, value: str) -> None:
    if text := line_of(value):
        draft.works.append(text)


def profession(draft: Draft, head: Head, value: str) -> None:
    draft.card.work = draft.card.work or line_of(value)


def language(draft: Draft, head: Head, value: str) -> None:
    if head.preferred or not draft.card.language:
        draft.card.language = line_of(value)


def categories(draft: Draft, head: Head, value: str) -> None:
    draft.card.tags += items_of(value)


def nickname(draft: Draft, head: Head, value: str) -> None:
    draft.nicknames += [" ".join(name.split()) for name in items_of(value)]


def note(draft: Draft, head: Head, value: str) -> None:
    draft.add_fact(Fact("note", plain(value)))


def uid(draft: Draft, head: Head, value: str) -> None:
    draft.card.uid = draft.card.uid or line_of(value).removeprefix("urn:uuid:")


def day(kind: str) -> Handler:
    """A handler for a yearly day of one kind."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        text = line_of(value)
        if omitted := head.params.get("x-apple-omit-year", ""):
            text = text.replace(omitted, "1604", 1)
        draft.add_day(kind, text)
    return handle


def labelled_day(draft: Draft, head: Head, value: str) -> None:
    draft.add_day(head.label or _("day"), line_of(value), head.group)


def relation(kind: str) -> Handler:
    """A handler for someone around them whose relation the property's name tells."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        for each in filter(None, map(line_of, parts_of(value))):
            for one in labels.children(each) if kind in {"child", "children"} else [labels.relation(kind, each)]:
                draft.add_relation(one)
    return handle


def told_of(kind: str) -> Handler:
    """A handler for what is told under a name of its own: the office, a maiden name."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        if text := ", ".join(filter(None, map(line_of, parts_of(value)))):
            draft.add_fact(labels.told(kind, text))
    return handle


def labelled_relation(draft: Draft, head: Head, value: str) -> None:
    if text := line_of(value):
        draft.by_group.append((head.group, "relations", len(draft.card.relations)))
        draft.card.relations.append(Relation(text))


BACK = {"child": "parent", "parent": "child"}      # of what RELATED calls the other, what this one is to them


def related(draft: Draft, head: Head, value: str) -> None:
    text = line_of(value)
    if text[:9].lower() == "urn:uuid:":
        kind = next((kind for kind in head.types if kind != "contact"), "")
        back = labels.relation(BACK[kind], "").word if kind in BACK else ""
        draft.card.links.append(CardLink(text[9:], labels.relation(kind, "").word, back))
    elif re.match(r"(urn|https?|data|uid|file|mailto|tel):", text, re.IGNORECASE):
        draft.keep_raw()
    elif text:
        kind = next((kind for kind in head.types if kind in labels.RELATIONS), "")
        draft.add_relation(labels.relation(kind or next(iter(head.types), ""), text))


def told(topic: str) -> Handler:
    """A handler for free text under one topic."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        draft.add_fact(Fact(topic, plain(value)))
    return handle


def group_label(draft: Draft, head: Head, value: str) -> None:
    draft.labels[head.group] = plain(value)


def show_as(draft: Draft, head: Head, value: str) -> None:
    draft.is_company = draft.is_company or value.strip().upper() == "COMPANY"


def kind(draft: Draft, head: Head, value: str) -> None:
    draft.kind = value.strip().lower()


def member(draft: Draft, head: Head, value: str) -> None:
    draft.kind = draft.kind or "group"


def list_mark(draft: Draft, head: Head, value: str) -> None:
    draft.kind = "group" if value.strip().upper() == "TRUE" else draft.kind


def spoken(which: str) -> Handler:
    """A handler for one part of how to say the name."""
    def handle(draft: Draft, head: Head, value: str) -> None:
        if text := " ".join(filter(None, map(line_of, parts_of(value)))):
            draft.spoken.setdefault(which, text)
    return handle


def sound(draft: Draft, head: Head, value: str) -> None:
    if "x-irmc-n" in head.types or "x-irmc-n" in head.params:
        spoken("whole")(draft, head, value)
    else:
        unknown(draft, head, value)


def photo(draft: Draft, head: Head, value: str) -> None:
    value = value.strip()
    start = value[:40].lower().replace("\\", "")
    if start.startswith(("http:", "https:", "file:", "content:", "cid:")):
        draft.keep_raw()
    else:
        draft.collect(value.partition(",")[2] if start.startswith("data:") else value)


def android(draft: Draft, head: Head, value: str) -> None:
    mime, *fields = [line_of(part) for part in parts_of(value)]
    what, number, label = (*fields, "", "", "")[:3]
    match mime.rpartition("/")[2]:
        case "nickname":
            draft.nicknames += [what] if what else []
        case "contact_event":
            known = {"1": "anniversary", "3": "birthday"}.get(number)
            draft.add_day(known or label or _("day"), what)
        case "relation" if what:
            known = ANDROID_RELATIONS[int(number)] if number in map(str, range(1, 15)) else ""
            draft.add_relation(labels.relation(known or label, what))
        case _other:
            draft.keep_raw()


def understood(draft: Draft, head: Head, value: str) -> None:
    """What concerns programs alone, and tells nothing of the person."""


def unknown(draft: Draft, head: Head, value: str) -> None:
    if head.base64:
        draft.collect(value)
    else:
        draft.keep_raw()


TABLE: dict[str, Handler] = vcard_own.TABLE | {
    "FN": full_name, "N": name, "TEL": phone, "EMAIL": email, "URL": web, "ADR": address, "LABEL": letter_address,
    "ORG": organisation, "TITLE": role, "ROLE": work, "X-KADDRESSBOOK-X-PROFESSION": profession,
    "X-PROFESSION": profession, "CATEGORIES": categories, "X-CATEGORIES": categories, "LANG": language,
    "NICKNAME": nickname, "X-NICKNAME": nickname, "NOTE": note, "UID": uid, "IMPP": instant,
    "X-SOCIALPROFILE": social, "X-EVOLUTION-BLOG-URL": web, "X-KADDRESSBOOK-BLOGFEED": web, "CONTACT-URI": web,
    "X-EVOLUTION-VIDEO-URL": web, "X-HOMEPAGE": web, "X-MS-IMADDRESS": messenger(_("chat")),
    "X-KADDRESSBOOK-X-IMADDRESS": messenger(_("chat")), "X-IM": messenger(_("chat")),
    "BDAY": day("birthday"), "X-BIRTHDAY": day("birthday"), "ANNIVERSARY": day("anniversary"),
    "X-ANNIVERSARY": day("anniversary"), "X-MS-ANNIVERSARY": day("anniversary"),
    "X-EVOLUTION-ANNIVERSARY": day("anniversary"), "X-KADDRESSBOOK-X-ANNIVERSARY": day("anniversary"),
    "X-WEDDING-ANNIVERSARY": day("anniversary"), "X-ABDATE": labelled_day, "DEATHDATE": vcard_own.died,
    "X-ABRELATEDNAMES": labelled_relation, "RELATED": related, "X-ABLABEL": group_label, "X-ABSHOWAS": show_as,
    "KIND": kind, "X-ADDRESSBOOKSERVER-KIND": kind, "MEMBER": member, "X-ADDRESSBOOKSERVER-MEMBER": member,
    "X-EVOLUTION-LIST": list_mark, "PHOTO": photo, "X-MS-CARDPICTURE": photo, "SOUND": sound,
    "X-PHONETIC-FIRST-NAME": spoken("given"), "X-PHONETIC-MIDDLE-NAME": spoken("middle"),
    "X-PHONETIC-LAST-NAME": spoken("family"), "X-PRONUNCIATION-FIRST-NAME": spoken("given"),
    "X-PRONUNCIATION-LAST-NAME": spoken("family"), "SORT-STRING": spoken("sorted"), "X-PHONETIC-ORG": unknown,
    "HOBBY": told("hobby"), "INTEREST": told("hobby"), "X-HOBBY": told("hobby"), "X-INTERESTS": told("hobby"),
    "EXPERTISE": told_of("expertise"), "BIRTHPLACE": told_of("birth place"), "X-OFFICE": told_of("office"),
    "X-KADDRESSBOOK-X-OFFICE": told_of("office"), "X-EVOLUTION-OFFICE": told_of("office"),
    "X-MAIDENNAME": told_of("maiden name"), "X-MAIDEN-NAME": told_of("maiden name"),
    "X-DEPARTMENT": told_of("department"), "X-ANDROID-CUSTOM": android,
} | {
    f"{origin}{who}": relation(word)
    for origin in ("X-", "X-MS-", "X-EVOLUTION-", "X-KADDRESSBOOK-X-", "X-WAB-")
    for who, word in (("SPOUSE", "spouse"), ("SPOUSENAME", "spouse"), ("SPOUSESNAME", "spouse"), ("CHILD", "child"),
                      ("CHILDREN", "children"), ("MANAGER", "manager"), ("MANAGERSNAME", "manager"),
                      ("ASSISTANT", "assistant"), ("ASSISTANTSNAME", "assistant"), ("REFERRED-BY", "referred by"))
} | {
    f"X-{service.upper()}{ending}": messenger(service)
    for service in ("AIM", "ICQ", "Jabber", "MSN", "Yahoo", "Skype", "GTalk", "Google-Talk", "QQ", "GaduGadu",
                    "Groupwise", "Twitter", "SIP", "WhatsApp", "Telegram", "Signal", "Matrix", "Facebook", "Line")
    for ending in ("", "-USERNAME", "-ID")
} | dict.fromkeys(
    ("VERSION", "PRODID", "REV", "CLASS", "GEO", "PROFILE", "NAME", "SOURCE", "MAILER", "CLIENTPIDMAP", "X-ABADR",
     "X-ABUID", "X-EVOLUTION-FILE-AS", "X-MOZILLA-HTML", "X-IMAGETYPE", "X-IMAGEHASH", "X-SHARED-PHOTO-DISPLAY-PREF",
     "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-RADICALE-NAME", "X-ABORDER", "X-EVOLUTION-WEBDAV-ETAG",
     "X-EVOLUTION-LIST-SHOW-ADDRESSES", "X-EVOLUTION-LIST-SHOW_ADDRESSES"), understood)
# What any program may call its own: X-LOTUS-SPOUSE, X-PALM-CHILDREN
BY_LAST_WORD: dict[str, Handler] = {
    "SPOUSE": relation("spouse"), "CHILD": relation("child"), "CHILDREN": relation("children"),
    "PARTNER": relation("partner"), "MANAGER": relation("manager"), "ASSISTANT": relation("assistant"),
    "ANNIVERSARY": day("anniversary"), "BIRTHDAY": day("birthday"), "NICKNAME": nickname, "PROFESSION": profession,
    "HOBBY": told("hobby"), "HOBBIES": told("hobby"),
}


def handler(property_name: str) -> Handler:
    """What reads a property of a name."""
    known = TABLE.get(property_name)
    if known is None and property_name.startswith("X-"):
        known = BY_LAST_WORD.get(property_name.rpartition("-")[2])
    return known or unknown

"""Contact points: the ways to reach a person or a customer; their wish goes before any rule of ours (practice B2)."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import people
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import contact_key, digits, tidy, tidy_line
from lovedesk.shop.heads import all_of, is_here, people_of
from lovedesk.shop.tables import TRASHED, ContactPoint, rows
from lovedesk.words import _

KINDS = ("phone", "email", "address", "web", "im")
WORK = "work"   # the label of a person's address that is their business's too: phones know an address by people alone


class ContactRow(NamedTuple):
    """A way to be reached; `person` is None where it is the customer's own."""

    id: int
    person: int | None
    kind: str
    value: str
    label: str
    note: str
    preferred: bool
    way_in: str = ""        # of an address: the key, the code, the dog; off paper unless it is chosen for a sheet


def add(value: str, *, kind: str = "", customer: int | None = None, person: int | None = None, label: str = "",
        note: str = "", preferred: bool = False) -> int:
    """Keep a way to reach a customer or a person; without a kind it is read off the value. Returns its id."""
    people.get_owner(customer, person, _("Whose number or address is this?"))
    value, kind = _checked(value, kind)
    column, owner = ("customer", customer) if person is None else ("person", person)
    ((position,),) = rows(f"select coalesce(max(position), 0) + 1 from contact_point where {column}_id = ?", owner)
    return int(ContactPoint.create(customer=customer, person=person, kind=kind, value=value, label=tidy_line(label),
                                   key=contact_key(kind, value), note=tidy_line(note), preferred=int(preferred),
                                   position=position).id)


def _checked(value: str, kind: str) -> tuple[str, str]:
    value = tidy(value)
    if not value:
        raise Refused(_("What is the number or address?"))
    kind = kind or kind_of(value)
    if kind not in KINDS:
        raise Refused(_("“{word}” is no way to be reached that Lovedesk knows.").format(word=kind))
    return value, kind


def kind_of(value: str) -> str:
    """What a value as typed most likely is."""
    if "@" in value and " " not in value:
        return "email"
    if value.lower().startswith(("http://", "https://", "www.")):
        return "web"
    if len(digits(value)) > 4 and not any(letter.isalpha() for letter in value):
        return "phone"
    return "address"


def change(contact_point: int, value: str) -> None:
    """Correct a number or an address; its kind stays, but where it no longer fits it is read anew."""
    found = rows("select kind from contact_point where id = ?", contact_point)
    kind = found[0][0] if found else ""
    value, kind = _checked(value, kind if kind == "address" or kind_of(value) == "address" else kind_of(value))
    _set(contact_point, value=value, kind=kind, key=contact_key(kind, value))


def _set(contact_point: int, **values: object) -> None:
    if not ContactPoint.update(values).where(ContactPoint.id == contact_point, ContactPoint.state == LIVE).execute():
        raise Refused(_("This is not here any more. Look in the trash."))


def set_note(contact_point: int, note: str) -> None:
    """Say when or how it is best used, like “best before 8”."""
    _set(contact_point, note=tidy_line(note))


def set_way_in(contact_point: int, text: str) -> None:
    """Say how to get in at an address: where the key lies, the code, the dog."""
    _set(contact_point, way_in=tidy_line(text))


def prefer(contact_point: int) -> None:
    """Make it the one they wish to be reached by; the others of the same owner step back."""
    _set(contact_point, preferred=1)
    beside = [row[0] for row in rows(
        """select n.id from contact_point r join head h on h.id = coalesce(r.customer_id, r.person_id)
           join head a on a.head = h.head join contact_point n on n.customer_id = a.id or n.person_id = a.id
           where r.id = ? and n.preferred = 1 and n.id <> r.id""", contact_point)]
    ContactPoint.update(preferred=0).where(ContactPoint.id.in_(beside)).execute()


def prefer_none(contact_point: int) -> None:
    """They have no such wish any more."""
    _set(contact_point, preferred=0)


def trash(contact_point: int) -> None:
    """Put a number or an address into the trash."""
    _set(contact_point, state=TRASHED)


def of(customer: int) -> list[ContactRow]:
    """All ways to reach a customer and its people; the preferred ones first."""
    return [ContactRow._make((*row[:6], bool(row[6]), row[7])) for row in rows(
        f"""select r.id, w.head, r.kind, r.value, r.label, r.note, r.preferred, r.way_in
           from contact_point r
           left join head w on w.id = r.person_id
           where r.state = 'live' and {is_here("?1")}
             and (r.customer_id in {all_of("?1")} or r.person_id in {people_of("?1")})
           order by r.preferred desc, r.position, r.id""", customer)]

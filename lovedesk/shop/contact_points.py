"""Contact points: the ways to reach a person or a customer; their wish goes before any rule of ours (practice B2)."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import people
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import contact_key, digits, tidy, tidy_line
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


def prefer(contact_point: int) -> None:
    """Make it the one they wish to be reached by; the others of the same owner step back."""
    _set(contact_point, preferred=1)
    ((customer, person),) = rows("select customer_id, person_id from contact_point where id = ?", contact_point)
    column, owner = (ContactPoint.person, person) if customer is None else (ContactPoint.customer, customer)
    ContactPoint.update(preferred=0).where(column == owner, ContactPoint.preferred == 1,
                                           ContactPoint.id != contact_point).execute()


def trash(contact_point: int) -> None:
    """Put a number or an address into the trash."""
    _set(contact_point, state=TRASHED)


def of(customer: int) -> list[ContactRow]:
    """All ways to reach a customer and its people; the preferred ones first."""
    return [ContactRow._make((*row[:6], bool(row[6]))) for row in rows(
        """select r.id, r.person_id, r.kind, r.value, r.label, r.note, r.preferred from contact_point r
           where r.state = 'live' and (r.customer_id = ? or r.person_id in (
             select m.person_id from membership m join person p on p.id = m.person_id and p.state = 'live'
             where m.customer_id = ? and m.state = 'live'))
           order by r.preferred desc, r.position, r.id""", customer, customer)]

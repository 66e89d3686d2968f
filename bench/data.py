"""Generated contacts: a fixed seed gives the same files everywhere, in the shapes that phones and Google write."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

SEED = 27
GIVEN = (
    "Ana Ben Cleo Dora Emil Farah Gus Hana Ines Jonas Kemal Lena Mira Nils Olga Pia Quentin Rosa Sven Tilda Umut Vera "
    "Wim Xenia Yusuf Zoë Aoife Björn Chloé Dagný Eloïse Frédéric Günther Håkon Íris José Kateřina Łukasz Måns Noémie "
    "Øyvind Paweł René Søren Thérèse Ülkü Václav Þóra Željko Adaeze Chen Haruki Minh Nguyen Priya Ravi Sakura Tariq"
).split()
FAMILY = (
    "Abbott Becker Costa Dupont Eriksen Fischer Garcia Hoffmann Ivanov Jansen Kowalski Larsen Müller Novák Okafor "
    "Petersen Quiroga Rossi Schneider Taylor Ueda Vogel Weaver Xu Yılmaz Zimmermann Ångström Bjørnson Çelik Dvořák "
    "Eßer Fernández Grün Häkkinen Jørgensen Kjær Łopez Mäkelä Nuñez O'Brien Pålsson Řezník Šimek Tóth Ünal Wójcik "
    "Ashworth Birtwistle Carruthers Dalgleish Entwistle Fairweather Goldsmith Hathersage Inglewood Jellicoe Kirkbride "
    "Lockwood Merriweather Nightingale Oakenfold Penhaligon Ravenscroft Satterthwaite Thistlewood Underhill Wetherby"
).split()
TRADES = "Bakery Books Café Carpentry Dental Farm Florist Garage Hotel Joinery Pottery Surveyors Theatre Winery".split()
STREETS = "Abbey Beech Castle Dock Elm Ferry Grove Harbour Ivy Kiln Long Market North Orchard Park Quay River".split()
TOWNS = "Aldbury Bradwell Corfe Dunster Eyam Frome Grasmere Hawes Kelso Ludlow Malton Oban Pewsey Rye Settle".split()
NOTES = (
    "Likes to be called before nine, never at lunch.",
    "Two dogs, so ring and step back. The armchair by the window was her mother's.",
    "Moves to bigger rooms in spring; asked what we would do with the benches.",
    "Pays on the day. Prefers one simple bill for both sites.",
    "Was told the linen is ready in week 12; waiting for the sample book, colours of slate and moss.",
    "Met at the fair. Collects enamel signs, and knows everyone in the valley.",
)


class Contact(NamedTuple):
    """One generated person; empty where a real file would have nothing."""

    uid: str
    given: str
    family: str
    company: str
    phones: tuple[str, ...]
    email: str
    street: str
    town: str
    postcode: str
    birthday: str
    note: str


def contacts() -> Iterator[Contact]:
    """The one endless list of people. Of ten, six are at a company, two or three to a company."""
    dice = random.Random(SEED)
    for number in count():
        home = number // 4
        given, family = dice.choice(GIVEN), dice.choice(FAMILY)
        company = f"{FAMILY[home % len(FAMILY)]} {TRADES[home % len(TRADES)]} {home}" if dice.random() < 0.6 else ""
        phones = tuple(_phone(dice) for _ in range(dice.choice((1, 1, 2))))
        settled = dice.random() < 0.7
        yield Contact(
            uid=f"{dice.getrandbits(96):024x}",
            given=given,
            family=family,
            company=company,
            phones=phones,
            email=f"{given}.{family}.{number}@example.org".encode("ascii", "ignore").decode().lower(),
            street=f"{dice.randint(1, 180)} {dice.choice(STREETS)} Road" if settled else "",
            town=dice.choice(TOWNS) if settled else "",
            postcode=f"{dice.choice('ABCDEFG')}{dice.randint(1, 20)} {dice.randint(1, 9)}QX" if settled else "",
            birthday=f"{dice.randint(1940, 2004)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            if dice.random() < 0.4
            else "",
            note=dice.choice(NOTES) if dice.random() < 0.5 else "",
        )


def customers(number: int) -> Iterator[Contact]:
    """So many of them that they make `number` customers: a company is one, whoever has none is one."""
    met: set[str] = set()
    for contact in contacts():
        met.add(contact.company or contact.uid)
        if len(met) > number:
            return
        yield contact


def _phone(dice: random.Random) -> str:
    return f"+44 {dice.randint(1200, 7999)} {dice.randint(100000, 999999)}"


def write_cards(path: Path, people: Iterable[Contact]) -> Path:
    """vCards 3.0 in one file, one at a time, so that memory does not grow with their number."""
    with path.open("w", encoding="utf-8", newline="\r\n") as file:
        for contact in people:
            file.writelines(f"{line}\n" for line in _card(contact))
    return path


def _card(contact: Contact) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"N:{contact.family};{contact.given};;;"
    yield f"FN:{contact.given} {contact.family}"
    if contact.company:
        yield f"ORG:{contact.company};"
    for kind, phone in zip(("CELL", "WORK"), contact.phones, strict=False):
        yield f"TEL;TYPE={kind}:{phone}"
    yield f"EMAIL;TYPE=INTERNET:{contact.email}"
    if contact.street:
        yield f"ADR;TYPE=WORK:;;{contact.street};{contact.town};;{contact.postcode};"
    if contact.birthday:
        yield f"BDAY:{contact.birthday}"
    if contact.note:
        yield "NOTE:" + contact.note.replace(",", "\\,").replace(";", "\\;")
    yield f"UID:{contact.uid}"
    yield "END:VCARD"


HEADER = (
    "First Name", "Last Name", "Organization Name", "Birthday", "Notes", "E-mail 1 - Label", "E-mail 1 - Value",
    "Phone 1 - Label", "Phone 1 - Value", "Phone 2 - Label", "Phone 2 - Value", "Address 1 - Label",
    "Address 1 - Street", "Address 1 - City", "Address 1 - Postal Code",
)  # fmt: skip


def write_table(path: Path, people: Iterable[Contact]) -> Path:
    """The same people as the CSV that Google writes today."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for contact in people:
            second = contact.phones[1] if len(contact.phones) > 1 else ""
            writer.writerow((
                contact.given, contact.family, contact.company, contact.birthday, contact.note, "Work", contact.email,
                "Mobile", contact.phones[0], "Work" if second else "", second, "Work" if contact.street else "",
                contact.street, contact.town, contact.postcode,
            ))  # fmt: skip
    return path

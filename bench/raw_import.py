"""The floor of an import: a plain reader of the generated files that writes the same rows with raw SQLite.

    python -m bench.raw_import FILE DESK

It knows exactly these files, one value to a line, and nothing else: no folds, encodings, duplicates or refusals. Rows,
search rows and journal rows are written to an empty desk in one transaction.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import apsw

from lovedesk.shop.desks import open_desk

INSERTS = {
    "customer": "id name sort_name kind standing",
    "person": "id name given family uid",
    "membership": "id customer_id person_id",
    "contact_point": "id person_id kind value key label position",
    "special_day": "id person_id kind month day year",
    "detail": "id person_id topic text source source_name seen_by",
}
Rows = dict[str, list[tuple[Any, ...]]]


def cards(path: Path) -> Iterator[dict[str, list[str]]]:
    """Each card as its properties, by splitting lines."""
    card: dict[str, list[str]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            name, value = line.rstrip("\n").split(":", 1)
            if name == "BEGIN":
                card = {}
            elif name == "END":
                yield card
            else:
                card.setdefault(name.split(";", 1)[0], []).append(value)


def table(path: Path) -> Iterator[dict[str, list[str]]]:
    """Each row of the table in the same shape."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            phones = [row["Phone 1 - Value"], row["Phone 2 - Value"]]
            street, town, code = row["Address 1 - Street"], row["Address 1 - City"], row["Address 1 - Postal Code"]
            card = {
                "N": [f"{row['Last Name']};{row['First Name']}"],
                "ORG": [row["Organization Name"]],
                "TEL": [phone for phone in phones if phone],
                "EMAIL": [row["E-mail 1 - Value"]],
                "ADR": [f";;{street};{town};;{code};"],
                "BDAY": [row["Birthday"]],
                "NOTE": [row["Notes"]],
            }
            yield {name: values for name, values in card.items() if any(value.strip(";") for value in values)}


def rows_of(read: Iterable[dict[str, list[str]]], source: str) -> Rows:
    """The rows of all cards, people of one company at one customer."""
    rows: Rows = {name: [] for name in INSERTS}
    customers: dict[str, int] = {}
    ids = count(1 << 60)
    for card in read:
        family, given = card["N"][0].split(";")[:2]
        name, person = f"{given} {family}", next(ids)
        company = card.get("ORG", [""])[0].rstrip(";")
        customer = customers.get(company) if company else None
        if customer is None:
            customer = customers[company] = next(ids)
            title = company or name
            kind = "business" if company else "person"
            rows["customer"].append((customer, title, title.casefold(), kind, "customer"))
        rows["person"].append((person, name, given, family, card.get("UID", [""])[0]))
        rows["membership"].append((next(ids), customer, person))
        for kind, field in (("phone", "TEL"), ("email", "EMAIL"), ("address", "ADR")):
            for position, value in enumerate(card.get(field, ())):
                key = "".join(filter(str.isdigit, value)) if kind == "phone" else value.lower()
                said = value.strip(";").replace(";", "\n")
                rows["contact_point"].append((next(ids), person, kind, said, key, "work", position))
        for day in card.get("BDAY", ()):
            year, month, number = map(int, day.split("-"))
            rows["special_day"].append((next(ids), person, "birthday", month, number, year))
        for note in card.get("NOTE", ()):
            text = note.replace("\\,", ",").replace("\\;", ";")
            rows["detail"].append((next(ids), person, "care", text, "file", source, "here"))
    return rows


def searched(rows: Rows) -> Iterator[tuple[str, int, int, str]]:
    """A folded text of each row that is searched, with its customer."""
    home = {person: customer for _id, customer, person in rows["membership"]}
    for row in rows["customer"]:
        yield "customer", row[0], row[0], row[2]
    for row in rows["person"]:
        yield "person", row[0], home[row[0]], row[1].casefold()
    for row in rows["contact_point"]:
        yield "contact_point", row[0], home[row[1]], f"{row[3].casefold()} {row[4]}"
    for row in rows["detail"]:
        yield "detail", row[0], home[row[1]], row[3].casefold()


def journal(rows: Rows) -> Iterator[tuple[str, int, int, str, int, str, str]]:
    """A change of each row."""
    number = count()
    for name, columns in INSERTS.items():
        names = columns.split()[1:]
        for row in rows[name]:
            vals = {column: [None, value] for column, value in zip(names, row[1:], strict=True)}
            yield "floor", 1, next(number), name, row[0], "I", json.dumps(vals, ensure_ascii=False)


def write(connection: apsw.Connection, rows: Rows) -> None:
    """All rows in one transaction."""
    with connection:
        for name, columns in INSERTS.items():
            names = columns.split()
            marks = ", ".join("?" * len(names))
            connection.executemany(f"insert into {name} ({', '.join(names)}) values ({marks})", rows[name])
        texts = [(number, *text) for number, text in enumerate(searched(rows), 1)]
        connection.executemany("insert into search_text values (?, ?, ?, ?, ?)", texts)
        connection.executemany(
            "insert into search_index (rowid, folded) values (?, ?)", [(text[0], text[4]) for text in texts]
        )
        connection.executemany("insert into search_number (rowid, digits) values (?, ?)", [
            (text[0], text[4].rsplit(" ", 1)[1]) for text in texts if text[1] == "contact_point" and "@" not in text[4]
            and text[4].rsplit(" ", 1)[1].isdigit()])
        connection.execute("insert into action values ('floor', 1, 1, 'import.bring_in', '', '', '', null, 1)")
        connection.executemany("insert into change values (?, ?, ?, ?, ?, ?, ?)", journal(rows))


def main(source: Path, path: Path) -> None:
    """Make an empty desk, then fill it under the clock."""
    open_desk(path).close()
    connection = apsw.Connection(str(path))
    connection.pragma("synchronous", 2)
    start = time.perf_counter()
    write(connection, rows_of((table if source.suffix == ".csv" else cards)(source), source.name))
    seconds = time.perf_counter() - start
    (written,) = connection.execute("select count(*) from change").fetchall()[0]
    print(json.dumps({"seconds": seconds, "rows": written}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

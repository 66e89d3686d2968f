"""Whom a typed word means: customers and people by the beginnings of their names, through the search index."""

from __future__ import annotations

import re
from typing import NamedTuple

from lovedesk.shop.folding import spaced
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import LIVE_CUSTOMER, rows

SHOWN = 5               # a choice of more is no choice: another letter is
_LOOKED_AT = 3_000      # texts with these words, names and others: 5 ms
_NAMED = 60


_SPELT = re.compile("[aou]e")


class Whom(NamedTuple):
    """A customer, and the person there who was named, if it was one."""

    customer: int
    person: int | None
    name: str               # "Nkechi Obi, Linden House"


class Names:
    """Finds names while a line is typed and remembers what it found; made anew when the desk has changed."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, bool], tuple[Whom, ...]] = {}

    def named(self, text: str, *, whole: bool) -> tuple[Whom, ...]:
        """Those whose name has these words, as whole words or as beginnings; the best fit alone if there is one.

        Of a possessive ("Ana's", "Anas"), those without the s.
        """
        key = (text, whole)
        if key not in self._found:
            words = spaced(text.replace("’", "'").removesuffix("'s").removesuffix("'")).split()
            found = _look(words, whole=True) if words else ()
            if not found and words and not whole:
                found = _look(words, whole=False)
            if not found and words and words[-1].endswith("s") and len(words[-1]) > 3:
                found = _look([*words[:-1], words[-1][:-1]], whole=True)
            if not found and _SPELT.search(text.lower()):      # "Juergen" is Jürgen
                found = _look([_SPELT.sub(_first, word) for word in words], whole=whole)
            self._found[key] = found
        return self._found[key]


def of_customer(customer: int) -> Whom | None:
    """The customer whose profile is open."""
    found = rows(f"select c.name from customer c where c.id = ? and {LIVE_CUSTOMER}", customer)
    return Whom(customer, None, found[0][0]) if found else None


def _first(found: re.Match[str]) -> str:
    return found[0][0]


def _look(words: list[str], *, whole: bool) -> tuple[Whom, ...]:
    query = " ".join(f'"{word}"' if whole else f'"{word}" *' for word in words)
    fits: dict[tuple[int, int | None], tuple[int, Whom]] = {}
    for customer, customer_name, person, person_name, nickname, standing in [
            *_by_index(query), *(_by_name(" ".join(words)) if not whole else [])]:
        fit = max(_fit(words, customer_name), 0 if person is None else _fit(words, person_name),
                  0 if person is None else _fit(words, nickname))
        if fit == 0 or (whole and fit == 1):
            continue
        by_customer = _fit(words, customer_name) >= fit
        whom = _whom(customer, customer_name, person, person_name, by_customer=by_customer)
        key = (customer, None if by_customer else person)
        if key not in fits or fits[key][0] < fit * 2 + (standing != "other"):
            fits[key] = (fit * 2 + (standing != "other"), whom)
    if not fits:
        return ()
    best = max(rank for rank, _whom in fits.values())
    chosen = [whom for rank, whom in sorted(fits.values(), key=_by_rank) if rank == best or best <= 3]
    return tuple(chosen[:SHOWN + 1])


def _by_rank(ranked: tuple[int, Whom]) -> tuple[int, str]:
    return -ranked[0], ranked[1].name


def _fit(words: list[str], name: str) -> int:
    """3 if the name is these words, 2 if it has them whole, 1 if it has them as beginnings, else 0."""
    parts = spaced(name).split()
    if parts == words:
        return 3
    if all(word in parts for word in words):
        return 2
    return 1 if words and all(any(part.startswith(word) for part in parts) for word in words) else 0


def _whom(customer: int, customer_name: str, person: int | None, person_name: str, *, by_customer: bool) -> Whom:
    if person is None or (by_customer and customer_name != person_name):
        return Whom(customer, None, customer_name)
    return Whom(customer, person, customer_name if customer_name == person_name else f"{person_name}, {customer_name}")


_SHOWN = "c.id, c.name, p.id, coalesce(p.name, ''), coalesce(p.nickname, ''), c.standing"


def _by_index(query: str) -> list[tuple[int, str, int | None, str, str, str]]:
    return rows(
        f"""select {_SHOWN} from search_text s join head h on h.id = s.customer
              join customer c on c.id = h.head and {LIVE_CUSTOMER}
              left join head w on w.id = s.row and s.tbl = 'person'
              left join person p on p.id = w.head and {LIVE_PERSON}
            where s.id in (select rowid from search_index where search_index match ? limit {_LOOKED_AT})
              and s.tbl in ('customer', 'person') limit {_NAMED}""", query)


def _by_name(beginning: str) -> list[tuple[int, str, int | None, str, str, str]]:
    """By the index of names too, which has no texts in it that are none."""
    return rows(f"""select c.id, c.name, null, '', '', c.standing from customer c where {LIVE_CUSTOMER}
                  and c.sort_name >= ? and c.sort_name < ? order by c.sort_name limit {SHOWN + 1}""",
                beginning, beginning + "\U0010ffff")

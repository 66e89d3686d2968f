"""What a search found, in its own words: the text of each customer in which the first word stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping

from lovedesk.shop.folding import fold
from lovedesk.shop.indexing import TEXTS
from lovedesk.shop.quick_plain import plain
from lovedesk.shop.search import core, escaped, words_of
from lovedesk.shop.tables import rows

BEFORE = 14             # letters that are left before the found word


def said(text: str, shown: Mapping[int, str], *, keeper: int | None = None) -> dict[int, str]:
    """Of each of these customers the words around the longest word of `text`, unless their name, or what is `shown` of
    them anyway, holds it. What is for another keeper's eyes alone is not quoted."""
    words = words_of(text)
    if not words:
        return {}
    word = core(words[0])
    whom = [customer for customer, words_shown in shown.items() if word not in fold(words_shown)]
    places: dict[str, dict[int, int]] = defaultdict(dict)
    for customer, table, row in _places(word, whom, keeper):
        places[table][row] = customer
    found = {}
    for table, of_rows in places.items():
        for row, _customer, whole in rows(TEXTS[table].format(ids=f"r.id in ({', '.join(map(str, of_rows))})")):
            text = " ".join(whole.split())
            found[of_rows[row]] = f"#{text}" if table == "customer_tag" else _around(word, text)
    return found


def _places(word: str, whom: list[int], keeper: int | None) -> list[tuple[int, str, int]]:
    """For each customer the text that holds the word: a name before all else, its beginning before its inside."""
    found = rows(
        """select h.head, s.tbl, s.row, min(case s.tbl when 'customer' then 0 when 'person' then 1 else 2 end
             + iif(s.folded like ?2 escape '\\' or s.folded like ?3 escape '\\', 0, 4))
           from head h join search_text s on s.customer = h.id
           where h.head in (select value from json_each(?1)) and s.folded like ?4 escape '\\'
             and (s.tbl <> 'detail' or not exists (select 1 from detail d where d.id = s.row and d.seen_by = 'me'
               and d.keeper_id is not null and d.keeper_id is not ?5))
           group by h.head""",
        json.dumps(whom), f"{escaped(word)}%", f"% {escaped(word)}%", f"%{escaped(word)}%", keeper)
    return [(customer, table, row) for customer, table, row, _rank in found if table != "customer"]


def _around(word: str, text: str) -> str:
    """A text from shortly before the word on."""
    at = max(plain(text).find(word), 0)
    if at <= BEFORE:
        return text
    begin = text.find(" ", at - BEFORE, at) + 1 or at
    return f"…\N{NO-BREAK SPACE}{text[begin:]}"

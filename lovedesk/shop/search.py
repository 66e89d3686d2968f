"""Search: folded words of everything ever entered, by prefix, in any order; numbers by any four of their digits, as
written or not; and where nothing is found, what is like it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from lovedesk.shop.columns import database
from lovedesk.shop.folding import digits, fold
from lovedesk.shop.heads import all_of
from lovedesk.shop.indexing import OURS, SHORTEST_NUMBER, TEXTS
from lovedesk.shop.tables import LIVE_CUSTOMER
from lovedesk.shop.tables import rows as ask

SHOWN = 200             # more hits than anyone reads; typing on narrows them
HITS = 50               # of those, how many are shown with their words
FEW = 10                # fewer hits are filled up by those that hold the words inside words
_STEP = 8_000           # texts looked through in one step: 6 ms
_CANDIDATES = 1000      # texts of a word that are looked at
_WITH_COUNTRY = 8       # digits that may begin with a country's one, two or three
_LIKE = 78              # of a hundred: "xiomra" and "xiomara" are 92, "reies" and "reyes" 80
_LIKE_LETTERS = 4       # a shorter word is like too many
_LIKENESSES = 6         # words alike that are tried
_ACROSS = 400           # texts of the rarest word, for which the other words are looked for in other texts

_HOLDS_TOO = f""" and exists (select 1 from search_text t where t.customer in {all_of("c.id")}
                 and (t.folded like ? escape '\\' or t.folded like ? escape '\\'))"""


class Found(NamedTuple):
    """Customers that a search found, those whose names hold the words first; `more` when there are too many to show."""

    ids: list[int]
    more: bool


class Hit(NamedTuple):
    """A customer and the text in which the first word was found."""

    customer: int
    name: str
    text: str


def customers(text: str, *, others: bool = False) -> Found:
    """Live customers that hold every word of `text`, each as the beginning of a word, or a number's digits.

    Fewer than ten are filled up by those that hold the words inside words. With others=False, those who are no
    customers (suppliers, friends) are left out.
    """
    found = by_beginnings(text, others=others)
    if len(found.ids) >= FEW or found.more:
        return found
    further = [hit for step in inside_words(text, others=others) for hit in step]
    return Found(list(dict.fromkeys(found.ids + further)), more=False)


def by_beginnings(text: str, *, others: bool = False) -> Found:
    """The same without looking inside words: what the list shows at once while typing."""
    words = words_of(text)
    return Found(*_by_prefix(words, _standing(others=others))) if words else Found([], more=False)


def inside_words(text: str, *, others: bool = False) -> Iterator[list[int]]:
    """Customers that hold the words of `text` inside words, a short step of looking at a time."""
    words = [core(word) for word in words_of(text)]
    ((last,),) = ask("select coalesce(max(id), 0) from search_text")
    for first in range(1, last + 1, _STEP) if words else ():
        yield _inside(words, _standing(others=others), first, first + _STEP - 1)


def alike(text: str, *, others: bool = False) -> Iterator[list[int]]:
    """Where nothing is found: customers in whose names or texts stand words like those of `text`.

    It looks through the words of the index by their first letters, a short step at a time; the last step has the ids.
    """
    from rapidfuzz import fuzz, process  # 20 ms that most searches need not pay

    words = [word for word in words_of(text) if len(word) >= _LIKE_LETTERS and not word.isdecimal()]
    near: dict[str, list[tuple[float, str]]] = {word: [] for word in words}
    for known in _words_known() if words else ():
        for word, found in near.items():
            found += [(score, like) for like, score, _at in process.extract(
                word, known, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_LIKENESSES)]
        yield []
    best = [[like for _score, like in sorted(found, reverse=True)[:_LIKENESSES]] for found in near.values()]
    if best and all(best):
        ids = [customer for combination in islice(product(*best), _LIKENESSES)
               for customer in _by_prefix(list(combination), _standing(others=others))[0]]
        yield list(dict.fromkeys(ids))[:SHOWN]


def _words_known() -> Iterator[list[str]]:
    """The words of the index that are no numbers, those that begin with the same two letters at a time."""
    database.execute_sql("create virtual table if not exists temp.search_word using fts5vocab(main, search_index, row)")
    above = "9\U0010ffff"
    while found := ask("select term from temp.search_word where term > ? limit 1", above):
        begin = found[0][0][:2]
        above = begin + "\U0010ffff" if len(begin) > 1 else begin       # a word of one letter is none to be like
        yield [row[0] for row in ask("select term from temp.search_word where term >= ? and term < ?", begin, above)]


def _standing(*, others: bool) -> str:
    return LIVE_CUSTOMER if others else f"{LIVE_CUSTOMER} and c.standing <> 'other'"


def hits(text: str) -> list[Hit]:
    """What was found, with the words around it: the first text of each customer that holds the first word."""
    words = words_of(text)
    found = []
    for customer in customers(text, others=True).ids[:HITS]:
        ((name, where),) = ask(
            f"select c.name, (select s.tbl || ' ' || s.row from search_text s where s.customer in {all_of('c.id')} "
            "and s.folded like ? escape '\\' limit 1) from customer c where c.id = ?",
            f"%{escaped(core(words[0]))}%", customer)
        table, _blank, row = (where or f"customer {customer}").partition(" ")
        said = ask(TEXTS[table].format(ids="r.id = ?"), int(row))
        found.append(Hit(customer, name, " ".join(said[0][2].split())))
    return found


def words_of(text: str) -> list[str]:
    """The folded words of a query; a number written in pieces is one word; the longest, being the rarest, first."""
    folded = fold(text)
    number = digits(folded)
    if len(number) > 3 and not any(letter.isalpha() for letter in folded):
        return [number]
    words = "".join(letter if letter.isalnum() else " " for letter in folded).split()
    return sorted(set(words), key=len, reverse=True)[:8]


def core(word: str) -> str:
    """What is the same of a number with its country, "00" or "0" before it or without: its last nine digits."""
    core = word.lstrip("0")[-9:] if word.isdigit() else word
    return core if len(core) > 3 else word


def _by_prefix(words: list[str], standing: str) -> tuple[list[int], bool]:
    begin = [row[0] for row in ask(
        f"""select c.id from customer c where {standing} and c.sort_name >= ? and c.sort_name < ?
            order by c.sort_name, c.id limit {SHOWN}""", words[0], words[0] + "\U0010ffff")] if len(words) == 1 else []
    if len(begin) == SHOWN:     # as many names begin so as anyone reads: no need to look at the texts
        return begin, True
    texts, rarest = min(((_texts_with(word), word) for word in words), key=lambda found: len(found[0]))
    rest = [word for word in words if word != rarest]
    more = len(texts) > (_ACROSS if rest else _CANDIDATES)
    if more and rest:       # too many to look at each one's other texts: those that hold all words in one text
        texts, rest = _texts_with(*words), []
    others = _HOLDS_TOO * len(rest)
    found = ask(
        f"""select c.id from search_text s join head h on h.id = s.customer join customer c on c.id = h.head
            where s.id in ({", ".join(map(str, texts[:_CANDIDATES]))}) and {standing}{others}
            group by c.id order by min(s.tbl not in ('customer', 'person')), c.sort_name, c.id limit {SHOWN + 1}""",
        *(pattern for word in rest for pattern in _patterns(word)))
    ids: list[int] = [row[0] for row in found]
    if len(ids) <= SHOWN and not more:
        return ids, False
    return list(dict.fromkeys(begin + ids))[:SHOWN], True


def _patterns(word: str) -> tuple[str, str]:
    """How a text holds a word: at its beginning or after a blank; the digits of a number anywhere."""
    if _is_number(word):
        return f"%{core(word)}%", f"%{core(word)}%"
    return f"{escaped(word)}%", f"% {escaped(word)}%"


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) >= SHORTEST_NUMBER


def rows_with(text: str, table: str = "", *, most: int = _CANDIDATES) -> list[int]:
    """Ids of rows, of one table or of all, that hold every word of `text` as the beginning of a word."""
    words = words_of(text)
    where = f"and s.tbl = '{table}'" if table else ""
    return [row[0] for row in ask(
        f"select s.row from search_index i join search_text s on s.id = i.rowid {where} where search_index match ? "
        f"limit {most}", " ".join(f'"{word}" *' for word in words))] if words else []


def our_own(text: str) -> list[int]:
    """Ids of our own touchpoints, or of the patterns of those that repeat, that hold every word of `text` as the
    beginning of a word."""
    words = words_of(text)
    return [row[0] for row in ask(
        f"select s.row from search_text s where s.customer = {OURS} and s.tbl = 'touchpoint' "
        + "and (s.folded like ? escape '\\' or s.folded like ? escape '\\') " * len(words)
        + f"order by s.id desc limit {SHOWN}",
        *(pattern for word in words for pattern in _patterns(word)))] if words else []


def _texts_with(*words: str) -> list[int]:
    """Texts that hold all these words as beginnings; one more than anyone looks through, if there are more."""
    numbers = [word for word in words if _is_number(word)]
    found = _matching("search_index", " ".join(f'"{word}" *' for word in words))
    if numbers and len(words) == 1:
        found = list(dict.fromkeys(_with_number(core(numbers[0])) + found))
    return found[:_CANDIDATES + 1]


def _with_number(number: str) -> list[int]:
    """Texts with these digits; a long beginning of a number may have its country before it, which they lack."""
    for country in range(4 if len(number) >= _WITH_COUNTRY else 1):
        if found := _matching("search_number", f'"{number[country:]}"'):
            return found
    return []


def _matching(index: str, query: str) -> list[int]:
    return [row[0] for row in ask(f"select rowid from {index} where {index} match ? limit {_CANDIDATES + 1}", query)]


def _inside(words: list[str], standing: str, first: int, last: int) -> list[int]:
    """Customers in one of whose texts, of those numbered from `first` to `last`, the words stand anywhere."""
    found = ask(
        "select distinct c.id from search_text s join head h on h.id = s.customer "
        "join customer c on c.id = h.head where s.id between ? and ? and "
        + standing + " and " + " and ".join("s.folded like ? escape '\\'" for _word in words)
        + f" order by c.sort_name limit {SHOWN}", first, last, *(f"%{escaped(word)}%" for word in words))
    return [row[0] for row in found]


def escaped(word: str) -> str:
    """A word whose own % and _ are letters in a pattern."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

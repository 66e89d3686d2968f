"""How often to be in touch, as a wish and as a limit: of a customer, or of all who have a tag (practice F1).

A customer's own goes before that of tags; of several tags the shortest holds. Looking changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, customers
from lovedesk.shop.heads import all_of, is_here
from lovedesk.shop.putting import put
from lovedesk.shop.tables import Rhythm as Row
from lovedesk.shop.tables import Shop, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _, ngettext

LONGEST = 3660          # days
WEEK, MONTH, YEAR = 7, 30.4375, 365.25
OFFERED = (WEEK, 2 * WEEK, *(round(months * MONTH) for months in (1, 2, 3, 4, 6, 9, 12, 18, 24, 36)))
_THE_SHOP = id_of("shop")


class Rhythm(NamedTuple):
    """How often, in days: `wish`, and `most`, which may be 0 for none. `tag` is whose it is, empty for their own."""

    wish: int
    most: int = 0
    tag: str = ""

    def words(self) -> str:
        """"Every 3 months, at most 6 months"."""
        return words(self.wish, self.most)


# Each customer's rhythm: their own, else the shortest of their tags.
_CHOSEN = """
    select whose, wish, most, tag from (
      select whose, wish, most, tag, row_number() over (partition by whose order by own desc, wish, most = 0, most, tag)
        place from (
        select h.head whose, iif(r.wish > 0, r.wish, r.most) wish, r.most, '' tag, h.id = h.head own
          from rhythm r join head h on h.id = r.customer_id
          where r.state = 'live' and (r.wish > 0 or r.most > 0) {one}
        union all
        select h.head, iif(r.wish > 0, r.wish, r.most), r.most, g.name, -1
          from rhythm r join tag g on g.id = r.tag_id and g.state = 'live'
            join customer_tag x on x.tag_id = g.id and x.state = 'live' join head h on h.id = x.customer_id
          where r.state = 'live' and (r.wish > 0 or r.most > 0) {one}))
    where place = 1 and {here}"""

def of_everyone() -> dict[int, Rhythm]:
    """The rhythms of all who have one, by customer."""
    found = rows(_CHOSEN.format(one="", here=is_here("whose")))
    return {whose: Rhythm(wish, most, tag) for whose, wish, most, tag in found}


def of(customer: int) -> Rhythm | None:
    """A customer's rhythm, their own or that of a tag; None where there is none."""
    found = rows(_CHOSEN.format(one="and h.head = ?1", here=is_here("whose")), customer)
    return Rhythm(*found[0][1:]) if found else None


def of_tags() -> dict[int, Rhythm]:
    """The rhythms of tags, by the tag's id."""
    return {tag: Rhythm(wish or most, most, name) for tag, wish, most, name in rows(
        """select g.id, r.wish, r.most, g.name from rhythm r join tag g on g.id = r.tag_id and g.state = 'live'
           where r.state = 'live' and (r.wish > 0 or r.most > 0) order by g.name""")}


def set_for(whom: Iterable[int], wish: int, most: int = 0) -> None:
    """Give customers a rhythm of their own; without wish and limit they go by their tags again."""
    wish, most = _checked(wish, most)
    for customer in dict.fromkeys(whom):
        customers.get(customer)
        _take_merged_off(customer)
        put(Row, _own(customer), customer=customer, wish=wish, most=most)


def set_for_tag(tag: int, wish: int, most: int = 0) -> None:
    """Give all of a tag a rhythm, also those who come later; without wish and limit it is taken away."""
    wish, most = _checked(wish, most)
    if not rows("select 1 from tag where id = ? and state = 'live'", tag):
        raise Refused(_("This tag is not here any more."))
    put(Row, id_of("rhythm", "tag", tag), tag=tag, wish=wish, most=most)


def follow_tag(old: int, new: int) -> None:
    """A tag has another word: its rhythm goes along, unless the tag of that word has one."""
    known = of_tags()
    kept = rows("select wish, most from rhythm where id = ? and state = 'live'", id_of("rhythm", "tag", old))
    if kept and new not in known and new != old:
        set_for_tag(new, *kept[0])


def _checked(wish: int, most: int) -> tuple[int, int]:
    if not (0 <= wish <= LONGEST and 0 <= most <= LONGEST):
        raise Refused(_("A rhythm is of a day to ten years."))
    if most and most < wish:
        raise Refused(_("The limit is longer than what we wish for, or as long."))
    return wish, most


def _own(customer: int) -> int:
    return id_of("rhythm", "customer", customer)


def _take_merged_off(customer: int) -> None:
    """What hung on those who were merged into them is replaced too."""
    Row.update(wish=0, most=0).where(
        Row.state == "live", Row.customer.in_([row[0] for row in rows(
            "select id from head where head = ? and id <> ?", customer, customer)])).execute()


def pause(whom: Iterable[int], until: dt.date | None) -> None:
    """Ask for nobody of them before a day; the rhythm itself stays as it is."""
    if until is not None and not 1900 <= until.year <= 2200:
        raise Refused(_("This day is too far away to plan for."))
    for customer in dict.fromkeys(whom):
        customers.get(customer)
        put(Row, _own(customer), customer=customer, paused_until=until)


def paused_until(customer: int) -> dt.date | None:
    """The day before which nobody asks for a customer."""
    ((day,),) = rows(f"select max(paused_until) from rhythm where state = 'live' and customer_id in {all_of('?')}",
                     customer)
    return dt.date.fromisoformat(day) if day else None


def all_is_well(customer: int, last_sign: dt.date) -> None:
    """Whoever is silent is well; nobody wonders about them until there was another sign than this last one."""
    customers.get(customer)
    put(Row, _own(customer), customer=customer, well_at=last_sign)


# What counts --------------------------------------------------------------------------------------------------


def counting() -> tuple[str, ...]:
    """The channels that count as a touch, in the order of all channels."""
    found = rows("select counts from shop where id = ? and state = 'live'", _THE_SHOP)
    chosen = found[0][0].split() if found else []
    known = [channel.slug for channel in builtin.channels()]
    return tuple(slug for slug in known if slug in chosen) or tuple(known)


def set_counting(channels: Collection[str]) -> None:
    """Say which channels count as a touch; all of them is the usual."""
    known = [channel.slug for channel in builtin.channels()]
    chosen = [slug for slug in known if slug in channels]
    if not chosen:
        raise Refused(_("Something has to count, else nobody was ever in touch."))
    put(Shop, _THE_SHOP, counts="" if chosen == known else " ".join(chosen))


# Words --------------------------------------------------------------------------------------------------------


def words(wish: int, most: int = 0) -> str:
    """"Every 3 months, at most 6 months"; "At the latest every 6 months" where only the limit is set."""
    if not most:
        return _("Every {time}").format(time=each(wish)) if wish else ""
    if not wish or wish == most:
        return _("At the latest every {time}").format(time=each(most))
    return _("Every {wish}, at most {most}").format(wish=each(wish), most=span(most))


def each(days: int) -> str:
    """What stands after "every": "3 months", "month"."""
    years, months = round(days / YEAR), round(days / MONTH)
    if years and days == round(years * YEAR):
        return ngettext("year", "{n} years", years).format(n=years)
    if months and days == round(months * MONTH):
        return ngettext("month", "{n} months", months).format(n=months)
    if days % WEEK == 0:
        return ngettext("week", "{n} weeks", days // WEEK).format(n=days // WEEK)
    return ngettext("day", "{n} days", days).format(n=days)


def span(days: int) -> str:
    """How long that is: "3 months", "a month"."""
    alone = {"year": _("a year"), "month": _("a month"), "week": _("a week"), "day": _("a day")}
    names = (("year", YEAR), ("month", MONTH), ("week", WEEK), ("day", 1))
    return next((alone[name] for name, length in names if days == round(length)), "") or each(days)

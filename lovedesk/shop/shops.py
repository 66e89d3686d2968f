"""The shop itself: its name, its promise in its own words, and the one or two who keep it (practice F5)."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import customers
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.putting import put
from lovedesk.shop.tables import Shop, Shopkeeper, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

_THE_SHOP = id_of("shop")


class About(NamedTuple):
    """The shop: `sample` for the sample shop, which is marked on every page and sheet."""

    name: str
    motto: str
    sample: bool


class Keeper(NamedTuple):
    """One of the people who run the shop."""

    id: int
    name: str


def about() -> About:
    """What the shop says of itself; empty before it was set up."""
    found = rows("select name, motto, sample from shop where id = ? and state = 'live'", _THE_SHOP)
    return About(found[0][0], found[0][1], bool(found[0][2])) if found else About("", "", sample=False)


def set_up(name: str, *, motto: str = "", sample: bool = False) -> None:
    """Name the shop and write its promise; again, it changes them."""
    values = {"name": tidy_line(name), "motto": tidy_line(motto), "sample": int(sample), "state": "live"}
    if rows("select 1 from shop where id = ?", _THE_SHOP):
        Shop.update(values).where(Shop.id == _THE_SHOP).execute()
    else:
        Shop.create(id=_THE_SHOP, **values)


def leap_on_first() -> bool:
    """Whether a day of 29 February is shown on 1 March in other years, and not on 28 February."""
    return bool(rows("select 1 from shop where id = ? and state = 'live' and leap_day = 1", _THE_SHOP))


def set_leap_day(*, on_first: bool) -> None:
    """Show days of 29 February on 1 March in other years, or on 28 February."""
    put(Shop, _THE_SHOP, leap_day=int(on_first))


def country() -> str:
    """Two letters of the shop's country; empty where it is the laptop's."""
    found = rows("select country from shop where id = ? and state = 'live'", _THE_SHOP)
    return str(found[0][0]) if found else ""


def set_country(code: str) -> None:
    """Say in which country the shop is, by two letters; empty for the laptop's."""
    code = tidy_line(code).upper()
    if code and not (len(code) == 2 and code.isalpha() and code.isascii()):  # two letters of ISO 3166
        raise Refused(_("A country has two letters here, like DE."))
    put(Shop, _THE_SHOP, country=code)


def question() -> str:
    """What the shop asks after a job, in its own words; empty where it asks as everybody can."""
    found = rows("select question from shop where id = ? and state = 'live'", _THE_SHOP)
    return str(found[0][0]) if found else ""


def set_question(text: str) -> None:
    """Ask after a job in the shop's own words from now on; without any, as everybody can."""
    put(Shop, _THE_SHOP, question=tidy_line(text))


def zone() -> str:
    """The IANA name of the zone of the shop's place; empty where it is the laptop's."""
    found = rows("select zone from shop where id = ? and state = 'live'", _THE_SHOP)
    return str(found[0][0]) if found else ""


def set_zone(name: str) -> None:
    """Say in which zone the shop is, as calendar programs or Windows call it; empty for the laptop's."""
    from lovedesk.formats import zones  # with all names of zones: only for who says one

    name = tidy_line(name)
    known = zones.known(name)
    if name and not known:
        raise Refused(_("No time zone is called “{name}”. Write it like Europe/Berlin.").format(name=name))
    put(Shop, _THE_SHOP, zone=known)


def add_keeper(name: str) -> int:
    """Keep a person who runs the shop. Returns the id; a name that is there already gives that one."""
    name = customers.checked_name(name)
    known = next((keeper.id for keeper in keepers() if keeper.name == name), None)
    return known or int(Shopkeeper.create(name=name).id)


def keepers() -> list[Keeper]:
    """Who runs the shop, in the order they came."""
    return [Keeper._make(row) for row in rows("select id, name from shopkeeper where state = 'live' order by id")]


def keeper_named(name: str) -> int:
    """Which of us is called so; Refused, naming those who are, for anyone else."""
    here = keepers()
    found = next((keeper.id for keeper in here if fold(keeper.name) == fold(tidy_line(name))), None)
    if found is None and here:
        raise Refused(_("Nobody called “{name}” runs the shop. There are: {names}.").format(
            name=name, names=", ".join(keeper.name for keeper in here)))
    if found is None:
        raise Refused(_("Nobody is named yet who runs the shop."))
    return found


def rename_keeper(keeper: int, name: str) -> None:
    """Call one of us by another name; refused for a name that the other has."""
    name = customers.checked_name(name)
    if any(one.name == name and one.id != keeper for one in keepers()):
        raise Refused(_("The other one is called so already."))
    _set_keeper(keeper, name=name)


def set_keeper_photo(keeper: int, photo: str) -> None:
    """Keep a picture of one of us (a blob's key), or none."""
    _set_keeper(keeper, photo=photo)


def _set_keeper(keeper: int, **values: str) -> None:
    if not Shopkeeper.update(values).where(Shopkeeper.id == keeper, Shopkeeper.state == "live").execute():
        raise Refused(_("This person does not run the shop any more."))


def keeper_photos() -> dict[int, str]:
    """The pictures of those of us who have one: each one's blob key."""
    return dict(rows("select id, photo from shopkeeper where state = 'live' and photo <> ''"))

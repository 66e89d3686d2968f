"""What the shop says of itself: name, promise, what it asks after a job, country and zone, where leap days stand."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from lovedesk import words
from lovedesk.shop import after_jobs, shops
from lovedesk.shop.folding import spaced
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.segments import Segments
from lovedesk.ui.place import Place
from lovedesk.ui.places.shop_section import ShopSection
from lovedesk.words import _


class ShopAbout(ShopSection):
    """Name, promise, question, country, zone, leap days."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, _("What it says of itself"))
        self.name = SavingLine(name=_("Name of the shop"))
        self.motto = SavingLine(name=_("Its promise"), placeholder=_("like “We mend the chair and remember who sits”"))
        self.question = SavingLine(name=_("What you ask after a job"), placeholder=after_jobs.usual())
        self.zone = SavingLine(name=_("Time zone"), placeholder=_("as this laptop; else like Europe/Berlin"))
        self.country = Picker(name=_("Country"))
        self.country.addItem(_("As this laptop: {country}").format(country=_called(words.country())), "")
        for called, code in _countries():
            self.country.addItem(called, code)
        self.leap = Segments([(False, _("28 February")), (True, _("1 March"))], name=_("29 February in other years"))
        self.add_field(_("Name of the shop"), self.name)
        self.add_field(_("Its promise"), self.motto)
        self.add_field(_("What you ask after a job"), self.question)
        self.add_field(_("Country"), self.country)
        self.add_field(_("Time zone"), self.zone)
        self.add_field(_("29 February in other years"), self.leap)
        self.name.left.connect(self._name)
        self.motto.left.connect(self._name)
        self.question.left.connect(self._question)
        self.zone.left.connect(self._zone)
        self.country.activated.connect(self._country)
        self.leap.chosen.connect(self._leap)

    def refresh(self) -> None:
        about = shops.about()
        self.name.show_text(about.name)
        self.motto.show_text(about.motto)
        self.question.show_text(shops.question())
        self.zone.show_text(shops.zone())
        self.country.setCurrentIndex(max(0, self.country.findData(shops.country())))
        self.leap.choose(shops.leap_on_first())

    def _name(self, _text: str) -> None:
        with self.place.act("shop.set_up"):
            shops.set_up(self.name.text(), motto=self.motto.text(), sample=shops.about().sample)

    def _question(self, text: str) -> None:
        with self.place.act("shop.set_question"):
            shops.set_question(text)

    def _zone(self, text: str) -> None:
        with self.place.act("shop.set_zone", field=self.zone):
            shops.set_zone(text)

    def _country(self, _index: int) -> None:
        with self.place.act("shop.set_country"):
            shops.set_country(str(self.country.currentData()))

    def _leap(self, on_first: object) -> None:
        with self.place.act("shop.set_leap_day"):
            shops.set_leap_day(on_first=bool(on_first))


def _called(code: str) -> str:
    return QLocale.territoryToString(QLocale.codeToTerritory(code)) or code


def _countries() -> list[tuple[str, str]]:
    """All countries that have two letters, by name."""
    found = {QLocale.territoryToCode(territory): QLocale.territoryToString(territory)
             for territory in QLocale.Country}
    return sorted(((called, code) for code, called in found.items() if len(code) == 2 and code.isalpha()),
                  key=_by_name)


def _by_name(country: tuple[str, str]) -> str:
    return spaced(country[0])

"""Several customers at once, from the list: tagged, handed over, set aside, deleted, each as one action."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, handing_over, kept_lists, rhythms, tags, together
from lovedesk.shop.folding import fold
from lovedesk.ui import exporting
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.customer_list import CustomerList
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext

LONG = 200              # customers; more are changed aside


class Group(QObject):
    """Does what the bar below the list and the terms above it wish for."""

    def __init__(self, place: Place, listed: CustomerList) -> None:
        super().__init__(place)
        self.place = place
        self.list = listed
        self.several = listed.several
        self.several.tag_wanted.connect(self.tag)
        self.several.untag_wanted.connect(self.untag)
        self.several.keeper_wanted.connect(self.hand_over)
        self.several.standing_wanted.connect(self.set_standing)
        self.several.rhythm_wanted.connect(self.set_rhythm)
        self.several.trash_wanted.connect(self.trash)
        self.several.together_wanted.connect(self.plan_together)
        self.several.log_wanted.connect(self.log_together)
        self.several.export_wanted.connect(self.export)
        listed.terms.keep.connect(self.keep)
        listed.terms.rename.connect(self.rename)
        listed.terms.drop.connect(self.drop)
        listed.terms.rename_tag.connect(self.rename_tag)
        listed.terms.drop_tag.connect(self.drop_tag)

    def _do(self, verb: str, work: Callable[[list[int]], object], words: str) -> None:
        """One action over all who are chosen, some at a time; aside where they are many."""
        whom = list(self.several.whom)
        if len(whom) < LONG:
            with self.place.act(verb, words=words):
                work(whom)
            return

        def aside(progress: Progress) -> str:
            with self.place.desk.long_act(verb):
                for first in range(0, len(whom), LONG):
                    work(whom[first:first + LONG])
                    progress(first, len(whom))
            return words

        self.place.floor.aside.run(words, aside, self.place.done.emit, self.place.said.emit)

    def tag(self, word: str) -> None:
        """Put a tag on all of them; a word that is none is refused where it was typed."""
        try:
            tag = tags.checked(word)
        except Refused as refused:
            self.several.line.show_refusal(str(refused))
            return

        def work(some: list[int]) -> None:
            tags.add(some, tag)

        count = len(self.several.whom)
        self._do("customer.tag", work, ngettext("{n} tagged #{tag}", "{n} tagged #{tag}", count).format(
            n=count, tag=tag))

    def untag(self, tag: object) -> None:
        """Take a tag off all of them."""
        def work(some: list[int]) -> None:
            assert isinstance(tag, int)
            tags.take_off(some, tag)

        count = len(self.several.whom)
        self._do("customer.untag", work, ngettext("Tag taken off {n}", "Tag taken off {n}", count).format(n=count))

    def hand_over(self, keeper: object) -> None:
        """Let someone else look after them."""
        def work(some: list[int]) -> None:
            for customer in some:
                handing_over.hand_over_customer(customer, keeper if isinstance(keeper, int) else None)

        count = len(self.several.whom)
        self._do("customer.set_keeper", work, ngettext("{n} handed over", "{n} handed over", count).format(n=count))

    def set_standing(self, standing: str) -> None:
        """Say where they all stand."""
        def work(some: list[int]) -> None:
            for customer in some:
                customers.set_standing(customer, standing)

        count = len(self.several.whom)
        words = ngettext("{n} now: {standing}", "{n} now: {standing}", count).format(
            n=count, standing=customers.standing_word(standing))
        self._do("customer.set_standing", work, words)

    def set_rhythm(self, wish: int) -> None:
        """Say how often to be in touch with them all."""
        def work(some: list[int]) -> None:
            rhythms.set_for(some, wish)

        count = len(self.several.whom)
        words = ngettext("{n}: {rhythm}", "{n}: {rhythm}", count).format(
            n=count, rhythm=rhythms.words(wish) or _("no rhythm of their own"))
        self._do("rhythm.set", work, words)

    def plan_together(self, line: str) -> None:
        """Plan one visit with all of them, and open it."""
        planned = 0
        with self.place.act("visit.plan", field=self.several.one_line, words=_("Visit planned")):
            planned = together.plan(list(self.several.whom), line, now=self.place.desk.now(),
                                    keeper=self.place.floor.settings.keeper or None)
        if planned:
            self.place.go.emit(Go("visit", planned))

    def log_together(self, line: str) -> None:
        """Log one visit with all of them."""
        count = len(self.several.whom)
        words = ngettext("Logged for {n} customer", "Logged for {n} customers", count).format(n=count)
        with self.place.act("visit.log", field=self.several.one_line, words=words):
            together.log(list(self.several.whom), line, now=self.place.desk.now(),
                         keeper=self.place.floor.settings.keeper or None)

    def trash(self) -> None:
        """Put them all into the trash."""
        def work(some: list[int]) -> None:
            for customer in some:
                customers.trash(customer)

        count = len(self.several.whom)
        self._do("customer.trash", work, ngettext("{n} customer deleted", "{n} customers deleted", count).format(
            n=count))

    # Kept lists -----------------------------------------------------------------------------------------------

    def keep(self, name: str) -> None:
        """Keep the terms by a name."""
        terms = self.list.terms
        with self.place.act("list.keep", field=terms.line, words=_("List kept: {name}").format(name=name)):
            kept_lists.keep(name, self.list.asked[0])
        if terms.line.refusal is None:
            terms.close_up()

    def rename(self, kept: object, name: str) -> None:
        """Give the list another name."""
        assert isinstance(kept, int)
        terms = self.list.terms
        with self.place.act("list.rename", field=terms.line):
            kept_lists.rename(kept, name)
        if terms.line.refusal is None:
            terms.close_up()

    def drop(self, kept: object) -> None:
        """Delete a kept list; its customers stay."""
        assert isinstance(kept, int)
        words = _("List “{name}” deleted").format(name=kept_lists.get(kept).name)
        with self.place.act("list.trash", words=words):
            kept_lists.trash(kept)

    def rename_tag(self, tag: object, word: str) -> None:
        """Give a tag another word everywhere."""
        assert isinstance(tag, int)
        terms = self.list.terms
        old = next((one.name for one in tags.all() if one.id == tag), "")
        with self.place.act("tag.rename", field=terms.line):
            kept_lists.rename_tag(tag, word)
        if terms.line.refusal is None:
            terms.close_up()
            terms.set_terms(terms.terms._replace(tags=tuple(
                tags.checked(word) if fold(one) == fold(old) else one for one in terms.terms.tags)))

    def drop_tag(self, tag: object) -> None:
        """Take a tag off everyone."""
        assert isinstance(tag, int)
        terms = self.list.terms
        old = next((one.name for one in tags.all() if one.id == tag), "")
        with self.place.act("tag.trash", words=_("Tag #{tag} deleted").format(tag=old)):
            tags.trash(tag)
        terms.set_terms(terms.terms._replace(tags=tuple(one for one in terms.terms.tags if fold(one) != fold(old))))

    # Export ---------------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Write them to a file of the kind that is chosen."""
        exporting.export(self.place.window(), self.place.floor.aside, self.place.said.emit,
                         Path.home() / _("Customers.vcf"), list(self.several.whom))

"""How often to be in touch with all of a tag, and what counts as being in touch."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk.shop import builtin, rhythms, tags
from lovedesk.shop.tags import TagRow
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.tick import Setting
from lovedesk.ui.place import Place
from lovedesk.ui.places.rhythm_form import RhythmForm
from lovedesk.ui.places.shop_section import ShopSection
from lovedesk.words import _


class ShopRhythm(ShopSection):
    """A tag is picked, then its rhythm; below, a tick for each channel."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, _("How often to be in touch"), _(
            "A customer’s own rhythm stands on their page and goes before that of their tags. "
            "It counts from the last touch that was done."))
        self.tag = Picker(name=_("The tag whose rhythm it is"))
        self.form = RhythmForm()
        self.no_tags = Small(_("Put a tag on customers first, like #north."))
        self.counts: dict[str, Setting] = {}
        ticks = Flow()
        for channel in builtin.channels():
            tick = Setting(channel.label)
            tick.setObjectName(channel.slug)
            tick.clicked.connect(self._count)
            self.counts[channel.slug] = tick
        ticks.show_widgets(list(self.counts.values()))
        self.tag.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.form.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.add_field(_("All with the tag"), self.tag)
        self.add_field("", self.form)
        self.body.addWidget(self.no_tags)
        self.add_field(_("What counts"), ticks)
        self.tag.setFixedWidth(320)
        self.tag.activated.connect(self._show_tag)
        self.form.picked.connect(self._picked)

    def refresh(self) -> None:
        chosen = self.tag.currentData()
        wished, counting = rhythms.of_tags(), rhythms.counting()
        self.tag.clear()
        for tag in tags.all():
            self.tag.addItem(_tag_words(tag, wished), tag.id)
        self.tag.setCurrentIndex(max(self.tag.findData(chosen), 0))
        shown: tuple[QWidget, ...] = (self.form, self.tag)
        for widget in shown:
            widget.setEnabled(self.tag.count() > 0)
        self.no_tags.setVisible(self.tag.count() == 0)
        for slug, tick in self.counts.items():
            tick.setChecked(slug in counting)
        self._show_tag()

    def _show_tag(self) -> None:
        self.form.show_rhythm(rhythms.of_tags().get(self.tag.currentData()))

    def _picked(self, wish: int, most: int) -> None:
        with self.place.act("rhythm.set_for_tag"):
            rhythms.set_for_tag(self.tag.currentData(), wish, most)

    def _count(self) -> None:
        with self.place.act("rhythm.count"):
            rhythms.set_counting([slug for slug, tick in self.counts.items() if tick.isChecked()])
        self.refresh()


def _tag_words(tag: TagRow, wished: dict[int, rhythms.Rhythm]) -> str:
    if tag.id not in wished:
        return f"#{tag.name}"
    return _("#{tag}: {rhythm}").format(tag=tag.name, rhythm=wished[tag.id].words())

"""What a visit's page says of its repeating: how, and after a change, for which of them it is meant."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import series, touchpoints
from lovedesk.shop.series import THIS
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.repeat_pane import RepeatPane
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.parts.which_ones import WhichOnes
from lovedesk.ui.place import Go, Place
from lovedesk.words import _


class VisitSeries(QWidget):
    """Says how it repeats and what comes next; offers a change to the later ones; asks which ones are deleted."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.page: VisitPage | None = None
        self.differed: frozenset[object] = frozenset()
        self.deleting = False
        self.pane = RepeatPane(place)
        self.which = WhichOnes()
        self.strip = Strip("", icon="repeat", ground="pane")
        self.change = Link(_("Change how it repeats"))
        self.strip.add(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.pane, self.which, self.strip):
            column.addWidget(widget)
        self.change.clicked.connect(self.ask)
        self.which.chosen.connect(self._chosen)
        self.hide()

    def show_page(self, page: VisitPage) -> None:
        """Show how a visit repeats; hidden for a one-off, unless it is just asked."""
        another = self.page is None or self.page.id != page.id
        if another:
            self.pane.hide()
            self.which.hide()
        self.page = page
        repeats = series.of(page.id)
        if repeats is None:
            self.which.hide()
        else:
            today = self.place.desk.today()
            after = " · ".join(words.date_short(moment.date(), today) for moment in repeats.next)
            self.strip.say(_("Repeats {repeats}").format(repeats=repeats.words),
                           _("Then: {days}").format(days=after) if after else _("This is the last one"))
            self._offer(page, another=another)
        self.strip.setVisible(repeats is not None)
        self._fit()

    def _offer(self, page: VisitPage, *, another: bool) -> None:
        """What was just changed here may be meant for the others too."""
        differs = series.differences(page.id) if page.done_at is None and page.cancelled_at is None else frozenset()
        if not another and differs - self.differed:
            self.deleting = False
            self.which.ask(_("Changed for this one alone. Is it so for others too?"))
        elif not differs and not self.deleting:
            self.which.hide()
        self.differed = differs

    def ask(self) -> None:
        """Ask how it repeats."""
        if self.page is not None:
            self.pane.ask(self.page.id, self.page.start)
            self._fit()

    def ask_trash(self) -> bool:
        """Ask which ones are deleted; False for a one-off, of which there is nothing to ask."""
        if self.page is None or series.of(self.page.id) is None:
            return False
        self.deleting = True
        self.which.ask(_("Which ones are deleted?"), _("What is done stays"), focus=True)
        self._fit()
        return True

    def _fit(self) -> None:
        self.setVisible(any(not widget.isHidden() for widget in (self.pane, self.which, self.strip)))

    def _chosen(self, which: object) -> None:
        if self.page is None:
            return
        if self.deleting:
            self.deleting = False
            self._trash(str(which))
        elif which != THIS:
            with self.place.act("series.change", words=_("The others are so too")):
                series.spread(self.page.id, str(which))

    def _trash(self, which: str) -> None:
        if self.page is None:
            return
        if which == THIS:
            with self.place.act("visit.trash", words=_("Visit deleted")):
                touchpoints.trash(self.page.id)
        else:
            with self.place.act("series.stop", words=_("They repeat no more")):
                series.stop(self.page.id, which)
        self.place.go.emit(Go("back"))

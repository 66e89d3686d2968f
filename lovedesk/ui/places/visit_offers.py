"""Questions worth asking: offered below what is asked, added with one press, or taken away for good (practice A3)."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import discretion, items, prepsheets, questions, topics
from lovedesk.shop.questions import Offer
from lovedesk.shop.visits import VisitPage
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.labels import Small, wrap
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.words import _

TEXT_LEFT, ABOVE = 32, 4


class OfferButton(Pressable):
    """A plus and the question; pressed, it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(_("Ask it at this visit"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(wrap(self.text(), theme.font("body"), max(width - TEXT_LEFT, 60))[1]) + 2 * ABOVE

    def sizeHint(self) -> QSize:
        width = TEXT_LEFT + ceil(QFontMetricsF(theme.font("body")).horizontalAdvance(self.text())) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 60, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        ink = t.accent if self.underMouse() else t.ink2
        line = QFontMetricsF(theme.font("body")).height()
        icons.paint(painter, QRectF(2, ABOVE + (line - 16) / 2, 16, 16), "plus", ink)
        painter.setPen(ink)
        wrap(self.text(), theme.font("body"), max(self.width() - TEXT_LEFT, 60))[0].draw(
            painter, QPointF(TEXT_LEFT, ABOVE))


class OfferRow(QWidget):
    """One question worth asking: `asked(offer)` or `declined(offer)`."""

    asked = Signal(object)
    declined = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.offer: Offer | None = None
        self.button = OfferButton()
        self.chip = Chip("")
        self.never = Link(_("Not for them"), tip=_("Never offer this question for them again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.button)
        row.addWidget(self.chip, 0, top)
        row.addStretch(1)
        row.addWidget(self.never, 0, top)
        self.button.clicked.connect(self._ask)
        self.never.clicked.connect(self._decline)

    def show_record(self, offer: Offer) -> None:
        """Show a question."""
        self.offer = offer
        self.button.setText(offer.text)
        self.button.setAccessibleName(_("Ask: {question}").format(question=offer.text))
        self.button.updateGeometry()
        self.never.setAccessibleName(_("Not for them: {question}").format(question=offer.text))
        self.chip.setText(prepsheets.topic_word(offer.topic))
        self.chip.icon_name = "cake" if offer.topic == "birthday" else topics.get(offer.topic).icon

    def _ask(self) -> None:
        self.asked.emit(self.offer)

    def _decline(self) -> None:
        self.declined.emit(self.offer)


class Offers(QWidget):
    """The questions offered for a visit with one customer."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.page: VisitPage | None = None
        self.rows: Rows[Offer] = Rows(self._make, _slug)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(Small(_("Not known yet, and worth asking")))
        column.addWidget(self.rows)

    def _make(self) -> OfferRow:
        row = OfferRow()
        row.asked.connect(self._ask)
        row.declined.connect(self._decline)
        return row

    def show_page(self, page: VisitPage) -> None:
        """Offer what suits a visit; nothing once it is over, or while several customers are met."""
        self.page = page
        open_yet = len(page.customers) == 1 and not page.done_at and not page.cancelled_at
        offers = questions.offers(
            page.customers[0].id, self.place.desk.today(), people=[person.id for person in page.people] or None,
            touchpoint=page.id) if open_yet else []
        offers = discretion.offers(offers, looking=self.place.floor.settings.looking)
        self.rows.show_records(offers)
        self.setVisible(bool(offers))

    def _ask(self, offer: Offer) -> None:
        assert self.page is not None
        with self.place.act("item.add"):
            items.add(self.page.id, "ask", offer.text, topic=offer.topic, question=offer.slug, person=offer.person)

    def _decline(self, offer: Offer) -> None:
        assert self.page is not None
        with self.place.act("question.decline", words=_("Not offered for them again")):
            questions.decline(self.page.customers[0].id, offer.slug)


def _slug(offer: Offer) -> str:
    return offer.slug

"""Labels: one line elides and tells the rest, wrapped text has the height it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.ui import theme
from lovedesk.ui.parts.labels import ElidedLabel, Section, WrappedLabel, wrap

LONG = "Write three lines by hand to someone who has not heard from you since the summer."


def test_a_long_name_does_not_widen_the_page_and_is_told_by_the_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60
    label.resize(100, 20)
    label.grab()
    assert label.toolTip() == LONG
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""


def test_wrapped_text_is_higher_where_it_is_narrower(qtbot: QtBot) -> None:
    label = WrappedLabel(LONG)
    qtbot.addWidget(label)
    one, two = label.heightForWidth(2000), label.heightForWidth(300)
    assert two > 1.9 * one


def test_wrapped_text_gets_its_height_in_a_column(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label = WrappedLabel(LONG)
    column.addWidget(label)
    column.addStretch()
    page.resize(240, 400)
    page.show()
    assert label.height() >= label.heightForWidth(label.width())


def test_a_word_without_a_space_breaks(qtbot: QtBot) -> None:
    label = WrappedLabel("x" * 400)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 2 * label.heightForWidth(5000)


def test_a_section_says_its_quiet_words_too(qtbot: QtBot) -> None:
    label = Section("What we know", "newest first")
    qtbot.addWidget(label)
    assert label.accessibleName() == "What we know, newest first"
    label.set_texts("People")
    assert label.accessibleName() == "People"


def test_markup_in_a_name_is_only_text(qtbot: QtBot) -> None:
    plain, bold = ElidedLabel("bAnab"), ElidedLabel("<b>Ana</b>")
    qtbot.addWidget(plain)
    qtbot.addWidget(bold)
    assert bold.sizeHint().width() > plain.sizeHint().width()


def test_no_line_ends_or_begins_with_the_dot_between_two_parts() -> None:
    text = "Asked 16 hours ago, waits for a first answer · Quayside Yoga · Leyla Demir"
    for width in range(160, 500, 7):
        layout, _height = wrap(text, theme.font("small"), width)
        lines = [layout.text()[line.textStart():line.textStart() + line.textLength()].strip()
                 for line in map(layout.lineAt, range(layout.lineCount()))]
        assert not any(line.startswith("·") or line.endswith("·") for line in lines)

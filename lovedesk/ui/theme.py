"""Colours, fonts and the ground that every window stands on (the tokens of the look)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from lovedesk import paths

Mode = Literal["system", "light", "dark"]
Role = Literal["title", "section", "body", "strong", "small", "small_strong", "quote", "small_quote", "figure"]

# Floor of the text size in points: systems that name none say 9, where small print in Inter stops being readable.
LEAST_SIZE = 9.75
FAMILY = "Inter"
FACES, ITALIC = ("Inter-Regular.ttf", "Inter-SemiBold.ttf"), "Inter-Italic.ttf"
LINE_HEIGHT = 1.32


@dataclass(frozen=True, slots=True)
class Tokens:
    """One value per colour of the look, in light or in dark."""

    dark: bool
    paper: QColor
    rail: QColor
    pane: QColor
    card: QColor
    field: QColor
    hover: QColor
    track: QColor
    sel: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    onaccent: QColor
    accenttint: QColor
    accentline: QColor
    green: QColor
    greentint: QColor
    amber: QColor
    ambertint: QColor
    red: QColor
    redtint: QColor
    water2: QColor
    waterink: QColor
    stone: QColor
    fieldline: QColor
    btnline: QColor
    line: QColor
    edge: QColor
    shadow: QColor
    segment: QColor
    toastlink: QColor

    def colour(self, token: str) -> QColor:
        """The colour called `token`."""
        value = getattr(self, token)
        if not isinstance(value, QColor):
            raise KeyError(token)
        return value


def _tokens(*, dark: bool, colours: str) -> Tokens:
    names = [field.name for field in fields(Tokens)][1:]
    return Tokens(dark, **{name: QColor(code) for name, code in zip(names, colours.split(), strict=True)})


LIGHT = _tokens(dark=False, colours="""
    #FAF7F2 #F2EDE4 #F6F2EB #FFFFFF #FFFFFF #F1EBE1 #E5DDD1 #F6E3E6 #2A2421 #5F564F #6D635A
    #A12F4E #FFFFFF #F8E8EA #E3B8C1 #2C6A49 #E4F0E7 #855300 #FAEED6 #A8331C #FAE5DD
    #79ABB6 #2C6370 #D8CDBE #978C80 #CBBFB0 #E7DFD3 #EBE4D9 #14000000 #FFFFFF #F3B4C1""")
DARK = _tokens(dark=True, colours="""
    #1F1B19 #181513 #24201D #292522 #211E1B #2E2926 #3B3531 #46292F #F2EBE3 #C4B9AE #A99E93
    #EE9BAC #2C0E16 #3E262B #6E3E49 #93CBA7 #22352A #E5B763 #3A2F1B #F49B82 #42271F
    #47808D #9CCAD4 #5A5048 #7D7269 #5C534B #3B3531 #332E2A #37000000 #4A423C #A12F4E""")

_SIZES: dict[Role, tuple[float, QFont.Weight, bool]] = {
    "title": (1.7, QFont.Weight.DemiBold, False),
    "section": (1.15, QFont.Weight.DemiBold, False),
    "body": (1.0, QFont.Weight.Normal, False),
    "strong": (1.0, QFont.Weight.DemiBold, False),
    "small": (0.92, QFont.Weight.Normal, False),
    "small_strong": (0.92, QFont.Weight.DemiBold, False),
    "quote": (1.15, QFont.Weight.Normal, True),
    "small_quote": (0.92, QFont.Weight.Normal, True),
    "figure": (2.15, QFont.Weight.DemiBold, False),
}


class _Ground:
    """What is painted with now. Held by the module because Qt calls delegates and paint events without a way to
    hand anything down, and a change of theme must reach every one of them at its next paint."""

    tokens = LIGHT
    mode: Mode = "light"
    base_size = 0.0

    def __init__(self) -> None:
        self.fonts: dict[Role, QFont] = {}
        self.faces: set[str] = set()


_ground = _Ground()


def tokens() -> Tokens:
    """The colours to paint with now."""
    return _ground.tokens


def application() -> QApplication:
    """The one application, in Fusion. Asked for by its argument: `setStyle` would hand a QStyle to Python, whose
    enums alone take 7 to 16 ms of the start."""
    return QApplication(["lovedesk", "-style", "Fusion"])


def load_fonts() -> None:
    """Make the upright faces of Inter known to Qt; the italic, 5 ms, is loaded when the first quote is set."""
    for face in FACES:
        _load(face)


def _load(face: str) -> None:
    if face not in _ground.faces:
        _ground.faces.add(face)
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / face))


def font(role: Role) -> QFont:
    """The face of a role, in a size made from the system's."""
    if role not in _ground.fonts:
        _ground.fonts[role] = _made_font(role)
    return QFont(_ground.fonts[role])


def _made_font(role: Role) -> QFont:
    factor, weight, italic = _SIZES[role]
    if italic:
        _load(ITALIC)
    made = QFont(FAMILY)
    made.setPointSizeF(round(_base_size() * factor, 2))
    made.setWeight(weight)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if role in {"title", "figure"}:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.3)
    return made


def tabular(plain: QFont) -> QFont:
    """The same font with figures of one width, for times and sums."""
    made = QFont(plain)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply(app: QApplication, mode: Mode = "system") -> None:
    """Dress the program: font, palette and sheet, in light, in dark, or as the system is and becomes."""
    first = _ground.base_size == 0.0
    if first:
        load_fonts()
        _base_size()
        app.setFont(font("body"))
        app.styleHints().colorSchemeChanged.connect(_follow)
    _ground.mode = mode
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
    app.styleHints().setColorScheme(schemes[mode])  # title bars follow it
    _dress(app, _wanted(app.styleHints().colorScheme()))


def _follow(scheme: Qt.ColorScheme) -> None:
    app = QApplication.instance()  # the signal carries no application
    if isinstance(app, QApplication) and _wanted(scheme) is not _ground.tokens:
        _dress(app, _wanted(scheme))


def _wanted(scheme: Qt.ColorScheme) -> Tokens:
    if _ground.mode == "system":
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if _ground.mode == "dark" else LIGHT


def _dress(app: QApplication, wanted: Tokens) -> None:
    _ground.tokens = wanted
    app.setPalette(palette(wanted))
    app.setStyleSheet(_sheet(wanted))


def _base_size() -> float:
    if not _ground.base_size:
        system = QApplication.font().pointSizeF()
        _ground.base_size = max(system, LEAST_SIZE)
    return _ground.base_size


def palette(t: Tokens) -> QPalette:
    """The palette that Fusion paints with."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: t.paper, roles.WindowText: t.ink, roles.Base: t.field, roles.AlternateBase: t.pane,
        roles.Text: t.ink, roles.Button: t.card, roles.ButtonText: t.ink, roles.BrightText: t.onaccent,
        roles.Highlight: t.accent, roles.HighlightedText: t.onaccent, roles.Accent: t.accent,
        roles.Link: t.accent, roles.LinkVisited: t.accent, roles.PlaceholderText: t.ink3,
        roles.ToolTipBase: t.ink, roles.ToolTipText: t.paper, roles.Light: t.card, roles.Midlight: t.hover,
        roles.Mid: t.line, roles.Dark: t.btnline, roles.Shadow: t.fieldline,
    }.items():
        made.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, t.ink3)
    return made


def _sheet(t: Tokens) -> str:
    names = {field.name: getattr(t, field.name).name() for field in fields(Tokens) if field.name != "dark"}
    pressed, lifted = t.accent.darker(115).name(), t.accent.darker(107).name()
    sheet = _SHEET.replace("$pressed", pressed).replace("$lifted", lifted)
    for name in sorted(names, key=len, reverse=True):
        sheet = sheet.replace(f"${name}", names[name])
    return sheet


# Buttons, inputs, menus and scroll bars only: all else paints itself from the tokens.
_SHEET = """
QPushButton { outline: 0; border: 1px solid transparent; border-radius: 7px; padding: 0 14px; min-height: 30px;
  background: transparent; color: $ink2; }
Primary, SplitButton { background: $accent; color: $onaccent; padding: 0 16px; border: 1px solid $accent; }
Primary:hover, SplitButton:hover { background: $lifted; }
Primary:pressed { background: $pressed; }
SplitButton { padding-right: 44px; }
Second, SecondSplit { background: $card; color: $ink; border: 1px solid $btnline; }
SecondSplit { padding-left: 14px; }
Second:hover, SecondSplit:hover { background: $hover; }
Second:pressed, Second:checked, SecondSplit:pressed { background: $sel; }
QDialogButtonBox QPushButton { background: $card; color: $ink; border: 1px solid $btnline; }
QDialogButtonBox QPushButton:default { background: $accent; color: $onaccent; border: 1px solid $accent; }
Quiet { padding: 0 10px; }
Quiet:hover { background: $hover; color: $ink; }
Quiet:pressed { background: $track; }
Link { color: $accent; padding: 0 2px; min-height: 20px; border-radius: 5px; }
Link:hover { text-decoration: underline; }
Undo { color: $toastlink; }
IconButton { padding: 0; min-width: 30px; min-height: 30px; }
IconButton:hover { background: $hover; }
Cross:hover { background: transparent; border: 1px solid $ink3; }
IconButton:pressed, IconButton:checked { background: $sel; }
QPushButton:disabled { background: transparent; color: $ink3; }
Primary:disabled, SplitButton:disabled, Second:disabled { background: $pane; color: $ink3; border: 1px solid $line; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $field; color: $ink; border: 1px solid $fieldline;
  border-radius: 6px; padding: 0 9px; min-height: 32px; selection-background-color: $accent;
  selection-color: $onaccent; }
QPlainTextEdit { padding: 5px 6px; min-height: 0; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 0 8px; min-height: 30px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 5px; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] { border-color: $red; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only, QPlainTextEdit:read-only {
  background: $pane; border-color: $line; color: $ink2; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: none; }
QAbstractItemView { background: $card; color: $ink; border: 1px solid $btnline; padding: 4px; outline: 0;
  selection-background-color: $sel; selection-color: $ink; }
RecordList { background: transparent; border: 0; padding: 0; selection-background-color: transparent; }
QHeaderView, QHeaderView::section { background: $pane; color: $ink2; border: 0; padding: 0; }
QHeaderView::section { padding: 4px 8px; }
QListView::item { min-height: 30px; padding: 0 8px; border-radius: 6px; }
QMenu { background: $card; color: $ink; border: 1px solid $btnline; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 14px; border-radius: 6px; }
QMenu::item:selected { background: $sel; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 10px; }
QMenu::icon { padding-left: 10px; }
QToolTip { background: $ink; color: $paper; border: 0; padding: 5px 8px; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 9px; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; border: 0; }
QScrollBar::handle { background: $track; border-radius: 3px; margin: 0 2px; }
QScrollBar::handle:horizontal { margin: 2px 0; }
QScrollBar::handle:hover { background: $btnline; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

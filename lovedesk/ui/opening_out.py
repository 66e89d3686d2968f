"""The one way out to other programs: they dial, show a map, open an e-mail, a letter or a page when a person asks."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from lovedesk.mishaps import Refused
from lovedesk.words import _

_SCHEMES = frozenset({"tel", "geo", "mailto", "http", "https", "file"})


def open_url(url: QUrl) -> bool:
    """Hand it to the program that this laptop has for it. Tests put their own in its place."""
    return QDesktopServices.openUrl(url)


def show(address: str) -> None:
    """Open an address of `shop.reaching`. Refused, in words, where no program of this laptop takes it."""
    url = QUrl.fromEncoded(address.encode())
    if url.scheme() not in _SCHEMES or not open_url(url):
        raise Refused(_told(url.scheme()))


def _told(scheme: str) -> str:
    return {"tel": _("This laptop has no program that dials. Ctrl+C copies the number."),
            "geo": _("This laptop has no map program. Ctrl+C copies the address."),
            "mailto": _("This laptop has no mail program. Ctrl+C copies the address.")}.get(
        scheme, _("This laptop has no program that opens it."))


def show_letter(text: str, to: str, day: dt.date) -> Path:
    """Write a letter to a file that only its user reads, and open it in their own writing program. Returns the file."""
    folder = Path(tempfile.mkdtemp(prefix="lovedesk-"))
    name = re.sub(r"[^\w .-]+", " ", to).strip(" .")[:60] or _("Letter")
    path = folder / f"{name}, {day.isoformat()}.rtf"
    path.touch(0o600)
    path.write_text(text, encoding="ascii")
    if not open_url(QUrl.fromLocalFile(str(path))):
        raise Refused(_("This laptop has no program that opens a letter. It lies at {path}.").format(path=path))
    return path

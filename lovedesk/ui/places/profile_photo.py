"""Keeping a photo of a person or a business: it is shrunk aside, and kept as one action."""

from __future__ import annotations

from collections.abc import Callable

from lovedesk.shop import blobs
from lovedesk.ui.parts import photos
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Progress
from lovedesk.words import _


def keep_photo(place: Place, source: photos.Source, keep: Callable[[str], None], verb: str) -> None:
    """Shrink a picture to a face and `keep` its key, as the action `verb`; a refusal is said in the quiet line."""
    def work(_progress: Progress) -> bytes:
        return photos.shrunk(source, photos.FACE)

    def done(face: bytes) -> None:
        with place.act(verb):
            keep(blobs.put(face))

    place.floor.aside.run(_("Making the photo ready"), work, done, place.said.emit)

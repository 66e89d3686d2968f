"""The files of contacts among what is dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

KINDS = frozenset({".vcf", ".csv", ".tsv", ".txt", ".json", ".xlsx", ".xlsm", ".vcard"})


def contact_files(data: QMimeData) -> list[Path]:
    """The files of these data that may hold contacts."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in KINDS]

"""The floor of `lovedesk sheet`: the least Qt program that prints a page of the words it is given to a PDF."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument


def page(words: str, path: Path) -> None:
    """Set the words as one text and write them to a PDF."""
    document = QTextDocument()
    document.setPlainText(words)
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)


if __name__ == "__main__":
    _application = QGuiApplication([])
    page(Path(sys.argv[1]).read_text("utf-8"), Path(sys.argv[2]))

"""Draws every place at every size, light and dark, in the sample shop and in an empty one, for eyes to look at."""

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from lovedesk import pictures


def main(out: Path) -> None:
    """Draw them into `out`, naming each."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        for label, desk in (
            ("sample", pictures.sample_desk(Path(folder))),
            ("empty", pictures.empty_desk(Path(folder))),
        ):
            for file in pictures.draw(app, desk, out, label):
                print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

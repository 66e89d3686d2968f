"""The floor of a start: the least PySide6 program that shows a window."""

import sys

from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    """Show an empty window of the program's size."""
    app = QApplication([])
    window = QWidget()
    window.resize(1280, 720)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())

"""Paper needs Qt, and no window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _gui(qapp: QGuiApplication) -> None:
    """Fonts and PDF need a running application."""

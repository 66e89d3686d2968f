"""Tells by its exit code whether a window could be seen here. It connects: variables name displays that are gone."""

import subprocess
import sys

CONNECT = """
import sys
from PySide6.QtGui import QGuiApplication
sys.exit(QGuiApplication([]).platformName() in {"offscreen", "minimal", "minimalegl", "vnc"})
"""


def main() -> int:
    """0 where a display answers within ten seconds. In a process of its own: Qt aborts where it finds none."""
    try:
        done = subprocess.run([sys.executable, "-c", CONNECT], capture_output=True, timeout=10, check=False)
    except subprocess.TimeoutExpired:
        return 1
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())

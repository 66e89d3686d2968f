"""What every test stands on: an offscreen screen, the bundled font, an English locale, and no settings of this laptop."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "en_GB.UTF-8"
os.environ["LANGUAGE"] = "en"
os.environ["TZ"] = "UTC"

"""Paper. Whoever comes here needs Qt, so a fault of its bindings is met here."""

import sys

if sys.version_info < (3, 12):
    import ctypes  # 5 ms, and only where Qt costs twenty times as much

    # In PySide6 6.12.0 each call that returns nothing takes a reference away from None (its Py_RETURN_NONE counts on
    # the immortal None of Python 3.12), and Python aborts after some 5,000 calls. So None is given references enough.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 30

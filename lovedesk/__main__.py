"""`python -m lovedesk`: the same as the command `lovedesk`."""

import sys

from lovedesk.cli import main

if __name__ == "__main__":
    sys.exit(main())

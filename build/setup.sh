#!/bin/sh
# Makes .venv from requirements/lock.txt, with .venv/bin/lovedesk. An install that was cut off is begun afresh.
set -eu
cd "$(dirname "$0")/.."

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c "$new_enough" 2>/dev/null; then python=$name; return; fi
    done
    return 1
}
find_python || { sh build/debian.sh python3 python3-venv; find_python; } || {
    echo "Lovedesk needs Python 3.11 or newer, as python3 or by make PYTHON=/path/to/python3." >&2
    exit 1
}
# Debian keeps the part of Python that makes environments in a package of its own.
"$python" -c 'import ensurepip, venv' 2>/dev/null || sh build/debian.sh python3-venv

if [ -e .venv/unfinished ] || ! { .venv/bin/python -m pip --version || .venv/Scripts/python -m pip --version; } >/dev/null 2>&1
then
    "$python" -m venv --clear .venv
fi
touch .venv/unfinished
bin=.venv/bin
[ -d $bin ] || bin=.venv/Scripts
pip="$bin/python -m pip --disable-pip-version-check --no-input install --quiet"
$pip --require-hashes --requirement requirements/lock.txt
$pip --no-deps --no-build-isolation --editable .
rm .venv/unfinished
touch .venv/ready

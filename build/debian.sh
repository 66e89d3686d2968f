#!/bin/sh
# Sees to Debian's packages: installs what is missing as root, otherwise prints the line that would. Never a reason to stop.
command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0

missing=
for package in "$@"; do
    # Newer releases call some libraries libname0t64.
    dpkg-query -W -f '${db:Status-Status}\n' "$package" "${package}t64" 2>/dev/null | grep -qx installed ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's packages:$missing"
    export DEBIAN_FRONTEND=noninteractive
    for attempt in 1 2; do
        # shellcheck disable=SC2086 # the names are words
        apt-get install -qq -y --no-install-recommends $missing </dev/null >/dev/null && exit 0
        [ $attempt = 2 ] || apt-get update -qq </dev/null
    done
fi
echo "Some system packages are missing. If something fails to start, run:"
echo "    sudo apt-get install -y --no-install-recommends$missing"

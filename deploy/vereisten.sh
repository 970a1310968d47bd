#!/bin/sh
# Names the Debian packages that `make demo`, `make test` or `make check` miss, in one sentence.
# As root it installs them instead.
set -eu

missend=""
nodig() { # nodig <test command> <package>...
    sh -c "$1" >/dev/null 2>&1 || { shift; missend="$missend $*"; }
}
bibliotheek() { nodig "ldconfig -p | grep -q '$1' || /sbin/ldconfig -p | grep -q '$1'" "$2"; }

nodig 'python3 -c "import sys; sys.exit(sys.version_info < (3, 11))"' python3
nodig 'python3 -c "import venv, ensurepip"' python3-venv
bibliotheek libpango-1.0.so.0 libpango-1.0-0
bibliotheek libpangoft2-1.0.so.0 libpangoft2-1.0-0
bibliotheek libharfbuzz-subset.so.0 libharfbuzz-subset0
if [ "$1" = check ] || [ "$1" = test ]; then
    nodig 'command -v git' git
fi
if [ "$1" = test ]; then
    nodig 'command -v chromium-headless-shell' chromium-headless-shell
    bibliotheek libatomic.so.1 libatomic1
    nodig 'command -v pdftotext' poppler-utils
    nodig 'command -v qpdf' qpdf
    # Only the exports of figures are opened with it; who is not root may leave it out.
    [ "$(id -u)" != 0 ] || nodig 'command -v soffice' libreoffice-calc-nogui
fi
[ -n "$missend" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing what is missing:$missend"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missend >/dev/null
    exit 0
fi
echo "Something is missing; as root: apt install$missend" >&2
exit 1

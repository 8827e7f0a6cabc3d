#!/bin/sh
# Makes .venv hold exactly what the given requirements files pin, and the package itself.
#
#   venv.sh STAMP REQUIREMENTS...
#
# Does nothing while STAMP (a file inside .venv) tells that the same files were installed for this
# folder and the interpreter still starts. The stamp is written last, so that an interrupted
# installation is begun again.
set -eu
stamp=$1
shift

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "make: $1"
    say "      $2"
    exit 1
}

fingerprint() {
    pwd
    cksum "$@"
}

# Editable: the package is used where it lies. In a step of its own, since --require-hashes refuses
# a folder; it downloads nothing. Again whenever pyproject.toml, which names the command, changed.
install_package() {
    now=$(cksum pyproject.toml)
    if [ "$(cat "$stamp.package" 2>/dev/null)" = "$now" ]; then return; fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
    # As pip does for what it installs: where Python is told to write no such files, each command
    # would compile the package anew.
    .venv/bin/python -m compileall -q scripts/pilcrow hooks
    printf '%s\n' "$now" >"$stamp.package.new"
    mv "$stamp.package.new" "$stamp.package"
}

suitable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if suitable "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

apt_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say "Installing with apt: $*"
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2
}

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$@")" ] &&
    .venv/bin/python -c 'import pilcrow' 2>/dev/null; then
    install_package
    exit 0
fi

python=$(find_python) || {
    apt_install python3 python3-venv || true
    python=$(find_python)
} || {
    found=$("${PYTHON:-python3}" --version 2>/dev/null) || found="not there"
    fail "Python 3.11 or later is needed; ${PYTHON:-python3} is $found." \
        "Install one (apt install python3 python3-venv, or brew install python), or name it: make PYTHON=/path/to/python3.12"
}

can_make_venv "$python" || {
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    apt_install "python$version-venv" || apt_install python3-venv || true
}
can_make_venv "$python" || fail "$python cannot make virtual environments." \
    "On Debian and Ubuntu: sudo apt install python3-venv"

say "Setting up .venv with $("$python" --version) …"
rm -rf .venv
"$python" -m venv .venv
files=
for file in "$@"; do files="$files -r $file"; done
# shellcheck disable=SC2086  # the names hold no spaces: they are this project's own
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes $files ||
    fail "the requirements could not be installed." \
        "Is the network there? The first run downloads them; later runs need no network."
mkdir -p "$(dirname "$stamp")"
install_package
fingerprint "$@" >"$stamp.new"
mv "$stamp.new" "$stamp"

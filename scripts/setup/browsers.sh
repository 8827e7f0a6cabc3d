#!/bin/sh
# Sees to it that Chromium and Firefox are there for the tests: the system's where the system has
# them (Debian and Ubuntu, installed by apt when run as root), Playwright's own elsewhere.
#
#   browsers.sh STAMP
set -eu
stamp=$1

say() { printf '%s\n' "$*" >&2; }

have() {
    case $1 in
    chromium) [ -x /usr/bin/chromium ] ;;
    firefox) [ -x /usr/bin/firefox-esr ] ;;
    esac
}

own() {
    .venv/bin/python - "$1" <<'PYTHON'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    browser = getattr(playwright, sys.argv[1])
    sys.exit(not pathlib.Path(browser.executable_path).exists())
PYTHON
}

package() {
    case $1 in
    chromium) echo chromium ;;
    firefox) echo firefox-esr ;;
    esac
}

# A stamp tells of Playwright's own browsers only: looking for the system's takes no time.
if have chromium && have firefox; then exit 0; fi
if [ -f "$stamp" ]; then exit 0; fi

wanted=
for browser in chromium firefox; do
    have "$browser" || wanted="$wanted $(package "$browser")"
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing with apt:$wanted"
    apt-get update -qq >&2 || true
    # Ubuntu has snaps in place of these packages: then the next step serves.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $wanted >/dev/null || true
fi

for browser in chromium firefox; do
    if have "$browser" || own "$browser"; then continue; fi
    say "Installing Playwright's own $browser …"
    # Its libraries come by apt, which only root may use.
    if [ "$(id -u)" = 0 ]; then libraries=--with-deps; else libraries=; fi
    .venv/bin/python -m playwright install $libraries "$browser" >&2 || true
    own "$browser" || {
        say "make: no $browser for the tests."
        say "      On Debian: sudo apt install $(package "$browser"); elsewhere: .venv/bin/playwright install $browser"
        exit 1
    }
done
mkdir -p "$(dirname "$stamp")"
: >"$stamp"

#!/bin/sh
# Prints a fingerprint of every file below the given paths: names and contents, not times, so that
# a deleted, renamed or edited file changes it and a file written anew with the same words does not.
# Hidden files, caches and what an editable install leaves are no input.
#
#   changed.sh [-x NAME] PATH...      files of that name are left out
set -eu
except=
if [ "$1" = -x ]; then
    except=$2
    shift 2
fi
for path in "$@"; do
    [ -e "$path" ] || continue
    find "$path" \( -name '.?*' -o -name __pycache__ -o -name '*.egg-info' -o -name '*~' -o -name "$except" \) -prune \
        -o -type f -print0
done | xargs -0 cksum | LC_ALL=C sort | cksum

#!/usr/bin/env bash
# Builds the look of the pages, from assets/ into the folder given. The packages are fetched when the lock file has changed.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
to=$(realpath -m "$1")
cd "$root/assets"

for program in node npm; do
  command -v $program >/dev/null && continue
  printf '%s\n' "$program is not installed. The look of the pages is built with Node: install Node 20.19 or newer, with npm (https://nodejs.org)." >&2
  exit 2
done

# No script of a package runs: everything needed comes ready made.
fetched=node_modules/.fetched
if ! cmp -s package-lock.json $fetched; then
  npm ci --ignore-scripts
  cp package-lock.json $fetched
fi
node build.mjs "$to"

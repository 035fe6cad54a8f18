# Sourced by scripts/count-tests.sh: finds Chromium or Chrome, in which the tests open the pages, or installs it where that needs no question.
# The headless shell is the same browser without its own windows: the tests take a third of the time in it.

find_chromium() {
  local name
  for name in "${LAPWING_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    [[ -n $name ]] && command -v "$name" && return
  done
  return 1
}

# Starts to install it if it is missing; the build need not wait for that.
start_chromium() {
  local as=()
  find_chromium >/dev/null && return
  command -v apt-get >/dev/null || return 0
  if [[ $EUID != 0 ]]; then
    sudo -n true 2>/dev/null || return 0
    as=(sudo -n)
  fi
  say "Installing Chromium, in which the tests open the pages (apt-get)"
  # In a session of its own: a suite that ends early must not end it in the middle.
  launch chromium setsid -w "${as[@]}" env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get -q update && apt-get -q install -y --no-install-recommends chromium-headless-shell fonts-liberation'
}

# Exports where it is. Without it the tests of the pages fail, each with its reason; the others run.
await_chromium() {
  if [[ -f $work/chromium.pid ]]; then
    await chromium
    [[ $(<"$work/chromium.exit") == 0 ]] || cat "$work/chromium.log"
  fi
  if LAPWING_CHROMIUM=$(find_chromium); then
    export LAPWING_CHROMIUM
  else
    unset LAPWING_CHROMIUM
    say "Chromium is not installed: install it (Debian: apt-get install chromium), or say in LAPWING_CHROMIUM where Chromium or Chrome is."
  fi
}

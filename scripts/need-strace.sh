# Sourced by scripts/count-tests.sh: finds strace, through which a test of the storage sees what reaches the disk and when, or installs it where
# that needs no question. Without it that test is skipped, with its reason.

need_strace() {
  local as=()
  command -v strace >/dev/null && return
  command -v apt-get >/dev/null || return 0
  if [[ $EUID != 0 ]]; then
    sudo -n true 2>/dev/null || return 0
    as=(sudo -n)
  fi
  say "Installing strace, through which a test sees what reaches the disk (apt-get)"
  quietly "${as[@]}" env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get -q install -y --no-install-recommends strace || { apt-get -q update && apt-get -q install -y --no-install-recommends strace; }' || true
}

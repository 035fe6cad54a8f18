# Sourced by dev: takes the pictures of README and manual anew, from a demonstration of today. Chromium and Playwright are those of the tests.

take_pictures() {
  # shellcheck source=scripts/need-chromium.sh
  source "$root/scripts/need-chromium.sh"
  local chromium playwright="$root/tests/Pages.Tests/bin/Release/net10.0/.playwright/package" port=5289 server
  chromium=$(find_chromium) || refuse "Chromium is not installed: ./dev test installs it where it may."
  need_web "Building Lapwing (Release)"
  [[ -d $playwright ]] || quietly dotnet build "$root/tests/Pages.Tests" -c Release
  dotnet "$web" demo --urls "http://localhost:$port" >/dev/null &
  server=$!
  # shellcheck disable=SC2064
  trap "kill $server 2>/dev/null" EXIT      # the number itself: at the end of the script this function is over
  for _ in $(seq 100); do
    curl -fs "http://localhost:$port/" >/dev/null 2>&1 && break
    sleep 0.2
  done
  node "$root/scripts/take-pictures.mjs" "http://localhost:$port" "$root/docs/images" "$chromium" "$playwright"
  say "docs/images are new: look at them before you commit."
}

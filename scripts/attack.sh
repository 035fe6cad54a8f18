# Sourced by ./dev: runs again what docs/reliability.md says was tried on purpose, and says for each class whether it held. Every attack is a test: it
# goes against this program alone, on this machine, and ends by itself.

attack_everything() {
  need_sdk
  # shellcheck source=scripts/need-strace.sh
  source "$root/scripts/need-strace.sh"
  need_strace || say "strace is not here: what needs it is skipped, and said to be." >&2
  say "Building everything (Release)" >&2
  noting_sources quietly dotnet build "$root/Lapwing.slnx" -c Release
  local class project summary total wrong skipped held=0 failed=0 log
  log=$(mktemp)
  while read -r class project; do
    dotnet "$root/tests/$project/bin/Release/net10.0/Lapwing.$project.dll" -noLogo -noColor -class "*.$class" >"$log" 2>&1 </dev/null || true
    summary=$(grep -o 'Total: .*' "$log" | tail -n 1)
    read -r total wrong skipped <<<"$(sed -nE 's/Total: ([0-9]+), Errors: [0-9]+, Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3/p' <<<"$summary")"
    if [[ ${total:-0} -gt 0 && $wrong == 0 && $summary == *"Errors: 0"* && $skipped == 0 ]]; then
      held=$((held + 1))
      say "held:     $class of $project, $total attacks and planted faults"
    else
      failed=$((failed + 1))
      cat "$log"
      say "NOT HELD: $class of $project, ${wrong:-all} of ${total:-an unknown number}, ${skipped:-0} skipped"
    fi
  done < <(attacks)
  rm -f "$log"
  say "$held passed, $failed failed"
  [[ $failed == 0 ]]
}

# The classes of the tables of the page, each once, with every test project that has one of the name.
attacks() {
  local class
  grep -E '^\|' "$root/docs/reliability.md" | cut -d '|' -f 2 | grep -oE '[A-Za-z]+Tests' | awk '!seen[$0]++' | while read -r class; do
    (cd "$root/tests" && grep -lrE --include='*.cs' "class $class\b" .) | cut -d / -f 2 | sort -u | sed "s/^/$class /"
  done
}

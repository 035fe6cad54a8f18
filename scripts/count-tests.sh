# Sourced by ./dev: runs the whole suite and counts it so that nothing that went wrong can pass for right.

# shellcheck source=scripts/need-chromium.sh
source "$root/scripts/need-chromium.sh"
# shellcheck source=scripts/need-strace.sh
source "$root/scripts/need-strace.sh"

# The last line of stdout, whatever happens: only a suite that was counted to its end replaces it.
closing="0 passed, 1 failed"
sum_passed=0 sum_failed=0 sum_skipped=0

# Ends what still runs (each run is its own process group), then speaks the closing line.
finish() {
  local group
  for group in $(jobs -rp); do kill -- "-$group" 2>/dev/null || true; done
  rm -rf "$work"
  say "$closing"
}

# Starts a run in the background; under $work it leaves NAME.log and NAME.exit, and NAME.trx if it writes one.
# A run that hangs is ended after 30 minutes and judged as the crash that it is.
launch() {
  local name=$1
  shift
  set -m
  {
    ulimit -c 0
    local code=0
    timeout --foreground -k 10 30m "$@" || code=$?
    say "$code" >"$work/$name.exit"
  } >"$work/$name.log" 2>&1 </dev/null &
  set +m
  say "$!" >"$work/$name.pid"
}

await() { wait "$(<"$work/$1.pid")" || true; }

# Starts a test assembly, NAME of project DIR, by xunit's own runner: its exit code is 0, or 1 if something failed.
launch_assembly() {
  local name=$1 dir=$2
  shift 2
  launch "$name" dotnet "$root/tests/$dir/bin/Release/net10.0/Lapwing.$dir.dll" -noLogo -noColor \
    -result-trx "$work/$name.trx" "$@"
}

# Judges one run by its results and its exit code together, for each alone can say that all is well: a crash can
# leave "failed: 0", an early exit returns 0. Prints "PASSED FAILED SKIPPED", then what else went wrong.
judge() {
  local trx="$work/$1.trx" code counters='' why='' passed=0 failed=0 skipped=0 key
  code=$(<"$work/$1.exit")
  [[ -f $trx ]] && counters=$(grep -o '<Counters [^>]*>.*</TestRun>$' "$trx" || true)

  if [[ -z $counters ]]; then
    failed=1 why="ended before its results were written (exit code $code)"
  else
    passed=$(counter passed) failed=$(counter failed)
    skipped=$(($(counter total) - passed - failed))
    for key in error timeout aborted; do failed=$((failed + $(counter $key))); done
    if [[ $(counter total) == 0 ]]; then
      failed=$((failed + 1)) why="ran no test"
    elif [[ $code != $((failed > 0)) ]]; then
      failed=$((failed + 1)) why="ended with exit code $code"
    fi
  fi

  # What is skipped on a developer's machine is said; what is skipped where it counts has not been tested.
  if [[ ${CI:-} == true && $skipped != 0 ]]; then
    failed=$((failed + skipped)) why+="${why:+; }$skipped skipped, which CI counts as failed" skipped=0
  fi
  say "$passed $failed $skipped $why"
}

# One number of the results' summary; judge() has put it into $counters.
counter() { [[ $counters =~ \ $1=\"([0-9]+)\" ]] && say "${BASH_REMATCH[1]}" || say 0; }

# Adds a run of the suite to the sum and shows what it said.
report() {
  local passed failed skipped why
  await "$1"
  read -r passed failed skipped why <<<"$(judge "$1")"
  printf "\n== %s\n" "$1"
  cat "$work/$1.log"
  say "$1: passed $passed, failed $failed${why:+; $why}"
  sum_passed=$((sum_passed + passed)) sum_failed=$((sum_failed + failed)) sum_skipped=$((sum_skipped + skipped))
}

# Counts a check of the house itself: 0 is right. What it saw is shown only if it is wrong.
check() {
  local wrong=$1 what=$2 log=$3
  if [[ $wrong == 0 ]]; then
    sum_passed=$((sum_passed + 1))
    say "house check, right: $what"
  else
    sum_failed=$((sum_failed + 1))
    cat "$log"
    say "house check, WRONG: $what"
  fi
}

# The planted runs: the fault, CI, the judgement it must get, and in words.
planted() {
  cat <<'FAULTS'
Passing       -    1 0 0 one passing test is one passed
Failing       -    1 1 0 a failing test is one failed
BrokenFixture -    0 1 0 a fixture that throws is one failed
BrokenCleanUp -    1 1 0 a clean-up that throws is one failed
Crash         -    0 1 0 a crash in the middle is one failed
LateCrash     -    1 1 0 a crash after good results is one failed
EarlyExit     -    0 1 0 leaving in the middle with exit code 0 is one failed
Nothing       -    0 1 0 an assembly without tests is one failed
Skipped       -    0 0 1 all skipped is nothing passed, nothing failed
Skipped       true 0 1 0 all skipped is failed where CI=true
FAULTS
}

launch_planted() {
  local fault
  for fault in $(planted | cut -d ' ' -f 1 | uniq); do
    launch_assembly "planted.$fault" Planted -class "Lapwing.Planted.$fault"
  done
}

# The judge judged: each planted run must be seen for what it is.
check_planted() {
  local fault ci passed failed skipped what judgement wrong
  while read -r fault ci passed failed skipped what; do
    await "planted.$fault"
    judgement=$(CI=$ci judge "planted.$fault")
    wrong=0
    [[ $judgement == "$passed $failed $skipped "* ]] || wrong=1 what+="; judged as $judgement"
    check "$wrong" "$what" "$work/planted.$fault.log"
  done < <(planted)
}

check_format() {
  await format
  check "$(<"$work/format.exit")" "the source is in the agreed format (./dev format puts it right)" "$work/format.log"
}

# Whether two folders hold the same files, to the byte; says which do not.
same_files() { diff -rq "$1" "$2" >>"$work/assets.log" 2>&1; }

# What is committed is what the sources give; and a byte that somebody changed by hand is seen.
check_assets() {
  local wrong=0
  await assets
  [[ $(<"$work/assets.exit") == 0 ]] && same_files src/Web/Assets "$work/assets" || wrong=1
  check $wrong "the look of the pages is what its sources give (./dev assets builds it)" "$work/assets.log"

  wrong=0
  cp -r src/Web/Assets "$work/altered"
  same_files src/Web/Assets "$work/altered" || wrong=1
  sed -i '$ s/.$/#/' "$work/altered/lapwing.css"
  same_files src/Web/Assets "$work/altered" && wrong=1
  check $wrong "a changed byte in the look of the pages is seen" "$work/assets.log"
}

test_everything() {
  local project name suite=()
  work=$(mktemp -d)
  trap finish EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  need_sdk
  cd "$root"
  start_chromium

  say "Restoring"
  quietly dotnet restore Lapwing.slnx
  say "Building everything (Release)"
  noting_sources quietly dotnet build Lapwing.slnx -c Release --no-restore

  await_chromium
  need_strace
  say "Running every test assembly, the checks of format and look, and the planted faults"
  [[ -z ${LAPWING_APPROVE:-} ]] || say "LAPWING_APPROVE is set: approved files are rewritten, not compared"
  for project in tests/*.Tests/*.Tests.csproj; do
    name=$(basename "$project" .csproj)
    suite+=("$name")
    launch_assembly "$name" "$name"
  done
  launch format dotnet format Lapwing.slnx --verify-no-changes --no-restore
  launch assets scripts/build-assets.sh "$work/assets"
  launch_planted

  for name in "${suite[@]}"; do report "$name"; done
  # The house checks below always pass something; the suite must have passed something of its own.
  if [[ $sum_passed == 0 ]]; then
    sum_failed=$((sum_failed + 1))
    say "no test of the suite has passed"
  fi
  say ""
  check_planted
  check_format
  check_assets

  [[ $sum_skipped == 0 ]] || say "$sum_skipped skipped (not counted)"
  closing="$sum_passed passed, $sum_failed failed"
  [[ $sum_failed == 0 ]]
}

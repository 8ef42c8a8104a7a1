#!/usr/bin/env bash
# The conformance suite on a live Request Tracker 5: installs it where that is possible, starts it, runs the suite, stops it.
# The last line is `N passed, N failed`; where it can't be installed, `not run: request-tracker`, which is no failure. The same goes as
# JSON into the file that LOOP_TEST_COUNTS names.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${TMPDIR:-/tmp}/loop-rt
mkdir -p "$work"

not_run() {
  [ -z "${LOOP_TEST_COUNTS:-}" ] || node -e 'require("node:fs").writeFileSync(process.argv[1], JSON.stringify({notRun: process.argv[2]}))' "$LOOP_TEST_COUNTS" "$1"
  echo "not run: request-tracker ($1)"
  exit 0
}

[ "$(id -u)" = 0 ] || not_run 'needs root'
command -v apt-get >/dev/null && command -v runuser >/dev/null || not_run 'needs apt'
if ! "$here/install.sh" >"$work/install.log" 2>&1; then
  # Lists of packages that are out of date or were never read.
  apt-get update -qq >>"$work/install.log" 2>&1 || not_run 'no packages can be had'
  "$here/install.sh" >>"$work/install.log" 2>&1 || not_run "it could not be installed, see $work/install.log"
fi

port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
trap '"$here/stop.sh" "$work"' EXIT
if ! "$here/start.sh" "$port" "$work"; then
  echo '0 passed, 1 failed'
  exit 1
fi
LOOP_RT=$work/rt.json node "$root/scripts/conformance.mjs" request-tracker --json >"$work/conformance.json" || true
node - "$work/conformance.json" <<'REPORT'
const {readFileSync, writeFileSync} = require('node:fs');
let checks;
try {
  ({checks} = JSON.parse(readFileSync(process.argv[2], 'utf8')));
} catch {
  checks = [{id: 'the suite', verdict: 'failed', reason: 'It gave no report'}];
}
const of = (verdict) => checks.filter((check) => check.verdict === verdict);
for (const {id, reason} of of('failed')) console.log(`failed: ${id}\n  ${reason}`);
for (const {id, reason} of [...of('not proven'), ...of('skipped')]) console.log(`not proven: ${id} (${reason})`);
console.log(`${of('passed').length} passed, ${of('failed').length} failed`);
const {LOOP_TEST_COUNTS: counts} = process.env;
const failures = of('failed').map(({id, reason}) => ({name: id, message: reason}));
if (counts) writeFileSync(counts, JSON.stringify({passed: of('passed').length, failed: failures.length, failures}));
process.exitCode = of('failed').length > 0 ? 1 : 0;
REPORT

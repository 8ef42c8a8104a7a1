#!/usr/bin/env bash
# Stops what start.sh started, if it runs. Usage: stop.sh [work directory]
set -euo pipefail
work=${1:-${TMPDIR:-/tmp}/loop-rt}
file=$work/server/rt.pid
[ -s "$file" ] || exit 0
pid=$(cat "$file")
# The number may be somebody else's by now.
grep -qs starman "/proc/$pid/cmdline" || exit 0
kill -QUIT "$pid"
for _ in $(seq 100); do
  [ -e "/proc/$pid" ] || exit 0
  sleep 0.1
done
kill -TERM "$pid"

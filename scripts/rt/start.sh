#!/usr/bin/env bash
# Starts a throw-away Request Tracker 5 on the loopback interface and writes its address and tokens to <work>/rt.json. Each start
# begins with the same small desk (seed.pl): tickets of earlier ones are gone. Needs root, and install.sh
# to have run. Usage: start.sh [port] [work directory]; stop it with stop.sh [work directory].
set -euo pipefail
port=${1:-8090}
work=${2:-${TMPDIR:-/tmp}/loop-rt}
here=$(cd "$(dirname "$0")" && pwd)
etc=/etc/request-tracker5
database=/var/lib/dbconfig-common/sqlite3/request-tracker5/rtdb
if ! [ -e "$etc/loop-throw-away" ]; then
  echo "There is no Request Tracker that may be thrown away: $here/install.sh makes one" >&2
  exit 3
fi
as_rt() { runuser -u www-data -- "$@"; }

mkdir -p "$work/server"
chmod 755 "$work"
chown www-data "$work/server"
"$here/stop.sh" "$work"

# Preseeding can't set an empty path, so the address is set here. Tokens are hashed on every call: the cheapest hash will do for a test.
# Without FullTextSearch a search for words in messages finds nothing and does not say so. Mail goes to a file.
chgrp www-data "$etc/RT_SiteConfig.pm"
chmod 640 "$etc/RT_SiteConfig.pm"
cat >"$etc/RT_SiteConfig.d/90-loop-test.pm" <<CONFIG
Set(\$WebDomain, '127.0.0.1'); Set(\$WebPort, $port); Set(\$WebPath, '');
Set(\$WebBaseURL, 'http://127.0.0.1:$port'); Set(\$WebURL, 'http://127.0.0.1:$port/');
Set(\$LogToSyslog, undef); Set(\$LogToSTDERR, 'error'); Set(\$MailCommand, 'mbox');
Set(\$BcryptCost, 4);
Set(%FullTextSearch, Enable => 1, Indexed => 0);
1;
CONFIG

install -m 644 "$here/seed.pl" "$here/tokens.pl" "$work/"
# A database of its own for each start, made once and kept beside it.
rm -f "$database" "$database"-wal "$database"-shm
if ! [ "$database.seeded" -nt "$here/seed.pl" ]; then
  as_rt rt-setup-database --action init --skip-create >"$work/seed.log" 2>&1
  as_rt rt-setup-database --action insert --skip-create --datafile "$work/seed.pl" >>"$work/seed.log" 2>&1
  as_rt cp "$database" "$database.seeded"
fi
as_rt cp "$database.seeded" "$database"
tokens=$(as_rt perl "$work/tokens.pl" root agent1 agent2 2>"$work/tokens.log")
{ read -r root && read -r agent1 && read -r agent2; } <<<"$tokens"

# Starman closes idle connections after a second, which a client may meet in the middle of its next request.
setsid runuser -u www-data -- /usr/share/request-tracker5/libexec/rt-server --server Starman --workers 3 --disable-keepalive \
  --pid "$work/server/rt.pid" --host 127.0.0.1 --port "$port" >"$work/rt.log" 2>&1 </dev/null &
for _ in $(seq 600); do
  if curl -s -o /dev/null "http://127.0.0.1:$port/REST/2.0/rt"; then
    (umask 077 && cat >"$work/rt.json") <<JSON
{"url": "http://127.0.0.1:$port", "tokens": {"root": "$root", "agent1": "$agent1", "agent2": "$agent2"}}
JSON
    echo "Request Tracker: http://127.0.0.1:$port ($work/rt.json)"
    exit 0
  fi
  sleep 0.1
done
echo "Request Tracker does not answer on port $port; see $work/rt.log" >&2
exit 1

#!/usr/bin/env bash
# Installs Debian's Request Tracker 5 for a throw-away backend on this machine: SQLite, no mail server, no web server but its own.
# Needs root and apt. Does nothing where it has installed it already, and leaves alone what others have installed: ends with 3 then.
# Usage: install.sh [port]
set -euo pipefail
port=${1:-8090}
mark=/etc/request-tracker5/loop-throw-away
if [ -e "$mark" ]; then exit 0; fi
if [ -e /etc/request-tracker5 ] || [ -e /usr/share/request-tracker5 ]; then
  echo 'Request Tracker is here already, and was not installed by this script: left alone' >&2
  exit 3
fi

# After a purge debconf forgets where the database was, so the path is given.
debconf-set-selections <<ANSWERS
request-tracker5 request-tracker5/rtname string example.test
request-tracker5 request-tracker5/organization string example.test
request-tracker5 request-tracker5/correspondaddress string support@example.test
request-tracker5 request-tracker5/commentaddress string support-comment@example.test
request-tracker5 request-tracker5/webbaseurl string http://127.0.0.1:$port
request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true
request-tracker5 request-tracker5/database-type select sqlite3
request-tracker5 request-tracker5/dbconfig-install boolean true
request-tracker5 request-tracker5/db/basepath string /var/lib/dbconfig-common/sqlite3/request-tracker5
request-tracker5 request-tracker5/db/dbname string rtdb
request-tracker5 request-tracker5/install-cronjobs boolean false
request-tracker5 request-tracker5/initial-root-password password loop-test-password
request-tracker5 request-tracker5/password-confirm password loop-test-password
ANSWERS

# rt5-standalone keeps Apache out, w3m silences a warning about HTML bodies.
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  request-tracker5 rt5-standalone rt5-db-sqlite starman w3m
# From now on its database may be thrown away.
touch "$mark"

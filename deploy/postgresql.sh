#!/bin/sh
# A throw-away PostgreSQL for the tests: 127.0.0.1:5432, user postgres without password,
# database "test". Does nothing where one answers already. Never for real data.
set -eu

klaar() { psql -h 127.0.0.1 -U postgres -d "$1" -qtAc 'select 1' >/dev/null 2>&1; }

if ! klaar postgres; then
    versie=$(ls /usr/lib/postgresql 2>/dev/null | sort -V | tail -1)
    if [ -z "$versie" ] || [ "$(id -u)" != 0 ]; then
        echo "No PostgreSQL on 127.0.0.1:5432; as root: apt install postgresql && deploy/postgresql.sh" >&2
        exit 1
    fi
    conf=/etc/postgresql/$versie/main
    [ -d "$conf" ] || pg_createcluster "$versie" main >/dev/null
    echo 'host all postgres 127.0.0.1/32 trust' | cat - "$conf/pg_hba.conf" > "$conf/pg_hba.new"
    mv "$conf/pg_hba.new" "$conf/pg_hba.conf"
    chown postgres:postgres "$conf/pg_hba.conf"
    sed -i 's/^port = .*/port = 5432/' "$conf/postgresql.conf"
    pg_ctlcluster "$versie" main restart
    for _ in $(seq 50); do klaar postgres && break; sleep 0.2; done
fi
klaar postgres || { echo "PostgreSQL did not start: see /var/log/postgresql" >&2; exit 1; }
klaar test || createdb -h 127.0.0.1 -U postgres test

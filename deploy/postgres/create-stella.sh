#!/bin/sh
# Run once by the image of PostgreSQL, when it makes its data: a user that may make Stella's roles and is no
# superuser, and a database of its own.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --set password="$STELLA_DATABASE_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role stella login createrole password :'password';
create database stella owner stella;
SQL

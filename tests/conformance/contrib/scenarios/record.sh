#!/bin/sh
# Records the scenarios of this folder from real Django: record.sh NAME … (needs ../../../../../shared/oracle set up).
set -e
here=$(cd "$(dirname "$0")" && pwd)
oracle=$here/../../../../../shared/oracle/django/record.py
for name in "$@"; do
	for version in 3.2 4.2 5.2 6.1; do
		PYTHONDONTWRITEBYTECODE=1 python3 "$here/$name.py" | python3 "$oracle" "$version" >"$here/../$name.$version.new"
		mv "$here/../$name.$version.new" "$here/../$name.$version.jsonl"
	done
done

#!/bin/sh
# Records scenarios on real Django: record.sh NAME [VERSION …]. Writes own/NAME.VERSION.jsonl.
# A FakeDatetime of the recorder's frozen clock is written as the datetime that it stands for.
name=$1; shift
here=$(cd "$(dirname "$0")" && pwd)
oracle=${ORACLE:-$here/../../../../../shared/oracle/django}
out=${OUT:-$here/../own}
mkdir -p "$out"
for version in ${*:-3.2 4.2 5.2 6.1}; do
	(cd "$here" && python3 "$name.py") | python3 "$oracle/record.py" "$version" |
		sed 's/FakeDatetime(/datetime.datetime(/g; s/type FakeDatetime is/type datetime is/g' > "$out/$name.$version.jsonl"
done

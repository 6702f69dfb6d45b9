#!/bin/sh
# gofmt.sh: fails, and names the files, when some file is not as gofmt would write it.
set -eu
cd "$(dirname "$0")/.."
files=$(gofmt -s -l .)
if [ -n "$files" ]; then
	printf 'not formatted; run gofmt -s -w on:\n%s\n' "$files" >&2
	exit 1
fi

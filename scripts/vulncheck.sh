#!/bin/sh
# vulncheck.sh: whether anything that the program is built from is known to be vulnerable, as the Go project's database says. Without
# that database nothing can be said, and that is said: GOVULNDB names another copy of it.
set -eu
cd "$(dirname "$0")/.."
scripts/need.sh go
said=$(mktemp)
trap 'rm -f "$said"' EXIT
trap 'exit 130' INT TERM
# The program without Fyne's driver for OpenGL, so that it takes no C compiler.
if CGO_ENABLED=0 go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 -tags ci ./app >"$said" 2>&1; then
	cat "$said"
	exit 0
fi
cat "$said" >&2
if grep -q 'fetching vulnerabilities' "$said"; then
	echo "vulncheck.sh: the database ${GOVULNDB:-https://vuln.go.dev} cannot be reached: nothing was checked" >&2
	exit 2
fi
exit 1

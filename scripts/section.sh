# shellcheck shell=sh
# To be sourced: section NAME prints a heading, with the seconds that the script has taken so far.
started=$(date +%s)
section() {
	printf '== %s == (%d s)\n' "$1" $(($(date +%s) - started))
}

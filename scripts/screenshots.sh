#!/bin/sh
# screenshots.sh: lets the program draw the pictures of its documentation, docs/images.
set -eu
cd "$(dirname "$0")/.."
scripts/need.sh go gl screen
scripts/build.sh
mkdir -p docs/images

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

# shoot NAME THEME MODE [ARGUMENT...]: one picture of the window, from a fresh start.
shoot() {
	name=$1 theme=$2 mode=$3
	shift 3
	echo "docs/images/$name.png"
	rm -rf "$home"
	mkdir -p "$home/.cache"
	scripts/with-display.sh env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME -u XDG_CACHE_HOME HOME="$home" LANG=en_US.UTF-8 \
		build/descentlab -screenshot "docs/images/$name.png" -theme "$theme" -mode "$mode" -size 1440x900 -scale 1 "$@"
}
shoot main-dark dark overlay
shoot main-light light overlay
shoot side-by-side-dark dark side
shoot side-by-side-light light side
shoot basins-light light side -show basins
shoot plane-dark dark overlay -show plane -large
shoot sheet-light light overlay -show sheet
shoot swarm-dark dark overlay docs/painted-swarm.json
shoot curve-dark dark overlay -room curve
shoot descent-light light overlay -room descent
shoot learn-light light overlay -room learn

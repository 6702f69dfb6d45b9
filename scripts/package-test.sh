#!/bin/sh
# package-test.sh [MIRROR]: installs the .deb of build/package in a bare Debian, opens there every kind of file that an experiment is
# kept in, takes the package away again, and looks at what is left. It needs root, debootstrap and a mirror. What was seen is left
# in build/package-test.
set -eu
cd "$(dirname "$0")/.."
mirror=${1:-http://deb.debian.org/debian}
scripts/need.sh screen
[ "$(id -u)" = 0 ] || { echo 'package-test.sh: it needs root, for a root folder of its own' >&2; exit 2; }
command -v debootstrap >/dev/null 2>&1 || { echo 'package-test.sh: it needs debootstrap: apt-get install debootstrap' >&2; exit 2; }
deb=$(ls build/package/descentlab_*.deb)
for tool in desktop-file-validate appstreamcli; do
	command -v "$tool" >/dev/null 2>&1 || { echo "package-test.sh: without $tool: apt-get install desktop-file-utils appstream" >&2; exit 2; }
done

root=$(mktemp -d)
chmod 755 "$root" # apt reads there as a user of its own
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root" "$root".*' EXIT
trap 'exit 130' INT TERM
fail() {
	echo "package-test.sh: $*" >&2
	exit 1
}
inside() { DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root chroot "$root" "$@"; }
# files are all that are there but for what packages leave about themselves, and caches.
files() { find "$root" -xdev \( -path "$root/var" -o -path "$root/proc" -o -path "$root/tmp" -o -path "$root/root" \
	-o -path "$root/usr/share/mime" -o -name mimeinfo.cache -o -path "$root/etc/ld.so.cache" \) -prune -o -print | sort; }

echo "a bare Debian, from $mirror"
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || { tail -5 "$root.log"; fail 'debootstrap'; }
mount -t proc proc "$root/proc"
cp "$deb" "$root/tmp/descentlab.deb"
echo 'what the package asks for'
inside apt-get -qq update
# Of the desktop, what a menu and a double click need; software OpenGL stands for a graphics card.
inside apt-get -qq install -y --no-install-recommends libgl1-mesa-dri desktop-file-utils shared-mime-info libglib2.0-bin \
	$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g') >/dev/null 2>&1
files >"$root.before"

echo 'install'
inside apt-get -qq install -y --no-install-recommends /tmp/descentlab.deb >/dev/null 2>&1
inside descentlab -version
inside descentlab race peaks -steps 20 -o /tmp/race.json
desktop-file-validate "$root/usr/share/applications/org.descentlab.lab.desktop" || fail 'the desktop entry'
appstreamcli validate --no-net --pedantic "$root/usr/share/metainfo/org.descentlab.lab.metainfo.xml" || fail 'the metadata of the app store'
printf '%s' '{"format":"descentlab experiment","version":1,"surface":"rosenbrock","home":[-2,2,-1,3],"view":[-2,2,-1,3],' \
	'"start":[-1.375,2.125],"seed":1,"noise":0,"steps":50,"racers":[{"racer":"adam lr=0.05","slot":0}],' \
	'"look":{"levels":"log","side_by_side":false,"linear_loss":false}}' >"$root/tmp/some.descent.json"
type=$(inside gio info -a standard::content-type /tmp/some.descent.json | sed -n 's/.*content-type: //p')
[ "$type" = application/vnd.descentlab.experiment+json ] || fail "an experiment is taken for $type"
inside gio mime "$type" | grep -q 'Default.*org.descentlab.lab.desktop' || fail "a double click does not open it: $(inside gio mime "$type")"

shots=$PWD/build/package-test
mkdir -p "$shots"
# opened FILE [SHOT]: the program opens a file that is inside, and its session has the experiment's start, which no other has.
opened() {
	echo "$1 in the window"
	rm -rf "$root"/tmp/sessions
	FILE=$1 ROOT=$root SHOT=${2:-} scripts/with-display.sh sh -c '
		# Where the X server has no socket but a file, that file is put inside.
		socket=/tmp/.X11-unix/X${DISPLAY#:}
		mkdir -p "$ROOT/tmp/.X11-unix" && ln -f "$socket" "$ROOT$socket" 2>/dev/null || true
		DESCENTLAB_TRACE=1 DESCENTLAB_SESSION=/tmp/sessions/session.json HOME=/root LC_ALL=C.UTF-8 \
			chroot "$ROOT" descentlab "$FILE" >"$ROOT.said" 2>&1 &
		program=$!
		for i in $(seq 600); do
			if grep -q "first race shown" "$ROOT.said" || ! kill -0 "$program" 2>/dev/null; then break; fi
			sleep 0.1
		done
		xdotool search --name "Descent Lab" getwindowname
		for i in $(seq 100); do
			if ls "$ROOT"/tmp/sessions/opened-*.json >/dev/null 2>&1; then break; fi
			sleep 0.1
		done
		if [ -n "$SHOT" ] && command -v import >/dev/null 2>&1; then sleep 2 && import -window root "$SHOT"; fi
		kill "$program"
	' || { cat "$root.said"; fail "the window with $1"; }
	grep -q 'first race shown' "$root.said" || { cat "$root.said"; fail "no race was shown of $1"; }
	tr -d ' \n' <"$(ls "$root"/tmp/sessions/opened-*.json)" | grep -q '"start":\[-1.375,2.125\]' ||
		{ cat "$root.said"; fail "the window has another experiment than $1"; }
}
for kind in png svg html; do inside descentlab race /tmp/some.descent.json -o "/tmp/race.$kind" >/dev/null; done
opened /tmp/some.descent.json "$shots/experiment.png"
for kind in png svg html; do opened "/tmp/race.$kind"; done

echo 'remove'
inside apt-get -qq purge -y descentlab >/dev/null 2>&1
files >"$root.after"
diff "$root.before" "$root.after" || fail 'this is left, or gone'
echo 'installed, shown, removed'

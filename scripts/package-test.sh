#!/bin/sh
# package-test.sh [MIRROR]: installs the .deb of build/package in a bare Debian, shows an experiment there, takes the package away
# again, and looks at what is left. It needs root, debootstrap and a mirror.
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
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
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
	'"start":[-1.5,2],"seed":1,"noise":0,"steps":50,"racers":[{"racer":"adam lr=0.05","slot":0}],' \
	'"look":{"levels":"log","side_by_side":false,"linear_loss":false}}' >"$root/tmp/some.descent.json"
type=$(inside gio info -a standard::content-type /tmp/some.descent.json | sed -n 's/.*content-type: //p')
[ "$type" = application/vnd.descentlab.experiment+json ] || fail "an experiment is taken for $type"
inside gio mime "$type" | grep -q 'Default.*org.descentlab.lab.desktop' || fail "a double click does not open it: $(inside gio mime "$type")"

echo 'an experiment in the window'
ROOT=$root scripts/with-display.sh sh -c '
	DESCENTLAB_TRACE=1 DESCENTLAB_SESSION=/tmp/session.json HOME=/root LC_ALL=C.UTF-8 chroot "$ROOT" descentlab /tmp/some.descent.json >"$ROOT.said" 2>&1 &
	program=$!
	for i in $(seq 600); do
		if grep -q "first race shown" "$ROOT.said" || ! kill -0 "$program" 2>/dev/null; then break; fi
		sleep 0.1
	done
	xdotool search --name "Descent Lab" getwindowname
	kill "$program"
' || { cat "$root.said"; fail 'the window'; }
grep -q 'first race shown' "$root.said" || { cat "$root.said"; fail 'no race was shown'; }

echo 'remove'
inside apt-get -qq purge -y descentlab >/dev/null 2>&1
files >"$root.after"
diff "$root.before" "$root.after" || fail 'this is left, or gone'
rm -f "$root".*
echo 'installed, shown, removed'

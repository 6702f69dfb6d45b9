#!/bin/sh
# package.sh [linux] [windows]: what others install, in build/package. Without arguments: for Linux, and for Windows if the
# compiler for it (mingw-w64) is here. What is built twice from one commit is the same, byte by byte, on one machine.
set -eu
cd "$(dirname "$0")/.."
scripts/need.sh go gl

version=$(awk -F'"' '/^  Version/ { print $2 }' FyneApp.toml)
commit=$(git -c safe.directory='*' describe --always --dirty --exclude '*' 2>/dev/null || true)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -c safe.directory='*' log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
link="-s -w -X descentlab/app/about.Commit=$commit"
out=$PWD/build/package
files=$PWD/scripts/package
mingw=x86_64-w64-mingw32-gcc

# filled FILE: a file of scripts/package with the version and the day put in.
filled() { sed -e "s/@VERSION@/$version/g" -e "s/@DATE@/$day/g" "$files/$1"; }

# licences: that of the program, and those of what is in it.
licences() { cat LICENSE; printf '\nThe licences of what is in the program:\n\n'; cat resources/licences.txt; }

# tree ROOT PREFIX: the program and what goes with it, as it lies below a prefix.
tree() {
	to=$1$2
	mkdir -p "$to/bin" "$to/share/applications" "$to/share/mime/packages" "$to/share/metainfo" "$to/share/man/man1" \
		"$to/share/icons/hicolor/512x512/apps" "$to/share/icons/hicolor/scalable/apps" "$to/share/doc/descentlab"
	go build -tags no_emoji -ldflags "$link" -o "$to/bin/descentlab" ./app
	cp "$files/org.descentlab.lab.desktop" "$to/share/applications/"
	cp "$files/org.descentlab.lab.xml" "$to/share/mime/packages/"
	filled org.descentlab.lab.metainfo.xml >"$to/share/metainfo/org.descentlab.lab.metainfo.xml"
	cp resources/icon.png "$to/share/icons/hicolor/512x512/apps/org.descentlab.lab.png"
	cp resources/icon.svg "$to/share/icons/hicolor/scalable/apps/org.descentlab.lab.svg"
	filled descentlab.1 | gzip -9n >"$to/share/man/man1/descentlab.1.gz"
	licences >"$to/share/doc/descentlab/copyright"
	gzip -9n <CHANGELOG.md >"$to/share/doc/descentlab/changelog.gz"
	cp README.md "$to/share/doc/descentlab/"
	manual "$to/share/doc/descentlab"
	chmod -R u=rwX,go=rX "$1"
}

# manual FOLDER: what the README leads to, for those who use the program.
manual() {
	mkdir -p "$1/docs"
	for name in GUIDE KEYS COMMANDS CLAIMS LESSONS WORDS CONVENTIONS ACCESSIBILITY; do cp "docs/$name.md" "$1/docs/"; done
}

# packed FOLDER: an archive of it on standard output that does not tell who made it, and when.
packed() { tar -C "$1" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - .; }

linux() {
	arch=$(go env GOARCH)
	work=$(mktemp -d)
	tree "$work/plain" ''
	filled README.txt >"$work/plain/README.txt"
	packed "$work/plain" | xz -9e >"$out/descentlab-$version-linux-$arch.tar.xz"
	if command -v dpkg-deb >/dev/null 2>&1; then
		mkdir -p "$work/deb/usr"
		cp -a "$work/plain/bin" "$work/plain/share" "$work/deb/usr/"
		control "$work/deb"
		find "$work/deb" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
		dpkg-deb --root-owner-group -Zxz --build "$work/deb" "$out/descentlab_${version}_$arch.deb" >/dev/null
	else
		echo 'package.sh: there is no dpkg-deb, so no .deb is made' >&2
	fi
	filled org.descentlab.lab.yml >"$out/org.descentlab.lab.yml"
	rm -rf "$work"
}

# control ROOT: what dpkg wants to know. Of the C library, the release that the program asks for; GLFW loads those of X11 and of
# Wayland by itself.
control() {
	libc=$(strings -a "$1/usr/bin/descentlab" | sed -n 's/^GLIBC_\([0-9.]*\)$/\1/p' | sort -V | tail -1)
	mkdir -p "$1/DEBIAN"
	cat >"$1/DEBIAN/control" <<-CONTROL
		Package: descentlab
		Version: $version
		Architecture: $(go env GOARCH)
		Maintainer: The Descent Lab authors <lab@descentlab.org>
		Section: education
		Priority: optional
		Installed-Size: $(du -sk "$1/usr" | cut -f 1)
		Depends: libc6 (>= ${libc:-2.34}), libgl1, libegl1, libx11-6, libxcursor1, libxrandr2, libxinerama1, libxi6, libxxf86vm1, libwayland-client0, libwayland-cursor0, libwayland-egl1, libxkbcommon0
		Recommends: desktop-file-utils, shared-mime-info, hicolor-icon-theme, xdg-desktop-portal
		Description: see how optimizers descend on a loss surface
		 A laboratory in which optimizers race across the contour map of a loss surface,
		 with its minima and saddle points, loss charts beside it, and everything redrawn
		 while a slider moves. For students, teachers and engineers of machine learning.
	CONTROL
	for script in postinst postrm; do
		cp "$files/$script" "$1/DEBIAN/$script"
		chmod 755 "$1/DEBIAN/$script"
	done
}

windows() {
	work=$(mktemp -d)
	made=app/descentlab_windows_amd64.syso
	# The icon, the version and the manifest, which says that the program knows of high resolutions.
	go run github.com/tc-hib/go-winres@v0.3.3 simply --no-suffix --arch amd64 --out "$made" --icon resources/icon.png \
		--manifest gui --product-name 'Descent Lab' --file-description 'Descent Lab' --copyright 'The Descent Lab authors, MIT License' \
		--product-version "$version" --file-version "$version" --original-filename descentlab.exe
	failed=
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=$mingw go build -tags no_emoji -ldflags "-H=windowsgui $link" \
		-o "$work/Descent Lab/descentlab.exe" ./app || failed=$?
	rm -f "$made"
	[ -z "$failed" ] || exit "$failed"
	for name in README.md CHANGELOG.md; do cp "$name" "$work/Descent Lab/"; done
	manual "$work/Descent Lab"
	licences >"$work/Descent Lab/LICENSES.txt"
	find "$work" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
	rm -f "$out/descentlab-$version-windows-amd64.zip"
	(cd "$work" && find . -type f | sort | TZ=UTC zip -9Xq "$out/descentlab-$version-windows-amd64.zip" -@)
	rm -rf "$work"
}

mkdir -p "$out"
[ $# -gt 0 ] || { set -- linux; command -v "$mingw" >/dev/null 2>&1 && set -- linux windows; }
for system in "$@"; do
	case $system in
	linux | windows) "$system" ;;
	*)
		echo "package.sh: unknown system $system: linux or windows would be right" >&2
		exit 2
		;;
	esac
done
cd "$out" && sha256sum descentlab* >SHA256SUMS && ls -l "$out"

//go:build e2e

package e2e

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// smallDisk is a disk of some kilobytes.
func smallDisk(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("no small disk can be had: %v (it needs root)", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// filling is the file that fills a disk.
const filling = "filling"

// fill leaves only so many bytes of a disk free.
func fill(t *testing.T, folder string, free int) {
	t.Helper()
	f, err := os.Create(filepath.Join(folder, filling))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page := make([]byte, 4096)
	size := 0
	for err == nil {
		_, err = f.Write(page)
		size += len(page)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if err := f.Truncate(int64(max(0, size-len(page)-free))); err != nil {
		t.Fatal(err)
	}
}

// names are those of a folder's files, also of the hidden ones.
func names(t *testing.T, folder string) (list []string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		list = append(list, f.Name())
	}
	return list
}

// size is how many bytes a race takes in a format, where there is room.
func size(t *testing.T, bin string, args []string, ending string) int {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whole"+ending)
	if out, err := exec.Command(bin, append(args, "-o", path)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return int(info.Size())
}

// TestExportOnAFullDisk: for every format that a race can be written in, a line says what was not written and why, the exit
// status is that of what the machine could not do, the file that was there stays, and nothing half-written lies beside it.
func TestExportOnAFullDisk(t *testing.T) {
	t.Parallel()
	bin := os.Getenv("DESCENTLAB_BIN")
	folder := smallDisk(t)
	usage, err := exec.Command(bin, "race", "-h").Output()
	if err != nil {
		t.Fatal(err)
	}
	list := regexp.MustCompile(`-o FILE([.a-z|]+)\|-`).FindSubmatch(usage)
	if list == nil {
		t.Fatalf("the usage names no formats: %s", usage)
	}
	endings := strings.Split(string(list[1]), "|")
	if len(endings) < 10 {
		t.Errorf("only %d formats: %v", len(endings), endings)
	}
	for _, ending := range endings {
		old := filepath.Join(folder, "old"+ending)
		if err := os.WriteFile(old, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		args := []string{"race", "-steps", "400", "-racer", "adam lr=0.05"}
		if ending == ".gif" || ending == ".apng" {
			args = append(args, "-frames", "4", "-size", "200x200")
		}
		for _, free := range []int{0, 4096} {
			if free > 0 && size(t, bin, args, ending) <= free {
				continue
			}
			fill(t, folder, free)
			before := names(t, folder)
			for _, path := range []string{filepath.Join(folder, "new"+ending), old} {
				var said bytes.Buffer
				cmd := exec.Command(bin, append(args, "-o", path)...)
				cmd.Stderr = &said
				if err := cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != 1 {
					t.Errorf("%s with %d bytes free: %v, %s", path, free, err, said.String())
				}
				line := said.String()
				if strings.Count(line, "\n") != 1 || !strings.Contains(line, path) || !strings.Contains(line, "no space left on device") {
					t.Errorf("%s with %d bytes free is told as %q", path, free, line)
				}
				if now := names(t, folder); !slices.Equal(now, before) {
					t.Errorf("%s with %d bytes free leaves %v; before there were %v", path, free, now, before)
				}
			}
			if data, err := os.ReadFile(old); err != nil || string(data) != "old" {
				t.Errorf("%s is now %q, %v", old, data, err)
			}
		}
		if err := os.Remove(old); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSessionOnAFullDisk: a session that cannot be saved is told of in the window, what was saved stays as it was with nothing
// beside it, and when there is room again the session has what was done meanwhile.
func TestSessionOnAFullDisk(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t)
	session := filepath.Join(disk, "session.json")
	d := startDisplay(t)
	p := start(t, d, session)
	until(t, "a first session file", func() bool { return p.saved(t).Experiment.Surface == "peaks" })
	fill(t, disk, 0)
	m, was, files := p.place(t, "map"), p.saved(t).Experiment.Start, names(t, disk)
	before := p.rest(t)
	p.click(t, m.Min.X+m.Dx()/3, m.Min.Y+m.Dy()/4)
	foot := m
	foot.Min.Y = m.Max.Y - 60
	p.changed(t, "a message at the foot of the map", before, foot, 2000)
	if p.saved(t).Experiment.Start != was {
		t.Error("the session is saved though the disk is full")
	}
	if now := names(t, disk); !slices.Equal(now, files) {
		t.Errorf("on the full disk there are %v, and there were %v", now, files)
	}
	if err := os.Remove(filepath.Join(disk, filling)); err != nil {
		t.Fatal(err)
	}
	until(t, "the session on the disk", func() bool { return p.saved(t).Experiment.Start != was })
	p.quit(t)
}

package setup

import (
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func put(t *testing.T, path, text string, mode fs.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

func TestFilesKeepTheirPermissions(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o664, 0o200} {
		path := filepath.Join(t.TempDir(), "race.csv")
		put(t, path, "old", mode)
		if err := WriteFile(path, []byte("new")); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err := os.Chmod(path, mode|0o400); err != nil {
			t.Fatal(err)
		}
		if text, _ := os.ReadFile(path); err != nil || info.Mode().Perm() != mode || string(text) != "new" {
			t.Errorf("%v: %v %q %v", mode, info.Mode(), text, err)
		}
	}
	path := filepath.Join(t.TempDir(), "race.csv")
	if err := WriteFile(path, nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("a new file: %v %v", info.Mode(), err)
	}
}

// TestProtectedFilesStay: a file without the right to write is not replaced by another, and the error says why.
func TestProtectedFilesStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "race.csv")
	for _, mode := range []fs.FileMode{0o444, 0o400, 0o555} {
		put(t, path, "old", mode)
		err := WriteFile(path, []byte("new"))
		want := path + " was not written: it is write-protected"
		if text, _ := os.ReadFile(path); string(text) != "old" || err == nil || err.Error() != want {
			t.Errorf("%v: %q, %v", mode, text, err)
		}
		if err := CheckWritable(path); err == nil || !strings.Contains(err.Error(), "write-protected") {
			t.Errorf("%v: %v before anything is written", mode, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	if err := CheckWritable(path); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) > 0 {
		t.Errorf("a look whether a file can be written leaves %v, %v", left, err)
	}
	none := filepath.Join(t.TempDir(), "none")
	err := WriteFile(filepath.Join(none, "race.csv"), nil)
	if err == nil || !strings.Contains(err.Error(), "folder "+none+": no such") {
		t.Errorf("no folder: %v", err)
	}
	if err := CheckWritable(filepath.Join(none, "race.csv")); err == nil || !strings.HasPrefix(err.Error(), "folder "+none) {
		t.Errorf("no folder: %v before anything is written", err)
	}
}

func TestLinksAreWrittenThrough(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "elsewhere"), 0o700); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(dir, "elsewhere", "target.csv")
	put(t, target, "old", 0o600)
	for link, to := range map[string]string{
		"relative.csv": "elsewhere/target.csv", "absolute.csv": target, "twice.csv": "relative.csv", "new.csv": "elsewhere/new.csv",
		"circle.csv": "circle.csv",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"relative.csv": target, "absolute.csv": target, "twice.csv": target, "new.csv": filepath.Join(dir, "elsewhere", "new.csv"),
	} {
		err := WriteFile(filepath.Join(dir, link), []byte(link))
		text, _ := os.ReadFile(target)
		info, statErr := os.Lstat(filepath.Join(dir, link))
		if err != nil || string(text) != link || statErr != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s: %v; the target holds %q, the link is %v", link, err, text, info.Mode())
		}
	}
	if err := WriteFile(filepath.Join(dir, "circle.csv"), nil); err == nil || !strings.Contains(err.Error(), "circle") {
		t.Errorf("a link to itself: %v", err)
	}
}

// TestDevicesAreWrittenTo: a full disk is said, and what is no file is not replaced by one.
func TestDevicesAreWrittenTo(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("there is no /dev/full")
	}
	link := filepath.Join(t.TempDir(), "full.csv")
	if err := os.Symlink("/dev/full", link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, []byte("x")); err == nil || !strings.Contains(err.Error(), syscall.ENOSPC.Error()) {
		t.Errorf("/dev/full: %v", err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link has become %v, %v", info.Mode(), err)
	}
	if err := WriteFile(t.TempDir(), nil); err == nil || CheckWritable(t.TempDir()) == nil {
		t.Error("a folder is a file")
	}
}

// TestSetAsideWhereNothingCanBe: it says so, and does not look for a free name for ever.
func TestSetAsideWhereNothingCanBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "", 0o600)
	for _, path := range []string{"/dev/null/.config/session.json", filepath.Join(file, "session.json"),
		filepath.Join(t.TempDir(), strings.Repeat("x", 300)+".json")} {
		done := make(chan error, 1)
		go func() {
			_, err := SetAside(path, "unreadable")
			done <- err
		}()
		select {
		case err := <-done:
			if err == nil {
				t.Errorf("%s was set aside", path)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s: still looking", path)
		}
	}
}

// TestSetAsideLeavesDevices: what is no file of anybody's is not renamed, though it may be in the way.
func TestSetAsideLeavesDevices(t *testing.T) {
	if _, err := os.Lstat(os.DevNull); err != nil {
		t.Skip(err)
	}
	pipe := filepath.Join(t.TempDir(), "session.json")
	l, err := net.Listen("unix", pipe)
	if err != nil {
		t.Skip(err)
	}
	defer l.Close()
	if aside, err := SetAside(pipe, "unreadable"); err == nil || aside != "" {
		t.Errorf("a socket was set aside as %q, %v", aside, err)
	}
	if _, err := os.Lstat(pipe); err != nil {
		t.Error(err)
	}
	folder := t.TempDir()
	for _, to := range []string{os.DevNull, pipe, folder} {
		link := filepath.Join(t.TempDir(), "link.json")
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
		if aside, err := SetAside(link, "unreadable"); err == nil || aside != "" {
			t.Errorf("a link to %s was set aside as %q, %v", to, aside, err)
		}
	}
	if aside, err := SetAside(folder, "unreadable"); err == nil || aside != "" {
		t.Errorf("a folder was set aside as %q, %v", aside, err)
	}
}

// TestSweep: what sudden ends have left of one file goes, and nothing else.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	kept := []string{".session.json", ".session.json.12a", ".session.json.lock", "session.json", "session.json.12",
		".session-2.json.7", ".session.json."}
	for _, name := range append(kept, ".session.json.123", ".session.json.4") {
		put(t, filepath.Join(dir, name), "x", 0o600)
	}
	if err := os.Mkdir(filepath.Join(dir, ".session.json.99"), 0o700); err != nil {
		t.Fatal(err)
	}
	Sweep(filepath.Join(dir, "session.json"))
	Sweep(filepath.Join(dir, "no folder", "session.json"))
	got := map[string]bool{}
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		got[e.Name()] = true
	}
	for _, name := range append(kept, ".session.json.99") {
		if !got[name] {
			t.Errorf("%s is gone", name)
		}
	}
	if len(got) != len(kept)+1 {
		t.Errorf("there are %v", got)
	}
	// What is written has that name meanwhile.
	p, err := Create(filepath.Join(dir, "session.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Discard()
	Sweep(filepath.Join(dir, "session.json"))
	if _, err := os.Stat(p.temp); err == nil {
		t.Errorf("%s is left", p.temp)
	}
}

// TestLinksInLinkedFolders lead where the system follows them to: above a folder that is a link lies what is above where it
// leads.
func TestLinksInLinkedFolders(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "far", "off"), 0o700); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"near": filepath.Join("far", "off"), "far/off/it.csv": "../target.csv"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	target, wrong := filepath.Join(dir, "far", "target.csv"), filepath.Join(dir, "target.csv")
	put(t, wrong, "precious", 0o600)
	for _, path := range []string{
		filepath.Join(dir, "near", "it.csv"), dir + "/near/../target.csv", filepath.Join(dir, "far", "off", "it.csv"),
	} {
		err := WriteFile(path, []byte(path))
		text, readErr := os.ReadFile(target)
		other, _ := os.ReadFile(wrong)
		if err != nil || readErr != nil || string(text) != path || string(other) != "precious" {
			t.Errorf("%s: %v; it holds %q, %v; what lies elsewhere holds %q", path, err, text, readErr, other)
		}
	}
}

// TestNamesThatCannotBe are told of before anything is written, without the name that the file would have had meanwhile.
func TestNamesThatCannotBe(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, strings.Repeat("n", 252)+".csv") // 256 bytes
	for what, err := range map[string]error{"a look": CheckWritable(path), "writing": WriteFile(path, nil)} {
		if err == nil || !strings.Contains(err.Error(), "too long") || strings.Contains(err.Error(), "rename") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := Create(path); err == nil {
		t.Error("it is begun")
	}
	whole := filepath.Join(dir, strings.Repeat("n", 251)+".csv")
	if err := WriteFile(whole, []byte("x")); err != nil {
		t.Error(err)
	}
	p, err := Create(filepath.Join(dir, "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "a.csv"), 0o700); err != nil { // meanwhile
		t.Fatal(err)
	}
	err = p.Commit()
	if err == nil || strings.Contains(err.Error(), "/.") || !strings.Contains(err.Error(), "a.csv was not written") {
		t.Errorf("its place is taken: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("%v is left, %v", left, err)
	}
}

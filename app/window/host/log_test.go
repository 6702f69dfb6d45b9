package host

import (
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestFyneIsLodgedWhereItCanWrite: in a home in which nothing can be made, or which is no whole path, it keeps nothing, and
// nothing is left in the present folder; elsewhere it keeps what it does.
func TestFyneIsLodgedWhereItCanWrite(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("Fyne does not ask the environment here")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	t.Setenv("MESA_SHADER_CACHE_DISABLE", "") // back to what it was
	in := func(home string) (config, cache string, nowhere bool) {
		t.Setenv("HOME", home)
		t.Setenv("XDG_CONFIG_HOME", "")
		t.Setenv("XDG_CACHE_HOME", "")
		nowhere = Lodge("org.descentlab.lab")
		return os.Getenv("XDG_CONFIG_HOME"), os.Getenv("XDG_CACHE_HOME"), nowhere
	}
	for _, home := range []string{"", "/dev/null", file, file + "/below", "relative", "/proc/none"} {
		if config, cache, nowhere := in(home); config != os.DevNull || cache != os.DevNull || !nowhere {
			t.Errorf("HOME=%s: %q, %q, nowhere %v", home, config, cache, nowhere)
		}
	}
	home := t.TempDir()
	if config, cache, nowhere := in(home); !writable(config) || !writable(cache) || nowhere || filepath.Dir(config) != home {
		t.Errorf("HOME=%s: %q, %q, nowhere %v", home, config, cache, nowhere)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("left in the present folder: %v, %v", left, err)
	}
}

// TestLogIsQuietWhereNothingCanBeDone: without a message bus; all else is said.
func TestLogIsQuietWhereNothingCanBeDone(t *testing.T) {
	var out strings.Builder
	q := QuietLog(false)
	q.to = &out
	l := log.New(q, "", log.LstdFlags)
	for _, line := range []string{
		"Fyne error:  failed to watch theme settings", "  Cause: exec: \"dbus-launch\": not found", "  At: app_xdg.go:152",
		"Fyne error:  else", "  Cause: else", "  At: else", "Fyne error:  failed to initialise GLFW", "all else",
		"  At: else",
	} {
		l.Println(line)
	}
	if got := out.String(); strings.Contains(got, "theme") || strings.Contains(got, "GLFW") || strings.Contains(got, "dbus") ||
		strings.Count(got, "else") != 5 {
		t.Errorf("said:\n%s", got)
	}
	q.Why, q.Refused = "", false
	for _, line := range []string{"Fyne error:  window creation error", "  Cause: no OpenGL", "  At: driver.go:180"} {
		out.Reset()
		if l.Println(line); out.Len() > 0 {
			t.Errorf("said %q", out.String())
		}
	}
	if !q.Refused || q.Why != "no OpenGL" {
		t.Errorf("that there is no window is not noticed: %v, %q", q.Refused, q.Why)
	}
	for _, nowhere := range []bool{false, true} {
		out.Reset()
		q := QuietLog(nowhere)
		q.to = &out
		log.New(q, "", 0).Println("Fyne error:  Preferences load error:")
		if (out.Len() == 0) != nowhere {
			t.Errorf("nowhere %v: said %q", nowhere, out.String())
		}
	}
}

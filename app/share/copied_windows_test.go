package share

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCopiedFile: a path as it stands, as the Explorer copies it, and as an address.
func TestCopiedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a ü.json")
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{path, `"` + path + `"`, filepath.ToSlash(path), "file:///" + filepath.ToSlash(path) + "\r\n"} {
		if got := CopiedFile(text); got == "" || filepath.Clean(got) != path {
			t.Errorf("%s is the file %q, want %q", text, got, path)
		}
	}
}

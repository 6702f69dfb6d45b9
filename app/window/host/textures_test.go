package host

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The program paints its textures plainly with the release of Fyne's that it is built with, under the name that it is linked by.
func TestFynesShaderIsTheKnownOne(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(strings.TrimSpace(string(out)), "internal", "painter", "gl")
	text, err := os.ReadFile(filepath.Join(dir, "shaders", "simple.frag"))
	if err != nil {
		t.Fatal(err)
	}
	if !knownShader(text) {
		t.Errorf("Fyne paints textures by another program now: look at what it does, and write plainShader anew:\n%s", text)
	}
	source, err := os.ReadFile(filepath.Join(dir, "shaders.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(source), "//go:embed shaders/simple.frag\n\tshaderSimpleFrag []byte") {
		t.Error("shaders.go has no shaderSimpleFrag any more: textures_gl.go links to it")
	}
}

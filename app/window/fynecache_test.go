package window

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestCacheIsSetBeforeFyneReadsIt: the order in which packages are initialised decides whether Fyne hears of the setting.
func TestCacheIsSetBeforeFyneReadsIt(t *testing.T) {
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	ours := strings.Index(string(out), "init descentlab/internal/fynecache ")
	fynes := strings.Index(string(out), "init fyne.io/fyne/v2/internal/cache ")
	if ours < 0 || fynes < 0 || ours > fynes {
		t.Errorf("ours is initialised at %d, Fyne's at %d of\n%s", ours, fynes, out)
	}
}

package learn

import (
	"os"
	"testing"

	"descentlab/widgets/widgettest"
)

// TestMain keeps the pictures of the gallery for all tests: they are drawn once.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "learn")
	if err != nil {
		panic(err)
	}
	os.Setenv("XDG_CACHE_HOME", dir)
	status := widgettest.Main(m)
	os.RemoveAll(dir)
	os.Exit(status)
}

//go:build e2e

package e2e

import (
	"encoding/json"
	"path/filepath"
	"testing"
)

// fresh is a first start of the program on a display of its own, of which a failure keeps the picture under that name, and where
// it saves.
func fresh(t *testing.T, name string) (d *display, p *program, session string) {
	t.Helper()
	d = startDisplay(t)
	session = filepath.Join(t.TempDir(), "session.json")
	p = start(t, d, session)
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, name)
		}
	})
	return d, p, session
}

// state reads what a room keeps from the session; before there is any, v stays as it is.
func (p *program) state(t *testing.T, room string, v any) {
	t.Helper()
	if data := p.saved(t).Rooms.States[room]; data != nil {
		if err := json.Unmarshal(data, v); err != nil {
			t.Fatal(err)
		}
	}
}

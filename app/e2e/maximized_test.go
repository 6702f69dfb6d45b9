//go:build e2e

package e2e

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// maximize has the window manager do to the program's window what a double click on its title does.
func (d *display) maximize(t *testing.T) {
	t.Helper()
	cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Descent Lab$")
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	conn, err := xgb.NewConnDisplay(d.name)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	var atoms []uint32
	for _, name := range []string{"_NET_WM_STATE", "_NET_WM_STATE_MAXIMIZED_HORZ", "_NET_WM_STATE_MAXIMIZED_VERT"} {
		reply, err := xproto.InternAtom(conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			t.Fatal(err)
		}
		atoms = append(atoms, uint32(reply.Atom))
	}
	const toggle, pager = 2, 2
	ask := xproto.ClientMessageEvent{Format: 32, Window: xproto.Window(atoi(t, strings.Fields(string(out))[0])),
		Type: xproto.Atom(atoms[0]), Data: xproto.ClientMessageDataUnionData32New([]uint32{toggle, atoms[1], atoms[2], pager, 0})}
	err = xproto.SendEventChecked(conn, false, xproto.Setup(conn).DefaultScreen(conn).Root,
		xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(ask.Bytes())).Check()
	if err != nil {
		t.Fatal(err)
	}
}

// TestMaximizedAgain: a window that was all of the desktop is so at the next start, also after a sudden end, and gets its size
// back when it is no longer.
func TestMaximizedAgain(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	session := filepath.Join(t.TempDir(), "session.json")
	p := start(t, d, session)
	size := func() image.Point { return d.window(t, "Descent Lab").Size() }
	usual := steady(t, "the size of the window", size)
	d.maximize(t)
	var large image.Point
	until(t, "a window as large as the screen", func() bool { large = size(); return large.X > usual.X && large.Y > usual.Y })
	large = steady(t, "that size", size)
	p.do(t, "key", "Home")
	until(t, "a session that goes on", func() bool { return p.saved(t).Head == 0 })
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-p.done

	p = launch(t, d, session, nil)
	until(t, "a window as large as before", func() bool { return size() == large })
	d.maximize(t)
	until(t, "the usual size again", func() bool { return size() == usual })
	p.quit(t)

	p = launch(t, d, session, nil)
	if now := steady(t, "the size of the window", size); now != usual {
		t.Errorf("the next start has a window of %v, and the last one %v", now, usual)
	}
	p.quit(t)
}

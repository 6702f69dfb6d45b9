//go:build e2e

package e2e

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"
)

const (
	portalName   = "org.freedesktop.portal.Desktop"
	portalObject = "/org/freedesktop/portal/desktop"
	chooserName  = "org.freedesktop.portal.FileChooser"
)

// A chooser is the desktop's dialog for files, whose user is the test.
type chooser struct {
	conn  *dbus.Conn
	asked chan asking
}

// An asking is a wish that waits for its answer.
type asking struct {
	method string
	handle dbus.ObjectPath
}

// OpenFile is called over the bus.
func (c *chooser) OpenFile(_, _ string, o map[string]dbus.Variant, from dbus.Sender) (dbus.ObjectPath, *dbus.Error) {
	return c.ask("OpenFile", o, from)
}

// SaveFile is called over the bus.
func (c *chooser) SaveFile(_, _ string, o map[string]dbus.Variant, from dbus.Sender) (dbus.ObjectPath, *dbus.Error) {
	return c.ask("SaveFile", o, from)
}

func (c *chooser) ask(method string, o map[string]dbus.Variant, from dbus.Sender) (dbus.ObjectPath, *dbus.Error) {
	token, _ := o["handle_token"].Value().(string)
	sender := strings.ReplaceAll(strings.TrimPrefix(string(from), ":"), ".", "_")
	handle := dbus.ObjectPath(portalObject + "/request/" + sender + "/" + token)
	c.asked <- asking{method, handle}
	return handle, nil
}

func (c *chooser) answer(t *testing.T, a asking, status uint32, uris ...string) {
	t.Helper()
	results := map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)}
	if err := c.conn.Emit(a.handle, "org.freedesktop.portal.Request.Response", status, results); err != nil {
		t.Fatal(err)
	}
}

// startChooser starts a session bus with a portal on it.
func startChooser(t *testing.T) (c *chooser, address string) {
	t.Helper()
	path, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("there is no dbus-daemon")
	}
	cmd := exec.Command(path, "--session", "--nofork", "--print-address=1", "--address=unix:path="+filepath.Join(t.TempDir(), "bus"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	run(t, cmd)
	if address, err = bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	c = &chooser{conn, make(chan asking, 10)}
	if err := conn.Export(c, portalObject, chooserName); err != nil {
		t.Fatal(err)
	}
	props := prop.Map{chooserName: {"version": {Value: uint32(4), Emit: prop.EmitFalse}}}
	if _, err := prop.Export(conn, portalObject, props); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return c, address
}

// TestDesktopsDialogs: Ctrl+S and Ctrl+O ask by the desktop's dialog; giving up changes nothing, and an answer that comes after
// the window has gone does no harm.
func TestDesktopsDialogs(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	c, address := startChooser(t)
	p := startIn(t, d, filepath.Join(t.TempDir(), "session.json"), []string{"DBUS_SESSION_BUS_ADDRESS=" + address})
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "portal")
		}
	})
	ask := func(key, method string) asking {
		t.Helper()
		p.do(t, "key", key)
		var a asking
		until(t, "a wish by "+key, func() bool {
			select {
			case a = <-c.asked:
				return true
			default:
				return false
			}
		})
		if a.method != method {
			t.Errorf("%s asks by %s", key, a.method)
		}
		return a
	}
	was := p.saved(t).Experiment.Start
	path := filepath.Join(t.TempDir(), "an experiment.json")
	c.answer(t, ask("ctrl+s", "SaveFile"), 1)
	a := ask("ctrl+s", "SaveFile")
	if _, err := os.Stat(path); err == nil {
		t.Error("something is saved though the user gave up")
	}
	c.answer(t, a, 0, "file://"+strings.ReplaceAll(path, " ", "%20"))
	until(t, "the file", func() bool { _, err := os.Stat(path); return err == nil })
	m := p.place(t, "map")
	p.click(t, m.Min.X+m.Dx()/3, m.Min.Y+m.Dy()/3)
	until(t, "another start", func() bool { return p.saved(t).Experiment.Start != was })
	c.answer(t, ask("ctrl+o", "OpenFile"), 0, "file://"+strings.ReplaceAll(path, " ", "%20"))
	until(t, "the experiment", func() bool { return p.saved(t).Experiment.Start == was })
	late := ask("ctrl+o", "OpenFile")
	p.quit(t)
	c.answer(t, late, 0, "file:///tmp/late.json")
}

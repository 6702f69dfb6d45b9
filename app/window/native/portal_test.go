//go:build !windows && !darwin && !js

package native

import (
	"bufio"
	"context"
	"errors"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"
)

// startBus starts a session bus of its own, which the program finds.
func startBus(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("there is no dbus-daemon")
	}
	cmd := exec.Command(path, "--session", "--nofork", "--print-address=1", "--address=unix:path="+filepath.Join(t.TempDir(), "bus"))
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	return address
}

// A fake is a portal whose user is the test.
type fake struct {
	conn *dbus.Conn

	mu     sync.Mutex
	last   wished
	closed bool
	user   func(handle dbus.ObjectPath)

	asked chan dbus.ObjectPath // requests
}

// What was asked for.
type wished struct {
	method, title string
	given         map[string]dbus.Variant
}

// told is what was asked for last.
func (f *fake) told() wished {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.last
}

// does says what the user does.
func (f *fake) does(user func(handle dbus.ObjectPath)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.user = user
}

// OpenFile is called over the bus.
func (f *fake) OpenFile(_ string, title string, given map[string]dbus.Variant, from dbus.Sender) (dbus.ObjectPath, *dbus.Error) {
	return f.ask("OpenFile", title, given, from)
}

// SaveFile is called over the bus.
func (f *fake) SaveFile(_ string, title string, given map[string]dbus.Variant, from dbus.Sender) (dbus.ObjectPath, *dbus.Error) {
	return f.ask("SaveFile", title, given, from)
}

// Close is called over the bus.
func (f *fake) Close() *dbus.Error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	return nil
}

func (f *fake) ask(method, title string, given map[string]dbus.Variant, from dbus.Sender) (dbus.ObjectPath, *dbus.Error) {
	sender := strings.ReplaceAll(strings.TrimPrefix(string(from), ":"), ".", "_")
	token, _ := given["handle_token"].Value().(string)
	handle := dbus.ObjectPath(object + "/request/" + sender + "/" + token)
	f.mu.Lock()
	f.last = wished{method, title, given}
	user := f.user
	f.mu.Unlock()
	_ = f.conn.Export(f, handle, request)
	if user != nil {
		user(handle) // the answer may be there before the request has a name
	}
	f.asked <- handle
	return handle, nil
}

// answer is what the user has done.
func (f *fake) answer(handle dbus.ObjectPath, status uint32, uris ...string) {
	_ = f.conn.Emit(handle, request+".Response", status, map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)})
}

// newFake puts a portal of a version on a bus.
func newFake(t *testing.T, address string, version uint32) *fake {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	f := &fake{conn: conn, asked: make(chan dbus.ObjectPath, 10)}
	if err := conn.Export(f, object, chooser); err != nil {
		t.Fatal(err)
	}
	props := prop.Map{chooser: {"version": {Value: version, Emit: prop.EmitFalse}}}
	if _, err := prop.Export(conn, object, props); err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(service, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return f
}

// TestChosen: what the user chooses comes back; the dialog is told what is asked for.
func TestChosen(t *testing.T) {
	f := newFake(t, startBus(t), 4)
	f.does(func(handle dbus.ObjectPath) { f.answer(handle, 0, "file:///tmp/a%20%C3%A4.json") })
	if !Possible() {
		t.Error("there is a bus, and no portal is possible")
	}
	w := Wish{Title: "Open", Folder: "/tmp", Name: "race.png", Accept: "Save",
		Filters: []Filter{{"Experiments", []string{".json", ".csv"}}}}
	for method, by := range map[string]func(context.Context, Wish) (string, error){"OpenFile": Open, "SaveFile": Save} {
		path, err := by(t.Context(), w)
		told := f.told()
		if err != nil || path != "/tmp/a ä.json" || told.method != method || told.title != "Open" {
			t.Errorf("%s: %q, %v; asked by %s of %q", method, path, err, told.method, told.title)
		}
		folder, _ := told.given["current_folder"].Value().([]byte)
		if string(folder) != "/tmp\x00" || !strings.Contains(told.given["filters"].String(), "*.[jJ][sS][oO][nN]") {
			t.Errorf("%s: %q, %s", method, folder, told.given["filters"])
		}
		if name, _ := told.given["current_name"].Value().(string); method == "SaveFile" && name != "race.png" {
			t.Errorf("the name that is proposed is %q", name)
		}
	}
	path, err := Folder(t.Context(), Wish{})
	if told := f.told(); err != nil || path == "" || told.given["directory"].Value() != true {
		t.Errorf("%q, %v, %v", path, err, told.given)
	}
}

// TestNotChosen: giving up is no error; what is elsewhere, and an answer that is none, are told.
func TestNotChosen(t *testing.T) {
	f := newFake(t, startBus(t), 3)
	for _, status := range []uint32{1, 2} {
		f.does(func(handle dbus.ObjectPath) { f.answer(handle, status) })
		if path, err := Open(t.Context(), Wish{}); path != "" || err != nil {
			t.Errorf("%d: %q, %v", status, path, err)
		}
	}
	for uri, says := range map[string]string{"": "none", "sftp://there/a.json": "not on this computer",
		"file:a": "not on this computer"} {
		f.does(func(handle dbus.ObjectPath) {
			if uri == "" {
				f.answer(handle, 0)
			} else {
				f.answer(handle, 0, uri)
			}
		})
		if _, err := Open(t.Context(), Wish{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", uri, err, says)
		}
	}
}

// TestGivenUp: a dialog that is given up goes away, and answers of others are not taken.
func TestGivenUp(t *testing.T) {
	f := newFake(t, startBus(t), 4)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := Open(ctx, Wish{})
		done <- err
	}()
	handle := <-f.asked
	f.answer(handle+"x", 0, "file:///tmp/other")
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	for range 100 {
		f.mu.Lock()
		closed := f.closed
		f.mu.Unlock()
		if closed {
			f.answer(handle, 0, "file:///tmp/late") // nobody hears it
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("the dialog stays")
}

// TestPortalGoes in the middle of a wish: nobody waits for ever.
func TestPortalGoes(t *testing.T) {
	address := startBus(t)
	f := newFake(t, address, 4)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	done := make(chan error)
	go func() {
		_, err := Open(ctx, Wish{})
		done <- err
	}()
	<-f.asked
	f.conn.Close()
	if err := <-done; err == nil || ctx.Err() != nil {
		t.Errorf("%v", err)
	}
}

// TestNone: no bus, a bus without a portal, an old portal, and something that is no bus and says nothing.
func TestNone(t *testing.T) {
	none := func(what string) {
		t.Helper()
		if path, err := Open(t.Context(), Wish{}); !errors.Is(err, ErrNone) || path != "" {
			t.Errorf("%s: %q, %v", what, path, err)
		}
	}
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	if Possible() {
		t.Error("there is no bus, and a portal is possible")
	}
	none("no bus")
	dead := filepath.Join(t.TempDir(), "dead")
	l, err := net.Listen("unix", dead)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+dead)
	none("a bus that says nothing")
	address := startBus(t)
	none("a bus without a portal")
	newFake(t, address, 2)
	none("an old portal")
}

// FuzzAnswer: whatever a portal answers, it is a path on this computer, nothing, or an error.
func FuzzAnswer(f *testing.F) {
	f.Add(uint32(0), "file:///tmp/a")
	f.Add(uint32(0), "file://host/tmp/%zz")
	f.Add(uint32(7), "")
	f.Fuzz(func(t *testing.T, status uint32, uri string) {
		path, err := answer([]any{status, map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{uri})}})
		if err != nil && path != "" || path != "" && !filepath.IsAbs(path) {
			t.Errorf("%q is %q, %v", uri, path, err)
		}
	})
}

//go:build !windows && !darwin && !js

package native

import (
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/godbus/dbus/v5"

	"descentlab/app/words"
)

const (
	service   = "org.freedesktop.portal.Desktop"
	object    = "/org/freedesktop/portal/desktop"
	chooser   = "org.freedesktop.portal.FileChooser"
	bus       = "org.freedesktop.DBus"
	request   = "org.freedesktop.portal.Request"
	cancelled = 1
	leastOf   = 3 // the version from which on folders can be chosen
)

// patience is how long a service may take to answer that it is there, or that it shows a dialog. The user may take any time.
const patience = 2 * time.Second

// Open lets the user choose a file; "" if none was chosen. It waits for the user.
func Open(ctx context.Context, w Wish) (path string, err error) {
	return ask(ctx, "OpenFile", w, map[string]dbus.Variant{})
}

// Folder lets the user choose a folder.
func Folder(ctx context.Context, w Wish) (path string, err error) {
	return ask(ctx, "OpenFile", w, map[string]dbus.Variant{"directory": dbus.MakeVariant(true)})
}

// Save lets the user say where a file goes, which may be there already: the dialog has asked whether it may be replaced.
func Save(ctx context.Context, w Wish) (path string, err error) {
	return ask(ctx, "SaveFile", w, map[string]dbus.Variant{"current_name": dbus.MakeVariant(w.Name)})
}

// Possible tells whether there may be a portal: there is a session bus. It is told at once.
func Possible() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	info, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return err == nil && info.Mode()&fs.ModeSocket != 0
}

// dial is a connection of its own to the session bus, on which nobody else listens, with a portal on it.
func dial(ctx context.Context) (*dbus.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	type dialled struct {
		conn *dbus.Conn
		err  error
	}
	done := make(chan dialled, 1)
	go func() { // the handshake with a bus that does not answer cannot be given up
		conn, err := dbus.SessionBusPrivateNoAutoStartup()
		if err == nil {
			if err = conn.Auth(nil); err == nil {
				err = conn.Hello()
			}
			if err != nil || ctx.Err() != nil {
				conn.Close()
			}
		}
		done <- dialled{conn, err}
	}()
	var conn *dbus.Conn
	select {
	case d := <-done:
		if d.err != nil || ctx.Err() != nil {
			return nil, ErrNone
		}
		conn = d.conn
	case <-ctx.Done():
		return nil, ErrNone
	}
	var version dbus.Variant
	call := conn.Object(service, object).CallWithContext(ctx, bus+".Properties.Get", 0, chooser, "version")
	if err := call.Store(&version); err != nil {
		conn.Close()
		return nil, ErrNone
	}
	if v, is := version.Value().(uint32); !is || v < leastOf {
		conn.Close()
		return nil, ErrNone
	}
	return conn, nil
}

// asked counts the requests, each of which has a name of its own.
var asked atomic.Int64

func ask(ctx context.Context, method string, w Wish, options map[string]dbus.Variant) (string, error) {
	conn, err := dial(ctx)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	token := fmt.Sprintf("descentlab%d", asked.Add(1))
	sender := strings.ReplaceAll(strings.TrimPrefix(conn.Names()[0], ":"), ".", "_")
	handle := dbus.ObjectPath(object + "/request/" + sender + "/" + token)
	if err := listen(conn, handle); err != nil {
		return "", err
	}
	gone := []dbus.MatchOption{dbus.WithMatchInterface(bus), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, service)}
	if err := conn.AddMatchSignal(gone...); err != nil {
		return "", err
	}
	answers := make(chan *dbus.Signal, 8)
	conn.Signal(answers)
	fill(options, token, w)

	given := handle
	defer func() {
		if ctx.Err() != nil {
			dismiss(conn, given)
		}
	}()
	called, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	call := conn.Object(service, object).CallWithContext(called, chooser+"."+method, 0, "", w.Title, options)
	if err := call.Store(&given); err != nil {
		return "", &Failure{err}
	}
	if given != handle { // of an old portal
		if err := listen(conn, given); err != nil {
			return "", err
		}
	}
	for {
		select {
		case signal, open := <-answers:
			switch {
			case !open:
				return "", words.Errorf("the desktop's dialog for files has gone")
			case signal.Name == bus+".NameOwnerChanged" && len(signal.Body) == 3 && signal.Body[2] == "":
				return "", words.Errorf("the desktop's dialog for files has gone")
			case signal.Name == request+".Response" && (signal.Path == given || signal.Path == handle):
				return answer(signal.Body)
			}
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}

// dismiss takes the dialog of a request away.
func dismiss(conn *dbus.Conn, handle dbus.ObjectPath) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_ = conn.Object(service, handle).CallWithContext(ctx, request+".Close", 0).Err // it may have gone by itself
}

func listen(conn *dbus.Conn, handle dbus.ObjectPath) error {
	return conn.AddMatchSignal(dbus.WithMatchObjectPath(handle), dbus.WithMatchInterface(request), dbus.WithMatchMember("Response"))
}

// fill puts what a wish says into the options of a request.
func fill(options map[string]dbus.Variant, token string, w Wish) {
	options["handle_token"] = dbus.MakeVariant(token)
	options["modal"] = dbus.MakeVariant(true)
	if w.Accept != "" {
		options["accept_label"] = dbus.MakeVariant(w.Accept)
	}
	if filepath.IsAbs(w.Folder) {
		options["current_folder"] = dbus.MakeVariant(append([]byte(w.Folder), 0))
	}
	type rule struct {
		Kind uint32
		Glob string
	}
	type filter struct {
		Name  string
		Rules []rule
	}
	var filters []filter
	for _, f := range w.Filters {
		one := filter{Name: f.Name}
		for _, ending := range f.Endings {
			one.Rules = append(one.Rules, rule{0, glob(ending)})
		}
		filters = append(filters, one)
	}
	if len(filters) > 0 {
		options["filters"] = dbus.MakeVariant(filters)
	}
}

// glob takes an ending in small and capital letters.
func glob(ending string) string {
	var b strings.Builder
	b.WriteByte('*')
	for _, r := range ending {
		if small, large := strings.ToLower(string(r)), strings.ToUpper(string(r)); small != large {
			fmt.Fprintf(&b, "[%s%s]", small, large)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// answer reads what has been chosen.
func answer(body []any) (string, error) {
	if len(body) != 2 {
		return "", words.Errorf("the desktop's dialog for files gives an answer that is none")
	}
	status, is := body[0].(uint32)
	results, has := body[1].(map[string]dbus.Variant)
	if !is || !has {
		return "", words.Errorf("the desktop's dialog for files gives an answer that is none")
	}
	if status >= cancelled {
		return "", nil
	}
	uris, is := results["uris"].Value().([]string)
	if !is || len(uris) == 0 {
		return "", words.Errorf("the desktop's dialog for files gives an answer that is none")
	}
	address, err := url.Parse(uris[0])
	if err != nil || address.Scheme != "file" || !filepath.IsAbs(address.Path) {
		return "", words.Errorf("%q is not on this computer", uris[0])
	}
	return address.Path, nil
}

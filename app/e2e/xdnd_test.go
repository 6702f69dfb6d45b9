//go:build e2e

package e2e

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// A dragger is a client of the X server that has files in its hand, as a file manager has: it speaks as much of the X
// protocol, and of that for dragging (XDND, version 5), as dropping them takes.
type dragger struct {
	t      *testing.T
	conn   net.Conn
	window uint32
	atoms  map[string]uint32
}

// drop lets files fall on the window of the program, at a place on the screen.
func (p *program) drop(t *testing.T, x, y int, paths ...string) {
	t.Helper()
	cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Descent Lab$")
	cmd.Env = append(os.Environ(), "DISPLAY="+p.name)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	onto := uint32(atoi(t, strings.Fields(string(out))[0]))
	d := newDragger(t, p.display)
	defer d.conn.Close()
	d.message(onto, "XdndEnter", 5<<24, d.atom("text/uri-list"), 0, 0)
	d.message(onto, "XdndPosition", 0, uint32(x)<<16|uint32(y), 0, d.atom("XdndActionCopy"))
	d.await("an answer to the files over the window", 33, d.atom("XdndStatus"))
	d.message(onto, "XdndDrop", 0, 0, 0, 0)
	request := d.await("a request for their names", 30, 0)
	var list strings.Builder
	for _, path := range paths {
		list.WriteString((&url.URL{Scheme: "file", Path: path}).String() + "\r\n")
	}
	d.hand(request, list.String())
	d.await("the end of the drop", 33, d.atom("XdndFinished"))
}

// newDragger connects to the server, has a window that nobody sees, and takes hold of what is dragged.
func newDragger(t *testing.T, on *display) *dragger {
	t.Helper()
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(on.name, ":"))
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.SetDeadline(time.Now().Add(30 * time.Second)); err != nil {
		t.Fatal(err)
	}
	d := &dragger{t: t, conn: conn, atoms: map[string]uint32{}}
	d.send([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	head := d.read(8)
	about := d.read(4 * int(binary.LittleEndian.Uint16(head[6:])))
	if head[0] != 1 {
		t.Fatalf("the X server refuses: %s", about)
	}
	vendor := int(binary.LittleEndian.Uint16(about[16:]))
	root := binary.LittleEndian.Uint32(about[32+(vendor+3)/4*4+8*int(about[21]):])
	d.window = binary.LittleEndian.Uint32(about[4:])
	const inputOnly = 2
	d.request(1, 0, d.window, root, uint32(0), uint32(1|1<<16), uint16(0), uint16(inputOnly), uint32(0), uint32(0))
	d.request(22, 0, d.window, d.atom("XdndSelection"), uint32(0))
	return d
}

func (d *dragger) send(data []byte) {
	d.t.Helper()
	if _, err := d.conn.Write(data); err != nil {
		d.t.Fatal(err)
	}
}

func (d *dragger) read(n int) []byte {
	d.t.Helper()
	data := make([]byte, n)
	if _, err := io.ReadFull(d.conn, data); err != nil {
		d.t.Fatal(err)
	}
	return data
}

// request sends one, filled up to four bytes, with its length.
func (d *dragger) request(code, detail byte, values ...any) {
	d.t.Helper()
	var b bytes.Buffer
	b.Write([]byte{code, detail, 0, 0})
	for _, v := range values {
		_ = binary.Write(&b, binary.LittleEndian, v) // into memory
	}
	for b.Len()%4 != 0 {
		b.WriteByte(0)
	}
	binary.LittleEndian.PutUint16(b.Bytes()[2:], uint16(b.Len()/4))
	d.send(b.Bytes())
}

// atom is the number of a name.
func (d *dragger) atom(name string) uint32 {
	d.t.Helper()
	if d.atoms[name] == 0 {
		d.request(16, 0, uint16(len(name)), uint16(0), []byte(name))
		d.atoms[name] = binary.LittleEndian.Uint32(d.await("the atom "+name, 1, 0)[8:])
	}
	return d.atoms[name]
}

// await reads what the server says until there is something of a kind, of a message that of a type.
func (d *dragger) await(what string, code byte, kind uint32) []byte {
	d.t.Helper()
	for {
		said := d.read(32)
		switch {
		case said[0] == 0:
			d.t.Fatalf("waiting for %s: the X server reports error %d", what, said[1])
		case said[0]&^0x80 == code && (kind == 0 || binary.LittleEndian.Uint32(said[8:]) == kind):
			return said
		}
	}
}

// message sends a window one of those for dragging.
func (d *dragger) message(to uint32, name string, data ...uint32) {
	d.t.Helper()
	if len(data) != 4 {
		d.t.Fatal(fmt.Sprint("a message of ", len(data)))
	}
	d.request(25, 0, to, uint32(0), []byte{33, 32, 0, 0}, to, d.atom(name), d.window, data)
}

// hand gives whoever has asked for it what is dragged.
func (d *dragger) hand(request []byte, text string) {
	d.t.Helper()
	at := func(i int) uint32 { return binary.LittleEndian.Uint32(request[i:]) }
	time, requestor, selection, target, property := at(4), at(12), at(16), at(20), at(24)
	d.request(18, 0, requestor, property, target, []byte{8, 0, 0, 0}, uint32(len(text)), []byte(text))
	d.request(25, 0, requestor, uint32(0), []byte{31, 0, 0, 0}, time, requestor, selection, target, property, [8]byte{})
}

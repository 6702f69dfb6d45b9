//go:build !windows && !darwin && !js

package clipboard

import (
	"context"
	"encoding/binary"
	"io"
	"log"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"descentlab/app/words"
)

func init() { xgb.Logger = log.New(io.Discard, "", 0) } // it tells of every connection that ends

// chunk is how much is handed over at once: more than a property may have at once goes in parts (ICCCM 2.7.2). The least that
// every server takes is 256 kB, with the request around it.
const chunk = 200_000

// A client is a connection to the X server with a window that is never shown.
type client struct {
	*xgb.Conn
	window                                   xproto.Window
	clipboard, targets, incr, picture, place xproto.Atom
}

func connect() (*client, error) {
	conn, err := xgb.NewConn()
	if err != nil {
		return nil, words.Errorf("the X server cannot be reached: %w", err)
	}
	c := &client{Conn: conn}
	if err := c.prepare(); err != nil {
		conn.Close()
		return nil, err
	}
	return c, nil
}

func (c *client) prepare() (err error) {
	screen := xproto.Setup(c.Conn).DefaultScreen(c.Conn)
	if c.window, err = xproto.NewWindowId(c.Conn); err != nil {
		return err
	}
	err = xproto.CreateWindowChecked(c.Conn, 0, c.window, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, screen.RootVisual,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	for _, a := range []struct {
		to   *xproto.Atom
		name string
	}{{&c.clipboard, "CLIPBOARD"}, {&c.targets, "TARGETS"}, {&c.incr, "INCR"}, {&c.picture, png}, {&c.place, "DESCENTLAB"}} {
		if err != nil {
			return err
		}
		var reply *xproto.InternAtomReply
		if reply, err = xproto.InternAtom(c.Conn, false, uint16(len(a.name)), a.name).Reply(); err == nil {
			*a.to = reply.Atom
		}
	}
	return err
}

// own takes the clipboard over and hands the picture to whoever asks, until another program takes it.
func own(data []byte) error {
	c, err := connect()
	if err != nil {
		return err
	}
	err = xproto.SetSelectionOwnerChecked(c.Conn, c.window, c.clipboard, xproto.TimeCurrentTime).Check()
	if err == nil {
		var owner *xproto.GetSelectionOwnerReply
		if owner, err = xproto.GetSelectionOwner(c.Conn, c.clipboard).Reply(); err == nil && owner.Owner != c.window {
			err = words.Errorf("another program keeps the clipboard to itself")
		}
	}
	if err != nil {
		c.Close()
		return err
	}
	go (&server{client: c, data: data, under: map[transfer]int{}}).serve()
	return nil
}

// A transfer goes to a property of a window, part by part.
type transfer struct {
	window   xproto.Window
	property xproto.Atom
}

// mostTransfers bounds how many are under way at once, of programs that have gone in the middle of one.
const mostTransfers = 64

// A server hands a picture over.
type server struct {
	*client
	data  []byte
	under map[transfer]int // how many bytes have gone
}

func (s *server) serve() {
	defer s.Close()
	for {
		event, err := s.WaitForEvent()
		if event == nil && err == nil {
			return // the server has gone
		}
		switch e := event.(type) {
		case xproto.SelectionClearEvent:
			return
		case xproto.SelectionRequestEvent:
			s.answer(e)
		case xproto.PropertyNotifyEvent:
			if e.State == xproto.PropertyDelete {
				s.goOn(transfer{e.Window, e.Atom})
			}
		}
	}
}

// answer hands over what was asked for, or says that it is not to be had.
func (s *server) answer(e xproto.SelectionRequestEvent) {
	to := e.Property
	if to == xproto.AtomNone { // of an old client
		to = e.Target
	}
	switch e.Target {
	case s.targets:
		list := binary.LittleEndian.AppendUint32(nil, uint32(s.targets))
		list = binary.LittleEndian.AppendUint32(list, uint32(s.picture))
		s.put(e.Requestor, to, xproto.AtomAtom, 32, list)
	case s.picture:
		if len(s.data) <= chunk {
			s.put(e.Requestor, to, s.picture, 8, s.data)
			break
		}
		if len(s.under) >= mostTransfers {
			clear(s.under)
		}
		xproto.ChangeWindowAttributes(s.Conn, e.Requestor, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
		s.under[transfer{e.Requestor, to}] = 0
		s.put(e.Requestor, to, s.incr, 32, binary.LittleEndian.AppendUint32(nil, uint32(len(s.data))))
	default:
		to = xproto.AtomNone
	}
	notice := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target,
		Property: to}
	xproto.SendEvent(s.Conn, false, e.Requestor, xproto.EventMaskNoEvent, string(notice.Bytes()))
}

// goOn hands over the next part: the one before has been taken. An empty one is the last.
func (s *server) goOn(to transfer) {
	gone, is := s.under[to]
	if !is {
		return
	}
	part := s.data[gone:min(gone+chunk, len(s.data))]
	s.put(to.window, to.property, s.picture, 8, part)
	if s.under[to] += len(part); len(part) == 0 {
		delete(s.under, to)
	}
}

func (s *server) put(window xproto.Window, property, kind xproto.Atom, format byte, data []byte) {
	xproto.ChangeProperty(s.Conn, xproto.PropModeReplace, window, property, kind, format, uint32(len(data)*8/int(format)), data)
}

// ask takes the picture from whoever has it.
func ask(ctx context.Context) ([]byte, error) {
	c, err := connect()
	if err != nil {
		return nil, err
	}
	ended := context.AfterFunc(ctx, c.Close)
	defer func() {
		if ended() {
			c.Close()
		}
	}()
	xproto.ConvertSelection(c.Conn, c.window, c.clipboard, c.picture, c.place, xproto.TimeCurrentTime)
	var all []byte
	for parts := false; ; {
		event, fault := c.WaitForEvent()
		if event == nil && fault == nil {
			return nil, ErrNone // it takes too long
		}
		switch e := event.(type) {
		case xproto.SelectionNotifyEvent:
			if e.Property == xproto.AtomNone {
				return nil, ErrNone
			}
		case xproto.PropertyNotifyEvent:
			if !parts || e.State != xproto.PropertyNewValue || e.Atom != c.place {
				continue
			}
		default:
			continue
		}
		const whole = 1<<30 - 1 // in four bytes
		got, err := xproto.GetProperty(c.Conn, true, c.window, c.place, xproto.GetPropertyTypeAny, 0, whole).Reply()
		if err != nil {
			return nil, err
		}
		if got.Type == c.incr && !parts {
			parts = true
			continue
		}
		all = append(all, got.Value...)
		if !parts || len(got.Value) == 0 || len(all) > most {
			return all, nil
		}
	}
}

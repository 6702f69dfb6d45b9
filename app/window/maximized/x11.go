//go:build !windows && !darwin && !js

package maximized

import (
	"encoding/binary"
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// A watch is a connection to the X server that hears of a window's state.
type watch struct {
	conn              *xgb.Conn
	window            xproto.Window
	state, wide, tall xproto.Atom
}

func follow(window uint32, wanted bool, tell func(bool)) Watch {
	w := &watch{window: xproto.Window(window)}
	conn, err := xgb.NewConn()
	if err != nil {
		return Watch{}
	}
	w.conn = conn
	if w.prepare() != nil || wanted && w.maximize() != nil {
		conn.Close()
		return Watch{}
	}
	go w.listen(tell)
	return Watch{is: w.is, end: conn.Close}
}

func (w *watch) prepare() error {
	for name, to := range map[string]*xproto.Atom{
		"_NET_WM_STATE": &w.state, "_NET_WM_STATE_MAXIMIZED_HORZ": &w.wide, "_NET_WM_STATE_MAXIMIZED_VERT": &w.tall,
	} {
		reply, err := xproto.InternAtom(w.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return err
		}
		*to = reply.Atom
	}
	return xproto.ChangeWindowAttributesChecked(w.conn, w.window, xproto.CwEventMask,
		[]uint32{xproto.EventMaskPropertyChange}).Check()
}

// maximize asks the window manager for it.
func (w *watch) maximize() error {
	const add, application = 1, 1
	root := xproto.Setup(w.conn).DefaultScreen(w.conn).Root
	ask := xproto.ClientMessageEvent{Format: 32, Window: w.window, Type: w.state, Data: xproto.ClientMessageDataUnionData32New(
		[]uint32{add, uint32(w.wide), uint32(w.tall), application, 0})}
	return xproto.SendEventChecked(w.conn, false, root,
		xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(ask.Bytes())).Check()
}

// is tells whether the window is maximized.
func (w *watch) is() (bool, error) {
	const most = 64 // states
	reply, err := xproto.GetProperty(w.conn, false, w.window, w.state, xproto.AtomAtom, 0, most).Reply()
	if err != nil {
		return false, err
	}
	var states []xproto.Atom
	for at := 0; at+4 <= len(reply.Value); at += 4 {
		states = append(states, xproto.Atom(binary.LittleEndian.Uint32(reply.Value[at:])))
	}
	return slices.Contains(states, w.wide) && slices.Contains(states, w.tall), nil
}

// listen tells of each change, until the connection ends.
func (w *watch) listen(tell func(bool)) {
	was, _ := w.is()
	if was {
		tell(true)
	}
	for {
		ev, err := w.conn.WaitForEvent()
		if ev == nil && err == nil {
			return
		}
		change, is := ev.(xproto.PropertyNotifyEvent)
		if !is || change.Atom != w.state {
			continue
		}
		if now, err := w.is(); err == nil && now != was {
			was = now
			tell(now)
		}
	}
}

package learn

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk"
	"descentlab/widgets"
)

// What can be seen of the room.
const (
	seenLessons     = "lessons"
	seenExperiments = "experiments"
	seenCensus      = "census"
)

// A half is one of the rooms in the room: it is made when it is seen for the first time, and rests while another one is.
type half struct {
	desk.Frame
	key  string
	make func(f desk.Frame, state []byte) (desk.Room, error)
	kept json.RawMessage   // of which it is made
	ring func(name string) // lays rings round a control, be it in another one

	room   desk.Room // nil before it was seen
	line   fyne.CanvasObject
	jobs   []*resting
	seen   bool
	stale  bool // the theme has changed since it was seen
	header desk.Header
}

// build makes it, if it was not seen before.
func (h *half) build() error {
	if h.room != nil {
		return nil
	}
	room, err := h.make(h, h.kept)
	if err != nil {
		return err
	}
	h.room = room
	h.header = room.Header()
	h.line = container.NewStack(widgets.NewLine(h.header.Stretch, h.header.Left...))
	return nil
}

// state is what it keeps.
func (h *half) state() json.RawMessage {
	if h.room == nil {
		return h.kept
	}
	return h.room.State()
}

// show lets its jobs run, or rest.
func (h *half) show(seen bool) {
	h.seen = seen
	for _, j := range h.jobs {
		j.hold()
	}
}

// Ring lays rings round a control.
func (h *half) Ring(name string) { h.ring(name) }

// Keep makes the user's Escape end a job, and lets it rest while the half is not seen.
func (h *half) Keep(j desk.Work) {
	r := &resting{Work: j, half: h}
	h.jobs = append(h.jobs, r)
	h.Frame.Keep(r)
}

// A resting job rests while its room or its half is not seen.
type resting struct {
	desk.Work
	half *half
	away bool // the room is not seen
}

// Hold lets it rest, or go on if its half is seen.
func (r *resting) Hold(held bool) {
	r.away = held
	r.hold()
}

func (r *resting) hold() { r.Work.Hold(r.away || !r.half.seen) }

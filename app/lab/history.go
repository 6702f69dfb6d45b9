package lab

import (
	"descentlab/app/lab/setup"
	"slices"
)

// maxUndo bounds the memory of the history; older edits are forgotten first.
const maxUndo = 500

// A history is the past and the undone future of a document. Equal keys in a row merge into one entry until sealed.
type history struct {
	past, future []setup.Experiment
	key          string // of the last edit; "" if the next one must not merge
}

// record notes that the document changes from before under the given key.
func (h *history) record(key string, before setup.Experiment) {
	h.future = nil
	if key != "" && key == h.key {
		return
	}
	h.key = key
	h.past = append(h.past, before)
	if len(h.past) > maxUndo {
		h.past = h.past[1:]
	}
}

// seal ends a run of merging edits.
func (h *history) seal() { h.key = "" }

// sealRun ends the run of merging edits of this key, if that is the last one.
func (h *history) sealRun(key string) {
	if h.key == key {
		h.seal()
	}
}

// clone shares nothing that changes with h.
func (h *history) clone() history {
	return history{past: slices.Clone(h.past), future: slices.Clone(h.future), key: h.key}
}

// undo exchanges the present document for the one before it.
func (h *history) undo(now setup.Experiment) (setup.Experiment, bool) {
	return h.shift(now, &h.past, &h.future)
}

// redo takes the last undo back.
func (h *history) redo(now setup.Experiment) (setup.Experiment, bool) {
	return h.shift(now, &h.future, &h.past)
}

func (h *history) shift(now setup.Experiment, from, to *[]setup.Experiment) (setup.Experiment, bool) {
	h.seal()
	n := len(*from)
	if n == 0 {
		return now, false
	}
	next := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, now)
	return next, true
}

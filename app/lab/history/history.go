// Package history remembers what a document was, for undo and redo. It does not know what it remembers.
package history

import "slices"

// maxUndo bounds the memory of the history; older edits are forgotten first.
const maxUndo = 500

// A History is the past and the undone future of a document. Equal keys in a row merge into one entry until sealed.
type History[D any] struct {
	past, future []D
	key          string // of the last edit; "" if the next one must not merge
}

// Record notes that the document changes from before under the given key.
func (h *History[D]) Record(key string, before D) {
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

// Seal ends a run of merging edits.
func (h *History[D]) Seal() { h.key = "" }

// SealRun ends the run of merging edits of this key, if that is the last one.
func (h *History[D]) SealRun(key string) {
	if h.key == key {
		h.Seal()
	}
}

// Clone shares nothing that changes with h.
func (h *History[D]) Clone() History[D] {
	return History[D]{past: slices.Clone(h.past), future: slices.Clone(h.future), key: h.key}
}

// Undo exchanges the present document for the one before it.
func (h *History[D]) Undo(now D) (D, bool) {
	return h.shift(now, &h.past, &h.future)
}

// Redo takes the last undo back.
func (h *History[D]) Redo(now D) (D, bool) {
	return h.shift(now, &h.future, &h.past)
}

func (h *History[D]) shift(now D, from, to *[]D) (D, bool) {
	h.Seal()
	n := len(*from)
	if n == 0 {
		return now, false
	}
	next := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, now)
	return next, true
}

// CanUndo tells whether there is an edit to take back.
func (h *History[D]) CanUndo() bool { return len(h.past) > 0 }

// CanRedo tells whether one has been taken back last.
func (h *History[D]) CanRedo() bool { return len(h.future) > 0 }

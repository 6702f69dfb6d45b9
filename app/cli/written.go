package cli

import "io"

// A written is a writer that remembers the first thing that went wrong, so that no line of a table is lost in silence: on a full
// disk the command fails, whoever wrote to it.
type written struct {
	io.Writer
	fault error
}

// Write writes, unless something went wrong before.
func (w *written) Write(data []byte) (int, error) {
	if w.fault != nil {
		return 0, w.fault
	}
	n, err := w.Writer.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	w.fault = err
	return n, err
}

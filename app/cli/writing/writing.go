// Package writing is how commands write what they make into files, and say on a terminal how far they are.
package writing

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"descentlab/app/cli/argv"
	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
)

// ours is how the formats of files begin that people have made: experiments, curves, hand-ins. No result is of a format.
const ours = "descentlab "

// madeThere is what of such a format stands in a file; "" if nothing does.
func madeThere(name string) string {
	if format := setup.FormatOf(name); strings.HasPrefix(format, ours) {
		return format
	}
	if !slices.Contains(lesson.Endings, strings.ToLower(filepath.Ext(name))) || setup.NoFile(name) != nil {
		return ""
	}
	if data, err := setup.ReadFile(name); err == nil && strings.Contains(string(data[:min(len(data), 1000)]), "descentlab: lesson") {
		return ours + "lesson"
	}
	return ""
}

// Check says what is wrong with the files that -o names, before anything is made. Where a result was, another may be
// written, but nothing that somebody has made is written over.
func Check[R any](kind *export.Kind[R], names []string) error {
	for _, name := range names {
		if name == "" {
			return argv.Faultf("-o: the name of a file is needed, or - for JSON")
		}
		err := kind.Check(name)
		if format := (*export.FormatError)(nil); errors.As(err, &format) {
			return argv.Faultf("-o %s: %v, or - for JSON", name, err)
		}
		if err != nil {
			return argv.Faultf("-o %s: %v", name, err)
		}
		if made := madeThere(name); made != "" {
			return argv.Faultf("-o %s: a %s is there, which would be lost; name another file", name, made)
		}
	}
	return nil
}

// Made makes what a command is about, once its outputs have been checked: it is written wherever -o says, or printed. How much of
// it is made is told on a terminal.
func Made[R any](out io.Writer, kind *export.Kind[R], outputs []string, look picture.Look,
	make func(part func(float64)) (R, error), print func(io.Writer, R) error) error {
	if err := Check(kind, outputs); err != nil {
		return err
	}
	t := NewTeller()
	result, err := make(t.Part)
	t.Clear()
	switch {
	case err != nil:
		return err
	case len(outputs) > 0:
		return Write(out, kind, outputs, look, result)
	}
	return print(out, result)
}

// Write writes a result wherever -o says, and says on a terminal how much is written. All files are made before the first one
// gets its name. Whoever ends the program meanwhile finds nothing half-written.
func Write[R any](out io.Writer, kind *export.Kind[R], names []string, look picture.Look, result R) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	t := NewTeller()
	if slices.Contains(names, export.Stdout) {
		t.out = nil // what is printed may be on the same terminal
	}
	err := kind.Write(export.Hearers{Context: ctx, Stdout: out, Done: t.Part, Look: look}, result, names...)
	t.Clear()
	if ctx.Err() != nil {
		return argv.Interrupt{}
	}
	return err
}

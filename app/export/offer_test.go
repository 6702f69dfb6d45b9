package export

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// said is a result of as many parts as it has words.
type said []string

func (s said) each() []said {
	var list []said
	for _, word := range s {
		list = append(list, said{word})
	}
	return list
}

// TestStoppedAtTheEnd: what is given up as its last byte is written leaves no file, and the one that was there as it was.
func TestStoppedAtTheEnd(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	kind := kind[said]("words").With(".txt", func(out *Output, s said) error {
		_, err := io.WriteString(out, s[0])
		stop()
		return err
	})
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := kind.Write(Hearers{Context: ctx}, said{"new"}, path); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	there, err := os.ReadDir(filepath.Dir(path))
	if data, readErr := os.ReadFile(path); err != nil || readErr != nil || string(data) != "old" || len(there) != 1 {
		t.Errorf("%q, %v, %v, %v", data, err, readErr, there)
	}
}

// TestOffer: a result is made once, when it is first asked for; one that was given up, or failed, is made anew; its parts have
// files of their own, and what is told of begins with its making.
func TestOffer(t *testing.T) {
	made, fail := 0, error(nil)
	kind := kind[said]("words").WithEach(".txt", said.each, func(out *Output, s said) error {
		if _, err := io.WriteString(out, s[0]); err != nil {
			return err
		}
		return out.reached(1)
	})
	o := kind.Offer("words", "Words", "words", func(ctx context.Context, part func(float64)) (said, error) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		made++
		part(0.5)
		return said{"one", "two"}, fail
	})
	ended, stop := context.WithCancel(t.Context())
	stop()
	if err := o.Stream(Hearers{Context: ended}, ".txt", io.Discard); !errors.Is(err, context.Canceled) || made != 0 {
		t.Error(err, made)
	}
	fail = errors.New("no")
	if _, err := o.Names(t.Context(), filepath.Join(t.TempDir(), "a.txt"), nil); err != fail {
		t.Error(err)
	}
	fail = nil
	var b bytes.Buffer
	var told []float64
	h := Hearers{Context: t.Context(), Done: func(part float64) { told = append(told, part) }}
	if err := o.Stream(h, ".txt", &b); err != nil || b.String() != "onetwo" {
		t.Error(err, b.String())
	}
	if want := []float64{0.25, 0.75, 1}; len(told) != 3 || told[0] != want[0] || told[1] != want[1] || told[2] != want[2] {
		t.Errorf("told %v, want %v", told, want)
	}
	dir := t.TempDir()
	names, err := o.Names(t.Context(), filepath.Join(dir, "a.txt"), nil)
	if err == nil {
		err = o.Write(Hearers{Context: t.Context()}, filepath.Join(dir, "a.txt"))
	}
	if err != nil || len(names) != 2 || made != 2 {
		t.Fatal(err, names, made)
	}
	for i, name := range names {
		if data, err := os.ReadFile(name); err != nil || string(data) != []string{"one", "two"}[i] {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
	var wrong *FormatError
	if err := o.Stream(Hearers{Context: t.Context()}, ".png", io.Discard); !errors.As(err, &wrong) {
		t.Error(err)
	}
	if p, err := o.Preview(Hearers{Context: t.Context()}, ".txt", 1, 1); err != nil || p.Text != "onetwo" || p.Picture != nil {
		t.Errorf("%+v, %v", p, err)
	}
}

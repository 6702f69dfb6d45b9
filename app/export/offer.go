package export

import (
	"bytes"
	"context"
	"errors"
	"image"
	"io"
	"slices"
	"sync/atomic"

	"descentlab/app/export/picture"
	"descentlab/app/share"
)

// An Offer is a result that can be written, whatever kind it is of: one of those that a window lets choose from. It is made when
// it is first asked for. Its methods may take a while, and are called on one goroutine after another or wait for each other.
type Offer struct {
	Key  string // names it among others
	Name string // for people, translated
	File string // what its file may be called, without the ending
	offered
}

// offered is an Offer of a kind.
type offered interface {
	// Endings are those of the formats that it can be written in.
	Endings() []string
	// Carries tells whether files of an ending carry what the result was made of, and open again.
	Carries(ending string) bool
	// Check says what is wrong with a file's name, as Kind.Check does.
	Check(name string) error
	// Names are the files that a name stands for: several, if each part of the result has one.
	Names(ctx context.Context, name string, part func(float64)) ([]string, error)
	// Write writes it, as Kind.Write does. The first part of what h.Done hears is for making it.
	Write(h Hearers, names ...string) error
	// Stream writes what the files of an ending hold, one after the other.
	Stream(h Hearers, ending string, to io.Writer) error
	// Preview is how it would look in files of an ending, in a room of so many pixels.
	Preview(h Hearers, ending string, wide, high int) (Preview, error)
}

// A Preview shows what a file would hold.
type Preview struct {
	Picture *image.RGBA  // nil: it is no picture
	Text    string       // the beginning of a text; "" for other files
	Look    picture.Look // of a picture, filled in
	Last    int          // the last moment of a film
}

// Offer is a result of the kind that make makes.
func (k *Kind[R]) Offer(key, name, file string, make func(ctx context.Context, part func(float64)) (R, error)) Offer {
	return Offer{key, name, file, &offer[R]{kind: k, make: make, turn: newTurn()}}
}

// Made is a result of the kind that is there.
func (k *Kind[R]) Made(key, name, file string, result R) Offer {
	return k.Offer(key, name, file, func(context.Context, func(float64)) (R, error) { return result, nil })
}

type offer[R any] struct {
	kind   *Kind[R]
	make   func(ctx context.Context, part func(float64)) (R, error)
	turn   chan struct{} // holds one while nobody makes the result
	made   bool
	result R
}

func newTurn() chan struct{} {
	turn := make(chan struct{}, 1)
	turn <- struct{}{}
	return turn
}

// of is the result, which is made if it is not there yet.
func (o *offer[R]) of(ctx context.Context, part func(float64)) (R, error) {
	var none R
	select {
	case <-o.turn:
		defer func() { o.turn <- struct{}{} }()
	case <-ctx.Done():
		return none, ctx.Err()
	}
	if o.made {
		return o.result, nil
	}
	if part == nil {
		part = func(float64) {}
	}
	result, err := o.make(ctx, part)
	if err != nil {
		return none, err
	}
	o.made, o.result = true, result
	return result, nil
}

// makingShare is the part of the whole work that making the result counts.
const makingShare = 0.5

// halves makes the result, if it is not there, in the first part of what is told, and tells of the rest as the second.
func (o *offer[R]) halves(h Hearers) (R, Hearers, error) {
	if h.Done == nil {
		r, err := o.of(h.Context, nil)
		return r, h, err
	}
	done, making := h.Done, atomic.Bool{}
	r, err := o.of(h.Context, func(part float64) {
		making.Store(true)
		done(makingShare * part)
	})
	if making.Load() {
		h.Done = func(part float64) { done(makingShare + (1-makingShare)*part) }
	}
	return r, h, err
}

// Endings are those of the kind.
func (o *offer[R]) Endings() []string { return o.kind.Endings() }

// Carries tells whether there is a document, and room for it.
func (o *offer[R]) Carries(ending string) bool { return o.kind.origin != nil && share.Carries(ending) }

// Check is the kind's.
func (o *offer[R]) Check(name string) error { return o.kind.Check(name) }

// Names are the files of the parts.
func (o *offer[R]) Names(ctx context.Context, name string, part func(float64)) ([]string, error) {
	f, err := o.kind.format(name)
	if err != nil || f.each == nil {
		return []string{name}, err
	}
	r, err := o.of(ctx, part)
	if err != nil {
		return nil, err
	}
	n := len(f.each(r))
	names := make([]string, n)
	for i := range names {
		names[i] = Numbered(name, i, n)
	}
	return names, nil
}

// Write makes it and writes it.
func (o *offer[R]) Write(h Hearers, names ...string) error {
	r, h, err := o.halves(h)
	if err != nil {
		return err
	}
	return o.kind.Write(h, r, names...)
}

// Stream makes it and writes it.
func (o *offer[R]) Stream(h Hearers, ending string, to io.Writer) error {
	r, h, err := o.halves(h)
	if err != nil {
		return err
	}
	for _, f := range o.kind.formats {
		if f.ending != ending {
			continue
		}
		parts := []R{r}
		if f.each != nil {
			parts = f.each(r)
		}
		for i, part := range parts {
			out := &Output{Writer: to, ctx: h.Context, look: h.Look}
			if h.Done != nil {
				out.done = func(share float64) { h.Done((float64(i) + share) / float64(len(parts))) }
			}
			if err := o.kind.put(f, out, part); err != nil {
				return err
			}
		}
		return nil
	}
	return &FormatError{Ending: ending, Endings: o.kind.Endings()}
}

// Preview makes it and draws it, or has the beginning of its text.
func (o *offer[R]) Preview(h Hearers, ending string, wide, high int) (Preview, error) {
	r, err := o.of(h.Context, h.Done)
	if err != nil {
		return Preview{}, err
	}
	switch {
	case picture.Has(ending, true) && o.kind.moving != nil:
		film := o.kind.moving(r)
		return drawn(h, film.Picture, wide, high, film.Last, func() (picture.Look, error) { return h.Look.ForFilm(film) })
	case (picture.Has(ending, false) || ending == ".html") && o.kind.still != nil:
		p, err := o.kind.still(h.Context, r)
		if err != nil {
			return Preview{}, err
		}
		return drawn(h, p, wide, high, 0, func() (picture.Look, error) { return h.Look.For(p) })
	case slices.Contains(texts, ending):
		var b beginning
		h.Done = nil
		if err := o.Stream(h, ending, &b); err != nil && !errors.Is(err, errEnough) {
			return Preview{}, err
		}
		return Preview{Text: string(bytes.ToValidUTF8(b.Bytes(), nil))}, nil
	}
	return Preview{}, h.Context.Err()
}

func drawn(h Hearers, p picture.Picture, wide, high, last int, filled func() (picture.Look, error)) (Preview, error) {
	look, err := filled()
	if err != nil {
		return Preview{}, err
	}
	img, err := p.Preview(h.Context, look, wide, high)
	return Preview{Picture: img, Look: look, Last: last}, err
}

// texts are the endings of files that can be read as they are.
var texts = []string{".csv", ".tsv", ".json", ".md", ".txt", ".py", ".ipynb"}

// A beginning takes the first letters of a text, and no more.
type beginning struct{ bytes.Buffer }

// enough is how many bytes a preview shows at most.
const enough = 4000

var errEnough = errors.New("that is enough")

// Write takes them.
func (b *beginning) Write(data []byte) (int, error) {
	room := max(enough-b.Len(), 0)
	if len(data) <= room {
		return b.Buffer.Write(data)
	}
	b.Buffer.Write(data[:room])
	return room, errEnough
}

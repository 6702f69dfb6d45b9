package export

import (
	"context"
	"encoding/json"
	"io"

	"descentlab/app/export/picture"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
)

// Hearers are who waits for files that are being written.
type Hearers struct {
	Context context.Context    // that may end it
	Stdout  io.Writer          // for the name Stdout
	Done    func(part float64) // hears how much is done, 0 to 1; may be nil
	Look    picture.Look       // of pictures
}

// An Output is where a format writes one file.
type Output struct {
	io.Writer
	ctx     context.Context
	done    func(part float64)
	look    picture.Look
	carried []byte // the document that the file is to carry, if its format puts that in itself
}

// reached says that a part of the file, 0 to 1, is written. The error is the context's, if that has ended.
func (o *Output) reached(part float64) error {
	if o.done != nil {
		o.done(part)
	}
	return o.ctx.Err()
}

// Write writes a result into the named files, or the files of its parts. What is there is replaced as a whole or not at all, and
// nothing is before all files are made; if that fails, or is ended, nothing of them stays.
func (k *Kind[R]) Write(h Hearers, result R, names ...string) error {
	var files []*setup.Pending
	defer func() {
		for _, f := range files {
			f.Discard()
		}
	}()
	for i, name := range names {
		f, err := k.format(name)
		if err != nil {
			return err
		}
		parts := []R{result}
		if f.each != nil {
			parts = f.each(result)
		}
		for j, part := range parts {
			out := &Output{Writer: h.Stdout, ctx: h.Context, look: h.Look}
			if name != Stdout {
				file, err := setup.Create(Numbered(name, j, len(parts)))
				if err != nil {
					return err
				}
				files, out.Writer = append(files, file), file
			}
			if h.Done != nil {
				out.done = func(share float64) {
					h.Done((float64(i) + (float64(j)+share)/float64(len(parts))) / float64(len(names)))
				}
			}
			if err := k.put(f, out, part); err != nil {
				return err
			}
		}
	}
	for _, f := range files {
		if err := f.Finish(); err != nil { // on a full disk, before any of them has its name
			return err
		}
	}
	if err := h.Context.Err(); err != nil { // the last bytes of some formats are written without asking
		return err
	}
	for _, f := range files {
		if err := f.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// Put writes a file that is made already, as Write does.
func Put(ctx context.Context, name string, data []byte) error {
	file, err := setup.Create(name)
	if err != nil {
		return err
	}
	defer file.Discard()
	if _, err := file.Write(data); err != nil {
		return err
	}
	if err := file.Finish(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return file.Commit()
}

// An interruptible writes until its context ends: who makes a file in one go, as large pictures are encoded, ends then as well.
type interruptible struct {
	io.Writer
	ctx context.Context
}

// Write writes, or has the error of the context.
func (w interruptible) Write(data []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(data)
}

// put writes a result in a format; a picture that has room for it carries what the result was made of.
func (k *Kind[R]) put(f format[R], out *Output, result R) error {
	out.Writer = interruptible{out.Writer, out.ctx}
	if k.origin == nil || !share.Carries(f.ending) {
		return f.write(out, result)
	}
	if !share.TakesIn(f.ending) {
		var err error
		if out.carried, err = share.Text(k.origin(result)); err != nil {
			return err
		}
		return f.write(out, result)
	}
	w, err := share.Into(f.ending, out.Writer, k.origin(result))
	if err != nil {
		return err
	}
	out.Writer = w
	if err := f.write(out, result); err != nil {
		return err
	}
	return w.Close()
}

// json writes a value as a line of JSON.
func (o *Output) json(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = o.Write(append(data, '\n'))
	return err
}

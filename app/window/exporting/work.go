package exporting

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/job"
	"descentlab/app/words"
)

// A view is a preview with the size of the files that it is of.
type view struct {
	preview export.Preview
	size    int64 // in bytes; 0: not known yet
}

// rest is how long the choices stay as they are before the size of the file is measured.
const rest = 400 * time.Millisecond

// refresh makes the preview that the choices want. The one before stays until it is there.
func (d *Dialog) refresh() {
	if d.closed || d.dialog == nil {
		return
	}
	look, err := d.look()
	if err != nil && isPicture(d.ending()) {
		d.fault = err
		d.looking.Stop()
		d.complain(err)
		d.measured()
		return
	}
	if d.fault != nil {
		d.fault = nil
		d.tell("", widget.MediumImportance)
	}
	offer, ending := d.offer(), d.ending()
	w, h := d.stage.room(d.stage.scale())
	made := d.draft
	if of := draftKey(offer, ending, look); made == nil || made.of != of || !made.whole() {
		made = newDraft(of)
	}
	asked := d.looking.Ask(fmt.Sprint(made.of, w, h), func(ctx context.Context, r *job.Report[view]) error {
		err := made.look(ctx, offer, ending, look, w, h, r.Done, r.Publish)
		made.finish(err)
		return err
	})
	if asked {
		d.draft = made
	}
	d.measured()
}

// seen takes in what there is to see.
func (d *Dialog) seen() {
	if d.closed {
		return
	}
	v, made := d.looking.Result()
	if err := d.looking.Err(); err != nil && !errors.Is(err, context.Canceled) {
		d.complain(err)
	}
	if made {
		d.stage.show(v.preview)
	}
	switch told, telling := d.looking.Progress(); {
	case made && d.looking.Fresh():
		d.stage.say(noPreview(d.ending()))
	case telling:
		d.stage.say(words.T("computing … %s", words.Progress(told.Part, told.Left, told.Sure)))
	case d.looking.Busy():
		d.stage.say(words.T("drawing …"))
	}
	d.measured()
}

// noPreview is said of files that cannot be shown.
func noPreview(ending string) string {
	if ending == ".npz" {
		return words.T("Arrays cannot be shown here.")
	}
	return ""
}

// An outcome is what has come of a wish to write.
type outcome struct {
	paths []string
	size  int64
	asks  []string // files that are there already, which have not been agreed on
}

// Save writes the file, or says what is in the way. A file that is there is asked about, once.
func (d *Dialog) Save() {
	if d.Busy() {
		return
	}
	path, err := d.path.Absolute()
	if err == nil {
		err = d.check(path)
	}
	if err != nil {
		d.complain(err)
		return
	}
	look, err := d.look()
	if err != nil && isPicture(d.ending()) {
		d.complain(err)
		return
	}
	d.choices.Ending = d.ending()
	d.choices.keep(d.host.Kept)
	offer, agreed := d.offer(), d.agreed
	draft := d.draft
	if !d.looking.Busy() && draft != nil && !draft.whole() || draft != nil && draft.of != draftKey(offer, d.ending(), look) {
		draft = nil
	}
	if draft == nil {
		d.looking.Stop() // the processor is for the file
	}
	d.work(true)
	d.writing.Ask(d.turn(), func(ctx context.Context, r *job.Report[outcome]) error {
		names, err := offer.Names(ctx, path, r.Done)
		if err != nil {
			return err
		}
		if there := slices.DeleteFunc(slices.Clone(names), missing); len(there) > 0 && !slices.Equal(there, agreed) {
			r.Publish(outcome{asks: there})
			return nil
		}
		if err := put(ctx, offer, draft, look, r.Done, path, names); err != nil {
			return err
		}
		made := outcome{paths: names}
		for _, name := range names {
			if info, err := os.Stat(name); err == nil {
				made.size += info.Size()
			}
		}
		r.Publish(made)
		return nil
	})
}

// put writes the file of a path, or the files that it stands for: what has been made of it to tell its size, if that is there or
// comes.
func put(ctx context.Context, offer export.Offer, made *draft, look picture.Look, done func(float64), path string,
	names []string) error {
	if made != nil && len(names) == 1 {
		whole, err := made.wait(ctx, done)
		if err != nil {
			return err
		}
		if whole {
			return export.Put(ctx, path, made.data)
		}
	}
	return offer.Write(export.Hearers{Context: ctx, Done: done, Look: look}, path)
}

// says tells what was written.
func (o outcome) says() string {
	if len(o.paths) == 1 {
		return words.T("Saved %s (%s)", o.paths[0], Bytes(o.size))
	}
	return words.T("Saved %d files in %s (%s together)", len(o.paths), filepath.Dir(o.paths[0]), Bytes(o.size))
}

// check says what is wrong with a path.
func (d *Dialog) check(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return errors.New(words.T("%s is a folder; add the name of a file", path))
	}
	return d.offer().Check(path)
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return err != nil
}

// work shows that something is written, or no longer is.
func (d *Dialog) work(on bool) {
	d.cancel.SetText(words.T("Cancel"))
	if on {
		d.cancel.SetText(words.T("Stop"))
		d.save.Disable()
		d.copies.Disable()
		return
	}
	d.bar.set(0)
	d.save.Enable()
	d.fill()
}

// heard takes in how far the writing is, and that it has come to its end.
func (d *Dialog) heard() {
	if d.closed {
		return
	}
	if told, telling := d.writing.Progress(); telling && d.writing.Busy() {
		d.bar.set(told.Part)
		d.tell(words.T("writing … %s (Esc stops)", words.Progress(told.Part, told.Left, told.Sure)), widget.MediumImportance)
	}
	if d.writing.Busy() {
		return
	}
	d.work(false)
	made, done := d.writing.Result()
	done = done && d.writing.Fresh()
	switch err := d.writing.Err(); {
	case d.writing.Stopped():
		d.tell(words.T("stopped; nothing was written"), widget.DangerImportance)
	case err != nil:
		d.complain(err)
	case done && len(made.asks) > 0:
		d.ask(made.asks)
	case done:
		d.host.Folder.Keep(made.paths[0])
		d.close()
		d.host.Notice(made.says())
		return
	}
	d.refresh()
}

// ask asks whether files may be replaced.
func (d *Dialog) ask(there []string) {
	text := words.T("there is a file of this name already; Replace overwrites it")
	if len(there) > 1 {
		text = words.T("%d files of these names are there already, such as %s; Replace overwrites them", len(there),
			filepath.Base(there[0]))
	}
	d.tell(text, widget.WarningImportance)
	d.agreed = there
	d.save.SetText(words.T("Replace"))
}

// Copy puts the picture on the clipboard.
func (d *Dialog) Copy() {
	if d.Busy() {
		return
	}
	look, err := d.look()
	if err != nil {
		d.complain(err)
		return
	}
	d.choices.keep(d.host.Kept)
	offer, put := d.offer(), d.host.Copy
	d.work(true)
	d.copying.Ask(d.turn(), func(ctx context.Context, r *job.Report[int64]) error {
		png, err := PNG(ctx, offer, look, r.Done)
		if err == nil {
			err = put(ctx, png)
		}
		if err == nil {
			r.Publish(int64(len(png)))
		}
		return err
	})
}

// copied takes in how far that is.
func (d *Dialog) copied() {
	if d.closed {
		return
	}
	if told, telling := d.copying.Progress(); telling && d.copying.Busy() {
		d.bar.set(told.Part)
	}
	if d.copying.Busy() {
		return
	}
	d.work(false)
	size, _ := d.copying.Result()
	switch err := d.copying.Err(); {
	case d.copying.Stopped():
		d.tell(words.T("stopped; nothing was copied"), widget.DangerImportance)
	case err != nil:
		d.complain(err)
	default:
		d.tell(words.T("The picture is on the clipboard (%s).", Bytes(size)), widget.SuccessImportance)
	}
}

// turn is a key that no wish had before: the same may be wished for again.
func (d *Dialog) turn() string {
	d.turns++
	return strconv.Itoa(d.turns)
}

// PNG is what an offer's picture holds as a PNG file.
func PNG(ctx context.Context, o export.Offer, look picture.Look, done func(float64)) ([]byte, error) {
	var b bytes.Buffer
	err := o.Stream(export.Hearers{Context: ctx, Look: look, Done: done}, ".png", &b)
	return b.Bytes(), err
}

// Key takes the keys that no control has use for.
func (d *Dialog) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		d.Save()
	case fyne.KeyEscape:
		d.Cancel()
	default:
		return false
	}
	return true
}

// Cancel stops what is written, or closes the dialog if nothing is.
func (d *Dialog) Cancel() {
	if !d.writing.Interrupt() && !d.copying.Interrupt() {
		d.close()
	}
}

func (d *Dialog) close() {
	d.closed = true
	d.looking.Stop()
	if !d.left { // the keys are another's by now
		d.host.Over(nil)
	}
	d.dialog.Hide()
}

// Leave is for when something else takes the dialog away: what is written or copied goes on, and the window tells what comes of
// it.
func (d *Dialog) Leave() {
	d.looking.Stop()
	d.left = d.Busy()
	d.closed = d.closed || !d.left
}

// Closed tells whether it is no longer there to be used.
func (d *Dialog) Closed() bool { return d.closed || d.left }

// Busy tells whether something is written or copied.
func (d *Dialog) Busy() bool { return d.writing.Busy() || d.copying.Busy() }

// End gives everything up, and waits until nothing of it is left.
func (d *Dialog) End() {
	d.closed = true
	d.looking.End()
	d.writing.End()
	d.copying.End()
}

// browse puts the file into another folder.
func (d *Dialog) browse() {
	d.host.Browse(d.path.Folder(), func(folder string) {
		if !d.closed {
			d.path.SetFolder(folder)
		}
	})
}

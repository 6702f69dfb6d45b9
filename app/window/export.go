package window

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/job"
	"descentlab/app/share"
	"descentlab/app/window/clipboard"
	"descentlab/app/window/desk"
	"descentlab/app/window/exporting"
	"descentlab/app/words"
)

// exports are the results of the room that is seen, and the key of the one that is seen most.
func (u *ui) exports() (list []export.Offer, seen string) {
	if r, is := u.seen.room.(desk.Exporter); is {
		list, seen = r.Exports()
	}
	if len(list) == 0 {
		u.notice(words.T("There is nothing to export here: open an experiment, and it can be."))
	}
	return list, seen
}

// Export opens the dialog in which what the room shows is written into files.
func (u *ui) Export(key string) { u.openExport(key) }

func (u *ui) openExport(key string) *exporting.Dialog {
	u.closeMenus()
	list, seen := u.exports()
	if len(list) == 0 {
		return nil
	}
	if key != "" {
		seen = key
	}
	d := exporting.Open(u.exportHost(), list, seen)
	u.leaving = slices.DeleteFunc(u.leaving, func(d *exporting.Dialog) bool { return !d.Busy() })
	if last := u.exporter; last != nil && last.Busy() {
		u.leaving = append(u.leaving, last)
	}
	u.exporter = d
	return d
}

func (u *ui) exportHost() exporting.Host {
	return exporting.Host{
		Host: u.host(), Kept: u.app.Preferences(), Dark: u.Palette().Dark, Colours: string(u.look.Colours()), Screen: u.screen(),
		Over:   func(key func(fyne.KeyName) bool) { u.modal = key },
		Notice: u.notice, Fail: u.Say, Copy: u.board.put,
	}
}

// screen is how large the picture is that is seen most, in units.
func (u *ui) screen() fyne.Size {
	if r, is := u.seen.room.(desk.Describer); is {
		if spots := r.Spots(); len(spots) > 0 {
			return spots[0].Object.Size()
		}
	}
	return u.win.Canvas().Size()
}

// A board is the clipboard for pictures. One that is zero has none: of screenshots and tests.
type board struct {
	put func(context.Context, []byte) error
	get func(context.Context) ([]byte, error)

	file func(context.Context) string // that was copied, as its path
}

// systemBoard is that of the system.
var systemBoard = board{clipboard.Put, clipboard.Get, clipboard.File}

// CopyPicture puts what is seen most on the clipboard, with the choices of the last export.
func (u *ui) CopyPicture() {
	if u.covered() && u.exporter != nil && !u.exporter.Closed() {
		u.exporter.Copy() // what it shows
		return
	}
	u.closeMenus()
	list, seen := u.exports()
	i := slices.IndexFunc(list, func(o export.Offer) bool { return o.Key == seen })
	if i < 0 || u.board.put == nil || u.picturing.Busy() {
		return
	}
	offer, host := list[i], u.exportHost()
	look, err := exporting.Recall(host)
	if err != nil {
		u.Say(err)
		return
	}
	u.copies++
	u.picturing.Ask(strconv.Itoa(u.copies), func(ctx context.Context, r *job.Report[int64]) error {
		png, err := exporting.PNG(ctx, offer, look, r.Done)
		if err == nil {
			err = host.Copy(ctx, png)
		}
		if err == nil {
			r.Publish(int64(len(png)))
		}
		return err
	})
}

// copiedPicture tells how far the copying of a picture is, and what has come of it.
func (u *ui) copiedPicture() {
	told, telling := u.picturing.Progress()
	size, made := u.picturing.Result()
	switch err := u.picturing.Err(); {
	case u.picturing.Busy() && telling:
		u.tell(words.T("copying the picture … %s (Esc stops)", words.Progress(told.Part, told.Left, told.Sure)), false)
	case u.picturing.Busy():
	case u.picturing.Stopped():
		u.hush()
	case err != nil:
		u.Say(err)
	case made && u.picturing.Fresh():
		u.notice(words.T("The picture is on the clipboard (%s).", exporting.Bytes(size)))
	}
}

// pastePicture opens the picture that is on the clipboard, or the file. If there is none, another fault is told.
func (u *ui) pastePicture(fault error) {
	if u.board.get == nil {
		u.Say(fault)
		return
	}
	take, copied := u.board.get, u.board.file
	u.copies++
	u.pasting.Ask(strconv.Itoa(u.copies), func(ctx context.Context, r *job.Report[share.Document]) error {
		var d share.Document
		path, err := "", error(nil)
		if copied != nil {
			path = copied(ctx)
		}
		if path != "" {
			d, err = share.Open(path)
		} else {
			png, none := take(ctx)
			if none != nil {
				return cmp.Or(fault, none)
			}
			d, err = share.Picture(words.T("the clipboard"), png)
		}
		if err == nil {
			r.Publish(d)
		}
		return err
	})
}

// pasted opens what has been found there.
func (u *ui) pasted() {
	d, made := u.pasting.Result()
	switch err := u.pasting.Err(); {
	case u.pasting.Busy():
	case err != nil:
		u.Say(err)
	case made && u.pasting.Fresh():
		u.takePasted(d)
	}
}

package window

import (
	"errors"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
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
		u.Say(errors.New(words.T("there is nothing to export here yet")))
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
	u.saving = d
	return d
}

func (u *ui) exportHost() exporting.Host {
	return exporting.Host{
		Host: u.host(), Kept: u.app.Preferences(), Dark: u.Palette().Dark, Screen: u.screen(),
		Over:   func(key func(fyne.KeyName) bool) { u.modal = key },
		Notice: u.notice,
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

// CopyPicture puts what is seen most on the clipboard.
func (u *ui) CopyPicture() {}

package filing

import (
	"context"
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"

	"descentlab/app/job"
	"descentlab/app/window/native"
	"descentlab/app/words"
)

// A Chooser lets the user choose files and folders: by the desktop's dialogs, or where there are none by Fyne's. One of the
// desktop's does not keep the window from being drawn, nor, but on Windows, from being used; the next wish takes its place.
type Chooser struct {
	// Native says that the desktop may have dialogs; whether it has is found out with the first wish.
	Native bool

	win   fyne.Window
	fail  func(error)
	job   *job.Job[choice]
	turns int
	now   func(choice) // what takes the answer to the last wish in
}

// A choice is what the desktop's dialog answers.
type choice struct {
	path  string
	none  bool            // there is no such dialog
	fault *native.Failure // why none has opened
}

// NewChooser is one for a window, that tells it what goes wrong.
func NewChooser(win fyne.Window, post func(func()), fail func(error)) *Chooser {
	c := &Chooser{win: win, fail: fail}
	c.job = job.New[choice](post, c.heard)
	return c
}

// End gives the desktop's dialog up.
func (c *Chooser) End() { c.job.End() }

// Open asks for a file with one of these endings.
func (c *Chooser) Open(folder string, endings []string, open func(path string)) {
	w := native.Wish{Title: words.T("Open"), Folder: folder, Filters: []native.Filter{
		{Name: words.T("Files that can be opened"), Endings: endings}, {Name: words.T("All files"), Endings: []string{""}}}}
	c.ask(native.Open, w, open, func() { c.openByFyne(endings, open) })
}

// Folder asks for a folder, beginning with one.
func (c *Chooser) Folder(at string, chosen func(folder string)) {
	c.ask(native.Folder, native.Wish{Title: words.T("Choose a folder"), Folder: at}, chosen, func() { c.folderByFyne(chosen) })
}

// Save asks where a file goes, proposing a name. Without the desktop's dialog it leaves that to otherwise.
func (c *Chooser) Save(title, folder, name string, chosen func(path string), otherwise func()) {
	w := native.Wish{Title: title, Accept: words.T("Save"), Folder: folder, Name: name}
	c.ask(native.Save, w, chosen, otherwise)
}

// ask asks the desktop, or does otherwise.
func (c *Chooser) ask(by func(context.Context, native.Wish) (string, error), w native.Wish, chosen func(string),
	otherwise func()) {
	if !c.Native {
		otherwise()
		return
	}
	w.Owner = c.owner()
	c.now = func(answer choice) {
		switch {
		case answer.none:
			c.Native = false
			otherwise()
		case answer.fault != nil:
			c.Native = false
			c.fail(answer.fault)
			otherwise()
		case answer.path != "":
			chosen(answer.path)
		}
	}
	c.turns++
	c.job.Ask(strconv.Itoa(c.turns), func(ctx context.Context, r *job.Report[choice]) error {
		path, err := by(ctx, w)
		var fault *native.Failure
		switch {
		case errors.Is(err, native.ErrNone):
			r.Publish(choice{none: true})
		case errors.As(err, &fault):
			r.Publish(choice{fault: fault})
		case err != nil:
			return err
		default:
			r.Publish(choice{path: path})
		}
		return nil
	})
}

// owner is the window as Windows knows it; 0 elsewhere.
func (c *Chooser) owner() (window uintptr) {
	if known, is := c.win.(driver.NativeWindow); is {
		known.RunNative(func(context any) {
			if here, is := context.(driver.WindowsWindowContext); is {
				window = here.HWND
			}
		})
	}
	return window
}

// heard takes the answer in, once.
func (c *Chooser) heard() {
	if c.job.Busy() || c.now == nil {
		return
	}
	now := c.now
	c.now = nil
	answer, made := c.job.Result()
	switch err := c.job.Err(); {
	case err != nil:
		c.fail(err)
	case made && c.job.Fresh():
		now(answer)
	}
}

// openByFyne asks for a file by Fyne's dialog.
func (c *Chooser) openByFyne(endings []string, open func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			c.fail(err)
			return
		}
		path := f.URI().Path()
		f.Close()
		open(path)
	}, c.win)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.Show()
	d.Resize(c.size()) // Fyne's file dialogs cannot take a size before they are shown
}

// folderByFyne asks for a folder by Fyne's dialog.
func (c *Chooser) folderByFyne(chosen func(folder string)) {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if err == nil && f != nil {
			chosen(f.Path())
		}
	}, c.win)
	d.Show()
	d.Resize(c.size())
}

func (c *Chooser) size() fyne.Size {
	size := c.win.Canvas().Size()
	return fyne.NewSize(min(820, size.Width*0.9), min(600, size.Height*0.9))
}

package desktest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/widgets/plot"
)

// Lab has the state.
func (d *Desk) Lab() *lab.Lab { return d.lab }

// Edit changes the document; Said is what is wrong with the change.
func (d *Desk) Edit(key string, f func(*setup.Experiment)) error {
	err := d.lab.Edit(key, f)
	d.Say(err)
	return err
}

// SealLater notes the key.
func (d *Desk) SealLater(key string) { d.Sealed = append(d.Sealed, key) }

// Say notes the error.
func (d *Desk) Say(err error) { d.Said = err }

// Palette is that of the theme.
func (d *Desk) Palette() *plot.Palette { return d.palette }

// Style is at scale 1.
func (d *Desk) Style() plot.Style {
	return plot.Style{Palette: d.palette, Font: d.font, Scale: 1, TextSize: figure.SmallText}
}

// Still is what the test says.
func (d *Desk) Still() bool { return d.Calm }

// Post lets a function wait until Settle.
func (d *Desk) Post(f func()) { d.posts <- f }

// Keep notes the job.
func (d *Desk) Keep(j desk.Work) { d.jobs = append(d.jobs, j) }

// Pictured does nothing.
func (d *Desk) Pictured() {}

// Relayout lays the window out anew.
func (d *Desk) Relayout() {
	if c := d.win.Content(); c != nil {
		c.Refresh()
	}
}

// Scroller scrolls nothing, and counts.
func (d *Desk) Scroller() desk.Scroller { return d.scroll }

// A scroller counts wishes to scroll to the bottom.
type scroller struct {
	*container.Scroll
	bottoms *int
}

// ScrollToBottom counts.
func (s scroller) ScrollToBottom() { *s.bottoms++ }

// Around scrolls nothing, and sums up.
func (d *Desk) Around() fyne.Scrollable { return around{d} }

// An around sums up by how much it was to scroll.
type around struct{ *Desk }

// Scrolled sums up.
func (a around) Scrolled(ev *fyne.ScrollEvent) { a.Turned += ev.Scrolled.DY }

// Mark notes the control.
func (d *Desk) Mark(name string, control func() fyne.CanvasObject) { d.Marks[name] = control }

// Ring notes the name.
func (d *Desk) Ring(name string) { d.Ringed = name }

// Key notes a key that is handed on.
func (d *Desk) Key(k *fyne.KeyEvent) { d.Keys = append(d.Keys, string(k.Name)) }

// Rune notes a character that is handed on.
func (d *Desk) Rune(r rune) { d.Keys = append(d.Keys, string(r)) }

// Menu notes the menu.
func (d *Desk) Menu(_ fyne.CanvasObject, menu *fyne.Menu) { d.Opened = menu }

// Context notes the menu.
func (d *Desk) Context(_ fyne.Position, menu *fyne.Menu) { d.Opened = menu }

// Offered are none.
func (d *Desk) Offered(...string) []desk.Command { return nil }

// Export notes what is to be exported.
func (d *Desk) Export(key string) { d.Exported = append(d.Exported, key) }

// CopyPicture notes nothing.
func (d *Desk) CopyPicture() {}

// Copy notes the text.
func (d *Desk) Copy(text string) { d.Copied = text }

// CopyLink notes the document.
func (d *Desk) CopyLink(doc any) { d.Linked = doc }

// Changed counts.
func (d *Desk) Changed() { d.Changes++ }

// Go notes the room.
func (d *Desk) Go(room string) { d.Gone = room }

// Notice notes the text.
func (d *Desk) Notice(text string) { d.Noticed = text }

// OpenAny notes that a file was asked for.
func (d *Desk) OpenAny() { d.Opens++ }

// Save notes the plan.
func (d *Desk) Save(_, name string, plan desk.Plan) { d.SavedAs, d.Plan = name, plan }

// Open notes what would open a file.
func (d *Desk) Open(open func(path string), _ ...string) { d.Opening = open }

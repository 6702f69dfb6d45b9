package field

import (
	"image/color"

	"descentlab/internal/say"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	formulaPrefix  = "f(x,y)" // until Of names another function
	formulaPadding = 3        // round the text, in units
)

var _ fyne.Widget = (*Formula)(nil)

// A Formula is a line of monospace text to type a function into. What is wrong with it shows in a bubble below the
// field, which needs the window's content to be made by WithHints, and moves nothing.
type Formula struct {
	kit.Widget

	OnTyped  func(text string) // every change of the text by the user
	OnCommit func(text string) // Enter; unless it leads to an error, the focus leaves the field

	doc     string          // what SetText was last given
	dropped string          // what Escape has put that in the place of; "": nothing
	typed   map[string]bool // what the user has typed since the field got the focus
	message string
	remark  string
	frame   *canvas.Rectangle
	of      string // before the equals sign
	prefix  *canvas.Text
	entry   *formulaEntry
}

// NewFormula returns an empty field.
func NewFormula() *Formula {
	f := &Formula{
		typed: map[string]bool{}, frame: canvas.NewRectangle(color.Transparent),
		of: formulaPrefix, prefix: canvas.NewText(formulaPrefix+" =", color.Transparent),
	}
	f.prefix.TextStyle.Monospace = true
	f.entry = newFormulaEntry(f)
	f.ExtendBaseWidget(f)
	return f
}

// Of names the function that the formula is of, before it is shown.
func (f *Formula) Of(function string) {
	f.of = function
	f.prefix.Text = function + " ="
}

// Text returns what stands in the field.
func (f *Formula) Text() string { return f.entry.Text }

// SetText shows the text of the document; no callback is called. The text that was set last leaves alone what has been
// typed since, and so does one that comes back from the typing; any other text replaces what stands in the field.
func (f *Formula) SetText(text string) {
	if text == f.doc {
		return
	}
	f.doc, f.dropped = text, ""
	if !f.entry.editing || !f.typed[text] {
		f.entry.put(text)
	}
}

// Restore puts the document's text back, for good: what was typed was no formula.
func (f *Formula) Restore() {
	f.dropped = ""
	f.entry.put(f.doc)
}

// Edit gives the field the focus; what is wrong with its text is told again.
func (f *Formula) Edit() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.entry); c != nil {
		c.Focus(f.entry)
	}
	kit.ShowFault(f, f.message) // the focus may have been there all the time
	f.showRemark()
}

// Revert puts the document's text in the place of one in which something is wrong, and tells of it as of something typed. It
// tells whether there was one.
func (f *Formula) Revert() bool {
	if f.message == "" || f.entry.Text == f.doc {
		return false
	}
	f.drop()
	return true
}

// drop puts the document's text back. What was typed is kept: undo brings it back.
func (f *Formula) drop() {
	f.dropped = f.entry.Text
	f.enter(f.doc)
}

// restore brings back what was put away, if nothing has been typed since; it tells whether there was something.
func (f *Formula) restore() bool {
	if f.dropped == "" || f.entry.Text != f.doc {
		return false
	}
	text := f.dropped
	f.dropped = ""
	f.enter(text)
	return true
}

// enter puts a text into the field and tells of it as of something typed.
func (f *Formula) enter(text string) {
	f.entry.put(text)
	f.entry.CursorColumn = len([]rune(text))
	f.entry.Refresh()
	f.typed[text] = true
	if f.OnTyped != nil {
		f.OnTyped(text)
	}
	f.showRemark()
}

// SetRemark says quietly below the field, while it is edited, how the text is read; "" clears it.
func (f *Formula) SetRemark(remark string) {
	f.remark = remark
	f.showRemark()
}

// showRemark shows the remark while the field has the focus and nothing is wrong.
func (f *Formula) showRemark() {
	shown := f.remark
	if f.dropped != "" && f.entry.Text == f.doc {
		shown = say.T("Ctrl+Z: what you have typed, again · Esc: leave it")
	}
	if f.message != "" || !f.entry.editing {
		shown = ""
	}
	kit.ShowRemark(f, shown)
}

// SetError shows in one line, or with a caret line below it, what is wrong with the text; "" clears it.
func (f *Formula) SetError(message string) {
	if f.message == message {
		return
	}
	f.message = message
	f.refresh()
	kit.ShowFault(f, message)
	f.showRemark()
}

// CreateRenderer is called by Fyne.
func (f *Formula) CreateRenderer() fyne.WidgetRenderer {
	f.refresh()
	return f.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{f.frame, f.prefix, f.entry.bare},
		Least:   func() fyne.Size { return fyne.NewSize(f.prefix.MinSize().Width+112, kit.ControlHeight) },
		Arrange: f.layout,
		Paint:   f.refresh,
	})
}

// layout puts the parts side by side, and an error below them.
func (f *Formula) layout(size fyne.Size) {
	kit.Place(f.frame, 0, 0, size.Width, size.Height)
	width := f.prefix.MinSize().Width
	kit.Place(f.prefix, kit.ControlPad, 0, width, size.Height)
	left, height := kit.ControlPad+width+2, f.entry.bare.MinSize().Height
	kit.Place(f.entry.bare, left, (size.Height-height)/2, size.Width-left-4, height)
	if f.message != "" {
		kit.ShowFault(f, f.message)
	}
	f.showRemark()
}

func (f *Formula) refresh() {
	f.frame.CornerRadius = f.Theme().Size(theme.SizeNameInputRadius)
	edge, line := theme.ColorNameSeparator, float32(1)
	if f.entry.editing {
		line = skin.FocusRing
	}
	switch {
	case f.message != "":
		edge = theme.ColorNameError
	case f.entry.editing:
		edge = theme.ColorNamePrimary
	}
	kit.PaintRect(f.frame, skin.Ink(f, theme.ColorNameInputBackground), skin.Ink(f, edge), line)
	kit.PaintText(f.prefix, f.of+" =", f.Theme().Size(theme.SizeNameText), skin.Ink(f, theme.ColorNamePlaceHolder))
}

// formulaEntry is the entry inside the frame.
type formulaEntry struct {
	widget.Entry

	owner   *Formula
	bare    fyne.CanvasObject // what goes into the layout
	editing bool
	silent  bool       // the text is being set by the program
	window  *Frameless // through which it is seen, once it has been
}

func newFormulaEntry(owner *Formula) *formulaEntry {
	e := &formulaEntry{owner: owner}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.TextStyle.Monospace = true
	e.PlaceHolder = "x^2 + 10*y^2"
	e.OnChanged = func(text string) {
		if e.silent {
			return
		}
		owner.typed[text] = true
		if owner.OnTyped != nil {
			owner.OnTyped(text)
		}
	}
	e.OnSubmitted = func(text string) {
		owner.typed[text] = true
		if owner.OnCommit != nil {
			owner.OnCommit(text)
		}
		if owner.message == "" {
			gesture.Leave(e)
		}
	}
	e.ExtendBaseWidget(e)
	e.bare = NewInlet(e, formulaPadding)
	return e
}

// CreateRenderer is called by Fyne.
func (e *formulaEntry) CreateRenderer() fyne.WidgetRenderer {
	r := NewFrameless(e.Entry.CreateRenderer(), formulaPadding)
	e.window = r
	return r
}

// put sets the text without telling anyone, and with nothing to undo.
func (e *formulaEntry) put(text string) {
	e.silent = true
	e.SetText(text)
	e.silent = false
	e.rest()
}

// rest shows the beginning of a text that is not edited.
func (e *formulaEntry) rest() {
	if e.editing {
		return
	}
	e.CursorRow, e.CursorColumn = 0, 0
	e.Refresh()
	if e.window != nil {
		e.window.Unscroll()
	}
}

// FocusGained begins the editing.
func (e *formulaEntry) FocusGained() {
	e.editing = true
	e.put(e.Text) // what was typed before is not undone any more
	e.Entry.FocusGained()
	e.owner.refresh()
	kit.ShowFault(e.owner, e.owner.message)
	e.owner.showRemark()
}

// FocusLost ends it. An uncommitted text stays; of an error only the frame tells until the focus comes back.
func (e *formulaEntry) FocusLost() {
	e.editing = false
	clear(e.owner.typed)
	e.Entry.FocusLost()
	e.rest()
	e.owner.refresh()
	kit.ShowFault(e.owner, "")
	e.owner.showRemark()
}

// TypedShortcut edits the text or means the window. Undo brings back what Escape has put away.
func (e *formulaEntry) TypedShortcut(s fyne.Shortcut) {
	if _, undo := s.(*fyne.ShortcutUndo); undo && e.owner.restore() {
		return
	}
	Shortcut(&e.Entry, e, s)
}

// TypedKey puts the document's text back with Escape, and leaves the field if it stands there.
func (e *formulaEntry) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name != fyne.KeyEscape {
		e.Entry.TypedKey(ev)
		return
	}
	if e.Text != e.owner.doc {
		e.owner.drop()
		return
	}
	gesture.Leave(e)
}

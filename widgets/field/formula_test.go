package field

import (
	"strings"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// formulaOn returns a formula field in a window with hints, and what it says.
func formulaOn(t *testing.T) (f *Formula, h *kit.Hints, said *[]string) {
	t.Helper()
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 200), func() fyne.CanvasObject {
		f = NewFormula()
		h = kit.WithHints(container.NewVBox(f))
		return h
	})
	said = &[]string{}
	f.OnTyped = func(text string) { *said = append(*said, "typed "+text) }
	f.OnCommit = func(text string) { *said = append(*said, "commit "+text) }
	return f, h, said
}

func typeInto(f *Formula, text string) {
	fyne.CurrentApp().Driver().CanvasForObject(f).Focus(f.entry)
	for _, r := range text {
		f.entry.TypedRune(r)
	}
}

func TestFormulaSpeaksOnlyForTheUser(t *testing.T) {
	f, _, said := formulaOn(t)
	f.SetText("x^2")
	f.SetText("y^2")
	widgettest.Expect(t, said)
	f.SetText("")
	typeInto(f, "xy")
	widgettest.Key(f.entry, fyne.KeyBackspace)
	widgettest.Key(f.entry, fyne.KeyReturn)
	widgettest.Expect(t, said, "typed x", "typed xy", "typed x", "commit x")
}

func TestFormulaTypingIsNotDisturbed(t *testing.T) {
	f, _, said := formulaOn(t)
	f.SetText("x")
	typeInto(f, "12")
	f.SetText("x") // the document has not changed
	if f.Text() != "12x" {
		t.Errorf("the field reads %q: the old text came back", f.Text())
	}
	f.SetText("1x") // what was typed one key ago comes back
	if f.Text() != "12x" {
		t.Errorf("the field reads %q: an echo has replaced what was typed", f.Text())
	}
	f.SetText("sin(x)") // another surface was chosen
	if f.Text() != "sin(x)" {
		t.Errorf("the field reads %q, want the new formula", f.Text())
	}
	widgettest.Expect(t, said, "typed 1x", "typed 12x")
}

func TestFormulaEscapeReverts(t *testing.T) {
	f, _, said := formulaOn(t)
	f.SetText("x")
	typeInto(f, "7")
	widgettest.Key(f.entry, fyne.KeyEscape)
	widgettest.Key(f.entry, fyne.KeyEscape)
	widgettest.Expect(t, said, "typed 7x", "typed x")
	if f.Text() != "x" {
		t.Errorf("the field reads %q, want x", f.Text())
	}
}

// TestFormulaEscapeLosesNothing: what was typed comes back with undo, as long as the document's text is another one's; a field
// without the focus is put right by the window.
func TestFormulaEscapeLosesNothing(t *testing.T) {
	f, h, said := formulaOn(t)
	f.SetText("x")
	f.OnTyped = func(text string) {
		*said = append(*said, "typed "+text)
		f.SetError("")
		if text != "x" {
			f.SetError("column 1: wrong")
		}
	}
	typeInto(f, "7")
	widgettest.Key(f.entry, fyne.KeyEscape)
	if f.Text() != "x" || widgettest.Fault(h).Shown() || !f.entry.editing || !widgettest.Remark(h).Shown() {
		t.Errorf("after Escape %q, an error: %t", f.Text(), widgettest.Fault(h).Shown())
	}
	f.entry.TypedShortcut(&fyne.ShortcutUndo{})
	if f.Text() != "7x" || !widgettest.Fault(h).Shown() {
		t.Errorf("after undo %q, an error: %t", f.Text(), widgettest.Fault(h).Shown())
	}
	fyne.CurrentApp().Driver().CanvasForObject(f).Unfocus()
	if !f.Revert() || f.Text() != "x" || f.message != "" || f.Revert() {
		t.Errorf("put right it reads %q: %q", f.Text(), f.message)
	}
	typeInto(f, "")
	f.entry.TypedShortcut(&fyne.ShortcutUndo{})
	if f.Text() != "7x" {
		t.Errorf("after undo in the field %q", f.Text())
	}
	widgettest.Key(f.entry, fyne.KeyEscape)
	f.SetText("y")
	f.entry.TypedShortcut(&fyne.ShortcutUndo{})
	if f.Text() != "y" {
		t.Errorf("undo brings %q back on another surface", f.Text())
	}
	widgettest.Key(f.entry, fyne.KeyEscape)
	if f.entry.editing {
		t.Error("Escape does not leave the field")
	}
}

func TestFormulaErrorMovesNothing(t *testing.T) {
	f, h, said := formulaOn(t)
	size, pos := f.MinSize(), f.Position()
	f.SetError("column 2: unknown name z; did you mean x?")
	if fault := widgettest.Fault(h); !fault.Shown() || fault.At.Y < f.Size().Height {
		t.Errorf("the error is shown %t at %v, want it below the field", fault.Shown(), fault.At)
	}
	if f.frame.StrokeColor != skin.Ink(f, "error") {
		t.Error("the frame does not tell of the error")
	}
	if f.MinSize() != size || f.Position() != pos {
		t.Error("the error has moved the field")
	}
	f.SetError("column 3: missing )\nx*(\n   ^")
	if lines := widgettest.Fault(h).Lines; len(lines) != 3 || !lines[2].TextStyle.Monospace {
		t.Errorf("%d lines, want 3 with the caret in monospace", len(lines))
	}
	f.SetError("column 1: unknown name q\ncolumn 7: " + strings.Repeat("a long story ", 12))
	lines := widgettest.Fault(h).Lines
	if len(lines) < 3 || lines[0].Text != "column 1: unknown name q" || lines[1].TextStyle.Monospace {
		t.Errorf("two faults, of which one is long, are %d lines, the first %q", len(lines), lines[0].Text)
	}
	f.SetError("")
	if widgettest.Fault(h).Shown() || f.frame.StrokeColor == skin.Ink(f, "error") {
		t.Error("the error stays")
	}
	widgettest.Expect(t, said)
}

func TestFormulaFocus(t *testing.T) {
	f, _, _ := formulaOn(t)
	typeInto(f, "x")
	if f.frame.StrokeColor != skin.Ink(f, "primary") {
		t.Error("the focused field has no frame in the accent's colour")
	}
	fyne.CurrentApp().Driver().CanvasForObject(f).Unfocus()
	if f.frame.StrokeColor == skin.Ink(f, "primary") || f.Text() != "x" {
		t.Errorf("after leaving: text %q", f.Text())
	}
}

func TestFormulaErrorIsQuietWithoutTheFocus(t *testing.T) {
	f, h, _ := formulaOn(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	typeInto(f, "z")
	f.SetError("column 1: unknown name z")
	c.Unfocus()
	if widgettest.Fault(h).Shown() || f.frame.StrokeColor != skin.Ink(f, "error") {
		t.Error("without the focus, only the frame is to tell of the error")
	}
	c.Focus(f.entry)
	if !widgettest.Fault(h).Shown() {
		t.Error("with the focus the error does not come back")
	}
}

func TestFormulaWithoutListeners(t *testing.T) {
	f, _, _ := formulaOn(t)
	f.OnTyped, f.OnCommit = nil, nil
	typeInto(f, "x")
	widgettest.Key(f.entry, fyne.KeyReturn)
	widgettest.Key(f.entry, fyne.KeyEscape)
	if f.Text() != "" {
		t.Errorf("the field reads %q", f.Text())
	}
}

// TestFormulaRemarkIsQuiet: how the text is read shows while the field is edited, unless something is wrong.
func TestFormulaRemarkIsQuiet(t *testing.T) {
	f, h, _ := formulaOn(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	f.SetRemark("read as 2*x")
	if widgettest.Remark(h).Shown() {
		t.Error("the remark shows without the focus")
	}
	c.Focus(f.entry)
	if r := widgettest.Remark(h); !r.Shown() || r.At.Y < f.Size().Height || r.Lines[0].Text != "read as 2*x" {
		t.Errorf("the remark is %+v, want it below the field", r)
	}
	f.SetError("column 1: unknown name q")
	if widgettest.Remark(h).Shown() || !widgettest.Fault(h).Shown() {
		t.Error("a remark beside an error")
	}
	f.SetError("")
	if !widgettest.Remark(h).Shown() {
		t.Error("without the error the remark does not come back")
	}
	f.SetRemark("")
	if widgettest.Remark(h).Shown() {
		t.Error("the remark stays")
	}
}

// TestFormulaAtRestShowsItsBeginning: also one that was edited at its end, and the one that takes its place.
func TestFormulaAtRestShowsItsBeginning(t *testing.T) {
	f, _, _ := formulaOn(t)
	f.SetText(strings.Repeat("sin(x) + ", 12) + "y")
	begins := func(when string) {
		t.Helper()
		if at := f.entry.window.text.Objects[0].Position().X; at < 0 {
			t.Errorf("%s the text begins %v units to the left of its field", when, -at)
		}
	}
	begins("at first")
	typeInto(f, "")
	widgettest.Key(f.entry, fyne.KeyEnd)
	if f.entry.window.text.Objects[0].Position().X >= 0 {
		t.Fatal("the end of the text is not shown while it is edited there")
	}
	widgettest.Key(f.entry, fyne.KeyEscape)
	begins("left")
	f.SetText(strings.Repeat("cos(y) * ", 14) + "x")
	begins("with another formula")
}

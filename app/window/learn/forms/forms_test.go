package forms

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"
)

// in puts a form into a window.
func in(t *testing.T, f interface {
	Object() fyne.CanvasObject
	HeightIn(float32) float32
}) {
	t.Helper()
	w := widgettest.Window(t, plot.LightPalette(), fyne.NewSize(440, 400), f.Object)
	w.Resize(fyne.NewSize(440, f.HeightIn(440)))
}

// TestHandInAsksForWhatIsMissing: it can be saved with a name and something to hand in.
func TestHandInAsksForWhatIsMissing(t *testing.T) {
	var said []string
	widgettest.Window(t, plot.LightPalette(), fyne.NewSize(1, 1), func() fyne.CanvasObject { return &fyne.Container{} })
	h := NewHandIn()
	in(t, h)
	h.OnName = func(name string) { said = append(said, "name "+name) }
	h.OnRun = func(text string) { said = append(said, "run "+text) }
	h.OnSave = func() { said = append(said, "save") }
	h.Set(HandInState{Of: 3, Most: 1})
	h.name.SetText("Ada")
	if !h.save.Disabled() {
		t.Error("nothing can be handed in")
	}
	h.Set(HandInState{Name: "Ada", Answered: 1, Of: 3, Most: 1})
	widgettest.Key(h.name, fyne.KeyReturn)
	h.said.SetText("it diverges")
	widgettest.Key(h.said, fyne.KeyReturn)
	if want := []string{"name Ada", "save", "run it diverges"}; !slices.Equal(said, want) {
		t.Errorf("it tells %q, want %q", said, want)
	}
	if h.said.Text != "" {
		t.Error("what was handed in stays in the field")
	}
	before := h.HeightIn(440)
	h.Set(HandInState{Name: "Ada", Answered: 1, Of: 3, Most: 1, Runs: []string{"it diverges"}})
	if !h.add.Disabled() || !h.drop.Visible() || h.HeightIn(440) <= before {
		t.Error("a run that is handed in is not seen, or one more can be added than a hand-in has")
	}
}

// TestFieldsLeaveTheWindowItsShortcuts: Ctrl+S and the digits of the rooms mean the window also from a field.
func TestFieldsLeaveTheWindowItsShortcuts(t *testing.T) {
	widgettest.Window(t, plot.LightPalette(), fyne.NewSize(1, 1), func() fyne.CanvasObject { return &fyne.Container{} })
	heard := widgettest.WindowHears(t)
	d := NewDraft()
	in(t, d)
	save := widgettest.Ctrl(fyne.KeyS, 0)
	d.entry.TypedShortcut(save)
	d.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	widgettest.Expect(t, heard, save.ShortcutName())
}

// TestDraftOffersWhatIsPossible: claims and questions are about a step, and a lesson without steps or a title cannot be saved.
func TestDraftOffersWhatIsPossible(t *testing.T) {
	widgettest.Window(t, plot.LightPalette(), fyne.NewSize(1, 1), func() fyne.CanvasObject { return &fyne.Container{} })
	d := NewDraft()
	in(t, d)
	type added struct {
		what Adds
		text string
		race bool
	}
	var got []added
	d.OnAdd = func(what Adds, text string, race bool) { got = append(got, added{what, text, race}) }
	d.Set(DraftState{Title: "T"})
	if d.add.Disabled() || !d.race.Visible() || d.back.Visible() || !d.save.Disabled() {
		t.Error("the first step cannot be added, or something else can be done")
	}
	d.entry.SetText("It begins.")
	d.add.Tapped(nil)
	d.race.Tapped(nil)
	d.kind.SetSelected(int(Claim))
	d.kind.OnChanged(int(Claim))
	if !d.add.Disabled() || d.race.Visible() {
		t.Error("a claim can be added about no step")
	}
	d.Set(DraftState{Title: "T", Steps: 1})
	d.add.Tapped(nil)
	want := []added{{Step, "It begins.", false}, {Step, "It begins.", true}, {Claim, "It begins.", false}}
	if !slices.Equal(got, want) {
		t.Errorf("it tells %v", got)
	}
	d.Set(DraftState{Title: " ", Steps: 1, Fault: "Not true."})
	if !d.save.Disabled() || len(d.fault.Spans()) != 1 || !d.back.Visible() {
		t.Error("a lesson without a title can be saved, or what is wrong is not told")
	}
	if d.Set(DraftState{Title: "T", Steps: 1, Busy: true}); !d.add.Disabled() || d.save.Disabled() {
		t.Error("something can be added while another thing is checked")
	}
}

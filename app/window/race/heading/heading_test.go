package heading

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
)

// A bar notes what the heading asks of the window.
type bar struct {
	menu   *fyne.Menu
	suited string
	asked  bool // whether the racers have been told of
}

func (b *bar) MenuUntil(_ fyne.CanvasObject, menu *fyne.Menu, _ func()) { b.menu = menu }
func (b *bar) Withdraw(string)                                          {}
func (b *bar) TellSuited(_ setup.Experiment, told string)               { b.suited, b.asked = told, true }
func (b *bar) Painted(string)                                           {}

func newHeading(t *testing.T) (*desktest.Desk, *bar, *Heading) {
	d := desktest.New(t, setup.Default())
	b := &bar{}
	h := New(d, b)
	d.Lab().OnChange(h.Update)
	return d, b, h
}

// TestGroundIsOneChoice: heights with their spacing and basins stand in one list; going back to heights keeps nothing of basins.
func TestGroundIsOneChoice(t *testing.T) {
	d, _, h := newHeading(t)
	for _, c := range []struct{ picked, ground, levels string }{
		{"linear", setup.GroundHeights, "linear"},
		{setup.GroundBasins, setup.GroundBasins, "linear"},
		{"quantile", setup.GroundHeights, "quantile"},
	} {
		h.levels.OnPicked(c.picked)
		if look := d.State().Doc.Look; look.Ground != c.ground || look.Levels != c.levels || h.levels.Selected() != c.picked {
			t.Errorf("%s: the ground is %s, %s; shown is %s", c.picked, look.Ground, look.Levels, h.levels.Selected())
		}
	}
	h.mode.OnChanged(1)
	if !d.State().Doc.Look.SideBySide || h.mode.Selected() != 1 {
		t.Error("the maps are not side by side")
	}
}

// TestReadingIsChosenOfAMenu: an ambiguous formula waits for an answer, and the answer becomes the surface.
func TestReadingIsChosenOfAMenu(t *testing.T) {
	d, b, h := newHeading(t)
	d.Window().SetContent(h.formula)
	h.formula.OnCommit("1/2x")
	if b.menu == nil || len(b.menu.Items) != 3 || h.Seeking() || b.asked {
		t.Fatalf("the menu is %v, seeking %t", b.menu, h.Seeking())
	}
	b.menu.Items[2].Action()
	if !h.Seeking() {
		t.Error("nothing is sought")
	}
	d.Settle()
	if got := d.State().Doc.Formula; got != "1/(2*x)" || h.formula.Text() != got || !b.asked || h.Seeking() {
		t.Errorf("the surface is %q, the field shows %q", got, h.formula.Text())
	}
}

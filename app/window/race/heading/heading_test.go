package heading

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/kit"
	"descentlab/widgets/widgettest"
)

// A bar notes what the heading asks of the window.
type bar struct {
	menu   *fyne.Menu
	suited string
	opened []string
	asked  bool // whether the racers have been told of
}

func (b *bar) MenuUntil(_ fyne.CanvasObject, menu *fyne.Menu, _ func()) { b.menu = menu }
func (b *bar) Withdraw(string)                                          {}
func (b *bar) TellSuited(_ setup.Experiment, told string)               { b.suited, b.asked = told, true }
func (b *bar) OpenText(text string)                                     { b.opened = append(b.opened, text) }
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

// TestLinksAreNoFormulas: one that is typed where a formula is expected, or searched for among the surfaces, is told of and
// opened; of a broken one it is said what is wrong with it, and neither changes the surface.
func TestLinksAreNoFormulas(t *testing.T) {
	link, err := share.Link(setup.Default())
	if err != nil {
		t.Fatal(err)
	}
	d, b, h := newHeading(t)
	hints := kit.WithHints(h.formula)
	d.Window().SetContent(hints)
	was := d.State().Doc
	h.formula.Edit()
	h.formula.OnTyped(link)
	if r := widgettest.Remark(hints); !r.Shown() || !strings.Contains(r.Lines[len(r.Lines)-1].Text, "open it") {
		t.Errorf("of a link is told %+v", r)
	}
	if h.formula.OnCommit("see " + link); len(b.opened) != 1 || b.opened[0] != "see "+link || h.Seeking() {
		t.Errorf("opened is %q", b.opened)
	}
	for bad, says := range map[string]string{
		link[:20]: "cut off", "descentlab:": "no link", link[:30] + "zz" + link[32:]: "not whole", "descentlab://open?x^2": "newer",
	} {
		h.formula.OnTyped(bad)
		typed := widgettest.Fault(hints)
		h.formula.OnCommit(bad)
		for _, f := range []widgettest.Bubble{typed, widgettest.Fault(hints)} {
			var told strings.Builder
			for _, line := range f.Lines {
				told.WriteString(line.Text + " ")
			}
			if !f.Shown() || !strings.Contains(told.String(), says) {
				t.Errorf("%q: told is %q, want %q", bad, told.String(), says)
			}
		}
		if item, err := h.surface.Offer(bad); item != nil || err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q among the surfaces: %+v, %v", bad, item, err)
		}
	}
	item, err := h.surface.Offer(link)
	if err != nil || item == nil {
		t.Fatalf("among the surfaces: %v", err)
	}
	if item, err := h.surface.Offer("rosen"); item != nil || err != nil {
		t.Errorf("a surface is taken for a link: %v, %v", item, err)
	}
	h.surface.SetSelected(item.Key)
	h.surface.OnPicked(item.Key)
	if len(b.opened) != 2 || h.surface.Selected() != was.Surface {
		t.Errorf("opened are %d links; the surface is %q", len(b.opened), h.surface.Selected())
	}
	if now := d.State().Doc; now.Formula != was.Formula || now.Surface != was.Surface || h.Seeking() {
		t.Error("a link has changed the surface")
	}
}

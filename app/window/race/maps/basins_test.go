package maps

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/widgets/plot"
)

// coloured shows a pane whose ground is so.
func coloured(d *desktest.Desk, p *Pane, ground string) {
	d.SetLook(func(l *setup.Look) { l.Ground = ground })
	d.Settle()
}

// TestDifferenceAgainst: any two racers can be compared, and the heading tells which and how much fits.
func TestDifferenceAgainst(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "himmelblau", 200, "sgd lr=0.01", "sgd lr=0.012", "adam lr=0.05"))
	d.SetLook(func(l *setup.Look) { l.Ground, l.Subject = setup.GroundDifference, 2 })
	d.Settle()
	h := p.cells[0].head
	against := func(want ...int) {
		t.Helper()
		s := d.State()
		if got := figure.Subjects(s, -1); !slices.Equal(got, want) || !h.against.Visible() {
			t.Errorf("subjects %v, want %v", got, want)
		}
		if other := s.TapeDoc.Names()[want[1]]; !strings.Contains(h.loss.Text, other) {
			t.Errorf("%q does not tell of %s", h.loss.Text, other)
		}
		if got := h.whose.Selected() + h.against.Selected(); got != string(rune('0'+want[0]))+string(rune('0'+want[1])) {
			t.Errorf("the pickers say %q, want %v", got, want)
		}
	}
	h.box.Resize(fyne.NewSize(900, 30))
	p.draw()
	against(2, 0)
	h.against.OnPicked("1")
	d.Settle()
	against(2, 1)
	h.against.OnPicked("2") // itself
	d.Settle()
	against(2, 0)
	h.box.Resize(fyne.NewSize(h.box.MinSize().Width+90, 30))
	p.draw()
	if got := h.loss.Text; !strings.HasSuffix(got, " %") || strings.Contains(got, "where") {
		t.Errorf("in little room %q", got)
	}
	coloured(d, p, setup.GroundBasins)
	if h.against.Visible() {
		t.Error("a map of one racer's basins compares it")
	}
	h.whose.OnPicked("1")
	if got := d.State().Doc.Look.Subject; got != 1 {
		t.Errorf("the subject is %d", got)
	}
}

func TestMapOfBasins(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "himmelblau", 300, "sgd lr=0.01", "sgd lr=0.012"))
	if scene(p, 0).Cells != nil || p.cells[0].head.box.Visible() {
		t.Error("heights have cells, or a heading")
	}
	coloured(d, p, setup.GroundBasins)
	cell := p.cells[0]
	if got := p.caption.legend.Text; !strings.Contains(got, "greys: no minimum") {
		t.Errorf("below the map stands %q", got)
	}
	cells := scene(p, 0).Cells
	if cells == nil || cells.W != size*2/3 || !p.basins.maps[0].sheet.Done() {
		t.Fatalf("cells %+v", cells)
	}
	if _, other := p.basins.maps[1]; other {
		t.Error("a racer that is not looked at has been mapped")
	}
	legend := cell.head.legend.Entries()
	if len(legend) < 5 || !strings.HasPrefix(legend[0].Text, "A ") || !strings.HasPrefix(legend[4].Text, "boundary") {
		t.Errorf("legend %v", legend)
	}

	// The pointer shows the run from there, which ends where the colour says.
	cell.m.OnHover(plot.Point{X: 2.5, Y: 2.5}, true)
	d.Settle()
	under := scene(p, 0).Traces[0]
	if end := under.Shadow[len(under.Shadow)-1]; math.Hypot(end.X-3, end.Y-2) > 0.1 || len(under.Pts) > 0 {
		t.Errorf("the run under the pointer ends at %v", end)
	}
	cell.m.OnHover(plot.Point{}, false)
	if traces := scene(p, 0).Traces; len(traces[0].Pts) == 0 {
		t.Error("the run under the pointer stays when that has gone")
	}

	// An edit of one racer leaves the other one's map alone.
	d.SetLook(func(l *setup.Look) { l.Ground, l.Subject = setup.GroundDifference, 1 })
	d.Settle()
	first := p.basins.maps[0].sheet
	if c := scene(p, 0).Cells; c == nil || c == cells || cell.diff.part <= 0 || cell.diff.part > 0.5 {
		t.Errorf("the difference is %v of the starts", cell.diff.part)
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers[1].Spec = e.Racers[1].Spec.With("lr", optim.Num(0.005)) })
	d.Settle()
	if p.basins.maps[0].sheet != first {
		t.Error("the first racer's basins have been mapped again")
	}

	// Side by side each map has its own racer's.
	d.SetLook(func(l *setup.Look) { l.Ground, l.SideBySide = setup.GroundBasins, true })
	d.Settle()
	if a, b := scene(p, 0).Cells, scene(p, 1).Cells; a == nil || b == nil || a == b {
		t.Error("two racers side by side have no basins of their own")
	}
	d.Lab().Undo()
	d.Lab().Undo()
	if got := d.State().Doc.Racers[1].Spec.Get("lr").Num; got != 0.012 {
		t.Errorf("two steps back lr is %v", got)
	}
}

// TestNewSurfaceHasNoOldBasins: as soon as another surface is shown, nothing of what was mapped on the one before is, neither
// while its own map is made nor when that is stopped.
func TestNewSurfaceHasNoOldBasins(t *testing.T) {
	lengthy.Test(t)
	d, p := on(t, desktest.Experiment(t, "himmelblau", 15, "sgd lr=0.01"))
	coloured(d, p, setup.GroundBasins)
	shown := func() bool { return scene(p, 0).Cells != nil || len(p.cells[0].head.legend.Entries()) > 0 }
	if !shown() {
		t.Fatal("there are no basins at first")
	}
	next := desktest.Experiment(t, "o_rings", 15, "sgd lr=0.01")
	d.Edit("", func(e *setup.Experiment) {
		e.Surface, e.Home, e.View, e.Start = next.Surface, next.Home, next.View, next.Start
		e.Steps = desktest.Long
	})
	for d.State().Busy {
		d.Step()
		if !d.State().Stale() && shown() {
			t.Fatal("basins of the old surface on the new one")
		}
	}
	if !d.Interrupt() {
		t.Fatal("no basins are under way")
	}
	d.Settle()
	if text := p.caption.legend.Text; shown() || text != "mapping stopped; any change begins it anew" {
		t.Errorf("after Escape: basins %t, %q", shown(), text)
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps = 3 })
	d.Settle()
	if text := p.caption.legend.Text; !shown() || strings.Contains(text, "stopped") {
		t.Errorf("after another change: basins %t, %q", shown(), text)
	}
}

// TestStoppedBasinsAreOfTheExperiment: while a map is made anew the old one stands in for it; if that is stopped it goes. That
// of another racer, which has not changed, stays.
func TestStoppedBasinsAreOfTheExperiment(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "himmelblau", 40, "sgd lr=0.01 momentum=0.5", "sgd lr=0.01"))
	d.SetLook(func(l *setup.Look) { l.Ground, l.SideBySide = setup.GroundBasins, true })
	d.Settle()
	old, other := scene(p, 0).Cells, scene(p, 1).Cells
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.005)) })
	d.Interrupt() // the basins wait for the race
	for !p.basins.work.Busy() {
		if scene(p, 0).Cells != old {
			t.Fatal("the old basins go before the new ones come")
		}
		d.Step()
	}
	if scene(p, 0).Cells != old {
		t.Error("the old basins go before the new ones come")
	}
	d.Interrupt()
	if text := p.caption.legend.Text; scene(p, 0).Cells != nil || scene(p, 1).Cells != other || !strings.Contains(text, "stopped") {
		t.Errorf("after Escape the old basins stay, or the other racer's go, with %q", text)
	}
	d.Lab().Undo()
	d.Settle()
	if scene(p, 0).Cells == nil || d.Interrupt() || p.basins.work.Stopped() {
		t.Error("they are not mapped again, or Escape stops what is done")
	}
}

// TestProgressOfBasins: lasting work says how far it is below the maps, until it ends or Escape stops it.
func TestProgressOfBasins(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "himmelblau", 20, "sgd lr=0.01"))
	coloured(d, p, setup.GroundBasins)
	p.basins.work.Ask("long", func(ctx context.Context, r *job.Report[pass]) error {
		for ctx.Err() == nil {
			r.Done(0.42)
			time.Sleep(5 * time.Millisecond)
		}
		return ctx.Err()
	})
	for !strings.HasSuffix(p.caption.legend.Text, "(Esc stops)") {
		d.Step()
	}
	if got := p.caption.legend.Text; !strings.HasPrefix(got, "mapping the basins of SGD … 42 %") {
		t.Errorf("meanwhile it says %q", got)
	}
	d.Interrupt()
	if got := p.caption.legend.Text; !strings.Contains(got, "stopped") {
		t.Errorf("after Escape %q", got)
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps++ })
	d.Settle()
	if got := p.caption.legend.Text; !strings.Contains(got, "greys") {
		t.Errorf("after the next job %q", got)
	}
}

// TestNoRacersNoHeading: without a racer there is nothing to choose.
func TestNoRacersNoHeading(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "himmelblau", 20, "sgd lr=0.01", "adam lr=0.05"))
	coloured(d, p, setup.GroundDifference)
	if !p.cells[0].head.box.Visible() {
		t.Error("a difference has no heading")
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	if p.cells[0].head.box.Visible() || scene(p, 0).Cells != nil {
		t.Error("without racers there is a heading, or a map of basins")
	}
	d.Lab().Undo()
	d.Settle()
	if !p.cells[0].head.box.Visible() || scene(p, 0).Cells == nil {
		t.Error("they do not come back")
	}
}

// TestThemeKeepsBasins: another theme paints a finished map in its colours, and maps nothing again.
func TestThemeKeepsBasins(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "himmelblau", 20, "sgd lr=0.01"))
	coloured(d, p, setup.GroundBasins)
	before, sheet, of := scene(p, 0).Cells, p.basins.maps[0].sheet, p.basins.work.Of()
	other := plot.LightPalette()
	if !d.Palette().Dark {
		other = plot.DarkPalette()
	}
	*d.Palette() = *other
	p.Update(d.State(), lab.DocChanged)
	if p.basins.work.Busy() || p.basins.work.Of() != of || p.basins.maps[0].sheet != sheet {
		t.Error("the basins are mapped again")
	}
	cells := scene(p, 0).Cells
	if cells == nil || slices.Equal(cells.Colors, before.Colors) {
		t.Error("the map keeps the colours of the theme before")
	}
	if again := scene(p, 0).Cells; again != cells {
		t.Error("it is painted at every drawing")
	}
}

// TestHeadingLiesOverTheMap: when basins come, and their heading, the map of all stays where it is and as large as it is.
func TestHeadingLiesOverTheMap(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01", "adam lr=0.05"))
	where := func() (fyne.Position, fyne.Size) {
		c := p.cells[0]
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(c.m), c.m.Size()
	}
	at, size := where()
	d.SetLook(func(l *setup.Look) { l.Ground = setup.GroundBasins })
	d.Settle()
	c := p.cells[0]
	if now, high := where(); now != at || high != size || !c.head.box.Visible() || !c.band.Visible() {
		t.Errorf("with basins the map is at %v of %v, before at %v of %v", now, high, at, size)
	}
	if c.band.Size().Height != c.head.box.Size().Height || c.band.Size().Width != size.Width {
		t.Errorf("the heading of %v lies on a band of %v", c.head.box.Size(), c.band.Size())
	}
	d.SetLook(func(l *setup.Look) { l.Ground = setup.GroundHeights })
	if c.band.Visible() {
		t.Error("the band stays without basins")
	}
}

// TestBasinsOfWhoChanges: below a map of basins stands whose first settings they are of, if that racer changes on its way; of
// another one nothing is said, nor of heights.
func TestBasinsOfWhoChanges(t *testing.T) {
	doc := desktest.Experiment(t, "himmelblau", 60, "sgd lr=0.01", "adam lr=0.05")
	doc.Racers[0].Changes = optim.Changes{{At: 12, Spec: doc.Racers[0].Spec.With("lr", optim.Num(0.002))}}
	d, p := on(t, doc)
	const says = "SGD changes on its way; here it keeps its first settings."
	first := func() bool { return strings.HasPrefix(p.caption.legend.Text, says) }
	if first() {
		t.Error("it is said of heights")
	}
	p.caption.box.Resize(fyne.NewSize(900, 20))
	coloured(d, p, setup.GroundBasins)
	if !first() {
		t.Errorf("below its basins stands %q", p.caption.legend.Text)
	}
	d.SetLook(func(l *setup.Look) { l.Subject = 1 })
	d.Settle()
	if strings.Contains(p.caption.legend.Text, "first settings") {
		t.Errorf("below those of another racer stands %q", p.caption.legend.Text)
	}
	coloured(d, p, setup.GroundDifference)
	if !first() {
		t.Errorf("below the difference stands %q", p.caption.legend.Text)
	}
}

package events

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/window/race/telling"
)

// told is a pane of the race that the program begins with, told of.
func told(t *testing.T) (*Pane, *desktest.Desk) {
	t.Helper()
	doc := setup.Default()
	doc.Look.Panel = setup.PanelEvents
	d := desktest.New(t, doc)
	teller := telling.New(d)
	d.Lab().OnChange(teller.Update)
	p := New(d)
	d.Show(460, 420, p)
	d.Settle()
	return p, d
}

// The list has every event and a reason for each racer; a click goes to the step; a pinned racer is alone there.
func TestEvents(t *testing.T) {
	p, d := told(t)
	s := d.Lab().State()
	c := s.Chronicle()
	if c == nil || !s.Told() {
		t.Fatal("nothing is told")
	}
	rows := p.table.AllRows()
	if want := len(c.Moments) + len(s.Doc.Racers); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	for _, row := range rows {
		if row.Hint == "" || row.Cells[0] == "" {
			t.Errorf("a row says %q, hint %q", row.Cells, row.Hint)
		}
	}
	p.visit("9")
	d.Settle()
	if got := d.Lab().State().Head; got != float64(c.Moments[9].From) {
		t.Errorf("a click goes to step %v, want %d", got, c.Moments[9].From)
	}
	chosen := 0
	for _, row := range p.table.AllRows() {
		if row.Chosen {
			chosen++
		}
	}
	if chosen != 1 {
		t.Errorf("%d rows stand out", chosen)
	}
	p.visit(endKey + "0")
	if got := d.Lab().State().Head; got != float64(s.Doc.Steps) {
		t.Errorf("the end is step %v", got)
	}
	before := d.Lab().State().View.Told
	d.Lab().Look(func(v *lab.View) { v.Pin(s.Doc.Racers[2].Slot) })
	d.Settle()
	alone := 0
	for _, m := range c.Moments {
		if m.Racer == 2 {
			alone++
		}
	}
	if got := len(p.table.AllRows()); got != alone+1 {
		t.Errorf("of the pinned racer there are %d rows, want %d", got, alone+1)
	}
	if d.Lab().State().View.Told != before {
		t.Error("the same race has been told again")
	}
	if lines := strings.Count(p.text(), "\n"); lines != alone+2 {
		t.Errorf("copied: %d lines\n%s", lines, p.text())
	}
}

// Another race is told of anew, and keys go from event to event.
func TestFollows(t *testing.T) {
	p, d := told(t)
	before := d.Lab().State().Chronicle()
	if err := d.Edit("", func(e *setup.Experiment) { e.Racers = e.Racers[:2] }); err != nil {
		t.Fatal(err)
	}
	d.Settle()
	s := d.Lab().State()
	if !s.Told() || s.Chronicle() == before || len(s.Chronicle().Ends) != 2 {
		t.Error("the race of two racers is not told")
	}
	d.Lab().Seek(0)
	steps := 0
	for last := -1; d.Lab().Event(1); steps++ {
		if now := d.Lab().State().Step(); now <= last {
			t.Fatalf("from step %d to step %d", last, now)
		} else {
			last = now
		}
	}
	back := 0
	for d.Lab().Event(-1) {
		back++
	}
	if steps == 0 || back != steps-1 {
		t.Errorf("%d steps on, %d back", steps, back)
	}
	if len(p.table.AllRows()) == 0 {
		t.Error("nothing is listed")
	}
}

// The button shows the key of the signs, and takes it away again.
func TestSigns(t *testing.T) {
	p, d := told(t)
	if p.key.Visible() {
		t.Error("the key is there from the first")
	}
	p.signs.OnTapped()
	if !p.key.Visible() || !d.Lab().State().View.Signs {
		t.Error("there is no key")
	}
	p.signs.OnTapped()
	if p.key.Visible() {
		t.Error("the key stays")
	}
}

// TestOpensAtThePresent: the row that stands out is in view when the list opens, and goes on being so, unless somebody scrolls
// away from it.
func TestOpensAtThePresent(t *testing.T) {
	p, d := told(t)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	d.Lab().Seek(float64(d.State().Doc.Steps))
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelEvents })
	d.Settle()
	c := d.State().Chronicle()
	key := p.of.present()
	if n := len(p.table.AllRows()); key == "" || n < 12 || !p.table.InView(key) || p.table.InView("0") {
		t.Fatalf("of %d rows that of event %q is in view: %t", n, key, p.table.InView(key))
	}
	d.Lab().Seek(float64(c.Moments[2].From))
	if key := p.of.present(); !p.table.InView(key) {
		t.Errorf("it does not follow to event %s", key)
	}
	for p.table.Turn(100) {
	}
	d.Lab().Seek(float64(c.Moments[4].From))
	if !p.table.InView(endKey + "0") {
		t.Error("it scrolls away from what is being read")
	}
	d.Lab().Seek(0)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelEvents })
	if !p.table.InView("0") {
		t.Error("before anything has happened it does not open at its beginning")
	}
}

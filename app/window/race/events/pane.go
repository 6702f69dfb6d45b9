// Package events is the pane that lists what happens in the race, and why every racer ends where it does.
package events

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane lists what happens in the race, step by step: of the racer that is pinned, or of all that are not hidden.
type Pane struct {
	desk  desk.Desk
	table *graphic.LongTable
	count *kit.Caption
	copy  *kit.Button
	signs *kit.Button
	key   *graphic.Drawing // of the signs
	box   *fyne.Container

	state lab.State
	seen  bool // the pane was seen in the state before
	of    shown
}

// shown is what the rows depend on.
type shown struct {
	told    *chronicle.Chronicle
	now     *chronicle.Moment
	palette *plot.Palette
	racers  string // those that are listed, by letters
}

// rowsLeast is how many rows are in view at least.
const rowsLeast = 3

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, count: kit.NewCaption(""), table: graphic.NewLongTable(columns(), d.Around())}
	p.table.Small, p.table.Rows, p.table.Bar = true, rowsLeast, layout.ScrollBar
	p.table.OnTapRow = p.visit
	p.copy = kit.NewButton(words.T("Copy"), kit.IconDuplicate, words.T("Copy all that is listed, as a table"),
		func() { d.Copy(p.text()) })
	p.makeKey()
	// How many there are stands beside the buttons: on a line of its own it would leave them no room where texts are large.
	count := container.NewVBox(fynelayout.NewSpacer(), p.count.Note.Box, fynelayout.NewSpacer())
	row := container.NewBorder(nil, nil, nil, container.NewHBox(p.copy, p.signs), count)
	foot := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), p.key, row)
	idea := kit.NewIdea(words.T("What happens, and when? A click goes to that step."))
	p.box = container.NewBorder(idea, foot, nil, nil, p.table.Box)
	return p
}

func columns() []graphic.Column {
	return []graphic.Column{
		{Title: words.T("step"), Align: fyne.TextAlignTrailing, Min: 40},
		{Title: words.T("what happens"), Min: 160, Weight: 1, Lead: 8, Glyph: true},
	}
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update lists the events anew, if they are to be seen and others than before; the latest one at the playhead stands out. It is
// brought into view when the list opens or is another one, and while nobody has scrolled away from it.
func (p *Pane) Update(s lab.State, _ lab.Change) {
	if s.Panel() != setup.PanelEvents {
		p.seen = false
		return
	}
	p.state = s
	was, opens := p.of, !p.seen
	p.seen = true
	p.showKey(s.View.Signs)
	next := shown{told: s.Chronicle(), palette: p.desk.Palette(), racers: p.listed(s)}
	if next.told != nil {
		next.now = next.told.Last(s.Step(), p.counts)
	}
	follows := p.table.InView(was.present())
	if next != p.of || next.told == nil {
		p.of = next
		p.show(s)
	}
	if other := next.told != was.told || next.racers != was.racers; opens || other || next.now != was.now && follows {
		p.table.Reveal(next.present())
	}
}

// present is the key of the row that stands out; "" while nothing has happened yet.
func (of shown) present() string {
	for k := 0; of.now != nil && k < len(of.told.Moments); k++ {
		if of.now == &of.told.Moments[k] {
			return strconv.Itoa(k)
		}
	}
	return ""
}

// listed says for every racer whether it is listed.
func (p *Pane) listed(s lab.State) string {
	pinned := s.TapeDoc.RacerAt(s.View.Pinned)
	var b strings.Builder
	for i, r := range s.TapeDoc.Racers {
		if pinned == i || pinned < 0 && !r.Hidden {
			b.WriteByte('y')
		} else {
			b.WriteByte('n')
		}
	}
	return b.String()
}

// counts tells whether a racer is listed.
func (p *Pane) counts(racer int) bool {
	listed := p.listed(p.state)
	return racer < len(listed) && listed[racer] == 'y'
}

// show lists what happens, and then the reasons for the ends.
func (p *Pane) show(s lab.State) {
	c := p.of.told
	if c == nil {
		p.table.SetRows(nil)
		p.count.Set(words.T("Looking what happens …"))
		p.copy.Disable()
		return
	}
	p.copy.Enable()
	names, last := s.TapeDoc.Names(), strconv.Itoa(s.TapeDoc.Steps)
	row := func(key, step string, racer int, what, note string) graphic.TableRow {
		slot := s.TapeDoc.Racers[racer].Slot
		return graphic.TableRow{
			Key: key, Cells: []string{step, what}, Notes: []string{note}, Hint: note,
			Glyph: plot.RacerGlyph(slot), Color: p.of.palette.Racer(slot),
		}
	}
	var rows []graphic.TableRow
	for k := range c.Moments {
		m := &c.Moments[k]
		if p.counts(m.Racer) {
			r := row(strconv.Itoa(k), strconv.Itoa(m.From), m.Racer, m.Brief, m.Says)
			r.Hint, r.Chosen = m.Sentence(), m == p.of.now
			rows = append(rows, r)
		}
	}
	n := len(rows)
	for i, why := range c.Ends {
		if p.counts(i) {
			rows = append(rows, row(endKey+strconv.Itoa(i), last, i, words.T("Why %s is there", names[i]), why))
		}
	}
	p.count.Set(words.N(n, "%d event", "%d events", n))
	p.table.SetRows(rows)
}

// endKey begins the key of a row that tells of an end.
const endKey = "end "

// visit goes to the step of a row.
func (p *Pane) visit(key string) {
	c := p.of.told
	if c == nil {
		return
	}
	if strings.HasPrefix(key, endKey) {
		p.desk.Lab().Seek(float64(p.state.TapeDoc.Steps))
		return
	}
	if k, err := strconv.Atoi(key); err == nil && k < len(c.Moments) {
		p.desk.Lab().Seek(float64(c.Moments[k].From))
	}
}

// text is the list as a table whose cells are parted by tabs.
func (p *Pane) text() string {
	c, names := p.of.told, p.state.TapeDoc.Names()
	if c == nil {
		return ""
	}
	head := []string{words.T("from step"), words.T("to step"), words.T("racer"), words.T("what happens")}
	lines := []string{strings.Join(head, "\t")}
	for _, m := range c.Moments {
		if p.counts(m.Racer) {
			lines = append(lines, strings.Join([]string{strconv.Itoa(m.From), strconv.Itoa(m.To), names[m.Racer], m.Says}, "\t"))
		}
	}
	for i, why := range c.Ends {
		if p.counts(i) {
			end := strconv.Itoa(p.state.TapeDoc.Steps)
			lines = append(lines, strings.Join([]string{end, end, names[i], why}, "\t"))
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

package board

import (
	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Goal is what there is to read before a level is over: what is asked for, how it is played, what counts, what is known of par,
// and what was tried.
type Goal struct{ Course course.Course }

const pageEdge = 14 // of the text

// Draw draws it over the whole of a canvas.
func (g Goal) Draw(on plot.Canvas, st plot.Style) {
	p, pal := pen{on, st}, st.Palette
	w, h := p.size()
	room := w - 2*pageEdge
	p.box(0, 0, w, h, 0, pal.Panel)
	p.text(g.Course.Level.Name(), pageEdge, 25, set{size: 15, ink: pal.Text, bold: true})
	y := p.paragraph(g.Course.Level.Goal.String(), pageEdge, 51, room, 21, set{size: 14, ink: pal.Text})
	y = p.paragraph(g.Course.Progress(), pageEdge, y+3, room, 19, set{size: 13, ink: pal.Accent})
	small := set{size: 12, ink: pal.Muted}
	if tried := len(g.Course.State.Trials) > 0; !tried || h >= hinted {
		y = g.hints(p, y+6, w)
		y = p.paragraph(g.Course.Counts(), pageEdge, y+8, room, 18, small)
	}
	y = p.paragraph(g.Course.ParSays(), pageEdge, y+8, room, 18, small)
	g.tries(p, y+16, w, h)
}

// hinted is the height from which on there is room for tries below what is said of the keys.
const hinted = 400

// hints are the keys, and what they do.
func (g Goal) hints(p pen, y, w float64) float64 {
	const line, apart = 27, 5
	column := 0.0
	for _, hint := range g.Course.Hints() {
		wide := 0.0
		for _, key := range hint.Keys {
			wide += p.capWidth(key) + apart
		}
		column = max(column, wide)
	}
	for _, hint := range g.Course.Hints() {
		x := float64(pageEdge)
		for _, key := range hint.Keys {
			p.keycap(key, x, y-14, p.capWidth(key))
			x += p.capWidth(key) + apart
		}
		x = pageEdge + column + apart
		p.text(p.short(hint.Does, 13, w-x-pageEdge), x, y, set{size: 13, ink: p.st.Palette.Text})
		y += line
	}
	return y
}

// capWidth is that of a key as it is on a keyboard.
func (p pen) capWidth(key string) float64 { return max(p.width(key, 11)+12, 24) }

// tries are the last ones, as many as there is room for: their settings, and what came of them.
func (g Goal) tries(p pen, y, w, h float64) {
	const line = 24
	trials, pal := g.Course.State.Trials, p.st.Palette
	if len(trials) == 0 {
		return
	}
	p.text(words.T("Your runs"), pageEdge, y, set{size: 13, ink: pal.Text, bold: true})
	room := max(int((h-y-10)/line), 1)
	for i := max(len(trials)-room, 0); i < len(trials); i++ {
		y += line
		if shown := g.Course.Shown; i == shown-1 {
			p.box(0, y-17, w, line, 0, plot.Mix(pal.Panel, pal.Accent, 0.12))
		}
		p.box(0, y-17, w, 1, 0, pal.Border)
		says := g.says(trials[i])
		right := p.width(says, 12.5)
		ink := pal.Text
		if trials[i].Blew {
			ink = pal.Error
		}
		p.text(says, w-pageEdge, y, set{size: 12.5, ink: ink, align: plot.AlignRight})
		setting := g.setting(trials[i], true)
		if p.width(setting, 12.5) > w-2*pageEdge-right-10 {
			setting = g.setting(trials[i], false)
		}
		p.text(p.short(setting, 12.5, w-2*pageEdge-right-10), pageEdge, y, set{size: 12.5, ink: pal.Muted})
	}
}

// setting is what was tried, with the names of the knobs or without.
func (g Goal) setting(t game.Trial, named bool) (text string) {
	spec, err := t.By.Spec()
	if err != nil {
		return ""
	}
	if len(g.Course.Methods()) > 0 {
		text = course.MethodTitle(spec.Method)
	}
	values := g.Course.Setting(t.By)
	for _, k := range g.Course.Knobs() {
		if text != "" {
			text += ", "
		}
		if named {
			text += k.Label.String() + " "
		}
		text += words.Digits(values[k.Name], 4)
	}
	return text
}

// says is what came of a try.
func (g Goal) says(t game.Trial) string {
	switch {
	case t.Counts != nil:
		return words.T("%d of %d won", t.Wins, len(t.Counts))
	case t.Blew:
		return words.T("explodes")
	case t.Steps < 0:
		return words.T("never there")
	}
	return words.Steps(t.Steps)
}

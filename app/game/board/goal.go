package board

import (
	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Goal is what there is to read before a level is over: what is asked for, what is known of par, and what was tried.
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
	y = p.paragraph(g.Course.ParSays(), pageEdge, y+8, room, 18, set{size: 12, ink: pal.Muted})
	g.tries(p, y+16, w, h)
}

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
		p.box(0, y-17, w, 1, 0, pal.Border)
		says := g.says(trials[i])
		right := p.width(says, 12.5)
		ink := pal.Text
		if trials[i].Blew {
			ink = pal.Error
		}
		p.text(says, w-pageEdge, y, set{size: 12.5, ink: ink, align: plot.AlignRight})
		p.text(p.short(g.setting(trials[i]), 12.5, w-2*pageEdge-right-10), pageEdge, y, set{size: 12.5, ink: pal.Muted})
	}
}

// setting is what was tried.
func (g Goal) setting(t game.Trial) (text string) {
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
		text += k.Label.String() + " " + words.Digits(values[k.Name], 4)
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

package poster

import (
	"context"
	"strings"

	"descentlab/app/export/picture"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Sizes of the picture of a fair race, in units.
const (
	fairWide = 760
	fairRow  = 56 // of a racer: its numbers, a bar of what it won, and two lines of notes
	fairHead = 66
	fairFoot = 64
)

// Fair is the table of a fair race, with a bar for the part of its runs that each racer won.
func Fair(doc setup.Experiment, results []lab.FairResult) picture.Picture {
	return picture.Picture{
		Title: words.T("Fair race"), W: fairWide, H: fairHead + fairFoot + float64(len(results))*fairRow,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			whole := newSheet(on, st)
			whole.begin(on)
			high := fairHead + fairFoot + float64(len(results))*fairRow
			drawFair(doc, results, fitted(on, &st, fairWide, high), st)
			return nil
		},
	}
}

// fairColumns are where the numbers of a fair race end, in units.
var fairColumns = [...]float64{0, 380, 480, 600, fairWide - margin}

func drawFair(doc setup.Experiment, results []lab.FairResult, on plot.Canvas, st plot.Style) {
	p, pal := newSheet(on, st), st.Palette
	p.text(on, margin, 30, 15, words.T("Fair race"), pal.Text, plot.AlignLeft)
	heads := [...]string{"", words.T("won"), words.T("global"), words.T("loss"), words.T("calls")}
	for k, text := range heads {
		p.text(on, fairColumns[k], fairHead-14, 12, text, pal.Muted, plot.AlignRight)
	}
	names := doc.Names()
	best := figure.Resolution(0)
	for i, r := range results {
		row, y := figure.NewFairRow(r, names[i], best), fairHead+float64(i)*fairRow
		ink := pal.Racer(doc.Racers[i].Slot)
		on.Box(plot.Vec{X: p.px(margin), Y: p.px(y)}, p.px(fairWide-2*margin), p.px(1), 0, pal.Border)
		plot.RacerGlyph(doc.Racers[i].Slot).Draw(on, p.px(margin+6), p.px(y+14), p.px(5), ink, pal.Ground)
		p.text(on, margin+20, y+18, 13, p.shortened(row.Cells[0], 13, 150), pal.Text, plot.AlignLeft)
		for k, text := range row.Cells[1:] {
			p.text(on, fairColumns[k+1], y+18, 13, text, pal.Text, plot.AlignRight)
		}
		const from, to = 190.0, 330.0
		on.Box(plot.Vec{X: p.px(from), Y: p.px(y + 9)}, p.px(to-from), p.px(9), p.px(2), pal.Control)
		if r.Score.Won > 0 {
			on.Box(plot.Vec{X: p.px(from), Y: p.px(y + 9)}, p.px((to-from)*r.Score.Won), p.px(9), p.px(2), ink)
		}
		for k, note := range row.Notes {
			p.text(on, margin+20, y+34+14*float64(k), 11, p.shortened(note, 11, fairWide-2*margin-20), pal.Muted, plot.AlignLeft)
		}
	}
	if len(results) == 0 {
		return
	}
	y := fairHead + float64(len(results))*fairRow + 20
	for _, line := range p.wrapped(figure.FairNote(doc.Fair, results[0].Spend), 11, fairWide-2*margin) {
		p.text(on, margin, y, 11, line, pal.Muted, plot.AlignLeft)
		y += 14
	}
}

// wrapped is a text in lines that are no wider than the room for them, in units.
func (s *sheet) wrapped(text string, size, room float64) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && s.style.Font.Width(longer, s.px(size)) > s.px(room) {
			lines, longer = append(lines, line), word
		}
		line = longer
	}
	return append(lines, line)
}

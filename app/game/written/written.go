// Package written tells what was just played, written down: the rule that the player followed beside that of gradient descent,
// both runs as a table, and a sentence on what made the difference. All of it is computed from the play.
package written

import (
	"strconv"
	"strings"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Page is what there is to read after a level.
type Page struct {
	Lead   string // what made the difference
	Rules  []Rule
	Table          // of what the player did
	Steps  Table   // of the run that came of it, beside the rival's, step by step; without columns there is none
	Curves []Curve // of heights, step by step
	Floor  float64 // the lowest height
	Bars   []Bar   // looks at the ground until found
}

// A Table has columns of the player and of a rival.
type Table struct {
	You     string // over the player's columns
	Rival   string // over the others; empty if there are none
	Columns []Column
	Rows    []Row
}

// Text is the table with tabs between its columns, and numbers as programs read them.
func (t Table) Text() string {
	var text strings.Builder
	for i, c := range t.Columns {
		if i > 0 {
			text.WriteByte('\t')
		}
		text.WriteString(c.Title)
	}
	for _, r := range t.Rows {
		text.WriteByte('\n')
		text.WriteString(geom.Hyphen(strings.Join(r.Cells, "\t")))
	}
	return text.String() + "\n"
}

// A Rule is a line of mathematics, and who goes by it.
type Rule struct {
	Who    string
	Markup string // for plot.ParseEquation
	With   string // a setting; may be empty
}

// A Column of the table is headed by a title.
type Column struct {
	Title string
	Rival bool
}

// A Row of the table has a cell for each column. Cells that do not apply are empty.
type Row struct {
	Cells []string
	Tint  []Tint // of its cells
	Spot  int    // the spot or the trial that it is about
	Last  bool
	// Slope is what an arrow in the last cell points against; nothing: there is no arrow.
	Slope surfaces.Point
}

// A Tint says how a number is coloured.
type Tint int

// A number that went down is good, one that went up is bad.
const (
	Plain Tint = iota
	Good
	Bad
)

// A Curve is a line of the chart.
type Curve struct {
	Name   string
	Rival  bool
	Values []float64
}

// A Bar is how many looks at the ground somebody needed.
type Bar struct {
	Name   string
	Method string // "" of the player's
	Looks  int
	Found  bool
}

// Of is the page of a state that is over.
func Of(l *game.Level, s game.State) Page {
	switch w := l.Way.(type) {
	case game.Walk:
		return walked(l, w, s)
	case game.Probing:
		return probed(l, w, s)
	case game.Brink:
		return exploded(l, w, s)
	case game.Contest:
		return contested(l, w, s)
	case game.Launch:
		return launched(l, w, s)
	}
	return Page{Floor: l.Ground.Lowest().Value}
}

// fixed is a number with so many digits after the point.
func fixed(v float64, digits int) string {
	text := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return geom.Minus(words.Decimal(text))
}

// number is one in a sentence.
func number(v float64) string { return words.Digits(v, 4) }

// change is by how much a height has changed, with its sign as an arrow.
func change(from, to float64) (string, Tint) {
	switch d := to - from; {
	case d < 0:
		return "▼ " + fixed(-d, 3), Good
	case d > 0:
		return "▲ " + fixed(d, 3), Bad
	}
	return fixed(0, 3), Plain
}

// losses are the heights of a run, up to a step.
func losses(r *race.Run, until int) (list []float64) {
	for t := range min(until, r.Steps) + 1 {
		list = append(list, r.Loss(t))
	}
	return list
}

const (
	byPush    = `w \leftarrow w \pm \text{push}`
	byDescent = `w \leftarrow w - \eta L'(w)`
	byBall    = `v \leftarrow \beta v + L'(w), \quad w \leftarrow w - \eta v`
)

// etaIs is a setting of the rate.
func etaIs(rate float64) string { return "η = " + number(rate) }

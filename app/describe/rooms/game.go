package rooms

import (
	"math"

	"descentlab/app/describe"
	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/words"
)

// Game describes the level that is played, as far as the player knows it: of ground under fog nothing is said but what was
// probed.
func Game(c course.Course) describe.Description {
	l := c.Level
	v := l.Ground.View
	said := []string{describe.Sentence(l.Goal.String())}
	switch {
	case l.Ground.Flat:
		said = append(said, words.T("The ground is a curve, w from %s to %s.", describe.Number(v.X0), describe.Number(v.X1)))
	default:
		said = append(said, words.T("The ground is a map, %s.", words.Window(v)))
	}
	switch {
	case l.Fog && c.Lifted:
		said = append(said, words.T("The fog has been lifted."))
	case l.Fog:
		said = append(said, words.T("Fog hides all but the neighbourhood of what was looked at."))
	}
	for _, f := range c.Figures() {
		if f.Value == "–" {
			f.Value = words.T("none yet")
		}
		said = append(said, words.T("%s: %s.", words.SentenceCase(f.Name), f.Value))
	}
	if here, is := c.State.Here(); is {
		said = append(said, words.T("The last place is %s, at the height %s.", place(l, here), describe.Number(here.Height)))
		if tellsSlopes(c) {
			said = append(said, words.T("The slope there is %s.", describe.Number(math.Hypot(here.Slope.X, here.Slope.Y))))
		}
	}
	for _, s := range c.Sights() {
		said = append(said, words.T("Player %d aims at %s.", s.Who+1, describe.Point(s.At.X, s.At.Y)))
	}
	if r, over := c.Result(); over {
		said = append(said, words.N(r.Stars, "%s, %s: %d star, score %d.", "%s, %s: %d stars, score %d.", r.Title, r.Text, r.Stars,
			r.Score))
	}
	d := describe.Description{Title: l.Name(), Text: describe.Paragraph(said...), Table: spots(c)}
	if len(c.State.Trials) > 0 {
		d.Table = trials(c)
	}
	return d
}

// tellsSlopes says whether the player knows more of a place than its height.
func tellsSlopes(c course.Course) bool { return c.Level.Slopes || !c.Level.Fog || c.Lifted }

// place is where a spot is.
func place(l *game.Level, s game.Spot) string {
	if l.Ground.Flat {
		return words.T("w = %s", describe.Number(s.At.X))
	}
	return describe.Point(s.At.X, s.At.Y)
}

// spots has a row for each place that is known.
func spots(c course.Course) describe.Table {
	var n, who, x, y, height, slopeX, slopeY []float64
	var gone []string
	for i, s := range c.State.Spots {
		n, who = append(n, float64(i+1)), append(who, float64(s.By.Who+1))
		x, y, height = append(x, s.At.X), append(y, s.At.Y), append(height, s.Height)
		slopeX, slopeY = append(slopeX, s.Slope.X), append(slopeY, s.Slope.Y)
		taken := ""
		if s.Gone {
			taken = words.T("taken back")
		}
		gone = append(gone, taken)
	}
	if len(n) == 0 {
		return describe.Table{}
	}
	columns := []describe.Column{describe.Numbers(words.T("place"), "", n), describe.Numbers(words.T("player"), "", who)}
	flat := c.Level.Ground.Flat
	if flat {
		columns = append(columns, describe.Numbers("w", "", x))
	} else {
		columns = append(columns, describe.Numbers("x", "", x), describe.Numbers("y", "", y))
	}
	columns = append(columns, describe.Numbers(words.T("height"), "", height))
	switch {
	case !tellsSlopes(c):
	case flat:
		columns = append(columns, describe.Numbers(words.T("slope"), "", slopeX))
	default:
		columns = append(columns, describe.Numbers("∂f/∂x", "", slopeX), describe.Numbers("∂f/∂y", "", slopeY))
	}
	return describe.Table{Columns: append(columns, describe.Texts(words.T("remark"), gone))}
}

// trials has a row for each run that was set up.
func trials(c course.Course) describe.Table {
	var n, steps []float64
	var racer, end []string
	for i, t := range c.State.Trials {
		count, what := math.NaN(), words.T("never there")
		switch {
		case t.Blew:
			what = words.T("explodes")
		case t.Steps >= 0:
			count, what = float64(t.Steps), words.T("arrives")
		}
		n, steps, racer, end = append(n, float64(i+1)), append(steps, count), append(racer, t.By.Racer), append(end, what)
	}
	return describe.Table{Columns: []describe.Column{
		describe.Numbers(words.T("try"), "", n), describe.Texts(words.T("settings"), racer),
		describe.Known(words.T("steps"), "", steps), describe.Texts(words.T("end"), end),
	}}
}

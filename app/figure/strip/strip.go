// Package strip is what the ribbons below the tracks of knobs show: where runs end, in the colours of basins and in words.
package strip

import (
	"image/color"
	"slices"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// A Piece is a part of the track of a knob, up to a place of it, whose runs end alike.
type Piece struct {
	To    float64 // from 0 to 1
	Color color.RGBA
	Text  string // where they end: "ends in A"
	Short string // in as few words as may be: "A", "to A"; "": it cannot be said so
	Hint  string // and with which values: "momentum 0.75 to 0.97: ends in A"
}

// Pieces are a knob's ribbon in the colours that maps of basins have for the same ends. The places are those that were
// searched.
func Pieces(p *plot.Palette, places []lab.Place, knob string, r outcome.Ribbon) []Piece {
	paint := painter{p, figure.NewPainter(p, places, 1).Color, places}
	pieces := r.Pieces()
	if r.Done && len(pieces) == 0 {
		return []Piece{{To: 1, Color: p.Away, Hint: words.T("%s: it takes too long to find out where the run would end", knob)}}
	}
	list := make([]Piece, len(pieces))
	for i, piece := range pieces {
		text := piece.End.String()
		list[i] = Piece{To: piece.To, Color: paint.end(piece.End), Text: text, Hint: hint(knob, piece, text)}
		list[i].Short = short(piece.End)
	}
	return list
}

// short is an end in as few words as may be.
func short(e outcome.End) string {
	switch {
	case e.Where.Place == nil || e.Where.Line:
	case e.Fate == outcome.There:
		return e.Where.Place.Name
	case e.Fate == outcome.Toward:
		return words.T("to %s", e.Where.Place.Name)
	}
	if e.Fate == outcome.Lost && e.Refused == "" {
		if kind := loss(e); kind == sweep.Left || kind == sweep.Diverged {
			return words.T("flies off")
		}
	}
	return ""
}

func hint(knob string, p outcome.Piece, text string) string {
	if p.Low == p.High {
		return words.T("%s %s: %s", knob, words.Digits(p.Low, 4), text)
	}
	return words.T("%s %s to %s: %s", knob, words.Digits(p.Low, 4), words.Digits(p.High, 4), text)
}

// A painter turns ends into colours.
type painter struct {
	palette *plot.Palette
	outcome func(sweep.Outcome) color.RGBA // as maps of basins paint it
	places  []lab.Place
}

// end is the colour of a run's end: that of the basin for who is there, and a hint of it for who is on the way.
func (p painter) end(e outcome.End) color.RGBA {
	switch e.Fate {
	case outcome.There:
		return p.outcome(p.arrival(e.Where))
	case outcome.Toward:
		return plot.Mix(p.palette.Slow, p.outcome(p.arrival(e.Where)), 0.4)
	case outcome.Lost:
		return p.outcome(sweep.Outcome{Kind: loss(e)})
	}
	if e.Where.Kind == lab.Bouncing {
		return p.palette.Restless
	}
	return p.palette.Slow
}

// arrival is the outcome of a run that was at once where another one ends; one of a place that is not listed is at rest there.
func (p painter) arrival(w lab.Whereabouts) sweep.Outcome {
	if w.Place != nil {
		name := w.Place.Name
		if at := slices.IndexFunc(p.places, func(q lab.Place) bool { return q.Name == name }); at >= 0 {
			return sweep.Outcome{Kind: sweep.Arrived, Target: int32(at)}
		}
	}
	return sweep.Outcome{Kind: sweep.Settled}
}

// loss is how maps of basins call the end of a run that is lost.
func loss(e outcome.End) sweep.Kind {
	switch e.Where.Kind {
	case lab.LeftMap:
		return sweep.Left
	case lab.OutsideDomain:
		return sweep.Undefined
	case lab.EndedOtherwise:
		switch e.Where.Verdict.Kind {
		case race.Undefined:
			return sweep.Undefined
		case race.Stopped:
			return sweep.Stopped
		}
	}
	return sweep.Diverged
}

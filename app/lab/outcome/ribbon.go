package outcome

import (
	"descentlab/app/lab"
	"descentlab/optim/sweep"
)

// A Ribbon tells for every place of a knob's track where the run from here would end with the value that stands there.
type Ribbon struct {
	Samples []Sample // in the order of their places, the first at 0 and the last at 1; not changed once made
	Done    bool     // no finer one follows
}

// A Sample is one run.
type Sample struct {
	Place float64 // on the track, from 0 to 1
	Value float64 // that stands there
	End
}

// A Piece is a part of a track whose runs end alike.
type Piece struct {
	From, To  float64 // places
	Low, High float64 // values of its outermost runs
	End       End     // of one of them
}

// Pieces are what a ribbon is drawn and told by: they cover all of the track. Of two runs that lie side by side and end
// differently each has half of the way between.
func (r Ribbon) Pieces() []Piece {
	var list []Piece
	for i, s := range r.Samples {
		if i > 0 {
			last := &list[len(list)-1]
			if last.End.Like(s.End) {
				last.To, last.High = s.Place, s.Value
				continue
			}
			last.To = (r.Samples[i-1].Place + s.Place) / 2
			list = append(list, Piece{From: last.To, To: s.Place, Low: s.Value, High: s.Value, End: s.End})
			continue
		}
		list = append(list, Piece{From: s.Place, To: s.Place, Low: s.Value, High: s.Value, End: s.End})
	}
	return list
}

// At is the piece at a place of the track; ok is false of a ribbon that has none.
func (r Ribbon) At(place float64) (p Piece, ok bool) {
	for _, p = range r.Pieces() {
		if place <= p.To {
			return p, true
		}
	}
	return p, len(r.Samples) > 0
}

// A Question asks for the ribbon of one knob of a racer.
type Question struct {
	Racer int    // in the document
	Knob  string // a number, by its name
	// Value is what stands at a place of the track, from 0 to 1, such that the knob may have it. It may be called by several
	// goroutines.
	Value func(place float64) float64
}

// Key tells questions on grounds apart by their answers: the knob's own value has no say.
func (g Ground) Key(q Question) string {
	survey, axis := lab.Run{Doc: g.Doc, Field: g.Field}.Survey(), sweep.Axis{Knob: q.Knob}
	return survey.PlaneKey(q.Racer, axis, axis, 0, 0)
}

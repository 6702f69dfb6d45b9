package export

import (
	"context"
	"math"
	"strconv"

	"descentlab/app/export/picture"
	"descentlab/app/export/provenance"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// A Map is a finished map of one racer.
type Map struct {
	Survey *lab.Survey
	Racer  int
	Sheet  *sweep.Sheet
	X, Y   *sweep.Axis // of a plane; nil for basins
}

// middle is what stands at the middle of a cell: a start, or the settings of two knobs.
func (r *Map) middle(i, j int) (x, y float64) {
	if r.X == nil {
		return r.Survey.View.Middle(i, j, r.Sheet.W, r.Sheet.H)
	}
	return r.setting(r.X, (float64(i)+0.5)/float64(r.Sheet.W)), r.setting(r.Y, 1-(float64(j)+0.5)/float64(r.Sheet.H))
}

// setting is the value at a share of an axis, as the runs had it.
func (r *Map) setting(a *sweep.Axis, share float64) float64 {
	k, _ := r.Survey.Doc.AxisKnob(r.Racer, a.Knob, r.Survey.Probe.Examples()) // the axes have been checked
	return sweep.Round(k, a.At(share))
}

// names are those of the two coordinates.
func (r *Map) names() (x, y string) {
	if r.X == nil {
		return "x", "y"
	}
	return r.X.Knob, r.Y.Knob
}

// place is the key of where a run ended, or "".
func (r *Map) place(o sweep.Outcome) string {
	if o.Kind != sweep.Arrived {
		return ""
	}
	return r.Survey.Places[o.Target].Key()
}

// mapCSV has a line for every cell.
func mapCSV(out *Output, r *Map) error {
	nameX, nameY := r.names()
	t := newTable(out, r.from(), nameX, nameY, "end", "place", "steps", "loss", "best", "end_x", "end_y", "evaluations")
	for j := range r.Sheet.H {
		for i := range r.Sheet.W {
			x, y := r.middle(i, j)
			o := r.Sheet.At(i, j)
			t.row(exact(x), exact(y), o.Kind.Key(), r.place(o), strconv.Itoa(int(o.Steps)), exact(o.Loss), exact(o.Best),
				exact(o.X), exact(o.Y), strconv.FormatInt(o.Evaluations, 10))
		}
	}
	return t.end()
}

// mapJSON sums the map up.
func mapJSON(out *Output, r *Map) error {
	type shareJSON struct {
		End   string `json:"end"`
		Place string `json:"place,omitempty"`
		Share Number `json:"share"`
		Steps Known  `json:"mean_steps"`
	}
	head, err := newSpecJSON(r.Survey.Doc.Racers[r.Racer].Spec)
	if err != nil {
		return err
	}
	shares, boundary := lab.Shares(r.Sheet, r.Survey.Places)
	list := []shareJSON{}
	for _, s := range shares {
		e := shareJSON{End: s.Kind.Key(), Share: Number(s.Part), Steps: Known(math.NaN())} // it arrives nowhere
		if s.Place != nil {
			e.Place, e.Steps = s.Place.Key(), Known(s.Steps)
		}
		list = append(list, e)
	}
	var start []Number // of a plane; the runs of basins start everywhere
	if r.X != nil {
		start = place(r.Survey.Doc.Outset())
	}
	return out.json(struct {
		specJSON
		Start    []Number        `json:"start,omitempty"`
		Bounds   []Number        `json:"bounds,omitempty"`
		Width    int             `json:"width"`
		Height   int             `json:"height"`
		Shares   []shareJSON     `json:"shares"`
		Boundary Number          `json:"boundary"`
		From     provenance.List `json:"provenance"`
	}{head, start, bounds(&r.Survey.Doc), r.Sheet.W, r.Sheet.H, list, Number(boundary), r.from()})
}

// mapSide is that of a map's picture, in units: 768 pixels.
const mapSide = 512

// mapPicture is the map as the window draws it: isolines, places and ticks over the cells.
func mapPicture(_ context.Context, r *Map) (picture.Picture, error) {
	return picture.Picture{
		Title: r.title(), Notes: r.from(), W: mapSide, H: mapSide,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			w, h := on.Size()
			r.scene(st, int(w), int(h)).Draw(on, st)
			return nil
		},
	}, nil
}

// title says what the map is of.
func (r *Map) title() string {
	name := r.Survey.Doc.Names()[r.Racer]
	if r.X == nil {
		return words.T("basins of %s", name)
	}
	return words.T("%s over %s and %s", name, r.X.Knob, r.Y.Knob)
}

// scene is the map in a picture of w by h pixels.
func (r *Map) scene(st plot.Style, w, h int) plot.Scene {
	doc := r.Survey.Doc
	scene := plot.Scene{Ticks: true, Still: true}
	if r.X == nil {
		scene.View = r.Survey.View
		spacing := figure.Spacings[doc.Look.Levels]
		ground := figure.Ground{Probe: r.Survey.Probe, View: scene.View, W: w, H: h, Spacing: spacing}
		scene.Field = ground.Field(figure.Isolines)
		scene.Within = doc.Bounds
		scene.Marks = figure.Marks(&lab.Field{Places: r.Survey.Places}, "")
	} else {
		scene.View, scene.LogX, scene.LogY = figure.PlaneView(*r.X, *r.Y)
		scene.Across, scene.Up = r.X.Knob, r.Y.Knob
	}
	scene.Cells = figure.NewPainter(st.Palette, r.Survey.Places, doc.Steps).Cells(r.Sheet, scene.View)
	return scene
}

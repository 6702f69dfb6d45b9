package page

import (
	"context"
	"image/color"
	"math"

	"descentlab/app/describe/scenes"
	"descentlab/app/figure"
	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/lab/events"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/internal/say"
	"descentlab/optim/race"
	"descentlab/widgets/plot"
)

// data is what the page's program reads.
type data struct {
	Steps  int
	Comma  bool    // numbers are written with a decimal comma
	Pace   float64 // steps in a second at speed 1
	View   [4]float64
	Frame  frame
	Start  [2]coordinate
	Box    []*float64 // x0, x1, y0, y1 of the box in which racers are kept; null where it is open
	Ground ground
	Places []place
	Racers []racer
	Charts [2]chart
	Best   float64 // above which the losses of the first chart are
	Looks  map[string]look
	Say    texts
	Store  string // of all columns: see racer.keep

	described   []string
	light, dark *plot.Palette // of its two themes
}

// A look is what is drawn on canvases in a theme.
type look struct {
	Ground, Panel, Border, Text, Muted, Accent string
	Bands                                      []string // of the map, from deep to high
}

// A place is a critical point.
type place struct {
	Kind   string // minimum, best, saddle, maximum, degenerate
	X, Y   float64
	Label  string
	Beside string // what stands beside it
	Says   string // what it is, and its value
	End    bool   // somebody ends there
}

// A racer is one racer's part of the data.
type racer struct {
	Name, Settings string
	Light, Dark    string // its colour
	Glyph          string // its outline about 0, 0, a path of radius 10
	Hidden         bool
	Rows           int          // of its run, the start's included
	Shown          int          // rows of it that charts and table show
	Far            []coordinate // x, y of the rows that are out of the frame
	Left           int          // the step from which it is outside for good; 0: it is not
	Ended          bool         // before its time
	Fate           string       // what is said of that
	Settled        int          // from which step on it has settled; -1: it never has
	Where          []whereabout

	// Of the last step, for those who see the page without its program.
	Loss, Slope, Arrival, Now string `json:"-"`
}

// A whereabout is where a racer is from a step on.
type whereabout struct {
	From int
	Text string
	Tone string // settled, gone, or none
}

// A chart is how the numbers of the racers are drawn.
type chart struct {
	Title string
	Log   bool
	Floor float64
	Note  string
}

// leastShown is the foot of a logarithmic axis at the lowest.
const leastShown = 1e-16

// dataOf gathers it, and tells which part it has, 0 to 1. The error is the context's.
func dataOf(ctx context.Context, r lab.Run, colours plot.Colours, done func(float64)) (*data, error) {
	view := figure.Visible(r.Doc.View, 1, 1)
	w, h := view.X1-view.X0, view.Y1-view.Y0
	at := r.Doc.Outset()
	d := &data{
		Steps: r.Doc.Steps, Comma: say.Decimal(".") == ",", Pace: lab.StepsPerSecond,
		View:  [4]float64{view.X0, view.X1, view.Y0, view.Y1},
		Frame: frame{view.X0 - (frameSize-1)*w/2, frameSize * w / frameUnit, view.Y0 - (frameSize-1)*h/2, frameSize * h / frameUnit},
		Start: [2]coordinate{coordinate(at.X), coordinate(at.Y)}, Box: box(r.Doc.Bounds), Say: sayings(),
		Racers: []racer{}, light: plot.NewPalette(colours, false), dark: plot.NewPalette(colours, true),
	}
	var err error
	var s store
	if d.Ground, err = groundOf(ctx, r, view, &s); err != nil {
		return nil, err
	}
	d.Looks = map[string]look{
		"light": lookOf(d.light, len(d.Ground.Levels)), "dark": lookOf(d.dark, len(d.Ground.Levels)),
	}
	state := r.State()
	state.Head = float64(r.Doc.Steps)
	d.Places = places(r, figure.Ended(figure.Marks(r.Field), figure.Traces(state, d.light), view))
	curves := [2]progress.Curves{}
	for k, kind := range []string{setup.ChartLoss, setup.ChartSlope} {
		if curves[k], err = progress.Of(ctx, state, kind); err != nil {
			return nil, err
		}
		c := curves[k]
		d.Charts[k] = chart{c.Title, c.Log, leastShown, c.Note}
		if geom.Finite(c.Floor) { // it is not if nobody has a loss at all
			d.Charts[k].Floor = c.Floor
		}
	}
	if best, _ := lab.Best(r.Tape, r.Field.Places); geom.Finite(best) {
		d.Best = best
	}
	d.described = []string{scenes.Map(state).Text, scenes.Charts(state, curves[:]).Text, figure.GroundNote(r.Field.Probe)}
	for i := range r.Tape.Runs {
		one, err := d.racer(ctx, r, i, done)
		if err != nil {
			return nil, err
		}
		one.keep(&s, d.Frame, r.Tape.Runs[i], curves[0].List[i].Y)
		d.Racers = append(d.Racers, one)
	}
	d.Store, err = packed(ctx, s.bytes)
	return d, err
}

// box are the sides of a box, nil where it is open.
func box(b *geom.Rect) []*float64 {
	if b == nil {
		return nil
	}
	list := []*float64{&b.X0, &b.X1, &b.Y0, &b.Y1}
	for i, v := range list {
		if math.IsInf(*v, 0) {
			list[i] = nil
		}
	}
	return list
}

func lookOf(p *plot.Palette, levels int) look {
	l := look{hex(p.Ground), hex(p.Panel), hex(p.Border), hex(p.Text), hex(p.Muted), hex(p.Accent), nil}
	if levels == 0 {
		l.Bands = []string{hex(p.Height(0.5))}
		return l
	}
	for b := range levels + 1 {
		l.Bands = append(l.Bands, hex(p.Height(float64(b)/float64(levels))))
	}
	return l
}

// hex is an opaque colour as a style sheet has it.
func hex(c color.RGBA) string {
	const digits = "0123456789abcdef"
	text := []byte("#")
	for _, v := range []uint8{c.R, c.G, c.B} {
		text = append(text, digits[v>>4], digits[v&15])
	}
	return string(text)
}

// good is the colour of what has settled: that of the racers' green.
func good(p *plot.Palette) color.RGBA { return p.Racers[2] }

// kinds are the kinds of marks as the page calls them.
var kinds = map[plot.MarkKind]string{
	plot.MinimumMark: "minimum", plot.BestMark: "best", plot.SaddleMark: "saddle", plot.MaximumMark: "maximum",
	plot.DegenerateMark: "degenerate",
}

// places are those that are marked.
func places(r lab.Run, marks []plot.Mark) []place {
	list := make([]place, len(marks))
	for i, m := range marks {
		beside := m.Says
		if beside == "" {
			beside = m.Label
		}
		p := r.Field.Places[i]
		list[i] = place{kinds[m.Kind], m.At.X, m.At.Y, m.Label, beside, words.T("%s: f = %s", p.Label(), words.Short(m.Value)), m.End}
	}
	return list
}

// tidings is the number of steps after which it is told how far it is: where a racer is at one of them may take a millisecond.
const tidings = 16

// racer is what is known of racer i, without its columns. The error is the context's.
func (d *data) racer(ctx context.Context, r lab.Run, i int, done func(float64)) (racer, error) {
	run, of := r.Tape.Runs[i], r.Doc.Racers[i]
	one := racer{
		Name: r.Doc.Names()[i], Settings: settings(of), Glyph: glyphPath(plot.RacerGlyph(of.Slot)),
		Light: hex(d.light.Racer(of.Slot)), Dark: hex(d.dark.Racer(of.Slot)),
		Rows: run.Steps + 1, Shown: r.Courses.Row(i, r.Doc.Steps) + 1, Settled: r.Courses.Settled(i),
		Left: max(r.Courses.Left(i), 0), Ended: run.Verdict.Kind != race.Finished && run.Verdict.Step > 0,
		Fate: words.EndingPlainly(run.Verdict),
	}
	// Asked for every step, the lab's courses would remember all of them as long as the race is there.
	courses := lab.NewCourses(&race.Tape{Runs: r.Tape.Runs[i : i+1], Steps: r.Tape.Steps}, r.Field, r.Doc.Home)
	for t := range r.Doc.Steps + 1 {
		if t%tidings == 0 {
			if err := ctx.Err(); err != nil {
				return one, err
			}
			done((float64(i) + float64(t)/float64(r.Doc.Steps+1)) / float64(len(r.Tape.Runs)))
		}
		w := courses.At(0, t)
		text, tone := w.String(), ""
		switch {
		case w.Kind == lab.Settled || w.Kind == lab.OnLine:
			tone = "settled"
		case figure.Gone(w):
			tone = "gone"
		}
		if n := len(one.Where); n == 0 || one.Where[n-1].Text != text {
			one.Where = append(one.Where, whereabout{t, text, tone})
		}
	}
	last := one.Shown - 1
	one.Loss, one.Slope = words.Short(run.Loss(last)), words.Short(run.GradNorm(last))
	one.Arrival, one.Now = words.Arrival(one.Settled), one.Where[len(one.Where)-1].Text
	return one, nil
}

// keep stores a racer's columns: x and y of every row; and of those that are shown the loss above the least, the loss and the
// slope.
func (r *racer) keep(s *store, f frame, run *race.Run, above []float64) {
	x, y := make([]int32, r.Rows), make([]int32, r.Rows)
	for t := range x {
		at, ok := run.X(t), false
		if x[t], y[t], ok = f.place(at[0], at[1]); !ok {
			r.Far = append(r.Far, coordinate(at[0]), coordinate(at[1]))
		}
	}
	s.column(x)
	s.column(y)
	loss, slope := make([]float64, r.Shown), make([]float64, r.Shown)
	for t := range loss {
		loss[t], slope[t] = run.Loss(t), run.GradNorm(t)
	}
	s.numbers(above[:r.Shown])
	s.numbers(loss)
	s.numbers(slope)
}

// fewEvents are seen at once of each racer.
const fewEvents = 10

// tales tell what happened to each racer, and why it stopped where it did.
func tales(ctx context.Context, r lab.Run, racers []racer) ([]tale, error) {
	told, err := events.Of(ctx, r)
	if err != nil {
		return nil, err
	}
	list := make([]tale, len(racers))
	for i := range list {
		list[i] = tale{racer: racers[i], Why: events.Why(r, i, racers[i].Name, told[i])}
		for _, e := range told[i] {
			list[i].Events = append(list[i].Events, event{e.From, e.Sentence(racers[i].Name)})
		}
		if all := list[i].Events; len(all) > fewEvents+1 {
			list[i].Events, list[i].Rest = all[:fewEvents], all[fewEvents:]
		}
	}
	return list, nil
}

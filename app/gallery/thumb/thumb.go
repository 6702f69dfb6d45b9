// Package thumb draws small pictures of the gallery's experiments: the map with all that its racers have done on it.
package thumb

import (
	"cmp"
	"context"
	"image"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"descentlab/app/figure"
	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// The size of a picture, in units.
const Width, Height = 325, 146

// finer is how much smaller all marks are than on a map that fills the window.
const finer = 0.73

// A Look is how pictures are drawn.
type Look struct {
	Palette *plot.Palette
	Scale   float64 // pixels for a unit
}

// bounds are those of a picture.
func (l Look) bounds() image.Rectangle {
	return image.Rect(0, 0, int(math.Round(Width*l.Scale)), int(math.Round(Height*l.Scale)))
}

// Draw draws an experiment. It runs the race; the error is the context's, or says why it cannot.
func Draw(ctx context.Context, e gallery.Exhibit, l Look) (*image.RGBA, error) {
	font, err := figure.Font()
	if err != nil {
		return nil, err
	}
	run, err := lab.Prepare(ctx, e.Doc, lab.WantSeen)
	if err != nil {
		return nil, err
	}
	size := l.bounds().Size()
	style := plot.Style{Palette: l.Palette, Font: font, Scale: finer * l.Scale, TextSize: figure.SmallText}
	scene, err := compose(ctx, run, style, size.X, size.Y)
	if err != nil {
		return nil, err
	}
	return raster.Scene(scene, style, size.X, size.Y), nil
}

// Each draws some experiments, several at a time, the first ones first, or takes them from the store, and hands each over once it
// is there: by its number, on one of several goroutines. What cannot be drawn is nil. It returns when all are done, or soon after
// the context has ended.
func Each(ctx context.Context, list []gallery.Exhibit, l Look, kept Store, drawn func(int, *image.RGBA)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		workers.Go(func() {
			for i := int(next.Add(1) - 1); i < len(list) && ctx.Err() == nil; i = int(next.Add(1) - 1) {
				picture := kept.load(list[i], l)
				if picture == nil {
					picture = fresh(ctx, list[i], l, kept)
				}
				if ctx.Err() == nil {
					drawn(i, picture)
				}
			}
		})
	}
	workers.Wait()
}

// fresh draws an experiment and keeps the picture; nil if it cannot be drawn.
func fresh(ctx context.Context, e gallery.Exhibit, l Look, kept Store) *image.RGBA {
	picture, err := Draw(ctx, e, l)
	if err != nil {
		return nil
	}
	kept.keep(e, l, picture)
	return picture
}

// compose is the scene of a race that has been run.
func compose(ctx context.Context, run lab.Run, style plot.Style, w, h int) (plot.Scene, error) {
	traces := figure.WithHead(figure.Traces(run.State(), style.Palette), float64(run.Doc.Steps))
	start := run.Doc.Outset()
	view := run.Doc.Home
	if run.Doc.Look.Ground == "" {
		view = window(view, start, traces)
	}
	view = figure.Visible(view, float64(w), float64(h))
	ground := figure.Ground{Probe: run.Field.Probe, View: view, W: w, H: h, Spacing: figure.Spacings[run.Doc.Look.Levels]}
	field := ground.Sample(ctx)
	if field == nil {
		return plot.Scene{}, ctx.Err()
	}
	scene := plot.Scene{
		View: view, Field: field, Marks: figure.Marks(run.Field), Start: &start, Still: true, Silent: true,
		Within: run.Doc.Bounds, Traces: traces,
	}
	for i := range scene.Marks {
		scene.Marks[i].Says = "" // there is room for its letter alone
	}
	// The longest ways lie below, so that they hide no others.
	slices.SortStableFunc(traces, func(a, b plot.Trace) int { return cmp.Compare(seenLength(b, view), seenLength(a, view)) })
	for i := range traces {
		t := &traces[i]
		t.Diverged, t.Left = false, 0 // an arrow at the edge says enough
		if dense(scene, t.Pts, w, h) {
			t.Width = thin / finer
		}
	}
	if run.Doc.Look.Ground == "" {
		return scene, nil
	}
	sheet, places, err := basins(ctx, run, view, w, h)
	if err != nil {
		return plot.Scene{}, err
	}
	scene.Cells = figure.NewPainter(style.Palette, places, run.Doc.Steps).Cells(sheet, view)
	return scene, nil
}

// seenLength is how long the part of a way is that is seen, in widths and heights of the view.
func seenLength(t plot.Trace, view plot.Rect) (length float64) {
	for i := 1; i < len(t.Pts); i++ {
		if a, b := t.Pts[i-1], t.Pts[i]; view.Contains(a) && view.Contains(b) {
			length += math.Hypot((b.X-a.X)/(view.X1-view.X0), (b.Y-a.Y)/(view.Y1-view.Y0))
		}
	}
	return length
}

// coarse is how many pixels wide a cell of a map of basins is.
const coarse = 2

// basins are where the racer that is looked at ends from all over a view.
func basins(ctx context.Context, run lab.Run, view plot.Rect, w, h int) (*sweep.Sheet, []lab.Place, error) {
	survey := run.Survey().In(view)
	sheet, err := survey.Basins(ctx, run.Doc.Subject(), max(w/coarse, 1), max(h/coarse, 1), sweep.Options{}, nil)
	return sheet, survey.Places, err
}

// How much room is left around the ways, as a part of them, and the least part of the home window that is shown.
const room, least = 0.16, 0.4

// window is what is to be seen: where the racers go, as far as that is in the home window.
func window(home surfaces.Rect, start surfaces.Point, traces []plot.Trace) surfaces.Rect {
	lo, hi := start, start
	for _, t := range traces {
		for _, p := range t.Pts {
			if home.Contains(p) {
				lo.X, hi.X = min(lo.X, p.X), max(hi.X, p.X)
				lo.Y, hi.Y = min(lo.Y, p.Y), max(hi.Y, p.Y)
			}
		}
	}
	var seen surfaces.Rect
	seen.X0, seen.X1 = around(lo.X, hi.X, least*(home.X1-home.X0))
	seen.Y0, seen.Y1 = around(lo.Y, hi.Y, least*(home.Y1-home.Y0))
	return seen
}

// around are the ends of a side with room around what is between lo and hi, and of a least length.
func around(lo, hi, length float64) (from, to float64) {
	half := max((hi-lo)*(1+2*room), length) / 2
	middle := lo + (hi-lo)/2
	return middle - half, middle + half
}

// thin is how wide a dense way is, in units.
const thin = 1.2

// dense tells whether a way goes to and fro so often that it would be a blot: more than a few times, by more than some pixels.
func dense(s plot.Scene, way []plot.Point, w, h int) bool {
	const often, far = 14, 5
	turns := 0
	for i := 2; i < len(way) && turns <= often; i++ {
		ax, ay := s.ToPixel(way[i-2], w, h)
		bx, by := s.ToPixel(way[i-1], w, h)
		cx, cy := s.ToPixel(way[i], w, h)
		dx, dy, ex, ey := bx-ax, by-ay, cx-bx, cy-by
		if dot := dx*ex + dy*ey; dot < -0.5*math.Hypot(dx, dy)*math.Hypot(ex, ey) && math.Hypot(ex, ey) > far {
			turns++
		}
	}
	return turns > often
}

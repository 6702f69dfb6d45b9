package window

import (
	"image"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// eightRacers is the heavy everyday case: eight racers of 500 steps.
func eightRacers(b testing.TB) setup.Experiment {
	doc := setup.Default()
	doc.Steps = 500
	doc.Racers = nil
	for i, text := range []string{"sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06", "adamw lr=0.05",
		"nadam lr=0.04", "radam lr=0.05", "adagrad lr=0.3"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			b.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	return doc
}

// BenchmarkEditToPicture is a slider's way to the screen: an edit, the race recorded, traces and both charts drawn at
// the sizes of a 1440x900 window; the ground stays as it is.
func BenchmarkEditToPicture(b *testing.B) {
	font, err := figure.Font()
	if err != nil {
		b.Fatal(err)
	}
	st := plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: figure.SmallText}
	posts := make(chan func(), 64)
	l := lab.New(eightRacers(b), func(f func()) { posts <- f })
	defer l.Close()
	settle := func() {
		for l.State().Busy {
			(<-posts)()
		}
	}
	settle()
	const w, h, chartW, chartH = 650, 730, 454, 160
	s := l.State()
	view := figure.Visible(s.Doc.View, w, h)
	field := figure.Ground{Probe: s.Field.Probe, View: view, W: w, H: h, Spacing: plot.LogSpacing}.Field(figure.Isolines)
	picture, lossPicture := image.NewRGBA(image.Rect(0, 0, w, h)), image.NewRGBA(image.Rect(0, 0, chartW, chartH))
	normPicture := image.NewRGBA(lossPicture.Rect)
	var painter raster.Painter
	var lossPainter, normPainter raster.ChartPainter
	draw := func() {
		s := l.State()
		scene := plot.Scene{View: view, Field: field, Marks: figure.Marks(s.Field, ""), Ticks: true,
			Traces: figure.WithHead(figure.Traces(s, st.Palette), s.Head)}
		painter.Draw(picture, scene, st)
		for _, c := range []struct {
			kind    string
			painter *raster.ChartPainter
			picture *image.RGBA
		}{{setup.ChartLoss, &lossPainter, lossPicture}, {setup.ChartSlope, &normPainter, normPicture}} {
			curves, err := progress.Of(b.Context(), s, c.kind)
			if err != nil {
				b.Fatal(err)
			}
			c.painter.Draw(c.picture, curves.Chart(s, st, nil), s.Head, -1)
		}
	}
	draw()
	b.ResetTimer()
	for i := range b.N {
		lr := 0.01 + 0.01*float64(i%100)/100
		err := l.Edit("lr", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(lr)) })
		if err != nil {
			b.Fatal(err)
		}
		settle()
		draw()
	}
}

// BenchmarkSliderToGround is the way of a surface's parameter to the screen: the race on the new surface, the critical points
// that go along, and a first, coarse picture of 700 x 700 pixels with its isolines; "fine" is what follows while the slider
// rests.
func BenchmarkSliderToGround(b *testing.B) {
	font, err := figure.Font()
	if err != nil {
		b.Fatal(err)
	}
	st := plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: figure.SmallText}
	for _, name := range []string{"peaks", "turned_ravine", "random_waves", "linear_regression"} {
		s, err := surfaces.Lookup(name)
		if err != nil {
			b.Fatal(err)
		}
		for _, factor := range []int{4, 1} {
			b.Run(name+map[int]string{4: "/coarse", 1: "/fine"}[factor], func(b *testing.B) {
				doc := setup.Default()
				doc.SetSurface(s)
				posts := make(chan func(), 64)
				l := lab.New(doc, func(f func()) { posts <- f })
				defer l.Close()
				for l.State().Busy {
					(<-posts)()
				}
				const size = 700
				picture := image.NewRGBA(image.Rect(0, 0, size, size))
				var painter raster.Painter
				for i := range b.N {
					if err := l.Edit("turn", func(e *setup.Experiment) { e.SetTransform(float64(1+i%90), 0) }); err != nil {
						b.Fatal(err)
					}
					for l.State().Stale() {
						(<-posts)()
					}
					now := l.State()
					view := figure.Visible(now.Doc.View, size, size)
					field := figure.Ground{Probe: now.Field.Probe, View: view, W: size, H: size,
						Spacing: plot.LogSpacing}.Coarser(factor).Field(figure.Isolines)
					painter.Draw(picture, plot.Scene{View: view, Field: field, Marks: figure.Marks(now.Field, ""), Ticks: true,
						Traces: figure.WithHead(figure.Traces(now, st.Palette), now.Head)}, st)
				}
			})
		}
	}
}

// lookup is a surface of the catalogue with a probe of it.
func lookup(b *testing.B, name string) (surfaces.Surface, *surfaces.Probe) {
	b.Helper()
	s, err := surfaces.Lookup(name)
	if err != nil {
		b.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		b.Fatal(err)
	}
	return s, probe
}

// BenchmarkAdamStep is one recorded step of Adam on Rosenbrock, from its formula.
func BenchmarkAdamStep(b *testing.B) {
	_, probe := lookup(b, "rosenbrock")
	spec, err := optim.ParseSpec("adam lr=0.01")
	if err != nil {
		b.Fatal(err)
	}
	const steps = 10000
	plan, err := spec.Plan(2, steps)
	if err != nil {
		b.Fatal(err)
	}
	rows := make([]float64, (steps+1)*plan.Width())
	plan.Start(rows[:plan.Width()], probe, []float64{-1.2, 1})
	b.ReportAllocs()
	b.ResetTimer()
	w := plan.Width()
	for i := range b.N {
		t := i % steps
		plan.Next(rows[(t+1)*w:(t+2)*w], rows[t*w:(t+1)*w], probe, t)
	}
}

// BenchmarkSamplePeaks samples Peaks at 512 x 512 places on all cores.
func BenchmarkSamplePeaks(b *testing.B) {
	s, probe := lookup(b, "peaks")
	for b.Loop() {
		plot.Sample(b.Context(), s.View, 512, 512, func() func(dst, xs []float64, y float64) { return probe.Fork().Row })
	}
}

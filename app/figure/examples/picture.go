package examples

import (
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A Picture is the learning problem of a state as a picture: the examples and what every racer's model makes of them at
// the playhead, which is a line through them or the boundary between two classes. The examples of the present mini-batch stand
// out. It keeps what it has made as long as that holds; the zero value is ready.
type Picture struct {
	model *model // nil: the surface has no examples
	probe *surfaces.Probe
	all   []*plot.Cloud // of all examples
	batch []*plot.Cloud
	step  int // that batch is of
	drawn cloudKey
}

// A cloudKey tells apart what the clouds were made for.
type cloudKey struct {
	model   *model
	palette *plot.Palette
	batched *surfaces.Probe
}

// Follow takes in the surface of a state with a Field, and tells whether the examples are others than before.
func (d *Picture) Follow(s lab.State) (others bool) {
	if d.probe == s.Field.Probe {
		return false
	}
	before := d.model
	d.model, d.probe = newModel(&s.TapeDoc, s.Field.Probe), s.Field.Probe
	return before == nil || d.model == nil || before.Data != d.model.Data
}

// Scene is the picture of the state that was followed, at its playhead and through a window; the zero one shows all.
func (d *Picture) Scene(s lab.State, view plot.Rect, palette *plot.Palette) plot.Scene {
	if d.model == nil || s.Tape == nil {
		return plot.Scene{View: plot.Rect{X1: 1, Y1: 1}}
	}
	scene := plot.Scene{View: view, Ticks: true}
	scene.Across, scene.Up = d.model.Axes()
	if view == (plot.Rect{}) {
		scene.View = d.model.View
	}
	d.mark(s, palette)
	scene.Clouds = append(scene.Clouds, d.all...)
	scene.Clouds = append(scene.Clouds, d.batch...)
	d.addModels(&scene, s, palette)
	return scene
}

// mark makes the clouds: all examples once, those of the batch anew for every step.
func (d *Picture) mark(s lab.State, palette *plot.Palette) {
	batched := d.model.Batched(&s.TapeDoc)
	if key := (cloudKey{d.model, palette, batched}); key != d.drawn {
		d.drawn, d.step = key, -1
		ink := palette.Text
		if batched != nil {
			ink = plot.Mix(palette.Muted, palette.Ground, 0.25)
		}
		d.all, d.batch = d.model.Examples(nil, ink, exampleDot), nil
	}
	if step := s.Step(); batched != nil && step != d.step {
		d.step = step
		d.batch = d.model.Examples(batched.Picked(step), palette.Text, batchDot)
	}
}

// addModels draws what the racers' models make of the inputs, each with its glyph somewhere on the line.
func (d *Picture) addModels(scene *plot.Scene, s lab.State, palette *plot.Palette) {
	if d.model.Predict == nil {
		return
	}
	names, runs := s.TapeDoc.Names(), s.Tape.Runs
	for i, r := range s.TapeDoc.Racers {
		if r.Hidden {
			continue
		}
		w, ink := figure.Weights(runs[i], s.Head), palette.Racer(r.Slot)
		lines := d.model.Lines(w, scene.View)
		for _, line := range lines {
			scene.Curves = append(scene.Curves, plot.Curve{Pts: line, Color: ink, Width: figure.CurveWidth})
		}
		if at, ok := onLines(lines, (float64(i)+0.5)/float64(len(runs)), scene.View); ok {
			trace := plot.Trace{Pts: []plot.Point{at}, Color: ink, Glyph: plot.RacerGlyph(r.Slot), Name: names[i]}
			scene.Traces = append(scene.Traces, trace)
		}
	}
}

// Legend says what is seen of the state that was followed, beside what the axes are; it may be empty.
func (d *Picture) Legend(s lab.State) string {
	if d.model == nil || s.Tape == nil {
		return ""
	}
	return d.model.Legend(&s.TapeDoc)
}

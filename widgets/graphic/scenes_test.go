package graphic

import (
	"image/color"
	"reflect"
	"slices"
	"testing"

	"descentlab/widgets/plot"
)

// busyScene has something in every field.
func busyScene() plot.Scene {
	s := bowl()
	s.Cross = &plot.Point{X: 0.5}
	s.Marks = []plot.Mark{{Kind: plot.SaddleMark, Label: "S1", Arms: [2]plot.Point{{X: 1}, {Y: 1}}}}
	s.Traces = []plot.Trace{{Pts: []plot.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, Head: 0.5, Color: color.RGBA{1, 2, 3, 255}, Name: "SGD",
		Shadow: []plot.Point{{X: 2}}}}
	s.Clear = []plot.Trace{{Pts: []plot.Point{{X: 1}}}}
	s.Handles = []plot.Handle{{At: plot.Point{X: 1}}}
	s.Curves = []plot.Curve{{Pts: []plot.Point{{X: 1}, {Y: 2}}, Width: 1}}
	s.Arrows = []plot.Arrow{{Along: plot.Point{X: 1}, Long: 1}}
	s.Clouds = []*plot.Cloud{{Pts: []plot.Point{{X: 1}}}}
	s.Region = &plot.Region{Strokes: []plot.Stroke{{Pts: []plot.Point{{X: 1}}, Radius: 1, Height: 1}}}
	s.Title, s.Cells = "bowl", &plot.Cells{W: 1, H: 1, Colors: []color.RGBA{{1, 2, 3, 255}}}
	s.Within = &plot.Rect{X1: 1, Y1: 1}
	s.Events, s.Tags = []plot.EventMark{{Step: 1}}, []plot.Tag{{Text: "0.5, to C"}}
	return s
}

// copied is a scene equal to s that shares nothing with it but the field.
func copied(s plot.Scene) plot.Scene {
	start, cross, within := *s.Start, *s.Cross, *s.Within
	s.Start, s.Cross, s.Within = &start, &cross, &within
	s.Marks, s.Traces, s.Curves = slices.Clone(s.Marks), slices.Clone(s.Traces), slices.Clone(s.Curves)
	s.Handles, s.Events, s.Tags = slices.Clone(s.Handles), slices.Clone(s.Events), slices.Clone(s.Tags)
	s.Arrows, s.Clear = slices.Clone(s.Arrows), slices.Clone(s.Clear)
	for i := range s.Curves {
		s.Curves[i].Pts = slices.Clone(s.Curves[i].Pts)
	}
	for i := range s.Traces {
		s.Traces[i].Pts = slices.Clone(s.Traces[i].Pts)
		s.Traces[i].Shadow = slices.Clone(s.Traces[i].Shadow)
	}
	return s
}

// A change of any field of a scene, its marks and its traces makes it another scene, also of fields that are still to come.
func TestSameScene(t *testing.T) {
	s := busyScene()
	if !SameScene(s, copied(s)) || !SameScene(plot.Scene{}, plot.Scene{}) {
		t.Error("equal scenes are taken for different ones")
	}
	field := *s.Field
	other := copied(s)
	if other.Field = &field; SameScene(s, other) {
		t.Error("a field at another place is taken for the same one")
	}
	for name, part := range map[string]func(*plot.Scene) any{
		"Scene":  func(s *plot.Scene) any { return s },
		"Mark":   func(s *plot.Scene) any { return &s.Marks[0] },
		"Trace":  func(s *plot.Scene) any { return &s.Traces[0] },
		"Curve":  func(s *plot.Scene) any { return &s.Curves[0] },
		"Arrow":  func(s *plot.Scene) any { return &s.Arrows[0] },
		"Handle": func(s *plot.Scene) any { return &s.Handles[0] },
		"Start":  func(s *plot.Scene) any { return s.Start },
		"Cross":  func(s *plot.Scene) any { return s.Cross },
		"Within": func(s *plot.Scene) any { return s.Within },
		"points": func(s *plot.Scene) any { return &s.Traces[0].Pts[1] },
	} {
		kind := reflect.TypeOf(part(&s)).Elem()
		for i := range kind.NumField() {
			changed := copied(s)
			alter(reflect.ValueOf(part(&changed)).Elem().Field(i))
			if SameScene(s, changed) || SameScene(changed, s) {
				t.Errorf("another %s.%s goes unnoticed", name, kind.Field(i).Name)
			}
		}
	}
}

// alter gives a value another value.
func alter(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Uint8:
		v.SetUint(v.Uint() + 1)
	case reflect.Float64:
		v.SetFloat(v.Float() + 1)
	case reflect.String:
		v.SetString(v.String() + "'")
	case reflect.Struct:
		alter(v.Field(v.NumField() - 1))
	case reflect.Array:
		alter(v.Index(v.Len() - 1))
	default: // pointers and slices
		v.SetZero()
	}
}

// BenchmarkSameScene compares the scenes of two frames with a new field of equal numbers.
func BenchmarkSameScene(b *testing.B) {
	s := busyScene()
	for i := range s.Traces {
		s.Traces[i].Pts = make([]plot.Point, 10000)
	}
	other := copied(s)
	b.ReportAllocs()
	for b.Loop() {
		SameScene(s, other)
	}
}

package figure

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// TestNothingIsOverprinted: on the map of every surface of the catalogue no two texts lie on one another nor beyond the edge, in
// whatever size, in the window and in still pictures, and whichever place is pointed at.
func TestNothingIsOverprinted(t *testing.T) {
	lengthy.Test(t)
	for _, surface := range surfaces.Catalogue() {
		t.Run(surface.Name, func(t *testing.T) {
			t.Parallel()
			doc := setup.Default()
			doc.SetSurface(surface)
			doc.Steps = 60
			run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
			if err != nil {
				t.Fatal(err)
			}
			for _, side := range []int{150, 200, 400, 800} {
				s := mapOf(t, run, side)
				apart(t, s, side)
				s.Still = true
				apart(t, s, side)
				s.Still = false
				for i := range min(len(s.Marks), 3) {
					s.Marks[i].Strong = true
					marks := apart(t, s, side)
					s.Marks[i].Strong = false
					_, named := marks.Find(s.Marks[i].Says + s.Marks[i].Label)
					x, y := s.ToPixel(s.Marks[i].At, side, side)
					inside := x >= 0 && y >= 0 && x <= float64(side) && y <= float64(side)
					if s.Marks[i].Says == "" && inside && named != (side >= plot.SmallMap) {
						t.Errorf("on %d pixels %s is pointed at, and named: %t", side, s.Marks[i].Label, named)
					}
				}
			}
		})
	}
}

// mapOf is the map of a race as the window shows it at the end.
func mapOf(t *testing.T, run lab.Run, side int) plot.Scene {
	palette, start := plot.DarkPalette(), run.Doc.Outset()
	view := Visible(run.Doc.View, float64(side), float64(side))
	ground := Ground{Probe: run.Field.Probe, View: view, W: side / 2, H: side / 2, Spacing: plot.LogSpacing}
	ways := Traces(run.State(), palette)
	s := plot.Scene{
		View: view, Field: ground.Field(LevelsOn(side, side, 1)), Marks: Ended(Marks(run.Field), ways, view), Ticks: true,
		Start: &start, Traces: WithHead(ways, float64(run.Doc.Steps)), Note: "-3.050",
	}
	s.Key = s.PlaceKey(plot.NoKey, float64(side), float64(side), inStyle(t))
	return s
}

// inStyle is the style of these maps.
func inStyle(t *testing.T) plot.Style {
	t.Helper()
	font, err := Font()
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: SmallText}
}

// apart fails if texts of a scene lie on one another or are cut off.
func apart(t *testing.T, s plot.Scene, side int) record.Marks {
	t.Helper()
	st := inStyle(t)
	marks := record.Scene(s, st, side, side)
	texts := marks.Of(record.Text)
	for i, a := range texts {
		if b := a.Bounds; b.X0 < 0 || b.Y0 < 0 || b.X1 > float64(side) || b.Y1 > float64(side) {
			t.Errorf("on %d pixels, still %t: %s is cut off", side, s.Still, a)
		}
		for _, b := range texts[:i] {
			if a.Bounds.X0 < b.Bounds.X1 && b.Bounds.X0 < a.Bounds.X1 && a.Bounds.Y0 < b.Bounds.Y1 && b.Bounds.Y0 < a.Bounds.Y1 {
				t.Errorf("on %d pixels, still %t: %s lies on %s", side, s.Still, a, b)
			}
		}
	}
	return marks
}

package descent

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot/record"
)

// TestKnobsAreWhole: in every size of the window, and with the largest texts, all that can be set stands on the panel of the
// controls; below a map that gives way.
func TestKnobsAreWhole(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, nil)
	for _, size := range []fyne.Size{{Width: 1376, Height: 857}, {Width: 976, Height: 657}, leastRoom} {
		d.Window().Resize(size)
		for _, l := range game.Levels() {
			r.course.Best = game.Results{}
			for _, before := range game.Levels() {
				r.course.Best[before.Key] = game.Play{Stars: 1}
			}
			r.enter(l)
			d.Window().Canvas().Capture()
			foot := r.controls.inner.Size().Height
			for _, o := range r.controls.set {
				if y := o.Position().Y; y < 0 || y+o.MinSize().Height > foot+1 || o.Size().Width < 60 {
					t.Errorf("%v, %s: a control at %v, %v large, does not fit %v", size, l.Key, o.Position(), o.Size(), foot)
				}
			}
			if scene := r.scene.picture.Size(); scene.Height < 180 || scene.Width < 240 {
				t.Errorf("%v, %s: the picture is %v", size, l.Key, scene)
			}
		}
	}
}

// TestKnobsExplainThemselves: who has never heard of a learning rate, of momentum or of noise is told what it is.
func TestKnobsExplainThemselves(t *testing.T) {
	for _, l := range game.Levels() {
		c := course.New(game.Results{}, time.Now())
		for _, before := range game.Levels() {
			c.Best[before.Key] = game.Play{Stars: 1}
		}
		if err := c.Enter(l); err != nil {
			t.Fatal(err)
		}
		for _, k := range c.Knobs() {
			if text := help(k.Label.String(), "values"); !k.Push() && len(text) < 60 {
				t.Errorf("%s: of %s is told %q", l.Key, k.Label.String(), text)
			}
		}
	}
}

// TestStepsAreSeen: in the usual window the page of a level of tries shows the steps beside gradient descent's, above the chart;
// in a smaller one, where there is not room for both, the chart gives way.
func TestStepsAreSeen(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, nil)
	for _, n := range []int{3, 4, 6, 7, -3, -4} {
		small := n < 0
		if small {
			n = -n
			d.Window().Resize(fyne.NewSize(976, 657))
		}
		r.course.Best = game.Results{}
		for _, before := range game.Levels() {
			r.course.Best[before.Key] = game.Play{Stars: 1}
		}
		r.enter(game.Levels()[n-1])
		play(t, r, d)
		d.Window().Canvas().Capture()
		on := record.New(float64(r.page.text.Size().Width), float64(r.page.text.Size().Height))
		r.page.text.Draw(on, 1)
		texts := on.Marks.Texts()
		seen := slices.Contains(texts, "your best run") || n == 3 && slices.Contains(texts, "η = 6.7")
		if !seen || r.page.chart.Visible() == small {
			t.Errorf("level %d: chart %t, the page says %q", n, r.page.chart.Visible(), texts)
		}
	}
}

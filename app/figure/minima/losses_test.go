package minima

import (
	"math"
	"testing"

	"descentlab/app/trainings"
	"descentlab/widgets/plot/record"
)

func study(nets ...trainings.Net) trainings.Study {
	s := trainings.Study{Nets: nets}
	for _, n := range nets {
		s.Setting.Hidden = append(s.Setting.Hidden, n.Hidden)
	}
	return s
}

func ends(losses ...float64) (list []trainings.End) {
	for _, v := range losses {
		list = append(list, trainings.End{Loss: v})
	}
	return list
}

// TestLosses: bars stand where losses are, as high as they are frequent; those near the best have a colour and a band.
func TestLosses(t *testing.T) {
	st := style(t)
	small := trainings.Net{Hidden: 3, Within: 0.1, Ends: ends(0.1, 0.1, 0.3, math.Inf(1), 0.3, 0.3)}
	large := trainings.Net{Hidden: 8, Within: 0.1, Ends: ends(0.2, 0.201)}
	m := drawn(Losses{study(small, large), st})
	two, three := numberAt(t, m, "0.20"), numberAt(t, m, "0.30")
	x := func(loss float64) float64 { return two.X + (loss-0.2)*(three.X-two.X)/0.1 }

	near, far := m.Of(record.Box).In(st.Palette.Accent), m.Of(record.Box).In(st.Palette.Muted)
	if len(near) != 2 || len(far) != 1 {
		t.Fatalf("%d bars near the best, %d others: %v", len(near), len(far), m.Of(record.Box))
	}
	for _, c := range []struct {
		bar  record.Mark
		loss float64
	}{{near[0], 0.1}, {far[0], 0.3}, {near[1], 0.2}} {
		if b := c.bar.Bounds; b.X0 > x(c.loss)+0.5 || b.X1 < x(c.loss)-1.5 {
			t.Errorf("the bar of %v is from %v to %v, want %v", c.loss, b.X0, b.X1, x(c.loss))
		}
	}
	high := func(m record.Mark) float64 { return m.Bounds.Y1 - m.Bounds.Y0 }
	if got := high(far[0]) / high(near[0]); math.Abs(got-1.5) > 1e-9 {
		t.Errorf("three are %v times as high as two", got)
	}
	if said, _ := m.Find("2 of 6 within 10 % of the best"); far[0].Bounds.Y0 < said.Bounds.Y1 {
		t.Error("the highest bar reaches into the line of text")
	}
	if near[1].Bounds.Y0 <= near[0].Bounds.Y1 {
		t.Error("the rows lie over each other")
	}
	band := m.Of(record.Box)[1].Bounds
	if math.Abs(band.X0-x(0.1)) > 1 || math.Abs(band.X1-x(0.11)) > 1 {
		t.Errorf("the band is %v, want from %v to %v", band, x(0.1), x(0.11))
	}
	for _, text := range []string{"2 of 6 within 10 % of the best", "2 of 2 within 10 % of the best", "3", "8"} {
		if _, ok := m.Find(text); !ok {
			t.Errorf("%q is not among %q", text, m.Texts())
		}
	}
}

// TestLossesComing: before there are trainings, and where all diverge, there are the axes.
func TestLossesComing(t *testing.T) {
	st := style(t)
	s := study(trainings.Net{Hidden: 4, Ends: ends(math.Inf(1))})
	s.Setting.Hidden = []int{4, 9}
	m := drawn(Losses{s, st})
	if n := len(m.Of(record.Box)); n != 1 {
		t.Errorf("%d boxes, want the ground alone", n)
	}
	numberAt(t, m, "9")
}

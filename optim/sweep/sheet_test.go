package sweep_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// TestFill: every cell is filled once, coarse ones first, and published sheets stay as they are. Where nobody looks on, the
// same comes of one pass.
func TestFill(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {8, 3}, {9, 1}, {17, 30}, {30, 17}, {64, 64}} {
		w, h := size[0], size[1]
		filled := make([]int, w*h)
		var sheets []*sweep.Sheet
		fill := func(_ context.Context, cell func(k int) (i, j int), out []sweep.Outcome) error {
			for k := range out {
				i, j := cell(k)
				filled[j*w+i]++
				out[k].Steps = int32(j*w + i)
			}
			return nil
		}
		last, err := sweep.Fill(t.Context(), w, h, fill, func(s *sweep.Sheet) { sheets = append(sheets, s) })
		if err != nil || !last.Done() || len(sheets) != 4 || last != sheets[3] {
			t.Fatalf("%v: %v", size, err)
		}
		for cell, n := range filled {
			if n != 1 {
				t.Fatalf("%v: cell %d is filled %d times", size, cell, n)
			}
		}
		for k, s := range sheets {
			if s.Stride != 8>>k {
				t.Errorf("%v: pass %d has stride %d", size, k, s.Stride)
			}
			if n := (w + s.Stride - 1) / s.Stride * ((h + s.Stride - 1) / s.Stride); len(s.Made()) != n || cap(s.Made()) != n {
				t.Errorf("%v: pass %d has %d outcomes, want %d", size, k, len(s.Made()), n)
			}
			for j := range h {
				for i := range w {
					if want := (j-j%s.Stride)*w + i - i%s.Stride; s.At(i, j).Steps != int32(want) {
						t.Fatalf("%v, stride %d: cell (%d, %d) shows %d, want %d", size, s.Stride, i, j, s.At(i, j).Steps, want)
					}
				}
			}
		}
		passes := 0
		once, err := sweep.Fill(t.Context(), w, h, func(ctx context.Context, cell func(k int) (i, j int), out []sweep.Outcome) error {
			passes++
			return fill(ctx, cell, out)
		}, nil)
		if err != nil || passes != 1 || !once.Done() || !slices.Equal(once.Made(), last.Made()) {
			t.Errorf("%v: with nobody looking on there are %d passes: %v", size, passes, err)
		}
	}
	for _, size := range [][2]int{{0, 4}, {4, 0}, {-1, 1}, {3000, 1}} {
		if _, err := sweep.Fill(t.Context(), size[0], size[1], nil, nil); err == nil {
			t.Errorf("a sheet of %v is made", size)
		}
	}
}

// TestNewSheet: its outcomes are given row by row.
func TestNewSheet(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {5, 1}, {1, 9}, {17, 30}} {
		w, h := size[0], size[1]
		rows := make([]sweep.Outcome, w*h)
		for k := range rows {
			rows[k].Steps = int32(k)
		}
		s := sweep.NewSheet(w, h, rows)
		for k := range rows {
			if got := s.At(k%w, k/w); got != rows[k] {
				t.Errorf("%v: cell (%d, %d) is that of place %d", size, k%w, k/w, got.Steps)
			}
		}
		if !s.Done() || len(s.Made()) != len(rows) {
			t.Errorf("%v: %d outcomes, stride %d", size, len(s.Made()), s.Stride)
		}
	}
}

// TestPassesDoNotMatter: a map that is filled in passes, with workers that make the next one with what they have, is the one
// whose runs are made each by itself.
func TestPassesDoNotMatter(t *testing.T) {
	const n = 37
	for _, text := range []string{"momentum lr=0.004", "adam lr=0.2 clip_norm=1", "sgd lr=0.01 grad_noise=0.5"} {
		w := work(wide{himmelblau}, 90)
		sheet, err := sweep.Fill(t.Context(), n, n, w.Starts(parse(t, text), n, n, 5, sweep.Options{Workers: 3}), func(*sweep.Sheet) {})
		if err != nil {
			t.Fatal(err)
		}
		for k := range n * n {
			x, y := w.View.Middle(k%n, k/n, n, n)
			out := make([]sweep.Outcome, 1)
			if err := w.FromStarts(t.Context(), parse(t, text), []sweep.Start{{X: x, Y: y, Seed: 5}}, out, sweep.Options{}); err != nil {
				t.Fatal(err)
			}
			if got := sheet.At(k%n, k/n); !equal(got, out[0]) {
				t.Fatalf("%s: cell (%d, %d): %+v, alone %+v", text, k%n, k/n, got, out[0])
			}
		}
	}
}

// quadratic has the eigenvalues 1 and 25.
func quadratic(x, y float64) (f, fx, fy float64) { return 0.5 * (x*x + 25*y*y), x, 25 * y }

// TestPlaneMeetsTheStabilityLine: on a quadratic, momentum settles below lr = 2(1 + beta)/25 and nowhere above (Polyak
// 1964); every cell is on the right side.
func TestPlaneMeetsTheStabilityLine(t *testing.T) {
	lengthy.Test(t)
	const n = 48
	w := &sweep.Work{
		Objective: func() optim.Objective { return plane(quadratic) }, Steps: 20000, Rest: 1e-300,
		View: sweep.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}, Targets: []sweep.Target{{Within: 1e-3}},
	}
	x, y := sweep.Axis{Knob: "lr", From: 0.02, To: 0.2, Log: true}, sweep.Axis{Knob: "momentum", From: 0, To: 0.95}
	sheet, err := sweep.Fill(t.Context(), n, n, w.Plane(parse(t, "momentum"), x, y, n, n, sweep.Start{X: -2, Y: 1},
		sweep.Options{}), nil)
	if err != nil {
		t.Fatal(err)
	}
	arrived := 0
	for j := range n {
		for i := range n {
			lr, beta := x.At((float64(i)+0.5)/n), y.At(1-(float64(j)+0.5)/n)
			limit := 2 * (1 + beta) / 25
			got := sheet.At(i, j).Kind
			switch {
			case math.Abs(lr/limit-1) < 1e-3: // on the line itself it takes for ever
			case (lr < limit) != (got == sweep.Arrived):
				t.Errorf("lr %v, momentum %v, limit %v: %v", lr, beta, limit, got)
			}
			if got == sweep.Arrived {
				arrived++
			}
		}
	}
	if arrived == 0 || arrived == n*n {
		t.Errorf("%d of %d cells arrive", arrived, n*n)
	}
}

// TestStartsOfASaddle: under small steps of gradient descent the basins of x^2 - y^2 + 0.05*y^4 meet at y = 0.
func TestStartsOfASaddle(t *testing.T) {
	lengthy.Test(t)
	const n = 41 // the middle row lies on the border itself
	loss := plane(func(x, y float64) (f, fx, fy float64) {
		y2 := y * y
		return x*x - y2 + 0.05*y2*y2, 2 * x, -2*y + 0.2*y*y2
	})
	well := math.Sqrt(10)
	w := &sweep.Work{
		Objective: func() optim.Objective { return loss }, Steps: 3000, View: sweep.Rect{X0: -4, X1: 4, Y0: -4, Y1: 4},
		Targets: []sweep.Target{{Y: well, Within: 0.01}, {Y: -well, Within: 0.01}, {Within: 0.01}},
	}
	sheet, err := sweep.Fill(t.Context(), n, n, w.Starts(parse(t, "sgd lr=0.01"), n, n, 0, sweep.Options{}), nil)
	if err != nil {
		t.Fatal(err)
	}
	for j := range n {
		want := int32(0)
		if j > n/2 {
			want = 1
		} else if j == n/2 {
			want = 2
		}
		for i := range n {
			if o := sheet.At(i, j); o.Kind != sweep.Arrived || o.Target != want {
				t.Fatalf("row %d, column %d: %+v, want target %d", j, i, o, want)
			}
		}
	}
}

func TestParseAxis(t *testing.T) {
	for text, want := range map[string]sweep.Axis{
		"lr:1e-4..1:log":      {Knob: "lr", From: 1e-4, To: 1, Log: true},
		"momentum:0..0.999":   {Knob: "momentum", To: 0.999},
		"beta1:0..0.9:linear": {Knob: "beta1", To: 0.9},
	} {
		if got, err := sweep.ParseAxis(text); err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "lr", "lr:1", "lr:1..", "lr:a..b", "lr:1..2:cubic", "lr:1..2:log:x"} {
		if _, err := sweep.ParseAxis(text); err == nil || !strings.Contains(err.Error(), "KNOB:FROM..TO") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAxisCheck(t *testing.T) {
	adam := parse(t, "adam")
	for text, want := range map[string]string{
		"lr:1e-3..1:log": "", "beta1:0..0.99": "", "lookahead_k:0..20": "",
		"momentum:0..1": "no knob", "lr:0..1:log": "above 0", "lr:-1..1": "lr must be", "beta1:0..1": "beta1 must be",
		"lr:2..1": "must go up", "lr:NaN..1": "must go up", "amsgrad:0..1": "no range", "lookahead_k:5.1..5.3": "two whole numbers",
		"lr:1..Inf": "must go up",
	} {
		axis, err := sweep.ParseAxis(text)
		if err != nil {
			t.Fatal(err)
		}
		switch err := axis.Check(adam); {
		case want == "" && err != nil, want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	a := sweep.Axis{Knob: "lr", From: 1e-3, To: 10, Log: true}
	for _, v := range []float64{1e-3, 0.02, 1, 10} {
		if got := a.At(a.Share(v)); math.Abs(got/v-1) > 1e-12 {
			t.Errorf("%v came back as %v", v, got)
		}
	}
}

// TestProgressOfSheets: the passes over a sheet count as one piece of work, which ends when all cells are filled.
func TestProgressOfSheets(t *testing.T) {
	const n = 20
	w := &sweep.Work{Objective: func() optim.Objective { return plane(quadratic) }, Steps: 10,
		View: sweep.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}}
	var told []int
	o := sweep.Options{Workers: 1, Progress: func(done, all int) {
		if all != n*n {
			t.Errorf("%d cells in all", all)
		}
		told = append(told, done)
	}}
	x, y := sweep.Axis{Knob: "lr", From: 0.02, To: 0.2, Log: true}, sweep.Axis{Knob: "momentum", From: 0, To: 0.95}
	fillers := map[string]sweep.Filler{
		"basins": w.Starts(parse(t, "sgd lr=0.01"), n, n, 1, o),
		"plane":  w.Plane(parse(t, "momentum"), x, y, n, n, sweep.Start{X: -2, Y: 1}, o),
	}
	for name, fill := range fillers {
		told = nil
		if _, err := sweep.Fill(t.Context(), n, n, fill, func(*sweep.Sheet) {}); err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(told) || told[0] > n*n/32 || told[len(told)-1] != n*n {
			t.Errorf("%s: progress %v", name, told)
		}
	}
}

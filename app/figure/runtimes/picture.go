// Package runtimes draws benchmarks: which part of all pairs of a problem and a target each racer has solved after how many
// evaluations, with bands; performance profiles; and what tuning makes of it.
package runtimes

import (
	"context"
	"math"
	"slices"
	"strconv"
	"sync"

	"descentlab/app/contest"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/bench"
	"descentlab/widgets/plot"
)

// A Picture is one of a benchmark, ready to be drawn at any size. Made once, it may be drawn by several goroutines.
type Picture struct {
	Result *contest.Result
	Stage  int // of the result: within how many trials settings were tuned
	Kind   lab.BenchPicture

	top      float64 // the largest value of the level axis
	lines    []line
	profiles []bench.Profile
}

// A line is the curve of a racer at all places of the grid, and its band, which only runtimes have.
type line struct{ part, low, high []float64 }

// fine is how many places the grid has, evenly on a logarithmic scale.
const fine = 320

// New makes the picture of a stage: the bands take a while. The error is the context's.
func New(ctx context.Context, r *contest.Result, stage int, kind lab.BenchPicture) (*Picture, error) {
	p := &Picture{Result: r, Stage: stage, Kind: kind}
	st := &r.Stages[stage]
	switch kind {
	case lab.BenchProfile:
		p.top = 1000
		p.profiles = st.Results.Profiles()
	case lab.BenchTuning:
		p.top = float64(max(2, r.Stages[len(r.Stages)-1].Trials))
	default:
		p.top = math.Pow(10, math.Ceil(math.Log10(float64(r.Setting.Budget)*10)-1e-9))
	}
	grid := p.grid()
	p.lines = make([]line, len(st.Racers))
	var all sync.WaitGroup
	for i := range p.lines {
		all.Go(func() {
			l := &p.lines[i]
			for _, x := range grid {
				l.part = append(l.part, p.Part(i, x))
			}
			if kind == lab.BenchRuntimes {
				l.low, l.high, _ = st.Results.Band(ctx, i, grid)
			}
		})
	}
	all.Wait()
	return p, ctx.Err()
}

// Top is the largest value of the level axis, which begins with 1.
func (p *Picture) Top() float64 { return p.top }

// grid are the places at which curves are drawn.
func (p *Picture) grid() []float64 {
	list := make([]float64, fine)
	for i := range list {
		list[i] = math.Pow(p.top, float64(i)/(fine-1))
	}
	return list
}

// Part is the part of the pairs that a racer has solved at a value of the level axis: evaluations, the ratio of a profile, or
// trials of tuning.
func (p *Picture) Part(racer int, x float64) float64 {
	switch p.Kind {
	case lab.BenchProfile:
		return p.profiles[racer].Fraction(x)
	case lab.BenchTuning:
		return p.tuned(racer, x)
	}
	return p.Result.Stages[p.Stage].Curves[racer].Fraction(x)
}

// Said is a point of a curve in words.
func (p *Picture) Said(racer int, x float64) string {
	switch p.Kind {
	case lab.BenchProfile:
		return p.Result.ProfileSaid(racer, x, p.Part(racer, x))
	case lab.BenchTuning:
		return p.Result.TuningSaid(racer, p.tuning(x))
	}
	return p.Result.Said(p.Stage, racer, x)
}

// Notes are what stands below the picture: the rules of the contest.
func (p *Picture) Notes() []string {
	rules := p.Result.Rules(p.Stage)
	const bands = 3 // the rule that tells of them
	switch p.Kind {
	case lab.BenchProfile:
		rules[bands] = contest.ProfileWarning()
	case lab.BenchTuning:
		rules = slices.Delete(rules, bands, bands+1)
	}
	return rules
}

// Near is the racer whose curve is nearest to a place of a picture of w by h device units, and the value of the level axis there;
// none is farther away than some units.
func (p *Picture) Near(at plot.Vec, w, h float64, st plot.Style, rules bool) (racer int, x float64, ok bool) {
	f := p.frame(w, h, st, rules)
	if at.X < f.inside.X0-1 || at.X > f.inside.X1+1 || at.Y < f.inside.Y0-f.px(12) || at.Y > f.inside.Y1+f.px(12) {
		return 0, 0, false
	}
	x, _ = f.value(at)
	x = min(max(x*(1+1e-9), 1), p.top) // a step is at a whole number
	if p.Kind == lab.BenchTuning {
		x = float64(p.Result.Stages[p.tuning(x)].Trials)
	}
	least := f.px(24)
	for i := range p.lines {
		if off := math.Abs(f.at(x, p.Part(i, x)).Y - at.Y); off < least {
			racer, least, ok = i, off, true
		}
	}
	return racer, x, ok
}

// frame lays the picture out, with room for the rules if they are to stand below it.
func (p *Picture) frame(w, h float64, st plot.Style, rules bool) *frame {
	f := &frame{st: st, decade: math.Log10(p.top)}
	above, below := float64(head), float64(foot)
	if f.low = h < f.px(lowest); f.low {
		above, below = lowHead, lowFoot
	}
	f.inside = plot.Box{X0: f.px(pad + left), Y0: f.px(above), X1: w - f.px(ends), Y1: h - f.px(below)}
	if rules {
		f.inside.Y1 -= f.px(leading)*float64(len(p.wrapped(f, w))) + f.px(pad)
	}
	f.inside.X1, f.inside.Y1 = max(f.inside.X1, f.inside.X0+f.px(40)), max(f.inside.Y1, f.inside.Y0+f.px(40))
	return f
}

// wrapped are the rules in lines as wide as the picture.
func (p *Picture) wrapped(f *frame, w float64) (lines []string) {
	for _, rule := range p.Notes() {
		lines = append(lines, words.Lines(rule, func(line string) bool {
			return f.st.Font.Width(line, f.size()) <= w-2*f.px(pad)
		})...)
	}
	return lines
}

func percent(part float64) string { return strconv.Itoa(int(math.Round(100*part))) + " %" }

// title says what the picture shows.
func (p *Picture) title() string {
	switch p.Kind {
	case lab.BenchProfile:
		return words.T("Performance profile")
	case lab.BenchTuning:
		return words.T("Solved within the budget without restarts, by how much is tuned")
	}
	return words.T("Solved within so many gradient evaluations")
}

// order are the racers from the lowest end of a curve to the highest.
func (p *Picture) order() []int {
	list := make([]int, len(p.lines))
	for i := range list {
		list[i] = i
	}
	slices.SortStableFunc(list, func(a, b int) int {
		x, y := p.lines[a].part[fine-1], p.lines[b].part[fine-1]
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return list
}

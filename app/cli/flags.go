package cli

import (
	"fmt"
	"strconv"
	"strings"

	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// parseNumbers reads exactly n numbers with commas between.
func parseNumbers(text string, n int) ([]float64, error) {
	parts := strings.Split(text, ",")
	if len(parts) != n {
		return nil, fmt.Errorf("expected %d numbers with commas between, as in %s", n, []string{"", "1", "-1.2,1", "", "-3,3,-3,3"}[n])
	}
	numbers := make([]float64, n)
	for i, part := range parts {
		v, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a number", part)
		}
		if !geom.Finite(v) {
			return nil, fmt.Errorf("%q is not finite", part)
		}
		numbers[i] = v
	}
	return numbers, nil
}

// pointFlag is a flag "x,y".
type pointFlag struct {
	surfaces.Point
	set bool
}

func (p *pointFlag) String() string { return "" }
func (p *pointFlag) Set(text string) error {
	v, err := parseNumbers(text, 2)
	if err != nil {
		return err
	}
	p.Point, p.set = surfaces.Point{X: v[0], Y: v[1]}, true
	return nil
}

// rectFlag is a flag "x0,x1,y0,y1".
type rectFlag struct {
	surfaces.Rect
	set bool
}

func (r *rectFlag) String() string { return "" }
func (r *rectFlag) Set(text string) error {
	v, err := parseNumbers(text, 4)
	if err != nil {
		return err
	}
	r.Rect, r.set = surfaces.Rect{X0: v[0], X1: v[1], Y0: v[2], Y1: v[3]}, true
	return r.Rect.Check()
}

// listFlag is a flag that may be given many times.
type listFlag []string

func (l *listFlag) String() string        { return "" }
func (l *listFlag) Set(text string) error { *l = append(*l, text); return nil }

// paramFlag is a flag "name=value" that may be given many times.
type paramFlag map[string]float64

func (p paramFlag) String() string { return "" }
func (p paramFlag) Set(text string) error {
	name, value, ok := strings.Cut(text, "=")
	v, err := parseNumbers(value, 1)
	if !ok || err != nil {
		return fmt.Errorf("expected name=number")
	}
	p[strings.TrimSpace(name)] = v[0]
	return nil
}

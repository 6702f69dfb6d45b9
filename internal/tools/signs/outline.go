package main

import (
	"fmt"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A point of a contour lies on it, or is the control of a quadratic curve between its neighbours.
type point struct {
	x, y int
	on   bool
}

// contoursOf are the closed contours of an outline, as TrueType has them.
func contoursOf(o font.GlyphOutline, scale float32) ([][]point, error) {
	var list [][]point
	for _, s := range o.Segments {
		at := func(k int, on bool) point {
			return point{rounded(s.Args[k].X * scale), rounded(s.Args[k].Y * scale), on}
		}
		if s.Op == opentype.SegmentOpMoveTo {
			list = append(list, []point{at(0, true)})
			continue
		}
		if len(list) == 0 {
			return nil, fmt.Errorf("the outline begins nowhere")
		}
		last := &list[len(list)-1]
		switch s.Op {
		case opentype.SegmentOpLineTo:
			*last = append(*last, at(0, true))
		case opentype.SegmentOpQuadTo:
			*last = append(*last, at(0, false), at(1, true))
		default:
			return nil, fmt.Errorf("a cubic curve is none of TrueType's")
		}
	}
	for i, c := range list {
		if n := len(c); n > 1 && c[n-1] == c[0] {
			list[i] = c[:n-1] // it closes by itself
		}
	}
	return list, nil
}

func rounded(v float32) int { return int(math.Round(float64(v))) }

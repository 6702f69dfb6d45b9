package optim

import (
	"math"

	"descentlab/internal/lanes"
)

// ClipNorm scales a direction down to Euclidean length Max where it is longer:
// Dir *= min(1, Max/(|Dir| + 1e-6)), as torch.nn.utils.clip_grad_norm_ (Pascanu, Mikolov & Bengio 2013, section 3.2).
type ClipNorm struct{ Max float64 }

func (ClipNorm) Name() string     { return "clip_norm" }
func (ClipNorm) Memory() []string { return nil }

func (ClipNorm) separable() {}
func (ClipNorm) timeless()  {}

func (r ClipNorm) Apply(s *Step) {
	points := max(s.points, 1)
	if len(s.Dir) == 2*points {
		lanes.Clip(s.Dir[:points], s.Dir[points:], r.Max)
		return
	}
	for i := range points {
		dir := s.Dir[i:]
		scale := 1 / (normAmong(dir, points) + 1e-6) * r.Max // PyTorch divides in these two steps
		if scale >= 1 {
			continue
		}
		for k := 0; k < len(dir); k += points {
			dir[k] *= scale
		}
	}
}

// norm is the Euclidean length of v. It is rounded as PyTorch rounds it, but does not overflow before its time.
func norm(v []float64) float64 { return normAmong(v, 1) }

// normAmong is norm of the first of so many points, whose coordinates are in v as many places apart.
func normAmong(v []float64, points int) float64 {
	sum := 0.0
	for k := 0; k < len(v); k += points {
		sum += float64(v[k] * v[k])
	}
	if !math.IsInf(sum, 1) {
		return math.Sqrt(sum)
	}
	n := 0.0
	for k := 0; k < len(v); k += points {
		n = math.Hypot(n, v[k])
	}
	return n
}

// ClipValue limits every component of a direction to [-Max, Max], as torch.nn.utils.clip_grad_value_.
type ClipValue struct{ Max float64 }

func (ClipValue) Name() string     { return "clip_value" }
func (ClipValue) Memory() []string { return nil }

func (ClipValue) separable() {}
func (ClipValue) timeless()  {}

func (r ClipValue) Apply(s *Step) {
	for i, d := range s.Dir {
		s.Dir[i] = min(max(d, -r.Max), r.Max)
	}
}

// ClipAdaptive limits every component of a direction to the part Part of the size of its coordinate, which counts as
// 1e-3 at least: the step is bounded relative to what it changes (Brock et al. 2021, High-Performance Large-Scale Image
// Recognition Without Normalization, arXiv:2102.06171, equation 3, each coordinate being a unit of its own).
type ClipAdaptive struct{ Part float64 }

func (ClipAdaptive) Name() string     { return "clip_adaptive" }
func (ClipAdaptive) Memory() []string { return nil }

func (ClipAdaptive) separable() {}
func (ClipAdaptive) timeless()  {}

func (r ClipAdaptive) Apply(s *Step) {
	for i, d := range s.Dir {
		most := r.Part * max(math.Abs(s.X[i]), 1e-3)
		s.Dir[i] = min(max(d, -most), most)
	}
}

// Explain writes what the length is brought down to.
func (r ClipNorm) Explain(u Part) []Line {
	return []Line{u.hands(written(r.Max) + ` g / \lVert g \rVert`)}
}

// Explain writes the limits of each component.
func (r ClipValue) Explain(u Part) []Line {
	most := written(r.Max)
	return []Line{u.hands(`\max(-` + most + `, \min(g, ` + most + `))`)}
}

// Explain writes the limits of each component.
func (r ClipAdaptive) Explain(u Part) []Line {
	return []Line{u.hands(`|g| \le ` + weighted(r.Part, `|x|`))}
}

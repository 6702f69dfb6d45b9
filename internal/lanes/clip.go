package lanes

import "math"

// Clip shortens the vectors (x, y) that are longer than most, as torch.nn.utils.clip_grad_norm_ does each alone: by the factor
// 1/(length + 1e-6) * most if that is below 1.
func Clip(x, y []float64, most float64) {
	y = y[:len(x)]
	for i := 0; i < len(x); {
		i += clip(x[i:], y[i:], most)
		// What is left: the end, and groups in which a square overflows.
		for end := min(i+4, len(x)); i < end; i++ {
			x[i], y[i] = clipped(x[i], y[i], most)
		}
	}
}

func clipped(x, y, most float64) (float64, float64) {
	length := math.Sqrt(float64(x*x) + float64(y*y))
	if math.IsInf(length, 1) {
		length = math.Hypot(math.Hypot(0, x), y)
	}
	if scale := 1 / (length + 1e-6) * most; !(scale >= 1) {
		return x * scale, y * scale
	}
	return x, y
}

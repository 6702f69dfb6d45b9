//go:build !amd64

package lanes

const fast = false

func add(_, _, _ []float64) int                         { return 0 }
func sub(_, _, _ []float64) int                         { return 0 }
func mul(_, _, _ []float64) int                         { return 0 }
func div(_, _, _ []float64) int                         { return 0 }
func slope(_, _, _ []float64) int                       { return 0 }
func mulAdd(_, _, _, _ []float64) int                   { return 0 }
func slopeAdd(_, _, _, _ []float64) int                 { return 0 }
func softpluses(_, _, _, _ []float64) int               { return 0 }
func fill(_ []float64, _ float64) int                   { return 0 }
func (a *Adam) lanes(_, _, _ []float64) int             { return 0 }
func addScaled(_, _ []float64, _ float64) int           { return 0 }
func (w *Watch) lanes(_ []uint8, _, _, _ []float64) int { return 0 }
func clip(_, _ []float64, _ float64) int                { return 0 }

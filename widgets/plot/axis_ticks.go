package plot

// A Tick is a round number on an axis.
type Tick struct {
	At   float64 // on a logarithmic axis its decimal logarithm
	Text string
}

// Ticks are about n round numbers from lo to hi, for pictures that draw axes of their own; with log both are decimal logarithms.
func Ticks(lo, hi float64, n int, log bool) []Tick {
	list := axisTicks(lo, hi, n, log)
	ticks := make([]Tick, len(list))
	for i, t := range list {
		ticks[i] = Tick{t.at, t.text}
	}
	return ticks
}

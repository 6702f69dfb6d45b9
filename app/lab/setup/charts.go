package setup

import (
	"slices"
	"strings"

	"descentlab/app/words"
)

// What a chart of the race can show over its steps.
const (
	ChartLoss        = "loss"
	ChartSlope       = "slope"
	ChartDistance    = "distance"    // to the nearest minimum
	ChartRate        = "rate"        // in force
	ChartAxisRates   = "axis_rates"  // effective ones of each axis
	ChartSharpness   = "sharpness"   // against the method's own limit
	ChartEvaluations = "evaluations" // the loss over gradient evaluations

	chartMemory = "memory " // and the name of one
)

// ChartKinds are all of them but the memories, in the order in which they are offered.
var ChartKinds = []string{
	ChartLoss, ChartSlope, ChartDistance, ChartSharpness, ChartEvaluations, ChartRate, ChartAxisRates,
}

// ChartOfMemory is the chart of what racers remember under a name.
func ChartOfMemory(name string) string { return chartMemory + name }

// ChartedMemory is the name of the memory that a chart shows, if it is of one.
func ChartedMemory(chart string) (name string, ok bool) { return strings.CutPrefix(chart, chartMemory) }

// Charts are which charts stand above one another, from the top, apart by commas: up to MaxCharts. "" stands for the loss and the
// slope.
type Charts string

// MaxCharts is how many there may be.
const MaxCharts = 3

// Shown are the charts, from the top.
func (c Charts) Shown() []string {
	if c == "" {
		return []string{ChartLoss, ChartSlope}
	}
	list := strings.Split(string(c), ",")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

// With shows a kind in the place of the i-th chart, or in a place of its own below all if there is none. One that is shown
// already changes places with it.
func (c Charts) With(i int, kind string) Charts {
	list := c.Shown()
	if i >= len(list) {
		list = append(list, "")
		i = len(list) - 1
	}
	if at := slices.Index(list, kind); at >= 0 {
		list[at] = list[i]
	}
	list[i] = kind
	return chartsOf(list)
}

// Without takes the i-th chart away, unless it is the only one.
func (c Charts) Without(i int) Charts {
	list := c.Shown()
	if len(list) > 1 {
		list = slices.Delete(list, i, i+1)
	}
	return chartsOf(list)
}

// More is with one chart more: the first kind that is not shown.
func (c Charts) More() Charts {
	list := c.Shown()
	if len(list) >= MaxCharts {
		return c
	}
	for _, kind := range ChartKinds {
		if !slices.Contains(list, kind) {
			return chartsOf(append(list, kind))
		}
	}
	return c
}

func chartsOf(list []string) Charts {
	if slices.Equal(list, Charts("").Shown()) {
		return ""
	}
	return Charts(strings.Join(list, ","))
}

func (c Charts) check() error {
	list := c.Shown()
	for i, kind := range list {
		name, memory := ChartedMemory(kind)
		if memory && name == "" || !memory && !slices.Contains(ChartKinds, kind) || slices.Contains(list[:i], kind) || i >= MaxCharts {
			return At("charts", words.Errorf("charts: must name up to three of loss, slope, distance, sharpness, evaluations, rate, "+
				"axis_rates and memory with its name, apart by commas; got %q", string(c)))
		}
	}
	return nil
}

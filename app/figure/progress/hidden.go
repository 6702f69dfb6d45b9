package progress

import (
	"slices"
	"strconv"
)

// Toggled are the keys of what is hidden after curves, by their indices, were hidden, or shown again if they all were hidden. A
// racer all of whose curves are hidden at once is hidden in every chart.
func (c Curves) Toggled(keys []string, curves []int) []string {
	back, names := true, make([]string, 0, 2*len(curves))
	for _, i := range curves {
		back = back && c.List[i].Hidden(keys)
		names = append(names, c.List[i].key(), c.List[i].racer())
	}
	keys = slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return slices.Contains(names, key) })
	for _, i := range curves {
		key := c.List[i].racer()
		for k, other := range c.List {
			if other.Slot == c.List[i].Slot && !slices.Contains(curves, k) {
				key = c.List[i].key()
			}
		}
		if !back && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// racer is the key of the whole curve of a curve's racer.
func (c Curve) racer() string { return strconv.Itoa(c.Slot) }

// key tells a curve from the others of its chart, whatever racers are called.
func (c Curve) key() string {
	if c.Part == whole {
		return c.racer()
	}
	return c.racer() + " " + c.Part
}

// Hidden tells whether a curve is among those of some keys, by itself or with its racer.
func (c Curve) Hidden(keys []string) bool {
	return slices.Contains(keys, c.key()) || slices.Contains(keys, c.racer())
}

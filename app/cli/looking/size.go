package looking

import (
	"flag"
	"math"
	"strconv"
	"strings"

	"descentlab/app/cli/argv"
)

// unitsPerCentimetre is how many units a centimetre has: of 96 in an inch, as browsers and drawing programs count.
const unitsPerCentimetre = 96 / 2.54

// DefineSize adds the size.
func (f *Flags) DefineSize(fs *flag.FlagSet) {
	fs.StringVar(&f.size, "size", "", "of pictures: width and height in units, as in 640x640, which are pixels at scale 1, "+
		"or in centimetres, as in 8.5x6cm")
	f.names = append(f.names, "size")
}

// sides reads a size, in units.
func sides(size string) (w, h int, err error) {
	text, long := strings.CutSuffix(size, "cm")
	left, right, ok := strings.Cut(text, "x")
	side := func(text string) int {
		units, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		if long {
			units = math.Round(units * unitsPerCentimetre)
		}
		if ok = ok && err == nil && units == math.Trunc(units) && units != 0 && math.Abs(units) < 1e9; !ok {
			return 0
		}
		return int(units)
	}
	if w, h = side(left), side(right); !ok {
		return 0, 0, argv.Faultf("-size %q: give width and height, as in 640x640, or 8.5x6cm", size)
	}
	return w, h, nil
}

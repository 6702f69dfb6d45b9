package svg

import (
	"bytes"
	"math"
	"strconv"

	"descentlab/widgets/plot"
)

// fine is how many steps of a device unit are told apart in paths.
const fine = 100

// A path is the value of an attribute d while it is written: each place is told from the one before, in few letters.
type path struct {
	bytes.Buffer
	x, y int // of the last place, in steps
}

// move begins a line.
func (p *path) move(at plot.Vec) {
	x, y := steps(at)
	p.WriteByte('M')
	p.put(x, y)
	p.x, p.y = x, y
}

// lines go on from there. Places at which the way bends by less than is seen are left out.
func (p *path) lines(places []plot.Vec) {
	first := true
	for _, at := range places {
		x, y := steps(at)
		if x == p.x && y == p.y {
			continue
		}
		if first {
			p.WriteByte('l')
			first = false
		} else if x >= p.x {
			p.WriteByte(' ')
		}
		p.put(x-p.x, y-p.y)
		p.x, p.y = x, y
	}
}

func (p *path) put(x, y int) {
	p.number(x)
	if y >= 0 {
		p.WriteByte(' ')
	}
	p.number(y)
}

// number writes so many steps without what need not be written.
func (p *path) number(v int) {
	if v < 0 {
		p.WriteByte('-')
		v = -v
	}
	whole, rest := v/fine, v%fine
	if whole > 0 || rest == 0 {
		p.Write(strconv.AppendInt(p.AvailableBuffer(), int64(whole), 10))
	}
	if rest > 0 {
		p.WriteByte('.')
		p.WriteByte('0' + byte(rest/10))
		if rest%10 > 0 {
			p.WriteByte('0' + byte(rest%10))
		}
	}
}

// farthest is where places beyond are put: a picture ends long before.
const farthest = 1e6

func steps(at plot.Vec) (x, y int) {
	whole := func(v float64) int { return int(math.Round(min(max(v, -farthest), farthest) * fine)) }
	return whole(at.X), whole(at.Y)
}

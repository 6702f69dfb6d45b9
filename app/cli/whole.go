package cli

import (
	"errors"
	"flag"
	"math"
	"strconv"
)

// wholeFlag is a flag that is a whole number, which may be written 100000, 100_000 or 1e5.
type wholeFlag struct{ to *int }

// wholeVar defines such a flag.
func wholeVar(fs *flag.FlagSet, to *int, name string, usual int, usage string) {
	*to = usual
	fs.Var(wholeFlag{to}, name, usage)
}

func (w wholeFlag) String() string { return "" }

func (w wholeFlag) Set(text string) error {
	n, err := strconv.ParseInt(text, 0, strconv.IntSize)
	if err == nil {
		*w.to = int(n)
		return nil
	}
	if errors.Is(err, strconv.ErrRange) {
		return errors.New("out of range")
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v != math.Trunc(v) || math.IsInf(v, 0) {
		return errors.New("not a whole number")
	}
	if math.Abs(v) > 1<<53 {
		return errors.New("out of range")
	}
	*w.to = int(v)
	return nil
}

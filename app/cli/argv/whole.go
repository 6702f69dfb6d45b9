package argv

import (
	"errors"
	"flag"
	"math"
	"regexp"
	"strconv"
	"strings"

	"descentlab/internal/say"
)

// wholeFlag is a flag that is a whole number, which may be written 100000, 100_000 or 1e5.
type wholeFlag struct{ to *int }

// grouped are numbers of which one cannot tell whether a mark parts thousands.
var grouped = regexp.MustCompile(`^[-+]?[1-9][0-9]{0,2}([., ][0-9]{3})+$`)

// Whole defines such a flag.
func Whole(fs *flag.FlagSet, to *int, name string, usual int, usage string) {
	*to = usual
	fs.Var(wholeFlag{to}, name, usage)
}

func (w wholeFlag) String() string { return "" }

func (w wholeFlag) Set(text string) error {
	if grouped.MatchString(text) {
		digits := strings.NewReplacer(",", "", ".", "", " ", "").Replace(text)
		return say.Errorf("write %s without marks between the thousands", digits)
	}
	base := 10
	if len(text) > 2 && text[0] == '0' && strings.ContainsAny(text[1:2], "xXbBoO") {
		base = 0
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(text, "_", ""), base, strconv.IntSize)
	if err == nil {
		*w.to = int(n)
		return nil
	}
	if errors.Is(err, strconv.ErrRange) {
		return say.Errorf("out of range")
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v != math.Trunc(v) || math.IsInf(v, 0) {
		return say.Errorf("not a whole number")
	}
	if math.Abs(v) > 1<<53 {
		return say.Errorf("out of range")
	}
	*w.to = int(v)
	return nil
}

// seedFlag is a flag that is a whole number from 0, written as any other.
type seedFlag struct{ to *uint64 }

// Seed defines such a flag.
func Seed(fs *flag.FlagSet, to *uint64, name, usage string) { fs.Var(seedFlag{to}, name, usage) }

func (s seedFlag) String() string { return "" }

func (s seedFlag) Set(text string) error {
	if n, err := strconv.ParseUint(text, 10, 64); err == nil {
		*s.to = n
		return nil
	}
	var n int
	if err := (wholeFlag{&n}).Set(text); err != nil {
		return err
	}
	if n < 0 {
		return say.Errorf("must be from 0")
	}
	*s.to = uint64(n)
	return nil
}

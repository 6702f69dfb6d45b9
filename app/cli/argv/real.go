package argv

import (
	"errors"
	"flag"
	"strconv"
	"strings"

	"descentlab/internal/say"

	"descentlab/app/cli/numerals"
)

// realFlag is a flag that is a number, which may be written 0.5, 0,5 or pi/4, and with the sign of degrees behind it. What is not
// finite passes, for whoever needs the number says what it may be.
type realFlag struct{ to *float64 }

// Real defines such a flag.
func Real(fs *flag.FlagSet, to *float64, name, usage string) { fs.Var(realFlag{to}, name, usage) }

func (r realFlag) String() string { return "" }

func (r realFlag) Set(text string) error {
	v, err := strconv.ParseFloat(text, 64)
	if errors.Is(err, strconv.ErrRange) {
		return say.Errorf("out of range")
	}
	if err != nil {
		list, wrong := numerals.Read(strings.TrimSuffix(text, "°"), 1)
		if wrong != nil {
			return say.Errorf("not a number")
		}
		v = list[0]
	}
	*r.to = v
	return nil
}

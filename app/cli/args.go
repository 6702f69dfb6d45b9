package cli

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"descentlab/app/lab"
	"descentlab/internal/near"
	"descentlab/surfaces"
)

// A usageError is a mistake on the command line: told in one line, exit status 2.
type usageError struct{ msg string }

func (e usageError) Error() string { return e.msg }

func usagef(format string, a ...any) error { return usageError{fmt.Sprintf(format, a...)} }

// newFlags returns an empty flag set that stays silent: parseArgs reports what is wrong with it.
func newFlags(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return fs
}

// parseArgs sets the flags of fs from args, in any order with the other arguments, which it returns. Unlike
// flag.Parse it takes "-1.2,1" for an argument and not for a flag, since coordinates may be negative.
func parseArgs(fs *flag.FlagSet, args []string) (rest []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return append(rest, args[i+1:]...), nil
		}
		if !isFlag(arg) {
			rest = append(rest, arg)
			continue
		}
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		f := fs.Lookup(name)
		if f == nil {
			return nil, usagef("%s: unknown flag -%s%s", fs.Name(), name, didYouMean(name, flagNames(fs)))
		}
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() && !given {
			value = "true"
		} else if !given {
			if i++; i >= len(args) {
				return nil, usagef("%s: -%s needs a value: %s", fs.Name(), name, f.Usage)
			}
			value = args[i]
		}
		if err := fs.Set(name, value); err != nil {
			return nil, usagef("%s: -%s %q: %v", fs.Name(), name, value, plain(err, fs.Lookup(name)))
		}
	}
	return rest, nil
}

// plain rewords the errors of strconv, which name Go functions.
func plain(err error, f *flag.Flag) string {
	switch msg := err.Error(); msg {
	case "parse error":
		if g, ok := f.Value.(flag.Getter); ok {
			if _, real := g.Get().(float64); real {
				return "not a number"
			}
		}
		return "not a whole number"
	case "value out of range":
		return "out of range"
	default:
		return msg
	}
}

func isFlag(arg string) bool {
	if len(arg) < 2 || arg[0] != '-' {
		return false
	}
	c := arg[1]
	return c != '.' && (c < '0' || c > '9')
}

// givenFlags are the names of the flags that stand in args.
func givenFlags(args []string) map[string]bool {
	given := map[string]bool{}
	for _, a := range args {
		if isFlag(a) {
			name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "=")
			given[name] = true
		}
	}
	return given
}

func flagNames(fs *flag.FlagSet) []string {
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}

func didYouMean(word string, names []string) string {
	if name := near.Prefix(word, names); name != "" {
		return "; did you mean " + name + "?"
	}
	return ""
}

// parseNumbers reads exactly n numbers with commas between.
func parseNumbers(text string, n int) ([]float64, error) {
	parts := strings.Split(text, ",")
	if len(parts) != n {
		return nil, fmt.Errorf("expected %d numbers with commas between, as in %s", n, []string{"", "1", "-1.2,1", "", "-3,3,-3,3"}[n])
	}
	numbers := make([]float64, n)
	for i, part := range parts {
		v, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a number", part)
		}
		if v != v || v-v != 0 {
			return nil, fmt.Errorf("%q is not finite", part)
		}
		numbers[i] = v
	}
	return numbers, nil
}

// pointFlag is a flag "x,y".
type pointFlag struct {
	surfaces.Point
	set bool
}

func (p *pointFlag) String() string { return "" }
func (p *pointFlag) Set(text string) error {
	v, err := parseNumbers(text, 2)
	if err != nil {
		return err
	}
	p.Point, p.set = surfaces.Point{X: v[0], Y: v[1]}, true
	return nil
}

// rectFlag is a flag "x0,x1,y0,y1".
type rectFlag struct {
	surfaces.Rect
	set bool
}

func (r *rectFlag) String() string { return "" }
func (r *rectFlag) Set(text string) error {
	v, err := parseNumbers(text, 4)
	if err != nil {
		return err
	}
	r.Rect, r.set = surfaces.Rect{X0: v[0], X1: v[1], Y0: v[2], Y1: v[3]}, true
	return r.Rect.Check()
}

// listFlag is a flag that may be given many times.
type listFlag []string

func (l *listFlag) String() string        { return "" }
func (l *listFlag) Set(text string) error { *l = append(*l, text); return nil }

// paramFlag is a flag "name=value" that may be given many times.
type paramFlag map[string]float64

func (p paramFlag) String() string { return "" }
func (p paramFlag) Set(text string) error {
	name, value, ok := strings.Cut(text, "=")
	v, err := parseNumbers(value, 1)
	if !ok || err != nil {
		return fmt.Errorf("expected name=number")
	}
	p[strings.TrimSpace(name)] = v[0]
	return nil
}

// surfaceFlags are the flags that choose a surface.
type surfaceFlags struct {
	name, formula, data string
	params              paramFlag
	view                rectFlag
	turn, stretch       float64
}

// define adds all of them.
func (s *surfaceFlags) define(fs *flag.FlagSet) {
	s.defineWhich(fs)
	s.defineHow(fs)
}

// defineWhich adds the flags that say which surface.
func (s *surfaceFlags) defineWhich(fs *flag.FlagSet) {
	fs.StringVar(&s.name, "surface", "", "a name from 'descentlab surfaces'")
	fs.StringVar(&s.formula, "formula", "", "f(x, y), as in 'x^2 - y^2'")
	fs.StringVar(&s.data, "data", "", "a CSV file with your own examples, for a learning problem")
}

// defineWhere adds the flags for its parameters and its window.
func (s *surfaceFlags) defineWhere(fs *flag.FlagSet) {
	s.params = paramFlag{}
	fs.Var(s.params, "param", "a parameter of the surface, name=value")
	fs.Var(&s.view, "view", "window x0,x1,y0,y1")
}

// notes is where the program says what nobody asked but everybody should know.
var notes io.Writer = os.Stderr

// loadData reads the examples of -data, and says if they are not all that the file has.
func loadData(path string) (*surfaces.Dataset, error) {
	d, err := lab.LoadData(context.Background(), path)
	if err != nil {
		return nil, dataFault(err)
	}
	if d.Of > 0 {
		fmt.Fprintf(notes, "%s: %s\n", path, d.Size())
	}
	return d, nil
}

// dataFault is an error about the examples that -data gave.
func dataFault(err error) error {
	return usagef("-data: %s", strings.TrimPrefix(err.Error(), "data: "))
}

// defineHow adds those and the ones that turn and stretch it.
func (s *surfaceFlags) defineHow(fs *flag.FlagSet) {
	s.defineWhere(fs)
	fs.Float64Var(&s.turn, "turn", 0, "degrees by which the surface is turned, counterclockwise")
	fs.Float64Var(&s.stretch, "stretch", 0, "doublings by which it is stretched along its x axis, before it is turned")
}

// changed reports whether a flag was given that changes how the surface is seen.
func (s *surfaceFlags) changed() bool {
	return len(s.params) > 0 || s.view.set || s.turn != 0 || s.stretch != 0
}

// surface is the one that the flags choose; with a formula, its window is [-3, 3]^2 unless -view says otherwise, and with the
// user's examples one that suits them. It is turned about the middle of its own window, whichever is looked at.
func (s *surfaceFlags) surface() (surfaces.Surface, error) {
	var chosen surfaces.Surface
	switch {
	case s.name != "" && s.formula != "":
		return chosen, usagef("give -surface or -formula, not both")
	case s.name != "":
		found, err := surfaces.Lookup(s.name)
		if err != nil {
			return chosen, usageError{err.Error()}
		}
		chosen = found
	case s.formula != "":
		chosen = surfaces.Surface{Title: "f(x, y)", Formula: s.formula, View: defaultView}
	default:
		return chosen, usagef("say which surface: -surface NAME or -formula 'EXPR'")
	}
	if s.data != "" {
		if err := s.putData(&chosen); err != nil {
			return chosen, err
		}
	}
	chosen = chosen.Transformed(s.turn, s.stretch)
	if s.view.set {
		chosen.View = s.view.Rect
	}
	if _, err := chosen.Probe(s.params); err != nil {
		which := "surface"
		if s.formula != "" {
			which = "formula"
		}
		return chosen, usagef("-%s: %v", which, err)
	}
	return chosen, nil
}

// putData gives the chosen surface the user's examples, and a window that suits them.
func (s *surfaceFlags) putData(chosen *surfaces.Surface) error {
	d, err := loadData(s.data)
	if err != nil {
		return err
	}
	if s.formula != "" {
		chosen.Data = d
	} else if *chosen, err = chosen.On(d); err != nil {
		return dataFault(err)
	}
	if framed, err := chosen.Framed(s.params); err == nil {
		*chosen = framed
	}
	return nil
}

var defaultView = surfaces.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}

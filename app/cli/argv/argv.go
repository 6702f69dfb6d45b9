// Package argv reads the arguments of a command: flags in any order with the rest, numbers as people write them. What is wrong
// is told in one line.
package argv

import (
	"flag"
	"io"
	"regexp"
	"slices"
	"strings"

	"descentlab/internal/say"
)

// New returns an empty flag set that stays silent: Parse reports what is wrong with it.
func New(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return fs
}

// Parse sets the flags of fs from args, in any order with the other arguments, which it returns. Unlike
// flag.Parse it takes "-1.2,1" for an argument and not for a flag, since coordinates may be negative.
func Parse(fs *flag.FlagSet, args []string) (rest []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return append(rest, args[i+1:]...), nil
		}
		if IsHelp(arg) {
			return nil, Help{fs}
		}
		if !IsFlag(arg) {
			rest = append(rest, arg)
			continue
		}
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		f := fs.Lookup(name)
		if f == nil && negative.MatchString(arg) {
			rest = append(rest, arg)
			continue
		}
		if f == nil {
			return nil, unknownFlag(fs, name)
		}
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() && !given {
			value = "true"
		} else if !given {
			if i++; i >= len(args) {
				return nil, Faultf("%s: -%s needs a value: %s", fs.Name(), name, say.T(f.Usage))
			}
			value = args[i]
		}
		if err := fs.Set(name, value); err != nil {
			return nil, Faultf("%s: -%s %q: %v", fs.Name(), name, value, plain(err, fs.Lookup(name)))
		}
	}
	return rest, nil
}

// ParseAlone is Parse for a command that takes flags alone.
func ParseAlone(fs *flag.FlagSet, args []string) error {
	rest, err := Parse(fs, args)
	if err == nil && len(rest) > 0 {
		return Faultf("%s: unexpected argument %q; 'descentlab %s -h' lists the flags", fs.Name(), rest[0], fs.Name())
	}
	return err
}

// foreign is what other programs call the flags of this one, and how each is given here.
var foreign = []struct{ here, there string }{
	{"-racer 'adam lr=0.1'", "lr learning-rate learning_rate optimizer optimiser opt method algorithm momentum"},
	{"-steps 1000", "n N iter iters iterations maxiter max_iter max-iter niter epochs updates"},
	{"-formula 'x^2+y^2'", "f fn func function expr expression fun e"},
	{"-start -1,1", "init initial start-point p0 theta0 w0"},
	{"-view -3,3,-3,3", "window range domain limits extent home xlim"},
	{"-bounds -1,1,-1,1", "box constraints clamp"},
	{"-o race.json", "out output file save csv export"},
	{"-data FILE.csv", "dataset examples table"},
	{"-noise 0.1", "sigma std"},
	{"-batch 8", "batch-size batch_size batchsize bs minibatch"},
	{"-seed 1", "random-seed random_state rng"},
	{"-param a=2", "parameter set p"},
	{"-maximize", "maximise max ascent climb"},
}

// unknownFlag says of a flag that a command does not have which one may be meant.
func unknownFlag(fs *flag.FlagSet, name string) error {
	meant := ""
	for _, f := range foreign {
		if own, _, _ := strings.Cut(f.here[1:], " "); slices.Contains(strings.Fields(f.there), name) && fs.Lookup(own) != nil {
			meant = say.T("; here it is %s", f.here)
		}
	}
	switch {
	case meant != "":
	case len(name) > 1:
		meant = DidYouMean("-"+name, flagNames(fs))
	case fs.Lookup("param") != nil && !strings.Contains("hqv", name): // help, quiet and verbose are no letters of a formula
		meant = say.T("; a parameter is given as -param %s=2", name)
	}
	wrong := Faultf("%s: unknown flag -%s%s", fs.Name(), name, meant)
	return Faultf("%v%s'descentlab %s' lists all", wrong, Pause(wrong), helpOn(fs.Name()))
}

// plain rewords the errors of strconv, which name Go functions.
func plain(err error, f *flag.Flag) string {
	switch msg := err.Error(); msg {
	case "parse error":
		if b, is := f.Value.(interface{ IsBoolFlag() bool }); is && b.IsBoolFlag() {
			return say.T("must be true or false")
		}
		if g, ok := f.Value.(flag.Getter); ok {
			if _, real := g.Get().(float64); real {
				return say.T("not a number")
			}
		}
		return say.T("not a whole number")
	case "value out of range":
		return say.T("out of range")
	default:
		return msg
	}
}

// flagLike is what a flag looks like: -name, --name or -name=value. "-sin(x)" and "-x^2" are formulas.
var flagLike = regexp.MustCompile(`^--?[A-Za-z][A-Za-z0-9_-]*(=|$)`)

// negative are formulas that look like flags: "-x-y".
var negative = regexp.MustCompile(`^-[xy0-9-]+$`)

// IsFlag tells whether an argument is a flag, and not a formula with a minus before it.
func IsFlag(arg string) bool { return flagLike.MatchString(arg) }

// Given are the names of the flags that were set.
func Given(fs *flag.FlagSet) map[string]bool {
	names := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { names[f.Name] = true })
	return names
}

func flagNames(fs *flag.FlagSet) []string {
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return names
}

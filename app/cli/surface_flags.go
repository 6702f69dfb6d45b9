package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"descentlab/app/cli/argv"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/surfaces/expr/notation"
	"descentlab/surfaces/table"
)

// surfaceFlags are the flags that choose a surface.
type surfaceFlags struct {
	name, formula, data string
	columns             columnsFlag // of data
	params              paramFlag
	view                rectFlag
	weights             string
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
	fs.StringVar(&s.formula, "formula", "", "f(x, y) as people write it: 'x^2 - y^2', '2x² + |y|', 'np.sin(x)', LaTeX")
	fs.StringVar(&s.data, "data", "", "a CSV file with your own examples, for a learning problem")
	fs.Var(&s.columns, "columns", "two or three columns of -data, the target last, by name or number: hours,marks or 2,5")
}

// defineHow adds the flags for its parameters, its window and how it lies there.
func (s *surfaceFlags) defineHow(fs *flag.FlagSet) {
	s.params = paramFlag{}
	fs.Var(s.params, "param", "a parameter of the surface or a free letter of the formula, name=value")
	fs.BoolFunc("half", "puts the factor 1/2 before the squared errors of a learning problem: short for -param half=1", s.setHalf)
	fs.StringVar(&s.weights, "weights", "",
		"which two of the three weights of logistic are x and y: u,v or u,intercept or v,intercept; the third is a parameter")
	fs.Var(&s.view, "view", "window x0,x1,y0,y1")
	argv.Real(fs, &s.turn, "turn", "degrees by which the surface is turned, counterclockwise")
	argv.Real(fs, &s.stretch, "stretch", "doublings by which it is stretched along its x axis, before it is turned")
}

// changed reports whether a flag was given that changes how the surface is seen.
func (s *surfaceFlags) changed() bool {
	return len(s.params) > 0 || s.weights != "" || s.view.set || s.turn != 0 || s.stretch != 0
}

// setHalf is -half, or -half=false.
func (s *surfaceFlags) setHalf(text string) error {
	on, err := strconv.ParseBool(text)
	if err != nil {
		return words.Errorf("must be true or false")
	}
	s.params["half"] = 0
	if on {
		s.params["half"] = 1
	}
	return nil
}

// weigh shows the weights of -weights, in a window that suits them.
func (s *surfaceFlags) weigh(chosen *surfaces.Surface) error {
	weighed, err := chosen.Weigh(surfaces.Weighing(strings.ReplaceAll(s.weights, " ", "")))
	if err != nil {
		return argv.Faultf("-%v", err)
	}
	if weighed.Weighing != chosen.Weighing {
		if framed, err := weighed.Framed(s.params); err == nil {
			weighed = framed // what is wrong with the parameters is said later
		}
	}
	*chosen = weighed
	return nil
}

// surface is the one that the flags choose; with a formula, its window is one that holds its critical points unless -view says
// otherwise, and with the user's examples one that suits them. It is turned about the middle of its own window, whichever is
// looked at.
func (s *surfaceFlags) surface() (surfaces.Surface, error) {
	var chosen surfaces.Surface
	if err := s.checkColumns(); err != nil {
		return chosen, err
	}
	switch {
	case s.name != "" && s.formula != "":
		return chosen, argv.Faultf("give -surface or -formula, not both")
	case s.name != "":
		found, err := surfaces.Lookup(s.name)
		if err != nil {
			return chosen, argv.FaultOf(listing(err))
		}
		chosen = found
	case s.formula != "":
		chosen = surfaces.Surface{Title: "f(x, y)", Formula: s.formula, View: surfaces.Usual}
	default:
		return chosen, argv.Faultf("say which surface: NAME or 'EXPR', as in rosenbrock or 'x^2 + y^2'")
	}
	if s.data != "" {
		if err := s.putData(&chosen); err != nil {
			return chosen, err
		}
	} else if s.formula != "" {
		if err := s.read(&chosen); err != nil {
			return chosen, err
		}
		if !s.view.set {
			s.overlook(&chosen)
		}
	}
	if s.weights != "" {
		if err := s.weigh(&chosen); err != nil {
			return chosen, err
		}
	}
	chosen, err := chosen.At(s.params)
	if err != nil {
		return chosen, argv.Faultf("-param: %v", err)
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
		return chosen, argv.Faultf("-%s: %v", which, err)
	}
	return chosen, nil
}

// read makes of -formula, as people write formulas, one of the program's grammar, and says how it was read.
func (s *surfaceFlags) read(chosen *surfaces.Surface) error {
	found, reading, err := chosen.Read(s.formula, s.params.names()...)
	if err != nil {
		return argv.Faultf("-formula: %v", err)
	}
	reading.Params = slices.DeleteFunc(reading.Params, func(p notation.Param) bool { _, given := s.params[p.Name]; return given })
	if _, err := found.Probe(s.params); err != nil {
		*chosen = found
		return nil // what is wrong is said in one line, later
	}
	if remark := setup.Remark(reading); remark != "" {
		if len(reading.Params) > 0 {
			remark += words.T("; -param %s=2 changes it", reading.Params[0].Name)
		}
		fmt.Fprintf(notes, "-formula: %s\n", remark)
	}
	*chosen = found
	return nil
}

// overlook gives a formula a window that holds its critical points. What is wrong with the formula is said by others.
func (s *surfaceFlags) overlook(chosen *surfaces.Surface) {
	ctx, cancel := context.WithTimeout(context.Background(), overlooking)
	defer cancel()
	if view, err := chosen.Overview(ctx, s.params); err == nil {
		chosen.View = view
	}
}

// overlooking is how long the search for a window may take; after that it is the usual one.
const overlooking = 5 * time.Second

// putData gives the chosen surface the user's examples, and a window that suits them.
func (s *surfaceFlags) putData(chosen *surfaces.Surface) error {
	d, err := s.loadData()
	if err != nil {
		return err
	}
	if s.formula != "" {
		chosen.Data = d
		if err := s.read(chosen); err != nil {
			return err
		}
	} else if n := len(d.Columns); chosen.Data != nil && n > len(chosen.Data.Columns) && len(s.columns) == 0 {
		return argv.Faultf("-data: %s: %s needs %d columns of numbers; got %d; choose them, as with -columns '%s,%s'", s.data,
			chosen.Name, len(chosen.Data.Columns), n, columnChoice(d, 0), columnChoice(d, n-1))
	} else if *chosen, err = chosen.On(d); err != nil {
		return dataFault(err)
	}
	if framed, err := chosen.Framed(s.params); err == nil {
		*chosen = framed
	}
	return nil
}

// columnChoice is what -columns takes for a column of a table: its name in the header, or its number.
func columnChoice(d *surfaces.Dataset, i int) string {
	c := d.Columns[i]
	if c.Label == c.Name || strings.ContainsAny(c.Label, ",()'\"") {
		return strconv.Itoa(i + 1)
	}
	return c.Label
}

// notes is where the program says what nobody asked but everybody should know.
var notes io.Writer = os.Stderr

// loadData reads the examples of -data, and says if they are not all that the file has.
func (s *surfaceFlags) loadData() (*surfaces.Dataset, error) {
	d, err := setup.LoadData(context.Background(), s.data, s.columns...)
	wide := (*table.WideError)(nil)
	if errors.As(err, &wide) {
		return nil, argv.Faultf("-data: %s: line %d: %s; choose columns, as with -columns '%s'; there are %s", s.data, wide.Line,
			wide.Why(), wide.Example(), wide.Choices())
	}
	if err != nil {
		return nil, dataFault(err)
	}
	for _, remark := range d.Remarks {
		fmt.Fprintf(notes, "%s: %s\n", s.data, remark)
	}
	if d.Of > 0 {
		fmt.Fprintf(notes, "%s: %s\n", s.data, d.Size())
	}
	return d.Dataset, nil
}

// checkColumns says that there are columns of no table.
func (s *surfaceFlags) checkColumns() error {
	if len(s.columns) > 0 && s.data == "" {
		return argv.Faultf("-columns: give the table with it, -data FILE.csv")
	}
	return nil
}

// columnsFlag is a flag with names of columns, separated by commas; a name with a comma in it stands in quotation marks.
type columnsFlag []string

func (c *columnsFlag) String() string { return "" }
func (c *columnsFlag) Set(text string) error {
	names, err := table.Names(text)
	if err == nil && len(names) != 2 && len(names) != 3 {
		err = words.Errorf("give two or three columns with commas between, as in x1,y; got %d", len(names))
	}
	*c = names
	return err
}

package cli

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// A surveyCommand is the command line of basins and plane: an experiment as for race, a size and outputs.
type surveyCommand struct {
	name    string
	cells   int       // along each side
	axes    [2]string // of plane: -x and -y
	doc     setup.Experiment
	outputs []string
	look    picture.Look
}

// usualCells is how many a map has along its sides.
const usualCells = 256

// sized are arguments in which -size with one number is -cells: that was its name before pictures had a size of their own.
func sized(args []string) []string {
	list := slices.Clone(args)
	for i, arg := range list {
		name, value, joined := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
		if name != "size" || !argv.IsFlag(arg) {
			continue
		}
		if !joined && i+1 < len(list) {
			value = list[i+1]
		}
		if _, err := strconv.Atoi(value); err == nil {
			list[i] = strings.Replace(arg, "size", "cells", 1)
		}
	}
	return list
}

// read takes the arguments: those of race, and the command's own.
func (c *surveyCommand) read(args []string) error {
	own := flag.NewFlagSet(c.name, flag.ContinueOnError)
	argv.Whole(own, &c.cells, "cells", usualCells, "cells along each side")
	if c.name == "plane" {
		own.StringVar(&c.axes[0], "x", "", "the knob across, as lr:1e-4..1:log; also noise, and batch if there are examples")
		own.StringVar(&c.axes[1], "y", "", "the knob up, as momentum:0..0.999 or batch:1..100:log")
	}
	in, err := readRace(c.name, sized(args), own)
	if err != nil {
		return err
	}
	c.doc, c.outputs, c.look = in.doc, in.outputs, in.look
	if c.cells < 1 || c.cells > sweep.MaxSide {
		return argv.Faultf("%s: -cells must be from 1 to %d; got %d", c.name, sweep.MaxSide, c.cells)
	}
	if len(c.doc.Racers) == 0 {
		return argv.Faultf("%s: name a racer, as in -racer 'adam lr=0.06'", c.name)
	}
	return writing.Check(export.Maps, c.outputs)
}

// runBasins maps where each racer ends from everywhere in the window.
func runBasins(args []string, out io.Writer) error {
	c := surveyCommand{name: "basins"}
	if err := c.read(args); err != nil {
		return err
	}
	return c.each(out, func(ctx context.Context, r *export.Map) (err error) {
		t := writing.NewTeller()
		defer t.Clear()
		r.Sheet, err = r.Survey.Basins(ctx, r.Racer, c.cells, c.cells, t.Sweep(), nil)
		return err
	})
}

// runPlane maps how each racer ends for a range of settings of two knobs, of its own or of the loss.
func runPlane(args []string, out io.Writer) error {
	c := surveyCommand{name: "plane"}
	if err := c.read(args); err != nil {
		return err
	}
	var axes [2]sweep.Axis
	for i, text := range c.axes {
		axis, err := sweep.ParseAxis(text)
		if err != nil {
			return argv.Faultf("plane: -%c: %v", "xy"[i], err)
		}
		axes[i] = axis
	}
	examples, err := c.doc.Examples()
	if err != nil {
		return argv.Faultf("plane: %v", err)
	}
	for i := range c.doc.Racers {
		if err := c.doc.CheckAxes(i, examples, axes[0], axes[1]); err != nil {
			return argv.Faultf("plane: %v", err)
		}
	}
	return c.each(out, func(ctx context.Context, r *export.Map) (err error) {
		r.X, r.Y = &axes[0], &axes[1]
		t := writing.NewTeller()
		defer t.Clear()
		r.Sheet, err = r.Survey.Plane(ctx, r.Racer, axes[0], axes[1], c.cells, c.cells, t.Sweep(), nil)
		return err
	})
}

// each makes the map of every racer, and writes or prints it. With several racers a file's name gets the racer's number.
func (c *surveyCommand) each(out io.Writer, fill func(context.Context, *export.Map) error) error {
	ctx := context.Background()
	run, err := lab.Prepare(ctx, c.doc, lab.WantPlaces)
	if err != nil {
		return err
	}
	survey := run.Survey()
	if c.name == "basins" {
		survey = survey.In(c.doc.View)
	}
	for i := range c.doc.Racers {
		result := &export.Map{Survey: &survey, Racer: i}
		if err := fill(ctx, result); err != nil {
			return err
		}
		if len(c.outputs) == 0 {
			if c.name == "plane" {
				fmt.Fprintln(out, startLine(c.doc))
			} else if box := boxed(c.doc); box != "" {
				tell(out, "starts all over the window%s\n", box)
			}
			printMap(out, result)
			continue
		}
		names := make([]string, len(c.outputs))
		for k, name := range c.outputs {
			names[k] = export.Numbered(name, i, len(c.doc.Racers))
		}
		if err := writing.Write(out, export.Maps, names, c.look, result); err != nil {
			return err
		}
	}
	return nil
}

// printMap sums a map up on the terminal.
func printMap(out io.Writer, r *export.Map) {
	shares, boundary := lab.Shares(r.Sheet, r.Survey.Places)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "%s\tshare\tmean steps\n", r.Survey.Doc.Names()[r.Racer])
	for _, s := range shares {
		steps := "–"
		if s.Place != nil {
			steps = strconv.FormatFloat(s.Steps, 'f', 1, 64)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", s.Label(), s.Said, steps)
	}
	tell(w, "boundary\t%s\t\n\n", words.Percent(boundary))
	w.Flush()
}

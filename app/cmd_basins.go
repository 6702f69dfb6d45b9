package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// A surveyCommand is the command line of basins and plane: an experiment as for race, a size and outputs.
type surveyCommand struct {
	name    string
	size    int
	axes    [2]string // of plane: -x and -y
	doc     lab.Experiment
	outputs []string
}

// read takes the arguments: those of race, and the command's own.
func (c *surveyCommand) read(args []string) error {
	own := flag.NewFlagSet(c.name, flag.ContinueOnError)
	own.IntVar(&c.size, "size", 256, "cells along each side")
	if c.name == "plane" {
		own.StringVar(&c.axes[0], "x", "", "the knob across, as lr:1e-4..1:log; also noise, and batch if there are examples")
		own.StringVar(&c.axes[1], "y", "", "the knob up, as momentum:0..0.999 or batch:1..100:log")
	}
	doc, outputs, err := raceDocument(c.name, args, own)
	if err != nil {
		return err
	}
	c.doc, c.outputs = doc, outputs
	if c.size < 1 || c.size > sweep.MaxSide {
		return usagef("%s: -size must be from 1 to %d; got %d", c.name, sweep.MaxSide, c.size)
	}
	if len(doc.Racers) == 0 {
		return usagef("%s: name a racer, as in -racer 'adam lr=0.06'", c.name)
	}
	for _, name := range outputs {
		if name == "-" {
			continue
		}
		if info, err := os.Stat(filepath.Dir(name)); err != nil || !info.IsDir() {
			return usagef("-o %s: there is no folder %s", name, filepath.Dir(name))
		}
		if ext := strings.ToLower(filepath.Ext(name)); !slices.Contains([]string{".png", ".csv", ".json"}, ext) {
			return usagef("-o %s: %q is no format to write; use .png, .csv or .json, or - for JSON", name, ext)
		}
	}
	return nil
}

// A surveyResult is a finished map of one racer.
type surveyResult struct {
	survey *lab.Survey
	racer  int
	sheet  *sweep.Sheet
	x, y   *sweep.Axis // of a plane; nil for basins
}

// runBasins maps where each racer ends from everywhere in the window.
func runBasins(args []string, out io.Writer) error {
	c := surveyCommand{name: "basins"}
	if err := c.read(args); err != nil {
		return err
	}
	return c.each(out, func(ctx context.Context, r *surveyResult) (err error) {
		r.sheet, err = r.survey.Basins(ctx, r.racer, c.size, c.size, progress(), nil)
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
			return usagef("plane: -%c: %v", "xy"[i], err)
		}
		axes[i] = axis
	}
	examples, err := c.doc.Examples()
	if err != nil {
		return usagef("plane: %v", err)
	}
	for i := range c.doc.Racers {
		if err := c.doc.CheckAxes(i, examples, axes[0], axes[1]); err != nil {
			return usagef("plane: %v", err)
		}
	}
	return c.each(out, func(ctx context.Context, r *surveyResult) (err error) {
		r.x, r.y = &axes[0], &axes[1]
		r.sheet, err = r.survey.Plane(ctx, r.racer, axes[0], axes[1], c.size, c.size, progress(), nil)
		return err
	})
}

// each makes the map of every racer, and writes or prints it. With several racers a file's name gets the racer's number.
func (c *surveyCommand) each(out io.Writer, make func(context.Context, *surveyResult) error) error {
	ctx := context.Background()
	survey, err := surveyOf(c.doc)
	if err != nil {
		return err
	}
	for i := range c.doc.Racers {
		result := &surveyResult{survey: &survey, racer: i}
		if err := make(ctx, result); err != nil {
			return err
		}
		if len(c.outputs) == 0 {
			result.print(out)
		}
		for _, name := range c.outputs {
			if err := result.write(out, numbered(name, i, len(c.doc.Racers))); err != nil {
				return err
			}
		}
	}
	return nil
}

// numbered is the name of file i of n.
func numbered(name string, i, n int) string {
	if name == "-" || n == 1 {
		return name
	}
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), i+1, ext)
}

// progress tells on a terminal how far a sweep is, once it takes longer than a moment.
func progress() sweep.Options {
	info, err := os.Stderr.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return sweep.Options{}
	}
	began := time.Now()
	return sweep.Options{Progress: func(done, all int) {
		if passed := time.Since(began); passed > time.Second {
			left := time.Duration(float64(passed) * float64(all-done) / float64(done))
			fmt.Fprintf(os.Stderr, "\r%3.0f %%, %v left   ", 100*float64(done)/float64(all), left.Round(time.Second))
		}
	}}
}

// print sums a map up on the terminal.
func (r *surveyResult) print(out io.Writer) {
	shares, boundary := lab.Shares(r.sheet, r.survey.Places)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\tshare\tmean steps\n", r.survey.Doc.Names()[r.racer])
	for _, s := range shares {
		steps := "–"
		if s.Place != nil {
			steps = strconv.FormatFloat(s.Steps, 'f', 1, 64)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", s.Label, percent(s.Part), steps)
	}
	fmt.Fprintf(w, "boundary\t%s\t\n\n", percent(boundary))
	w.Flush()
}

func (r *surveyResult) write(out io.Writer, name string) error {
	var data []byte
	var err error
	switch {
	case name == "-" || strings.EqualFold(filepath.Ext(name), ".json"):
		data, err = r.json()
	case strings.EqualFold(filepath.Ext(name), ".csv"):
		data, err = r.csv()
	default:
		data, err = r.png()
	}
	if err != nil {
		return err
	}
	if name == "-" {
		_, err = out.Write(data)
		return err
	}
	return lab.WriteFile(name, data)
}

// middle is what stands at the middle of a cell: a start, or the settings of two knobs.
func (r *surveyResult) middle(i, j int) (x, y float64) {
	if r.x == nil {
		return sweep.Rect(r.survey.View).Middle(i, j, r.sheet.W, r.sheet.H)
	}
	return r.setting(r.x, (float64(i)+0.5)/float64(r.sheet.W)), r.setting(r.y, 1-(float64(j)+0.5)/float64(r.sheet.H))
}

// setting is the value at a share of an axis, as the runs had it.
func (r *surveyResult) setting(a *sweep.Axis, share float64) float64 {
	k, _ := r.survey.Doc.AxisKnob(r.racer, a.Knob, r.survey.Probe.Examples()) // the axes have been checked
	return sweep.Round(k, a.At(share))
}

// names are those of the two coordinates.
func (r *surveyResult) names() (x, y string) {
	if r.x == nil {
		return "x", "y"
	}
	return r.x.Knob, r.y.Knob
}

// place is the name of where a run ended, or "".
func (r *surveyResult) place(o sweep.Outcome) string {
	if o.Kind != sweep.Arrived {
		return ""
	}
	return r.survey.Places[o.Target].Label()
}

func (r *surveyResult) csv() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	exact := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	nameX, nameY := r.names()
	rows := [][]string{{nameX, nameY, "end", "place", "steps", "loss", "best", "end_x", "end_y", "evaluations"}}
	for j := range r.sheet.H {
		for i := range r.sheet.W {
			x, y := r.middle(i, j)
			o := r.sheet.At(i, j)
			rows = append(rows, []string{
				exact(x), exact(y), o.Kind.String(), r.place(o), strconv.Itoa(int(o.Steps)), exact(o.Loss), exact(o.Best),
				exact(o.X), exact(o.Y), strconv.FormatInt(o.Evaluations, 10),
			})
		}
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

func (r *surveyResult) json() ([]byte, error) {
	type shareJSON struct {
		End   string `json:"end"`
		Place string `json:"place,omitempty"`
		Share number `json:"share"`
		Steps number `json:"mean_steps"`
	}
	head, err := newSpecJSON(r.survey.Doc.Racers[r.racer].Spec)
	if err != nil {
		return nil, err
	}
	shares, boundary := lab.Shares(r.sheet, r.survey.Places)
	list := []shareJSON{}
	for _, s := range shares {
		e := shareJSON{End: s.Kind.String(), Share: number(s.Part), Steps: number(math.NaN())} // null: it arrives nowhere
		if s.Place != nil {
			e.Place, e.Steps = s.Label, number(s.Steps)
		}
		list = append(list, e)
	}
	data, err := json.Marshal(struct {
		specJSON
		Width    int         `json:"width"`
		Height   int         `json:"height"`
		Shares   []shareJSON `json:"shares"`
		Boundary number      `json:"boundary"`
	}{head, r.sheet.W, r.sheet.H, list, number(boundary)})
	return append(data, '\n'), err
}

// basinPixels is the least number of pixels along a side of a picture.
const basinPixels = 768

// png is the map as the window draws it: isolines, places and ticks over the cells.
func (r *surveyResult) png() ([]byte, error) {
	font, err := plotFont()
	if err != nil {
		return nil, err
	}
	side := r.sheet.W * max(1, (basinPixels+r.sheet.W-1)/r.sheet.W)
	st := plot.Style{Palette: plot.LightPalette(), Font: font, Scale: posterScale, TextSize: smallText}
	doc := r.survey.Doc
	paint := newOutcomePainter(st.Palette, r.survey.Places, doc.Steps)
	scene := plot.Scene{Ticks: true}
	if r.x == nil {
		scene.View = plot.Rect(r.survey.View)
		scene.Field = groundJob{r.survey.Probe, scene.View, side, side, spacings[doc.Look.Levels]}.field(isolines)
		scene.Marks = marks(&lab.Field{Places: r.survey.Places}, "")
	} else {
		scene.View, scene.LogX, scene.LogY = planeView(*r.x, *r.y)
	}
	scene.Cells = paint.cells(r.sheet, scene.View)
	var picture *image.RGBA = raster.Scene(scene, st, side, side)
	var b bytes.Buffer
	err = png.Encode(&b, picture)
	return b.Bytes(), err
}

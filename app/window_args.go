package main

import (
	"os"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/lab"
)

// windowOptions are what the command line may say about the window.
type windowOptions struct {
	file          string // experiment to open instead of the last session
	theme         string // "system", "dark", "light"; empty: as in the session
	mode          string // "overlay", "side"; empty: as in the session
	width, height float32
	screenshot    string // PNG to write; the window closes after it
	large         bool   // in the middle of the window
	show          string // what else to show at first: one of shows
	experiment    *lab.Experiment
}

// windowArgs reads 'descentlab [FILE] [-theme dark|light|system] [-mode overlay|side] [-size WxH] [-scale S]
// [-show WHAT] [-large]
// [-screenshot PNG]'.
// A file that cannot be read is an error at once: no window opens with something else in it.
func windowArgs(args []string) (windowOptions, error) {
	var o windowOptions
	fs := newFlags("window")
	fs.StringVar(&o.theme, "theme", "", "dark, light or system")
	fs.StringVar(&o.mode, "mode", "", "overlay or side")
	size := fs.String("size", "", "width and height, as in 1440x900")
	scale := fs.String("scale", "", "pixels for each unit of length, 0.5 to 4; FYNE_SCALE does the same")
	fs.StringVar(&o.screenshot, "screenshot", "", "a PNG file: the default experiment's window is drawn into it")
	fs.StringVar(&o.show, "show", "", strings.Join(shows, ", "))
	fs.BoolVar(&o.large, "large", false, "what -show shows has the middle of the window")
	rest, err := parseArgs(fs, args)
	if err != nil {
		return o, err
	}
	if o.show != "" && !slices.Contains(shows, o.show) {
		return o, usagef("-show %q: use %s", o.show, strings.Join(shows, ", "))
	}
	if panel := !slices.Contains([]string{"", "basins", "sheet"}, o.show); o.large && !panel {
		return o, usagef("-large: give -show %s with it", strings.Join(shows[1:len(shows)-1], ", "))
	}
	switch o.theme {
	case "", "dark", "light", "system":
	default:
		return o, usagef("-theme %q: use dark, light or system", o.theme)
	}
	switch o.mode {
	case "", "overlay", "side":
	default:
		return o, usagef("-mode %q: use overlay or side", o.mode)
	}
	if *size != "" {
		if o.width, o.height, err = parseSize(*size); err != nil {
			return o, err
		}
	}
	if *scale != "" {
		if v, err := strconv.ParseFloat(*scale, 64); err != nil || !(v >= 0.5 && v <= 4) {
			return o, usagef("-scale %q: give a number from 0.5 to 4", *scale)
		}
		if err := os.Setenv("FYNE_SCALE", *scale); err != nil {
			return o, err
		}
	}
	if len(rest) > 1 {
		return o, usagef("unexpected %q; one experiment file at most", rest[1])
	}
	if len(rest) == 1 {
		o.file = rest[0]
		doc, err := lab.LoadExperiment(o.file)
		if err != nil {
			return o, usageError{err.Error()}
		}
		o.experiment = &doc
	}
	return o, nil
}

// shows are what the command line can ask the window to show at first, beside the race.
var shows = []string{"basins", "plane", "rates", "fair", "swarm", "sheet"}

// look is the session's look with what -show asks for.
func (o windowOptions) look(l *lab.Look) {
	switch o.show {
	case "", "sheet":
	case "basins":
		l.Ground = groundBasins
	default:
		l.Panel = o.show
		l.Large = l.Large || o.large
	}
}

func parseSize(text string) (w, h float32, err error) {
	a, b, ok := strings.Cut(text, "x")
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	if !ok || errX != nil || errY != nil || x < 400 || y < 300 || x > 10000 || y > 10000 {
		return 0, 0, usagef("-size %q: give width and height from 400x300 to 10000x10000, as in 1440x900", text)
	}
	return float32(x), float32(y), nil
}

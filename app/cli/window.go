package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/cli/argv"
	"descentlab/app/curve"
	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/words"
)

// WindowArgs reads 'descentlab [FILE] [-theme dark|light|system] [-mode overlay|side|relief] [-size WxH] [-scale S]
// [-room ROOM] [-show WHAT] [-large] [-screenshot PNG]'.
// A file that cannot be read is an error at once: no window opens with something else in it.
func WindowArgs(args []string) (session.Opening, error) {
	var o session.Opening
	flags := argv.New("window")
	flags.StringVar(&o.Theme, "theme", "", "dark, light or system")
	flags.StringVar(&o.Mode, "mode", "", "overlay, side or relief")
	size := flags.String("size", "", "width and height, as in 1440x900")
	scale := flags.String("scale", "", "pixels for each unit of length, 0.5 to 4; FYNE_SCALE does the same")
	flags.StringVar(&o.Screenshot, "screenshot", "", "a PNG file: the default experiment's window is drawn into it")
	flags.StringVar(&o.Room, "room", "", words.T("one of %s", strings.Join(setup.RoomKeys, ", ")))
	flags.StringVar(&o.Show, "show", "", words.T("one of %s", strings.Join(session.Shows, ", ")))
	flags.BoolVar(&o.Large, "large", false, "what -show shows has the middle of the window")
	rest, err := argv.Parse(flags, args)
	if err != nil {
		return o, ofRace(args, err)
	}
	if o.Show != "" && !slices.Contains(session.Shows, o.Show) {
		return o, argv.Faultf("-show %q: use %s", o.Show, strings.Join(session.Shows, ", "))
	}
	if panel := !slices.Contains([]string{"", "basins", "sheet"}, o.Show); o.Large && !panel {
		return o, argv.Faultf("-large: give -show %s with it", strings.Join(session.Shows[1:len(session.Shows)-1], ", "))
	}
	if o.Room != "" && !slices.Contains(setup.RoomKeys, o.Room) {
		return o, argv.Faultf("-room %q: use %s", o.Room, strings.Join(setup.RoomKeys, ", "))
	}
	switch o.Theme {
	case "", "dark", "light", "system":
	default:
		return o, argv.Faultf("-theme %q: use dark, light or system", o.Theme)
	}
	switch o.Mode {
	case "", "overlay", "side", "relief":
	default:
		return o, argv.Faultf("-mode %q: use overlay, side or relief", o.Mode)
	}
	if *size != "" {
		if o.Width, o.Height, err = parseSize(*size); err != nil {
			return o, err
		}
	}
	if *scale != "" {
		if v, err := strconv.ParseFloat(*scale, 64); err != nil || !(v >= session.LeastScale && v <= session.MostScale) {
			return o, argv.Faultf("-scale %q: give a number from 0.5 to 4", *scale)
		}
		if err := os.Setenv("FYNE_SCALE", *scale); err != nil {
			return o, err
		}
	}
	if len(rest) > 1 {
		return o, argv.Faultf("unexpected %q; one experiment file at most", rest[1])
	}
	if len(rest) == 1 {
		err = openFile(&o, rest[0])
	}
	return o, err
}

// openFile reads what the window is to open: a lesson, a curve or an experiment, from a file, a picture or a link.
func openFile(o *session.Opening, name string) error {
	if IsLesson(name) {
		o.Document = name
		_, err := loadLesson(name)
		return err
	}
	d, err := share.Find(name)
	if err == nil && d.Format() == curve.Format {
		o.Document = name
		if _, err := curve.Parse(d.Name, d.Text); err != nil {
			return argv.FaultOf(err)
		}
		return nil
	}
	doc, remark, err := experimentOf(name, d, err)
	o.File, o.Experiment, o.Read = name, &doc, remark
	switch {
	case err == nil:
		return nil
	case isTable(name) && !errors.Is(err, fs.ErrNotExist):
		return argv.Faultf("%q is a file of examples: drop it on the window, or race on it: "+
			"descentlab race linear_regression -data %s", name, name)
	}
	return argv.FaultOf(err)
}

// ofRace says of a flag that the window does not have, but a race has, where it belongs.
func ofRace(args []string, err error) error {
	var wanted argv.Help
	if !errors.As(runRace([]string{"-h"}, io.Discard), &wanted) {
		return err
	}
	for _, arg := range args {
		name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if argv.IsFlag(arg) && wanted.Flags.Lookup(name) != nil {
			return argv.Faultf("-%s is a flag of races: descentlab race %s", name, strings.Join(args, " "))
		}
	}
	return err
}

func parseSize(text string) (w, h float32, err error) {
	a, b, ok := strings.Cut(text, "x")
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	if !ok || errX != nil || errY != nil || x < 400 || y < 300 || x > 10000 || y > 10000 {
		return 0, 0, argv.Faultf("-size %q: give width and height from 400x300 to 10000x10000, as in 1440x900", text)
	}
	return float32(x), float32(y), nil
}

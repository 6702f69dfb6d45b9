// Package looking reads from a command line how pictures are wanted: their size, theme and frames.
package looking

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"

	"descentlab/app/cli/argv"
	"descentlab/app/export/picture"
)

// Flags are the flags of pictures.
type Flags struct {
	size, theme string
	colours     string
	scale, rate float64
	transparent bool
	frames      int
	names       []string // of those that are defined
}

// Usage stands for the flags in a line of usage, and for those of what moves.
const (
	Usage       = "[-scale 1|2|4] [-theme dark|light] [-colours deutan|protan|tritan|grey] [-transparent]"
	UsageMoving = "[-frames N] [-fps N]"
	UsageSize   = "[-size WxH|WxHcm]"
)

// Define adds the flags that every picture has.
func (f *Flags) Define(fs *flag.FlagSet) {
	argv.Real(fs, &f.scale, "scale",
		"of pictures: pixels for each unit, 1, 2 or 4; without it 1, and 1.5 of a picture whose size is not given")
	fs.StringVar(&f.theme, "theme", "light", "of pictures: dark or light")
	fs.StringVar(&f.colours, "colours", "",
		"of pictures: deutan, protan, tritan or grey, for eyes that tell other colours apart; without it the usual ones")
	fs.BoolVar(&f.transparent, "transparent", false, "pictures have nothing behind maps, lines and texts")
	f.names = append(f.names, "scale", "theme", "colours", "transparent")
}

// DefineMoving adds those of pictures that move.
func (f *Flags) DefineMoving(fs *flag.FlagSet) {
	argv.Whole(fs, &f.frames, "frames", 0, "of .gif and .apng: so many pictures; without it one for each step, at most 200")
	argv.Real(fs, &f.rate, "fps", "of .gif and .apng: pictures in a second, up to 50; without it 20")
	f.names = append(f.names, "frames", "fps")
}

// coloured are the endings of files that are no pictures, and have one in the set of colours that is wanted.
var coloured = []string{".html", ".ipynb"}

// Look is what the flags say, for files with these names.
func (f *Flags) Look(given map[string]bool, files []string) (picture.Look, error) {
	look := picture.Look{Scale: f.scale, Dark: f.theme == "dark", Colours: f.colours, Transparent: f.transparent,
		Frames: f.frames, Rate: f.rate}
	if f.theme != "dark" && f.theme != "light" && given["theme"] {
		return look, argv.Faultf("-theme %q: use dark or light", f.theme)
	}
	if sets := picture.ColourSets(); given["colours"] && !slices.Contains(sets, f.colours) {
		return look, argv.Faultf("-colours %q: use one of %s", f.colours, strings.Join(sets, ", "))
	}
	for _, n := range []struct {
		name  string
		right bool
	}{{"scale", f.scale > 0}, {"frames", f.frames > 0}, {"fps", f.rate > 0}} {
		if given[n.name] && !n.right {
			return look, argv.Faultf("-%s: must be over 0", n.name)
		}
	}
	for _, name := range f.names {
		moving := name == "frames" || name == "fps"
		if given[name] && !slices.ContainsFunc(files, func(file string) bool {
			ending := strings.ToLower(filepath.Ext(file))
			return picture.Has(ending, moving) || name == "colours" && slices.Contains(coloured, ending)
		}) {
			return look, argv.Faultf("-%s: there is no picture to make; give -o with a name that ends in %s", name,
				strings.Join(picture.Endings(moving), ", "))
		}
	}
	if given["size"] && slices.Contains(f.names, "size") {
		var err error
		if look.W, look.H, err = sides(f.size); err != nil {
			return look, err
		}
	}
	if err := look.Check(); err != nil {
		return look, argv.FaultOf(err)
	}
	return look, nil
}

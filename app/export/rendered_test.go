package export

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"descentlab/app/census"
	"descentlab/app/curve"
	"descentlab/app/export/picture"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim/sweep"
)

// How much a picture that another program draws may differ from ours, in parts of black to white: all of it on average, and any
// square of it, where a letter or a piece of a line would be missed. Bold letters of SVG are the other program's own.
const (
	square     = 40 // pixels
	wholeOff   = 0.006
	squareSVG  = 0.065
	boldSVG    = 0.09 // where many letters are bold
	squarePDF  = 0.08
	dotsPerInk = 144 // dots an inch, which makes 1.5 pixels of a unit
)

// difference is by how much two pictures of about one size differ, on average and in the worst square.
func difference(t *testing.T, a, b image.Image) (whole, worst float64, at image.Point) {
	t.Helper()
	if d := a.Bounds().Size().Sub(b.Bounds().Size()); max(d.X, -d.X, d.Y, -d.Y) > 2 {
		t.Fatalf("one is %v large and the other %v", a.Bounds().Size(), b.Bounds().Size())
	}
	box := image.Rect(0, 0, min(a.Bounds().Dx(), b.Bounds().Dx()), min(a.Bounds().Dy(), b.Bounds().Dy()))
	plain := func(img image.Image) *image.RGBA {
		p := image.NewRGBA(box)
		draw.Draw(p, box, image.White, image.Point{}, draw.Src)
		draw.Draw(p, box, img, img.Bounds().Min, draw.Over)
		return p
	}
	p, q := plain(a), plain(b)
	sum := 0
	for y := 0; y < box.Max.Y; y += square {
		for x := 0; x < box.Max.X; x += square {
			part := image.Rect(x, y, x+square, y+square).Intersect(box)
			off := 0
			for j := part.Min.Y; j < part.Max.Y; j++ {
				for i := p.PixOffset(part.Min.X, j); i < p.PixOffset(part.Max.X-1, j)+4; i++ {
					off += max(int(p.Pix[i])-int(q.Pix[i]), int(q.Pix[i])-int(p.Pix[i]))
				}
			}
			sum += off
			if part.Dx()*part.Dy() < square*square/4 {
				continue // a rim of some pixels
			}
			if share := float64(off) / 255 / 3 / float64(part.Dx()*part.Dy()); share > worst {
				worst, at = share, part.Min
			}
		}
	}
	return float64(sum) / 255 / 3 / float64(box.Dx()*box.Dy()), worst, at
}

// drawnBy is a picture that another program draws.
func drawnBy(t *testing.T, out string, command ...string) image.Image {
	t.Helper()
	run := exec.Command(command[0], command[1:]...)
	run.Env = append(os.Environ(), "FONTCONFIG_FILE="+fonts(t))
	if text, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%q: %v: %s", command, err, text)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// fonts is a configuration by which the program's own fonts are found.
func fonts(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	ours, err := filepath.Abs("../../resources/fonts")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "fonts.conf")
	text := "<?xml version=\"1.0\"?><fontconfig><dir>" + ours + "</dir><cachedir>" + dir + "</cachedir></fontconfig>"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func ofSVG(t *testing.T, file string) image.Image {
	return drawnBy(t, file+".png", "rsvg-convert", "-z", "1.5", "-o", file+".png", file)
}

func ofPDF(t *testing.T, file string) image.Image {
	return drawnBy(t, file+".png", "pdftoppm", "-r", fmt.Sprint(dotsPerInk), "-png", "-singlefile", file, file)
}

// pictured writes a result as PNG, SVG and PDF and compares these. It returns the name of the files, but for their endings.
func pictured[R any](t *testing.T, k *Kind[R], result R, look picture.Look, limit float64) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "p")
	h := Hearers{Context: t.Context(), Look: look}
	if err := k.Write(h, result, name+".png", name+".svg", name+".pdf"); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	own, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range []struct {
		what  string
		img   image.Image
		limit float64
	}{{"SVG", ofSVG(t, name+".svg"), limit}, {"PDF", ofPDF(t, name+".pdf"), squarePDF}} {
		whole, worst, at := difference(t, own, other.img)
		t.Logf("%s: %.4f, %.4f at %v", other.what, whole, worst, at)
		if whole > wholeOff || worst > other.limit {
			t.Errorf("the %s differs by %.4f, at %v by %.4f", other.what, whole, at, worst)
		}
	}
	return name
}

func renderers(t *testing.T) {
	t.Helper()
	for _, name := range []string{"rsvg-convert", "pdftoppm"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("there is no %s here", name)
		}
	}
}

func raced(t *testing.T, change func(*setup.Experiment)) lab.Run {
	t.Helper()
	doc := setup.Default()
	if change != nil {
		change(&doc)
	}
	run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// TestVectorsAreThePicture: what other programs make of SVG and PDF is our PNG, of every kind of result.
func TestVectorsAreThePicture(t *testing.T) {
	lengthy.Test(t)
	renderers(t)
	t.Run("race", func(t *testing.T) { pictured(t, Race, raced(t, nil), picture.Look{}, squareSVG) })
	t.Run("dark", func(t *testing.T) {
		pictured(t, Race, raced(t, nil), picture.Look{W: 500, H: 600, Scale: 1.5, Dark: true}, squareSVG)
	})
	t.Run("relief", func(t *testing.T) {
		run := raced(t, func(d *setup.Experiment) { d.Look.Relief = true })
		pictured(t, Race, run, picture.Look{W: 500, H: 500, Scale: 1.5}, squareSVG)
	})
	t.Run("basins", func(t *testing.T) {
		run := raced(t, nil)
		survey := run.Survey()
		sheet, err := survey.Basins(t.Context(), 1, 64, 64, sweep.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		pictured(t, Maps, &Map{Survey: &survey, Racer: 1, Sheet: sheet}, picture.Look{}, squareSVG)
	})
	t.Run("plane", func(t *testing.T) {
		run := raced(t, nil)
		survey := run.Survey()
		x, y := sweep.Axis{Knob: "lr", From: 1e-4, To: 1, Log: true}, sweep.Axis{Knob: "momentum", From: 0, To: 0.99}
		sheet, err := survey.Plane(t.Context(), 1, x, y, 48, 48, sweep.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		pictured(t, Maps, &Map{Survey: &survey, Racer: 1, Sheet: sheet, X: &x, Y: &y}, picture.Look{}, squareSVG)
	})
	t.Run("curve", func(t *testing.T) {
		l, err := curve.NewLab(curve.Default())
		if err != nil {
			t.Fatal(err)
		}
		l.Seek(12)
		pictured(t, Curve, CurveTable{State: l.State(), Steps: 12}, picture.Look{}, boldSVG)
	})
	t.Run("census", func(t *testing.T) {
		c, err := census.Take(t.Context(), census.Setting{From: 1, To: 4, Count: 200}, nil, func(float64) {})
		if err != nil {
			t.Fatal(err)
		}
		pictured(t, Census, c, picture.Look{}, squareSVG)
	})
}

// TestAMissingElementIsSeen: the limits of the comparison are so close that it sees one line, one glyph or one text of the map
// that is not there.
func TestAMissingElementIsSeen(t *testing.T) {
	lengthy.Test(t)
	renderers(t)
	name := pictured(t, Race, raced(t, nil), picture.Look{}, squareSVG)
	data, err := os.ReadFile(name + ".svg")
	if err != nil {
		t.Fatal(err)
	}
	whole := ofSVG(t, name+".svg")
	lines := strings.Split(string(data), "\n")
	for _, element := range []string{
		`stroke="#d92f4c" stroke-width="[0-9.]+"/>$`, // the way of a racer
		`^<path d="[^"]*z" fill="#0f9d64"/>$`,        // its glyph
		`>A, the lowest</text>$`,                     // a name
		`^<path fill-rule="evenodd"`,                 // the ground's
	} {
		i := 0
		for i < len(lines) && !regexp.MustCompile(element).MatchString(lines[i]) {
			i++
		}
		if i == len(lines) {
			t.Errorf("there is no element %s", element)
			continue
		}
		less := append(append([]string{}, lines[:i]...), lines[i+1:]...)
		file := filepath.Join(t.TempDir(), "less.svg")
		if err := os.WriteFile(file, []byte(strings.Join(less, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, worst, _ := difference(t, whole, ofSVG(t, file)); worst < squareSVG {
			t.Errorf("without %s a square differs by %.4f only", element, worst)
		}
	}
}

package exporting

import (
	"bytes"
	"context"
	"encoding/binary"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/export"
	"descentlab/app/export/offers"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/window/filing"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

// A window is one on the test driver, with the queue of its goroutine.
type window struct {
	Host
	t       *testing.T
	posts   chan func()
	notices []string
	faults  []error
	copied  []byte
}

func newWindow(t *testing.T) *window {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(skin.NewTheme(plot.DarkPalette()))
	w := &window{t: t, posts: make(chan func(), 1000)}
	win := a.NewWindow("")
	win.Resize(fyne.NewSize(1024, 700))
	t.Cleanup(win.Close)
	w.Host = Host{
		Host: filing.Host{Window: win, Post: func(f func()) { w.posts <- f }, Folder: filing.NewFolder(a.Preferences())},
		Kept: a.Preferences(), Dark: true, Colours: "deutan", Screen: fyne.NewSize(560, 700),
		Over:   func(func(fyne.KeyName) bool) {},
		Notice: func(text string) { w.notices = append(w.notices, text) },
		Fail:   func(err error) { w.faults = append(w.faults, err) },
		Copy: func(_ context.Context, png []byte) error {
			w.copied = png
			return nil
		},
	}
	w.Folder.Keep(filepath.Join(t.TempDir(), "x"))
	return w
}

// open opens the dialog, which ends with the test.
func (w *window) open(list []export.Offer, seen string) *Dialog {
	d := Open(w.Host, list, seen)
	w.t.Cleanup(d.End)
	return d
}

// until runs what is posted until a condition holds.
func (w *window) until(holds func() bool) {
	w.t.Helper()
	for !holds() {
		select {
		case f := <-w.posts:
			f()
		case <-time.After(2 * time.Minute): // a machine may be slow
			w.t.Fatal("it does not come to pass")
		}
	}
}

// finish presses Save and waits until the file is written, or cannot be.
func (w *window) finish(d *Dialog) {
	w.t.Helper()
	d.Save()
	w.until(func() bool { return !d.writing.Busy() })
}

// raced is a small race.
func raced(t *testing.T) lab.State {
	t.Helper()
	doc := setup.Default()
	doc.Steps = 12
	r, err := lab.Prepare(t.Context(), doc, lab.WantAll)
	if err != nil {
		t.Fatal(err)
	}
	return r.State()
}

// TestPreviewThenFile: what is seen first is what is written, at the size that was told, in as many bytes, and it opens as the
// experiment.
func TestPreviewThenFile(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	if d.offer().Key != offers.Map || filepath.Base(d.path.Text) != "race.png" {
		t.Fatalf("%s as %s", d.offer().Key, d.path.Text)
	}
	w.until(func() bool { v, _ := d.looking.Result(); return v.size > 0 })
	v, _ := d.looking.Result()
	if d.stage.image.Image == nil || !v.preview.Look.Dark || v.preview.Look.Colours != "deutan" ||
		!strings.Contains(d.facts.Text(), "2416 × 1504") || d.wide.Text != "1208" {
		t.Errorf("it shows %v, says %q, %s", v.preview.Look, d.facts.Text(), d.wide.Text)
	}
	path, err := d.path.Absolute()
	if err != nil {
		t.Fatal(err)
	}
	w.finish(d)
	data, err := os.ReadFile(path)
	if err != nil || int64(len(data)) != v.size || len(w.notices) != 1 || !d.closed {
		t.Fatalf("%v, %d bytes, told were %d; said %q", err, len(data), v.size, w.notices)
	}
	if img, err := png.Decode(bytes.NewReader(data)); err != nil || img.Bounds().Dx() != 2416 {
		t.Error(err)
	}
	if _, err := share.Open(path); err != nil {
		t.Error(err)
	}
	at := bytes.Index(data, []byte("pHYs"))
	if dots := binary.BigEndian.Uint32(data[at+4:]); dots != 7559 { // 192 for an inch
		t.Errorf("%d dots a metre", dots)
	}
}

// TestEveryFormatOfEveryResult is shown and written, and nothing but the files is left.
func TestEveryFormatOfEveryResult(t *testing.T) {
	lengthy.Test(t)
	w := newWindow(t)
	s := raced(t)
	list, seen := offers.Race(s)
	keys := map[string]bool{}
	for _, o := range list {
		keys[o.Key] = true
	}
	for _, key := range []string{offers.Map, offers.Relief, offers.Side, setup.PanelCharts, setup.PanelStep, setup.PanelRates,
		setup.PanelBasins, setup.PanelPlane, setup.PanelSwarm, setup.PanelPoints} {
		if !keys[key] {
			t.Errorf("there is no result %s", key)
		}
	}
	d := w.open(list, seen)
	d.change(func(c *Choices) { c.Size, c.W, c.H, c.Frames = typedSize, "200", "160", "3" })
	for _, o := range list {
		if o.Key == setup.PanelBasins || o.Key == setup.PanelPlane {
			continue // these take long
		}
		for _, ending := range o.Endings() {
			if saysOf(ending, false) == "" {
				t.Errorf("nothing is told of %s", ending)
			}
			d.choose(o.Key)
			d.format.OnPicked(ending)
			w.until(func() bool { return d.looking.Fresh() || d.looking.Err() != nil })
			v, _ := d.looking.Result()
			if err := d.looking.Err(); err != nil || v.preview.Picture == nil && v.preview.Text == "" && ending != ".npz" {
				t.Errorf("%s%s: %v, %v", o.Key, ending, err, v)
			}
			dir := t.TempDir()
			path := filepath.Join(dir, "x"+ending)
			if err := o.Write(export.Hearers{Context: t.Context(), Look: v.preview.Look}, path); err != nil {
				t.Errorf("%s%s: %v", o.Key, ending, err)
			}
			names, err := o.Names(t.Context(), path, nil)
			if there, readErr := os.ReadDir(dir); err != nil || readErr != nil || len(there) != len(names) {
				t.Errorf("%s%s: %v, %v, want %v", o.Key, ending, err, there, names)
			}
		}
	}
}

// TestSizes: each of them is what its name says, in units; a paper's picture keeps its shape.
func TestSizes(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	for key, want := range map[string][4]int{
		ownSize: {1208, 752, 2416, 1504}, screenSize: {560, 700, 1120, 1400}, "slide": {960, 540, 1920, 1080},
		"square": {540, 540, 1080, 1080}, "column": {321, 200, 1003, 625}, "columns": {661, 411, 2066, 1284},
	} {
		d.size.OnPicked(key)
		w.until(d.looking.Fresh)
		v, _ := d.looking.Result()
		wide, high := v.preview.Look.Pixels()
		if got := [4]int{v.preview.Look.W, v.preview.Look.H, wide, high}; got != want {
			t.Errorf("%s is %v, want %v", key, got, want)
		}
	}
	if d.wide.Text != "17.5" && d.wide.Text != "8.5" && d.choices.unit() == centimetres {
		t.Errorf("the width is %s", d.wide.Text)
	}
	d.size.OnPicked("columns")
	w.until(d.looking.Fresh)
	d.unit.OnChanged(0)
	if d.wide.Text != "661" || d.choices.Size != typedSize {
		t.Errorf("in pixels it is %s", d.wide.Text)
	}
	for wide, says := range map[string]string{"0": "from 16 to 10000", "-4": "from 16", "1e9": "from 16", "": "two numbers",
		"NaN": "two numbers", "9999": ""} {
		d.wide.SetText(wide)
		if !strings.Contains(d.message.Text, says) || says == "" && d.message.Text != "" {
			t.Errorf("%q: says %q, want %q", wide, d.message.Text, says)
		}
	}
	d.wide.SetText("9999")
	d.high.SetText("9999")
	if !strings.Contains(d.message.Text, "million") {
		t.Errorf("huge: says %q", d.message.Text)
	}
	d.Save()
	if d.writing.Busy() || d.closed {
		t.Error("what cannot be is written")
	}
	d.wide.SetText("300,5")
	d.high.SetText("200")
	if look, err := d.look(); err != nil || look.W != 301 {
		t.Errorf("with a comma: %v, %v", look, err)
	}
}

// TestNameAndFormat follow each other, and the name that the user has given stays.
func TestNameAndFormat(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	d.format.OnPicked(".svg")
	if filepath.Base(d.path.Text) != "race.svg" || d.detail[0].Visible() || !d.sizes[0].Visible() {
		t.Errorf("%s", d.path.Text)
	}
	d.format.OnPicked(".csv")
	if filepath.Base(d.path.Text) != "race.csv" || d.sizes[0].Visible() {
		t.Errorf("%s", d.path.Text)
	}
	d.choose(setup.PanelPoints)
	if filepath.Base(d.path.Text) != "points.csv" {
		t.Errorf("%s", d.path.Text)
	}
	d.choose(offers.Side)
	if filepath.Base(d.path.Text) != "side-by-side.png" { // which has no table
		t.Errorf("%s", d.path.Text)
	}
	d.path.SetText(filepath.Join(d.path.Folder(), "mine.pdf"))
	if d.format.Selected() != ".pdf" {
		t.Errorf("the format is %s", d.format.Selected())
	}
	d.choose(offers.Map)
	d.format.OnPicked(".gif")
	if filepath.Base(d.path.Text) != "mine.gif" || !d.moving[0].Visible() {
		t.Errorf("%s", d.path.Text)
	}
	w.until(d.looking.Fresh)
	if !strings.Contains(d.plays.Text(), "13 frames: plays 2.15 s") {
		t.Errorf("it says %q", d.plays.Text())
	}
	d.frames.SetText("x")
	if !strings.Contains(d.message.Text, "frames must be from 1") {
		t.Errorf("it says %q", d.message.Text)
	}
}

// TestChoicesAreKept for the next time, and what has been written there by hand does no harm.
func TestChoicesAreKept(t *testing.T) {
	lengthy.Test(t)
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	d.format.OnPicked(".svg")
	d.size.OnPicked("column")
	d.theme.OnChanged(0)
	d.ground.OnChanged(1)
	w.finish(d)
	again := w.open(list, seen)
	if c := again.choices; c != d.choices || c.Ending != ".svg" || c.Size != "column" || c.Theme != light || !c.Transparent {
		t.Errorf("kept: %+v", c)
	}
	for _, text := range []string{"", "{", `{"scale":-1}`, `{"dpi":1e300,"unit":"ell","size":"huge","ending":".exe"}`,
		`{"theme":7}`} {
		w.Kept.SetString(choicesKey, text)
		if _, err := w.open(list, seen).look(); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

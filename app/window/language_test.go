package window

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/surfaces"
)

// TestEveryTextGoesThroughWords: in a language in which every text stands between brackets, the window has no text of letters
// outside of them, whatever is open, and asks for no text that stands between them already.
func TestEveryTextGoesThroughWords(t *testing.T) {
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	r.look("at first")
	for _, panel := range lab.Panels {
		u.Edit("", func(e *lab.Experiment) { e.Look.Panel = panel })
		r.look("panel " + panel)
	}
	u.Edit("", func(e *lab.Experiment) { e.Look.Panel, e.Look.SideBySide = lab.PanelCharts, true })
	r.look("side by side")
	for _, ground := range []string{lab.GroundBasins, lab.GroundDifference} {
		u.Edit("", func(e *lab.Experiment) { e.Look.Ground = ground })
		r.look(ground + " side by side")
		u.Edit("", func(e *lab.Experiment) { e.Look.SideBySide = false })
		r.look(ground)
	}
	u.Edit("", func(e *lab.Experiment) { e.Look.Ground = lab.GroundHeights })
	u.look.choose("light")
	u.restyle()
	r.look("light theme")
	for _, say := range []string{
		"⟦Undo (Ctrl+Z)⟧",                        // a hint
		"⟦Save experiment …   Ctrl+S⟧",           // a menu
		"⟦levels with equal areas between them⟧", // a choice
	} {
		if !strings.Contains(r.all.String(), say) {
			t.Errorf("%s has not been read", say)
		}
	}
}

// TestEveryTextOfToolsGoesThroughWords is the same of what the mouse does on the maps.
func TestEveryTextOfToolsGoesThroughWords(t *testing.T) {
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	calm(t, u)
	for _, p := range u.lab.State().Field.Places {
		u.lab.Look(func(v *lab.View) { v.Select(&p) })
		r.look(fmt.Sprintf("%v selected", p.Kind))
	}
	u.lab.Look(func(v *lab.View) {
		v.Select(nil)
		v.Racer = u.lab.State().Doc.Racers[0].Slot
	})
	r.look("one racer")
	u.lab.Look(func(v *lab.View) { v.Racer, v.Cross = -1, &geom.Point{X: 0.5, Y: 0.5} })
	r.look("pointing at a place")
	u.lab.Look(func(v *lab.View) { v.Cross = nil })
	u.lab.ToggleSculpt()
	for _, kind := range []lab.BumpKind{lab.Well, lab.Hill, lab.Ridge} {
		u.lab.Look(func(v *lab.View) { v.Adds = kind })
		r.look("sculpting")
	}
	u.lab.ToggleSculpt()
	for _, from := range []string{lab.FromGrid, lab.FromRing} {
		u.Edit("", func(e *lab.Experiment) { e.Look.Panel, e.Swarm.From = lab.PanelSwarm, from })
		r.look("swarm from " + from)
	}
	for _, picture := range lab.SwarmPictures {
		u.Edit("", func(e *lab.Experiment) { e.Look.SwarmShows = picture })
		r.look("swarm's " + picture)
	}
	if err := u.lab.Paint(); err != nil {
		t.Fatal(err)
	}
	r.look("painting")
	u.lab.Look(func(v *lab.View) { v.Erase = true })
	r.look("rubbing out")
}

// TestEveryTextOfRacersGoesThroughWords is the same of racers, their sheets and their cards.
func TestEveryTextOfRacersGoesThroughWords(t *testing.T) {
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	slot := u.lab.State().Doc.Racers[0].Slot
	u.lab.Look(func(v *lab.View) { v.Sheet, v.Cards = lab.Sheet{Open: true, Slot: slot}, lab.Slots{slot} })
	r.look("sheet and card")
	for _, m := range optim.Methods() {
		u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Method: m.Key} })
		r.look("sheet of " + m.Key)
	}
	u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{} })
	for _, s := range optim.Schedules() {
		u.Edit("", func(e *lab.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.WithSchedule(s.Key) })
		r.look("schedule " + s.Key)
	}
	for _, shows := range []string{lab.PlaneShowsLoss, lab.PlaneShowsBest, lab.PlaneShowsSteps} {
		u.Edit("", func(e *lab.Experiment) { e.Look.Panel, e.Look.PlaneShows = lab.PanelPlane, shows })
		r.look("plane of " + shows)
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers[0].Hidden, e.Racers = true, e.Racers[:1] })
	r.look("a hidden racer")
	u.Edit("", func(e *lab.Experiment) { e.Racers = nil })
	for _, panel := range lab.Panels {
		u.Edit("", func(e *lab.Experiment) { e.Look.Panel = panel })
		r.look("no racers, panel " + panel)
	}
}

// TestEveryTextOfSurfacesGoesThroughWords is the same of surfaces.
func TestEveryTextOfSurfacesGoesThroughWords(t *testing.T) {
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	u.lab.Look(func(v *lab.View) { v.Turned = true })
	for _, name := range []string{"linear_regression", "logistic", "tanh_neuron", "peaks", "banana"} {
		u.choose(t, name)
		if u.lab.State().Learning() {
			u.Edit("", func(e *lab.Experiment) { e.Look.Panel, e.Look.Batches, e.Batch = lab.PanelData, true, 4 })
			r.look("batches of " + name)
			u.Edit("", func(e *lab.Experiment) { e.Batch = 0 })
		}
		r.look(name)
	}
	u.header.commit("log(x) + y^2")
	r.look("a formula without a value at the start")
	u.header.commit("x^2 - y^2")
	r.look("a formula")
}

// inBrackets is the language of these tests. A text that is asked for twice, in brackets already, is a fault.
func inBrackets(t *testing.T) {
	words.Translate(func(english string) string {
		if strings.ContainsAny(english, "⟦⟧") {
			t.Errorf("translated twice: %q", english)
		}
		return "⟦" + english + "⟧"
	})
	t.Cleanup(func() { words.Translate(nil) })
}

// A reader reads the window, and tells of each text only once.
type reader struct {
	t     *testing.T
	u     *testUI
	names *strings.Replacer // takes those of methods, surfaces and schedules out
	same  map[string]bool   // words that are the same in every language
	code  map[string]bool   // programs and their lines
	bare  map[string]bool   // texts that have been told of
	all   strings.Builder   // that was read
}

// newReader knows what may stand outside of words: names of methods, of schedules and of surfaces in the catalogues, which are
// proper ones; names of knobs, parameters and axes with the words that they may be set to, which are the same in files and on
// the command line; and the name of the program.
func newReader(t *testing.T, u *testUI) *reader {
	r := &reader{t: t, u: u, code: map[string]bool{}, bare: map[string]bool{}, same: map[string]bool{}}
	for _, name := range []string{lab.NoiseAxis, lab.BatchAxis, "true", "false", "inf", "NaN"} {
		r.same[name] = true
	}
	titles := []string{"Descent Lab", "PyTorch", "SciPy"}
	var knobs []optim.Knob
	for _, m := range optim.Methods() {
		titles, knobs = append(titles, m.Title), append(knobs, m.Knobs...)
	}
	for _, s := range optim.Schedules() {
		titles, knobs = append(titles, s.Title), append(knobs, s.Knobs...)
	}
	for _, k := range append(knobs, optim.StageKnobs()...) {
		r.same[k.Name] = true
		for _, c := range k.Choices {
			r.same[c] = true
		}
	}
	for _, s := range surfaces.Catalogue() {
		titles = append(titles, s.Title)
		for _, p := range s.Params {
			r.same[p.Name] = true
		}
	}
	slices.SortFunc(titles, func(a, b string) int { return len(b) - len(a) }) // the longest that fits goes
	var pairs []string
	for _, title := range titles {
		pairs = append(pairs, title, "")
	}
	r.names = strings.NewReplacer(pairs...)
	return r
}

// look reads everything as soon as nothing is under way: texts, what pictures are drawn of, and hints and choices that are not
// open.
func (r *reader) look(where string) {
	r.t.Helper()
	calm(r.t, r.u)
	for _, menu := range []*fyne.Menu{r.u.fileMenu(), r.u.themeMenu()} {
		for _, item := range menu.Items {
			r.read(where, item.Label, 0)
		}
	}
	open := 0
	desktest.Walk(r.u.win.Content(), true, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			if o.TextStyle.Monospace { // a program, as it is copied into a file
				for line := range strings.Lines(o.Text + "\n" + o.Text) {
					r.code[strings.TrimRight(line, "\n")] = true
				}
				r.code[o.Text] = true
			}
		case *canvas.Text:
			if open = r.read(where, o.Text, open); strings.HasSuffix(o.Text, "…") {
				open = 0 // the rest of it is not seen
			}
		case *widget.RichText:
			r.read(where, o.String(), 0)
		case fyne.Widget:
			held(reflect.ValueOf(o).Elem(), func(text string) { r.read(where, text, 0) })
		}
	})
	if open != 0 {
		r.t.Errorf("%s: a text is cut off without a sign of it", where)
	}
}

// A word is one of more than a letter: single ones are those of formulas and units, and with a number they name points.
var word = regexp.MustCompile(`[\p{L}_][\p{L}\p{N}_]*`)

// read looks for words outside of all brackets, of which some are open before: the lines of a broken text follow one another.
// It gives how many are open behind.
func (r *reader) read(where, text string, open int) int {
	r.t.Helper()
	r.all.WriteString(text + "\n")
	outside, open := outsideOf(text, open)
	if r.bare[outside] || r.code[text] || outside == r.formula() || remembered.MatchString(outside) {
		return open
	}
	for _, w := range word.FindAllString(r.names.Replace(outside), -1) {
		if !r.named(w, outside) && !letter.MatchString(w) && !r.bare[outside] {
			r.bare[outside] = true
			r.t.Errorf("%s: %s in %q", where, w, text)
		}
	}
	return open
}

// named tells whether a word is a name that is the same in every language, or the beginning of one that is cut short, or one of
// the surface's critical points.
func (r *reader) named(w, text string) bool {
	if !strings.HasSuffix(text, w+"…") {
		return r.same[w] || r.u.lab.State().Field.Named(w) != nil
	}
	for name := range r.same {
		if strings.HasPrefix(name, w) {
			return true
		}
	}
	return false
}

// remembered are what methods remember, with the names of their programs: "adam.exp_avg".
var remembered = regexp.MustCompile(`^[a-z0-9_]+\.[A-Za-z0-9_]+$`)

var letter = regexp.MustCompile(`^\p{L}?\p{N}*$`)

// formula is that of the surface: it is the same in every language.
func (r *reader) formula() string {
	doc := r.u.lab.State().Doc
	s, err := doc.Landscape()
	if err != nil {
		return ""
	}
	return s.Formula
}

func outsideOf(text string, open int) (string, int) {
	var b strings.Builder
	for _, c := range text {
		switch {
		case c == '⟦':
			open++
		case c == '⟧':
			open = max(open-1, 0)
		case open == 0:
			b.WriteRune(c)
		}
	}
	return b.String(), open
}

// silent are fields that are not shown: keys of choices and names of icons, and markup of formulas.
var silent = []string{"Key", "key", "icon", "selected", "markup"}

// held calls f with the texts that a widget holds: those that its pictures are drawn of, of its hints, and of choices.
func held(v reflect.Value, f func(string)) {
	switch v.Kind() {
	case reflect.String:
		f(v.String())
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			held(v.Index(i), f)
		}
	case reflect.Struct:
		if !strings.HasPrefix(v.Type().PkgPath(), "descentlab/") {
			return
		}
		for i := range v.NumField() {
			if !slices.Contains(silent, v.Type().Field(i).Name) {
				held(v.Field(i), f)
			}
		}
	}
}

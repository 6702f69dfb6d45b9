package window

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/window/filing"
	"descentlab/optim"
	"descentlab/surfaces"
	"descentlab/widgets/kit"
	"descentlab/widgets/prose"
)

// A reader reads the window, and tells of each text only once.
type reader struct {
	t      *testing.T
	u      *testUI
	names  *strings.Replacer // takes those of methods, surfaces and schedules out
	titles []string          // these names
	same   map[string]bool   // words that are the same in every language
	code   map[string]bool   // programs and their lines, names of files, and lines of names of knobs
	bare   map[string]bool   // texts that have been told of
	all    strings.Builder   // that was read
}

// newReader knows what may stand outside of words: names of methods, of schedules and of surfaces in the catalogues, which are
// proper ones; names of knobs, parameters and axes with the words that they may be set to, which are the same in files and on
// the command line; and the name of the program.
func newReader(t *testing.T, u *testUI) *reader {
	r := &reader{t: t, u: u, code: map[string]bool{}, bare: map[string]bool{}, same: map[string]bool{}}
	for _, name := range []string{setup.NoiseAxis, setup.BatchAxis, "true", "false", "inf", "NaN"} {
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
		r.code[k.Written] = true
		for i, c := range k.Name {
			if c == '_' { // where it is set in two lines
				r.code[k.Name[:i+1]], r.code[k.Name[i+1:]] = true, true
			}
		}
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
	r.titles, r.names = titles, strings.NewReplacer(pairs...)
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
	r.object(where, r.u.win.Content())
	for _, over := range r.u.win.Canvas().Overlays().List() {
		r.object(where, over)
	}
}

// object reads all that an object is made of.
func (r *reader) object(where string, o fyne.CanvasObject) {
	r.t.Helper()
	open := 0 // brackets
	desktest.Walk(o, true, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			if o.TextStyle.Monospace { // a program, as it is copied into a file
				for line := range strings.Lines(o.Text) {
					r.code[strings.TrimRight(line, "\n")] = true
				}
				r.code[o.Text] = true
			}
		case *filing.Path:
			r.code[o.Text] = true
		case *canvas.Text:
			if open = r.read(where, o.Text, open); strings.HasSuffix(o.Text, "…") {
				open = 0 // the rest of it is not seen
			}
		case *widget.RichText:
			r.read(where, o.String(), 0)
		case *prose.Paragraph: // it holds its words one by one, too
			for _, span := range o.Spans() {
				r.read(where, span.Text, 0)
			}
		case fyne.Widget:
			held(reflect.ValueOf(o).Elem(), func(text string) { r.read(where, text, 0) })
		}
	})
	if open != 0 {
		r.t.Errorf("%s: a text is cut off without a sign of it", where)
	}
}

// A word has letters. A single letter is one of a formula or a unit, or names a point, with a number perhaps.
var (
	word   = regexp.MustCompile(`[\p{L}_][\p{L}\p{N}_]*`)
	letter = regexp.MustCompile(`^\p{L}?\p{N}*$`)
)

// remembered are what methods remember, with the names of their programs: "adam.exp_avg".
var remembered = regexp.MustCompile(`^[a-z0-9_]+\.[A-Za-z0-9_]+$`)

// read looks for words outside of all brackets, of which some are open before: the lines of a broken text follow one another.
// It gives how many are open behind.
func (r *reader) read(where, text string, open int) int {
	r.t.Helper()
	r.all.WriteString(text + "\n")
	outside, open := outsideOf(text, open)
	if r.bare[outside] || r.code[text] || outside == r.formula() || remembered.MatchString(outside) || r.shortened(outside) {
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

// shortened tells whether a text is the beginning of a title.
func (r *reader) shortened(text string) bool {
	cut, short := strings.CutSuffix(text, "…")
	return short && cut != "" && slices.ContainsFunc(r.titles, func(title string) bool { return strings.HasPrefix(title, cut) })
}

// formula is that of the surface: it is the same in every language.
func (r *reader) formula() string {
	doc := r.u.lab.State().Doc
	s, err := doc.Landscape()
	if err != nil {
		return ""
	}
	return s.Formula
}

// outsideOf is what stands outside of all brackets, of which some are open before, and how many are open behind.
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

// silent are fields that are not shown: keys of choices, and markup of formulas.
var silent = []string{"Key", "key", "selected", "markup"}

// held calls f with the texts that a widget holds: those that its pictures are drawn of, of its hints, and of choices.
func held(v reflect.Value, f func(string)) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() != reflect.TypeFor[kit.IconName]() {
			f(v.String())
		}
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

package lessons

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lesson"
	"descentlab/app/lesson/library"
	"descentlab/app/lesson/measure"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/kit"
	"descentlab/widgets/prose"
	"descentlab/widgets/widgettest"
)

// entered is the room in a window, as it was kept.
func entered(t *testing.T, state []byte) (*Room, *desktest.Desk) {
	t.Helper()
	d := desktest.On(t, "sphere", 1, "sgd lr=0.1")
	r, err := New(d, state, func() {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.living.desk.lab.Close)
	d.Window().SetContent(kit.WithHints(r.Object()))
	d.Window().Resize(fyne.NewSize(1376, 857))
	r.Enter()
	d.Settle()
	return r, d
}

// openLesson reads the lesson of a key.
func openLesson(t *testing.T, r *Room, d *desktest.Desk, key string) {
	t.Helper()
	for i, b := range r.books {
		if b.key == key {
			r.openBook(i)
			d.Settle()
			return
		}
	}
	t.Fatalf("there is no lesson %s", key)
}

// number is the first number of the text that sets a field, and the paragraph and the span that it is.
func number(t *testing.T, r *Room, field string) (p *passage, span int) {
	t.Helper()
	for _, row := range r.page.rows {
		if p, is := row.(*passage); is {
			for i := range p.runs {
				if p.runs[i].Kind == lesson.Scrub && p.runs[i].Field.String() == field {
					return p, i
				}
			}
		}
	}
	t.Fatalf("no number sets %s", field)
	return nil, 0
}

// drag drags what lies over a span by so many units to the right, one by one.
func drag(p *passage, span, by int) {
	grip := p.par.Grip(span)
	grip.(desktop.Mouseable).MouseDown(widgettest.Mouse(5, 5, desktop.MouseButtonPrimary))
	dx := float32(1)
	if by < 0 {
		dx, by = -1, -by
	}
	for i := range by {
		widgettest.DragTo(grip.(fyne.Draggable), 5+dx*float32(i+1), 5, dx, 0)
	}
	grip.(desktop.Mouseable).MouseUp(widgettest.Mouse(5, 5, desktop.MouseButtonPrimary))
	grip.(fyne.Draggable).DragEnd()
}

// pill is the text of the result that follows a number in its paragraph.
func pill(p *passage, after int) prose.Span {
	for _, s := range p.par.Spans()[after:] {
		if s.Kind == prose.Result {
			return s
		}
	}
	return prose.Span{}
}

// TestEveryLessonShows: with its title, all of its text, lines that are not too long, and an experiment that runs beside it.
func TestEveryLessonShows(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, nil)
	for _, b := range r.books {
		openLesson(t, r, d, b.key)
		text := ""
		for _, row := range r.page.rows {
			p, is := row.(*passage)
			if !is {
				continue
			}
			for _, line := range p.par.Lines() {
				if n := utf8.RuneCountInString(line); n > prose.LongestLine {
					t.Errorf("%s: a line of %d characters: %s", b.key, n, line)
				}
				text += line + " "
			}
		}
		for _, want := range []string{b.lesson.Title, b.lesson.About} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: it does not say %q", b.key, want)
			}
		}
		if s := r.living.desk.lab.State(); s.Tape == nil || s.Stale() || s.Err != nil {
			t.Errorf("%s: nothing runs beside it: %v", b.key, s.Err)
		}
		for run, p := range r.values.pills {
			if !p.fresh || p.fault != nil {
				t.Errorf("%s: %q is not known: %v", b.key, run.Text, p.fault)
			} else if text, stale := r.values.shown(run); stale || text != run.Text {
				t.Errorf("%s: the file says %q, the room %q", b.key, run.Text, text)
			}
		}
		for _, f := range r.values.facts {
			if !f.known || !f.is.OK {
				t.Errorf("%s: the claim %q: %v %s", b.key, f.claim.Text, f.fault, f.is.Found)
			}
		}
		if n := len(r.asking.rows); n != len(b.lesson.Questions) {
			t.Errorf("%s: %d questions of %d", b.key, n, len(b.lesson.Questions))
		}
	}
}

// TestScrubbedNumberSetsTheLab: at once, with the result beside it; the whole drag is one undo, and a double click takes it back.
func TestScrubbedNumberSetsTheLab(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	p, span := number(t, r, "racer2.lr")
	rate := func() float64 { return r.living.desk.lab.State().Doc.Racers[1].Spec.Get("lr").Num }
	drag(p, span, 10)
	if rate() != 0.02 || p.par.Spans()[span].Text != "0.02" {
		t.Fatalf("the lab has %v, the text says %q", rate(), p.par.Spans()[span].Text)
	}
	if s := pill(p, span); !s.Stale {
		t.Errorf("%q counts as computed", s.Text)
	}
	d.Settle()
	if s := pill(p, span); s.Stale || s.Text != "never" {
		t.Errorf("at a rate of 0.02 it comes under the loss at step %q", s.Text)
	}
	drag(p, span, -40)
	d.Settle()
	if s := pill(p, span); rate() >= 0.019 || s.Text == "never" || s.Text == "232 steps" {
		t.Errorf("at a rate of %v it comes under the loss at step %q", rate(), s.Text)
	}
	r.Undo()
	if rate() != 0.02 {
		t.Errorf("one undo leads to %v", rate())
	}
	r.Undo()
	if rate() != 0.019 || r.CanUndo() {
		t.Errorf("two undos lead to %v", rate())
	}
	d.Settle()
	if s := pill(p, span); s.Text != "232 steps" {
		t.Errorf("it says %q again", s.Text)
	}
}

// TestArrowKeysMoveTheNumber that has the focus, finely with Shift; a row of presses is one undo.
func TestArrowKeysMoveTheNumber(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	run := widgettest.Waits(t)
	p, span := number(t, r, "racer2.lr")
	grip := p.par.Grip(span).(fyne.Focusable)
	d.Window().Canvas().Focus(grip)
	for range 4 {
		widgettest.Key(grip, fyne.KeyRight)
	}
	run()
	if got := p.par.Spans()[span].Text; got != "0.0194" {
		t.Errorf("four steps lead to %s", got)
	}
	widgettest.Hold(t, fyne.KeyModifierShift)
	widgettest.Key(grip, fyne.KeyLeft)
	run()
	if got := p.par.Spans()[span].Text; got != "0.01939" {
		t.Errorf("a fine step leads to %s", got)
	}
	r.Undo()
	r.Undo()
	if got := p.par.Spans()[span].Text; got != "0.019" || r.CanUndo() {
		t.Errorf("two undos lead to %s", got)
	}
}

// TestTextLeadsTheLab: where the text comes to another experiment the lab has that one, each with what the reader has made of it.
func TestTextLeadsTheLab(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "minima-and-saddles")
	scene := func() string { return r.living.scene }
	if scene() != "symmetry" {
		t.Fatalf("it begins with %s", scene())
	}
	p, span := number(t, r, "noise")
	drag(p, span, 10)
	noise := r.living.desk.lab.State().Doc.Noise
	if noise != 0.01 {
		t.Fatalf("the noise is %v", noise)
	}
	for range 20 {
		r.page.turn(true)
		r.page.look()
	}
	d.Settle()
	if scene() != "who-finds-it" || r.CanUndo() {
		t.Errorf("at the end it has %s", scene())
	}
	for range 20 {
		r.page.turn(false)
		r.page.look()
	}
	d.Settle()
	if now := r.living.desk.lab.State().Doc.Noise; scene() != "symmetry" || now != noise || !r.CanUndo() {
		t.Errorf("back at the beginning it has %s with a noise of %v", scene(), now)
	}
}

// TestLinksPointAndLoad: one has rings laid round the knob, another puts an experiment into the lab.
func TestLinksPointAndLoad(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	press := func(kind lesson.RunKind) *lesson.Run {
		for _, row := range r.page.rows {
			if p, is := row.(*passage); is {
				for i := range p.runs {
					if p.runs[i].Kind == kind {
						p.par.Grip(i).(fyne.Tappable).Tapped(nil)
						return &p.runs[i]
					}
				}
			}
		}
		t.Fatal("there is no such link")
		return nil
	}
	if press(lesson.Point); d.Ringed != "racer2.lr" || d.Marks["racer2.lr"]() == nil {
		t.Errorf("rings lie round %q", d.Ringed)
	}
	r.showScene("sharp-well")
	if press(lesson.Load); r.living.scene != "speed-limit" {
		t.Errorf("the lab has %s", r.living.scene)
	}
}

// TestClaimsNameRacersAsTheLab: whom the chart calls SGD 3 the claims below the text call so, too.
func TestClaimsNameRacersAsTheLab(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	var all []string
	for _, row := range r.page.rows {
		if c, is := row.(*claimRow); is {
			for _, s := range c.par.Spans() {
				all = append(all, s.Text)
			}
		}
	}
	text := strings.Join(all, " ")
	if !strings.Contains(text, "racer SGD 3: repeats every 2 steps") || strings.Contains(text, "GD 0.02:") {
		t.Errorf("the claims say %q", text)
	}
}

// TestLabOpensInRace: as it is, at its step.
func TestLabOpensInRace(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	p, span := number(t, r, "racer2.lr")
	drag(p, span, 10)
	r.living.desk.lab.Seek(40)
	r.toRace()
	s := d.Lab().State()
	if d.Gone != desk.Race || s.Doc.Formula != "x^2 + 50*y^2" || s.Doc.Racers[1].Spec.Get("lr").Num != 0.02 || s.Head != 40 {
		t.Errorf("in the room %q there is %q at step %v", d.Gone, s.Doc.Formula, s.Head)
	}
}

// TestKept: the next start has the lesson, the place in it and what was made of its experiment.
func TestKept(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	p, span := number(t, r, "racer2.lr")
	drag(p, span, -20)
	want := p.par.Spans()[span].Text
	r.page.turn(true)
	r.page.look()
	state := r.State()
	again, _ := entered(t, state)
	if again.books[again.open].key != "learning-rate" || again.page.scroll.Offset.Y != r.page.scroll.Offset.Y {
		t.Errorf("it opens %s at %v", again.books[again.open].key, again.page.scroll.Offset.Y)
	}
	p, span = number(t, again, "racer2.lr")
	if got := p.par.Spans()[span].Text; got != want || want == "0.019" {
		t.Errorf("the number is %s, was %s", got, want)
	}
	if string(again.State()) != string(state) {
		t.Errorf("it keeps\n%s\n%s", again.State(), state)
	}
	if err := Check([]byte(`{"version": 1, "studies": {"the-loop": {"scroll": -1}}}`)); err == nil ||
		!strings.Contains(err.Error(), "studies.the-loop: scroll") {
		t.Errorf("of a state that cannot be it says %v", err)
	}
}

// TestMalformedLesson: what is wrong is told with its line, and the rest can be read.
func TestMalformedLesson(t *testing.T) {
	r, d := entered(t, nil)
	path := filepath.Join(t.TempDir(), "mine.md")
	text := "---\ndescentlab: lesson 1\n---\n\n# Mine\n\nA [number](set:racer.lr) of nothing.\n\n" +
		"```experiment one-step\n```\n\nThe end.\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := r.OpenFile(path); err != nil {
		t.Fatal(err)
	}
	d.Settle()
	said := ""
	for _, row := range r.page.rows {
		said += strings.Join(readIn(row.object()), "\n") + "\n"
	}
	for _, want := range []string{"Mine", "1 line could not be read", "line 7:", "number of nothing", "The end."} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if r.living.scene != "one-step" || r.contents.Len() != len(r.books) {
		t.Errorf("the lab has %q", r.living.scene)
	}
	again, _ := entered(t, r.State())
	if b := again.books[again.open]; b.key != path {
		t.Errorf("the next start opens %s", b.key)
	}
	files := r.files()
	if files[len(files)-1].Do(); r.contents.Len() != len(library.All()) || strings.Contains(string(r.State()), path) {
		t.Error("it cannot be taken out of the list")
	}
	if err := r.OpenFile(filepath.Join(t.TempDir(), "none.md")); err == nil {
		t.Error("a file that is not there is opened")
	}
}

// TestGraphIsDragged: a curve of the text sets the lab, number and knob with it, and one drag is one undo.
func TestGraphIsDragged(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	if len(r.graphs) != 1 {
		t.Fatalf("%d curves", len(r.graphs))
	}
	g := r.graphs[0]
	list, _ := g.samples()
	if len(list) != graphSamples {
		t.Fatalf("%d points are computed", len(list))
	}
	rate := func() float64 { return r.living.desk.lab.State().Doc.Racers[1].Spec.Get("lr").Num }
	size := g.drawing.Size()
	g.drawing.OnPress(fyne.NewPos(size.Width*0.7, 40))
	g.drawing.OnDrag(fyne.NewPos(size.Width*0.5, 40))
	g.drawing.OnRelease()
	middle := rate()
	if !(middle > 0.009 && middle < 0.014) {
		t.Errorf("in the middle the rate is %v", middle)
	}
	g.drawing.OnPress(fyne.NewPos(-50, 40))
	g.drawing.OnRelease()
	if rate() != 0.004 {
		t.Errorf("at the left end the rate is %v", rate())
	}
	if r.Undo(); rate() != middle {
		t.Errorf("one undo leads to %v", rate())
	}
	p, span := number(t, r, "racer2.lr")
	if want := p.runs[span].Shown(measure.Value{Num: middle}); p.par.Spans()[span].Text != want {
		t.Errorf("the number says %s, not %s", p.par.Spans()[span].Text, want)
	}
	if r.Undo(); rate() != 0.019 {
		t.Errorf("two undos lead to %v", rate())
	}
}

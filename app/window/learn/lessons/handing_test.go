package lessons

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/app/lesson"
	"descentlab/app/lesson/handin"
	"descentlab/app/lesson/library"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/lesson/recording"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/window/learn/forms"
)

// save writes what the room has asked to be saved last.
func save(t *testing.T, d *desktest.Desk, name string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name)
	write, err := d.Plan(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(export.Hearers{Context: t.Context()}); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestHandInOfTheRoom: answers and a run of the student's own are one file, which marks find to be true; what is not ready to be
// handed in is told.
func TestHandInOfTheRoom(t *testing.T) {
	r, d := entered(t, nil)
	q := asks(t, r, d, quiz.Least)
	r.saveHandIn()
	if _, err := d.Plan("x.json"); err == nil || !strings.Contains(err.Error(), "name") {
		t.Errorf("without a name it says %v", err)
	}
	h := r.page.rows[len(r.page.rows)-1].(*handing)
	h.form.OnName("Ada")
	if _, err := d.Plan("x.json"); err == nil || !strings.Contains(err.Error(), "nothing to hand in") {
		t.Errorf("without answers it says %v", err)
	}
	if _, err := d.Plan("x.txt"); err == nil {
		t.Error("it is written as a text")
	}
	solved, err := q.of.Solve(t.Context(), r.values.bench)
	if err != nil {
		t.Fatal(err)
	}
	for i, right := range solved.Right {
		if right {
			q.card.OnAnswer(quiz.Answer{Choice: q.of.Options[i].Label})
		}
	}
	d.Settle()
	h.form.OnRun("slower is not safer")
	h.form.OnName(" Zoë / O'Neil ")
	if r.saveHandIn(); d.SavedAs != "the-loop-Zoë-O-Neil.json" {
		t.Errorf("a hand-in is saved as %q", d.SavedAs)
	}
	h.form.OnName("Ada")
	path := save(t, d, "ada.json")
	g, err := handin.NewGrader(t.Context(), r.lesson(), measure.NewBench(16))
	if err != nil {
		t.Fatal(err)
	}
	mark, err := g.Mark(t.Context(), path)
	if err != nil || mark.Student != "Ada" || mark.Right != 1 || mark.Fault != "" || len(mark.Edited) > 0 {
		t.Errorf("%+v, %v", mark, err)
	}
	again, _ := entered(t, r.State())
	if again.student != "Ada" || len(again.study.Runs()) != 1 {
		t.Error("the next start does not know of name and run")
	}
	if h.form.OnDrop(); len(r.study.Runs()) != 0 {
		t.Error("the run cannot be taken out")
	}
}

// TestNewLesson: it grows step by step, with only what is true in it, can be read while it does, and is saved as one file that
// reads back equal.
func TestNewLesson(t *testing.T) {
	r, d := entered(t, nil)
	r.newLesson()
	d.Settle()
	form := func() *drafting { return r.page.rows[len(r.page.rows)-1].(*drafting) }
	form().form.OnTitle("Two rates", "what I saw")
	drag := r.living.desk.lab.State().Doc.Start
	form().form.OnAdd(forms.Step, "It begins here.", false)
	d.Settle()
	if len(r.draft.Steps) != 1 || r.living.scene != "step-1" || r.living.desk.lab.State().Doc.Start != drag {
		t.Fatalf("%d steps; the lab has %s", len(r.draft.Steps), r.living.scene)
	}
	form().form.OnAdd(forms.Claim, "racer SGD: diverged", false)
	d.Settle()
	if len(r.draft.Steps[0].Claims) != 0 || !strings.Contains(strings.Join(readIn(form().object()), "\n"), "Not true") {
		t.Errorf("of a false claim it says %q", readIn(form().object()))
	}
	form().form.OnAdd(forms.Claim, "racer SGD: not diverged", false)
	d.Settle()
	form().form.OnAdd(forms.Step, "And what is in Race.", true)
	d.Settle()
	if len(r.draft.Steps) != 2 || r.draft.Steps[1].Doc.Surface != d.Lab().State().Doc.Surface {
		t.Fatalf("%+v", r.draft)
	}
	if r.saveDraft(); d.SavedAs != "Two-rates.md" {
		t.Errorf("the lesson is saved as %q", d.SavedAs)
	}
	data, err := os.ReadFile(save(t, d, "two.md"))
	if err != nil {
		t.Fatal(err)
	}
	l := lesson.Read(data, library.Gallery)
	back, err := recording.From(l)
	if err != nil || back.Title != "Two rates" || back.About != "what I saw" || len(back.Steps) != 2 ||
		back.Steps[0].Said != "It begins here." {
		t.Errorf("%v\n%s", err, data)
	}
	again, _ := entered(t, r.State())
	if again.draft == nil || len(again.draft.Steps) != 2 || again.books[again.open].key != draftKey {
		t.Error("the next start has another draft")
	}
	form().form.OnBack()
	if len(r.draft.Steps) != 1 {
		t.Errorf("%d steps are left", len(r.draft.Steps))
	}
	form().form.OnDrop()
	d.Settle()
	if r.draft != nil || r.draftBook() >= 0 || r.open != 0 || r.contents.Len() != len(library.All()) {
		t.Error("the draft is there still")
	}
}

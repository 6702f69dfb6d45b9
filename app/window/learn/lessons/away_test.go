package lessons

import (
	"os"
	"path/filepath"
	"testing"

	"descentlab/app/lesson/library"
	"descentlab/app/lesson/quiz"
)

// TestFilesThatAreAway: what was done in a lesson whose file is not there at a start is there again with the file.
func TestFilesThatAreAway(t *testing.T) {
	r, d := entered(t, nil)
	path := filepath.Join(t.TempDir(), "mine.md")
	text := "---\ndescentlab: lesson 1\n---\n# Mine\n\n```experiment one-step\n```\n" +
		"```question\nask: How many?\nnumber: steps of GD 0.1\n```\n"
	write := func() {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write()
	if err := r.OpenFile(path); err != nil {
		t.Fatal(err)
	}
	d.Settle()
	if len(r.lesson().Questions) != 1 {
		t.Fatal(r.lesson().Problems)
	}
	r.study.Give(0, quiz.Answer{Number: 37}, true)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	without, _ := entered(t, r.State())
	if len(without.books) != len(library.All()) {
		t.Error("a file that is not there is in the list")
	}
	write()
	next, _ := entered(t, without.State())
	if err := without.OpenFile(path); err != nil {
		t.Fatal(err)
	}
	for name, again := range map[string]*Room{"at the next start": next, "opened": without} {
		if err := again.OpenFile(path); err != nil {
			t.Fatal(err)
		}
		if a, is := again.study.Answer(0); !is || a.Answer.Number != 37 {
			t.Errorf("%s the answer is %+v, %t", name, a, is)
		}
	}
}

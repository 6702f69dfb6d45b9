package library

import (
	"context"
	"os"
	"strings"
	"testing"

	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
)

// TestDocumentedLesson: the lesson that docs/LESSONS.md shows has every kind of question, and all that it says is so.
func TestDocumentedLesson(t *testing.T) {
	text, err := os.ReadFile("../../../docs/LESSONS.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "````md\n")
	source, explained, is := strings.Cut(rest, "````\n")
	if !is {
		t.Fatal("there is no lesson in it")
	}
	l := lesson.Read([]byte(source), Gallery)
	problems, err := l.Check(context.Background(), measure.NewBench(64))
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v, %v", problems, err)
	}
	kinds := map[quiz.Kind]bool{}
	for _, q := range l.Questions {
		kinds[q.Kind] = true
		if !strings.Contains(explained, "`"+string(q.Kind)+":`") {
			t.Errorf("%s is not explained", q.Kind)
		}
	}
	if len(kinds) != 7 {
		t.Errorf("it asks %v", kinds)
	}
	for _, control := range lesson.Controls {
		if !strings.Contains(explained, "`"+control+"`") {
			t.Errorf("the control %s is not named", control)
		}
	}
}

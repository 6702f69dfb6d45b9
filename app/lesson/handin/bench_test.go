package handin

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
)

// examination is a lesson of ten questions, each about three runs of its own.
func examination(tb testing.TB) *lesson.Lesson {
	tb.Helper()
	text, err := os.ReadFile("testdata/lesson.md")
	if err != nil {
		tb.Fatal(err)
	}
	head, _, _ := strings.Cut(string(text), "```question")
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(head, "x^2 + y^2", "(1-x)^2 + 10*(y-x^2)^2"))
	for i := range 10 {
		fmt.Fprintf(&b, "```question\nask: Which?\nwith: steps=%d\nleast: steps of SGD\n", 600+100*i)
		for _, rate := range []string{"0.002", "0.005", "0.008"} {
			fmt.Fprintf(&b, "- %s | racer.lr=%s\n", rate, rate)
		}
		b.WriteString("```\n\n")
	}
	l := lesson.Read([]byte(b.String()), nil)
	if len(l.Problems) > 0 || len(l.Questions) != 10 {
		tb.Fatal(l.Problems)
	}
	return l
}

// class are thirty hand-ins, each with all answers and a run that nobody else has made.
func class(tb testing.TB, l *lesson.Lesson) (files []string) {
	tb.Helper()
	b := measure.NewBench(256)
	for i := range 30 {
		h := New(l, fmt.Sprint("student ", i))
		for k := range l.Questions {
			if _, err := h.Answer(context.Background(), l, b, k+1, quiz.Answer{Choice: "0.008"}); err != nil {
				tb.Fatal(err)
			}
		}
		doc := l.Scenes[0].Doc.Clone()
		doc.Steps = 500 + i
		if err := h.Run(context.Background(), b, "Mine.", doc); err != nil {
			tb.Fatal(err)
		}
		files = append(files, written(tb, h))
	}
	return files
}

// BenchmarkGrading marks thirty hand-ins of ten questions, from nothing.
func BenchmarkGrading(b *testing.B) {
	l := examination(b)
	files := class(b, l)
	for b.Loop() {
		g, err := NewGrader(context.Background(), l, measure.NewBench(256))
		if err != nil {
			b.Fatal(err)
		}
		if m, err := g.Grade(context.Background(), files, func(float64) {}); err != nil || len(m.List[29].Edited) > 0 {
			b.Fatal(m.List[29], err)
		}
	}
}

// BenchmarkSolving is the part of it that is the same for all: the questions' own runs.
func BenchmarkSolving(b *testing.B) {
	l := examination(b)
	for b.Loop() {
		if _, err := NewGrader(context.Background(), l, measure.NewBench(256)); err != nil {
			b.Fatal(err)
		}
	}
}

// TestClassOfTen: what the benchmark marks is right.
func TestClassOfTen(t *testing.T) {
	l := examination(t)
	m := mark(t, l, class(t, l)[7])
	if m.Right+strings.Count(strings.Join(m.Answers, " "), "wrong") != 10 || len(m.Edited) > 0 || m.Fault != "" {
		t.Errorf("%+v", m)
	}
}

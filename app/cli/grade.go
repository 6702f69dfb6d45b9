package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"descentlab/app/export"
	"descentlab/app/lesson/handin"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
)

// runGrade marks the hand-ins of a lesson: files, or all files of a folder.
func runGrade(args []string, out io.Writer) error {
	fs := newFlags("grade")
	outputs := listFlag{}
	fs.Var(&outputs, "o", "a file .csv or .json, or - for JSON")
	rest, err := parseArgs(fs, args)
	if err != nil {
		return err
	}
	if len(rest) < 2 {
		return usagef("grade: give a lesson and its hand-ins, as in grade lesson.md handins/; got %d", len(rest))
	}
	if err := checkOutputs(export.Marks, outputs); err != nil {
		return err
	}
	marks, err := grade(rest[0], rest[1:])
	if err != nil {
		return err
	}
	if len(outputs) > 0 {
		return write(out, export.Marks, outputs, marks)
	}
	return printMarks(out, marks)
}

func grade(name string, paths []string) (marks handin.Marks, err error) {
	l, err := loadLesson(name)
	if err != nil {
		return marks, err
	}
	if len(l.Questions) == 0 {
		return marks, usagef("grade: %s has no questions; 'descentlab lesson check %s' says why", name, name)
	}
	var files []string
	for _, path := range paths {
		list, err := handin.Files(path)
		if err != nil {
			return marks, usageError{err.Error()}
		}
		files = append(files, list...)
	}
	if len(files) == 0 {
		return marks, usagef("grade: there is no hand-in in %s", strings.Join(paths, ", "))
	}
	ctx := context.Background()
	g, err := handin.NewGrader(ctx, l, measure.NewBench(256))
	if err != nil {
		return marks, usagef("%s: %v", name, err)
	}
	t := newTeller()
	defer t.clear()
	return g.Grade(ctx, files, t.part)
}

// printMarks prints a line for each hand-in, and below what is wrong with some.
func printMarks(out io.Writer, m handin.Marks) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "file\tstudent\tright of %d\tanswers\t\n", m.Questions())
	for _, mark := range m.List {
		right, answers := strconv.Itoa(mark.Right), ""
		for _, a := range mark.Answers {
			answers += map[string]string{"right": "+", "wrong": "-", "": "."}[a]
		}
		note := ""
		switch {
		case mark.Fault != "":
			right, answers, note = "–", "", mark.Fault
		case len(mark.Edited) > 0:
			note = "edited: " + strings.Join(mark.Edited, "; ")
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", usageError{mark.File}, usageError{mark.Student}, right, answers, usageError{note})
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if twice := m.Twice(); len(twice) > 0 {
		fmt.Fprintf(out, "\nseveral hand-ins of %s\n", usageError{words.And(twice)})
	}
	return nil
}

package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/lesson/handin"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
)

// runGrade marks the hand-ins of a lesson: files, or all files of a folder.
func runGrade(args []string, out io.Writer) error {
	fs := argv.New("grade")
	outputs := argv.List{}
	fs.Var(&outputs, "o", "a file .csv or .json, or - for JSON")
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) < 2 {
		return argv.Faultf("grade: give a lesson and its hand-ins, as in grade lesson.md handins/; got %d", len(rest))
	}
	return writing.Made(out, export.Marks, outputs, picture.Look{}, func(part func(float64)) (handin.Marks, error) {
		return grade(rest[0], rest[1:], outputs, part)
	}, printMarks)
}

func grade(name string, paths, outputs []string, part func(float64)) (marks handin.Marks, err error) {
	l, err := loadLesson(name)
	if err != nil {
		return marks, err
	}
	if len(l.Questions) == 0 {
		return marks, argv.Faultf("grade: %s has no questions; 'descentlab lesson check %s' says why", name, name)
	}
	var files []string
	for _, path := range paths {
		list, err := handin.Files(path)
		if err != nil {
			return marks, argv.FaultOf(err)
		}
		for _, file := range list {
			if !slices.ContainsFunc(outputs, func(output string) bool { return sameFile(file, output) }) {
				files = append(files, file) // and not the marks of before, which may lie in the same folder
			}
		}
	}
	if len(files) == 0 {
		return marks, argv.Faultf("grade: there is no hand-in in %s", strings.Join(paths, ", "))
	}
	ctx := context.Background()
	g, err := handin.NewGrader(ctx, l, measure.NewBench(256))
	if err != nil {
		return marks, argv.Faultf("%s: %v", name, err)
	}
	return g.Grade(ctx, files, part)
}

// sameFile tells whether two names are of one file that is there.
func sameFile(a, b string) bool {
	of, err := os.Stat(a)
	if err != nil {
		return false
	}
	is, err := os.Stat(b)
	return err == nil && os.SameFile(of, is)
}

// printMarks prints a line for each hand-in, and below what is wrong with some.
func printMarks(out io.Writer, m handin.Marks) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "file\tstudent\tright of %d\tanswers\t\n", m.Questions())
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
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", argv.OneLine(mark.File), argv.OneLine(mark.Student), right, answers, argv.OneLine(note))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if twice := m.Twice(); len(twice) > 0 {
		tell(out, "\nseveral hand-ins of %s\n", argv.OneLine(words.And(twice)))
	}
	return nil
}

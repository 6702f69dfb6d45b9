// Package export writes results into files: one table of kinds of results and the formats that each can be written in, read by
// the command line and by the window alike.
package export

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"descentlab/app/census"
	"descentlab/app/contest"
	"descentlab/app/export/picture"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/trainings"
	"descentlab/app/words"
)

// The table. A format that comes in a file of its own adds itself there, by With.
var (
	// Race is a recorded race.
	Race = kind[lab.Run]("race").Of(documentOf).With(".csv", raceCSV).With(".json", raceJSON).
		Pictured(racePicture).Filmed(raceFilm).With(".md", raceReport)
	// Points are the critical points of a surface.
	Points = kind[lab.State]("critical points").With(".csv", pointsCSV).With(".json", pointsJSON)
	// Maps are where one racer ends from all over a window, or in a plane of two settings.
	Maps = kind[*Map]("map").Of(func(m *Map) any { return m.Survey.Doc }).
		Pictured(mapPicture).With(".csv", mapCSV).With(".json", mapJSON)
	// Swarms are many runs of every racer; a table has a file for each.
	Swarms = kind[Swarm]("swarm").Of(func(s Swarm) any { return s.Doc }).
		WithEach(".csv", Swarm.each, swarmCSV).With(".json", swarmJSON).
		PicturedEach(Swarm.each, swarmPicture)
	// Fair is a fair race.
	Fair = kind[FairOutcome]("fair race").Of(func(o FairOutcome) any { return o.Doc }).With(".json", fairJSON).Pictured(fairPicture)
	// Census is how rare minima are among random critical points.
	Census = kind[census.Census]("census").With(".csv", censusCSV).With(".json", censusJSON).
		Pictured(censusPicture)
	// Bench is a benchmark.
	Bench = kind[*contest.Result]("benchmark").With(".json", benchJSON).With(".csv", benchCSV).Pictured(benchPicture)
	// Trainings are many trainings of small networks.
	Trainings = kind[trainings.Study]("trainings").With(".csv", trainingsCSV).With(".json", trainingsJSON).
			Pictured(trainingsPicture)
)

// A Kind is a kind of result, with the formats that it can be written in.
type Kind[R any] struct {
	Name    string // for people
	formats []format[R]
	origin  func(R) any                                       // the document that a result was made of; nil: there is none
	still   func(context.Context, R) (picture.Picture, error) // its picture; nil: it has none
	moving  func(R) picture.Film                              // nil: it has no film
}

// A format writes a result into a file, bit by bit if it is long.
type format[R any] struct {
	ending string
	write  func(*Output, R) error
	each   func(R) []R // cuts a result up whose parts have a file each; nil: there is one file
}

func kind[R any](name string) *Kind[R] { return &Kind[R]{Name: name} }

// Of says which document a result was made of: its pictures carry it.
func (k *Kind[R]) Of(document func(R) any) *Kind[R] {
	k.origin = document
	return k
}

// With adds a format to the table: files of this ending, a dot and small letters, hold what write makes of a result.
func (k *Kind[R]) With(ending string, write func(*Output, R) error) *Kind[R] {
	return k.WithEach(ending, nil, write)
}

// Pictured adds all formats of pictures to the table: files hold the picture that of makes of a result.
func (k *Kind[R]) Pictured(of func(context.Context, R) (picture.Picture, error)) *Kind[R] {
	return k.PicturedEach(nil, of)
}

// PicturedEach is Pictured for a result of which each part has a picture.
func (k *Kind[R]) PicturedEach(each func(R) []R, of func(context.Context, R) (picture.Picture, error)) *Kind[R] {
	k.still = of
	for _, f := range picture.Formats() {
		k.WithEach(f.Ending, each, func(out *Output, r R) error {
			p, err := of(out.ctx, r)
			if err != nil {
				return err
			}
			p.Carried = picture.Carried{Name: share.FileInPDF, Text: out.carried}
			if err := f.Write(&picture.Sink{Writer: out, Context: out.ctx, Reached: out.reached}, p, out.look); err != nil {
				return err
			}
			return out.reached(1)
		})
	}
	return k
}

// Filmed adds all formats of films to the table: files hold the film that of makes of a result.
func (k *Kind[R]) Filmed(of func(R) picture.Film) *Kind[R] {
	k.moving = of
	for _, f := range picture.FilmFormats() {
		k.With(f.Ending, func(out *Output, r R) error {
			return f.Write(&picture.Sink{Writer: out, Context: out.ctx, Reached: out.reached}, of(r), out.look)
		})
	}
	return k
}

// WithEach is With for a format that has a file for each part of a result.
func (k *Kind[R]) WithEach(ending string, each func(R) []R, write func(*Output, R) error) *Kind[R] {
	k.formats = append(k.formats, format[R]{ending, write, each})
	return k
}

// Endings are those of the formats, in the order of the table.
func (k *Kind[R]) Endings() []string {
	list := make([]string, len(k.formats))
	for i, f := range k.formats {
		list[i] = f.ending
	}
	return list
}

// Usage is the formats for a line of usage: "FILE.csv|.json|.png|-".
func (k *Kind[R]) Usage() string { return "FILE" + strings.Join(k.Endings(), "|") + "|-" }

// Formats is the formats for a heading: "CSV, JSON or PNG".
func (k *Kind[R]) Formats() string {
	list := k.Endings()
	for i, ending := range list {
		list[i] = strings.ToUpper(ending[1:])
	}
	return or(list)
}

// or joins words: "a", "a or b", "a, b or c".
func or(list []string) string {
	last := len(list) - 1
	if last == 0 {
		return list[0]
	}
	return words.T("%s or %s", strings.Join(list[:last], ", "), list[last])
}

// Stdout is the name that stands for standard output, in JSON.
const Stdout = "-"

// Check says what is wrong with a file's name: its folder is not there or may not be written to, or its ending is that of no
// format, which is a *FormatError. Nothing is written.
func (k *Kind[R]) Check(name string) error {
	if _, err := k.format(name); err != nil || name == Stdout {
		return err
	}
	if err := setup.CheckWritable(name); err != nil {
		return words.Errorf("it cannot be written: %w", err)
	}
	return nil
}

func (k *Kind[R]) format(name string) (format[R], error) {
	ending := strings.ToLower(filepath.Ext(name))
	if name == Stdout {
		ending = ".json"
	} else if info, err := os.Stat(filepath.Dir(name)); err != nil || !info.IsDir() {
		return format[R]{}, words.Errorf("there is no folder %s", filepath.Dir(name))
	} else if info, err := os.Stat(name); err == nil && info.IsDir() {
		return format[R]{}, words.Errorf("this is a folder; name a file")
	}
	for _, f := range k.formats {
		if f.ending == ending {
			return f, nil
		}
	}
	return format[R]{}, &FormatError{Ending: filepath.Ext(name), Endings: k.Endings()}
}

// A FormatError is an ending that no format of a kind has.
type FormatError struct {
	Ending  string
	Endings []string // that would be right
}

// Error says which endings would be right.
func (e *FormatError) Error() string {
	if e.Ending == "" {
		return words.T("a name with an ending is needed that tells the format: %s", or(e.Endings))
	}
	return words.T("%q is no format to write; use %s", e.Ending, or(e.Endings))
}

// Numbered is the name of file i of n.
func Numbered(name string, i, n int) string {
	if name == Stdout || n == 1 {
		return name
	}
	ending := filepath.Ext(name)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ending), i+1, ending)
}

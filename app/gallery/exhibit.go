// Package gallery holds the experiments that the program comes with: each is shown for one thing that can be noticed in it, and
// claims that can be checked. One more is one more file in resources/experiments.
package gallery

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/resources"
)

// An Exhibit is an experiment of the gallery.
type Exhibit struct {
	Key    string // how it is called on the command line; the name of its file without number and ending
	Title  string
	Tags   []string
	Notice string   // what to notice, in a sentence or two
	Names  []string // of the racers in claims: their labels, or as the program shows them
	Doc    setup.Experiment
	Claims []claim.Claim // at least one
}

// exhibitFormat is the name of what stands in such a file.
const exhibitFormat = "descentlab exhibit"

// exhibitFile is an exhibit as it stands in its file.
type exhibitFile struct {
	Format     string       `json:"format"`
	Version    int          `json:"version"`
	Title      string       `json:"title"`
	Tags       []string     `json:"tags"`
	Notice     string       `json:"notice"`
	Claims     []string     `json:"claims"`
	Labels     []string     `json:"labels,omitempty"`
	Experiment experimentIn `json:"experiment"`

	claims []claim.Claim
	names  []string
}

// experimentIn is the experiment in such a file, which says of its faults where they stand there.
type experimentIn struct{ setup.Experiment }

// UnmarshalJSON reads it.
func (e *experimentIn) UnmarshalJSON(data []byte) error {
	return setup.At("experiment", e.Experiment.UnmarshalJSON(data))
}

// What a card has room for, in characters.
const (
	longestTitle  = 32
	longestNotice = 112
)

// CheckFile says what of the exhibit cannot be, and reads its claims.
func (f *exhibitFile) CheckFile() error {
	doc := &f.Experiment.Experiment
	switch {
	case doc.Steps == 0:
		return words.Errorf("an experiment is needed, as in \"experiment\": {\"format\": \"descentlab experiment\", ...}")
	case !fits(f.Title, longestTitle):
		return setup.At("title", words.Errorf("a title of 1 to %d characters is needed", longestTitle))
	case !fits(f.Notice, longestNotice):
		return setup.At("notice", words.Errorf("what to notice is needed, in 1 to %d characters; got %d", longestNotice,
			utf8.RuneCountInString(f.Notice)))
	case len(f.Tags) == 0:
		return setup.At("tags", words.Errorf("at least one is needed, as in \"tags\": [\"momentum\"]"))
	case len(f.Claims) == 0:
		return setup.At("claims", words.Errorf("at least one is needed, as in \"claims\": [\"racer SGD: diverged\"]"))
	}
	if err := f.checkLabels(doc); err != nil {
		return setup.At("labels", err)
	}
	for i, text := range f.Claims {
		c, err := claim.Parse(text, f.names)
		if err != nil {
			return setup.At("claims"+index(i), err)
		}
		f.claims = append(f.claims, c)
	}
	return nil
}

// fits tells whether a text of one line is there and not too long.
func fits(text string, most int) bool {
	n := utf8.RuneCountInString(text)
	return strings.TrimSpace(text) == text && n > 0 && n <= most && !strings.ContainsAny(text, "\n\r\t")
}

// checkLabels finds what the racers are called in claims.
func (f *exhibitFile) checkLabels(doc *setup.Experiment) error {
	f.names = doc.Names()
	if f.Labels == nil {
		return nil
	}
	if len(f.Labels) != len(doc.Racers) {
		return words.Errorf("one for each of the %d racers is needed; got %d", len(doc.Racers), len(f.Labels))
	}
	for i, label := range f.Labels {
		if !fits(label, longestTitle) || slices.Index(f.Labels, label) < i {
			return setup.At(index(i), words.Errorf("each must be there, of at most %d characters, and another one", longestTitle))
		}
	}
	f.names = f.Labels
	return nil
}

// Read reads an exhibit from the file of that name. The error says where in it something is wrong, and what would be right.
func Read(name string, data []byte) (Exhibit, error) {
	var f exhibitFile
	if err := setup.Decode(name, data, exhibitFormat, &f); err != nil {
		return Exhibit{}, err
	}
	return Exhibit{
		Key: resources.Key(name), Title: f.Title, Tags: f.Tags, Notice: f.Notice, Names: f.names, Doc: f.Experiment.Experiment,
		Claims: f.claims,
	}, nil
}

// ReadFile reads an exhibit from a file of the user's. Ok tells whether the file is one at all: says of itself that it is.
func ReadFile(path string) (e Exhibit, ok bool, err error) {
	data, err := setup.ReadFile(path)
	if err != nil {
		return Exhibit{}, false, err
	}
	return ReadText(path, data)
}

// ReadText is ReadFile for what stands in the file of a name.
func ReadText(name string, data []byte) (e Exhibit, ok bool, err error) {
	if setup.FormatIn(data) != exhibitFormat {
		return Exhibit{}, false, nil
	}
	e, err = Read(name, data)
	return e, true, err
}

// Check runs the exhibit and tells which of its claims are true.
func (e Exhibit) Check(ctx context.Context) ([]claim.Result, error) {
	return claim.Check(ctx, e.Doc, e.Names, e.Claims)
}

// MarshalJSON writes the exhibit in the form of its file.
func (e Exhibit) MarshalJSON() ([]byte, error) {
	f := exhibitFile{Format: exhibitFormat, Version: setup.FileVersion, Title: e.Title, Tags: e.Tags, Notice: e.Notice,
		Experiment: experimentIn{e.Doc}}
	if !slices.Equal(e.Names, e.Doc.Names()) {
		f.Labels = e.Names
	}
	for _, c := range e.Claims {
		f.Claims = append(f.Claims, c.Text)
	}
	return json.Marshal(f)
}

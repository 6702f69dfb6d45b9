package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"descentlab/app/cli/argv"
	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/surfaces/expr/notation"
)

// subject takes what a command is told without a flag: the name of a surface or a formula, which it puts where -surface and
// -formula put theirs, or else a file of an experiment, which it returns.
func (s *surfaceFlags) subject(command string, words []string) (file string, err error) {
	for _, word := range words {
		if valued.MatchString(word) && len(words) > 1 {
			return "", argv.Faultf("%s: %v", command, asParam(word))
		}
		kind, err := s.tell(command, word)
		if err != nil {
			return "", err
		}
		if file != "" || s.name != "" || s.formula != "" {
			return "", argv.Faultf("%s: unexpected %q: one surface, formula or file at most%s", command, word, apart(words))
		}
		switch kind {
		case isSurface:
			s.name = word
		case isFormula:
			s.formula = word
		case isFile:
			file = word
		}
	}
	return file, nil
}

// loadExperiment reads an experiment, and says how its formula was read if that is not in the program's own grammar.
func loadExperiment(name string) (setup.Experiment, error) {
	doc, remark, err := readExperiment(name)
	if err != nil {
		return doc, argv.FaultOf(err)
	}
	if remark != "" {
		fmt.Fprintf(notes, "%s: %s\n", name, remark)
	}
	return doc, nil
}

// readExperiment reads an experiment: of a file, a picture that carries it or a link, or where there is no such file of the
// gallery.
func readExperiment(name string) (doc setup.Experiment, remark string, err error) {
	d, err := share.Find(name)
	return experimentOf(name, d, err)
}

// experimentOf is the experiment of what a name has opened, or of the gallery where there was no such file.
func experimentOf(name string, d share.Document, err error) (setup.Experiment, string, error) {
	if err == nil {
		return d.Experiment()
	}
	if e, unknown := gallery.Find(name); unknown == nil && errors.Is(err, fs.ErrNotExist) {
		return e.Doc, "", nil
	}
	return setup.Experiment{}, "", err
}

// exhibited is the exhibit in a file of the user's, or the one of the gallery with that key if there is no such file. Ok tells
// whether it is either.
func exhibited(name string) (e gallery.Exhibit, ok bool, err error) {
	if _, err := os.Stat(name); err != nil {
		e, err := gallery.Find(name)
		return e, err == nil, nil
	}
	if e, ok, err = gallery.ReadFile(name); ok && err != nil {
		err = argv.FaultOf(err)
	}
	return e, ok, err
}

// only is subject for commands that read no experiment.
func (s *surfaceFlags) only(command string, words []string) error {
	file, err := s.subject(command, words)
	if err == nil && file != "" {
		err = argv.Faultf("%s: unexpected file %q; give the name of a surface or a formula", command, file)
	}
	return err
}

// What a word without a flag is.
type wordKind int

const (
	isSurface wordKind = iota
	isFormula
	isFile
)

// tell says what a word is.
func (s *surfaceFlags) tell(command, word string) (wordKind, error) {
	if _, err := surfaces.Lookup(word); err == nil {
		return isSurface, nil
	}
	if isTable(word) {
		return 0, argv.Faultf("%s: %q is a file of examples: give it with -data, as in -data %s -surface linear_regression",
			command, word, word)
	}
	if isDocument(word) {
		return isFile, nil
	}
	if _, err := gallery.Find(word); err == nil {
		return isFile, nil
	}
	if isFormulaText(word, s.params.names()) || !bare(word) {
		return isFormula, nil
	}
	_, err := surfaces.Lookup(word)
	meant := ";"
	if unknown := (*surfaces.UnknownError)(nil); errors.As(err, &unknown) && unknown.Nearest != "" {
		meant = words.T("; did you mean %s?", unknown.Nearest)
	}
	return 0, argv.Faultf("%s: %q is no surface, formula or file%s 'descentlab surfaces' lists all surfaces", command, word, meant)
}

// isDocument tells a file, whether or not it is there, or a link from a name and a formula.
func isDocument(word string) bool {
	if info, err := os.Stat(word); err == nil && !info.IsDir() {
		return true
	}
	ending := strings.ToLower(filepath.Ext(word))
	return ending == ".json" || share.Carries(ending) || share.IsLink(word)
}

// isFormulaText tells a formula of x or y, as people write it, from a name.
func isFormulaText(word string, names []string) bool {
	_, reading, err := surfaces.Surface{}.Read(word, names...)
	var ambiguous *notation.Ambiguous
	if errors.As(err, &ambiguous) {
		return true
	}
	return err == nil && (len(reading.Params) == 0 || strings.ContainsAny(reading.Formula, "xy"))
}

// isTable tells a file of examples by the ending of its name.
func isTable(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".txt", ".dat", ".xlsx", ".xls", ".ods"}, strings.ToLower(filepath.Ext(name)))
}

// bare tells whether a word has nothing of a formula: only letters, and no digit at its beginning.
func bare(word string) bool {
	return strings.IndexFunc(word, unicode.IsDigit) != 0 &&
		!strings.ContainsFunc(word, func(c rune) bool { return c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// apart says what may have gone wrong where several words were given: a formula without quotation marks.
func apart(given []string) string {
	if slices.ContainsFunc(given, func(w string) bool { return len(w) == 1 && strings.Contains("+-*/^", w) }) {
		return words.T("; put quotation marks around a formula with spaces: '%s'", strings.Join(given, " "))
	}
	return ""
}

package native

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"descentlab/app/words"
)

// The commands of the system's scripts that ask for files.
const (
	scriptOpen   = "chooseFile"
	scriptFolder = "chooseFolder"
	scriptSave   = "chooseFileName"
)

// script is for the JavaScript of macOS.
//
//go:embed script.js
var script string

// scripting is the program that runs scripts.
const scripting = "osascript"

// A scripted wish is what a script is told.
type scripted struct {
	Ask    string   `json:"ask"`
	Prompt string   `json:"prompt"`
	Types  []string `json:"types,omitempty"`
	Name   string   `json:"name,omitempty"`
	Folder string   `json:"folder,omitempty"`
}

// scriptedBy is a wish as a script is told it. A dialog of a script has one kind of files, the first that is wished; what has
// another ending cannot be chosen there, and a folder that is not there is a fault.
func scriptedBy(command string, w Wish) scripted {
	s := scripted{Ask: command, Prompt: w.Title}
	if info, err := os.Stat(w.Folder); err == nil && info.IsDir() && filepath.IsAbs(w.Folder) {
		s.Folder = w.Folder
	}
	switch {
	case command == scriptSave:
		s.Name = w.Name
	case command == scriptOpen && len(w.Filters) > 0 && !slices.Contains(w.Filters[0].Endings, ""):
		// The first of them may not have four letters: it would be taken for one of the codes of types of old.
		s.Types = []string{"."}
		for _, ending := range w.Filters[0].Endings {
			s.Types = append(s.Types, strings.TrimPrefix(ending, "."))
		}
	}
	return s
}

// run lets a script ask. The dialog goes with the script, and that when the context ends.
func run(ctx context.Context, command string, w Wish) (string, error) {
	wish, err := json.Marshal(scriptedBy(command, w))
	if err != nil {
		return "", err
	}
	reply, err := exec.CommandContext(ctx, scripting, "-l", "JavaScript", "-e", script, string(wish)).Output()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return failed(err)
	}
	return replied(reply)
}

// failed is what a script says that comes to a bad end: that the user has cancelled is none.
func failed(err error) (string, error) {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return "", &Failure{err}
	}
	said := strings.TrimSpace(string(exit.Stderr))
	switch {
	case strings.HasSuffix(said, "(-128)"):
		return "", nil
	case said == "":
		return "", &Failure{err}
	}
	return "", &Failure{errors.New(said)}
}

// replied reads what has been chosen.
func replied(reply []byte) (string, error) {
	var r struct{ Path *string }
	if err := json.Unmarshal(reply, &r); err != nil || r.Path == nil || *r.Path != "" && !filepath.IsAbs(*r.Path) {
		return "", words.Errorf("the desktop's dialog for files gives an answer that is none")
	}
	return *r.Path, nil
}

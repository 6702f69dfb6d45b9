package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"

	"descentlab/internal/tools/texts/flow"
)

// A saying is a text that the program can say.
type saying struct {
	English string `json:"en"`
	Where   string `json:"where"` // the first of the places where it stands
	Places  int    `json:"n"`     // how many there are
}

// doors are the parameters through which every text goes.
func doors() []flow.Door {
	const say = "descentlab/internal/say"
	door := func(function string, at int) flow.Door { return flow.Door{Path: say, Function: function, At: at} }
	return []flow.Door{door("T", 0), door("N", 1), door("N", 2), door("Errorf", 0), door("Later", 0),
		{Prefix: "(*flag.FlagSet).", Name: "usage"}} // which is said when help is asked for
}

// collect finds the texts of the checkout in a folder. The error names the places where what is said cannot be known.
func collect(dir string) ([]saying, error) {
	tools := func(path string) bool { return strings.HasPrefix(path, "descentlab/internal/tools/") }
	// As the tests are built: without C, and so with what Go keeps of them.
	program, err := flow.Load(dir, tools, append(os.Environ(), "CGO_ENABLED=0"), []string{"-tags=ci"}, "./...")
	if err != nil {
		return nil, err
	}
	texts, lost := program.Texts(doors(), known, dir)
	if len(lost) > 0 {
		list := make([]string, len(lost))
		for i, l := range lost {
			list[i] = fmt.Sprintf("%s: %s (%s)", l.Where, l.Why, l.Way)
		}
		return nil, fmt.Errorf("what is said cannot be known; say a constant text, or name its catalogue in catalogues.go:\n%s",
			strings.Join(list, "\n"))
	}
	return merged(append(texts, catalogued()...)), nil
}

// merged are texts, each once, those without a letter left out: they are the same in every language.
func merged(texts []flow.Text) []saying {
	slices.SortStableFunc(texts, func(a, b flow.Text) int {
		return cmp.Or(cmp.Compare(folder(a.Where), folder(b.Where)), cmp.Compare(a.Where, b.Where))
	})
	var list []saying
	at := map[string]int{}
	seen := map[flow.Text]bool{}
	for _, t := range texts {
		if !strings.ContainsFunc(t.Text, unicode.IsLetter) || seen[t] {
			continue
		}
		seen[t] = true
		i, known := at[t.Text]
		if !known {
			i = len(list)
			at[t.Text] = i
			list = append(list, saying{English: t.Text, Where: t.Where})
		}
		list[i].Places++
	}
	return list
}

func folder(where string) string { return where[:strings.LastIndexByte(where, '/')+1] }

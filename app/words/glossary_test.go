package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestGlossary: it is in order, says each term once, and in whole sentences.
func TestGlossary(t *testing.T) {
	list := Glossary()
	order := func(a, b Entry) int { return strings.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term)) }
	if !slices.IsSortedFunc(list, order) {
		t.Error("it is not in alphabetical order")
	}
	for i, e := range list {
		if i > 0 && list[i-1].Term == e.Term {
			t.Errorf("%s is explained twice", e.Term)
		}
		if !strings.HasSuffix(e.Text, ".") || len(e.Text) > 220 {
			t.Errorf("%s: %q is no short sentence", e.Term, e.Text)
		}
	}
	if got, want := Meaning("slope"), "Slope\nHow steep the ground is"; !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
	if Meaning("sloppe") != "" {
		t.Error("it explains what it does not know")
	}
}

// TestTermsAreExplained: whoever asks for a meaning by name gets one.
func TestTermsAreExplained(t *testing.T) {
	asked := 0
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			name, ok := call.Fun.(*ast.SelectorExpr)
			term, literal := call.Args[0].(*ast.BasicLit)
			if !ok || !literal || name.Sel.Name != "Meaning" || term.Kind != token.STRING {
				return true
			}
			asked++
			if text, err := strconv.Unquote(term.Value); err != nil || Meaning(text) == "" {
				t.Errorf("%s: %s is not in the glossary", path, term.Value)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d terms are asked for", asked)
}

// Command texts prints every text of the window as a JSON object from the English text to itself: what a new file of
// resources/translations begins with. It is run in the root of a checkout.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/gallery"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/surfaces"
)

func main() {
	texts, err := collect(".")
	if err != nil {
		fmt.Fprintf(os.Stderr, "texts: %v\n", err)
		os.Exit(1)
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(texts); err != nil {
		fmt.Fprintf(os.Stderr, "texts: %v\n", err)
		os.Exit(1)
	}
}

// collect finds the texts that the code below a folder says, and those of the catalogues.
func collect(root string) (map[string]string, error) {
	texts := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains([]string{".git", "build", "testdata"}, entry.Name()):
			return fs.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		return inFile(path, texts)
	})
	for _, text := range catalogued() {
		if text != "" {
			texts[text] = text
		}
	}
	return texts, err
}

// inFile finds the texts that a file says: the literal arguments of T, N, Later, Errorf and Fault of the packages words and say,
// of functions that are called wrong, which make such errors, and of the methods fail and fault of those who read formulas and
// tables.
func inFile(path string, texts map[string]string) error {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, 0)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		from, upTo := said(call, file.Name.Name)
		for _, arg := range call.Args[from:upTo] {
			if text, ok := literal(arg); ok {
				texts[text] = text
			}
		}
		return true
	})
	return nil
}

// said tells which arguments of a call in a package are texts.
func said(call *ast.CallExpr, in string) (from, upTo int) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		if in == "words" || in == "say" || f.Name == "wrong" {
			name = f.Name
		}
	case *ast.SelectorExpr:
		if pkg, ok := f.X.(*ast.Ident); ok && (pkg.Name == "words" || pkg.Name == "say") {
			name = f.Sel.Name
		} else if f.Sel.Name == "fault" || f.Sel.Name == "fail" {
			return ofReader(in)
		}
	}
	switch {
	case slices.Contains([]string{"T", "Later", "Errorf", "Fault", "wrong"}, name) && len(call.Args) > 0:
		return 0, 1
	case name == "N" && len(call.Args) > 2:
		return 1, 3
	}
	return 0, 0
}

// ofReader tells which argument of a method that notes what is wrong is a text, in a package that reads what people write.
func ofReader(in string) (from, upTo int) {
	switch in {
	case "notation", "lexical", "syntax":
		return 1, 2 // behind the place
	case "table":
		return 0, 1
	}
	return 0, 0
}

// literal is the text of a string literal, or of several that are added.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, okA := literal(e.X)
		b, okB := literal(e.Y)
		return a + b, okA && okB
	}
	return "", false
}

// catalogued are the texts of surfaces, methods, schedules and experiments, and of the glossary.
func catalogued() (list []string) {
	for _, s := range surfaces.All() {
		list = append(list, s.Title, s.Note, s.Cite, string(s.Group))
		if s.Data != nil {
			list = append(list, s.Data.Title)
			for _, c := range s.Data.Columns {
				list = append(list, c.Label)
			}
		}
	}
	for _, m := range optim.Methods() {
		list = append(append(list, m.Title, m.Idea, m.Cite, m.Family.String()), ofKnobs(m.Knobs)...)
	}
	for _, s := range optim.Schedules() {
		list = append(append(list, s.Title, s.Idea), ofKnobs(s.Knobs)...)
	}
	for _, e := range gallery.All() {
		list = append(append(list, e.Title, e.Notice), e.Tags...)
	}
	for _, e := range words.Glossary() {
		list = append(list, e.Term, e.Text)
	}
	return append(list, ofKnobs(optim.StageKnobs())...)
}

// ofKnobs are the texts of knobs: what they do and what they may be set to.
func ofKnobs(knobs []optim.Knob) (list []string) {
	for _, k := range knobs {
		list = append(list, k.Help, k.Domain())
	}
	return list
}

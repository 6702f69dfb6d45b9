package descentlab_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "descentlab"
	fyne   = "fyne.io/"
)

// rowsOf reads the table of imports: a row for each package, the rows that it shares written out.
func rowsOf(table string) (map[string][]string, error) {
	rows := map[string][]string{}
	for row := range strings.Lines(strings.ReplaceAll(table, "\n\t", " ")) {
		row = strings.TrimSpace(row)
		if row == "" {
			continue
		}
		name, allowed, found := strings.Cut(row, ":")
		if _, twice := rows[name]; !found || twice {
			return nil, fmt.Errorf("the row %q wants a name of its own and a colon", row)
		}
		rows[name] = strings.Fields(allowed)
	}
	for name, allowed := range rows {
		for _, word := range allowed {
			if !strings.HasPrefix(word, "@") {
				continue
			}
			if _, known := rows[word]; !known || strings.HasPrefix(name, "@") {
				return nil, fmt.Errorf("the row of %s shares %s, which is no row, or shares one itself", name, word)
			}
			rows[name] = append(slices.Clip(rows[name]), rows[word]...)
		}
	}
	return rows, nil
}

// theRows are those of the table as it stands.
func theRows(t *testing.T) map[string][]string {
	t.Helper()
	rows, err := rowsOf(importTable)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// isTool tells the packages that serve the making of the program: they may import what they like, and no other package
// may import them.
func isTool(name string) bool {
	return name == "app/e2e" || name == "app/window/desk/desktest" || name == "app/lab/labtest" || name == "widgets/widgettest" ||
		strings.HasPrefix(name, "internal/tools/")
}

// violations compares what packages import with the table: one line for each import, or package, that it does not allow.
func violations(rows, imports map[string][]string) []string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(imports)) {
		if isTool(name) {
			continue
		}
		allowed, known := allowedTo(rows, name)
		if !known {
			lines = append(lines, name+" is not in the table of imports")
			continue
		}
		for _, path := range imports[name] {
			switch {
			case strings.HasPrefix(path, fyne):
				if !slices.Contains(allowed, "fyne") {
					lines = append(lines, fmt.Sprintf("%s imports %s; its row does not say that it may", name, path))
				}
			case path == module || strings.HasPrefix(path, module+"/"):
				if !slices.ContainsFunc(allowed, func(pattern string) bool { return matches(pattern, relative(path)) }) {
					lines = append(lines, fmt.Sprintf("%s imports %s; of ours it may import %q", name, path, allowed))
				}
			}
		}
	}
	return lines
}

// strangers lists the names in the table that no package bears: one that has moved on, or is spelt wrong.
func strangers(rows, imports map[string][]string) []string {
	var lines []string
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		for _, word := range append([]string{row}, rows[row]...) {
			if word == "fyne" || strings.HasPrefix(word, "@") {
				continue
			}
			is := func(name string) bool { return matches(word, name) }
			if !slices.ContainsFunc(slices.Collect(maps.Keys(imports)), is) {
				lines = append(lines, fmt.Sprintf("the row of %s names %s, which is no package", row, word))
			}
		}
	}
	return lines
}

// allowedTo is the row of the table for a package: its own, or that of the packages of its kind.
func allowedTo(rows map[string][]string, name string) (allowed []string, known bool) {
	if allowed, known = rows[name]; known {
		return allowed, true
	}
	for pattern, list := range rows {
		if matches(pattern, name) {
			return list, true
		}
	}
	return nil, false
}

// matches tells whether a name of the table is that of a package.
func matches(pattern, name string) bool {
	if below, all := strings.CutSuffix(pattern, "/..."); all {
		return strings.HasPrefix(name, below+"/")
	}
	return pattern == name
}

// relative is a package's path below the module's root.
func relative(path string) string {
	if path == module {
		return "."
	}
	return strings.TrimPrefix(path, module+"/")
}

// goList runs go list without a C compiler and without the window's OpenGL.
func goList(t *testing.T, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-tags", "ci"}, args...)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("%v: %v\n%s", cmd, err, exit.Stderr)
		}
		t.Fatalf("%v: %v", cmd, err)
	}
	return out
}

// watchTree opens every folder of the module. The go command keeps a test's result until a file that the test itself opened
// changes, and does not see what go list reads.
func watchTree(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && (path == ".git" || path == "build") {
			return fs.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// imported lists the imports of every package of the module, tests left out, files for other build tags
// and systems included.
func imported(t *testing.T) map[string][]string {
	t.Helper()
	watchTree(t)
	imports := map[string][]string{}
	list := json.NewDecoder(bytes.NewReader(goList(t, "-json=ImportPath,Dir,Imports,IgnoredGoFiles", "./...")))
	for {
		var p struct {
			ImportPath, Dir         string
			Imports, IgnoredGoFiles []string
		}
		err := list.Decode(&p)
		if errors.Is(err, io.EOF) {
			return imports
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range p.IgnoredGoFiles {
			if !strings.HasSuffix(file, "_test.go") {
				p.Imports = append(p.Imports, fileImports(t, filepath.Join(p.Dir, file))...)
			}
		}
		slices.Sort(p.Imports)
		imports[relative(p.ImportPath)] = slices.Compact(p.Imports)
	}
}

// fileImports reads the imports of one Go file.
func fileImports(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}

func TestImportTable(t *testing.T) {
	rows, imports := theRows(t), imported(t)
	for _, line := range append(violations(rows, imports), strangers(rows, imports)...) {
		t.Error(line)
	}
	// A list that is empty, or lost its imports on the way, would agree with every table.
	if !slices.Contains(imports["app"], module+"/app/cli") {
		t.Errorf("app is listed with %q: app/cli should be among them", imports["app"])
	}
}

func TestImportTableRejects(t *testing.T) {
	rows := theRows(t)
	for _, c := range []struct {
		name    string
		imports []string
		want    string // the start of the only complaint; "" for none
	}{
		{"surfaces", []string{"math", module + "/surfaces/expr"}, ""},
		{"surfaces", []string{module + "/optim"}, "surfaces imports descentlab/optim;"},
		{"optim", []string{module + "/surfaces"}, "optim imports descentlab/surfaces;"},
		{"optim", []string{module}, "optim imports descentlab;"},
		{"optim/sweep", []string{module + "/internal/geom"}, ""},
		{"optim/sweep", []string{module + "/internal/near"}, "optim/sweep imports descentlab/internal/near;"},
		{"internal/geom", []string{module + "/internal/near"}, "internal/geom imports descentlab/internal/near;"},
		{"widgets/plot", []string{"fyne.io/fyne/v2"}, "widgets/plot imports fyne.io/fyne/v2;"},
		{"app/lab", []string{"fyne.io/fyne/v2/data/binding"}, "app/lab imports fyne.io/fyne/v2/data/binding;"},
		{"app/lab/setup", []string{module + "/app/lab"}, "app/lab/setup imports descentlab/app/lab;"},
		{"widgets", []string{"fyne.io/fyne/v2/widget", module + "/widgets/plot"}, ""},
		{"widgets", []string{module + "/optim/race"}, "widgets imports descentlab/optim/race;"},
		{"widgets/graphic", []string{"fyne.io/fyne/v2", module + "/widgets/kit", module + "/widgets/plot/raster"}, ""},
		{"widgets/graphic", []string{module + "/app/words"}, "widgets/graphic imports descentlab/app/words;"},
		{"widgets/kit", []string{module + "/widgets/graphic"}, "widgets/kit imports descentlab/widgets/graphic;"},
		{"widgets/plot", []string{module + "/widgets/kit"}, "widgets/plot imports descentlab/widgets/kit;"},
		{"widgets/picker", []string{module + "/widgets/widgettest"}, "widgets/picker imports descentlab/widgets/widgettest;"},
		{"app/window/race/plane", []string{module + "/app/window/desk", "fyne.io/fyne/v2"}, ""},
		{"app/window/race/plane", []string{module + "/app/window/race/rates"},
			"app/window/race/plane imports descentlab/app/window/race/rates;"},
		{"app/window/race/plane", []string{module + "/app/window"}, "app/window/race/plane imports descentlab/app/window;"},
		{"app", []string{module + "/internal/tools/bench"}, "app imports descentlab/internal/tools/bench;"},
		{"app/figure", []string{"fyne.io/fyne/v2/canvas"}, "app/figure imports fyne.io/fyne/v2/canvas;"},
		{"app/window/race/plane", []string{"fyne.io/fyne/v2", module + "/app/figure"}, ""},
		{"app/window/race/plane", []string{module + "/app/window/race/maps"},
			"app/window/race/plane imports descentlab/app/window/race/maps;"},
		{"app/window/race/plane", []string{module + "/app/window"}, "app/window/race/plane imports descentlab/app/window;"},
		{"utils", nil, "utils is not in the table"},
		{"app/e2e", []string{"fyne.io/fyne/v2", module + "/app"}, ""},
		{"app/e2etools", nil, "app/e2etools is not in the table"},
	} {
		got := violations(rows, map[string][]string{c.name: c.imports})
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s with %q: %q, want none", c.name, c.imports, got)
		case c.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], c.want)):
			t.Errorf("%s with %q: %q, want one that starts with %q", c.name, c.imports, got, c.want)
		}
	}
}

func TestRowsOf(t *testing.T) {
	rows, err := rowsOf("\n@plot: fyne a\nb: @plot\n\tc\nc:\n")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := rows["b"], []string{"@plot", "c", "fyne", "a"}; !slices.Equal(got, want) {
		t.Errorf("b may import %q, want %q", got, want)
	}
	lost := strangers(rows, map[string][]string{"a": nil, "b": nil})
	if want := []string{"the row of b names c, which is no package",
		"the row of c names c, which is no package"}; !slices.Equal(lost, want) {
		t.Errorf("strangers %q, want %q", lost, want)
	}
	for _, wrong := range []string{"a: b\na: c", "a b", "a: @b", "@a: @b\n@b: c"} {
		if rows, err := rowsOf(wrong); err == nil {
			t.Errorf("%q is read as %q", wrong, rows)
		}
	}
}

func TestFileImportsSeesOtherSystems(t *testing.T) {
	path := filepath.Join(t.TempDir(), "window.go")
	text := "//go:build windows && !ci\n\npackage optim\n\nimport f \"fyne.io/fyne/v2\"\n\nvar _ f.App\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := fileImports(t, path); !slices.Equal(got, []string{"fyne.io/fyne/v2"}) {
		t.Errorf("imports %q", got)
	}
}

// The command line works on a machine with neither a C compiler nor OpenGL: the program that is built with the tag ci
// must not reach for either.
func TestProgramWithoutWindowNeedsNoOpenGL(t *testing.T) {
	watchTree(t)
	deps := strings.Fields(string(goList(t, "-deps", "./app")))
	if !slices.ContainsFunc(deps, func(p string) bool { return strings.HasPrefix(p, fyne) }) {
		t.Fatal("the program without OpenGL should still hold Fyne")
	}
	for _, path := range deps {
		if strings.HasPrefix(path, "github.com/go-gl/") || path == "runtime/cgo" {
			t.Errorf("app depends on %s under the tag ci", path)
		}
	}
}

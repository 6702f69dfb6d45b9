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

// ofPane are the packages that a pane or a tool of the window may import: never another pane.
var ofPane = []string{
	"app/window/desk", "app/lab", "app/lab/outcome", "app/lab/script", "app/lab/setup", "app/figure", "app/figure/examples",
	"app/figure/reading", "app/figure/strip", "app/job", "app/words", "widgets", "widgets/chips", "widgets/fold",
	"widgets/gesture", "widgets/graphic", "widgets/kit", "widgets/layout", "widgets/offer", "widgets/picker", "widgets/plot",
	"widgets/ribbon", "optim", "optim/race", "optim/sweep", "surfaces", "internal/geom",
}

// mayImport is the table: which packages of this module a package may import. One that is not in it is an error, so that a
// new package says first what it may know. "." is the module's root; "x/..." are all packages below x, as a name and as what
// may be imported.
var mayImport = map[string][]string{
	".":                    {},
	"internal/fynecache":   {},
	"internal/geom":        {},
	"internal/lengthy":     {},
	"internal/lanes":       {},
	"internal/locale":      {},
	"internal/near":        {},
	"internal/python":      {},
	"internal/real":        {},
	"internal/say":         {},
	"internal/strict":      {"internal/near", "internal/say"},
	"resources":            {},
	"app/job":              {},
	"surfaces/expr/syntax": {"internal/near", "internal/say"},
	"surfaces/interval":    {},
	"surfaces/expr": {"surfaces/expr/syntax", "surfaces/expr/elementary", "surfaces/interval", "internal/geom", "internal/lanes",
		"internal/near", "internal/python", "internal/real", "internal/say"},
	"surfaces/expr/elementary": {"surfaces/expr/syntax", "surfaces/interval", "internal/lanes", "internal/real"},
	"optim":                    {"internal/geom", "internal/lanes", "internal/near", "internal/python"},
	"widgets/plot":             {"internal/geom", "internal/near", "internal/say"},
	"widgets/plot/raster":      {"widgets/plot", "resources", "internal/geom"},
	"widgets/plot/record":      {"widgets/plot", "internal/geom"}, // for tests, which may import it everywhere
	"surfaces/table":           {"internal/near", "internal/say"},
	"surfaces/proof":           {"surfaces/expr", "surfaces/interval", "internal/geom"},
	"surfaces": {"surfaces/table", "surfaces/expr", "surfaces/expr/notation", "surfaces/proof", "surfaces/interval",
		"internal/geom", "internal/near"},
	"optim/race":      {"optim"},
	"optim/sweep":     {"optim", "optim/race", "internal/geom", "internal/lanes"},
	"widgets/gesture": {},
	"widgets/layout":  {},
	"widgets/skin":    {"widgets/plot"},
	"widgets/kit": {"widgets/gesture", "widgets/skin", "widgets/layout", "widgets/plot", "widgets/plot/raster", "internal/geom",
		"internal/say"},
	"surfaces/expr/notation": {"surfaces/expr", "surfaces/expr/notation/doubt", "surfaces/expr/notation/lexical",
		"surfaces/expr/notation/spelling", "surfaces/expr/notation/tree", "surfaces/expr/syntax", "internal/near", "internal/say"},
	"surfaces/expr/notation/doubt": {"internal/say"},
	"surfaces/expr/notation/spelling": {"surfaces/expr", "surfaces/expr/notation/lexical", "surfaces/expr/notation/tree",
		"surfaces/expr/syntax"},
	"surfaces/expr/notation/tree":    {"surfaces/expr"},
	"surfaces/expr/notation/lexical": {"surfaces/expr/syntax", "internal/say"},
	"widgets/graphic": {"widgets/kit", "widgets/gesture", "widgets/skin", "widgets/layout", "widgets/plot", "widgets/plot/raster",
		"internal/geom", "internal/say"},
	"widgets/ribbon": {"widgets/kit", "widgets/skin", "widgets/layout", "internal/say"},
	"widgets/rail":   {"widgets/kit", "widgets/gesture", "widgets/skin", "widgets/layout"},
	"widgets/offer":  {"widgets/kit", "widgets/gesture", "widgets/skin", "widgets/layout"},
	"widgets/picker": {"widgets/kit", "widgets/gesture", "widgets/skin", "widgets/layout", "internal/say"},
	"widgets/chips":  {"widgets/kit", "widgets/gesture", "widgets/skin", "widgets/layout"},
	"widgets/field":  {"widgets/kit", "widgets/gesture", "widgets/skin", "widgets/layout", "internal/say"},
	"widgets/fold":   {"widgets/kit", "widgets/gesture", "widgets/skin", "widgets/layout", "widgets/plot", "internal/say"},
	"widgets": {"widgets/field", "widgets/picker", "widgets/ribbon", "widgets/kit", "widgets/gesture", "widgets/skin",
		"widgets/layout", "widgets/plot", "internal/geom", "internal/say"},
	"app/words":     {"optim", "optim/race", "optim/sweep", "surfaces", "internal/geom", "internal/say"},
	"app/census":    {"app/words"},
	"app/trainings": {"app/words", "optim", "optim/race"},
	"app/lab/pace":  {"optim", "optim/race", "internal/geom"},
	"app/lab/setup": {"app/lab/pace", "optim", "optim/race", "optim/sweep", "surfaces", "surfaces/expr", "surfaces/expr/notation",
		"surfaces/table", "app/words", "internal/geom", "internal/strict"},
	"app/lab/history": {},
	"app/lab/motion":  {"optim/race", "surfaces", "internal/geom"},
	"app/lab/least":   {"app/lab/setup", "surfaces"},
	"app/lab": {"app/lab/pace", "app/lab/setup", "app/lab/history", "app/lab/least", "app/lab/motion", "optim", "optim/race",
		"optim/sweep", "surfaces", "app/words", "internal/geom"},
	"app/lab/script":    {"app/lab", "optim"},
	"app/gallery":       {"app/gallery/claim", "app/lab/setup", "app/words", "internal/near", "internal/strict", "resources"},
	"app/gallery/cards": {"app/gallery", "app/words", "internal/geom"},
	"app/gallery/thumb": {"app/figure", "app/gallery", "app/lab", "app/lab/setup", "optim/sweep", "surfaces", "widgets/plot",
		"widgets/plot/raster"},
	"app/gallery/claim": {"app/lab", "app/lab/motion", "app/lab/setup", "app/words", "optim/race", "surfaces", "internal/geom",
		"internal/near"},
	"app/lab/outcome": {"app/lab", "app/lab/motion", "app/lab/pace", "app/lab/setup", "app/words", "optim", "optim/race",
		"optim/sweep", "surfaces", "internal/geom"},
	"app/curve": {"app/lab/setup", "app/lab/history", "app/words", "optim", "optim/race", "surfaces/expr",
		"surfaces/expr/notation", "internal/geom", "internal/near", "internal/strict"},
	"app/figure/curves": {"app/curve", "app/words", "widgets/plot", "internal/geom"},
	"app/figure/strip":  {"app/figure", "app/lab", "app/lab/outcome", "app/words", "optim/race", "optim/sweep", "widgets/plot"},
	"app/game/ground":   {"optim", "optim/race", "surfaces"},
	"app/game": {"app/game/ground", "optim", "optim/race", "surfaces", "internal/geom", "internal/near", "internal/say",
		"internal/strict"},
	"app/game/solve":   {"app/game"},
	"app/game/written": {"app/game", "app/words", "optim", "optim/race", "internal/geom"},
	"app/game/picture": {"app/game", "app/game/written", "app/words", "optim/race", "surfaces", "widgets/plot"},
	"app/game/board":   {"app/game", "app/game/course", "app/words", "widgets/plot"},
	"app/game/course":  {"app/game", "app/game/written", "app/words", "optim", "surfaces", "internal/strict"},
	"app/figure": {"app/lab", "app/lab/setup", "widgets/plot", "optim", "optim/race", "optim/sweep", "surfaces", "app/words",
		"resources", "internal/geom"},
	"app/figure/minima":   {"app/census", "app/trainings", "app/words", "widgets/plot"},
	"app/figure/examples": {"app/lab", "app/lab/setup", "app/figure", "app/words", "optim/race", "surfaces", "widgets/plot"},
	"app/figure/reading":  {"app/lab", "app/lab/setup", "app/words", "surfaces", "internal/geom"},
	"app/lesson/measure":  {"app/gallery/claim", "app/lab", "app/lab/setup", "app/words", "optim", "optim/race", "internal/near"},
	"app/lesson/quiz": {"app/lesson/measure", "app/gallery/claim", "app/lab", "app/lab/setup", "app/words", "optim/race",
		"surfaces", "internal/geom", "internal/near"},
	"app/lesson": {"app/lesson/measure", "app/lesson/quiz", "app/gallery/claim", "app/lab/setup", "app/words", "widgets/plot",
		"internal/geom", "internal/near", "internal/strict"},
	"app/lesson/handin": {"app/lesson", "app/lesson/measure", "app/lesson/quiz", "app/lab", "app/lab/setup", "app/words",
		"surfaces", "internal/strict"},
	"app/lesson/recording": {"app/lesson", "app/lesson/measure", "app/lesson/quiz", "app/gallery/claim", "app/lab/setup",
		"app/words"},
	"app/lesson/library": {"app/lesson", "app/gallery", "app/words", "resources", "internal/near"},
	"app/export": {"app/lesson/handin", "app/census", "app/curve", "app/lab", "app/lab/setup", "app/figure", "app/figure/curves",
		"app/figure/minima", "widgets/plot", "widgets/plot/raster", "app/words", "optim", "optim/race", "optim/sweep", "surfaces",
		"surfaces/expr", "resources", "app/gallery", "app/gallery/claim", "app/trainings", "internal/geom"},
	"app/cli/numerals": {"surfaces", "internal/geom"},
	"app/cli": {"app/cli/numerals", "app/lesson", "app/lesson/handin", "app/lesson/library", "app/lesson/measure", "app/census",
		"app/curve", "app/lab", "app/lab/setup", "app/export", "app/figure", "app/words", "app/job", "optim", "app/gallery",
		"app/gallery/claim", "app/trainings", "optim/race", "optim/sweep", "surfaces", "surfaces/expr", "surfaces/expr/notation",
		"surfaces/table", "widgets/plot", "internal/geom", "internal/near"},
	"app/window/desk": {"app/export", "app/lab", "app/lab/setup", "app/job", "app/words", "widgets/graphic", "widgets/kit",
		"widgets/picker", "widgets/plot"},
	"app/window/host": {"app/lab", "app/words", "internal/fynecache"},
	"app/window/curve": {"app/window/desk", "app/curve", "app/export", "app/figure/curves", "app/words", "widgets",
		"widgets/field", "widgets/gesture", "widgets/graphic", "widgets/kit", "widgets/layout", "widgets/picker", "widgets/plot",
		"widgets/skin", "optim", "internal/geom", "internal/strict"},
	"app/window/descent": {"app/game", "app/game/...", "app/job", "app/lab/history", "app/window/desk", "app/words", "surfaces",
		"widgets", "widgets/gesture", "widgets/graphic", "widgets/kit", "widgets/picker", "widgets/plot", "widgets/plot/raster",
		"widgets/skin"},
	"app/window/learn": {"app/window/desk", "app/gallery", "app/gallery/cards", "app/gallery/claim", "app/gallery/thumb",
		"app/job", "app/lab/setup", "app/words", "widgets/chips", "widgets/gesture", "widgets/kit", "widgets/layout",
		"widgets/picker", "widgets/skin", "internal/strict"},
	"app/window/race/...": ofPane,
	"app/window/race":     append([]string{"app/window/race/..."}, ofPane...),
	"app/window": {"app/window/race", "app/window/curve", "app/window/descent", "app/window/learn", "app/window/desk",
		"app/window/host", "app/lab", "app/lab/setup", "app/export", "app/figure", "app/words", "app/job", "widgets", "widgets/field",
		"widgets/kit", "widgets/picker", "widgets/rail", "widgets/skin", "widgets/layout", "widgets/plot", "widgets/plot/raster",
		"surfaces", "surfaces/expr/notation", "surfaces/table", "resources", "internal/fynecache", "app/gallery"},
	"app": {"app/cli", "app/window", "app/lab", "internal/locale"},
}

// mayDraw names the packages that may import Fyne.
var mayDraw = []string{"app", "app/window", "app/window/...", "widgets", "widgets/chips", "widgets/field", "widgets/fold",
	"widgets/gesture", "widgets/graphic", "widgets/kit",
	"widgets/layout", "widgets/offer", "widgets/picker", "widgets/rail", "widgets/ribbon", "widgets/skin"}

// draws tells whether a package is one of them.
func draws(name string) bool {
	return slices.ContainsFunc(mayDraw, func(pattern string) bool { return matches(pattern, name) })
}

// isTool tells the packages that serve the making of the program: they may import what they like, and no other package
// may import them.
func isTool(name string) bool {
	return name == "app/e2e" || name == "app/window/desk/desktest" || name == "widgets/widgettest" ||
		strings.HasPrefix(name, "internal/tools/")
}

// violations compares what packages import with the table: one line for each import, or package, that it does not allow.
func violations(imports map[string][]string) []string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(imports)) {
		if isTool(name) {
			continue
		}
		allowed, known := allowedTo(name)
		if !known {
			lines = append(lines, name+" is not in the table of imports")
			continue
		}
		for _, path := range imports[name] {
			switch {
			case strings.HasPrefix(path, fyne):
				if !draws(name) {
					lines = append(lines, fmt.Sprintf("%s imports %s; only %s may", name, path, strings.Join(mayDraw, " and ")))
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

// allowedTo is the row of the table for a package: its own, or that of the packages of its kind.
func allowedTo(name string) (allowed []string, known bool) {
	if allowed, known = mayImport[name]; known {
		return allowed, true
	}
	for pattern, list := range mayImport {
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
	imports := imported(t)
	for _, line := range violations(imports) {
		t.Error(line)
	}
	// A list that is empty, or lost its imports on the way, would agree with every table.
	if !slices.Contains(imports["app"], module+"/app/cli") {
		t.Errorf("app is listed with %q: app/cli should be among them", imports["app"])
	}
}

func TestImportTableRejects(t *testing.T) {
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
		got := violations(map[string][]string{c.name: c.imports})
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s with %q: %q, want none", c.name, c.imports, got)
		case c.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], c.want)):
			t.Errorf("%s with %q: %q, want one that starts with %q", c.name, c.imports, got, c.want)
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

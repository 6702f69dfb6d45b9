package cli

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/internal/lengthy"
)

// The command line's outputs, byte by byte: what a program reads from them today it shall read tomorrow. Every one of
// commandLines is run in a folder of its own, and all that comes of it is compared with testdata/commands/NAME.txt.
// 'go test -run Golden -update' writes these files anew; a change in one of them is a change that users see.

var updateGolden = flag.Bool("update", false, "write the golden files of the command line anew")

const (
	goldenFolder = "testdata/commands"
	inputFolder  = "testdata/commands/inputs" // the files that the commands read: they stand in the folder where these run
	sampledFile  = "many.csv"                 // another one, written for the commands that name it
	inFull       = 16 << 10                   // bytes up to which a text is kept as it is; of longer ones there are a sum and
	firstLines   = 6                          // so many lines
	firstRunes   = 240                        // of at most so many letters
)

// The font of the pictures is the program's own, whatever the machine would have instead.
func init() {
	for _, name := range []string{"FYNE_FONT", "FYNE_FONT_MONOSPACE", "FYNE_FONT_SYMBOL"} {
		os.Unsetenv(name)
	}
}

// perform runs a command line as main does: it returns its exit status and what stands on standard output and standard
// error. No other function of this file knows the program.
func perform(t *testing.T, args []string) (status int, out, told []byte) {
	t.Helper()
	faults, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer faults.Close()
	stderr, aside := os.Stderr, notes
	defer func() { os.Stderr, notes = stderr, aside }()
	os.Stderr, notes = faults, faults

	var b bytes.Buffer
	handled, fault := Run(args, &b)
	if !handled {
		t.Fatalf("%q is taken for a window's arguments", args)
	}
	if fault != nil {
		fmt.Fprintf(os.Stderr, "descentlab: %v\n", fault)
	}
	if told, err = os.ReadFile(faults.Name()); err != nil {
		t.Fatal(err)
	}
	return ExitStatus(fault), b.Bytes(), told
}

func TestGoldenCommands(t *testing.T) {
	lengthy.Test(t)
	if runtime.GOARCH != "amd64" || runtime.GOOS == "windows" {
		t.Skip("the golden bytes are those of amd64, which fuses no multiplication with an addition; faults are in Unix's words")
	}
	inputs := goldenInputs(t)
	folder, err := filepath.Abs(goldenFolder) // the commands run in other ones
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commandLines {
		t.Run(c.name, func(t *testing.T) {
			golden := filepath.Join(folder, c.name+".txt")
			var got strings.Builder
			for line := range strings.SplitSeq(c.lines, "; ") {
				status, made := recordProducts(t, inputs, line)
				fmt.Fprintf(&got, "$ descentlab %s\nexit status %d\n", line, status)
				for _, m := range made {
					m.describe(&got)
				}
			}
			var err error
			if *updateGolden {
				err = os.WriteFile(golden, []byte(got.String()), 0o644)
			} else {
				err = compareGolden(golden, got.String())
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// TestGoldenFilesAreOfCommands: no golden file is left of command lines that are no longer there.
func TestGoldenFilesAreOfCommands(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(goldenFolder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d golden files, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		if !slices.ContainsFunc(commandLines, func(c struct{ name, lines string }) bool { return c.name == name }) {
			t.Errorf("%s is of no command line; remove it", file)
		}
	}
}

// TestGoldenCommandsAreAll: every command that help lists has at least two golden files.
func TestGoldenCommandsAreAll(t *testing.T) {
	_, help, _ := perform(t, []string{"help"})
	listed := regexp.MustCompile(`(?m)^  descentlab ([a-z]+) `).FindAllSubmatch(help, -1)
	if len(listed) < 10 {
		t.Errorf("help lists %d commands:\n%s", len(listed), help)
	}
	for _, m := range listed {
		files := 0
		for _, c := range commandLines {
			if strings.HasPrefix(c.lines+" ", string(m[1])+" ") {
				files++
			}
		}
		if files < 2 {
			t.Errorf("%d golden files begin with %s, want at least 2", files, m[1])
		}
	}
}

// A product is something that a command makes: what it prints, or a file that it writes.
type product struct {
	name string
	data []byte
}

// recordProducts runs a command line in an empty folder with the inputs, and returns all that it makes.
func recordProducts(t *testing.T, inputs map[string][]byte, line string) (status int, made []product) {
	t.Helper()
	folder := t.TempDir()
	t.Chdir(folder)
	for name, data := range inputs {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, out, told := perform(t, splitLine(line))
	told = regexp.MustCompile(`(/\.\S+\.)\d+: `).ReplaceAll(told, []byte("${1}0: ")) // the name of a file in the making
	made = []product{{"standard output", out}, {"standard error", told}}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if input, ok := inputs[name]; !ok || !bytes.Equal(input, data) {
			made = append(made, product{"file " + name, data})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range made {
		made[i].data = bytes.ReplaceAll(made[i].data, []byte(folder), []byte("FOLDER"))
	}
	return status, made
}

// goldenInputs are the files that the commands may read, by name.
func goldenInputs(t *testing.T) map[string][]byte {
	t.Helper()
	root, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(root, "go.mod")); missing == nil {
			break
		}
		if root == filepath.Dir(root) {
			err = errors.New("no go.mod in any folder above")
		}
		root = filepath.Dir(root)
	}
	paths, globErr := filepath.Glob(filepath.Join(inputFolder, "*"))
	if err := errors.Join(err, globErr); err != nil || len(paths) == 0 {
		t.Fatalf("%d files in %s: %v", len(paths), inputFolder, err)
	}
	files := map[string][]byte{sampledFile: bytes.Repeat([]byte("1,2\n3,5\n"), 6000)}
	for _, path := range append(paths, filepath.Join(root, "docs", "painted-swarm.json")) {
		if files[filepath.Base(path)], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// splitLine gives the words of a command line; one in single quotes may have blanks.
func splitLine(line string) []string {
	var list []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			list = append(list, part)
		} else {
			list = append(list, strings.Fields(part)...)
		}
	}
	return list
}

// describe writes a product down: a short text as it is; of anything else how it begins, its length and its sum.
func (p product) describe(b *strings.Builder) {
	if len(p.data) == 0 && !strings.HasPrefix(p.name, "file") {
		return
	}
	fmt.Fprintf(b, "-- %s --\n", p.name)
	text := string(p.data)
	isText := utf8.ValidString(text)
	if isText && len(text) <= inFull {
		b.WriteString(text)
		if !strings.HasSuffix(text, "\n") {
			b.WriteString("\n-- no newline at the end --\n")
		}
		return
	}
	if lines := strings.SplitN(text, "\n", firstLines+1); isText {
		for _, line := range lines[:min(firstLines, len(lines))] {
			runes := []rune(line)
			fmt.Fprintf(b, "| %s\n", string(runes[:min(firstRunes, len(runes))]))
		}
	} else if picture, err := png.Decode(bytes.NewReader(p.data)); err == nil {
		pixels := image.NewNRGBA(picture.Bounds())
		draw.Draw(pixels, pixels.Rect, picture, pixels.Rect.Min, draw.Src)
		fmt.Fprintf(b, "PNG %v, SHA-256 of its pixels %x\n", pixels.Rect.Size(), sha256.Sum256(pixels.Pix))
	}
	fmt.Fprintf(b, "%d bytes, SHA-256 %x\n", len(p.data), sha256.Sum256(p.data))
}

// compareGolden says in which line a golden file differs first from what has come of its command.
func compareGolden(golden, got string) error {
	data, err := os.ReadFile(golden)
	if err != nil {
		return fmt.Errorf("%w; -update writes it", err)
	}
	want := string(data)
	if got == want {
		return nil
	}
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	start := strings.LastIndex(got[:at], "\n") + 1
	return fmt.Errorf("%s:%d:%d differs; if users shall see that, -update accepts it\n got  %q\n want %q", golden,
		1+strings.Count(got[:start], "\n"), at-start+1, aroundByte(got[start:], at-start), aroundByte(want[start:], at-start))
}

// aroundByte is the first line of a text, of a long one the part about that byte.
func aroundByte(text string, at int) string {
	line, _, _ := strings.Cut(text, "\n")
	return line[max(0, min(at, len(line))-60):min(len(line), at+60)]
}

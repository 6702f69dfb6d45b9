package npz

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// An array is one as it was read.
type array struct {
	kind  string
	shape []int
	data  []byte
}

var line = regexp.MustCompile(`^\{'descr': '([^']+)', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n$`)

// read reads an archive the way NumPy does.
func read(t *testing.T, file []byte) map[string]array {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]array{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		n := int(binary.LittleEndian.Uint16(data[8:]))
		m := line.FindSubmatch(data[10 : 10+n])
		if string(data[:8]) != "\x93NUMPY\x01\x00" || m == nil || (10+n)%64 != 0 {
			t.Fatalf("%s begins with %q", f.Name, data[:10+n])
		}
		a := array{kind: string(m[1]), data: data[10+n:]}
		for side := range strings.SplitSeq(strings.Trim(string(m[2]), ", "), ", ") {
			v, err := strconv.Atoi(side)
			if err != nil {
				t.Fatal(err)
			}
			a.shape = append(a.shape, v)
		}
		all[strings.TrimSuffix(f.Name, ".npy")] = a
	}
	return all
}

func (a array) float(i int) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(a.data[8*i:]))
}

func example(w io.Writer) error {
	f := New(w)
	f.Floats("x", []int{2, 3}, func(put func(float64)) error {
		for i := range 5 {
			put(float64(i) / 3)
		}
		put(None)
		return nil
	})
	f.Texts("racer", []string{"SGD", "Adam η", ""})
	f.Texts("none", nil)
	return f.Close()
}

// TestArraysAreRead as they were written, and equal ones are equal files.
func TestArraysAreRead(t *testing.T) {
	var a, b bytes.Buffer
	if err := errors.Join(example(&a), example(&b)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatalf("%v, equal: %t", err, bytes.Equal(a.Bytes(), b.Bytes()))
	}
	all := read(t, a.Bytes())
	x := all["x"]
	if x.kind != "<f8" || len(x.shape) != 2 || x.shape[0] != 2 || x.shape[1] != 3 || len(x.data) != 48 {
		t.Fatalf("%+v", x)
	}
	for i := range 5 {
		if got := x.float(i); got != float64(i)/3 {
			t.Errorf("number %d is %v", i, got)
		}
	}
	if !math.IsNaN(x.float(5)) {
		t.Error("the last is a number")
	}
	names := all["racer"]
	if names.kind != "<U6" || len(names.data) != 3*6*4 || binary.LittleEndian.Uint32(names.data[4*(6+5):]) != 'η' ||
		all["none"].shape[0] != 0 {
		t.Errorf("%+v, %+v", names, all["none"])
	}
}

// TestNumPyReadsIt where it is installed.
func TestNumPyReadsIt(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil || exec.Command(python, "-c", "import numpy").Run() != nil {
		t.Skip("no NumPy here")
	}
	path := filepath.Join(t.TempDir(), "a.npz")
	var b bytes.Buffer
	if err := errors.Join(example(&b), os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", `import numpy, sys
z = numpy.load(sys.argv[1])
print(sorted(z.files), z["x"].shape, z["x"][1, 0], numpy.isnan(z["x"][1, 2]), list(map(str, z["racer"])), z["none"].shape)`,
		path).CombinedOutput()
	want := "['none', 'racer', 'x'] (2, 3) 1.0 True ['SGD', 'Adam η', ''] (0,)\n"
	if err != nil || string(out) != want {
		t.Errorf("%s, %v; want %s", out, err, want)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// TestFaults: too few numbers, an end on the way and a full disk are told.
func TestFaults(t *testing.T) {
	f := New(io.Discard)
	f.Floats("x", []int{3}, func(put func(float64)) error { put(1); return nil })
	f.Texts("later", []string{"a"})
	if err := f.Close(); err == nil || !strings.Contains(err.Error(), "x: 2 numbers more") {
		t.Errorf("%v", err)
	}
	ended := errors.New("ended")
	f = New(io.Discard)
	f.Floats("x", []int{3}, func(func(float64)) error { return ended })
	if err := f.Close(); !errors.Is(err, ended) {
		t.Errorf("%v", err)
	}
	if err := example(full{}); err == nil {
		t.Error("what could not be written is no error")
	}
}

// FuzzTexts: whatever texts are, the archive can be read.
func FuzzTexts(f *testing.F) {
	f.Add("a", "")
	f.Add("\xff\x00", "𝑥'")
	f.Fuzz(func(t *testing.T, a, b string) {
		var out bytes.Buffer
		file := New(&out)
		file.Texts("t", []string{a, b})
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
		if got := read(t, out.Bytes())["t"]; len(got.shape) != 1 || got.shape[0] != 2 || len(got.data)%8 != 0 {
			t.Errorf("%+v", got)
		}
	})
}

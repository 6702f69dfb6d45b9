// Package npz writes arrays as NumPy reads them: a .npz is a zip of .npy files (NumPy enhancement proposal 1), each of which has
// a line that tells type and shape, and then the numbers.
package npz

import (
	"archive/zip"
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"
)

// None stands where an array has no number.
var None = math.NaN()

// A File is an archive while it is written. What goes wrong first is told by Close.
type File struct {
	zip *zip.Writer
	err error
}

// New begins an archive.
func New(w io.Writer) *File { return &File{zip: zip.NewWriter(w)} }

// Floats adds an array of numbers, in rows: fill puts as many as the shape asks for.
func (f *File) Floats(name string, shape []int, fill func(put func(float64)) error) {
	f.add(name, "<f8", shape, func(w *bufio.Writer) error {
		left := 1
		for _, n := range shape {
			left *= n
		}
		var b [8]byte
		err := fill(func(v float64) {
			left--
			binary.LittleEndian.PutUint64(b[:], math.Float64bits(v))
			_, _ = w.Write(b[:]) // told by Flush
		})
		if err == nil && left != 0 {
			return fmt.Errorf("%s: %d numbers more than were put", name, left)
		}
		return err
	})
}

// Texts adds an array of texts.
func (f *File) Texts(name string, list []string) {
	longest := 1
	for _, text := range list {
		longest = max(longest, utf8.RuneCountInString(text))
	}
	f.add(name, fmt.Sprintf("<U%d", longest), []int{len(list)}, func(w *bufio.Writer) error {
		var b [4]byte
		for _, text := range list {
			n := 0
			for _, r := range text {
				binary.LittleEndian.PutUint32(b[:], uint32(r))
				_, _ = w.Write(b[:])
				n++
			}
			_, _ = w.Write(make([]byte, 4*(longest-n)))
		}
		return nil
	})
}

// add adds an array of a type.
func (f *File) add(name, kind string, shape []int, fill func(*bufio.Writer) error) {
	if f.err != nil {
		return
	}
	entry, err := f.zip.CreateHeader(&zip.FileHeader{Name: name + ".npy", Method: zip.Deflate}) // of no time
	if err != nil {
		f.err = err
		return
	}
	w := bufio.NewWriter(entry)
	_, _ = w.Write(head(kind, shape))
	if f.err = fill(w); f.err == nil {
		f.err = w.Flush()
	}
}

// head is the beginning of an array's file: its length is a multiple of 64.
func head(kind string, shape []int) []byte {
	sides := make([]string, len(shape))
	for i, n := range shape {
		sides[i] = fmt.Sprint(n)
	}
	tuple := strings.Join(sides, ", ")
	if len(shape) == 1 {
		tuple += ","
	}
	text := fmt.Sprintf("{'descr': '%s', 'fortran_order': False, 'shape': (%s), }", kind, tuple)
	const before = 10 // bytes: magic, version and length
	text += strings.Repeat(" ", 63-(before+len(text))%64) + "\n"
	b := append([]byte("\x93NUMPY\x01\x00"), 0, 0)
	binary.LittleEndian.PutUint16(b[8:], uint16(len(text)))
	return append(b, text...)
}

// Close ends the archive and says what went wrong.
func (f *File) Close() error {
	if f.err != nil {
		return f.err
	}
	return f.zip.Close()
}

package setup

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"descentlab/app/words"
	"descentlab/internal/nameless"
)

// A Pending is a file while it is written: where the system can do that it has no name, so that a sudden end leaves nothing
// behind; elsewhere it has a temporary one beside its own, which it gets from Commit, when all of it is on the disk. So a full
// disk or a lost power line leaves the old file as it was. What is no file, such as a device, is written through. The errors name
// the path.
type Pending struct {
	path   string // as the user knows it
	target string // where its links lead
	mode   fs.FileMode
	temp   string   // the name meanwhile; "" for what has none yet or is written through, and once it has its own
	bare   bool     // it has no name
	file   *os.File // nil once all of it is on the disk
	out    *bufio.Writer
}

// Create begins to write the file of a path. A file that is there keeps its permissions; a link is written through.
func Create(path string) (*Pending, error) {
	p := &Pending{path: path, mode: 0o644} // what the user saves may be read by others
	if err := p.open(); err != nil {
		return nil, p.fault(err)
	}
	p.out = bufio.NewWriterSize(p.file, 1<<16)
	return p, nil
}

// CheckWritable says why the file of a path could not be written, so far as that can be known before there is anything to write;
// nil if nothing speaks against it. What is no file is left alone: a pipe is opened once.
func CheckWritable(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return nil
	}
	p := &Pending{path: path}
	err := p.open()
	p.Discard()
	return err
}

func (p *Pending) open() (err error) {
	if p.target, err = linked(p.path); err != nil {
		return err
	}
	switch info, statErr := os.Stat(p.target); {
	case statErr != nil && !errors.Is(statErr, fs.ErrNotExist) && !errors.Is(statErr, fs.ErrPermission):
		return reason(statErr) // its name is too long, or none that there can be
	case statErr != nil:
	case info.IsDir():
		return words.Fault("it is a folder")
	case !info.Mode().IsRegular():
		p.file, err = os.OpenFile(p.target, os.O_WRONLY, 0)
		return err
	default:
		if p.mode = info.Mode().Perm(); isProtected(p.target, p.mode) {
			return words.Fault("it is write-protected")
		}
	}
	folder := filepath.Dir(p.target)
	if p.file, err = openUnnamed(folder); err == nil {
		p.bare = true
		return nil
	}
	p.file, err = os.CreateTemp(folder, p.meanwhile("*"))
	if of := (*fs.PathError)(nil); errors.As(err, &of) {
		return words.Errorf("folder %s: %w", folder, of.Err) // the name of the file that is put in its place is no news
	}
	if err == nil {
		p.temp = p.file.Name()
	}
	return err
}

// openUnnamed opens a file without a name; tests put one in its place that cannot.
var openUnnamed = nameless.Open

// longestName is how much of a name is part of the one meanwhile, in bytes: with what is added a name has 255 at most.
const longestName = 200

// meanwhile is the name that the file has until it gets its own, with an end that no other has.
func (p *Pending) meanwhile(end string) string {
	base := filepath.Base(p.target)
	return "." + strings.ToValidUTF8(base[:min(len(base), longestName)], "") + "." + end
}

// christen gives a file without a name the one meanwhile.
func (p *Pending) christen(f *os.File) error {
	folder := filepath.Dir(p.target)
	for {
		path := filepath.Join(folder, p.meanwhile(strconv.FormatUint(rand.Uint64(), 10)))
		err := nameless.Name(f, path)
		if err == nil {
			p.temp = path
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
}

// copied gives a file without a name, which cannot have one, the contents of that.
func (p *Pending) copied(f *os.File) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	to, err := os.CreateTemp(filepath.Dir(p.target), p.meanwhile("*"))
	if err != nil {
		return err
	}
	p.temp = to.Name()
	_, err = io.Copy(to, f)
	if err == nil {
		err = to.Sync()
	}
	if closeErr := to.Close(); err == nil {
		err = closeErr
	}
	return err
}

// isProtected tells whether a file is not to be written, though another could be put in its place.
func isProtected(path string, mode fs.FileMode) bool {
	if mode&0o222 == 0 {
		return true
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		f.Close()
	}
	return errors.Is(err, fs.ErrPermission)
}

func (p *Pending) fault(err error) error {
	if err == nil {
		return nil
	}
	if of := (*fs.PathError)(nil); errors.As(err, &of) && (of.Path == p.temp || p.bare && of.Path == filepath.Dir(p.target)) {
		err = of.Err // the name meanwhile is no news
	}
	return words.Errorf("%s was not written: %w", p.path, err)
}

// reason is what the system says of a file, without the names that it says it of.
func reason(err error) error {
	var one *fs.PathError
	var two *os.LinkError
	switch {
	case errors.As(err, &one):
		return one.Err
	case errors.As(err, &two):
		return two.Err
	}
	return err
}

// Write adds to the file.
func (p *Pending) Write(data []byte) (int, error) {
	n, err := p.out.Write(data)
	return n, p.fault(err)
}

// Finish makes sure that all of the file is on the disk, where it waits for its name.
func (p *Pending) Finish() error {
	f := p.file
	p.file = nil
	err := p.out.Flush()
	if (p.bare || p.temp != "") && err == nil {
		err = f.Sync()
	}
	if p.bare && err == nil {
		if err = p.christen(f); err != nil {
			err = p.copied(f)
		}
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if p.temp != "" && err == nil {
		err = os.Chmod(p.temp, p.mode) // a temporary file is for its owner alone
	}
	if err != nil {
		err = p.fault(err)
		p.Discard()
	}
	return err
}

// Commit is Finish, if that was not called, and gives the file its name.
func (p *Pending) Commit() error {
	if p.file != nil {
		if err := p.Finish(); err != nil {
			return err
		}
	}
	if p.temp == "" {
		return nil
	}
	err := os.Rename(p.temp, p.target)
	if err != nil {
		os.Remove(p.temp)
		err = reason(err)
	}
	p.temp = ""
	return p.fault(err)
}

// Discard gives the file up, unless it has its name: nothing of it stays.
func (p *Pending) Discard() {
	if p.file != nil {
		p.file.Close()
	}
	if p.temp != "" {
		os.Remove(p.temp)
	}
	p.file, p.temp = nil, ""
}

// Sweep removes what is left beside a file of attempts to write it that came to a sudden end. It is for whoever alone writes
// the file.
func Sweep(path string) {
	target, err := linked(path)
	if err != nil {
		return
	}
	folder, begin := filepath.Dir(target), "."+filepath.Base(target)+"."
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		number, is := strings.CutPrefix(e.Name(), begin)
		if is && number != "" && strings.Trim(number, "0123456789") == "" && e.Type().IsRegular() {
			os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

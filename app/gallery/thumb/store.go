package thumb

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
)

// A Store keeps pictures in a folder of the user's cache, for the next start. What it cannot keep is drawn again. Pictures of
// another build of the program, which may draw otherwise, go when this one keeps its first.
type Store struct {
	dir string // "": it keeps nothing
}

// storePrefix begins the names of the folders of builds.
const storePrefix = "thumbs-"

// NewStore is a store in a folder, which may not be there yet.
func NewStore(folder string) Store {
	program, err := os.Executable()
	if err != nil {
		return Store{}
	}
	info, err := os.Stat(program)
	if err != nil {
		return Store{}
	}
	return storeOf(folder, fmt.Sprintf("%x-%x", info.Size(), info.ModTime().UnixNano()))
}

// Cached is the store in the user's cache; where there is none, all is drawn at every start.
func Cached() Store {
	dir, err := os.UserCacheDir()
	if err != nil || !filepath.IsAbs(dir) {
		return Store{}
	}
	return NewStore(filepath.Join(dir, "descentlab"))
}

// storeOf is the store of a build.
func storeOf(folder, build string) Store { return Store{filepath.Join(folder, storePrefix+build)} }

// path is where the picture of an exhibit is kept: another exhibit, or another palette, is another file.
func (s Store) path(e gallery.Exhibit, l Look) (string, error) {
	text, err := json.Marshal(e)
	if err != nil {
		return "", err
	}
	look := fmt.Sprintf("%s %g", l.Palette.Key(), l.Scale)
	sum := sha256.Sum256(append(text, look...))
	return filepath.Join(s.dir, fmt.Sprintf("%s-%x.png", e.Key, sum[:8])), nil
}

// load is a picture that has been kept, or nil.
func (s Store) load(e gallery.Exhibit, l Look) *image.RGBA {
	if s.dir == "" {
		return nil
	}
	path, err := s.path(e, l)
	if err != nil {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	kept, err := png.Decode(bytes.NewReader(data))
	if err != nil || kept.Bounds() != l.bounds() {
		return nil
	}
	picture, ok := kept.(*image.RGBA)
	if !ok {
		picture = image.NewRGBA(kept.Bounds())
		draw.Draw(picture, picture.Rect, kept, image.Point{}, draw.Src)
	}
	return picture
}

// keep keeps a picture, if it can.
func (s Store) keep(e gallery.Exhibit, l Look, picture *image.RGBA) {
	if s.dir == "" {
		return
	}
	path, err := s.path(e, l)
	if err != nil {
		return
	}
	if _, err := os.Stat(s.dir); err != nil {
		s.clear()
		if os.MkdirAll(s.dir, 0o700) != nil {
			return
		}
	}
	var b bytes.Buffer
	if fast := (png.Encoder{CompressionLevel: png.BestSpeed}); fast.Encode(&b, picture) == nil {
		_ = setup.WriteFile(path, b.Bytes()) // it is drawn again
	}
}

// clear removes what other builds have kept.
func (s Store) clear() {
	folder := filepath.Dir(s.dir)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), storePrefix) {
			os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
}

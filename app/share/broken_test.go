package share

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
)

// withChunk is a PNG picture with a chunk of one's own in the place of ours.
func withChunk(t testing.TB, name string, data []byte) []byte {
	plain := drawn(t, ".png")
	whole := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	whole = append(append(whole, name...), data...)
	whole = binary.BigEndian.AppendUint32(whole, crc32.ChecksumIEEE(whole[4:]))
	const header = 33
	return bytes.Join([][]byte{plain[:header], whole, plain[header:]}, nil)
}

// zipped is data by zlib.
func zipped(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

// bomb is what is short and becomes long.
var bomb = bytes.Repeat([]byte(" "), 40<<20)

func contents(data []byte) (setup.Experiment, error) {
	d, err := find("it.png", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return setup.Experiment{}, err
	}
	doc, _, err := d.Experiment()
	return doc, err
}

// commented is a GIF with a comment of one's own.
func commented(t testing.TB, text []byte) []byte {
	plain := drawn(t, ".gif")
	at := headGIF + colourTable(plain[10])
	more := []byte{'!', comments}
	for len(text) > 0 {
		n := min(len(text), 200)
		more = append(append(more, byte(n)), text[:n]...)
		text = text[n:]
	}
	return bytes.Join([][]byte{plain[:at], more, {0}, plain[at:]}, nil)
}

// cut is what stands up to some bytes behind the last place of a word.
func cut(data []byte, word string, behind int) []byte {
	return data[:bytes.LastIndex(data, []byte(word))+behind]
}

// TestBadPictures: each is told what is wrong with it.
func TestBadPictures(t *testing.T) {
	lengthy.Test(t)
	whole := picture(t, ".png", setup.Default())
	key := keyword + "\x00"
	lying := bytes.Clone(whole)
	binary.BigEndian.PutUint32(lying[33:], 0xffffffff)
	altered := bytes.Replace(whole, []byte("peaks"), []byte("peats"), 1)
	svg := string(picture(t, ".svg", setup.Default()))
	film := picture(t, ".gif", setup.Default())
	text, err := ascii(setup.Default())
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Replace(text, []byte(`"version":1`), []byte(`"version":9`), 1)
	json := `{"format":"descentlab experiment","version":%s}`
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"none":                   {drawn(t, ".png"), "it.png: this picture holds no experiment"},
		"foreign chunk":          {withChunk(t, "tEXt", []byte("Software\x00gimp")), "holds no experiment"},
		"empty":                  {whole[:0], "it.png: "},
		"signature alone":        {whole[:8], "cut off"},
		"cut in our chunk":       {whole[:100], "cut off"},
		"a chunk that is longer": {lying, "cut off"},
		"other letters":          {altered, "damaged"},
		"no zlib":                {withChunk(t, "zTXt", []byte(key+"\x00nothing of zlib")), "damaged"},
		"another method":         {withChunk(t, "zTXt", append([]byte(key+"\x07"), zipped([]byte("{}"))...)), "damaged"},
		"zlib cut":               {withChunk(t, "zTXt", append([]byte(key+"\x00"), zipped(bomb[:999])[:9]...)), "damaged"},
		"bomb":                   {withChunk(t, "zTXt", append([]byte(key+"\x00"), zipped(bomb)...)), "too large"},
		"bomb in iTXt": {withChunk(t, "iTXt", append([]byte(key+"\x01\x00\x00\x00"), zipped(bomb)...)),
			"too large"},
		"long chunk":           {withChunk(t, "tEXt", append([]byte(key), bomb[:5<<20]...)), "too large"},
		"iTXt cut short":       {withChunk(t, "iTXt", []byte(key+"\x00\x00de")), "damaged"},
		"newer":                {withChunk(t, "tEXt", fmt.Appendf([]byte(key), json, "2")), "newer Descent Lab"},
		"nothing in it":        {withChunk(t, "tEXt", []byte(key)), "it.png: the experiment in it: "},
		"jpeg":                 {[]byte("\xff\xd8\xff\xe0 JFIF"), "a picture of this kind"},
		"bmp":                  {[]byte("BM1234"), "a picture of this kind"},
		"gif cut":              {[]byte("GIF89a"), "cut off"},
		"gif without":          {drawn(t, ".gif"), "holds no experiment"},
		"gif cut within":       {film[:headGIF+3*4+300], "cut off"},
		"gif cut before":       {film[:headGIF+4], "cut off"},
		"gif cut behind":       {drawn(t, ".gif")[:len(drawn(t, ".gif"))-1], "cut off"},
		"gif of noise":         {append(bytes.Clone(film[:headGIF+3*4]), "noise"...), "damaged"},
		"gif newer":            {bytes.Replace(film, []byte(`"version":1`), []byte(`"version":9`), 1), "newer Descent Lab"},
		"gif with a long text": {commented(t, append([]byte(remark), bomb[:5<<20]...)), "too large"},
		"gif of another":       {commented(t, []byte("made with gimp")), "holds no experiment"},
		"gif of half":          {commented(t, []byte(remark+`{"format":"desc`)), "damaged"},
		"pdf empty":            {[]byte("%PDF-1.7\n"), "cut off"},
		"pdf without":          {[]byte("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF"), "this PDF holds no experiment"},
		"pdf of another":       {pageOf([]byte("{}"), true), "this PDF holds no experiment"},
		"pdf cut within":       {cut(pageOf(text, true), "/Filter", 60), "damaged"},
		"pdf cut plain":        {cut(pageOf(text, false), "peaks", 9), "cut off"},
		"pdf bomb":             {pageOf(bomb, true), "too large"},
		"pdf with a long file": {pageOf(bomb[:5<<20], false), "too large"},
		"pdf newer":            {pageOf(newer, true), "newer"},
		"pdf of many files": {[]byte("%PDF-1.7\n" + strings.Repeat("/EmbeddedFile >>stream\nx\nendstream\n", 9999)),
			"no experiment"},
		"notebook of another": {[]byte(`{"cells": [], "metadata": {}, "nbformat": 4}`), "this notebook holds no experiment"},
		"notebook of a value": {[]byte(`{"cells": [], "metadata": {"descentlab": {}}, "nbformat": 4}`),
			"this notebook holds no experiment"},
		"notebook cut":              {bookOf(string(text))[:300], "cut off or damaged"},
		"notebook newer":            {bookOf(fmt.Sprintf(json, "2")), "newer Descent Lab"},
		"notebook with a long text": {bookOf(string(bomb[:5<<20])), "too large"},
		"notebook that is long":     {append([]byte(`{"cells": [`), bomb[:17<<20]...), "too large"},
		"svg without":               {drawn(t, ".svg"), "holds no experiment"},
		"svg cut":                   {[]byte(svg[:300]), "damaged"},
		"svg cut before":            {[]byte(svg[:60]), "cut off"},
		"svg deep":                  {[]byte("<svg>" + strings.Repeat("<g>", 100000)), "holds no experiment"},
		"svg with a long text": {[]byte(`<svg><experiment xmlns="` + namespace + `">` + string(bomb[:5<<20]) +
			"</experiment></svg>"), "too large"},
		"svg of another": {[]byte(`<svg><metadata><experiment>{}</experiment></metadata></svg>`), "holds no experiment"},
		"svg with an entity": {[]byte(`<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg><experiment xmlns="` + namespace +
			`">&a;&a;</experiment></svg>`), "damaged"},
		"page without":          {[]byte("<!DOCTYPE html><title>A page</title><svg></svg>"), "this page holds no experiment"},
		"page of another":       {[]byte(`<html><p id="` + PageID + `">{}</p>`), "this page holds no experiment"},
		"page cut":              {[]byte(`<!doctype html><script id="` + PageID + `">{"format":`), "cut off within its experiment"},
		"page cut sooner":       {[]byte(`<!doctype html><script id="` + PageID + `"`), "cut off within its experiment"},
		"page newer":            {fmt.Appendf(nil, `<html><script id="`+PageID+`">`+json+`</script>`, "2"), "newer Descent Lab"},
		"page with a long text": {[]byte(`<html><script id="` + PageID + `">` + string(bomb[:5<<20]) + "</script>"), "too large"},
		"svg newer":             {[]byte(strings.Replace(svg, `"version":1`, `"version":9`, 1)), "newer Descent Lab"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		doc, err := contents(c.data)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if !reflect.DeepEqual(doc, setup.Experiment{}) {
			t.Errorf("%s: is an experiment all the same", name)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 64<<20 {
			t.Errorf("%s: takes %d MiB", name, took>>20)
		}
	}
}

// TestPicturesWrittenAnew: programs that write a picture anew keep our text in a chunk of another kind, or in another place.
func TestPicturesWrittenAnew(t *testing.T) {
	text, err := ascii(setup.Default())
	if err != nil {
		t.Fatal(err)
	}
	key := []byte(keyword + "\x00")
	whole := picture(t, ".png", setup.Default())
	for name, data := range map[string][]byte{
		"tEXt": withChunk(t, "tEXt", append(bytes.Clone(key), text...)),
		"zTXt": withChunk(t, "zTXt", append(append(bytes.Clone(key), 0), zipped(text)...)),
		"iTXt, German": withChunk(t, "iTXt",
			append(append(bytes.Clone(key), "\x01\x00de\x00Versuch\x00"...), zipped(text)...)),
		"cut behind ours":       whole[:len(whole)-20],
		"GIF, of one comment":   commented(t, []byte("A race\nseed: 7\n"+remark+string(text)+"\nmade smaller")),
		"GIF, cut behind ours":  cut(picture(t, ".gif", setup.Default()), string(text[len(text)-9:]), 40),
		"PDF, of several files": append([]byte("%PDF-1.5\n"), pageOf(text, true)...),
		"PDF, cut behind ours":  cut(pageOf(text, false), "endobj", 3),
		"PDF, far inside":       bytes.Join([][]byte{[]byte("%PDF-1.5\n"), bomb[:pagesAtOnce-2000], pageOf(text, true)}, nil),
		"notebook, of other programs": []byte("{\n \"metadata\": {\"descentlab\": " + strconv.Quote(string(text)) +
			"}, \"cells\": []}"),
		"SVG, escaped": []byte(`<svg><g><metadata><e:experiment xmlns:e="` + namespace + `">` +
			strings.ReplaceAll(string(text), `"`, "&quot;") + `</e:experiment></metadata></g></svg>`),
	} {
		if doc, err := contents(data); err != nil || !reflect.DeepEqual(doc, setup.Default()) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// linkOf is a link of version v whose packed part says that it is so long.
func linkOf(v byte, length uint64, packed []byte) string {
	data := binary.AppendUvarint([]byte{v}, length)
	data = binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(packed))
	return Scheme + alphabet.EncodeToString(append(data, packed...))
}

// deflated is data as in a link.
func deflated(data []byte) []byte {
	var b bytes.Buffer
	z, _ := flate.NewWriterDict(&b, flate.BestCompression, dictionary)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

// TestBadClipboards: what is copied and is no experiment is told what is wrong with it.
func TestBadClipboards(t *testing.T) {
	racers := strings.Repeat(`{"racer":"sgd lr=0.1","slot":0},`, 10000)
	whole, err := ascii(setup.Default())
	if err != nil {
		t.Fatal(err)
	}
	with := func(old, text string) string { return strings.Replace(string(whole), old, text, 1) }
	long := deflated(bomb)
	for text, want := range map[string]string{
		"":                          "no text on the clipboard",
		" \n\t":                     "no text on the clipboard",
		"hello":                     "no experiment on the clipboard",
		"adam lr=0.1":               "no experiment on the clipboard",
		"descentlab:":               "no link",
		"descentlab: see above":     "this link",
		linkOf(2, 3, []byte("abc")): "newer Descent Lab",
		linkOf(0, 3, []byte("abc")): "not whole",
		linkOf(1, 3, []byte("abc")): "not whole",
		linkOf(1, 9, []byte("abc")): "cut off",
		linkOf(1, 1<<40, []byte("a long enough one, by and large")): "not whole",
		linkOf(1, uint64(len(long)), long):                          "not whole",
		linkOf(1, uint64(len(deflated(nil))), deflated(nil)):        "the link: ",
		"{":                                             "the clipboard: ",
		"[1, 2]":                                        "no experiment on the clipboard",
		`{"format":"other"}`:                            "not a descentlab experiment",
		with(`"version":1`, `"version":2`):              "newer Descent Lab",
		with(`140`, `-5`):                               "steps",
		with(`140`, `"many"`):                           "steps",
		with(`140`, `1e999`):                            "1e999",
		with(`"noise":0`, `"noise":NaN`):                "a finite number",
		with(`"home":[-3,3`, `"home":[3,-3`):            "home",
		with(`sgd`, `sgdd`):                             "sgdd",
		with(`"racers":[`, `"racers":[`+racers):         "racers",
		strings.Repeat(`{"a":`, 100000):                 "the clipboard: ",
		with(`{"levels"`, strings.Repeat("[", 1000000)): "the clipboard: ",
		"{" + string(bomb[:5<<20]) + "}":                "larger than 4 MiB",
	} {
		d, err := Paste(text)
		if err == nil {
			_, _, err = d.Experiment()
		}
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.60q: %.300v, want %q", text, err, want)
		}
	}
}

// TestBadFiles: what cannot be read says so with its name.
func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "none.png")} {
		if _, err := Open(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
	}
	large := filepath.Join(dir, "large.json")
	if err := os.WriteFile(large, bomb[:5<<20], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(large); err == nil || !strings.Contains(err.Error(), "larger than 4 MiB") {
		t.Error(err)
	}
}

// FuzzFile: whatever is in a file, it is an experiment, which survives a picture, or one line says why not.
func FuzzFile(f *testing.F) {
	for _, ending := range []string{".png", ".svg", ".gif"} {
		f.Add(drawn(f, ending))
		f.Add(picture(f, ending, setup.Default()))
	}
	f.Add(withChunk(f, "zTXt", append([]byte(keyword+"\x00\x00"), zipped([]byte("{}"))...)))
	f.Add(pageOf([]byte("{}"), true))
	f.Add(pageOf([]byte("{}"), false))
	f.Add(bookOf("{}"))
	f.Add(commented(f, []byte(remark+"{}")))
	f.Add([]byte(`<!doctype html><script type="application/json" id="` + PageID + `">{}</script>`))
	f.Add([]byte(`<svg><experiment xmlns="` + namespace + `">{}</experiment></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := contents(data)
		if err != nil {
			if strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "it.png: ") {
				t.Errorf("%q", err)
			}
			return
		}
		for _, ending := range []string{".png", ".svg", ".gif"} {
			again, err := contents(picture(t, ending, doc))
			if err != nil || !reflect.DeepEqual(again, doc) {
				t.Errorf("%s: %v", ending, err)
			}
		}
	})
}

// FuzzPaste: whatever is on the clipboard, it is an experiment, which survives a link, or one line says why not.
func FuzzPaste(f *testing.F) {
	link, err := Link(setup.Default())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(link)
	f.Add("see " + link[:30] + "\n" + link[30:])
	f.Add(linkOf(1, 9, []byte("abc")))
	f.Add(`{"format":"descentlab experiment"}`)
	f.Fuzz(func(t *testing.T, text string) {
		var doc setup.Experiment
		d, err := Paste(text)
		if err == nil {
			doc, _, err = d.Experiment()
		}
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q", err)
			}
			return
		}
		link, err := Link(doc)
		if err == nil {
			d, err = OfLink(link)
		}
		if err != nil {
			t.Fatal(err)
		}
		if again, _, err := d.Experiment(); err != nil || !reflect.DeepEqual(again, doc) {
			t.Errorf("%v", err)
		}
	})
}

// TestQR: a link has a code with a quiet zone, unless it is too long for one.
func TestQR(t *testing.T) {
	link, err := Link(setup.Default())
	if err != nil {
		t.Fatal(err)
	}
	code, err := QR(link)
	if err != nil {
		t.Fatal(err)
	}
	side := code.Rect.Dx()
	for i := range side {
		for _, at := range [][2]int{{i, QuietZone - 1}, {QuietZone - 1, i}, {i, side - QuietZone}, {side - QuietZone, i}} {
			if code.GrayAt(at[0], at[1]).Y != 0xff {
				t.Fatalf("%v is dark", at)
			}
		}
	}
	for i := range 7 { // the upper edge of the first finder pattern
		if code.GrayAt(QuietZone+i, QuietZone).Y != 0 {
			t.Errorf("module %d is light", i)
		}
	}
	if _, err := QR(Scheme + strings.Repeat("a", 3000)); !errors.Is(err, ErrNoQR) {
		t.Error(err)
	}
}

package strict_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"descentlab/internal/strict"
)

// shape has one of everything that files are made of.
type shape struct {
	Name   string             `json:"name,omitempty"`
	Steps  int                `json:"steps"`
	Seed   uint64             `json:"seed,omitempty"`
	Noise  float64            `json:"noise,omitempty"`
	Width  float32            `json:"width,omitempty"`
	Start  [2]float64         `json:"start" list:"x, y"`
	Ring   *[2]float64        `json:"ring,omitempty"`
	Params map[string]float64 `json:"params,omitempty"`
	Parts  []part             `json:"parts,omitempty"`
	Box    *[2]strict.Wide    `json:"box,omitempty" list:"from, to"`
	Inner  whole              `json:"inner,omitzero"`

	Foreign map[string]json.RawMessage `json:"foreign,omitempty"`
}

type part struct {
	Hidden bool         `json:"hidden"`
	Points [][2]float64 `json:"points,omitempty"`
}

// whole reads itself, from what a part has.
type whole struct{ part }

func (whole) Shape() any { return part{} }

// TestFilesMeanWhatTheySay: what encoding/json would read as something else is refused, with its place.
func TestFilesMeanWhatTheySay(t *testing.T) {
	for text, says := range map[string]string{
		// lists of another length, which would be filled up or cut off
		`{"start":[1]}`:                        "line 1, column 10, in start: must be a list of 2 numbers, [x, y]; got 1",
		`{"start":[]}`:                         "in start: must be a list of 2 numbers, [x, y]; got 0",
		`{"start":[1,2,3,4,5]}`:                "in start: must be a list of 2 numbers, [x, y]; got 5",
		`{"ring":[1,2,"three"]}`:               "in ring: must be a list of 2 numbers; got 3",
		`{"parts":[{"points":[[1,2],[3]]}]}`:   "in parts[0].points[1]: must be a list of 2 numbers; got 1",
		`{"inner":{"points":[[1,2],[3,4,5]]}}`: "in inner.points[1]: must be a list of 2 numbers; got 3",
		// numbers that may be infinite, which have two names and no others
		`{"box":[0]}`:          "in box: must be a list of 2 numbers, [from, to]; got 1",
		`{"box":[0,"inf"]}`:    `in box[1]: must be a number, or the text "Infinity" or "-Infinity"; got the text "inf"`,
		`{"box":["NaN",0]}`:    `in box[0]: must be a number, or the text "Infinity" or "-Infinity"; got the text "NaN"`,
		`{"box":[0,"3"]}`:      `got the text "3"`,
		`{"box":[0,null]}`:     `in box[1]: must be a number, or the text "Infinity" or "-Infinity"; got null`,
		`{"box":[0,1e999]}`:    `got 1e999`,
		`{"box":[0,[1]]}`:      `got a list`,
		`{"noise":"Infinity"}`: `in noise: must be a number; got the text "Infinity"`,
		// null, which would be passed over
		`{"start":[null,2]}`: "column 11, in start[0]: must be a number; got null",
		`{"start":null}`:     "in start: must be a list of 2 numbers, [x, y]; got null",
		`{"ring":null}`:      "in ring: must be a list",
		`{"steps":null}`:     "in steps: must be a whole number, without point or exponent; got null",
		`{"params":null}`:    "in params: must be a group of keys and values",
		`{"parts":[null]}`:   "in parts[0]: must be a group",
		`{"inner":null}`:     "in inner: must be a group",
		`null`:               "line 1, column 1: must be a group",
		// keys twice, of which the last would count
		"{\"steps\":1,\n \"steps\":2}":              "line 2, column 2, in steps: this key stands here twice, first in line 1",
		`{"params":{"a":1,"a":1}}`:                  "in params.a: this key stands here twice",
		`{"parts":[{"hidden":true,"hidden":true}]}`: "in parts[0].hidden: this key stands here twice",
		// unknown ones, which would be passed over
		`{"stpes":3}`:                `in stpes: unknown key; did you mean "steps"?`,
		`{"colour":3}`:               "in colour: unknown key; remove it. Here may stand name, steps,",
		`{"parts":[{"hiden":true}]}`: `in parts[0].hiden: unknown key; did you mean "hidden"?`,
		`{"inner":{"name":"x"}}`:     "in inner.name: unknown key; remove it. Here may stand hidden, points",
		`{"":1}`:                     "unknown key; remove it",
		// other capitals, which would be taken
		`{"Start":[1,2]}`:             `in Start: unknown key; it is written "start"`,
		`{"STEPS":1}`:                 `unknown key; it is written "steps"`,
		`{"parts":[{"Hidden":true}]}`: `in parts[0].Hidden: unknown key; it is written "hidden"`,
		// values of another kind
		`{"steps":"many"}`:              `in steps: must be a whole number, without point or exponent; got the text "many"`,
		`{"steps":1.5}`:                 "must be a whole number, without point or exponent; got 1.5",
		`{"steps":1e2}`:                 "got 1e2",
		`{"steps":9223372036854775808}`: "must be a whole number that is not so large; got 9223372036854775808",
		`{"seed":-1}`:                   "must be a whole number from 0 to 18446744073709551615, without point or exponent; got -1",
		`{"noise":1e999}`:               "must be a number that is not so large; got 1e999",
		`{"width":1e300}`:               "must be a number that is not so large; got 1e300",
		`{"noise":[1]}`:                 "must be a number; got a list",
		`{"name":7}`:                    "in name: must be a text in double quotation marks; got 7",
		`{"parts":[{"hidden":"true"}]}`: `must be true or false, without quotation marks; got the text "true"`,
		`{"parts":{}}`:                  "in parts: must be a list in brackets, [...]; got a group in braces",
		`[1,2]`:                         "line 1, column 1: must be a group of keys and values in braces, {...}; got a list",
		"{\n  \"name\": \"größe\", \"steps\": true}": "line 2, column 29, in steps: must be a whole number, " +
			"without point or exponent; got true",
	} {
		err := strict.Check([]byte(text), &shape{})
		fault := (*strict.Fault)(nil)
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want one line with %q", text, err, says)
		}
	}
	for _, text := range []string{
		`{"box":["-Infinity",-1.5]}`, `{"box":[0,"Infinity"]}`,
		`{"foreign":{"a":null,"b":[1,"x"],"c":{"A":1,"a":null}},"steps":3}`,
		`{}`, ` {"start" : [1, -2e-400],"steps":3} `, `{"params":{"a":1,"A":2},"parts":[{"points":[]},{"points":[[1,2]]}],"inner":{}}`,
	} {
		if err := strict.Check([]byte(text), &shape{}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestSlipsAreNamed: what is not JSON is told by what was probably done wrong.
func TestSlipsAreNamed(t *testing.T) {
	for text, says := range map[string]string{
		"":                         "line 1, column 1: the file is empty",
		" \n\t":                    "the file is empty",
		`{"steps":1`:               "line 1, column 11: the file is cut off before its end",
		"{\"steps\":1,\n}":         "line 2, column 1: not JSON: a comma before the closing bracket; remove it",
		`{"start":[1,2,]}`:         "a comma before the closing bracket; remove it",
		`{"start":[1,,2]}`:         "column 13: not JSON: a comma too many",
		`{"steps":}`:               "a value is missing before }",
		`{'steps':1}`:              "not between apostrophes",
		`{steps:1}`:                "keys stand between double quotation marks; got s",
		"// mine\n{}":              "there are no comments in it; remove this one",
		"{\n# mine\n}":             "line 2, column 1: not JSON: there are no comments",
		`{"noise":NaN}`:            "a finite number is written with digits",
		`{"noise":-Infinity}`:      "I cannot stand here",
		`{"noise":.5}`:             "a finite number is written with digits",
		`{"steps":1 "seed":2}`:     `a comma or a closing bracket is missing before "`,
		`{"start":[1 2]}`:          "a comma or a closing bracket is missing before 2",
		`{"steps" 1}`:              "a colon is missing after the key",
		`{} {}`:                    "something follows the closing brace",
		"{\"name\":\"a\nb\"}":      "a text is not closed by a double quotation mark",
		strings.Repeat("[", 20000): "nested too deep",
	} {
		err := strict.Check([]byte(text), &shape{})
		if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.40q: %v, want one line with %q", text, err, says)
		}
	}
}

func TestText(t *testing.T) {
	const want = `{"name":"Größe 𝄞"}`
	wide := utf16.Encode([]rune("\ufeff" + want))
	var little, big []byte
	for _, u := range wide {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	for name, data := range map[string][]byte{
		"as it is": []byte(want), "with a mark": []byte("\xef\xbb\xbf" + want), "UTF-16LE": little, "UTF-16BE": big,
	} {
		if got, err := strict.Text(data); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if _, err := strict.Text([]byte("{\n\"name\":\"Gr\xf6\xdfe\"}")); err == nil ||
		!strings.Contains(err.Error(), "line 2, column 11: this is no UTF-8 text") {
		t.Errorf("Latin-1: %v", err)
	}
}

func TestLocate(t *testing.T) {
	text := []byte("{\n \"parts\": [{}, {\"points\": [[1,2],\n  [3,4]]}],\n \"params\": {\"ab\": 1, \"a\": 2}}")
	for path, says := range map[string]string{
		"parts[1].points[1]": "line 3, column 3, in parts[1].points[1]: no",
		"parts[1].hidden":    "line 2, column 16, in parts[1].hidden: no",
		"params.a":           "line 4, column 27, in params.a: no",
		"params.ab":          "line 4, column 19, in params.ab: no",
		"steps":              "line 1, column 1, in steps: no",
		"":                   "line 1, column 1: no",
	} {
		if got := strict.Locate(text, &shape{}, path, errors.New("no")).Error(); got != says {
			t.Errorf("%s: %q, want %q", path, got, says)
		}
	}
}

// TestCutOffAnywhere: a file that is cut off is told to be, wherever that is.
func TestCutOffAnywhere(t *testing.T) {
	const whole = `{"steps": -12, "noise": -1.5e-3, "name": "a\u00e9", "parts": [{"hidden": true}], "box": false, "start": [1, -2]}`
	for at := 1; at < len(whole); at++ {
		if err := strict.Check([]byte(whole[:at]), &shape{}); err == nil || !strings.Contains(err.Error(), "cut off before its end") {
			t.Errorf("%s: %v", whole[:at], err)
		}
	}
}

// FuzzCheck: what passes is read by encoding/json, and says the same when it is written and read again; what does not is one
// line.
func FuzzCheck(f *testing.F) {
	for _, text := range []string{
		`{"start":[1,2],"steps":3,"params":{"a":1},"parts":[{"hidden":true,"points":[[1,2]]}],"inner":{"points":[[0,1]]}}`,
		`{"start":[null,2]}`, `{"Start":[1,2]}`, `{"steps":1,"steps":2}`, `{"steps":1e2}`, "{\"name\":\"\\ud800\"}", "\xef\xbb\xbf{}",
		`{"box":[-1,"Infinity"]}`,
		`{"box":["-Infinity","Infinity"]}`, `{"box":["-0",-0]}`, "\xff\xfe{\x00}\x00", `{"a":[[[[`, `{"width":1e39}`, "null",
		"[1,]",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := strict.Text(data)
		if err == nil {
			err = strict.Check(text, &shape{})
		}
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q is not one line", err)
			}
			return
		}
		var read, again shape
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatalf("passed, but %v", err)
		}
		written, err := json.Marshal(read)
		if err != nil {
			t.Fatal(err)
		}
		if err := strict.Check(written, &again); err != nil {
			t.Fatalf("%s, which was written for %s: %v", written, text, err)
		}
	})
}

package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"descentlab/internal/near"
	"descentlab/internal/say"
)

// A Shaped value reads itself, from text of the shape of another type.
type Shaped interface{ Shape() any }

// A walk goes through a text and a type at once.
type walk struct {
	text []byte
	dec  *json.Decoder

	find  string // path that is looked for
	found int    // offset of the nearest part of it
}

func newWalk(text []byte) *walk {
	w := &walk{text: text, dec: json.NewDecoder(bytes.NewReader(text))}
	w.dec.UseNumber()
	return w
}

// whole is the fault of the whole text, which is valid JSON.
func (w *walk) whole(v any) *Fault {
	return w.value(reflect.TypeOf(v), "", "")
}

// next is the next token and where it begins.
func (w *walk) next() (json.Token, int) {
	begin := int(w.dec.InputOffset())
	for begin < len(w.text) && strings.IndexByte(" \t\r\n,:", w.text[begin]) >= 0 {
		begin++
	}
	token, err := w.dec.Token()
	if err != nil {
		panic(err) // the text has been found valid
	}
	return token, begin
}

// value goes through a value that stands at a path; says is how its list is written, if the type alone does not tell.
func (w *walk) value(t reflect.Type, path, says string) *Fault {
	if t == reflect.TypeFor[json.RawMessage]() { // for somebody else to read
		var any json.RawMessage
		if err := w.dec.Decode(&any); err != nil {
			panic(err) // the text has been found valid
		}
		return nil
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if s, is := reflect.Zero(t).Interface().(Shaped); is {
		t = reflect.TypeOf(s.Shape())
	}
	token, begin := w.next()
	if rest, is := strings.CutPrefix(w.find, path); is && (path == "" || rest == "" || rest[0] == '.' || rest[0] == '[') {
		w.found = begin
	}
	wrong := func(must string) *Fault {
		return faultAt(w.text, begin, path, say.T("%s; got %s", must, described(token)))
	}
	if t == reflect.TypeFor[Wide]() {
		if _, named := infinite[fmt.Sprint(token)]; !named && numberFault(t, token) != "" {
			return wrong(say.T("must be a number, or the text \"Infinity\" or \"-Infinity\""))
		}
		return nil
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Map:
		if token != json.Delim('{') {
			return wrong(say.T("must be a group of keys and values in braces, {...}"))
		}
		return w.group(t, path)
	case reflect.Slice, reflect.Array:
		if token != json.Delim('[') {
			return wrong(mustBeList(t, says))
		}
		return w.list(t, begin, path, says)
	case reflect.String:
		if _, is := token.(string); !is {
			return wrong(say.T("must be a text in double quotation marks"))
		}
	case reflect.Bool:
		if _, is := token.(bool); !is {
			return wrong(say.T("must be true or false, without quotation marks"))
		}
	default:
		if must := numberFault(t, token); must != "" {
			return wrong(must)
		}
	}
	return nil
}

// group goes through keys and values up to the closing brace.
func (w *walk) group(t reflect.Type, path string) *Fault {
	seen := map[string]int{}
	for w.dec.More() {
		token, begin := w.next()
		key := token.(string)
		inside := strings.TrimPrefix(path+"."+key, ".")
		if first, twice := seen[key]; twice {
			return faultAt(w.text, begin, inside, say.T("this key stands here twice, first in line %d; remove one of them",
				faultAt(w.text, first, "", "").Line))
		}
		seen[key] = begin
		of, says := t, ""
		if t.Kind() == reflect.Map {
			of = t.Elem()
		} else if f, known := field(t, key); known {
			of, says = f.Type, f.Tag.Get("list")
		} else {
			return faultAt(w.text, begin, inside, unknown(key, keys(t)))
		}
		if fault := w.value(of, inside, says); fault != nil {
			return fault
		}
	}
	w.next()
	return nil
}

// list goes through the elements up to the closing bracket.
func (w *walk) list(t reflect.Type, begin int, path, says string) *Fault {
	n := 0
	for ; w.dec.More(); n++ {
		if t.Kind() == reflect.Array && n >= t.Len() {
			var more json.RawMessage
			if err := w.dec.Decode(&more); err != nil {
				panic(err) // the text has been found valid
			}
			continue
		}
		if fault := w.value(t.Elem(), fmt.Sprintf("%s[%d]", path, n), ""); fault != nil {
			return fault
		}
	}
	w.next()
	if t.Kind() == reflect.Array && n != t.Len() {
		return faultAt(w.text, begin, path, say.T("%s; got %d", mustBeList(t, says), n))
	}
	return nil
}

// field is the field of a struct that has a key.
func field(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if f := t.Field(i); keyOf(f) == key {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

// keyOf is the key of a field; every one has a tag.
func keyOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func keys(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		names = append(names, keyOf(t.Field(i)))
	}
	return names
}

// unknown says what to do with a key that means nothing.
func unknown(key string, known []string) string {
	for _, name := range known {
		if strings.EqualFold(name, key) {
			return say.T("unknown key; it is written %q", name)
		}
	}
	if name := near.Word(key, known); name != "" {
		return say.T("unknown key; did you mean %q? Else remove it", name)
	}
	return say.T("unknown key; remove it. Here may stand %s", strings.Join(known, ", "))
}

// mustBeList is what is said of a list; says names its elements, as in "x, y".
func mustBeList(t reflect.Type, says string) string {
	switch {
	case t.Kind() == reflect.Array && says != "":
		return say.T("must be a list of %d numbers, [%s]", t.Len(), says)
	case t.Kind() == reflect.Array:
		return say.T("must be a list of %d numbers", t.Len())
	}
	return say.T("must be a list in brackets, [...]")
}

// numberFault is what a number must be, if the token is none of the type.
func numberFault(t reflect.Type, token json.Token) string {
	n, is := token.(json.Number)
	bits := t.Bits()
	switch t.Kind() {
	case reflect.Float32, reflect.Float64:
		if !is {
			return say.T("must be a number")
		}
		if _, err := strconv.ParseFloat(n.String(), bits); err != nil {
			return say.T("must be a number that is not so large")
		}
		return ""
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if _, err := strconv.ParseUint(n.String(), 10, bits); err != nil {
			return say.T("must be a whole number from 0 to %d, without point or exponent", uint64(1)<<bits-1)
		}
		return ""
	}
	_, err := strconv.ParseInt(n.String(), 10, bits)
	if errors.Is(err, strconv.ErrRange) {
		return say.T("must be a whole number that is not so large")
	}
	if err != nil {
		return say.T("must be a whole number, without point or exponent")
	}
	return ""
}

// described is what a token is, in a few words.
func described(token json.Token) string {
	switch v := token.(type) {
	case nil:
		return "null"
	case json.Delim:
		if v == '[' {
			return say.T("a list")
		}
		return say.T("a group in braces")
	case string:
		if r := []rune(v); len(r) > 40 {
			v = string(r[:40]) + "..."
		}
		return say.T("the text %q", v)
	case json.Number:
		if len(v) > 40 {
			v = v[:40] + "..."
		}
		return v.String()
	}
	return fmt.Sprint(token)
}

// Command texts lists every text that the program can say, as a JSON array: the English text, where it stands and in how many
// places, those of a package together. With -lacking LANGUAGE it prints those that the file of that language has not, or has with
// other verbs, as an object from the English text to an empty one: what is to be filled in. It is run in the root of a checkout,
// and fails if somewhere a text is said that cannot be known from the program.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	lacking := flag.String("lacking", "", "print what the file of this language, such as de, has not")
	flag.Parse()
	if err := run(".", *lacking, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "texts: %v\n", err)
		os.Exit(1)
	}
}

// run prints the texts of the checkout in a folder, or those that a language lacks.
func run(root, language string, to io.Writer) error {
	dir, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	said, err := collect(dir)
	if err != nil {
		return err
	}
	out := json.NewEncoder(to)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if language == "" {
		return out.Encode(said)
	}
	has, err := dictionary(filepath.Join(dir, "resources", "translations", language+".json"))
	if err != nil {
		return err
	}
	lacks := map[string]string{}
	for _, s := range said {
		if text := has[s.English]; text == "" || !fits(s.English, text) {
			lacks[s.English] = ""
		}
	}
	return out.Encode(lacks)
}

// dictionary reads the file of a language; one that is not there yet has no texts.
func dictionary(path string) (texts map[string]string, err error) {
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return texts, nil
}

package gallery

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"descentlab/app/words"
	"descentlab/internal/near"
	"descentlab/resources"
)

// All are the exhibits that the program comes with, in teaching order, which is that of the numbers before the names of their
// files. It must not be changed.
var All = sync.OnceValue(func() []Exhibit {
	list, err := readAll(resources.Experiments)
	if err != nil {
		panic(err) // the gallery is part of the program
	}
	return list
})

// readAll reads the exhibits of a file system.
func readAll(files fs.FS) (list []Exhibit, err error) {
	err = resources.Each(files, "experiments/*.json", func(name string, data []byte) error {
		e, err := Read(name, data)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(list, func(known Exhibit) bool { return known.Key == e.Key }) {
			return words.Errorf("%s: another one is called %s", name, e.Key)
		}
		list = append(list, e)
		return nil
	})
	return list, err
}

// Find is the exhibit with a key. The error names the nearest one.
func Find(key string) (Exhibit, error) {
	var keys []string
	for _, e := range All() {
		if e.Key == key {
			return e, nil
		}
		keys = append(keys, e.Key)
	}
	if meant := near.Prefix(key, keys); meant != "" {
		return Exhibit{}, words.Errorf("no experiment is called %q; did you mean %s?", key, meant)
	}
	return Exhibit{}, words.Errorf("no experiment is called %q", key)
}

// Tags are those of some exhibits, the most frequent first.
func Tags(of []Exhibit) []string {
	count := map[string]int{}
	var list []string
	for _, e := range of {
		for _, tag := range e.Tags {
			if count[tag]++; count[tag] == 1 {
				list = append(list, tag)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b string) int { return count[b] - count[a] })
	return list
}

// index is the part of a path of keys that names an element of a list.
func index(i int) string { return fmt.Sprintf("[%d]", i) }

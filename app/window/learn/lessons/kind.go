package lessons

import (
	"encoding/json"
	"maps"
	"slices"

	"descentlab/app/lesson"
	"descentlab/app/lesson/library"
	"descentlab/app/lesson/recording"
	"descentlab/app/lesson/study"
	"descentlab/app/words"
	"descentlab/internal/strict"
)

// stateVersion is that of what the room keeps.
const stateVersion = 1

// kept is what the room needs to be made again as it is.
type kept struct {
	Version int                        `json:"version"`
	Open    string                     `json:"open"`
	Files   []string                   `json:"files,omitempty"`
	Student string                     `json:"student,omitempty"`
	Draft   string                     `json:"draft,omitempty"` // in Markdown
	Studies map[string]json.RawMessage `json:"studies,omitempty"`
}

// read is what was kept; nil is the first start.
func read(state []byte) (kept, error) {
	k := kept{Version: stateVersion}
	if state == nil {
		return k, nil
	}
	if err := strict.Check(state, &k); err != nil {
		return k, err
	}
	if err := json.Unmarshal(state, &k); err != nil {
		return k, err
	}
	if k.Version < 1 || k.Version > stateVersion {
		return k, words.Errorf("version %d of the lessons; this program reads up to %d", k.Version, stateVersion)
	}
	return k, nil
}

// Check says what of a state cannot be.
func Check(state []byte) error {
	_, err := shelve(state)
	return err
}

// shelve has the lessons that there are, and what was kept of each.
func shelve(state []byte) (*Room, error) {
	r := &Room{studies: map[string]*study.Study{}, away: map[string]json.RawMessage{}}
	for i, e := range library.All() {
		r.books = append(r.books, book{e.Key, i + 1, e.Lesson})
	}
	k, err := read(state)
	if err == nil {
		err = r.resume(k)
	}
	return r, err
}

// resume takes up what was kept of every lesson that there is. Of a file that is not there now, such as one on a disk that is not
// plugged in, what was done in it is kept on.
func (r *Room) resume(k kept) error {
	for _, path := range k.Files {
		if l, err := load(path); err == nil {
			r.books = append(r.books, book{path, 0, l})
		} else if data, is := k.Studies[path]; is {
			r.away[path] = data
		}
	}
	if r.student = k.Student; k.Draft != "" {
		l := lesson.Read([]byte(k.Draft), library.Gallery)
		draft, err := recording.From(l)
		if err != nil {
			return words.Errorf("draft: %w", err)
		}
		r.draft, r.written = &draft, k.Draft
		r.books = append(r.books, book{draftKey, 0, l})
	}
	for i, b := range r.books {
		if b.key == k.Open {
			r.open = i
		}
		data, is := k.Studies[b.key]
		if !is {
			continue
		}
		s, err := study.Resume(b.lesson, data)
		if err != nil {
			return words.Errorf("studies.%s: %w", b.key, err)
		}
		r.studies[b.key] = s
	}
	return nil
}

// State is what the room keeps.
func (r *Room) State() json.RawMessage {
	k := kept{Version: stateVersion, Open: r.books[r.open].key, Studies: map[string]json.RawMessage{}, Student: r.student,
		Draft: r.written}
	for i, b := range r.books {
		if b.number == 0 && b.key != draftKey {
			k.Files = append(k.Files, b.key)
		}
		if s := r.studyOf(i); s != nil {
			if data, err := json.Marshal(s); err == nil {
				k.Studies[b.key] = data
			}
		}
	}
	for _, path := range slices.Sorted(maps.Keys(r.away)) {
		k.Files, k.Studies[path] = append(k.Files, path), r.away[path]
	}
	data, err := json.Marshal(k)
	if err != nil {
		return nil // there is nothing in it that cannot be written
	}
	return data
}

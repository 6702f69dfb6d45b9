package gallery

import (
	"context"
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/internal/lengthy"
	"descentlab/resources"
)

// TestEveryClaimIsTrue: what the gallery says is so.
func TestEveryClaimIsTrue(t *testing.T) {
	lengthy.Test(t)
	if len(All()) < 30 {
		t.Errorf("there are %d experiments, want at least 30", len(All()))
	}
	for _, e := range All() {
		t.Run(e.Key, func(t *testing.T) {
			t.Parallel()
			results, err := e.Check(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range results {
				if !r.OK {
					t.Errorf("%q is not true: %s", r.Claim.Text, r.Found)
				}
			}
		})
	}
}

// numbers are those that are written in a text.
func numbers(text string) (list []float64) {
	for _, n := range regexp.MustCompile(`[-−]?\d+(\.\d+)?(e-?\d+)?`).FindAllString(text, -1) {
		v, err := strconv.ParseFloat(strings.Replace(n, "−", "-", 1), 64)
		if err == nil {
			list = append(list, v)
		}
	}
	return list
}

// TestEveryNumberIsClaimed: a number in what is to be noticed stands in the claims as well, or in the experiment.
func TestEveryNumberIsClaimed(t *testing.T) {
	for _, e := range All() {
		doc, err := json.Marshal(e.Doc)
		if err != nil {
			t.Fatal(err)
		}
		known := numbers(string(doc))
		for _, c := range e.Claims {
			known = append(known, numbers(c.Text)...)
		}
		for _, v := range numbers(e.Notice) {
			if !slices.Contains(known, v) {
				t.Errorf("%s: %g stands in no claim: %s", e.Key, v, e.Notice)
			}
		}
	}
}

// TestTheGalleryIsInOrder: titles are different, what to notice is a sentence, tags are few and each has company.
func TestTheGalleryIsInOrder(t *testing.T) {
	titles, tags := map[string]bool{}, map[string]int{}
	for _, e := range All() {
		if titles[e.Title] {
			t.Errorf("two experiments are called %q", e.Title)
		}
		titles[e.Title] = true
		if last, _ := utf8.DecodeLastRuneInString(e.Notice); last != '.' || utf8.RuneCountInString(e.Notice) < 30 {
			t.Errorf("%s: %q is no sentence", e.Key, e.Notice)
		}
		if len(e.Tags) > 3 {
			t.Errorf("%s has %d tags, want at most 3", e.Key, len(e.Tags))
		}
		for _, tag := range e.Tags {
			tags[tag]++
		}
	}
	for tag, n := range tags {
		if n < 2 {
			t.Errorf("%q is the tag of one experiment alone", tag)
		}
	}
}

// TestEveryFileHasItsKey: the name of a file is a number and the key.
func TestEveryFileHasItsKey(t *testing.T) {
	names, err := fs.Glob(resources.Experiments, "experiments/*")
	if err != nil || len(names) != len(All()) {
		t.Fatalf("%d files, %d experiments, %v", len(names), len(All()), err)
	}
	for i, name := range names {
		if !regexp.MustCompile(`^experiments/\d{3}-[a-z0-9-]+\.json$`).MatchString(name) || resources.Key(name) != All()[i].Key {
			t.Errorf("%s is not named as 110-speed-limit.json is", name)
		}
		if found, err := Find(resources.Key(name)); err != nil || found.Title != All()[i].Title {
			t.Errorf("%s is not found: %v", name, err)
		}
	}
}

package main

import (
	"bytes"
	"os"
	"testing"

	"descentlab/app/lab/pace"
	"descentlab/surfaces"
)

// TestStoredSettingsAreAccepted: what is stored is what the command would still write down: of every surface, in its form, and
// nothing that it would refuse.
func TestStoredSettingsAreAccepted(t *testing.T) {
	all := map[string]map[string]string{}
	for _, s := range surfaces.Catalogue() {
		c, err := newCourse(s)
		if err != nil {
			t.Fatal(err)
		}
		all[s.Name] = map[string]string{}
		for _, method := range pace.Methods() {
			spec, known := pace.Stored(s.Name, method)
			if !known {
				t.Errorf("%s: nothing is stored of %s: go run ./internal/tools/rates %s", s.Name, method, s.Name)
				continue
			}
			all[s.Name][method] = spec.String()
			if fault := c.look(spec).fault(); fault != "" {
				t.Errorf("%s: %v: %s", s.Name, spec, fault)
			}
		}
	}
	text, err := written(all)
	if err != nil {
		t.Fatal(err)
	}
	if is, err := os.ReadFile("../../../" + file); err != nil || !bytes.Equal(is, text) {
		t.Errorf("%s is not as the command writes it (%v)", file, err)
	}
}

// TestFaults: each of them is told, and what the command finds has none.
func TestFaults(t *testing.T) {
	s, err := surfaces.Lookup("ravine")
	if err != nil {
		t.Fatal(err)
	}
	c, err := newCourse(s)
	if err == nil {
		err = c.survey(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	for racer, want := range map[string]string{
		"lr=0.09":  "it diverges, or ends higher than it began",
		"lr=0.079": "it turns back",
		"lr=0.04":  "it leaps over",
	} {
		if fault := c.look(described("sgd", racer)).fault(); len(fault) < len(want) || fault[:len(want)] != want {
			t.Errorf("%s: %q, want %q", racer, fault, want)
		}
	}
	spec, err := c.tune(t.Context(), "sgd")
	if err != nil {
		t.Fatal(err)
	}
	if fault := c.look(spec).fault(); fault != "" {
		t.Errorf("%v is found: %s", spec, fault)
	}
	if stored, _ := pace.Stored("ravine", "sgd"); !stored.Equal(spec) {
		t.Errorf("%v is found, %v is stored", spec, stored)
	}
}

package picker

import "testing"

// TestSearchWithoutUmlauts: a title is found by whoever has no key for a letter of it, and by its own letters.
func TestSearchWithoutUmlauts(t *testing.T) {
	for title, searches := range map[string][]string{
		"Müller-Brown": {"müller", "mueller", "muller", "Mueller-Brown", "muller-b"},
		"Schönberg":    {"schönb", "schoenberg", "schonberg"},
		"Mueller":      {"müller", "mueller", "muller", "MÜLLER"},
		"Café":         {"café", "cafe"},
		"Señor":        {"senor", "sen\u0303or"},
	} {
		for _, text := range searches {
			if got := searchRank(Item{Title: title}, text); got != titleBegins {
				t.Errorf("%q answers %q with rank %d", title, text, got)
			}
		}
	}
	if got := searchRank(Item{Title: "Rosenbrock"}, "mueller"); got != noMatch {
		t.Errorf("what is another word has rank %d", got)
	}
}

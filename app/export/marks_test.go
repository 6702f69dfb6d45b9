package export

import "testing"

// TestTextsOfOthersAreNoFormulas: neither where a cell begins nor where a spreadsheet of another country would begin one.
func TestTextsOfOthersAreNoFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"Ada": "Ada", "O'Neil-Smith": "O'Neil-Smith", "ada+1@example.org": "ada+1@example.org", "": "",
		"question 1: it says right": "question 1: it says right", "Ada; Bo": "Ada; Bo", "Lovelace, Ada": "Lovelace, Ada",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(1)": "'@SUM(1)", " =1": "' =1", "\t=1": "' =1", "\r\n=1": "'  =1",
		"\u00a0=1": "'\u00a0=1", "＝1": "'＝1", "＠x": "'＠x", ";=1": ";'=1", "Ada, -1": "Ada,' -1", "a;\t=1;+2": "a;' =1;'+2",
		"A\x00da": "A da", "\x1b[31m": " [31m", "\xff": "\ufffd",
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

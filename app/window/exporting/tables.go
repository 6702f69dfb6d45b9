package exporting

import (
	"slices"
	"strings"

	"descentlab/app/export/picture"
	"descentlab/app/words"
	"descentlab/widgets/picker"
)

// A preset is a size that is often wanted.
type preset struct {
	key, unit string
	w, h      float64 // 0: as it suits the picture, and its shape
	scale     float64 // pixels of a unit that go with it; 0: any
}

// The keys of sizes.
const (
	ownSize    = "own" // the picture's
	screenSize = "screen"
	typedSize  = "typed"
)

var presets = []preset{
	{key: ownSize, unit: pixels},
	{key: screenSize, unit: pixels},
	{"slide", pixels, 960, 540, 2},
	{"square", pixels, 540, 540, 2},
	{"column", centimetres, 8.5, 0, 0},
	{"columns", centimetres, 17.5, 0, 0},
	{key: typedSize},
}

// presetOf is that of a key, or the first one.
func presetOf(key string) preset {
	return presets[max(slices.IndexFunc(presets, func(p preset) bool { return p.key == key }), 0)]
}

// sizeItems are the sizes as choices.
func sizeItems() []picker.Item {
	return []picker.Item{
		{Key: ownSize, Title: words.T("As it suits the picture")},
		{Key: screenSize, Title: words.T("As on the screen")},
		{Key: "slide", Title: words.T("Slide"), Detail: "1920 × 1080"},
		{Key: "square", Title: words.T("Square, for a chat"), Detail: "1080 × 1080"},
		{Key: "column", Title: words.T("One column of a paper"), Detail: words.T("%s cm", words.Digits(8.5, 3))},
		{Key: "columns", Title: words.T("Two columns of a paper"), Detail: words.T("%s cm", words.Digits(17.5, 3))},
		{Key: typedSize, Title: words.T("Own size")},
	}
}

// A format is what is told of files of an ending.
type format struct{ ending, name, group, says string }

// formats are all of them, in the order in which they are offered.
func formats() []format {
	pictures, films, runs, numbers, texts := words.T("Pictures"), words.T("Films"), words.T("To run"), words.T("Numbers"),
		words.T("Reports")
	return []format{
		{".png", "PNG", pictures, words.T("Pixels, for chats, slides and texts.")},
		{".svg", "SVG", pictures, words.T("Lines and texts that stay sharp at any size and can be edited.")},
		{".pdf", "PDF", pictures, words.T("A page as large as the picture, sharp at any size: for papers.")},
		{".gif", "GIF", films, words.T("A film that plays everywhere.")},
		{".apng", words.T("Animated PNG"), films, words.T("A film in all colours, for browsers.")},
		{".html", words.T("HTML page"), runs, words.T("A page that plays the race by itself in any browser, without a network.")},
		{".ipynb", words.T("Notebook"), runs, words.T("For Jupyter: the PyTorch programs of all racers, checked against this race.")},
		{".py", "Python", runs, words.T("A PyTorch program for each racer, which checks that it comes where the race has.")},
		{".csv", "CSV", numbers, words.T("Every number in full, a line for each: for programs.")},
		{".tsv", "TSV", numbers, words.T("What the picture shows as a table, for spreadsheets.")},
		{".json", "JSON", numbers, words.T("All results with what they follow from, for programs.")},
		{".npz", "NPZ", numbers, words.T("Arrays for NumPy.")},
		{".md", "Markdown", texts, words.T("A report in sentences and tables.")},
		{".txt", words.T("Text"), texts, words.T("The same report as plain text.")},
	}
}

// formatItems are those of some endings as choices.
func formatItems(endings []string) (list []picker.Item) {
	for _, f := range formats() {
		if slices.Contains(endings, f.ending) {
			list = append(list, picker.Item{Key: f.ending, Title: f.name, Detail: f.ending, Group: f.group})
		}
	}
	return list
}

// saysOf is what is told of files of an ending, and whether they open again.
func saysOf(ending string, carries bool) string {
	all := formats()
	i := slices.IndexFunc(all, func(f format) bool { return f.ending == ending })
	switch {
	case i < 0:
		return ""
	case carries:
		return all[i].says + " " + words.T("Dropped on the window, it opens again as what it shows.")
	}
	return all[i].says
}

// What files of an ending hold.
func isPicture(ending string) bool { return picture.Has(ending, false) }
func isFilm(ending string) bool    { return picture.Has(ending, true) }
func hasPixels(ending string) bool { return ending == ".png" || isFilm(ending) }

// withEnding is a name with another ending in the place of that of a format, or after it.
func withEnding(name, ending string) string {
	lower := strings.ToLower(name)
	for _, f := range formats() {
		if strings.HasSuffix(lower, f.ending) {
			return name[:len(name)-len(f.ending)] + ending
		}
	}
	return name + ending
}

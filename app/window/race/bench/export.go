package bench

import (
	"descentlab/app/export"
	"descentlab/app/words"
)

// formats are those that a benchmark is written in.
func formats() string { return export.Bench.Formats() }

// write asks for a file and writes the benchmark that is seen, with all that was tuned, into it.
func (p *Pane) write() {
	m, example := p.shown()
	if m.result == nil || example {
		return
	}
	p.desk.Save(words.T("Export benchmark"), "benchmark.png", func(path string) (func(export.Hearers) error, error) {
		return func(h export.Hearers) error { return export.Bench.Write(h, m.result, path) }, export.Bench.Check(path)
	})
}

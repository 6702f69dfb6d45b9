package bench

import (
	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// formats are those that a benchmark is written in.
func formats() string { return export.Bench.Formats() }

// write lets the benchmark that is seen be written, with all that was tuned.
func (p *Pane) write() {
	if list, _ := p.Exports(); len(list) > 0 {
		p.desk.Export(setup.PanelBench)
	}
}

// Exports are the benchmark that is seen, unless it is the example.
func (p *Pane) Exports() ([]export.Offer, string) {
	m, example := p.shown()
	if m.result == nil || example {
		return nil, ""
	}
	return []export.Offer{export.Bench.Made(setup.PanelBench, words.T("Benchmark"), "benchmark", m.result)}, setup.PanelBench
}

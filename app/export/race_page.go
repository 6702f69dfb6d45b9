package export

import (
	"descentlab/app/export/page"
	"descentlab/app/lab"
)

var _ = Race.With(".html", racePage)

// racePage is a race as a page for a browser that plays by itself.
func racePage(out *Output, r lab.Run) error {
	_, settings, err := reportSettings(r, func(text string) string { return text })
	if err != nil {
		return err
	}
	facts := make([]page.Fact, len(settings))
	for i, row := range settings {
		facts[i] = page.Fact{Name: row[0], Value: row[1]}
	}
	return page.Write(out.ctx, out, r, facts)
}

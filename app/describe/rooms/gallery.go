package rooms

import (
	"strings"

	"descentlab/app/describe"
	"descentlab/app/gallery"
	"descentlab/app/words"
)

// Gallery describes the experiments whose cards are shown.
func Gallery(list []gallery.Exhibit) describe.Description {
	d := describe.Description{Title: words.T("Experiments")}
	if len(list) == 0 {
		d.Text = words.T("No experiment is shown: nothing fits what is searched for.")
		return d
	}
	var titles, tags, notice, racers []string
	for _, e := range list {
		var of []string
		for _, tag := range e.Tags {
			of = append(of, words.T(tag))
		}
		titles, tags = append(titles, words.T(e.Title)), append(tags, strings.Join(of, ", "))
		notice = append(notice, words.Prose(words.T(e.Notice)))
		racers = append(racers, strings.Join(e.Names, ", "))
	}
	n := len(list)
	d.Text = words.N(n, "%d experiment is shown as a card, whose picture is of its race: %s.",
		"%d experiments are shown as cards, whose pictures are of their races: %s.", n, describe.Listed(titles, few))
	d.Table = describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("title"), titles), describe.Texts(words.T("what to notice"), notice),
		describe.Texts(words.T("racers"), racers), describe.Texts(words.T("tags"), tags),
	}}
	return d
}

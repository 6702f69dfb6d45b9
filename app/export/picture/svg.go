package picture

import "descentlab/widgets/plot/svg"

var _ = add(".svg", writeSVG)

// writeSVG writes elements that can be scaled, searched and edited.
func writeSVG(to *Sink, p Picture, look Look) error {
	w, h := look.size()
	on := svg.New(float64(w), float64(h))
	if err := p.draw(to.Context, on, look); err != nil {
		return err
	}
	return on.Encode(to, 1/look.Scale, svg.About{Title: p.Title, Description: p.description(), Notes: p.svgNotes()})
}

func (p Picture) svgNotes() []svg.Note {
	list := make([]svg.Note, len(p.Notes))
	for i, n := range p.Notes {
		list[i] = svg.Note(n)
	}
	return list
}

package picture

import "descentlab/widgets/plot/pdf"

var _ = add(".pdf", writePDF)

// writePDF writes a page as large as the picture.
func writePDF(to *Sink, p Picture, look Look) error {
	w, h := look.size()
	on := pdf.New(float64(w), float64(h), look.Scale)
	if err := p.draw(to.Context, on, look); err != nil {
		return err
	}
	return on.Encode(to, pdf.About{Title: p.Title, Subject: p.description(), Creator: p.software(),
		File: pdf.File(p.Carried)})
}

package picture

import "strings"

// Software is the key of the note that names the program.
const Software = "Software"

// about is all that is told with a picture, the title first.
func (p Picture) about() []Note {
	list := []Note{{"Title", p.Title}}
	if text := p.description(); text != "" {
		list = append(list, Note{"Description", text})
	}
	for _, n := range p.Notes {
		if n.Key == Software {
			list = append(list, n)
		}
	}
	return list
}

// description is the notes in lines.
func (p Picture) description() string {
	lines := make([]string, len(p.Notes))
	for i, n := range p.Notes {
		lines[i] = n.Key + ": " + n.Text
	}
	return strings.Join(lines, "\n")
}

// software names the program; "" if the notes do not.
func (p Picture) software() string {
	for _, n := range p.Notes {
		if n.Key == Software {
			return n.Text
		}
	}
	return ""
}

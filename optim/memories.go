package optim

import "strings"

// Memories are the parts of a plan's row that its rules remember from one step to the next.
func (p *Plan) Memories() (fields []Field) {
	for _, f := range p.Fields() {
		if _, name, of := strings.Cut(f.Name, "."); of && name != "direction" {
			fields = append(fields, f)
		}
	}
	return fields
}

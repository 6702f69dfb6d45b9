package relief

import "descentlab/widgets/plot"

// A Scene describes a relief by values: equal scenes give equal pictures. What its map's slices and pointers lead to must not
// change while a painter may look at them.
type Scene struct {
	Map    plot.Scene // what lies on it, and colours it; its view is all that is seen
	Camera Camera     // within its limits
	Coarse bool       // it is about to change: made quickly
	Bare   bool       // without the gizmo that turns it
	Clear  bool       // with nothing behind the block and its shadow
}

const (
	coarseMesh = 128
	finest     = 1000 // device units, up to which a picture that rests has four samples a pixel
)

// mesh is how many points a side of the mesh has.
func (s Scene) mesh() int {
	f := s.Map.Field
	if f == nil || f.Grid == nil {
		return 0
	}
	n := max(f.Grid.W, f.Grid.H)
	if s.Coarse {
		n = min(n, coarseMesh)
	}
	return min(max(n, leastMesh), mostMesh)
}

// solid tells whether there is a surface to be drawn.
func (s Scene) solid() bool {
	f, v := s.Map.Field, s.Map.View
	return f != nil && f.Grid != nil && f.Grid.W > 0 && f.Grid.H > 0 && v.X0 < v.X1 && v.Y0 < v.Y1
}

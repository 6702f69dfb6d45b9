package lab

// A Camera says from where a relief is seen: it is looked at, and no part of the document. Package figure says what that means.
type Camera struct {
	Yaw  float64 `json:"yaw"`  // degrees by which the block is turned against the clock, seen from above
	Tilt float64 `json:"tilt"` // degrees between the line of sight and the ground
	Zoom float64 `json:"zoom"`
	PanX float64 `json:"pan_x,omitempty"` // sides of the block, to the right
	PanY float64 `json:"pan_y,omitempty"` // down
	High float64 `json:"height"`          // by which heights are multiplied
}

// UsualCamera is the camera at first.
func UsualCamera() Camera { return Camera{Yaw: 17, Tilt: 45, Zoom: 1, High: 1} }

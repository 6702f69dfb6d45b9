// Package geom is the plane in which everything happens: its points, the windows on it, and the few questions about numbers
// that go with them. It knows neither surfaces nor racers nor pictures.
package geom

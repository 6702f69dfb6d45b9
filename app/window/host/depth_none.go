//go:build !((linux || windows || darwin) && cgo && !ci && !wasm)

package host

// WithoutDepth has nothing to ask for here.
func WithoutDepth() {}

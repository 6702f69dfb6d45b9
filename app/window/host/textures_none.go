//go:build !(cgo && !ci && !wasm && !mobile && (darwin || ((linux || windows) && !arm && !arm64 && !gles)))

package host

// PaintPlainly has nothing to change here.
func PaintPlainly() {}

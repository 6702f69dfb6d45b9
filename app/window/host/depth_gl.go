//go:build (linux || windows || darwin) && cgo && !ci && !wasm

package host

import "github.com/go-gl/glfw/v3.4/glfw"

// WithoutDepth is to be called right before a window is shown for the first time: it then has no buffers of depth and stencils.
// GLFW would take some by itself, which nothing of Fyne's makes use of, though it clears them in every frame. Where OpenGL is
// drawn by software that is a tenth of a frame's work, and 5 MB for a window of 1440 by 900 pixels.
func WithoutDepth() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
}

//go:build cgo && !ci && !wasm && !mobile && (darwin || ((linux || windows) && !arm && !arm64 && !gles))

package host

import _ "unsafe" // for the link to Fyne's own text

// textureShader is the text of the program that Fyne has every texture painted by: pictures, icons, texts. There is no other way
// to it. Should Fyne give it another name, the program does not link, and the test of this file says so before.
//
//go:linkname textureShader fyne.io/fyne/v2/internal/painter/gl.shaderSimpleFrag
var textureShader []byte

// PaintPlainly is to be called before the first window is made. It has textures painted without round corners, for pictures with
// such, which this program has none of, and without looking at each pixel whether it is to be left out. Where OpenGL is drawn by
// software, as on a remote desktop, that is a third of the time: Mesa then has a way of its own, row by row.
func PaintPlainly() {
	if knownShader(textureShader) {
		textureShader = []byte(plainShader)
	}
}

// plainShader paints a texture, which may be translucent as a whole.
const plainShader = `#version 110

uniform sampler2D tex;

varying vec2 fragTexCoord;
varying float fragAlpha;

void main() {
    gl_FragColor = texture2D(tex, fragTexCoord) * fragAlpha;
}
`

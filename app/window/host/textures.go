package host

import (
	"crypto/sha256"
	"encoding/hex"
)

// knownShader reports whether a text is the one of Fyne's that plainShader has been written for: of any other nobody knows what
// else it does.
func knownShader(text []byte) bool {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]) == "6640b8d1cb07bf9d11e47ef632534de22f4279c541e05695134df29e22181bbe"
}

package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// An inserter passes on what is written, with more after its first bytes.
type inserter struct {
	io.Writer
	after int // bytes
	more  []byte
}

// Write passes it on.
func (i *inserter) Write(data []byte) (int, error) {
	if i.more == nil {
		return i.Writer.Write(data)
	}
	if len(data) < i.after {
		n, err := i.Writer.Write(data)
		i.after -= n
		return n, err
	}
	whole := append(append(bytes.Clone(data[:i.after]), i.more...), data[i.after:]...)
	i.more = nil
	if _, err := i.Writer.Write(whole); err != nil {
		return 0, err
	}
	return len(data), nil
}

// headPNG is how long the signature and the head of a PNG are, in bytes.
const headPNG = 8 + 12 + 13

// chunk is a chunk of a PNG.
func chunk(kind string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// textChunks are the notes of a picture as chunks of text.
func textChunks(p Picture) []byte {
	var all []byte
	for _, n := range p.about() {
		// Key, not compressed, no language, no translation of the key.
		all = append(all, chunk("iTXt", append(append([]byte(n.Key), 0, 0, 0, 0, 0), n.Text...))...)
	}
	return all
}

// comment is a text as the extension of a GIF for comments.
func comment(text string) []byte {
	b := []byte{0x21, 0xfe}
	for len(text) > 0 {
		n := min(len(text), 255)
		b = append(append(b, byte(n)), text[:n]...)
		text = text[n:]
	}
	return append(b, 0)
}

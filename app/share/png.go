package share

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"

	"descentlab/app/lab/setup"
)

// The chunks of PNG are those of the specification (W3C, Portable Network Graphics, third edition, 11.3.3: textual information).
const (
	signature = "\x89PNG\r\n\x1a\n"
	// keyword is what our chunk is called.
	keyword = "Descent Lab experiment"
	// compressedFrom is how long a document is that is compressed, in bytes: a shorter one can be read in any editor.
	compressedFrom = 1024
	// mostChunks is how many are looked at: a picture has one for each 8 KiB or so, and ours is the second.
	mostChunks = 100000
)

// placeInPNG is behind the header, before everything that is long.
func placeInPNG(begin, document []byte) (at int, insert []byte) {
	const header = len(signature) + 8 + 13 + 4
	switch {
	case len(begin) < header:
		return 0, nil
	case !bytes.HasPrefix(begin, []byte(signature)):
		return -1, nil
	}
	return header, chunk(document)
}

// chunk is a chunk with a document. The kinds for Latin-1 are enough for its letters, and of these more programs that write a
// picture anew, such as ImageMagick, take heed than of iTXt.
func chunk(document []byte) []byte {
	data := []byte("tEXt" + keyword + "\x00")
	if len(document) < compressedFrom {
		data = append(data, document...)
	} else {
		var packed bytes.Buffer
		z, _ := zlib.NewWriterLevel(&packed, zlib.BestCompression) // a level that there is
		_, _ = z.Write(document)                                   // into memory
		_ = z.Close()
		data = append([]byte("zTXt"+keyword+"\x00\x00"), packed.Bytes()...)
	}
	whole := binary.BigEndian.AppendUint32(nil, uint32(len(data)-4))
	whole = append(whole, data...)
	return binary.BigEndian.AppendUint32(whole, crc32.ChecksumIEEE(data))
}

// fromPNG is the document that a PNG picture carries. Of a picture only the heads of its chunks are read: it may be of any size.
// Programs that write pictures anew may have made a chunk of another kind, iTXt for one, of ours.
func fromPNG(r io.ReaderAt, size int64) ([]byte, error) {
	at := int64(len(signature))
	for range mostChunks {
		var head [8]byte
		if at+12 > size {
			return nil, errCut
		}
		if _, err := r.ReadAt(head[:], at); err != nil {
			return nil, err
		}
		length, name := int64(binary.BigEndian.Uint32(head[:4])), string(head[4:])
		switch name {
		case "IEND":
			return nil, errNone
		case "tEXt", "zTXt", "iTXt":
			begin := make([]byte, min(length, int64(len(keyword)+1), size-at-8))
			if _, err := r.ReadAt(begin, at+8); err != nil && err != io.EOF {
				return nil, err
			}
			if string(begin) == keyword+"\x00" {
				return readChunk(r, at+4, length, size)
			}
		}
		at += 12 + length
	}
	return nil, errNone
}

// readChunk is the document in our chunk, whose name stands at a place.
func readChunk(r io.ReaderAt, at, length, size int64) ([]byte, error) {
	switch {
	case at+4+length+4 > size:
		return nil, errCut
	case length > setup.MaxFileSize:
		return nil, errHuge
	}
	data := make([]byte, 4+length+4)
	if _, err := r.ReadAt(data, at); err != nil && err != io.EOF {
		return nil, err
	}
	data, sum := data[:4+length], data[4+length:]
	if crc32.ChecksumIEEE(data) != binary.BigEndian.Uint32(sum) {
		return nil, errBroken
	}
	text, packed, ok := unfold(string(data[:4]), data[4+len(keyword)+1:])
	switch {
	case !ok:
		return nil, errBroken
	case !packed:
		return text, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, errBroken
	}
	return inflate(z)
}

// unfold is what stands behind the keyword of a chunk of a kind, and whether that is packed; not ok if it is none.
func unfold(name string, rest []byte) (text []byte, packed, ok bool) {
	switch name {
	case "tEXt":
		return rest, false, true
	case "zTXt":
		if len(rest) < 1 || rest[0] != 0 {
			return nil, false, false
		}
		return rest[1:], true, true
	}
	if len(rest) < 2 || rest[0] > 1 || rest[1] != 0 {
		return nil, false, false
	}
	packed = rest[0] == 1
	rest = rest[2:]
	for range 2 { // the language, and the keyword in it
		_, after, found := bytes.Cut(rest, []byte{0})
		if !found {
			return nil, false, false
		}
		rest = after
	}
	return rest, packed, true
}

// inflate is what is packed, which is no more than the largest file has.
func inflate(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, setup.MaxFileSize+1))
	switch {
	case err != nil:
		return nil, errBroken
	case len(text) > setup.MaxFileSize:
		return nil, errHuge
	}
	return text, nil
}

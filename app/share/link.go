package share

import (
	"bytes"
	"compress/flate"
	_ "embed" // dictionary.txt
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"unicode"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/scheme"
)

// Scheme is how links begin.
const Scheme = scheme.Scheme

// What is wrong with links.
const (
	errNoLink  = words.Fault("no link of an experiment: one begins with descentlab: and a long word")
	errCutLink = words.Fault("this link is cut off; copy all of it")
	errNewer   = words.Fault("this link was made by a newer Descent Lab")
	errChanged = words.Fault("this link is not whole, or was changed on its way; copy all of it once more")
)

// A link has behind its scheme, in base64 as for addresses (RFC 4648, 5): the version, the length of what is packed, its
// checksum, and what is packed: the document's JSON by deflate, with a dictionary of what such documents have in common. The
// length tells where it ends in a sentence, and whether it has been cut off.
const (
	linkVersion = 1
	sumLength   = 4
)

// dictionary is that of version 1. Links that are in the world need it as it is.
//
//go:embed dictionary.txt
var dictionary []byte

// alphabet is that of base64 for addresses. The two other signs of the usual one are read as well.
var alphabet = base64.RawURLEncoding

const (
	letterSet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	longest   = (setup.MaxFileSize + 64) / 3 * 4 // letters of a link
)

// Link is a text that carries a document: a value whose JSON this program reads.
func Link(document any) (string, error) {
	text, err := ascii(document)
	if err != nil {
		return "", err
	}
	var packed bytes.Buffer
	z, err := flate.NewWriterDict(&packed, flate.BestCompression, dictionary)
	if err != nil {
		return "", err
	}
	_, _ = z.Write(text) // into memory
	_ = z.Close()
	data := binary.AppendUvarint([]byte{linkVersion}, uint64(packed.Len()))
	data = binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(packed.Bytes()))
	return Scheme + alphabet.EncodeToString(append(data, packed.Bytes()...)), nil
}

// letters are those of base64 at the beginning of a text, without blanks and signs that are not seen.
func letters(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '+':
			r = '-'
		case r == '/':
			r = '_'
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			continue
		}
		if !strings.ContainsRune(letterSet, r) || b.Len() == longest {
			return b.String()
		}
		b.WriteRune(r)
	}
	return b.String()
}

// IsLink tells whether there is a link in a text, whole or not.
func IsLink(text string) bool { return scheme.Behind(text) >= 0 }

// OfLink is the document of the first link in a text. Blanks and ends of lines that a letter has put into it do not matter, and
// neither does what stands behind it.
func OfLink(text string) (Document, error) {
	at := scheme.Behind(text)
	if at < 0 {
		return Document{}, errNoLink
	}
	code := letters(text[at:])
	data, _ := alphabet.DecodeString(code[:min(len(code), 16)]) // 12 bytes, in which the length stands whole
	switch {
	case len(code) == 0:
		return Document{}, errNoLink
	case len(data) == 0:
		return Document{}, errCutLink
	case data[0] > linkVersion:
		return Document{}, errNewer
	case data[0] != linkVersion:
		return Document{}, errChanged
	}
	length, n := binary.Uvarint(data[1:])
	switch {
	case n == 0:
		return Document{}, errCutLink
	case n < 0 || length > setup.MaxFileSize:
		return Document{}, errChanged
	}
	head := 1 + n + sumLength
	whole := alphabet.EncodedLen(head + int(length))
	if len(code) < whole {
		return Document{}, words.Errorf("this link is cut off: it has %d characters, of which %d are here; copy all of it",
			len(Scheme)+whole, len(Scheme)+len(code))
	}
	data, err := alphabet.DecodeString(code[:whole])
	if err != nil {
		return Document{}, errChanged
	}
	packed := data[head:]
	if crc32.ChecksumIEEE(packed) != binary.BigEndian.Uint32(data[1+n:head]) {
		return Document{}, errChanged
	}
	unpacked, err := inflate(flate.NewReaderDict(bytes.NewReader(packed), dictionary))
	if err != nil {
		return Document{}, errChanged
	}
	return Document{words.T("the link"), unpacked}, nil
}

package decode

import "bytes"

// Names are the encodings that As knows.
func Names() []string { return []string{"utf-8", "utf-16le", "utf-16be", "windows-1252"} }

// As gives b, read in the encoding named, as UTF-8 without a byte order mark. Bytes that are
// no UTF-8 are read as Windows-1252 in UTF-8, too. An unknown name reads as UTF-8.
func As(b []byte, name string) []byte {
	switch name {
	case "utf-16le":
		return wide(bytes.TrimPrefix(b, []byte("\xff\xfe")), 0)
	case "utf-16be":
		return wide(bytes.TrimPrefix(b, []byte("\xfe\xff")), 1)
	case "windows-1252":
		text := make([]byte, 0, len(b)+len(b)/16)
		for _, c := range b {
			text = append(text, string(cp1252(c))...)
		}
		return text
	}
	text, _ := mend(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))
	return text
}

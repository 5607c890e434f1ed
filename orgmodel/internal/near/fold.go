package near

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// marked are letters with marks, by the letter that is left without them; some letters that
// people type as one or two plain ones stand with those.
var marked = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d", 'đ': "d", 'ø': "o", 'ł': "l", 'ħ': "h", 'ı': "i", 'ŧ': "t"}
	for _, line := range []string{
		"aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dďḋḍḏḑḓ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ", "gĝğġģǧǵḡ",
		"hĥȟḣḥḧḩḫẖ", "iìíîïĩīĭįǐȉȋḭḯỉị", "jĵǰ", "kķǩḱḳḵ", "lĺļľḷḹḻḽ", "mḿṁṃ", "nñńņňǹṅṇṉṋ", "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
		"pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșṡṣṥṧṩ", "tţťțṫṭṯṱẗ", "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ", "yýÿŷȳẏẙỳỵỷỹ", "zźżžẑẓẕ",
	} {
		for _, r := range line[1:] {
			m[r] = line[:1]
		}
	}
	return m
}()

// Fold is a name as it is compared: small letters without marks, runs of space as one, none at
// the ends.
func Fold(s string) string {
	var f folder
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = f.append(b, r)
	}
	return string(b)
}

// FoldsTo says that Fold(s) is key, for the price of the runes that agree.
func FoldsTo(s, key string) bool {
	var f folder
	var room [16]byte
	at := 0
	for _, r := range s {
		b := f.append(room[:0], r)
		if at+len(b) > len(key) || key[at:at+len(b)] != string(b) {
			return false
		}
		at += len(b)
	}
	return at == len(key)
}

// folder folds runes one by one.
type folder struct{ begun, space bool }

// append appends what a rune folds to. A space waits until something follows it.
func (f *folder) append(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		switch {
		case r == ' ' || r >= '\t' && r <= '\r':
			f.space = f.begun
			return b
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		}
		return append(f.spaced(b), byte(r))
	}
	switch {
	case unicode.IsSpace(r):
		f.space = f.begun
		return b
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return b
	}
	r = unicode.ToLower(r)
	if plain, ok := marked[r]; ok {
		return append(f.spaced(b), plain...)
	}
	return utf8.AppendRune(f.spaced(b), r)
}

func (f *folder) spaced(b []byte) []byte {
	if f.space {
		b = append(b, ' ')
	}
	f.begun, f.space = true, false
	return b
}

// beginsWord says that some word of a folded name begins so.
func beginsWord(folded []byte, with string) bool {
	for i := 0; with != "" && i+len(with) <= len(folded); {
		if string(folded[i:i+len(with)]) == with {
			return true
		}
		next := bytes.IndexAny(folded[i:], " -")
		if next < 0 {
			return false
		}
		i += next + 1
	}
	return false
}

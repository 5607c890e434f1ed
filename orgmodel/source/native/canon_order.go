package native

import (
	"cmp"
	"slices"

	"example.com/orgchart/orgmodel"
)

// ranks are the places of keys in a mapping; keys without one come last, in the author's order,
// as relations do: their order is that of the lines.
func ranks(groups ...[]string) map[string]int {
	of := map[string]int{}
	for _, keys := range groups {
		for _, key := range keys {
			of[key] = len(of) + 1
		}
	}
	return of
}

var (
	documentOrder = ranks([]string{keyFormat, keyOrganisation, keyInclude})
	nodeOrder     = ranks([]string{keyID, keyKind, keyName, keySince, keyUntil, keyThrough}, attributes, []string{keyAttrs})
	lineOrder     = ranks([]string{keyLine, keyFrom, keyRel, keyTo, keyIn, keySince, keyUntil, keyThrough}, attributes, []string{keyAttrs})
	pairOrder     = ranks([]string{pairKey, pairValue})
)

func (v *value) sort(order map[string]int) {
	rank := func(x entry) int {
		if n := order[x.key]; n > 0 {
			return n
		}
		return len(order) + 1
	}
	n := len(v.items)
	if n < 2 {
		return
	}
	foot := v.items[n-1].foot // is about the end of the mapping and stays there
	v.items[n-1].foot = nil
	slices.SortStableFunc(v.items, func(a, b entry) int { return cmp.Compare(rank(a), rank(b)) })
	v.items[n-1].foot = append(v.items[n-1].foot, foot...)
}

// become puts what stands alone in x in x's place, with its comments.
func (x *entry) become(inner entry) {
	x.head = append(x.head, inner.head...)
	if x.line == "" {
		x.line = inner.line
	} else if inner.line != "" {
		x.head = append(x.head, comment{text: inner.line})
	}
	x.foot = append(inner.foot, x.foot...)
	x.value = inner.value
}

// inOrder gives a document its canonical order and forms.
func (v *value) inOrder() {
	if v.shape != aMapping {
		return
	}
	v.sort(documentOrder)
	for i := range v.items {
		x := &v.items[i]
		switch {
		case x.key == keyFormat:
			x.value.bare = true
		case x.key == keyInclude:
			x.single()
		case x.key == keyLines || x.key == keyNodes || isSection(x.key):
			x.value.block = true
			for j := range x.value.items {
				x.value.items[j].inPart(x.key)
			}
		}
		for j := range x.value.items {
			x.value.items[j].hoist(x.value.shape == aList)
			x.value.items[j].tidyBlanks(j == 0)
		}
		x.tidyBlanks(i == 0)
	}
}

// inPart orders a record of a section, of nodes or of lines.
func (x *entry) inPart(key string) {
	x.value.deepBlanks()
	switch key {
	case keyLines:
		x.sentence()
	case keyNodes:
		x.value.node()
	default:
		x.value.node()
		x.nameAlone()
	}
}

func isSection(key string) bool {
	return slices.ContainsFunc(sections, func(s section) bool { return s.Name == key })
}

// node orders a node.
func (v *value) node() {
	if v.shape != aMapping {
		return
	}
	v.sort(nodeOrder)
	hasShort := slices.ContainsFunc(v.items, func(x entry) bool { return x.key == keyRole })
	for i := range v.items {
		x := &v.items[i]
		if x.key == string(orgmodel.HasRole) && !hasShort {
			x.key = keyRole
		}
		if x.key != keyRole && !slices.Contains(relations, orgmodel.Rel(x.key)) {
			x.attribute()
			continue
		}
		x.single()
		if x.value.shape != aList {
			x.sentence()
			continue
		}
		for j := range x.value.items {
			x.value.items[j].sentence()
		}
	}
}

// nameAlone makes a node of a section that has a name or nothing as short as it can be.
func (x *entry) nameAlone() {
	v := &x.value
	if v.shape == aMapping && len(v.items) == 1 && v.items[0].key == keyName && v.items[0].value.shape == aText {
		x.become(v.items[0])
	}
	if v.shape == aMapping && len(v.items) == 0 || v.shape == aText && v.text == "" {
		*v = value{}
	}
}

// sentence orders a line, which is a sentence, the rest of one, or a mapping.
func (x *entry) sentence() {
	v := &x.value
	if v.shape == aMapping && len(v.items) == 1 && v.items[0].key == keyLine && v.items[0].value.shape == aText {
		x.become(v.items[0])
	}
	switch v.shape {
	case aText:
		v.text = respace(v.text)
	case aMapping:
		v.sort(lineOrder)
		for i := range v.items {
			x := &v.items[i]
			if x.key == keyLine && x.value.shape == aText {
				x.value.text = respace(x.value.text)
			}
			x.attribute()
		}
	}
}

// attribute orders what stands under a key that is no line.
func (x *entry) attribute() {
	switch {
	case x.key == keySince || x.key == keyUntil || x.key == keyThrough || mayBeBare(x.key):
		x.value.bare = true
	case x.key == keyAttrs && x.value.shape == aList:
		for i := range x.value.items {
			x.value.items[i].value.sort(pairOrder)
		}
	}
}

// single puts the only item of a list in the list's place.
func (x *entry) single() {
	if v := &x.value; v.shape == aList && len(v.items) == 1 && v.items[0].value.shape != aList {
		x.become(v.items[0])
	}
}

// tidyBlanks drops an empty line above the first of several, where the key above it is enough.
func (x *entry) tidyBlanks(first bool) {
	switch {
	case !first:
	case len(x.head) > 0:
		x.head[0].blank = false
	default:
		x.blank = false
	}
}

// hoist moves a comment above the first key of an item above its dash, where it stands anyway.
func (x *entry) hoist(item bool) {
	v := &x.value
	for i := range v.items {
		v.items[i].hoist(v.shape == aList)
	}
	if item && v.shape == aMapping && len(v.items) > 0 {
		x.head = append(x.head, v.items[0].head...)
		v.items[0].head = nil
	}
}

// deepBlanks drops the empty lines within a record.
func (v *value) deepBlanks() {
	for i := range v.items {
		x := &v.items[i]
		x.blank = false
		for j := range x.head {
			x.head[j].blank = false
		}
		for j := range x.foot {
			x.foot[j].blank = false
		}
		x.value.deepBlanks()
	}
}

// respace is a sentence with one space between its words and quotation marks only where they
// are needed; what is no sentence stays as it is.
func respace(s string) string {
	words, _, err := splitWords(nil, s)
	if err != nil || len(words) == 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i, w := range words {
		if i > 0 {
			b = append(b, ' ')
		}
		if w.quoted && (w.text == keyIn || w.text == keySince || w.text == keyUntil || w.text == keyThrough) {
			b = appendQuoted(b, w.text) // an id for certain
			continue
		}
		b = appendWord(b, w.text)
	}
	return string(b)
}

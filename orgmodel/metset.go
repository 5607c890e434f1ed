package orgmodel

// A metSet is the nodes that a walk has met. Most walks are short, and their set is a map; that of
// a long one is a bit for each node of the organisation, which costs less than the map by then.
type metSet struct {
	few   map[Ref]struct{}
	many  refSet
	nodes int
}

func newMetSet(nodes int) *metSet { return &metSet{few: map[Ref]struct{}{}, nodes: nodes} }

// add adds a node and says that it was not there.
func (m *metSet) add(r Ref) bool {
	if m.many != nil {
		had := m.many.has(int32(r))
		m.many.set(int32(r))
		return !had
	}
	if _, had := m.few[r]; had {
		return false
	}
	m.few[r] = struct{}{}
	// An entry of the map takes some 16 bytes.
	if n := len(m.few); n > 1024 || n >= 64 && n > m.nodes/128 {
		m.many = newRefSet(m.nodes)
		for s := range m.few {
			m.many.set(int32(s))
		}
		m.few = nil
	}
	return true
}

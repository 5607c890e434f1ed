package orgtest

import "example.com/orgchart/orgmodel"

// shapeMutations are those of span and layers.
var shapeMutations = []Mutation{
	{Name: "player-coach", Rule: "span-wide", Doc: "A manager of six and more is said to do the work as well.", Inject: func(m *Mutant) {
		if r := m.Pick(func(r orgmodel.Ref) bool { return m.Org.Kind(r) == orgmodel.Post && m.Org.Span(r, true) > 5 }); r != orgmodel.None {
			m.Set(m.ID(r), "archetype", "player-coach")
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "thirteen", Rule: "span-wide", Doc: "A manager gets as many reports as make thirteen.", Inject: func(m *Mutant) {
		if r := m.Manager(); r != orgmodel.None && m.room(r, 13) {
			for range 13 - m.Org.Span(r, true) {
				m.Staff(m.ID(r))
			}
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "manager-of-one", Rule: "span-narrow", Doc: "A post without reports gets one.", Inject: func(m *Mutant) {
		if r := m.Leaf(func(r orgmodel.Ref) bool { return m.Org.Depth(r) < 7 }); r != orgmodel.None {
			m.Staff(m.ID(r))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "managers-in-a-row", Rule: "one-to-one-chain", Doc: "A post without reports gets one, which gets one.", Inject: func(m *Mutant) {
		if r := m.Leaf(func(r orgmodel.Ref) bool { return m.Org.Depth(r) < 6 }); r != orgmodel.None {
			m.Staff(m.Staff(m.ID(r)))
			m.Hurt(m.ID(r))
		}
	}},
	{Name: "nine-layers", Rule: "layers-deep", Doc: "Under a post pairs are put, the one under one of the other, down to the ninth level.", Inject: func(m *Mutant) {
		r := m.Leaf(func(r orgmodel.Ref) bool { return m.room(r, 2*(8-m.Org.Depth(r))) })
		if r != orgmodel.None {
			boss, top := m.ID(r), m.ID(m.Org.Tops()[0])
			for range 8 - m.Org.Depth(r) {
				m.Staff(boss)
				boss = m.Staff(boss)
			}
			m.Hurt(top)
		}
	}},
	{Name: "heads-under-one", Rule: "chokepoint", Doc: "One head of a department comes to stand between the top and others.", Inject: func(m *Mutant) {
		top := m.Org.Tops()[0]
		one := m.Pick(func(r orgmodel.Ref) bool {
			return m.Org.Kind(r) == orgmodel.Post && m.Org.Boss(r) == top && m.holder(r) != orgmodel.None && !m.dotted(r)
		})
		below, left := m.sole(one), m.Org.Span(top, true)
		for r := range m.Org.Reports(top) {
			if r != one && left > 2 && below*100 < m.size(top)*45 {
				below += m.sole(r)
				left--
				m.reline(m.ID(r), m.ID(one))
			}
		}
		m.Hurt(m.ID(one))
	}},
}

// dotted says that a dotted line leads to a seat.
func (m *Mutant) dotted(r orgmodel.Ref) bool {
	for range m.Org.In(r, orgmodel.DottedTo) {
		return true
	}
	return false
}

// size is how many seats hang under one, itself counted.
func (m *Mutant) size(r orgmodel.Ref) int {
	n := 1
	for range m.Org.Down(r) {
		n++
	}
	return n
}

// sole is how many of them have no way up but by their bosses.
func (m *Mutant) sole(r orgmodel.Ref) int {
	n := 1
	for s := range m.Org.Down(r) {
		for n++; s != r; s = m.Org.Boss(s) {
			if len(m.Org.SeatLines(s, orgmodel.DirectedBy)) > 0 {
				n--
				break
			}
		}
	}
	return n
}

// room says that so many more seats leave the head of a department no way up of two in five.
func (m *Mutant) room(r orgmodel.Ref, more int) bool {
	return 100*(m.size(m.department(r))+more) < 38*(m.size(m.Org.Tops()[0])+more)
}

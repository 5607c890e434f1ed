package orgtest

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// A plan is a Random organisation before it is written down: posts by number, bosses before
// their reports, project managers last.
type plan struct {
	Random
	boss, level, reports []int32
	unitOf               []int32 // of each post, -1 for none
	heads                []int   // the post that heads each unit
	holders              []uint8 // 0 vacant, 1, or 2 who share
	people               int

	programmeManagers, itManagers []int // posts, in order
}

func newPlan(r Random) *plan {
	p := &plan{Random: r.filled()}
	p.boss, p.level, p.reports = make([]int32, p.Posts), make([]int32, p.Posts), make([]int32, p.Posts)
	p.grow(p.rand(1))
	p.appoint(p.rand(2))
	p.divide()
	p.fill(p.rand(3))
	return p
}

// rand is the chance of one stage, so that a change to one leaves the others as they are.
func (p *plan) rand(stage uint64) *rand.Rand { return rand.New(rand.NewPCG(p.Seed, stage)) }

func (p *plan) firstPM() int { return p.Posts - p.Projects }

func (p *plan) hang(post, boss int) {
	p.boss[post], p.level[post] = int32(boss), p.level[boss]+1
	p.reports[boss]++
}

// grow hangs all but the project managers, level by level. Where the levels are used up it goes
// round again, and spans become wider.
func (p *plan) grow(rnd *rand.Rand) {
	p.boss[0] = -1
	next, all := 1, p.firstPM()
	for m := 0; next < all; m++ {
		if m == next {
			m = 0
		}
		if p.Layers > 0 && int(p.level[m]) >= p.Layers-1 {
			m = next - 1 // and so are all after it
			continue
		}
		if m+1 < next && rnd.IntN(10) < 3 {
			continue // no manager
		}
		for range 1 + rnd.IntN(2*p.Span-1) {
			if next < all {
				p.hang(next, m)
				next++
			}
		}
	}
}

// appoint chooses programme and IT managers and hangs the project managers under them.
func (p *plan) appoint(rnd *rand.Rand) {
	if p.Programmes == 0 {
		return
	}
	var fit []int // high enough for reports of their own, and not the top
	for i := 1; i < p.firstPM() && len(fit) < p.Programmes+1; i++ {
		if p.Layers == 0 || int(p.level[i]) <= p.Layers-2 {
			fit = append(fit, i)
		}
	}
	if len(fit) == 0 {
		fit = []int{0}
	}
	p.programmeManagers = fit[:min(p.Programmes, len(fit))]
	p.itManagers = fit[len(p.programmeManagers):]
	for k := range p.Projects {
		boss := p.programmeManager(k % p.Programmes)
		if len(p.itManagers) > 0 && rnd.IntN(3) == 0 {
			boss = p.itManagers[0]
		}
		p.hang(p.firstPM()+k, boss)
	}
}

// programmeManager is the post that manages a programme; several may have one.
func (p *plan) programmeManager(programme int) int {
	return p.programmeManagers[programme%len(p.programmeManagers)]
}

// divide gives the first managers a unit each, to which all belong who are under them and not
// under another.
func (p *plan) divide() {
	p.unitOf = make([]int32, p.Posts)
	for i := range p.unitOf {
		switch {
		case p.Units > len(p.heads) && (p.reports[i] > 0 || i == 0):
			p.unitOf[i] = int32(len(p.heads))
			p.heads = append(p.heads, i)
		case i > 0:
			p.unitOf[i] = p.unitOf[p.boss[i]]
		default:
			p.unitOf[i] = -1
		}
	}
}

// fill decides who holds the posts. Managers are always there: a vacant one is a finding.
func (p *plan) fill(rnd *rand.Rand) {
	p.holders = make([]uint8, p.Posts)
	for i := range p.holders {
		vacant, shared := rnd.Float64() < p.Vacant, rnd.Float64() < p.JobShare
		switch {
		case vacant && p.reports[i] == 0 && i > 0:
			continue
		case shared:
			p.holders[i] = 2
		default:
			p.holders[i] = 1
		}
		p.people += int(p.holders[i])
	}
}

// numbered is an id with as many digits as the last of its sort has.
func numbered(prefix string, k, last int) orgmodel.ID {
	digits := strconv.Itoa(k + 1)
	for len(digits) < len(strconv.Itoa(last)) {
		digits = "0" + digits
	}
	return orgmodel.ID(prefix + digits)
}

func (p *plan) post(i int) orgmodel.ID      { return numbered("post-", i, p.Posts) }
func (p *plan) person(k int) orgmodel.ID    { return numbered("p-", k, 2*p.Posts) }
func (p *plan) unit(k int) orgmodel.ID      { return numbered("u-", k, len(p.heads)) }
func (p *plan) programme(k int) orgmodel.ID { return numbered("prg-", k, p.Programmes) }
func (p *plan) project(k int) orgmodel.ID   { return numbered("prj-", k, p.Projects) }

// nth is the k-th of a list, with a number once the list has been used up.
func nth(list []string, k int) string {
	if k < len(list) {
		return list[k]
	}
	return fmt.Sprintf("%s %d", list[k%len(list)], 1+k/len(list))
}

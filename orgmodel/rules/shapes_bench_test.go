package rules_test

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"sync"
	"testing"
	"time"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/rules"
)

// shapes are organisations of one shape and any size on which a rule that looks at pairs, or walks up from everybody,
// takes the square of the time.
var shapes = []struct {
	name string
	fill func(b *pile)
}{
	{"star", func(b *pile) {
		for i := 1; i < b.n; i++ {
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats)
			b.line(b.seats+i, orgmodel.DirectedBy, b.seats)
			b.line(b.seats+i, orgmodel.DottedTo, b.seats)
		}
	}},
	{"chain", func(b *pile) {
		duty := b.AddNode("duty", b.KindCode(orgmodel.Duty), "", 0, orgmodel.Place{})
		b.line(b.seats, orgmodel.AccountableFor, int(duty))
		for i := 1; i < b.n; i++ {
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats+i-1)
			b.line(b.seats+i, orgmodel.DottedTo, b.seats)
			b.line(b.seats+i, orgmodel.ResponsibleFor, int(duty))
			b.role(b.seats+i, 0, b.projects+i)
		}
	}},
	{"roles of one post", func(b *pile) {
		for i := range b.n {
			b.role(thePost, i%len(pileRoles), b.projects+i)
			b.line(b.seats+i, orgmodel.ReportsTo, thePost)
		}
		b.line(thePM, orgmodel.Holds, thePost)
	}},
	{"projects of one programme", func(b *pile) {
		b.role(thePost, 1, theProgramme)
		b.role(theSponsor, 2, theProgramme)
		b.line(theProgramme, orgmodel.SupportedBy, theOffice)
		for i := range b.n {
			b.line(b.projects+i, orgmodel.PartOf, theProgramme)
			b.role(b.seats+i, 0, b.projects+i)
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats+i/8)
		}
	}},
	{"duties", func(b *pile) {
		for i := range b.n {
			d := int(b.AddNode("d"+strconv.Itoa(i), b.KindCode(orgmodel.Duty), "", 0, orgmodel.Place{}))
			b.line(b.seats+i, orgmodel.AccountableFor, d)
			b.line(b.seats+(i*7+1)%b.n, orgmodel.ResponsibleFor, d)
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats+max(i-1, 0))
		}
	}},
	{"random units", func(b *pile) {
		for i := range b.n / 50 {
			b.AddNode("u"+strconv.Itoa(i), b.KindCode(orgmodel.Unit), "", 0, orgmodel.Place{})
		}
		for i := range b.n {
			b.line(b.seats+i, orgmodel.ReportsTo, b.seats+i/8)
			b.line(b.seats+i, orgmodel.PartOf, b.seats+b.n+i*7919%(b.n/50))
		}
	}},
}

// BenchmarkShapes runs every rule over the shapes in two sizes, a small one and one eight times as large. power is by
// which power of the size the time grows: 1 is linear, 2 quadratic. slowest is the rule that takes longest on the large
// one, and its part of the time; its own power is reported beside it where -v is given.
func BenchmarkShapes(b *testing.B) {
	const small, times = 12_500, 8
	set := append(rules.All(), rules.PMLoad{Max: 3}.Rule(), rules.MatrixMode{Mode: rules.Balanced}.Rule())
	for _, s := range shapes {
		b.Run(s.name, func(b *testing.B) {
			var orgs [2]*orgmodel.Org
			for i, n := range []int{small, small * times} {
				p := newPile(n)
				s.fill(p)
				orgs[i] = p.Org()
			}
			for b.Loop() {
				worst, whole, rule := 0.0, [2]float64{}, ""
				for _, r := range set {
					var took [2]float64
					for i, o := range orgs {
						took[i] = math.Inf(1)
						for range 3 - 2*i {
							_, cpu, _ := checking(b, o, []orgmodel.Rule{r})
							took[i] = min(took[i], cpu)
						}
						whole[i] += took[i]
					}
					p := math.Log(took[1]/took[0]) / math.Log(times)
					if took[1] > worst {
						worst, rule = took[1], fmt.Sprintf("%s takes %.0f ms, and grows by the power %.2f", r.Name, took[1], p)
					}
					if took[1] > 100 && p > 1.4 {
						b.Logf("%s: %.1f ms, then %.1f ms, by the power %.2f", r.Name, took[0], took[1], p)
					}
				}
				b.Log(rule)
				b.ReportMetric(math.Log(whole[1]/whole[0])/math.Log(times), "power")
				b.ReportMetric(whole[1], "cpu-ms/all")
				b.ReportMetric(worst, "cpu-ms/slowest")
			}
		})
	}
}

// BenchmarkCancel gives up a check of all rules on an estate after parts of the time it takes. ms/cancel is the longest
// that Check took to return, ms/idle the longest until its last rule had ended too.
func BenchmarkCancel(b *testing.B) {
	for _, n := range estateSizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 100_000 && testing.Short() {
				b.Skip("a million people take minutes to build")
			}
			o := newEstate(n)
			whole, _, _ := checking(b, o, rules.All())
			var cancelling, idle time.Duration
			for b.Loop() {
				for part := range 20 {
					c, i := givenUp(o, time.Duration(whole*float64(part)/20*float64(time.Millisecond)))
					cancelling, idle = max(cancelling, c), max(idle, i)
				}
			}
			b.ReportMetric(float64(cancelling.Microseconds())/1e3, "ms/cancel")
			b.ReportMetric(float64(idle.Microseconds())/1e3, "ms/idle")
		})
	}
}

// givenUp is how long after it was given up a check returned, and how long after that its last rule ended.
func givenUp(o *orgmodel.Org, after time.Duration) (returned, ended time.Duration) {
	var running sync.RWMutex
	set := rules.All()
	for i := range set {
		check := set[i].Check
		set[i].Check = func(p *orgmodel.Pass) {
			running.RLock()
			defer running.RUnlock()
			check(p)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	var at time.Time
	timer := time.AfterFunc(after, func() { at = time.Now(); cancel() })
	defer timer.Stop()
	_, err := orgmodel.Check(ctx, o.At(estateDay), set...)
	if err == nil {
		cancel()
		return 0, 0
	}
	returned = time.Since(at)
	running.Lock()
	defer running.Unlock()
	return returned, time.Since(at)
}

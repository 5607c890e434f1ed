package survey

import (
	"context"
	_ "embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/policy"
	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/organogram"
	"example.com/orgchart/orgmodel/titles"
)

//go:embed policy.yaml
var policyFile string

// Policy is the policy that the survey holds snapshots to.
func Policy() *policy.Policy {
	p, err := policy.Load("policy.yaml", strings.NewReader(policyFile))
	if err != nil {
		panic(err) // embedded, and a test reads it
	}
	return p
}

// Rules of the policy.
const (
	bossRule     = "pm-boss"
	aboveRule    = "pm-boss-any-above"
	deliveryRule = "pm-boss-in-delivery"
	subject      = "project-manager"
)

// A Tally is what the policy finds among posts. A junior row is a group of like posts and counts as one
// record. Conforming, Wrong, None, Tops, Open and Lost add up to Selected.
type Tally struct {
	Posts    int // live posts and groups of posts
	Assumed  int // roles assumed from titles, of whatever role
	Selected int // records that a title makes project managers

	Conforming int // the nearest filled boss is a programme manager or an IT manager
	Wrong      int // it is somebody else
	None       int // there is no line to a boss, and it is no top
	Tops       int // at the top, where nobody need be above
	Open       int // the boss is declared nowhere, is the post itself, or nobody above is there to decide

	Climbed  int     // vacant, ended and unknown bosses passed over on the way to the nearest filled one
	Above    int     // of Conforming and Wrong, those with a programme manager or an IT manager anywhere above
	Delivery int     // of Conforming and Wrong, those whose nearest filled boss has any role of delivery or IT
	FTE      float64 // posts behind the records selected
}

// Add adds what another found.
func (t *Tally) Add(o Tally) {
	t.Posts, t.Assumed, t.Selected = t.Posts+o.Posts, t.Assumed+o.Assumed, t.Selected+o.Selected
	t.Conforming, t.Wrong, t.None, t.Tops, t.Open = t.Conforming+o.Conforming, t.Wrong+o.Wrong, t.None+o.None, t.Tops+o.Tops, t.Open+o.Open
	t.Climbed, t.Above, t.Delivery, t.FTE = t.Climbed+o.Climbed, t.Above+o.Above, t.Delivery+o.Delivery, t.FTE+o.FTE
}

// A Result is what a snapshot came to.
type Result struct {
	Snapshot
	Senior, Junior Tally // posts, and groups of posts
	Org            *orgmodel.Org
	Findings       orgmodel.Findings
}

// All is both tallies.
func (r Result) All() Tally {
	t := r.Senior
	t.Add(r.Junior)
	return t
}

// Look reads a snapshot, assumes roles from its titles and holds it to the policy, on no day in
// particular: a snapshot is of one day.
func Look(ctx context.Context, fsys fs.FS, s Snapshot) (Result, error) {
	res := Result{Snapshot: s}
	org, _, err := source.Load(ctx, []source.Format{organogram.Format()}, source.Limits{}, source.FromFS(fsys, s.Files...)...)
	if err != nil {
		return res, fmt.Errorf("%s: %w", s.Files[0], err)
	}
	p := Policy()
	org, made := p.Classifier().Assume(org)
	res.Findings, err = orgmodel.Checker{Limit: -1}.Check(ctx, org, p.Rules()...)
	if err != nil {
		return res, err
	}
	res.Org = org
	res.count(made)
	return res, nil
}

// half is the tally that a record counts in.
func (r *Result) half(n orgmodel.Ref) *Tally {
	if r.Org.Occupancy(n) == orgmodel.Group {
		return &r.Junior
	}
	return &r.Senior
}

func (r *Result) count(made titles.Assumptions) {
	o := r.Org
	for n := range o.OfKind(orgmodel.Post) {
		if o.Live(n) {
			r.half(n).Posts++
		}
	}
	for _, a := range made.Made {
		r.half(a.Record).Assumed++
	}
	breaks := map[string]string{} // rule and subject, to the key of the finding
	for _, f := range r.Findings {
		breaks[f.Rule+" "+string(f.Subject)] = f.Key + "."
	}
	tops := map[orgmodel.Ref]bool{}
	for _, top := range o.Tops() {
		tops[top] = true
	}
	for n := range o.WithRole(subject) {
		if !o.Live(n) || o.IsRepeat(n) {
			continue
		}
		t, id := r.half(n), string(o.ID(n))
		t.Selected++
		t.FTE += posts(o, n)
		m := o.Manager(n)
		t.Climbed += len(m.Skipped)
		switch broken := breaks[bossRule+" "+id]; {
		case broken == "missing.":
			t.None++
		case broken != "":
			t.Wrong++
		case tops[n]:
			t.Tops++
		case m.Seat == orgmodel.None:
			t.Open++
		default:
			t.Conforming++
		}
		if breaks[bossRule+" "+id] == "missing." || tops[n] || m.Seat == orgmodel.None {
			continue // there is nobody of whom more could be said
		}
		if breaks[aboveRule+" "+id] == "" {
			t.Above++
		}
		if breaks[deliveryRule+" "+id] == "" {
			t.Delivery++
		}
	}
}

// posts is how many posts a record stands for: what a group says of itself, else one.
func posts(o *orgmodel.Org, n orgmodel.Ref) float64 {
	if o.Occupancy(n) == orgmodel.Group {
		if f, err := strconv.ParseFloat(o.Attrs(n).Get(orgmodel.FTE), 64); err == nil && f >= 0 && f < 1e6 {
			return f
		}
	}
	return 1
}

// Folder looks at every snapshot of a folder. The error is that of the first that is none; an empty file,
// as some bodies published, has no posts and is no error.
func Folder(ctx context.Context, fsys fs.FS) ([]Result, error) {
	all, err := Snapshots(fsys)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no file there is called ...-senior.csv or ...-junior.csv")
	}
	results := make([]Result, len(all))
	for i, s := range all {
		if results[i], err = Look(ctx, fsys, s); err != nil {
			return nil, err
		}
	}
	return results, nil
}

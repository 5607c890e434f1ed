package rules

import (
	"slices"
	"strconv"

	"example.com/orgchart/orgmodel"
)

// TitleRoleDrift is the rule title-role-drift: titles and roles say the same.
//
// No rule infers a role from a title; this one says where somebody might.
type TitleRoleDrift struct {
	Patterns  []TitlePattern // nil means TitlePatterns()
	Ambiguous []Abbreviation // nil means Abbreviations()
}

const titleRoleDriftDoc = `A title suggests the roles that its holder has, and none other.

Why: people go by titles and rules by roles. Where they drift apart, policies about project managers
pass over somebody whom everybody takes for one.

Parameters:
  Patterns (project manager, IT manager, business analyst and others): which words of a title suggest
  which role, as package titles reads them. A pattern without a role keeps the rule silent about titles
  that match: "assistant to".
  Ambiguous (PM, BA, PO): abbreviations that mean several things; they are reported, never resolved.

False positives: titles are free text, hence never more than information. A role that is not declared
is suggested by no title. A role held in a scope needs no title: somebody may be told to deliver a
project. A title that names one of several roles held is no drift, nor is one more general or more
special than the role. An abbreviation says enough where one of its roles is held. The title is the
attribute; a post without one is called by its name, from which no role is missed.

Source: a practitioner's text: somebody may be told to deliver a project without the title, and product
manager and project manager look alike and differ.

Before:
  +role project-manager
  +post pm-1 "Payments" title="Project manager"
After:
  +role project-manager
  +post pm-1 "Payments" title="Project manager"
  pm-1 has-role project-manager
`

// Rule is the rule. One finding a seat and suggested role (Key title and the role's id), one a seat
// whose title names none of its roles (Key role, Related the roles), one a seat and abbreviation (Key
// abbreviation and the word).
func (d TitleRoleDrift) Rule() orgmodel.Rule {
	return orgmodel.Rule{Name: "title-role-drift", Doc: titleRoleDriftDoc, Severity: orgmodel.Info, Check: d.check}
}

// drift is one check of titles against roles.
type drift struct {
	TitleRoleDrift
	p      *orgmodel.Pass
	titles *titleReader
	about  []orgmodel.ID // the roles of patterns, each once
	roles  *roleBook
	room   []calling // for callings
}

func (d TitleRoleDrift) check(p *orgmodel.Pass) {
	c := &drift{TitleRoleDrift: d, p: p, titles: newTitleReader(d.Patterns, d.Ambiguous), roles: newRoleBook(p)}
	if d.Patterns == nil {
		d.Patterns = TitlePatterns()
	}
	for _, t := range d.Patterns {
		if !slices.Contains(c.about, t.Role) {
			c.about = append(c.about, t.Role)
		}
	}
	for s := range p.Nodes() {
		if s&1023 == 0 && p.Stopped() {
			return
		}
		if p.Live(s) && p.MaySit(s) && p.SeatOf(s) == s && !p.IsRepeat(s) {
			c.seat(s)
		}
	}
}

// calling is a title and what it says.
type calling struct {
	title string
	named bool // it is a post's name
	reading
}

// of begins a sentence about whom the title is of.
func (t calling) of(p *orgmodel.Pass, seat orgmodel.Ref) string {
	if t.named {
		return word(p.ID(seat)) + " is called " + strconv.Quote(short(t.title))
	}
	return called(p, seat) + " has the title " + strconv.Quote(short(t.title))
}

// callings are the titles of a seat: its own, and those of whoever holds it and nothing else, by id. They are good
// until the next are asked for.
func (c *drift) callings(seat orgmodel.Ref) []calling {
	p := c.p
	all := c.room[:0]
	add := func(title string, named bool) {
		if title != "" {
			all = append(all, calling{title, named, c.titles.read(title)})
		}
	}
	own := p.Attrs(seat).Get(orgmodel.Title)
	if own == "" && p.Kind(seat) == orgmodel.Post {
		add(p.NameOf(seat), true)
	}
	add(own, false)
	var who []orgmodel.Ref
	for e := range p.Holders(seat) {
		if p.SeatOf(e.From) == seat && e.From != seat && p.Attrs(e.From).Get(orgmodel.Title) != "" {
			who = append(who, e.From)
		}
	}
	if len(who) > 0 {
		for _, r := range least(p, who, fewBosses) {
			add(p.Attrs(r).Get(orgmodel.Title), false)
		}
	}
	c.room = all
	return all
}

func (c *drift) seat(seat orgmodel.Ref) {
	all := c.callings(seat)
	if len(all) == 0 {
		return
	}
	quiet, titled, fits, says := false, "", false, false
	for _, t := range all {
		quiet = quiet || t.quiet || len(t.short) > 0
		says = says || len(t.roles)+len(t.short) > 0
		if !t.named && titled == "" {
			titled = t.title
		}
	}
	var held []orgmodel.Ref
	if says {
		held = c.roles.held(seat)
	}
	for _, t := range all {
		for _, role := range t.roles {
			r, ok := c.roles.declared(role)
			fits = fits || ok && c.roles.kin(held, r)
		}
	}
	var told []string
	for _, t := range all {
		if !t.quiet {
			told = c.suggested(seat, t, held, told)
		}
	}
	if titled == "" || quiet || fits || !c.roles.any {
		return
	}
	if unscoped := c.roles.unscoped(seat); len(unscoped) > 0 {
		c.untitled(seat, titled, unscoped)
	}
}

// suggested reports what a title says and the roles do not, once each; told are the keys so far.
func (c *drift) suggested(seat orgmodel.Ref, t calling, held []orgmodel.Ref, told []string) []string {
	p := c.p
	once := func(key string) bool {
		if slices.Contains(told, key) {
			return false
		}
		told = append(told, key)
		return true
	}
	for _, role := range t.roles {
		r, ok := c.roles.declared(role)
		if key := "title " + string(role); ok && !c.roles.kin(held, r) && once(key) {
			p.Report(orgmodel.Finding{
				Subject: p.ID(seat), Key: key, Related: []orgmodel.ID{role},
				Message: t.of(p, seat) + " and does not hold the role " + word(role) + ".",
				Fix:     "Give " + word(p.ID(seat)) + " the role " + word(role) + ", or pass a pattern without a role for such titles.",
			})
		}
	}
	if len(t.roles) > 0 {
		return told // the title says what is meant
	}
	for _, a := range t.short {
		known := slices.ContainsFunc(a.Candidates, func(role orgmodel.ID) bool {
			r, ok := c.roles.declared(role)
			return ok && c.roles.kin(held, r)
		})
		if key := "abbreviation " + a.Pattern; !known && once(key) {
			p.Report(orgmodel.Finding{
				Subject: p.ID(seat), Key: key,
				Message: t.of(p, seat) + ", and " + a.Pattern + " may mean " + eitherID(a.Candidates) + ", or something else.",
				Fix:     "Spell the title out, or give " + word(p.ID(seat)) + " the role that is meant.",
			})
		}
	}
	return told
}

// untitled reports roles that no title of a seat names.
func (c *drift) untitled(seat orgmodel.Ref, title string, lines []orgmodel.Edge) {
	p := c.p
	var roles []orgmodel.Ref
	for _, e := range lines {
		if c.patterned(e.To) {
			roles = append(roles, e.To)
		}
	}
	if len(roles) == 0 || len(roles) < len(lines) {
		return // a role that no pattern knows may be the one the title names
	}
	p.Report(orgmodel.Finding{
		Subject: p.ID(seat), Key: "role", Related: related(p, roles), RelatedTotal: len(roles), Path: p.Records(lines...), PathTotal: len(lines),
		Message: called(p, seat) + " holds the role " + names(p, roles, len(roles)) + " and has the title " + strconv.Quote(short(title)) + ".",
		Fix:     "Change the title or the role, or pass a pattern that knows the title.",
	})
}

// patterned says that a pattern suggests a role, or one that it is.
func (c *drift) patterned(role orgmodel.Ref) bool {
	return slices.ContainsFunc(c.about, func(id orgmodel.ID) bool {
		r, ok := c.roles.declared(id)
		return ok && c.roles.isA(role, r)
	})
}

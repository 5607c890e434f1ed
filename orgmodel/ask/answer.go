package ask

import "example.com/orgchart/orgmodel"

// An Answer is what an organisation has to say to one question. It is plain data: JSON, Text and
// Table write it, and the Refs in it lead back into the organisation.
//
// Sentence and the texts of reasons name records in a way that no id or name can disturb;
// Names and IDs are as the author wrote them, whatever is in them.
type Answer struct {
	Question     string        `json:"question"`             // manager, chain, reports, ...
	Organisation string        `json:"organisation"`         // its name; empty where it has none
	AsOf         orgmodel.Date `json:"as_of"`                // the day answered for; empty for no day
	Subjects     []Record      `json:"subjects"`             // what was asked about, as it was given
	Sentence     string        `json:"sentence"`             // the answer in one sentence
	Label        string        `json:"label,omitempty"`      // what a question that classifies decided; empty elsewhere
	Items        []Item        `json:"items"`                // who or what it is, in the order that the question promises
	Total        int           `json:"total"`                // how many items there are: more than listed where Limit cut them
	Counts       Counts        `json:"counts"`               // figures, for the questions that count
	Breakdowns   []Breakdown   `json:"breakdowns,omitempty"` // figures in rows, for the questions about the whole; else left out
	Why          []Reason      `json:"why"`                  // what led to the answer, in the order in which it did
}

// None says that the answer is nobody, or nothing: no item, and nothing counted. That a seat has
// a headcount of 0 is an answer.
func (a Answer) None() bool { return a.Total == 0 && len(a.Counts) == 0 }

// A State says whether a record can act on the day asked about.
type State string

// States. Those of a live seat are its occupancy.
const (
	Live        State = "live" // exists, and is nothing that can be vacant: a person, a role, a project
	Filled      State = "filled"
	Vacant      State = "vacant"
	Undisclosed State = "undisclosed"
	Group       State = "group" // one record for several posts
	Inactive    State = "inactive"
	Ended       State = "ended"
	NotYet      State = "not-yet" // begins later
	Unknown     State = "unknown" // an id that lines name and nobody declares
)

// A Record is a node of the organisation as an answer shows it.
type Record struct {
	Ref          orgmodel.Ref  `json:"-"`
	ID           orgmodel.ID   `json:"id"`
	Kind         orgmodel.Kind `json:"kind"` // empty where nobody declares it
	Name         string        `json:"name"`
	State        State         `json:"state"`
	Holders      []Holder      `json:"holders"`       // live holders of a post, the first ten, in the author's order
	HoldersTotal int           `json:"holders_total"` // how many there are
	Source       Place         `json:"source"`
}

// A Holder is a person on a post.
type Holder struct {
	Ref  orgmodel.Ref `json:"-"`
	ID   orgmodel.ID  `json:"id"`
	Name string       `json:"name"`
	Mode string       `json:"mode"` // acting, interim, job-share, ...; empty where the line says none
	FTE  string       `json:"fte"`  // as the line states it
}

// An Item is one record of an answer.
type Item struct {
	Record
	Distance int         `json:"distance"` // lines between it and the subject; what it counts stands with the question
	Role     orgmodel.ID `json:"role"`     // in questions about roles: the role held
	Scope    orgmodel.ID `json:"scope"`    // what that is limited to; empty is everywhere
	Via      *Line       `json:"via"`      // the line that makes it an item; null where there is none
	Why      []Reason    `json:"why"`      // what is to be said of this item alone
}

// A Line is a line of the organisation as an answer shows it.
type Line struct {
	From     orgmodel.ID   `json:"from"`
	Rel      orgmodel.Rel  `json:"rel"`
	To       orgmodel.ID   `json:"to"`
	Scope    orgmodel.ID   `json:"scope"`
	Since    orgmodel.Date `json:"since"`    // of its own; empty where unset
	Until    orgmodel.Date `json:"until"`    // the first day no more
	Sentence string        `json:"sentence"` // pm-1 reports-to it-1 since 2026-01-05
	Source   Place         `json:"source"`
}

// A Place is where a record or a line stands in its source; zero for what was made in Go.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Field  string `json:"field"`
}

// String is file:line:column, as far as known, and the field in brackets.
func (p Place) String() string { return orgmodel.Pos(p).String() }

// A Code names a kind of reason, for programs. Codes are stable; texts are not.
type Code string

// Codes of reasons.
const (
	ByLine        Code = "line"           // a line that led on
	Lifted        Code = "lifted"         // a person stands for the one post they hold
	SeveralPosts  Code = "several-posts"  // a person holds several posts: which is meant is open
	NoSeat        Code = "no-seat"        // the subject takes no part in reporting lines
	IsTop         Code = "top"            // nobody is above, and that is right
	NoBoss        Code = "no-boss"        // nobody is above, and that may be wrong
	SelfLine      Code = "self-line"      // a line from a seat to itself
	PastLine      Code = "past-line"      // a line that holds on another day
	SeveralBosses Code = "several-bosses" // more than one solid line: the first counts
	RepeatedID    Code = "repeated-id"    // several records have the id: the first owns the lines of all
	InLoop        Code = "loop"           // bosses in a circle
	NoSingleDay   Code = "no-single-day"  // a loop whose lines never hold together
	IsVacant      Code = "vacant"
	IsEnded       Code = "ended"
	IsNotYet      Code = "not-yet"
	IsUnknown     Code = "unknown"
	IsGroup       Code = "group"
	IsUndisclosed Code = "undisclosed"
	JobShare      Code = "job-share"      // several holders
	HeldAs        Code = "mode"           // acting, interim, secondment
	OtherHolder   Code = "other-holder"   // held it, or will
	NoScope       Code = "no-scope"       // a role held without a scope answers no scoped question
	OtherScope    Code = "other-scope"    // a role held in another scope
	ThroughRole   Code = "through-role"   // a role that is-a the one asked for
	ThroughPost   Code = "through-post"   // a role of the post that a person holds
	ThroughPerson Code = "through-person" // a role of a person who holds the post
	Assumed       Code = "assumed"        // a role that nobody states: it was assumed, and from what
	Ambiguous     Code = "ambiguous"      // a title that leaves open which role is meant
	Counted       Code = "counted"        // how something is counted
	NotCounted    Code = "not-counted"    // what is left out
	More          Code = "more"           // there is more than is said
)

// A Reason is one thing that led to an answer.
type Reason struct {
	Code Code   `json:"code"`
	Text string `json:"text"`
	Line *Line  `json:"line"` // the line it is about; null where it is about none
}

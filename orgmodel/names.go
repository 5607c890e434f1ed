package orgmodel

// An ID is an author's identifier: shown to people, compared byte by byte, never rewritten.
// All records share one namespace of ids. Readers that must make an id of their own put one
// of the prefixes "unit:", "person:" and "group:" before it.
type ID string

// A Kind says what a node is. The set is open: the constants are the kinds the library gives
// a meaning; any other kind is kept, navigated and drawn, and takes part in reporting lines
// as a seat.
type Kind string

// Kinds. The zero Kind is that of a node nobody declared.
const (
	Person       Kind = "person"
	Post         Kind = "post" // exists without a holder
	Role         Kind = "role"
	Unit         Kind = "unit"
	PMO          Kind = "pmo"
	Board        Kind = "board"
	Portfolio    Kind = "portfolio"
	Programme    Kind = "programme"
	Project      Kind = "project"
	Service      Kind = "service"
	Process      Kind = "process"
	Need         Kind = "need"
	BusinessCase Kind = "business-case"
	Benefit      Kind = "benefit"
	Outcome      Kind = "outcome"
	Duty         Kind = "duty"
)

// A Rel is a relation: what a line says, read from the subordinate end. The set is open.
type Rel string

// Reporting relations.
const (
	ReportsTo    Rel = "reports-to"    // solid: line manager, appraisal
	DirectedBy   Rel = "directed-by"   // work
	FunctionalTo Rel = "functional-to" // professional line
	DottedTo     Rel = "dotted-to"
	OverseenBy   Rel = "overseen-by"
	SponsoredBy  Rel = "sponsored-by"
	Represents   Rel = "represents"
	SupportedBy  Rel = "supported-by"
)

// Relations of structure.
const (
	Holds   Rel = "holds"    // person to post; fte and mode as attributes
	HasRole Rel = "has-role" // person or post to role, with a scope
	IsA     Rel = "is-a"     // role to role
	PartOf  Rel = "part-of"
	WorksOn Rel = "works-on"
)

// Relations of value.
const (
	JustifiedBy   Rel = "justified-by" // delivery to business case
	Answers       Rel = "answers"      // case to need
	Realises      Rel = "realises"     // delivery to benefit
	ContributesTo Rel = "contributes-to"
	Owns          Rel = "owns"
)

// Relations of duty: person, post or role to duty, with a scope.
const (
	ResponsibleFor Rel = "responsible-for"
	AccountableFor Rel = "accountable-for"
	ConsultedOn    Rel = "consulted-on"
	InformedOf     Rel = "informed-of"
)

// Attribute keys the library reads. Every other key is carried along untouched.
const (
	Title      = "title"
	Grade      = "grade"
	FTE        = "fte"        // full-time equivalents, a decimal number
	Engagement = "engagement" // employee, contractor, external
	Occupied   = "occupancy"  // filled, vacant, undisclosed, group
	State      = "state"      // abolished or ended end a node; inactive ends a person
	Cost       = "cost"
	Budget     = "budget"
	Tags       = "tags"
	Top        = "top"     // true flags the top of an organisation
	Mode       = "mode"    // of holds: substantive, acting, interim, job-share, secondment; of reports-to: co-boss
	RunAs      = "run-as"  // of work: project, operation
	Assumed    = "assumed" // of has-role: nobody states it; a program took it from something, and from what
)

// MarshalText gives the id as it stands.
func (id ID) MarshalText() ([]byte, error) { return []byte(id), nil }

// UnmarshalText takes any bytes.
func (id *ID) UnmarshalText(b []byte) error { *id = ID(b); return nil }

// MarshalText gives the kind as it stands.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k), nil }

// UnmarshalText takes any bytes.
func (k *Kind) UnmarshalText(b []byte) error { *k = Kind(b); return nil }

// MarshalText gives the relation as it stands.
func (r Rel) MarshalText() ([]byte, error) { return []byte(r), nil }

// UnmarshalText takes any bytes.
func (r *Rel) UnmarshalText(b []byte) error { *r = Rel(b); return nil }

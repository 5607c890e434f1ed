package native

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/yamltext"
)

// form is what messages about broken syntax know of the format.
var form = yamltext.Form{
	First:   "format: 1",
	Example: "it-1: Head of IT",
	Key:     func(key string) bool { _, is := nodeKeyOf[key]; return is },
	Joints:  afterID,
}

// A section is a key of a document under which nodes of one kind stand.
type section struct {
	Name string
	Kind orgmodel.Kind
}

// sections are in the order in which the format's page names them and a writer puts them.
var sections = []section{
	{"people", orgmodel.Person},
	{"posts", orgmodel.Post},
	{"roles", orgmodel.Role},
	{"units", orgmodel.Unit},
	{"pmos", orgmodel.PMO},
	{"boards", orgmodel.Board},
	{"portfolios", orgmodel.Portfolio},
	{"programmes", orgmodel.Programme},
	{"projects", orgmodel.Project},
	{"services", orgmodel.Service},
	{"processes", orgmodel.Process},
	{"needs", orgmodel.Need},
	{"business-cases", orgmodel.BusinessCase},
	{"benefits", orgmodel.Benefit},
	{"outcomes", orgmodel.Outcome},
	{"duties", orgmodel.Duty},
}

// attributes are the keys that stand beside a node's or a line's own, without attrs.
var attributes = []string{
	orgmodel.Title, orgmodel.Grade, orgmodel.FTE, orgmodel.Engagement, orgmodel.Occupied, orgmodel.State,
	orgmodel.Cost, orgmodel.Budget, orgmodel.Tags, orgmodel.Top, orgmodel.Mode, orgmodel.RunAs,
}

// relations are the known ones; each is a key of a node.
var relations = []orgmodel.Rel{
	orgmodel.ReportsTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.DottedTo, orgmodel.OverseenBy,
	orgmodel.SponsoredBy, orgmodel.Represents, orgmodel.SupportedBy, orgmodel.Holds, orgmodel.HasRole,
	orgmodel.IsA, orgmodel.PartOf, orgmodel.WorksOn, orgmodel.JustifiedBy, orgmodel.Answers,
	orgmodel.Realises, orgmodel.ContributesTo, orgmodel.Owns, orgmodel.ResponsibleFor,
	orgmodel.AccountableFor, orgmodel.ConsultedOn, orgmodel.InformedOf,
}

// Keys that a document, a node and a line have of their own, and the words of a sentence.
const (
	keyFormat       = "format"
	keyOrganisation = "organisation"
	keyInclude      = "include"
	keyNodes        = "nodes"
	keyLines        = "lines"

	keyID     = "id"
	keyKind   = "kind"
	keyName   = "name"
	keyRole   = "role" // short for has-role
	keyAttrs  = "attrs"
	keyQuoted = "quoted" // the only key of a text as a quoted word

	keyLine = "line"
	keyFrom = "from"
	keyRel  = "rel"
	keyTo   = "to"

	keyIn      = "in"
	keySince   = "since"
	keyUntil   = "until"
	keyThrough = "through"
)

// reserved keys, beside the sections, the attributes and the relations.
var (
	documentKeys = []string{keyFormat, keyOrganisation, keyInclude, keyNodes, keyLines}
	nodeKeys     = []string{keyName, keySince, keyUntil, keyThrough, keyAttrs, keyRole} // under an id
	plainKeys    = []string{keyID, keyKind}                                             // besides, in nodes
	sentenceKeys = []string{keyLine, keyAttrs}
	lineKeys     = []string{keyFrom, keyRel, keyTo, keyIn, keySince, keyUntil, keyThrough, keyAttrs}
)

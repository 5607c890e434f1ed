package table

import (
	"strings"
	"sync"
	"unicode"

	"example.com/orgchart/orgmodel"
)

// A Field is what a column means. A relation's name is a Field too: its cells name the other
// end of a line ("directed-by", "works-on").
type Field string

// Fields.
const (
	ID          Field = "id"           // of the person
	Name        Field = "name"         // of the person
	FirstName   Field = "first-name"   // joined with LastName where there is no Name
	LastName    Field = "last-name"    //
	Title       Field = "title"        // attribute; the name of a post
	Manager     Field = "manager"      // id, e-mail address or name of who the row reports to
	ManagerPost Field = "manager-post" // id of the post that the row's post reports to
	DottedTo    Field = "dotted-to"    // as Manager, for a dotted line
	Unit        Field = "unit"         // name of the unit that the row is part of
	Grade       Field = "grade"        // attribute
	FTE         Field = "fte"          // attribute, a decimal number
	Start       Field = "start"        // first day
	End         Field = "end"          // last day, included
	Email       Field = "email"        // attribute, and what managers may be named by
	Post        Field = "post"         // id of the post that the person holds
	Status      Field = "status"       // attribute state
	Engagement  Field = "engagement"   // attribute
	Top         Field = "top"          // attribute: yes flags the top
	Attribute   Field = "attribute"    // kept as an attribute under the header's name
	Ignored     Field = "ignore"       // not read at all
)

// Columns can be lines of any relation between what the rows are; parts-of and holds have
// columns of their own.
var relations = []orgmodel.Rel{
	orgmodel.DottedTo, orgmodel.DirectedBy, orgmodel.FunctionalTo, orgmodel.OverseenBy, orgmodel.SponsoredBy,
	orgmodel.Represents, orgmodel.SupportedBy, orgmodel.HasRole, orgmodel.WorksOn, orgmodel.Owns,
	orgmodel.ResponsibleFor, orgmodel.AccountableFor, orgmodel.ConsultedOn, orgmodel.InformedOf,
}

// Fields are all fields that a column can be mapped to.
func Fields() []Field {
	all := []Field{ID, Name, FirstName, LastName, Title, Manager, ManagerPost, Unit, Grade, FTE, Start, End, Email, Post, Status, Engagement, Top, Attribute, Ignored}
	for _, r := range relations {
		all = append(all, Field(r))
	}
	return all
}

// spellings are the usual headers of each field, folded, best first: of two columns that
// could be a field, the one whose header stands further left in its list is.
var spellings = []struct {
	field Field
	names string
}{
	{ID, "employeeid employeeno employeenumber employeenum employeecode employeeref empid empno empnumber empcode staffid staffno staffnumber " +
		"personid personno personnumber personnelid personnelno personnelnumber workerid workerno workernumber payrollid payrollno payrollnumber " +
		"associateid userid memberid agentid id identifier uniqueid ref reference key"},
	{Name, "name fullname employeename displayname personname staffname workername membername agentname preferredname nameofemployee employee person worker holder postholder incumbent"},
	{FirstName, "firstname givenname forename first given"},
	{LastName, "lastname surname familyname last"},
	{Title, "title jobtitle positiontitle posttitle businesstitle jobname positionname postname designation job position"},
	{Manager, "managerid manageridnumber manageremployeeid manageremployeeno manageremployeenumber managerempid managerempno managerno managernumber managerstaffid managerstaffno managerpersonid managerworkerid managercode " +
		"linemanagerid linemanagerno linemanagernumber supervisorid supervisorno supervisornumber supervisoremployeeid reportstoid reportingtoid reportingmanagerid bossid parentid " +
		"manageremail manageremailaddress linemanageremail linemanageremailaddress supervisoremail supervisoremailaddress reportstoemail reportingmanageremail " +
		"manager reportsto reportingto reportto linemanager supervisor reportingmanager directmanager directsupervisor managedby boss superior " +
		"managername linemanagername supervisorname reportstoname reportingmanagername managerfullname bossname parent"},
	{ManagerPost, "managerpositionid managerpositionno managerpositionnumber managerposition managerpostid managerpostno managerpost supervisorpositionid supervisorposition supervisorpostid " +
		"reportstopositionid reportstopositionnumber reportstoposition reportstopostid reportstopost reportingpositionid parentpositionid parentposition parentpostid parentpost"},
	{DottedTo, "dottedlinemanagerid dottedmanagerid matrixmanagerid secondarymanagerid dottedlinemanager dottedmanager dottedto dottedlineto dottedline dottedlinereportsto matrixmanager secondarymanager secondmanager"},
	{orgFunctional, "functionalmanagerid functionalmanager functionalto functionallineto"},
	{orgDirected, "directedby"},
	{Unit, "team teamname unit unitname orgunit orgunitname organisationalunit organizationalunit organisationunit organizationunit businessunit businessunitname " +
		"department departmentname dept deptname division divisionname directorate organisation organisationname organization organizationname"},
	{Grade, "grade gradename band gradeband paygrade payband jobgrade joblevel gradelevel level"},
	{FTE, "fte ftevalue contractedfte contractfte fulltimeequivalent"},
	{Start, "startdate start hiredate dateofhire originalhiredate joindate joiningdate datejoined dateofjoining commencementdate employmentstartdate validfrom effectivefrom since"},
	{End, "enddate end leavingdate dateofleaving leavedate terminationdate dateofleave lastday lastworkingday lastdayofwork employmentenddate contractenddate exitdate validto effectiveto through"},
	{Email, "email emailaddress workemail workemailaddress businessemail primaryemail primaryworkemail mail userprincipalname upn"},
	{Post, "positionid positionno positionnumber positioncode positionref postid postno postnumber postref postreference seatid"},
	{Status, "status employmentstatus employeestatus workerstatus staffstatus personstatus activestatus active isactive"},
	{Engagement, "engagement employmenttype employeetype workertype contracttype"},
	{Top, "top istop"},
}

const (
	orgFunctional = Field(orgmodel.FunctionalTo)
	orgDirected   = Field(orgmodel.DirectedBy)
)

// known gives the field and rank of every usual spelling.
var known = sync.OnceValue(func() map[string]guess {
	m := map[string]guess{}
	for _, s := range spellings {
		for i, n := range strings.Fields(s.names) {
			m[n] = guess{s.field, i}
		}
	}
	return m
})

type guess struct {
	field Field
	rank  int // the smaller the surer
}

// fold is a header without case, spaces and punctuation; # is read as "no".
func fold(header string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		case unicode.Is(unicode.M, r):
			return r
		}
		return -1
	}, strings.ReplaceAll(header, "#", "no"))
}

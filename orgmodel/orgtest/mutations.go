package orgtest

import "slices"

// Mutations are the ways in which this library knows an organisation to be wrong, at least one
// for every rule of the catalogue: what SoundRules are proved with. The slice is the
// caller's.
func Mutations() []Mutation {
	return slices.Concat(coreMutations, lineMutations, dateMutations, policyMutations, shapeMutations, deliveryMutations,
		closeMutations, valueMutations, dutyMutations, opsMutations, madeMutations)
}

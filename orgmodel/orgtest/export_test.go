package orgtest

// ProveFormatWithin is ProveFormat with another patience.
var ProveFormatWithin = proveFormat

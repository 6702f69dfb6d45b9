package resources

import "embed"

// Experiments has a file for each experiment of the gallery. The numbers before their names put them in order.
//
//go:embed experiments/*.json
var Experiments embed.FS

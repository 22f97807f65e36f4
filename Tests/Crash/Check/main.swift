// SPDX-License-Identifier: EUPL-1.2

import Foundation

// store-check images: for each directory on standard input, with what must be in it, whether a
// server's own start takes it and a scrub finds nothing.
// store-check flips DIRECTORY STRIDE: each STRIDE-th byte of a store's database changed in turn.

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "images": await ImageCheck().run()
case "flips":
    let words = Array(arguments.dropFirst())
    guard words.count == 2, let stride = Int(words[1]), stride > 0 else { exit(64) }
    exit(try await FlipCheck(directory: words[0]).run(stride: stride) ? 0 : 1)
default: exit(64)
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation

// store-check images: for each directory on standard input, with what must be in it, whether a
// server's own start takes it and a scrub finds nothing.
// store-check flips DIRECTORY STRIDE [PAGE…]: each STRIDE-th byte of a store's database, or of some
// pages of it, changed in turn.

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "images": await ImageCheck().run()
case "flips":
    let words = Array(arguments.dropFirst())
    guard words.count >= 2, let stride = Int(words[1]), stride > 0 else { exit(64) }
    let check = FlipCheck(directory: words[0], pages: Set(words.dropFirst(2).compactMap(Int.init)))
    exit(try await check.run(stride: stride) ? 0 : 1)
default: exit(64)
}

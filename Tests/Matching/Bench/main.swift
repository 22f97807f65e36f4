// SPDX-License-Identifier: EUPL-1.2

import Foundation

// `match-bench speed WORKS… | quality FOLDER`: figures on standard output, fitted for people.
// `match-bench write FOLDER WORKS LISTINGS`: what is matched, for a server that is measured.
let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "speed": Speed.measure(arguments.dropFirst().compactMap { Int($0) })
case "quality":
    let folder = URL(fileURLWithPath: arguments.dropFirst().first ?? ".", isDirectory: true)
    exit(try Quality.measure(writingTo: folder) ? 0 : 1)
case "write" where arguments.count == 4:
    let words = Array(arguments)
    try Files.write(
        works: Int(words[2]) ?? 0, listings: Int(words[3]) ?? 0,
        to: URL(fileURLWithPath: words[1], isDirectory: true))
default:
    print("match-bench speed WORKS… | quality FOLDER | write FOLDER WORKS LISTINGS")
    exit(2)
}

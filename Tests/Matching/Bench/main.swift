// SPDX-License-Identifier: EUPL-1.2

import Foundation

// `match-bench speed WORKS… | quality FOLDER`: figures on standard output, fitted for people.
let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "speed": Speed.measure(arguments.dropFirst().compactMap { Int($0) })
case "quality":
    let folder = URL(fileURLWithPath: arguments.dropFirst().first ?? ".", isDirectory: true)
    exit(try Quality.measure(writingTo: folder) ? 0 : 1)
default:
    print("match-bench speed WORKS… | quality FOLDER")
    exit(2)
}

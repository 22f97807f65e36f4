// SPDX-License-Identifier: EUPL-1.2

// A platform's back end in little: works off its inbox once.
//
//   platform-example PROFILE_DIRECTORY [--silent-every N]

import Foundation
import PlatformDesk
import RecoursClient

struct Profile: Decodable {
    let endpoint, certificate, key, trust: String
}

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
    print("usage: platform-example PROFILE_DIRECTORY [--silent-every N]")
    exit(64)
}
let directory = URL(filePath: arguments[1], directoryHint: .isDirectory)
let profile = try JSONDecoder().decode(
    Profile.self, from: Data(contentsOf: directory.appending(path: "profile.json")))
let endpoint = ProcessInfo.processInfo.environment["RECOURS_ENDPOINT"] ?? profile.endpoint
let client = try RecoursClient(
    endpoint: endpoint,
    identity: .pem(
        certificate: directory.appending(path: profile.certificate).path,
        key: directory.appending(path: profile.key).path),
    trust: .pem(directory.appending(path: profile.trust).path))

var policy = AnswerPolicy()
if arguments.count == 4, arguments[2] == "--silent-every" {
    policy.silentEvery = Int(arguments[3]) ?? 0
}
let (tally, _) = try await Desk(client: client, policy: policy).workOff()
print(
    "\(tally.acknowledged) acknowledged, \(tally.answered) answered, "
        + "\(tally.leftSilent) left silent, \(tally.refused) refused")
await client.drain()
exit(tally.refused == 0 ? 0 : 1)

// SPDX-License-Identifier: EUPL-1.2

// An association's program in little: files the cases of a JSON Lines file, or judges the answers.
//
//   association-example PROFILE_DIRECTORY file CASES.ndjson
//   association-example PROFILE_DIRECTORY judge

import CaseFiler
import Foundation
import RecoursClient

struct Profile: Decodable {
    let endpoint, certificate, key, trust: String
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: association-example PROFILE_DIRECTORY file CASES.ndjson | judge")
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
let filer = Filer(client: client)

switch arguments[2] {
case "file" where arguments.count == 4:
    let text = try String(contentsOfFile: arguments[3], encoding: .utf8)
    let drafts = try text.split(separator: "\n").map {
        try JSONDecoder().decode(CaseDraft.self, from: Data($0.utf8))
    }
    try await filer.file(drafts) { draft, outcome in
        switch outcome {
        case .filed(let number, let again):
            print("\(draft.externalRef)  \(number)\(again ? "  (was there already)" : "")")
        case .refused(let violations):
            let words = violations.map { "\($0.fieldPath): \($0.description)" }
            print("\(draft.externalRef)  refused: \(words.joined(separator: "; "))")
        }
    }
case "judge":
    let (accepted, refused) = try await filer.judgeAnswers()
    print("\(accepted) answers accepted, \(refused) refused and gone to the mediator")
default:
    print("usage: association-example PROFILE_DIRECTORY file CASES.ndjson | judge")
    exit(64)
}
await client.drain()

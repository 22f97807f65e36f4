// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursMessages

/// Cases without fault, as a partner sends them.
enum CaseSeeds {
    static let draft = CaseDraft(
        complainant: Party(
            kind: .business, legalName: "Atelier", siret: "73282932000074",
            contact: Contact(name: "Marie", email: "marie@atelier.example")),
        platformID: "amazon", platformAccountRef: "A1", category: .delisting,
        title: "Annonces retirées", facts: "Toutes nos annonces ont été retirées.",
        desiredRemedies: [.relisted], incidentOn: "2018-11-29", country: "FR", language: "fr",
        listings: [Listing(platformListingID: "B01", url: "https://a.example/1")],
        urgency: .standard, externalRef: "R-1")

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Demo")

    /// The header and some lines of a file of the demonstration, each time others.
    static func files(_ name: String) throws -> [[UInt8]] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return stride(from: 1, to: lines.count, by: 8).map { start in
            let some = lines[..<1] + lines[start..<min(start + 2, lines.count)]
            return Array(some.joined(separator: "\n").utf8)
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation

@testable import recours

/// A directory for one test, removed with it.
final class TemporaryPlace: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "recours-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file; returns its path.
    func file(_ name: String, _ text: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }
}

/// CSV files of cases without fault but for what a test puts in.
enum SampleCases {
    static let columns = [
        "external_ref", "siret", "raison_sociale", "contact_nom", "contact_email", "plateforme",
        "compte_vendeur", "categorie", "titre", "faits", "date_incident", "remede_souhaite",
    ]

    static func values(_ reference: String) -> [String: String] {
        [
            "external_ref": reference, "siret": "73282932000074", "raison_sociale": "Atelier",
            "contact_nom": "Marie", "contact_email": "marie@atelier.example",
            "plateforme": "amazon", "compte_vendeur": "A1", "categorie": "DELISTING",
            "titre": "Annonces retirées", "faits": "Toutes nos annonces ont été retirées.",
            "date_incident": "30/11/2018", "remede_souhaite": "RELISTED",
        ]
    }

    /// A file of these rows; columns beyond the usual ones come last.
    static func csv(_ rows: [[String: String]]) -> String {
        let extra = Set(rows.flatMap(\.keys)).subtracting(columns).sorted()
        let all = columns + extra
        let lines = rows.map { row in all.map { row[$0] ?? "" }.joined(separator: ";") }
        return ([all.joined(separator: ";")] + lines).joined(separator: "\n") + "\n"
    }

    static func source(_ path: String, format: CaseFormat = .csv) -> CaseSource {
        CaseSource(
            file: InputFile(path: path), format: format, check: DraftCheck(today: Clock.today),
            name: path)
    }

    static func lines(_ path: String) throws -> [DraftLine] {
        var reader = try source(path).reader()
        var lines: [DraftLine] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }
}

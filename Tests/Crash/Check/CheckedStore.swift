// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursServer
import RecoursStore
import RecoursStoreSQLite

/// A store opened as a server opens it, and nothing else of the server.
struct CheckedStore {
    private static let codec = StoreCodec(sealingKey: [UInt8](repeating: 7, count: 32))

    let store: CaseStore
    private let evidence: EvidenceDirectory

    init(_ directory: String) async throws(StoreError) {
        let backend = try SQLiteBackend(directory: directory, codec: Self.codec)
        evidence = try EvidenceDirectory(path: directory + "/evidence") {
            try SHA256ContentHasher()
        }
        store = try CaseStore(backend: backend, codec: Self.codec, onPoison: { _ in })
        do throws(StoreError) {
            _ = try await store.replayErasures(at: WallClock.system())
        } catch {
            close()
            throw error
        }
    }

    func close() {
        store.close()
        evidence.close()
    }

    /// What a scrub finds, files too.
    func scrub() async throws(StoreError) -> [StoreError] {
        var damage: [StoreError] = []
        for area in ScrubArea.allCases {
            var place: ScrubPlace?
            repeat {
                let slice = try await store.scrub(area, after: place)
                damage += slice.damage
                for content in slice.contents where try await evidence.verify(content) != .intact {
                    damage.append(.damaged(content))
                }
                place = slice.next
            } while place != nil
        }
        return damage
    }
}

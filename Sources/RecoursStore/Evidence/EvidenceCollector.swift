// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Collects what nobody needs: records that were attached to no case, contents that no record
/// names, uploads that were given up.
package struct EvidenceCollector: Sendable {
    /// What one run has removed.
    package struct Report: Sendable, Equatable {
        package var records = 0
        package var contents = EvidenceSweep()
        package var uploads = EvidenceSweep()

        package var isEmpty: Bool { self == Report() }
    }

    /// Records dropped in one transaction.
    private static let batch = 500

    private let store: CaseStore
    private let directory: EvidenceDirectory

    package init(store: CaseStore, directory: EvidenceDirectory) {
        self.store = store
        self.directory = directory
    }

    /// One run. What seems to be named by no record is handed to the store's writer, which looks
    /// again and removes it in its turn: a file that a record names is never removed, on whichever
    /// server it came to be named.
    package func run(at now: Instant) async throws(EvidenceFault) -> Report {
        var report = Report()
        report.uploads = try await directory.removeStale(at: now)
        let before = Instant(
            millisecondsSince1970: now.millisecondsSince1970
                - directory.options.unattachedMilliseconds)
        dropping: while true {
            switch await store.execute(.dropUnattached(before: before, limit: Self.batch)) {
            case .dropped(0): break dropping
            case .dropped(let count): report.records += count
            case .failed(let error): throw .store(error)
            case .kept, .removed, .refused:
                throw .store(.internalError("Another order was answered"))
            }
        }
        var areRecordsWhole = false
        for first in UInt8.min...UInt8.max {
            let candidates = try await directory.contents(first)
            if candidates.isEmpty { continue }
            let unnamed: [[UInt8]]
            do throws(StoreError) {
                unnamed = try await store.unnamedContents(among: candidates)
            } catch {
                throw .store(error)
            }
            if !unnamed.isEmpty, !areRecordsWhole {
                try await checkRecords()
                areRecordsWhole = true
            }
            report.contents += try await remove(unnamed[...])
        }
        return report
    }

    private func remove(
        _ unnamed: ArraySlice<[UInt8]>
    ) async throws(EvidenceFault) -> EvidenceSweep {
        var (rest, sweep) = (unnamed, EvidenceSweep())
        while !rest.isEmpty {
            let part = Array(rest.prefix(EvidenceOrder.removedContents))
            switch await store.execute(.remove(part, from: directory)) {
            case .removed(let removed, let looked):
                sweep += removed
                rest = rest.dropFirst(looked)
            case .failed(let error): throw .store(error)
            case .kept, .dropped, .refused:
                throw .store(.internalError("Another order was answered"))
            }
        }
        return sweep
    }

    /// A damaged record may name another content than the one it is of, which must not go.
    private func checkRecords() async throws(EvidenceFault) {
        do throws(StoreError) {
            var place: ScrubPlace?
            repeat {
                let slice = try await store.scrub(.evidence, after: place)
                if let damage = slice.damage.first { throw damage }
                place = slice.next
            } while place != nil
        } catch {
            throw .store(error)
        }
    }
}

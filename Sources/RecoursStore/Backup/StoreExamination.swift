// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Looks at everything that a store holds, and names what is not as it was written.
///
/// Each row's checksum; each case's chain of events, and that these events give this case; each
/// event's leaf in its tree, and that no tree has another leaf; the kept nodes above; the figures.
/// Of the database it asks nothing but rows, so it goes on behind a damaged one.
package struct StoreExamination {
    /// One thing that is wrong.
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// Where: a case by its public number, a file, a tree.
        package let place: String
        package let fault: String

        package init(_ place: String, _ fault: String) {
            self.place = place
            self.fault = fault
        }

        package var description: String { "\(place): \(fault)" }
    }

    /// How much has been looked at.
    package struct Counts: Sendable, Hashable {
        package var cases: UInt64 = 0
        /// Cases whose personal data is erased.
        package var erased: UInt64 = 0
        package var events: UInt64 = 0
        package var partners: UInt64 = 0
        package var files: UInt64 = 0

        package init() {}
    }

    /// Tables whose rows are looked at as a scrub does: their checksums, and that each is found.
    private static let rowAreas: [ScrubArea] = [
        .partners, .mandates, .keys, .references, .inboxes,
    ]
    /// More are counted, but not kept.
    private static let mostFindings = 100

    package private(set) var counts = Counts()
    package private(set) var findings: [Finding] = []
    package private(set) var findingCount = 0
    private let copy: any StoreCopy
    private let codec: any SnapshotCodec
    private let chain: EventChain
    private var partners: [PartnerNumber: PartnerReference] = [:]
    /// Events that stand in a tree.
    private var planted: [PartnerNumber: UInt64] = [:]

    package init(_ copy: any StoreCopy, codec: any SnapshotCodec) {
        self.copy = copy
        self.codec = codec
        chain = EventChain(codec: codec)
    }

    /// The partners, in the order of their references.
    package var references: [PartnerReference] { partners.values.sorted { $0.label < $1.label } }

    /// Looks at all of it, in one snapshot.
    ///
    /// - Parameter goesOn: told how many cases are done, and of how many; to give up, it throws.
    package mutating func run(
        _ goesOn: (_ done: UInt64, _ total: UInt64) throws(StoreError) -> Void
    ) throws(StoreError) {
        let reader = copy.reader
        try reader.beginSnapshot()
        defer { reader.endSnapshot() }
        try lookingAt("the registry") { examination throws(StoreError) in
            try examination.lookAtPartners()
        }
        let end = try reader.nextNumbers().caseRow
        for row in 1..<max(1, end) {
            if row % 32 == 0 { try goesOn(row, end) }
            lookAtCase(row: row)
        }
        lookAtFiles()
        for area in Self.rowAreas {
            try lookingAt("the \(area.rawValue)") { examination throws(StoreError) in
                try examination.lookAtRows(of: area)
            }
        }
        for (number, reference) in partners.sorted(by: { $0.key.value < $1.key.value }) {
            try lookingAt("the tree of \(reference.label)") { examination throws(StoreError) in
                try examination.lookAtTree(number, reference)
            }
        }
        try lookingAt("the figures") { examination throws(StoreError) in
            try examination.lookAtFigures()
        }
        try goesOn(end, end)
    }

    package mutating func note(_ place: String, _ fault: String) {
        findingCount += 1
        if findings.count < Self.mostFindings { findings.append(Finding(place, fault)) }
    }

    /// Takes an error of the database's for a finding at the place that was looked at.
    private mutating func lookingAt(
        _ place: String, _ look: (inout StoreExamination) throws(StoreError) -> Void
    ) throws(StoreError) {
        do throws(StoreError) {
            try look(&self)
        } catch {
            note(place, error.words)
        }
    }

    // MARK: Partners and files

    private mutating func lookAtPartners() throws(StoreError) {
        var last: PartnerReference?
        while true {
            let page = try copy.reader.partners(kind: nil, after: last, limit: 1_000)
            for partner in page { partners[partner.number] = partner.reference }
            counts.partners += UInt64(page.count)
            guard page.count == 1_000 else { return }
            last = page.last?.reference
        }
    }

    private mutating func lookAtFiles() {
        var damaged: [String] = []
        var seen: UInt64 = 0
        do throws(StoreError) {
            try copy.visitEvidence { record in
                seen += 1
                if !record.isIntact { damaged.append(record.identifier.hexadecimal) }
                return .goOn
            }
        } catch {
            note("the files' records", error.words)
        }
        counts.files = seen
        for name in damaged { note("the record of file \(name)", "its checksum does not fit") }
    }

    private mutating func lookAtRows(of area: ScrubArea) throws(StoreError) {
        var place: ScrubPlace?
        repeat {
            let slice = try copy.reader.scrub(area, after: place, chain)
            for damage in slice.damage { note("the \(area.rawValue)", damage.words) }
            place = slice.next
        } while place != nil
    }

    // MARK: Cases

    private mutating func lookAtCase(row: UInt64) {
        var place = "the case in row \(row)"
        do throws(StoreError) {
            // Rows are counted without gaps, except where some were left out on purpose.
            guard let record = try copy.reader.caseRecord(row: row) else { return }
            place = "case \(record.number)"
            counts.cases += 1
            if record.state == .erased { counts.erased += 1 }
            guard record.isIntact else { return note(place, "its row's checksum does not fit") }
            let events = try copy.reader.events(caseRow: row)
            counts.events += UInt64(events.count)
            for event in events {
                if let tree = event.place?.tree { planted[tree, default: 0] += 1 }
            }
            if let sequence = chain.firstBreak(in: events, version: record.version) {
                return note(place, "event \(sequence) is missing, too many, or was changed")
            }
            try lookAtPlaces(of: events, record, place)
            lookAtHistory(events, record, place)
        } catch {
            note(place, error.words)
        }
    }

    private mutating func lookAtPlaces(
        of events: [EventRecord], _ record: CaseRecord, _ place: String
    ) throws(StoreError) {
        for event in events where !(try copy.reader.isPlanted([event], of: record, chain)) {
            note(place, "event \(event.sequence) does not stand in its partner's tree")
        }
    }

    /// A case's row must be that of what is in it, and its events, if all are there, must give it.
    private mutating func lookAtHistory(
        _ stored: [EventRecord], _ record: CaseRecord, _ place: String
    ) {
        guard let file = try? codec.decode(record.snapshot) else {
            return note(place, "it cannot be read")
        }
        guard partners[record.submitter] == file.submitter else {
            return note(place, "its row names another submitter than it does")
        }
        var derived = CaseRecord(
            file, row: record.row, submitter: record.submitter, snapshot: record.snapshot)
        // Marks that older versions did not know, and the checksum over them, were looked at.
        derived.take(viewMarks: record.viewMarks)
        derived.alarmAtMilliseconds = record.alarmAtMilliseconds
        derived.checksum = record.checksum
        guard derived == record, copy.identity.numbers.number(at: record.row - 1) == record.number
        else { return note(place, "its row is not that of what is in it") }
        guard !stored.contains(where: { $0.leaf != nil }) else { return }
        var replayed: CaseFile?
        for event in stored {
            do {
                replayed = try replay(event, on: replayed, of: file)
            } catch {
                return note(place, "event \(event.sequence) cannot be read or done again")
            }
            guard replayed?.state == event.stateAfter,
                replayed?.updatedAt.millisecondsSince1970 == event.atMilliseconds
            else { return note(place, "the row of event \(event.sequence) is not the event's") }
        }
        if replayed != file { note(place, "its events do not give what is in it") }
    }

    private func replay(
        _ stored: EventRecord, on file: CaseFile?, of whole: CaseFile
    ) throws -> CaseFile {
        let event = try codec.decodeEvent(stored.bytes)
        guard var file else {
            return try CaseFile(
                first: event, identifier: whole.identifier, publicNumber: whole.publicNumber)
        }
        try file.apply(event)
        return file
    }

    // MARK: Trees and figures

    private mutating func lookAtTree(
        _ number: PartnerNumber, _ reference: PartnerReference
    ) throws(StoreError) {
        let place = "the tree of \(reference.label)"
        let size = try copy.reader.treeSize(number)
        let events = planted[number, default: 0]
        if size != events { note(place, "it has \(size) leaves for \(events) events") }
        var count = size
        for level in stride(from: 0, to: TreeNode.highestLevel, by: TreeNode.levelStep) {
            for index in 0..<count / TreeNode.fanOut {
                let row = try copy.reader.treeNodes(
                    number, level: level, from: index * TreeNode.fanOut,
                    count: Int(TreeNode.fanOut))
                let above = try copy.reader.treeNodes(
                    number, level: level + TreeNode.levelStep, from: index, count: 1)
                if row.count != Int(TreeNode.fanOut) || [chain.root(over: row)] != above {
                    note(place, "node \(index) of level \(level + TreeNode.levelStep) is not right")
                }
            }
            count /= TreeNode.fanOut
        }
    }

    /// What was counted of a case stays when its events are erased, so only a store without such
    /// can be counted again.
    private mutating func lookAtFigures() throws(StoreError) {
        guard counts.erased == 0, findingCount == 0 else { return }
        var recount = FigureRecount(codec: codec)
        try recount.run(over: copy.reader)
        if recount.unreadable == 0, try copy.reader.figures().compact != recount.tally.compact {
            note("the figures", "they are not those of the events")
        }
    }
}

extension StoreError {
    /// What went wrong, without what to do about it.
    fileprivate var words: String { cause.map { "\(message) (\($0))" } ?? message }
}

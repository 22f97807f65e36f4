// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What a database does for a store: small, synchronous, and without rules.
///
/// `GroupCommitter` calls the writing side from one thread; each reader is used by one thread. A
/// back end with many writers puts their transactions in one order: what `begin` looks up stays so
/// until the transaction ends.
package protocol StoreBackend: AnyObject, Sendable {
    /// What the store is, made once when it was created.
    var identity: StoreIdentity { get }

    /// Begins a transaction for these commands, which it may look up all at once.
    func begin(_ commands: borrowing [StoreCommand]) throws(StoreError) -> any StoreLookup
    /// Writes everything and makes it durable.
    ///
    /// - Throws: `storageFull` or `storageFailed` if nothing of it is on disk, now or later;
    ///   `outcomeUnknown` if it may be.
    /// - Returns: the last position of each inbox that got entries.
    func commit(_ writes: borrowing WriteSet) throws(StoreError) -> [PartnerNumber: UInt64]
    /// Ends a transaction that has nothing to write.
    func rollback()
    /// Makes sure that all which the transaction has read, the one under way or else the one just
    /// rolled back, will outlast what the commits do that it rests on; called before answers leave
    /// that rest on nothing else, and before a file is removed. A transaction under way stays so.
    func confirm() throws(StoreError)
    /// Whether a failed batch leaves the store as good as before: the next may be begun after an
    /// unknown outcome too. If not, only a new start can tell what is on disk.
    var goesOnAfterFailure: Bool { get }
    /// Work between batches on the writer's thread, e.g. a checkpoint. An error ends the store.
    func maintain() throws(StoreError)
    /// Free and total bytes where the store grows.
    func space() throws(StoreError) -> StorageSpace
    /// A reader of its own for one thread.
    func makeReader(_ use: ReaderUse) throws(StoreError) -> sending any StoreReader
    /// Whether a reader may keep a snapshot while it reads nothing, and nobody waits for it.
    var snapshotsHoldNobodyUp: Bool { get }
    /// A copy that serves reads of what may be a little old.
    var replica: (any StoreReplica)? { get }
    /// Cases that were erased, whether or not the database still says so.
    func erasedCases() throws(StoreError) -> [CaseIdentifier]
    /// Called once, when neither writer nor readers are used any more.
    func close()
}

// What a back end of one process has: what its writer reads, nobody else has written.
extension StoreBackend {
    package func confirm() {}
    package var goesOnAfterFailure: Bool { false }
}

/// What a reader is for: how much it shall keep in memory.
package enum ReaderUse: Sendable, Hashable {
    /// Single rows from all over the store, found through indexes that are always the same.
    case rows
    /// Long lists, of which nothing is wanted twice soon.
    case lists
}

/// What a store got when it was created, and keeps.
package struct StoreIdentity: Sendable, Hashable {
    /// Sixteen random bytes: positions of another store, or of one set back, are not taken here.
    package var epoch: [UInt8]
    /// The two halves of the key of the public numbers.
    package var numberKey0: UInt64
    package var numberKey1: UInt64

    /// Rows, and with them public numbers, that a store which was set back leaves out: more cases
    /// than any has taken between two backups.
    package static let skippedRows: UInt64 = 1_000_000

    package init(epoch: [UInt8], numberKey0: UInt64, numberKey1: UInt64) {
        self.epoch = epoch
        self.numberKey0 = numberKey0
        self.numberKey1 = numberKey1
    }

    /// What makes a case's public number of its row: the row counts from 1, the cipher from 0.
    package var numbers: PublicNumberCipher {
        PublicNumberCipher(key0: numberKey0, key1: numberKey1)
    }
}

/// Free and total bytes of a disk.
package struct StorageSpace: Sendable, Hashable {
    package var freeBytes: UInt64
    package var totalBytes: UInt64

    package init(freeBytes: UInt64, totalBytes: UInt64) {
        self.freeBytes = freeBytes
        self.totalBytes = totalBytes
    }
}

/// The single rows that deciding a command needs, as of the transaction or snapshot.
package protocol StoreLookup: CampaignLookup, CommitmentLookup, AggregateLookup,
    RetaliationLookup, ClaimLookup
{
    func partner(_ reference: PartnerReference) throws(StoreError) -> PartnerRecord?
    /// Only its number, which never changes.
    func partnerNumber(_ reference: PartnerReference) throws(StoreError) -> PartnerNumber?
    func partner(boundTo spkiSHA256: [UInt8]) throws(StoreError) -> PartnerRecord?
    /// What the partner had stored on the last day on which that was anything.
    func use(of partner: PartnerNumber) throws(StoreError) -> PartnerUse?
    func mandates(association: PartnerNumber, siren: String) throws(StoreError) -> [Mandate]
    func caseRecord(_ identifier: CaseIdentifier) throws(StoreError) -> CaseRecord?
    func caseRecord(row: UInt64) throws(StoreError) -> CaseRecord?
    /// The last event of the submission that used the submitter's reference.
    func eventAddress(
        submitter: PartnerNumber, externalReference: String
    ) throws(StoreError) -> EventAddress?
    func event(_ address: EventAddress) throws(StoreError) -> EventRecord?
    func eventAddress(_ name: IdempotencyName) throws(StoreError) -> EventAddress?
    func evidence(_ identifier: EvidenceIdentifier) throws(StoreError) -> EvidenceRecord?
    /// The files attached to a case, in any order.
    func evidence(caseRow: UInt64) throws(StoreError) -> [EvidenceRecord]
    /// How much of a partner's is attached to no case.
    func unattachedEvidence(of owner: PartnerNumber) throws(StoreError) -> EvidenceUse
    /// Files made before an instant and attached to no case, oldest first; at most `limit`.
    func unattachedEvidence(
        before instant: Instant, limit: Int
    ) throws(StoreError) -> [EvidenceRecord]
    /// Whether any file's record names the content of this SHA-256.
    func namesContent(_ sha256: [UInt8]) throws(StoreError) -> Bool
    /// Leaves of a partner's tree.
    func treeSize(_ tree: PartnerNumber) throws(StoreError) -> UInt64
    /// Nodes of a level from an index on, at most `count`: as many as are there.
    func treeNodes(
        _ tree: PartnerNumber, level: Int, from index: UInt64, count: Int
    ) throws(StoreError) -> [[UInt8]]
    /// The next case's row and the next partner's number.
    func nextNumbers() throws(StoreError) -> (caseRow: UInt64, partner: PartnerNumber)
}

/// What readers ask for, within a snapshot. Rows outside the scope are not returned.
package protocol StoreReader: StoreLookup, CampaignReader, CommitmentReader, ProfileReader,
    MediationReader, ClaimReader
{
    /// Everything read until `endSnapshot` is of one moment, not before now.
    func beginSnapshot() throws(StoreError)
    func endSnapshot()
    /// Where in the database's history the snapshot is: one at this place or after it, of whichever
    /// copy, shows nothing older. Nil if there is one copy only.
    func place() throws(StoreError) -> UInt64?
    /// Cases that are read next in this snapshot: who is far from the rows may fetch them at once.
    func prepare(_ references: [CaseReference])

    func caseRecord(
        _ scope: ResolvedScope, _ reference: CaseReference
    ) throws(StoreError) -> CaseRecord?
    /// Visits the scope's cases below a row, newest first, until `visit` says to stop; nil stands
    /// for a row that no case can be.
    func visitCases(
        _ scope: ResolvedScope, siren: UInt32?, below row: UInt64?,
        _ visit: (CaseRecord?) -> VisitOrder
    ) throws(StoreError)
    /// A case's events, oldest first.
    func events(caseRow: UInt64) throws(StoreError) -> [EventRecord]
    func inboxHead(_ inbox: PartnerNumber) throws(StoreError) -> UInt64
    /// What came after a position, in order and without a gap, until `visit` says to stop.
    func visitInbox(
        _ inbox: PartnerNumber, after position: UInt64, _ visit: (InboxItem) -> VisitOrder
    ) throws(StoreError)
    /// Alarms up to an instant, oldest first, after a place; at most `limit`.
    func alarms(
        after position: AlarmPosition?, upTo end: Instant, limit: Int
    ) throws(StoreError) -> [Alarm]
    /// Nil if it was never raised.
    func mark(_ mark: StoreMark) throws(StoreError) -> Int64?
    /// By kind and slug, after a reference; at most `limit`.
    func partners(
        kind: PartnerKind?, after: PartnerReference?, limit: Int
    ) throws(StoreError) -> [PartnerRecord]
    /// By SIREN and first day, after a mandate; at most `limit`.
    func mandates(
        association: PartnerNumber, after: Mandate?, limit: Int
    ) throws(StoreError) -> [Mandate]
    /// Everything counted so far.
    func figures() throws(StoreError) -> FigureTally
    /// Removals in a submitter's cases, each with how often it occurred; at most `limit`.
    func visitRemovals(
        of submitter: PartnerNumber, _ walk: RemovalWalk, limit: Int,
        _ visit: (Removal, Int64) -> Void
    ) throws(StoreError)
    /// A partner's files that are attached to no case, oldest first; at most `limit`.
    func unattachedEvidence(
        of owner: PartnerNumber, limit: Int
    ) throws(StoreError) -> [EvidenceRecord]
    /// Files that no scanner has looked at, oldest first, after a place; at most `limit`.
    func pendingEvidence(
        after position: EvidencePosition?, limit: Int
    ) throws(StoreError) -> [EvidenceRecord]
    /// Looks at some rows of an area after a place; nil is its beginning.
    func scrub(
        _ area: ScrubArea, after place: ScrubPlace?, _ chain: EventChain
    ) throws(StoreError) -> ScrubSlice
    /// The database's own check of its pages and indexes; a full one may take minutes.
    func checkStructure() throws(StoreError)
}

/// What a visitor wants next.
package enum VisitOrder: Sendable {
    case goOn
    case stop
}

/// What stands at a place of an inbox.
package enum InboxItem: Sendable, Hashable {
    case entry(InboxRecord, CaseRecord)
    /// Nothing that can be read, from the place after the last one up to this one.
    case damage(through: UInt64)
}

/// A row of an inbox.
package struct InboxRecord: Sendable, Hashable {
    package var position: UInt64
    package var caseRow: UInt64
    package var eventSequence: UInt64
    package var eventKind: Int32

    package init(position: UInt64, caseRow: UInt64, eventSequence: UInt64, eventKind: Int32) {
        self.position = position
        self.caseRow = caseRow
        self.eventSequence = eventSequence
        self.eventKind = eventKind
    }
}

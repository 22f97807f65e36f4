// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore

// All that a flawed reader hands on as it is.
extension FlawedReader {
    func partner(_ reference: PartnerReference) throws(StoreError) -> PartnerRecord? {
        try source.partner(reference)
    }

    func partnerNumber(_ reference: PartnerReference) throws(StoreError) -> PartnerNumber? {
        try source.partnerNumber(reference)
    }

    func partner(boundTo spkiSHA256: [UInt8]) throws(StoreError) -> PartnerRecord? {
        try source.partner(boundTo: spkiSHA256)
    }

    func use(of partner: PartnerNumber) throws(StoreError) -> PartnerUse? {
        try source.use(of: partner)
    }

    func mandates(association: PartnerNumber, siren: String) throws(StoreError) -> [Mandate] {
        try source.mandates(association: association, siren: siren)
    }

    func caseRecord(_ identifier: CaseIdentifier) throws(StoreError) -> CaseRecord? {
        try source.caseRecord(identifier)
    }

    func caseRecord(row: UInt64) throws(StoreError) -> CaseRecord? {
        try source.caseRecord(row: row)
    }

    func event(_ address: EventAddress) throws(StoreError) -> EventRecord? {
        try source.event(address)
    }

    func evidence(_ identifier: EvidenceIdentifier) throws(StoreError) -> EvidenceRecord? {
        try source.evidence(identifier)
    }

    func evidence(caseRow: UInt64) throws(StoreError) -> [EvidenceRecord] {
        try source.evidence(caseRow: caseRow)
    }

    func unattachedEvidence(of owner: PartnerNumber) throws(StoreError) -> EvidenceUse {
        try source.unattachedEvidence(of: owner)
    }

    func unattachedEvidence(
        before instant: Instant, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        try source.unattachedEvidence(before: instant, limit: limit)
    }

    func treeSize(_ tree: PartnerNumber) throws(StoreError) -> UInt64 {
        try source.treeSize(tree)
    }

    func treeNodes(
        _ tree: PartnerNumber, level: Int, from index: UInt64, count: Int
    ) throws(StoreError) -> [[UInt8]] {
        try source.treeNodes(tree, level: level, from: index, count: count)
    }

    func nextNumbers() throws(StoreError) -> (caseRow: UInt64, partner: PartnerNumber) {
        try source.nextNumbers()
    }

    func beginSnapshot() throws(StoreError) {
        try source.beginSnapshot()
    }

    func endSnapshot() {
        source.endSnapshot()
    }

    func visitCases(
        _ scope: ResolvedScope, siren: UInt32?, below row: UInt64?,
        _ visit: (CaseRecord?) -> VisitOrder
    ) throws(StoreError) {
        try source.visitCases(scope, siren: siren, below: row, visit)
    }

    func scrub(
        _ area: ScrubArea, after place: ScrubPlace?, _ chain: EventChain
    ) throws(StoreError) -> ScrubSlice {
        try source.scrub(area, after: place, chain)
    }

    func events(caseRow: UInt64) throws(StoreError) -> [EventRecord] {
        try source.events(caseRow: caseRow)
    }

    func inboxHead(_ inbox: PartnerNumber) throws(StoreError) -> UInt64 {
        try source.inboxHead(inbox)
    }

    func alarms(
        after position: AlarmPosition?, upTo end: Instant, limit: Int
    ) throws(StoreError) -> [Alarm] {
        try source.alarms(after: position, upTo: end, limit: limit)
    }

    func mark(_ mark: StoreMark) throws(StoreError) -> Int64? {
        try source.mark(mark)
    }

    func partners(
        kind: PartnerKind?, after: PartnerReference?, limit: Int
    ) throws(StoreError) -> [PartnerRecord] {
        try source.partners(kind: kind, after: after, limit: limit)
    }

    func mandates(
        association: PartnerNumber, after: Mandate?, limit: Int
    ) throws(StoreError) -> [Mandate] {
        try source.mandates(association: association, after: after, limit: limit)
    }

    func figures() throws(StoreError) -> FigureTally {
        try source.figures()
    }

    func visitRemovals(
        of submitter: PartnerNumber, _ walk: RemovalWalk, limit: Int,
        _ visit: (Removal, Int64) -> Void
    ) throws(StoreError) {
        try source.visitRemovals(of: submitter, walk, limit: limit, visit)
    }

    func unattachedEvidence(
        of owner: PartnerNumber, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        try source.unattachedEvidence(of: owner, limit: limit)
    }

    func pendingEvidence(
        after position: EvidencePosition?, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        try source.pendingEvidence(after: position, limit: limit)
    }

    func namesContent(_ sha256: [UInt8]) throws(StoreError) -> Bool {
        try source.namesContent(sha256)
    }

    func checkStructure() throws(StoreError) {
        try source.checkStructure()
    }

    func visitQueue(
        _ filter: QueueFilter, after position: QueuePosition,
        _ visit: (QueueRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try source.visitQueue(filter, after: position, visit)
    }

    func visitClasses(
        after position: ClassPosition?, _ visit: (ClassRecord) -> VisitOrder
    ) throws(StoreError) {
        try source.visitClasses(after: position, visit)
    }

    func identityReads(
        caseRow: UInt64, below number: UInt64?, limit: Int
    ) throws(StoreError) -> [IdentityRead] {
        try source.identityReads(caseRow: caseRow, below: number, limit: limit)
    }

    func commitment(_ identifier: [UInt8]) throws(StoreError) -> CommitmentRecord? {
        try source.commitment(identifier)
    }

    func commitment(ofPlatform slug: String, key: [UInt8]) throws(StoreError) -> CommitmentRecord? {
        try source.commitment(ofPlatform: slug, key: key)
    }

    func openPromise(ofCase row: UInt64) throws(StoreError) -> CommitmentRecord? {
        try source.openPromise(ofCase: row)
    }

    func overdueCommitments(
        before day: CalendarDate, limit: Int
    ) throws(StoreError) -> [CommitmentRecord] {
        try source.overdueCommitments(before: day, limit: limit)
    }

    func nextCommitment() throws(StoreError) -> UInt64 {
        try source.nextCommitment()
    }

    func visitCommitments(
        platform slug: String?, below number: UInt64?, _ visit: (CommitmentRecord) -> VisitOrder
    ) throws(StoreError) {
        try source.visitCommitments(platform: slug, below: number, visit)
    }

    func profile(of platform: PartnerNumber) throws(StoreError) -> ProfileRecord? {
        try source.profile(of: platform)
    }

    func contactCensus(on day: CalendarDate) throws(StoreError) -> ContactCensus {
        try source.contactCensus(on: day)
    }

    func firms(of group: AggregateGroup) throws(StoreError) -> Int {
        try source.firms(of: group)
    }

    func cases(of firm: AggregateFirm) throws(StoreError) -> Int {
        try source.cases(of: firm)
    }

    func heldCases(of group: AggregateGroup, limit: Int) throws(StoreError) -> [UInt64] {
        try source.heldCases(of: group, limit: limit)
    }

    func releasableGroups(limit: Int) throws(StoreError) -> [AggregateGroup] {
        try source.releasableGroups(limit: limit)
    }

    func earlierCases(
        of opponents: Opponents, since: Instant, limit: Int
    ) throws(StoreError) -> [EarlierCase] {
        try source.earlierCases(of: opponents, since: since, limit: limit)
    }

    func campaign(_ identifier: CampaignIdentifier) throws(StoreError) -> CampaignRecord? {
        try source.campaign(identifier)
    }

    func campaign(named name: String) throws(StoreError) -> CampaignRecord? {
        try source.campaign(named: name)
    }

    func nextCampaign() throws(StoreError) -> CampaignNumber {
        try source.nextCampaign()
    }

    func campaigns(
        below number: CampaignNumber?, limit: Int
    ) throws(StoreError) -> [CampaignRecord] {
        try source.campaigns(below: number, limit: limit)
    }

    func visitCounts(
        of campaign: CampaignNumber, _ visit: (CampaignCounter, Int64) -> Void
    ) throws(StoreError) {
        try source.visitCounts(of: campaign, visit)
    }

    func visitOpenCases(
        of campaign: CampaignNumber, after position: CampaignCasePosition?,
        _ visit: (CampaignCasePosition, CaseRecord?) -> VisitOrder
    ) throws(StoreError) {
        try source.visitOpenCases(of: campaign, after: position, visit)
    }
}

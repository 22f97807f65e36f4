// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

/// Gives stored cases out as their reader may see them. Everything that leaves the server of a case
/// passes through here.
///
/// A case that hides nothing from its reader, which the store has noted, leaves as it is kept; any
/// other is decoded, viewed and encoded again.
struct CaseViews: Sendable {
    let viewer: Viewer
    /// For whom a snapshot must be plain to be given to this reader as it is; empty: for nobody.
    private let plain: PlainViews
    private let codec = CaseSnapshotCodec()

    init(_ viewer: Viewer) {
        self.viewer = viewer
        plain =
            switch viewer {
            case .complainant: .complainant
            case .platform: .platform
            case .mediator: []
            }
    }

    /// The reader's views; the operator has none.
    init(of peer: Peer) throws(RPCStatus) {
        switch peer.reference.kind {
        case .association, .business: self.init(.complainant)
        case .platform: self.init(.platform(peer.reference.slug))
        case .mediator: self.init(.mediator(peer.reference.slug, withIdentity: false))
        case .operator: throw RPCStatus(.methodNotAllowed)
        }
    }

    /// The case in its encoding; nil if the reader may not know of it.
    func snapshot(of found: StoredCase) throws(RPCStatus) -> [UInt8]? {
        if !plain.isEmpty, found.plainViews.isSuperset(of: plain) { return found.snapshot }
        return try file(found).view(for: viewer).map(codec.encode)
    }

    /// The case as the rules see it, nothing hidden.
    func file(_ found: StoredCase) throws(RPCStatus) -> CaseFile {
        do {
            return try codec.decode(found.snapshot)
        } catch {
            throw RPCStatus(.store(.corrupted("A case's snapshot")))
        }
    }

    /// The events of the case that the reader may see, with the chain's links around each.
    func events(
        _ stored: [StoredEvent], of caseFile: CaseFile
    ) throws(RPCStatus) -> [RecoursMessages.Event] {
        var events: [RecoursMessages.Event] = []
        for one in stored {
            let event: CaseEvent
            do {
                event = try codec.decodeEvent(one.bytes)
            } catch {
                throw RPCStatus(.store(.corrupted("A case's event")))
            }
            guard let seen = event.view(for: viewer, of: caseFile) else { continue }
            var message = RecoursMessages.Event(seen)
            message.previousHash = one.previousLink
            message.hash = one.link
            events.append(message)
        }
        return events
    }
}

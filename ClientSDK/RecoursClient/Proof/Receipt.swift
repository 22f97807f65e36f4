// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
public import RecoursMessages
internal import RecoursProof

/// Proof that an event of a case was recorded. Its text is all there is to keep: it can be checked
/// years later, without the server, by anybody who has the server's public key.
public struct Receipt: Sendable, Hashable {
    /// The receipt as a file.
    public let text: String
    private let receipt: RecoursProof.Receipt

    /// Reads a receipt; nothing is checked yet. Throws `invalidArgument` for what is none.
    public init(text: String) throws(RecoursError) {
        do throws(ProofError) {
            receipt = try RecoursProof.Receipt(text: text)
        } catch {
            throw RecoursError(error)
        }
        self.text = text
    }

    /// The case's public number.
    public var caseNumber: String { receipt.entry.caseNumber }
    /// The case's identifier, 16 bytes.
    public var caseID: [UInt8] { receipt.entry.caseIdentifier }
    /// Which of the case's events it is of, from 1.
    public var sequence: UInt64 { receipt.entry.sequence }

    /// Checks everything, offline.
    ///
    /// - Throws: `unauthenticated` if another key signed it; `dataLoss` if it was changed, saying
    ///   which part; `invalidArgument` if the event in it cannot be read.
    public func verify(_ key: ReceiptKey) throws(RecoursError) -> VerifiedReceipt {
        let finding: ReceiptFinding
        do throws(ProofError) {
            finding = try receipt.verify(key.publicKey)
        } catch {
            throw RecoursError(error)
        }
        var event: Event?
        if let bytes = finding.event {
            do throws(MessageError) {
                event = try Event(serializedBytes: bytes)
            } catch {
                throw RecoursError(
                    code: .invalidArgument,
                    message: "the event of the receipt is proven, but cannot be read: \(error)",
                    remedy: "Check it with a newer version.")
            }
        }
        return VerifiedReceipt(finding, caseID: caseID, event: event)
    }
}

/// What a receipt was found to prove.
public struct VerifiedReceipt: Sendable, Hashable {
    /// The case's public number.
    public let caseNumber: String
    /// The case's identifier, 16 bytes.
    public let caseID: [UInt8]
    /// Which of the case's events it is, from 1.
    public let sequence: UInt64
    /// Who did what and when, as it was recorded; nil if it was erased before the receipt was made.
    public let event: Event?
    /// The name under which the server signs.
    public let signer: String
    /// Whose tree: signer, kind and slug of the partner.
    public let tree: String
    /// Events in that tree when its head was signed.
    public let treeSize: UInt64
    /// The event's place among them, from 0.
    public let index: UInt64
    /// When the head was signed, as `2018-11-30T11:00:00Z`; empty if it doesn't say.
    public let signedAt: String
    /// The checkpoint common to all partners under which the tree stands, as text; empty if none
    /// had been made since the event. Compare it with somebody else's of the same time.
    public let commonCheckpoint: String

    init(_ finding: ReceiptFinding, caseID: [UInt8], event: Event?) {
        caseNumber = finding.caseNumber
        self.caseID = caseID
        sequence = finding.sequence
        self.event = event
        signer = finding.signer
        tree = finding.origin
        treeSize = finding.size
        index = finding.index
        signedAt = TreeHead.time(in: finding.notes)
        commonCheckpoint = finding.anchor?.encoded ?? ""
    }
}

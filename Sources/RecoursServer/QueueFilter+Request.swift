// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

extension RecoursStore.QueueFilter {
    /// As many as there are reasons.
    private static let maximumReasons = 4

    /// Reads the queue's filters; throws INVALID_ARGUMENT for what is wrong with them.
    init(_ request: ListQueueRequest, caller: String) throws(RPCStatus) {
        self.init()
        switch request.assignment {
        case .unspecified: break
        case .nobody: mediator = ""
        case .mine: mediator = caller
        default: throw .invalid("assignment", .unknownValue)
        }
        platform = request.platformID.isEmpty ? nil : request.platformID
        category = try request.category.known(at: "category")
        if let like = request.like {
            if platform != nil { throw .invalid("platform_id", .notForThisType) }
            if category != nil { throw .invalid("category", .notForThisType) }
            caseClass = CaseClass(
                platform: like.platformID,
                category: try like.category.known(at: "like.category"), clause: like.clause)
        }
        guard request.reasons.count <= Self.maximumReasons else {
            throw .invalid("reasons", .tooMany)
        }
        for reason in request.reasons {
            guard let known = MediatorTask.Reason(rawValue: reason.rawValue) else {
                throw .invalid("reasons", .unknownValue)
            }
            reasons.insert(known)
        }
        var wrong: [Violation] = []
        complainant = ComplainantFilter(
            sizes: request.complainantSizes, activity: request.nafCode, &wrong)
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
    }

    /// The filters as bytes, for the seal of a page token.
    var tokenContext: [UInt8] {
        let texts = [mediator, platform, caseClass?.platform, caseClass?.clause]
        let categories = [category, caseClass?.category]
        return texts.flatMap(\.tokenBytes)
            + categories.map { UInt8(truncatingIfNeeded: $0?.rawValue ?? 0) }
            + [reasons.reduce(0) { $0 | 1 << UInt8($1.rawValue) }] + complainant.tokenContext
    }
}

extension ClassFilter {
    /// The filters as bytes, for the seal of a page token.
    var tokenContext: [UInt8] {
        platform.tokenBytes + [UInt8(truncatingIfNeeded: category?.rawValue ?? 0)]
            + UInt64(bitPattern: least).bigEndianBytes
    }
}

extension String? {
    /// The text with its length before it, so that no two lists of texts give the same bytes.
    fileprivate var tokenBytes: [UInt8] {
        guard let text = self else { return [0] }
        return [1] + UInt64(text.utf8.count).bigEndianBytes + Array(text.utf8)
    }
}

extension RecoursMessages.CaseCategory {
    /// The category; nil if none is named. Throws INVALID_ARGUMENT for one that is unknown.
    func known(at path: String) throws(RPCStatus) -> RecoursCases.CaseCategory? {
        if self == .unspecified { return nil }
        guard let known = RecoursCases.CaseCategory(rawValue: rawValue) else {
            throw .invalid(path, .unknownValue)
        }
        return known
    }
}

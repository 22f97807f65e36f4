// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

extension CaseFilter {
    /// As many as there are states.
    private static let maximumStates = 15

    /// Reads a list's filters; throws INVALID_ARGUMENT with all that is wrong with them.
    init(_ request: ListCasesRequest) throws(RPCStatus) {
        self.init()
        var wrong: [Violation] = []
        if !request.siren.isEmpty {
            siren = request.siren
            let digits = request.siren.utf8
            if digits.count != 9 || !digits.allSatisfy({ (0x30...0x39).contains($0) }) {
                wrong.append(Violation("siren", .sirenForm))
            }
        }
        complainant = ComplainantFilter(
            sizes: request.complainantSizes, activity: request.nafCode, &wrong)
        platform = request.platformID.isEmpty ? nil : request.platformID
        if request.states.count > Self.maximumStates {
            wrong.append(
                Violation(
                    "states", .tooMany, limit: Self.maximumStates, actual: request.states.count))
        }
        for (place, state) in request.states.prefix(Self.maximumStates).enumerated() {
            if let known = RecoursCases.CaseState(rawValue: state.rawValue) {
                states.insert(known)
            } else {
                wrong.append(
                    Violation("states[\(place)]", .unknownValue, actual: Int(state.rawValue)))
            }
        }
        dueBefore = request.dueBeforeMs.map(Instant.init(millisecondsSince1970:))
        updatedSince = request.updatedSinceMs.map(Instant.init(millisecondsSince1970:))
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
    }

    /// The filters as bytes, for the seal of a page token: a token goes on with the same filters
    /// only.
    var tokenContext: [UInt8] {
        var bytes: [UInt8] = []
        for text in [siren, platform] {
            let utf8 = Array((text ?? "").utf8)
            bytes += [text == nil ? 0 : 1, UInt8(truncatingIfNeeded: utf8.count)] + utf8
        }
        let mask = states.reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue) }
        bytes += mask.bigEndianBytes
        for instant in [dueBefore, updatedSince] {
            bytes.append(instant == nil ? 0 : 1)
            bytes += UInt64(bitPattern: instant?.millisecondsSince1970 ?? 0).bigEndianBytes
        }
        return bytes + complainant.tokenContext
    }
}

extension ComplainantFilter {
    /// As many as there are sizes.
    private static let maximumSizes = 4

    /// Reads the filters on the complainant; adds what is wrong with them. Every viewer sees size
    /// and activity of the cases it sees, so that nobody learns anything by them.
    init(
        sizes found: [RecoursMessages.CompanySize], activity text: String,
        _ wrong: inout [Violation]
    ) {
        self.init()
        if found.count > Self.maximumSizes {
            wrong.append(
                Violation(
                    "complainant_sizes", .tooMany, limit: Self.maximumSizes, actual: found.count))
        }
        for (place, size) in found.prefix(Self.maximumSizes).enumerated() {
            if let known = RecoursCases.CompanySize(rawValue: size.rawValue) {
                sizes.insert(known)
            } else {
                wrong.append(
                    Violation(
                        "complainant_sizes[\(place)]", .unknownValue, actual: Int(size.rawValue)))
            }
        }
        guard !text.isEmpty else { return }
        activity = ActivityPrefix(text)
        if activity == nil { wrong.append(Violation("naf_code", .nafCodeForm)) }
    }

    /// The filters as bytes, for the seal of a page token.
    var tokenContext: [UInt8] {
        let text = Array((activity?.text ?? "").utf8)
        let mask = sizes.reduce(UInt8(0)) { $0 | 1 << UInt8(truncatingIfNeeded: $1.rawValue) }
        return [mask, UInt8(truncatingIfNeeded: text.count)] + text
    }
}

extension UInt64 {
    /// Eight bytes, the most significant first.
    var bigEndianBytes: [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt64($0)) }
    }
}

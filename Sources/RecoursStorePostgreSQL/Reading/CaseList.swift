// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The walk along the cases of a scope, the newest first, below a row: `$1`, and `LIMIT` the last
/// parameter. Each follows an index: none sorts.
struct CaseList {
    let sql: String
    /// The parameters from `$2` on, but the last.
    let values: [PGValue]

    private static let select = "SELECT \(Columns.caseRecord) FROM cases WHERE case_row < $1::int8"

    init(_ scope: ResolvedScope, siren: UInt32?) {
        let firm = siren.map { PGValue.integer(Int64($0)) }
        switch scope {
        case .submitter(let number):
            self.init(submitter: number, firm: firm)
        case .firm(let number, let own):
            // Of another firm a business has filed nothing.
            if siren == nil || siren == own {
                self.init(business: number, siren: own)
            } else {
                self.init(submitter: number, firm: firm)
            }
        case .platform(let slug):
            let condition = "AND platform = $2::text AND transmitted"
            self.init(condition, [.text(slug)], firm: firm)
        case .mediator, .retention: self.init("", [], firm: firm)
        }
    }

    private init(submitter: PartnerNumber, firm: PGValue?) {
        self.init("AND submitter = $2::int8", [.integer(Int64(submitter.value))], firm: firm)
    }

    /// One firm has few cases: its index leads to them, and the rest of the scope is filtered.
    private init(_ condition: String, _ values: [PGValue], firm: PGValue?) {
        let place = values.count + 2
        guard let firm else {
            sql = "\(Self.select) \(condition) ORDER BY case_row DESC LIMIT $\(place)::int8"
            self.values = values
            return
        }
        sql = """
            \(Self.select) \(condition) AND siren = $\(place)::int8 AND siren <> 0
            ORDER BY case_row DESC LIMIT $\(place + 1)::int8
            """
        self.values = values + [firm]
    }

    /// What a business filed, and what was filed for it: two walks along two indexes, merged.
    private init(business number: PartnerNumber, siren: UInt32) {
        sql = """
            (\(Self.select) AND submitter = $2::int8 ORDER BY case_row DESC LIMIT $4::int8)
            UNION ALL
            (\(Self.select) AND siren = $3::int8 AND siren <> 0 AND submitter <> $2::int8
                AND state <> \(CaseState.draft.rawValue)
            ORDER BY case_row DESC LIMIT $4::int8)
            ORDER BY case_row DESC LIMIT $4::int8
            """
        values = [.integer(Int64(number.value)), .integer(Int64(siren))]
    }
}

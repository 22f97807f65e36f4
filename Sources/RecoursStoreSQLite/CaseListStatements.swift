// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The walks along the cases of each scope, the newest first. Each follows an index: none sorts.
struct CaseListStatements {
    private let ofSubmitter: SQLiteStatement
    private let ofBusiness: SQLiteStatement
    private let ofPlatform: SQLiteStatement
    private let ofFirm: SQLiteStatement
    private let ofFirmAndSubmitter: SQLiteStatement
    private let ofFirmAndPlatform: SQLiteStatement
    private let all: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        let handle = connection.handle
        let select = "SELECT \(RowColumns.caseRecord) FROM cases"
        ofSubmitter = try SQLiteStatement(
            handle, "\(select) WHERE submitter = ?2 AND row < ?1 ORDER BY row DESC")
        // Two walks along two indexes, merged.
        ofBusiness = try SQLiteStatement(
            handle,
            """
            \(select) INDEXED BY cases_submitter WHERE submitter = ?2 AND row < ?1
            UNION ALL
            \(select) INDEXED BY cases_siren WHERE siren = ?3 AND siren <> 0
            AND submitter <> ?2 AND state <> \(CaseState.draft.rawValue) AND row < ?1
            ORDER BY row DESC
            """)
        ofPlatform = try SQLiteStatement(
            handle,
            """
            \(select) WHERE platform = ?2 AND transmitted = 1 AND row < ?1 ORDER BY row DESC
            """)
        ofFirm = try SQLiteStatement(
            handle, "\(select) WHERE siren = ?3 AND siren <> 0 AND row < ?1 ORDER BY row DESC")
        // One firm has few cases: the rest of the scope is filtered, with no index of its own.
        ofFirmAndSubmitter = try SQLiteStatement(
            handle,
            """
            \(select) INDEXED BY cases_siren WHERE siren = ?3 AND siren <> 0 AND submitter = ?2
            AND row < ?1 ORDER BY row DESC
            """)
        ofFirmAndPlatform = try SQLiteStatement(
            handle,
            """
            \(select) INDEXED BY cases_siren WHERE siren = ?3 AND siren <> 0 AND platform = ?2
            AND transmitted = 1 AND row < ?1 ORDER BY row DESC
            """)
        all = try SQLiteStatement(handle, "\(select) WHERE row < ?1 ORDER BY row DESC")
    }

    /// The walk of a scope, of one firm if a SIREN is given, below a row; bound and to be reset.
    func walk(_ scope: ResolvedScope, siren: UInt32?, below row: UInt64?) -> SQLiteStatement {
        let statement: SQLiteStatement
        switch scope {
        case .submitter(let number):
            statement = siren == nil ? ofSubmitter : ofFirmAndSubmitter
            statement.bind(2, Int64(number.value))
            if let siren { statement.bind(3, Int64(siren)) }
        case .firm(let number, let own):
            // Of another firm a business has filed nothing.
            statement = siren == nil || siren == own ? ofBusiness : ofFirmAndSubmitter
            statement.bind(2, Int64(number.value))
            statement.bind(3, Int64(siren ?? own))
        case .platform(let slug):
            statement = siren == nil ? ofPlatform : ofFirmAndPlatform
            statement.bind(2, slug)
            if let siren { statement.bind(3, Int64(siren)) }
        case .mediator, .retention:
            statement = siren == nil ? all : ofFirm
            if let siren { statement.bind(3, Int64(siren)) }
        }
        statement.bind(1, Int64(clamping: row ?? UInt64(Int64.max)))
        return statement
    }
}

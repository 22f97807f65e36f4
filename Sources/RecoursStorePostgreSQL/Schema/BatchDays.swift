// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The table of batches is parted by days, made ahead and dropped whole: to delete row by row what
/// comes hundreds of times a second costs as much as writing it, and falls behind.
///
/// A batch's name begins with its time, so that a name can be taken once only although no index
/// spans the parts. What no day takes is in `batch_other`.
struct BatchDays {
    private static let ahead: Int64 = 3
    /// Days over which are kept: whoever asks for a batch later than a day gets no answer.
    private static let kept: Int64 = 1
    private static let millisecondsADay: Int64 = 86_400_000

    private let session: PGSession

    init(_ session: PGSession) {
        self.session = session
    }

    /// Makes the days that come and drops those that are over, of all servers the first that looks.
    ///
    /// It stands in the order of the batches, so nobody writes meanwhile, and waits hardly at all
    /// for whoever reads the whole database: that is for the next time.
    ///
    /// - Parameter now: nil: as the database has it, so that all servers have one clock.
    func keep(at now: Instant? = nil) throws(StoreError) {
        let found = try session.begin([
            PGRequest(Self.present, [.integer(now?.millisecondsSince1970)])
        ])
        guard let row = found.first?.first else { throw .internalError("No days of batches") }
        let today = Self.day(of: Instant(millisecondsSince1970: row.integer(0)))
        let days = Set(row.texts(1).compactMap(Self.day(ofTable:)))
        let missing = (today...today + Self.ahead).filter { !days.contains($0) }
        let over = days.filter { $0 < today - Self.kept }.sorted()
        for statement in missing.map(Self.creation) + over.map({ "DROP TABLE \(Self.table($0))" }) {
            try change(statement)
        }
    }

    private static let present = """
        SELECT coalesce($1::int8, floor(extract(epoch FROM now()) * 1000)::int8), ARRAY(
            SELECT relname::text FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'batch'::regclass)
        """

    private static let hardlyWait = "SELECT set_config('lock_timeout', '100ms', true)"

    private func change(_ statement: String) throws(StoreError) {
        do throws(StoreError) {
            _ = try session.begin([
                PGRequest("BEGIN"), session.options.limits, PGRequest(PostgreSQLWriter.lock),
                PGRequest(Self.hardlyWait), PGRequest(statement), PGRequest("COMMIT"),
            ])
        } catch {
            session.end(PGRequest("ROLLBACK"))
            throw error
        }
    }

    private static func creation(_ day: Int64) -> String {
        """
        CREATE TABLE IF NOT EXISTS \(table(day)) PARTITION OF batch
            FOR VALUES FROM ('\(firstName(of: day))') TO ('\(firstName(of: day + 1))')
        """
    }

    private static func table(_ day: Int64) -> String { "batch_\(day)" }

    private static func day(ofTable name: String) -> Int64? {
        guard name.hasPrefix("batch_") else { return nil }
        return Int64(name.dropFirst("batch_".count))
    }

    private static func day(of instant: Instant) -> Int64 {
        instant.millisecondsSince1970 / millisecondsADay
    }

    private static func firstName(of day: Int64) -> CaseIdentifier {
        CaseIdentifier(high: UInt64(day * millisecondsADay) << 16, low: 0)
    }

    /// Servers of the version before go on over it: they name a batch by chance, which is for
    /// `batch_other`. Of what they wrote the last minutes are taken along, for whoever has not read
    /// it yet or is about to settle it.
    static let migration = """
        ALTER TABLE batch RENAME TO batch_before;
        CREATE SEQUENCE batch_order;
        SELECT setval('batch_order', coalesce(max(number), 0) + 1, false) FROM batch_before;
        CREATE TABLE batch (
            number BIGINT NOT NULL DEFAULT nextval('batch_order'), id UUID NOT NULL,
            server UUID NOT NULL, at TIMESTAMPTZ NOT NULL DEFAULT now(),
            is_void BOOLEAN NOT NULL DEFAULT false, is_settled BOOLEAN NOT NULL DEFAULT false,
            changes_registry BOOLEAN NOT NULL DEFAULT false,
            inboxes BIGINT[] NOT NULL DEFAULT '{}', heads BIGINT[] NOT NULL DEFAULT '{}',
            CONSTRAINT batch_name UNIQUE (id)) PARTITION BY RANGE (id);
        CREATE INDEX batch_number ON batch (number);
        ALTER SEQUENCE batch_order OWNED BY batch.number;
        CREATE TABLE batch_other PARTITION OF batch DEFAULT;
        CREATE INDEX batch_other_at ON batch_other (at);
        INSERT INTO batch SELECT * FROM batch_before WHERE at > now() - interval '10 minutes';
        DROP TABLE batch_before;
        """
}

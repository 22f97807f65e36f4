// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore

extension ContractCheck {
    static let evidence = [
        ContractCheck("A file's record is kept once, and is its owner's alone") { store in
            let first = try await store.keep(1)
            guard
                case .kept(let again, isNew: false) = await store.execute(
                    Fixtures.keeping(1))
            else { throw ContractBreach("not recognised") }
            try require(again == first && first.isIntact, "the same record")
            guard case .refused(.taken) = await store.execute(Fixtures.keeping(1, size: 2)),
                case .refused(.taken) = await store.execute(
                    Fixtures.keeping(1, by: Fixtures.amazon))
            else { throw ContractBreach("another file under the same identifier") }
            let identifier = Fixtures.evidence(1)
            let own = try await store.evidence(Fixtures.association, identifier)
            try require(own?.record == first && own?.caseIdentifier == nil, "own")
            for other in [
                Fixtures.otherAssociation, Fixtures.amazon, Fixtures.mediator, Fixtures.business,
            ] {
                let seen = try await store.evidence(other, identifier)
                try require(seen == nil, "\(other.slug) sees it")
            }
            let listed = try await store.unattachedEvidence(Fixtures.association)
            try require(listed.map(\.record) == [first], "listed")
            let use = try await store.unattachedUse(Fixtures.association)
            try require(use == EvidenceUse(files: 1, bytes: 1_000), "use")
            let stranger = PartnerReference(kind: .association, slug: "nobody")
            guard
                case .refused(.unknownPartner) = await store.execute(
                    Fixtures.keeping(2, by: stranger))
            else { throw ContractBreach("kept for a stranger") }
        },
        ContractCheck("What no scanner has looked at is found in order, and judged once") { store in
            for number in UInt64(1)...5 { _ = try await store.keep(number) }
            var found: [EvidenceIdentifier] = []
            var position: EvidencePosition?
            while true {
                let page = try await store.pendingEvidence(after: position, limit: 2)
                guard let last = page.last else { break }
                found += page.map(\.identifier)
                position = EvidencePosition(last)
            }
            try require(found == (1...5).map(Fixtures.evidence), "\(found)")
            for (number, scan) in [(UInt64(2), EvidenceScan.infected), (4, .clean), (2, .clean)] {
                let outcome = await store.execute(.judge(Fixtures.evidence(number), scan))
                guard case .kept(let record, isNew: false) = outcome, record.isIntact else {
                    throw ContractBreach("\(outcome)")
                }
            }
            let rest = try await store.pendingEvidence(after: nil, limit: 9)
            try require(rest.map(\.identifier) == [1, 3, 5].map(Fixtures.evidence), "the rest")
            let seen = try await store.evidence(Fixtures.association, Fixtures.evidence(2))
            try require(seen?.record.scan == .infected, "the first word stands")
            guard case .dropped(0) = await store.execute(.judge(Fixtures.evidence(9), .clean))
            else { throw ContractBreach("a file that is gone was judged") }
        },
        ContractCheck("A case takes its submitter's files, which its parties then see") { store in
            _ = try await store.keep(1)
            _ = try await store.keep(2, .mediatorOnly)
            let receipt = try await store.file(try Fixtures.submission(1, evidence: [1, 2]))
            let all = [Fixtures.evidence(1), Fixtures.evidence(2)]
            for (viewer, expected) in [
                (Fixtures.association, all), (Fixtures.mediator, all),
                (Fixtures.amazon, Array(all.prefix(1))),
            ] {
                let seen = try await store.evidence(viewer, of: receipt.identifier)
                try require(seen?.map(\.record.identifier) == expected, "\(viewer.slug) lists")
                for identifier in all {
                    let one = try await store.evidence(viewer, identifier)
                    try require(
                        (one != nil) == expected.contains(identifier), "\(viewer.slug) reads")
                    try require(
                        one == nil || one?.caseIdentifier == receipt.identifier, "the case")
                }
            }
            for viewer in [Fixtures.wish, Fixtures.otherAssociation, Fixtures.business] {
                let list = try await store.evidence(viewer, of: receipt.identifier)
                let one = try await store.evidence(viewer, all[0])
                try require(list == nil && one == nil, "\(viewer.slug) sees something")
            }
            let rest = try await store.unattachedEvidence(Fixtures.association)
            try require(rest.isEmpty, "attached")
        },
        ContractCheck("A platform does not see the files of a complainant it may not know") {
            store in
            _ = try await store.keep(1)
            let receipt = try await store.file(
                try Fixtures.submission(1, evidence: [1], disclosure: .pseudonym))
            let platform = try await store.evidence(Fixtures.amazon, Fixtures.evidence(1))
            let mediator = try await store.evidence(Fixtures.mediator, Fixtures.evidence(1))
            try require(platform == nil && mediator != nil, "sight of \(receipt.state)")
        },
        ContractCheck("Files that are not the actor's, or another case's, are not attached") {
            store in
            _ = try await store.keep(1)
            _ = try await store.keep(2, by: Fixtures.amazon)
            let receipt = try await store.file(try Fixtures.submission(1, evidence: [1]))
            let refused = await store.execute(
                .submit(try Fixtures.submission(2, evidence: [1, 2, 3])))
            try require(
                violations(refused)
                    == (0..<3).map { Violation("evidence_ids[\($0)]", .unknownEvidence) },
                "\(refused)")
            var answer = Fixtures.answer
            answer.evidenceIdentifiers = [Fixtures.evidence(1).bytes]
            let stolen = await store.execute(
                Fixtures.change(receipt.identifier, by: Fixtures.amazon, .respond(answer)))
            try require(
                violations(stolen) == [Violation("evidence_ids[0]", .unknownEvidence)],
                "\(stolen)")
            answer.evidenceIdentifiers = [Fixtures.evidence(2).bytes]
            _ = try applied(
                await store.execute(
                    Fixtures.change(receipt.identifier, by: Fixtures.amazon, .respond(answer))))
            let seen = try await store.evidence(Fixtures.association, Fixtures.evidence(2))
            try require(seen?.record.side == .platform, "the answer's file")
        },
        ContractCheck("What a mediator gives to one side in confidence, the other does not see") {
            store in
            let receipt = try await store.inMediation()
            _ = try await store.keep(1, by: Fixtures.mediator)
            let writing = Writing(
                "Lisez ceci.", evidenceIdentifiers: [Fixtures.evidence(1).bytes])
            let note = ConfidentialNote(
                side: .platform, writing: writing, isByMediator: true, at: Fixtures.now)
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.mediator, .act(.note(note)),
                        minutesLater: 10)))
            let platform = try await store.evidence(Fixtures.amazon, Fixtures.evidence(1))
            let complainant = try await store.evidence(
                Fixtures.association, Fixtures.evidence(1))
            try require(platform?.record.visibility == .mediatorOnly, "narrowed")
            try require(complainant == nil, "the other side sees it")
        },
        ContractCheck("A side of a case has at most twenty files and a hundred mebibytes") {
            store in
            for number in UInt64(1)...21 { _ = try await store.keep(number) }
            let receipt = try await store.file(
                try Fixtures.submission(1, evidence: Array(1...20)))
            let more = await store.add([21], to: receipt)
            try require(
                violations(more) == [
                    Violation("writing.evidence_ids", .tooMuchEvidence, limit: 20, actual: 21)
                ], "\(more)")
            for number in UInt64(31)...36 { _ = try await store.keep(number, size: 20 << 20) }
            let large = await store.execute(
                .submit(try Fixtures.submission(2, evidence: Array(31...36))))
            try require(
                violations(large) == [
                    Violation(
                        "evidence_ids", .tooMuchEvidence, limit: 100 << 20, actual: 120 << 20)
                ], "\(large)")
            _ = try await store.file(try Fixtures.submission(3, evidence: Array(31...35)))
        },
        ContractCheck("A partner cannot fill the disk with files that belong to no case") { store in
            let largest: UInt64 = 20 << 20
            for number in 1...StoreLimits.unattachedEvidenceBytes / largest {
                _ = try await store.keep(number, size: largest)
            }
            guard
                case .refused(.tooManyUnattached) = await store.execute(
                    Fixtures.keeping(999, size: largest))
            else { throw ContractBreach("one too many") }
            _ = try await store.keep(1_000, size: largest, by: Fixtures.wish)
        },
        ContractCheck("Old records that no case has taken are dropped, and no others") { store in
            for number in UInt64(1)...4 { _ = try await store.keep(number) }
            _ = try await store.file(try Fixtures.submission(1, evidence: [2]))
            let now = Fixtures.now.millisecondsSince1970
            let later = Instant(millisecondsSince1970: now + 1)
            for (before, count) in [(Fixtures.now, 0), (later, 2), (later, 1), (later, 0)] {
                guard
                    case .dropped(let dropped) = await store.execute(
                        .dropUnattached(before: before, limit: 2))
                else { throw ContractBreach("not dropped") }
                try require(dropped == count, "\(dropped) instead of \(count)")
            }
            let kept = try await store.evidence(Fixtures.association, Fixtures.evidence(2))
            let gone = try await store.evidence(Fixtures.association, Fixtures.evidence(1))
            try require(kept != nil && gone == nil, "which")
            let contents = [Fixtures.content(1), Fixtures.content(2)]
            let unnamed = try await store.unnamedContents(among: contents)
            try require(unnamed == [Fixtures.content(1)], "named contents")
        },
        ContractCheck("What becomes of a case that is erased becomes of its files") { store in
            _ = try await store.keep(1)
            let receipt = try await store.file(try Fixtures.submission(1, evidence: [1]))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.association, .withdraw(reason: ""))))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.mediator,
                        .act(.erase(reason: "À la demande du plaignant.")), minutesLater: 2)))
            let unnamed = try await store.unnamedContents(among: [Fixtures.content(1)])
            try require(unnamed == [Fixtures.content(1)], "still named")
        },
        ContractCheck("A file that is gone when its turn comes is not kept, and can come again") {
            store in
            let contents = StandInContents(without: [Fixtures.content(1)])
            guard
                case .refused(.contentGone) = await store.execute(
                    Fixtures.keeping(1, in: contents))
            else { throw ContractBreach("kept without its file") }
            let seen = try await store.evidence(Fixtures.association, Fixtures.evidence(1))
            let use = try await store.unattachedUse(Fixtures.association)
            try require(seen == nil && use == EvidenceUse(files: 0, bytes: 0), "a trace")
            _ = try await store.keep(1)
            // What is kept already needs no second look.
            guard
                case .kept(_, isNew: false) = await store.execute(
                    Fixtures.keeping(1, in: contents))
            else { throw ContractBreach("not recognised") }
        },
        ContractCheck("What no record names is removed, and nothing else") { store in
            for number in UInt64(1)...3 { _ = try await store.keep(number) }
            _ = try await store.file(try Fixtures.submission(1, evidence: [2]))
            let now = Fixtures.now.millisecondsSince1970
            let later = Instant(millisecondsSince1970: now + 1)
            guard
                case .dropped(1) = await store.execute(.dropUnattached(before: later, limit: 1))
            else { throw ContractBreach("not dropped") }
            let contents = StandInContents()
            let all = (UInt64(1)...9).map(Fixtures.content)
            // Together, whichever comes first: what is kept before stays, and what has gone before
            // is not kept.
            async let removal = store.execute(.remove(all, from: contents))
            async let fourth = store.execute(Fixtures.keeping(4, in: contents))
            guard case .removed(let sweep, looked: 9) = await removal else {
                throw ContractBreach("not removed")
            }
            let isKept: Bool
            switch await fourth {
            case .kept: isKept = true
            case .refused(.contentGone): isKept = false
            case let other: throw ContractBreach("\(other)")
            }
            let unnamed = try await store.unnamedContents(among: all)
            try require(sweep.files == unnamed.count, "\(sweep)")
            try require(contents.removed == Set(unnamed), "others are gone than are unnamed")
            try require(unnamed.count == (isKept ? 6 : 7), "\(unnamed.count) are unnamed")
        },
    ]

    private static func violations(_ outcome: CaseOutcome) -> [Violation] {
        guard case .refused(let refusal) = outcome, case .invalid(let found) = refusal.code
        else { return [] }
        return found
    }
}

extension Fixtures {
    static func evidence(_ number: UInt64) -> EvidenceIdentifier {
        EvidenceIdentifier(high: 0x0192_0000_0000_7000, low: number)
    }

    /// Stands for a SHA-256.
    package static func content(_ number: UInt64) -> [UInt8] {
        [UInt8](repeating: 9, count: 24)
            + (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    package static func keeping(
        _ number: UInt64, _ visibility: EvidenceVisibility = .parties, size: UInt64 = 1_000,
        by owner: PartnerReference = association,
        in contents: any EvidenceContents = StandInContents()
    ) -> EvidenceOrder {
        .keep(
            evidence(number), owner: owner,
            EvidenceClaim(
                name: "preuve-\(number).pdf", size: size, sha256: content(number), media: .pdf,
                visibility: visibility, capturedAt: now, sourceURL: "https://example.fr/a"),
            at: now, in: contents)
    }

    /// A submission that names files.
    static func submission(
        _ number: UInt64, evidence: [UInt64], disclosure: Disclosure = .identified
    ) throws -> Submission {
        var submission = try submission(number)
        var draft = try Fixtures.draft("REF-\(number)").draft
        draft.evidenceIdentifiers = evidence.map { Fixtures.evidence($0).bytes }
        draft.disclosure = disclosure
        submission.content = .filed(try ValidDraft(draft, today: today))
        return submission
    }
}

extension CaseStore {
    fileprivate func keep(
        _ number: UInt64, _ visibility: EvidenceVisibility = .parties, size: UInt64 = 1_000,
        by owner: PartnerReference = Fixtures.association
    ) async throws -> EvidenceRecord {
        let outcome = await execute(
            Fixtures.keeping(number, visibility, size: size, by: owner))
        guard case .kept(let record, isNew: true) = outcome else {
            throw ContractBreach("\(outcome)")
        }
        return record
    }

    /// Names files in a message of the complainant's.
    fileprivate func add(_ numbers: [UInt64], to receipt: CaseReceipt) async -> CaseOutcome {
        let writing = Writing(
            "Voici la suite.",
            evidenceIdentifiers: numbers.map { Fixtures.evidence($0).bytes })
        return await execute(
            Fixtures.change(
                receipt.identifier, by: Fixtures.association, .act(.addInformation(writing)),
                minutesLater: 5))
    }

    /// A case whose answer was refused.
    fileprivate func inMediation() async throws -> CaseReceipt {
        let receipt = try await file(try Fixtures.submission(1))
        _ = try applied(
            await execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.amazon, .respond(Fixtures.answer))))
        return try applied(
            await execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.association,
                    .giveVerdict(accepted: false, reason: "Rien n’est rétabli."),
                    minutesLater: 2)))
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Every number, in tables: what the charts show, and what they leave out.
struct AnnexTables {
    let data: StatsData
    let say: StatsLanguage

    /// A group of columns.
    private struct Group {
        let title: String
        let counters: [(counter: FigureCounter, title: String)]
    }

    var markup: Markup {
        PageSection(
            identifier: "annex", title: say("Tous les chiffres", "All numbers"),
            lead: data.threshold == 0
                ? ""
                : say(
                    "s : secret statistique. Un nombre de 1 à \(data.threshold - 1), ou qui "
                        + "permettrait d’en calculer un.",
                    "s: withheld. A number from 1 to \(data.threshold - 1), or one from which such "
                        + "a number could be computed."),
            body: data.isOwn ? removals : everything
        ).markup
    }

    private var everything: Markup {
        tables("annex-platforms", say("Plateforme", "Platform"), data.platforms, \.platformTitle)
            + tables(
                "annex-categories", say("Motif", "Matter"), data.categories,
                { say.name(of: $0.category) })
            + months + removals
    }

    // MARK: Columns

    private var groups: [Group] {
        [
            Group(
                title: say("Le parcours", "The course"),
                counters: [
                    (.filed, say("Déposés", "Filed")), (.received, say("Reçus", "Received")),
                    (.acknowledged, say("Accusés", "Acknow­ledged")),
                    (.answered, say("Répondus", "Answered")),
                    (.refusedAnswers, say("Réponses refusées", "Answers refused")),
                    (.readdressed, say("Réadressés", "Sent on")),
                    (.mediated, say("En médiation", "Mediated")),
                    (.escalated, say("Escaladés", "Escalated")),
                    (.missedAcknowledgements, say("Accusés manqués", "Not acknow­ledged")),
                    (.brokenPromises, say("Promesses rompues", "Promises broken")),
                    (.mediatorOverdue, say("Médiateur en retard", "Mediator overdue")),
                    (.reopened, say("Rouverts", "Reopened")),
                ]),
            Group(
                title: say("L’issue", "The end"),
                counters: [
                    (.open, say("En cours", "Under way")),
                    (.concluded, say("Conclus", "Concluded")),
                    (.resolved, say("Résolus", "Resolved")),
                    (.confirmed, say("dont confirmés", "confirmed")),
                    (.resolvedInSilence, say("dont en silence", "in silence")),
                    (.resolvedByMediator, say("dont par médiateur", "by mediator")),
                    (.noAgreement, say("Sans accord", "No agreement")),
                    (.withdrawn, say("Retirés", "With­drawn")),
                    (.inadmissible, say("Irrece­vables", "Inad­missible")),
                    (.duplicates, say("Doublons", "Merged")),
                ]),
            Group(
                title: say("Les obligations", "The duties"),
                counters: [
                    (.explainedDelistings, say("Blocages expliqués", "Blockings explained")),
                    (.unexplainedDelistings, say("Blocages inexpliqués", "Blockings unexplained")),
                    (.shortTermsNotices, say("Préavis de moins de 15 j", "Notice under 15 d")),
                    (
                        .shortTerminationNotices,
                        say("Préavis de moins de 30 j", "Notice under 30 d")
                    ),
                    (.honouredCommitments, say("Engage­ments tenus", "Commit­ments kept")),
                    (.brokenCommitments, say("Engage­ments rompus", "Commit­ments broken")),
                ]),
        ]
    }

    // MARK: Tables

    private func tables(
        _ identifier: String, _ title: String, _ lines: [FigureLine],
        _ name: (FigureLine) -> String
    ) -> Markup {
        guard !lines.isEmpty else { return "" }
        var found: Markup = "<div id=\"\(identifier)\">"
        for group in groups {
            let heads = group.counters.map { head($0.title) }.joined()
            let rows = (lines + [data.total]).enumerated().map { place, line in
                row(
                    place == lines.count ? say("Ensemble", "All") : name(line),
                    group.counters.map { say.count(line[$0.counter]) },
                    isSum: place == lines.count)
            }.joined()
            found = found + table("\(title) – \(group.title)", title, heads, rows)
        }
        return found + times(title, lines, name) + "</div>"
    }

    private func times(
        _ title: String, _ lines: [FigureLine], _ name: (FigureLine) -> String
    ) -> Markup {
        let kinds: [(FigureDurationKind, String)] = [
            (.acknowledge, say("Accusé", "Acknow­ledged")), (.answer, say("Réponse", "Answer")),
            (.resolve, say("Résolution", "Resolution")), (.remove, say("Retrait", "Removal")),
        ]
        let heads = kinds.map { kind in
            head("\(kind.1) : \(say("nombre", "number"))") + head(say("médiane", "median"))
                + head("95\u{202F}%")
        }.joined()
        let rows = (lines + [data.total]).enumerated().map { place, line in
            row(
                place == lines.count ? say("Ensemble", "All") : name(line),
                kinds.flatMap { kind -> [String] in
                    guard let duration = line.duration(kind.0) else { return ["0", "–", "–"] }
                    return [
                        say.count(duration.sample), mark(duration.medianMinutes),
                        mark(duration.p95Minutes),
                    ]
                }, isSum: place == lines.count)
        }.joined()
        return table("\(title) – \(say("Les délais", "The times"))", title, heads, rows)
    }

    private func mark(_ minutes: UInt32?) -> String { minutes.map { say.span(minutes: $0) } ?? "s" }

    private var months: Markup {
        guard !data.months.isEmpty else { return "" }
        let columns: [(FigureCounter, String)] = [
            (.received, say("Reçus", "Received")), (.answered, say("Répondus", "Answered")),
            (.resolutions, say("Résolus", "Resolved")), (.escalated, say("Escaladés", "Escalated")),
            (.removals, say("Retraits", "Removals")),
        ]
        let rows = data.months.map { line in
            row(say.month(line.month), columns.map { say.count(line[$0.0]) }, isSum: false)
        }.joined()
        return "<div id=\"annex-months\">"
            + table(
                say("Par mois", "By month"), say("Mois", "Month"),
                columns.map { head($0.1) }.joined(), rows)
            + "</div>"
    }

    private var removals: Markup {
        guard !data.removals.isEmpty else { return "" }
        let heads = [
            say("Mois", "Month"), say("Retraits", "Removals"), say("Médiane", "Median"),
            "95\u{202F}%",
        ]
        let rows = data.removals.map { line in
            let duration = line.duration(.remove)
            return row(
                line.platformTitle,
                [
                    say.month(line.month), say.count(line[.removals]),
                    mark(duration?.medianMinutes), mark(duration?.p95Minutes),
                ], isSum: false)
        }.joined()
        return "<div id=\"annex-removals\">"
            + table(
                say("Délais de retrait par mois", "Times to removal by month"),
                say("Plateforme", "Platform"), heads.map { head($0) }.joined(), rows)
            + "</div>"
    }

    // MARK: Cells

    private func table(
        _ caption: String, _ title: String, _ heads: Markup, _ rows: Markup
    ) -> Markup {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
        <table class="annex"><caption>\(caption)</caption>
        <thead><tr><th scope="col">\(title)</th>\(heads)</tr></thead>
        <tbody>
        \(rows)</tbody></table>
        </div>

        """
    }

    private func head(_ title: String) -> Markup {
        "<th scope=\"col\" class=\"number\">\(title)</th>"
    }

    private func row(_ name: String, _ cells: [String], isSum: Bool) -> Markup {
        let numbers = cells.map { cell -> Markup in "<td class=\"number\">\(cell)</td>" }.joined()
        let style: Markup = isSum ? " class=\"sum\"" : ""
        return """
            <tr\(style)><th scope="row">\(name)</th>\(numbers)</tr>

            """
    }
}

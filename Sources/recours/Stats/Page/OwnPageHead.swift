// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// The head of a page of one's own removals.
struct OwnPageHead {
    let data: StatsData
    let say: StatsLanguage
    let scope: [String]

    var markup: Markup {
        let narrowed: Markup =
            scope.isEmpty ? "" : "<p class=\"scope\">\(scope.joined(separator: " · "))</p>\n"
        return """
            <header>
            <p class="eyebrow"><span class="mark" aria-hidden="true"></span>Recours \
            <span class="period">\(say(
                "au \(say.date(milliseconds: data.readAtMs))",
                "as of \(say.date(milliseconds: data.readAtMs))"))</span></p>
            <h1>\(title)</h1>
            \(narrowed)<p class="summary">\(summary)</p>
            <p class="warning" role="note">\(say(
                "Vos propres dossiers : rien n’est masqué. Ne pas diffuser.",
                "Your own cases: nothing is withheld. Not to be passed on."))</p>
            </header>

            """
    }

    var title: String {
        say("Les retraits dans vos dossiers", "Removals in your own cases")
    }

    private var summary: String {
        let duration = data.total.duration(.remove)
        guard let median = duration?.medianMinutes, let long = duration?.p95Minutes else {
            return say("Rien n’a encore été retiré.", "Nothing has been removed yet.")
        }
        let count = say.count(data.total[.removals])
        return say(
            "Retraits : \(count). La moitié en \(say.span(minutes: median)) au plus, 95 % en "
                + "\(say.span(minutes: long)).",
            "Removals: \(count). Half of them within \(say.span(minutes: median)), 95% within "
                + "\(say.span(minutes: long)).")
            + (data.olderLeftOut
                ? say(" Les plus anciens ne sont pas comptés.", " The oldest are not counted.")
                : "")
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// Figures as one page that needs nothing else: no script, no font, no network.
///
/// It is read on a telephone, on a screen, and on paper, by eyes and by readers of screens; so
/// every chart is rows of text with a drawing beside it, and every number of a drawing stands in a
/// table as well.
struct StatsPage {
    let data: StatsData
    let say: StatsLanguage
    /// What was asked for, in words; empty: everything.
    let scope: [String]

    /// Throws `CryptoError` if OpenSSL does not work.
    func html() throws(CryptoError) -> String {
        let csv = StatsCSV(data: data).text
        let fingerprint = try SHA256.digest(of: Array(csv.utf8)).hexadecimal
        let own = OwnPageHead(data: data, say: say, scope: scope)
        let title =
            data.isOwn
            ? own.title
            : say(
                "Les recours des petites entreprises face aux plateformes : les chiffres",
                "Small firms’ cases against platforms: the figures")
        let head =
            data.isOwn ? own.markup : PageHead(data: data, say: say, scope: scope).markup
        let page: Markup = """
            <!doctype html>
            <html lang="\(say("fr", "en"))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>\(title)</title>
            <link rel="icon" href="data:,">
            <style>\(PageStyle.sheet)</style>
            </head>
            <body>
            \(head)
            <main>
            \(parts)
            </main>
            \(PageFoot(data: data, say: say, csv: csv, fingerprint: fingerprint).markup)
            </body>
            </html>

            """
        return page.text
    }

    private var parts: Markup {
        let times = TimesChart(data: data, say: say).markup
        let rates = RatesChart(data: data, say: say).markup
        let ends = EndsChart(data: data, say: say).markup
        let failings = FailingsTable(data: data, say: say).markup
        let trend = TrendChart(data: data, say: say).markup
        let removals = RemovalsChart(data: data, say: say).markup
        let categories = CategoriesChart(data: data, say: say).markup
        let annex = AnnexTables(data: data, say: say).markup
        let method = MethodNotes(data: data, say: say).markup
        if data.isOwn { return removals + annex + method }
        let charts = times + rates + ends + failings + trend + removals + categories
        return charts + annex + method
    }
}

extension StatsLanguage {
    /// The way from a chart to its numbers.
    func link(to identifier: String) -> Markup {
        "<a href=\"#\(identifier)\">\(self("Tous les chiffres", "All numbers"))</a>"
    }
}

/// A section with its number, its title as a finding, and what it shows.
struct PageSection {
    let identifier: String
    let title: String
    let lead: String
    let body: Markup

    var markup: Markup {
        """
        <section id="\(identifier)" aria-labelledby="\(identifier)-title">
        <h2 id="\(identifier)-title">\(title)</h2>
        <p class="lead">\(lead)</p>
        \(body)
        </section>

        """
    }
}

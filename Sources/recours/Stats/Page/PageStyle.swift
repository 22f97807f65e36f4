// SPDX-License-Identifier: EUPL-1.2

/// How the page looks: on a telephone and a screen, by day and by night, and on A4.
///
/// Colours differ in lightness as well as in hue, so that they can be told apart by everybody and
/// in a grey print; texts have a contrast of 4.5 or more to what is behind them.
enum PageStyle {
    static let sheet: Markup = colours + text + head + charts + tables + narrow + paper

    static let colours: Markup = """

        :root { color-scheme: light dark;
          --paper: #fcfbf8; --card: #f4f2ec; --ink: #1a2027; --soft: #56606d; --rule: #dcd8ce;
          --accent: #1d4f91; --band: #a9c4e6; --alert: #ad3415; --late: #e39a7f;
          --p1: #1d4f91; --p2: #6c9bd2; --p3: #3f8f84; --p4: #c8502c; --p5: #c9c2b2; --p6: #8d939c;
          --line2: #3f8f84; --bar: #c3cbd6; }
        @media (prefers-color-scheme: dark) { :root {
          --paper: #13171c; --card: #1c2229; --ink: #e9ecef; --soft: #a8b2be; --rule: #343c46;
          --accent: #86b6f2; --band: #2f5180; --alert: #ff9d7c; --late: #96452c;
          --p1: #86b6f2; --p2: #4575b4; --p3: #5cb8aa; --p4: #f0855f; --p5: #575f6a; --p6: #87909b;
          --line2: #5cb8aa; --bar: #414b57; } }
        """

    static let text: Markup = """

        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 62rem; padding: 2.5rem 1.5rem 4rem;
          background: var(--paper);
          color: var(--ink); font: 1rem/1.55 "Source Sans 3", "Source Sans Pro", "Noto Sans",
          "Segoe UI", system-ui, "Liberation Sans", sans-serif;
          font-variant-numeric: tabular-nums; }
        h1, h2, .summary, .tile .big { font-family: "Source Serif 4", Charter,
          "Bitstream Charter", "Noto Serif", "Sitka Text", Cambria, "Liberation Serif",
          Georgia, serif; }
        h1 { font-size: clamp(1.9rem, 1.2rem + 3.2vw, 3.1rem); line-height: 1.1; font-weight: 600;
          letter-spacing: -.015em; margin: .6rem 0 1.2rem; max-width: 26ch; text-wrap: balance; }
        h2 { font-size: clamp(1.4rem, 1.15rem + 1vw, 1.8rem); line-height: 1.2; font-weight: 600;
          letter-spacing: -.01em; margin: 0 0 .4rem; }
        section { margin-top: 4rem; border-top: 1px solid var(--rule); padding-top: 1.6rem; }
        .lead { max-width: 44rem; color: var(--soft); margin: 0 0 1.6rem; }
        a { color: var(--accent); text-underline-offset: .2em; }
        a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent);
          outline-offset: 3px; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        """

    private static let head: Markup = """

        .eyebrow { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .6rem;
          margin: 0; font-weight: 600;
          letter-spacing: .02em; }
        .eyebrow .mark { flex: none; width: 1.1rem; height: 1.1rem; border-radius: 50%;
          border: .28rem solid var(--accent); border-right-color: var(--band); }
        .eyebrow .period { color: var(--soft); font-weight: 400; }
        .scope { color: var(--soft); margin: 0 0 .8rem; }
        .summary { font-size: clamp(1.15rem, 1.05rem + .6vw, 1.4rem); line-height: 1.45;
          max-width: 40rem; margin: 0 0 2.2rem; }
        .warning { border: 2px solid var(--alert); color: var(--alert); padding: .6rem .9rem;
          border-radius: .3rem; font-weight: 600; max-width: 44rem; }
        .tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1px; margin: 0;
          background: var(--rule); border: 1px solid var(--rule); border-radius: .4rem;
          overflow: hidden; }
        .tile { background: var(--paper); padding: 1.1rem 1.2rem 1.2rem; display: flex;
          flex-direction: column; }
        .tile dt { order: 2; font-weight: 600; line-height: 1.3; }
        .tile dd { display: contents; }
        .tile .big { order: 1; font-size: 2.5rem; line-height: 1.1; font-weight: 600;
          letter-spacing: -.02em; color: var(--accent); }
        .tile.alert .big { color: var(--alert); }
        .tile .note { order: 3; color: var(--soft); font-size: .9rem; line-height: 1.4;
          margin-top: .25rem; }
        """

    private static let charts: Markup = """

        figure { margin: 0; }
        figcaption, .legend { color: var(--soft); font-size: .9rem; }
        figcaption { margin-top: .9rem; }
        .row { display: grid; grid-template-columns: 11rem 1fr 11rem; gap: 1.1rem;
          align-items: center; padding: .18rem 0; border-top: 1px solid var(--rule); }
        .row.axis { border: 0; padding: 0; }
        .row .name { font-weight: 600; overflow-wrap: anywhere; line-height: 1.25; }
        .row .value { line-height: 1.25; }
        .row .more, .row .none { color: var(--soft); font-size: .9rem; }
        .ends .row { grid-template-columns: 11rem 1fr 4rem; }
        .categories .row { grid-template-columns: 15rem 1fr 18rem; }
        svg { display: block; width: 100%; overflow: visible; }
        svg text { fill: var(--soft); font-size: 13px; }
        text.clock { fill: var(--alert); font-weight: 600; stroke: none; }
        .grid { stroke: var(--rule); stroke-width: 1; }
        line.clock { stroke: var(--alert); stroke-width: 1.5; stroke-dasharray: 4 3; }
        .span { fill: var(--band); } .late { fill: var(--late); }
        .end { stroke: var(--accent); stroke-width: 2; } .end.over { stroke: var(--alert); }
        .median { fill: var(--accent); stroke: var(--paper); stroke-width: 2; }
        .median.over { fill: var(--alert); }
        rect.p1 { fill: var(--p1); } rect.p2 { fill: var(--p2); } rect.p3 { fill: var(--p3); }
        rect.p4 { fill: var(--p4); } rect.p5 { fill: var(--p5); } rect.p6 { fill: var(--p6); }
        .ends rect { stroke: var(--paper); stroke-width: 1.5; }
        rect.hidden { fill: var(--paper); stroke: var(--soft); stroke-dasharray: 3 3; }
        rect.bar { fill: var(--bar); } .categories rect.bar, .removals rect.bar { fill: var(--p2); }
        line.line1 { stroke: var(--accent); stroke-width: 2.5; }
        circle.line1 { fill: var(--accent); }
        line.line2 { stroke: var(--line2); stroke-width: 2.5; stroke-dasharray: 6 3; }
        circle.line2 { fill: var(--line2); }
        circle.line1, circle.line2 { stroke: var(--paper); stroke-width: 1.5; }
        text.year { font-weight: 600; }
        .legend { display: flex; flex-wrap: wrap; gap: .35rem 1.3rem; list-style: none;
          padding: 0; margin: 0 0 1rem; }
        .legend li { display: flex; align-items: center; gap: .5rem; }
        .swatch { width: 1rem; height: .8rem; border-radius: 1px; flex: none; }
        .swatch.p1 { background: var(--p1); } .swatch.p2 { background: var(--p2); }
        .swatch.p3 { background: var(--p3); } .swatch.p4 { background: var(--p4); }
        .swatch.p5 { background: var(--p5); } .swatch.p6 { background: var(--p6); }
        .swatch.hidden { border: 1px dashed var(--soft); } .swatch.bar { background: var(--bar); }
        .swatch.line1 { height: 0; border-top: 3px solid var(--accent); }
        .swatch.line2 { height: 0; border-top: 3px dashed var(--line2); }
        """

    private static let tables: Markup = """

        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .5rem .6rem; vertical-align: top; }
        th:first-child, td:first-child { padding-left: 0; }
        thead th { font-size: .85rem; font-weight: 600; color: var(--soft); line-height: 1.25;
          vertical-align: bottom; border-bottom: 2px solid var(--rule); }
        tbody tr { border-bottom: 1px solid var(--rule); }
        tbody th { font-weight: 600; white-space: nowrap; }
        .number { text-align: right; }
        .cards td { min-width: 6rem; }
        .share { color: var(--soft); font-size: .85rem; margin-left: .5rem; }
        .mini { margin-top: .25rem; } .mini rect { fill: var(--p4); }
        .scroll { overflow-x: auto; margin: 1.4rem 0 2.2rem; }
        .annex { font-size: .8rem; }
        .annex caption { text-align: left; font-weight: 600; font-size: 1rem; padding: 0 0 .5rem; }
        .annex th, .annex td { padding: .3rem .4rem; }
        .annex thead th { font-size: .76rem; }
        .annex th:first-child { padding-left: 0; }
        .annex tr.sum { font-weight: 600; border-bottom: 0; border-top: 2px solid var(--rule); }
        .notes { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2rem 2.4rem; margin: 0; }
        .notes dt { font-weight: 600; }
        .notes dd { margin: 0; color: var(--soft); font-size: .95rem; }
        footer { margin-top: 4rem; border-top: 1px solid var(--rule); padding-top: 1.2rem;
          color: var(--soft); font-size: .9rem; }
        footer p { margin: .3rem 0; } code { overflow-wrap: anywhere; font-size: .8rem; }
        """

    private static let narrow: Markup = """

        @media (max-width: 46rem) {
          body { padding: 1.5rem 1.1rem 3rem; }
          section { margin-top: 3rem; }
          .tiles { grid-template-columns: 1fr 1fr; }
          .tile .big { font-size: 2rem; }
          .row, .ends .row, .categories .row { grid-template-columns: 1fr auto; gap: .1rem .8rem;
            padding: .55rem 0; }
          .row .strip { grid-column: 1 / -1; grid-row: 2; }
          .row .value { text-align: right; }
          .row.axis .name, .row.axis .value { display: none; }
          .categories .row, .removals .row { grid-template-columns: 1fr; }
          .categories .row .value, .removals .row .value { text-align: left; }
          .categories .row .strip, .removals .row .strip { grid-row: 2; }
          text.odd { display: none; }
          .notes { grid-template-columns: 1fr; }
          .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
          .cards thead { display: none; }
          .cards tr { padding: .7rem 0; display: grid; grid-template-columns: 1fr 1fr;
            gap: .2rem 1.2rem; }
          .cards tbody th { grid-column: 1 / -1; padding: 0; font-size: 1.05rem; }
          .cards td { padding: .15rem 0; min-width: 0; text-align: left; }
          .mini { transform: scaleX(-1); }
          .cards td::before { content: attr(data-title); display: block; color: var(--soft);
            font-size: .82rem; }
        }
        @media (max-width: 26rem) { .tile { padding: .8rem .8rem .9rem; } }
        """

    private static let paper: Markup = """

        @page { size: A4; margin: 16mm 15mm 18mm; }
        @media print {
          :root { color-scheme: light;
            --paper: #fff; --card: #f4f2ec; --ink: #1a2027; --soft: #4c5561; --rule: #d2cec4;
            --accent: #1d4f91; --band: #a9c4e6; --alert: #ad3415; --late: #e39a7f;
            --p1: #1d4f91; --p2: #6c9bd2; --p3: #3f8f84; --p4: #c8502c; --p5: #c9c2b2;
            --p6: #8d939c; --line2: #3f8f84; --bar: #c3cbd6; }
          html { font-size: 10pt; }
          body { padding: 0; max-width: none; print-color-adjust: exact;
            -webkit-print-color-adjust: exact; }
          section { margin-top: 7mm; padding-top: 4mm; }
          .lead { margin-bottom: 3mm; }
          .tile { padding: 3mm 4mm; } .tile .big { font-size: 20pt; }
          .summary { margin-bottom: 5mm; }
          .cards th, .cards td { padding: 1mm 1.5mm; }
          h1 { font-size: 22pt; } h2, .lead { break-after: avoid; }
          .row, .tile, tr, .notes > div, figure, .tiles, .cards { break-inside: avoid; }
          #times, #rates, #ends, #failings, #trend, #removals, #categories {
            break-inside: avoid; }
          .row { grid-template-columns: 11rem 1fr 10rem; padding: 0; }
          .ends .row { grid-template-columns: 11rem 1fr 4rem; }
          .categories .row { grid-template-columns: 12rem 1fr 19rem; padding: 0; }
          .scroll { overflow: visible; margin: 4mm 0 6mm; break-inside: avoid; }
          .annex { font-size: 6.6pt; } .annex thead th { font-size: 5.6pt; hyphens: auto; }
          .annex th, .annex td { padding: .7mm .8mm; } .annex tbody th { white-space: normal; }
          .annex caption { font-size: 9pt; }
          figcaption a, .download { display: none; }
          #annex { break-before: page; }
          a { color: inherit; text-decoration: none; }
        }
        """
}

// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// The three ways to name a case.
package enum CaseReference: Sendable, Hashable {
    case identifier(CaseIdentifier)
    case publicNumber(PublicNumber)
    /// The submitter's own reference; names nothing in another scope than the submitter's.
    case externalReference(String)
}

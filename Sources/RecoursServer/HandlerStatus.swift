// SPDX-License-Identifier: EUPL-1.2

package import RecoursWire

/// What every handler throws. The generated protocols name it without importing the wire, since a
/// handler knows of a call's outcome and of no frame.
package typealias RPCStatus = RecoursWire.RPCStatus

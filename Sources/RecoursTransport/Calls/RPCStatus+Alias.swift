// SPDX-License-Identifier: EUPL-1.2

package import RecoursWire

/// How a call ends, under this module's name: generated services need not know of the wire.
package typealias RPCStatus = RecoursWire.RPCStatus

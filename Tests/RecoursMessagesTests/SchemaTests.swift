// SPDX-License-Identifier: EUPL-1.2

internal import CDescriptorProtos
internal import CProtobufC
internal import Foundation
internal import RecoursMessages
internal import Testing

/// Holds the schema as it is (`current.ds`, which generate.sh writes) against the schema as it was
/// accepted (`accepted.ds`). After adding to the schema: `cp Schema/current.ds Schema/accepted.ds`,
/// and commit both.
@Suite("Schema")
struct SchemaTests {
    @Test("Nothing that was accepted is removed, renumbered or retyped")
    func compatibility() throws {
        let accepted = try SchemaFacts(file: "accepted.ds")
        let current = try SchemaFacts(file: "current.ds")
        #expect(!accepted.facts.isEmpty)
        #expect(accepted.facts.subtracting(current.facts).sorted() == [])
    }

    @Test("What was added is accepted, so that it is held from now on")
    func additions() throws {
        let accepted = try SchemaFacts(file: "accepted.ds")
        let current = try SchemaFacts(file: "current.ds")
        #expect(current.facts.subtracting(accepted.facts).sorted() == [])
    }

    @Test("No message contains itself, and none nests deeper than eight")
    func recursion() throws {
        let parts = try SchemaFacts(file: "current.ds").parts
        func depth(_ name: String, _ path: [String]) -> Int {
            guard !path.contains(name) else {
                Issue.record("\(name) contains itself: \(path)")
                return 0
            }
            return 1 + ((parts[name] ?? []).map { depth($0, path + [name]) }.max() ?? 0)
        }
        for name in parts.keys {
            #expect(depth(name, []) <= 8, "\(name)")
        }
    }

    @Test("Every method is in a table, once, with its shape")
    func methods() throws {
        let tables = [
            ActionServiceMethods.all, CampaignServiceMethods.all, CaseServiceMethods.all,
            ClaimServiceMethods.all, CommitmentServiceMethods.all, EvidenceServiceMethods.all,
            ExportServiceMethods.all, FeedServiceMethods.all, FiguresServiceMethods.all,
            HealthServiceMethods.all, InboxServiceMethods.all, MediationServiceMethods.all,
            OperatorServiceMethods.all, PartnerServiceMethods.all, ProfileServiceMethods.all,
            ProofServiceMethods.all, ResponseServiceMethods.all, RetentionServiceMethods.all,
            WatchServiceMethods.all,
        ].flatMap { $0 }
        let names = Set(tables.map(\.fullName))
        #expect(names.count == tables.count)
        #expect(names == (try SchemaFacts(file: "current.ds").methods))
        #expect(CaseServiceMethods.submitCases.shape == .bidirectional)
        #expect(HealthServiceMethods.watch.shape == .serverStreaming)
        #expect(PartnerServiceMethods.importMandates.shape == .clientStreaming)
        #expect(CaseServiceMethods.submitCase.repeatability == .idempotent)
        #expect(RecoursSchema.hash.count == 16)
    }
}

/// What a descriptor set says, as lines that can be compared.
struct SchemaFacts {
    var facts: Set<String> = []
    /// The message types that each message has fields of.
    var parts: [String: Set<String>] = [:]
    /// Full names of methods, as OPEN has them.
    var methods: Set<String> = []

    init(file: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("Schema/\(file)")))
        let set = try #require(
            google__protobuf__file_descriptor_set__unpack(nil, bytes.count, bytes))
        defer { google__protobuf__file_descriptor_set__free_unpacked(set, nil) }
        for file in list(set.pointee.file, set.pointee.n_file) { read(file.pointee) }
    }

    private mutating func read(_ file: Google__Protobuf__FileDescriptorProto) {
        let package = text(file.package)
        for message in list(file.message_type, file.n_message_type) {
            read(message.pointee, "\(package).\(text(message.pointee.name))")
        }
        for enumeration in list(file.enum_type, file.n_enum_type) {
            let name = "\(package).\(text(enumeration.pointee.name))"
            for value in list(enumeration.pointee.value, enumeration.pointee.n_value) {
                facts.insert(
                    "value \(name) \(value.pointee.number): \(text(value.pointee.name))")
            }
        }
        for service in list(file.service, file.n_service) {
            let name = "\(package).\(text(service.pointee.name))"
            for pointer in list(service.pointee.method, service.pointee.n_method) {
                let method = pointer.pointee
                methods.insert("\(name)/\(text(method.name))")
                facts.insert(
                    "method \(name)/\(text(method.name)): "
                        + "\(method.client_streaming) \(text(method.input_type)) "
                        + "\(method.server_streaming) \(text(method.output_type))")
            }
        }
    }

    private mutating func read(_ message: Google__Protobuf__DescriptorProto, _ name: String) {
        parts[name] = []
        for pointer in list(message.field, message.n_field) {
            let field = pointer.pointee
            let type = String(text(field.type_name).dropFirst())
            // The written `optional` is presence; members of a real oneof name it.
            let oneofs = list(message.oneof_decl, message.n_oneof_decl)
            let oneof =
                field.has_oneof_index != 0
                ? text(oneofs[Int(field.oneof_index)].pointee.name) : ""
            facts.insert(
                "field \(name) \(field.number): \(text(field.name)) \(field.type.rawValue) \(type) "
                    + "\(field.label.rawValue) \(oneof)")
            if field.type == GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__TYPE__TYPE_MESSAGE {
                parts[name]?.insert(type)
            }
        }
    }

    private func list<Element>(
        _ start: UnsafeMutablePointer<UnsafeMutablePointer<Element>?>?, _ count: Int
    ) -> [UnsafeMutablePointer<Element>] {
        UnsafeBufferPointer(start: start, count: count).compactMap { $0 }
    }

    private func text(_ characters: UnsafeMutablePointer<CChar>?) -> String {
        characters.map { String(cString: $0) } ?? ""
    }
}

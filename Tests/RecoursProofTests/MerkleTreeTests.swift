// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import RecoursProof
import Testing

@Suite("Merkle trees")
struct MerkleTreeTests {
    /// The eight inputs of Certificate Transparency's reference tests, and the roots they publish.
    @Test("Trees of nought to eight leaves have the published roots")
    func knownRoots() throws {
        let inputs: [[UInt8]] = [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
            [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            [
                0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D,
                0x6E, 0x6F,
            ],
        ]
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var nodes = try KeptNodes(count: 0)
        for (count, root) in roots.enumerated() {
            #expect(try MerkleTree(nodes, size: UInt64(count)).root().hexadecimal == root)
            if count < inputs.count { try nodes.append(inputs[count]) }
        }
    }

    @Test("Root and proofs are those of the RFC's definition, of every size and place")
    func definition() throws {
        let nodes = try KeptNodes(count: 40)
        for size in 1...40 {
            let entries = nodes.entries[..<size]
            let tree = MerkleTree(nodes, size: UInt64(size))
            let root = try tree.root()
            #expect(try root == naiveRoot(entries))
            for place in 0..<size {
                let proof = try tree.inclusionProof(of: UInt64(place))
                #expect(try proof == naivePath(place, entries))
                #expect(
                    try MerkleVerification.isIncluded(
                        leaf: MerkleHash.leaf(entries[place]), at: UInt64(place),
                        size: UInt64(size), proof: proof, root: root))
            }
            for earlier in 1...size {
                let proof = try tree.consistencyProof(from: UInt64(earlier))
                #expect(try proof == naiveConsistency(earlier, entries))
                let before = (size: UInt64(earlier), root: try naiveRoot(entries[..<earlier]))
                let after = (size: UInt64(size), root: root)
                #expect(
                    try MerkleVerification.isConsistent(
                        earlier: before, later: after, proof: proof))
            }
        }
    }

    @Test(
        "Trees with kept upper levels agree with the definition",
        arguments: [255, 256, 257, 511, 512, 769, 1_000])
    func tiles(size: Int) throws {
        let nodes = try KeptNodes(count: size)
        let tree = MerkleTree(nodes, size: UInt64(size))
        let root = try tree.root()
        #expect(try root == naiveRoot(nodes.entries[...]))
        for place in [0, 1, 127, 254, size / 2, size - 1] {
            let proof = try tree.inclusionProof(of: UInt64(place))
            #expect(try proof == naivePath(place, nodes.entries[...]))
        }
        for earlier in [1, 128, 255, size / 2, size - 1, size] {
            let proof = try tree.consistencyProof(from: UInt64(earlier))
            #expect(try proof == naiveConsistency(earlier, nodes.entries[...]))
        }
    }

    @Test("A wrong leaf, place, size, hash or length of an inclusion proof is refused")
    func wrongInclusion() throws {
        let nodes = try KeptNodes(count: 23)
        let root = try MerkleTree(nodes, size: 23).root()
        for place in UInt64(0)..<23 {
            let proof = try MerkleTree(nodes, size: 23).inclusionProof(of: place)
            let leaf = try MerkleHash.leaf(nodes.entries[Int(place)])
            func holds(
                _ leaf: SHA256Digest, _ place: UInt64, _ size: UInt64, _ proof: [SHA256Digest]
            ) throws -> Bool {
                try MerkleVerification.isIncluded(
                    leaf: leaf, at: place, size: size, proof: proof, root: root)
            }
            #expect(try holds(leaf, place, 23, proof))
            #expect(try !holds(MerkleHash.leaf([9]), place, 23, proof))
            for other in UInt64(0)..<25 where other != place {
                #expect(try !holds(leaf, other, 23, proof))
            }
            #expect(try !holds(leaf, place, 11, proof))
            #expect(try !holds(leaf, place, 64, proof))
            #expect(try !holds(leaf, place, 0, proof))
            #expect(try !holds(leaf, place, 23, proof + [leaf]))
            #expect(try !holds(leaf, place, 23, proof.dropLast()))
            for index in proof.indices {
                var wrong = proof
                wrong[index] = leaf
                #expect(try !holds(leaf, place, 23, wrong))
            }
        }
    }

    @Test("A tree that was rewritten is consistent with none of its earlier heads")
    func wrongConsistency() throws {
        let nodes = try KeptNodes(count: 30)
        var rewritten = try KeptNodes(count: 0)
        for (place, entry) in nodes.entries.enumerated() {
            try rewritten.append(place == 4 ? [0xFF] : entry)
        }
        let later = (size: UInt64(30), root: try MerkleTree(rewritten, size: 30).root())
        for earlier in UInt64(5)...30 {
            let before = (size: earlier, root: try MerkleTree(nodes, size: earlier).root())
            let proof = try MerkleTree(rewritten, size: 30).consistencyProof(from: earlier)
            #expect(
                try !MerkleVerification.isConsistent(earlier: before, later: later, proof: proof))
        }
        // What came before the change is what it was.
        let before = (size: UInt64(4), root: try MerkleTree(nodes, size: 4).root())
        let proof = try MerkleTree(rewritten, size: 30).consistencyProof(from: 4)
        #expect(try MerkleVerification.isConsistent(earlier: before, later: later, proof: proof))
        #expect(
            try !MerkleVerification.isConsistent(
                earlier: before, later: later, proof: proof + [later.root]))
        #expect(try !MerkleVerification.isConsistent(earlier: later, later: before, proof: proof))
    }

    @Test("What is not in a tree has no proof")
    func outside() throws {
        let tree = MerkleTree(try KeptNodes(count: 3), size: 3)
        #expect(throws: ProofError.self) { try tree.inclusionProof(of: 3) }
        #expect(throws: ProofError.self) { try tree.consistencyProof(from: 4) }
        #expect(throws: ProofError.self) {
            try MerkleTree(KeptNodes(count: 3), size: 9).root()
        }
    }
}

# SPDX-License-Identifier: EUPL-1.2
"""Three PostgreSQL under Patroni, and the etcd in which Patroni's nodes agree on who leads.

One etcd is enough here, because no round asks what three of them do among themselves; in service there are three.
"""
import json
import pathlib
import urllib.error
import urllib.request

from authority import Authority, client_words
from libpq import DatabaseError, query
from machines import AS_POSTGRES, SUBNET, Machine, run, until

DATABASE_PORT, PATRONI_PORT, ETCD_PORT = 5432, 8008, 2379
# Patroni wants ttl ≥ loop_wait + 2 × retry_timeout.
RULES = {"ttl": 20, "loop_wait": 5, "retry_timeout": 5, "maximum_lag_on_failover": 1 << 20,
         # A primary whose process died hands over at once: replaying its log may take long.
         "primary_start_timeout": 0,
         # While all nodes still see each other, losing etcd costs nothing.
         "failsafe_mode": True}
PARAMETERS = {
    "max_connections": 60, "shared_buffers": "32MB", "max_wal_size": "96MB", "min_wal_size": "32MB",
    "wal_keep_size": "64MB", "max_slot_wal_keep_size": "192MB", "wal_log_hints": "on", "synchronous_commit": "on",
    # A standby or a client that fell silent holds up everybody until it is noticed.
    "wal_sender_timeout": "5s", "wal_receiver_timeout": "5s", "wal_retrieve_retry_interval": "1s",
    # Sooner than the lock's holder, those that wait for it, or it goes from one lost client to the next.
    "tcp_keepalives_idle": 1, "tcp_keepalives_interval": 1, "tcp_keepalives_count": 2, "tcp_user_timeout": "3s",
    "idle_in_transaction_session_timeout": "3s", "client_connection_check_interval": "1s",
    "ssl": "on", "ssl_min_protocol_version": "TLSv1.3",
    "log_min_messages": "warning", "log_statement": "ddl", "log_timezone": "UTC"}
DISK_MEBIBYTES = 1024
# For whoever connects: all hosts, and what lets a dead one be noticed.
CLIENT = ("target_session_attrs=read-write connect_timeout=2 tcp_user_timeout=5000 keepalives_idle=2 "
          "keepalives_interval=1 keepalives_count=3")


def archiving(directory):
    """Settings that keep every file of the log: whole or not at all, and on the disk before PostgreSQL forgets its own.

    A file that is there already must be the same: after a crash it may come twice, and is never overwritten.
    """
    place = f"{directory}/%f"
    return {"archive_mode": "on", "archive_timeout": 60, "archive_command":
            f"if [ -e {place} ]; then cmp -s %p {place}; else cp %p {place}.part && sync {place}.part && "
            f"mv {place}.part {place} && sync {directory}; fi"}


def postgres_programs():
    return max(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres")).parent


class Cluster:
    def __init__(self, work, is_synchronous=True, archive=None):
        self.is_synchronous, self.work, self.archive = is_synchronous, work, archive
        self.etcd = Machine(work, "etcd", 5)
        self.nodes = [Machine(work, f"db{number}", 10 + number, DISK_MEBIBYTES) for number in (1, 2, 3)]
        # What clients have; a directory that any machine can read, for they all share one root.
        self.identities = work / "identities"
        self.identities.mkdir()
        self.authority = Authority(work / "authority", "databases")
        for role in ("recours", "postgres"):
            self.authority.issue(self.identities, role)

    # MARK: Start

    def start(self):
        address = f"http://{self.etcd.address}:{ETCD_PORT}"
        peers = "http://127.0.0.1:2380"
        self.etcd.boot(
            *AS_POSTGRES, "etcd", "--name", "etcd", "--data-dir", self.etcd.disk / "data",
            "--listen-client-urls", address, "--advertise-client-urls", address, "--listen-peer-urls", peers,
            "--initial-advertise-peer-urls", peers, "--initial-cluster", f"etcd={peers}", "--log-level", "warn")
        for node in self.nodes:
            settings = self.work / f"{node.name}.json"
            settings.write_text(json.dumps(self._settings(node)))
            node.boot(*AS_POSTGRES, "patroni", settings)
            # The first makes the database, and the others copy it.
            until(lambda node=node: self._is_running(node), 90, f"{node.name} runs")
        until(self.primary, 30, "a node leads")
        self.query("CREATE ROLE recours LOGIN", database="postgres")
        self.query("CREATE DATABASE recours OWNER recours", database="postgres")
        self.wait_whole(60)

    def _settings(self, node):
        rules = {**RULES, "synchronous_mode": self.is_synchronous, "synchronous_mode_strict": self.is_synchronous,
                 "postgresql": {"use_pg_rewind": True, "use_slots": True, "parameters": dict(PARAMETERS)}}
        if self.archive:
            rules["postgresql"]["parameters"].update(archiving(self.archive))
            rules["postgresql"]["recovery_conf"] = {"restore_command": f"cp {self.archive}/%f %p"}
        self.authority.issue(node.disk, node.name, node.address, "postgres")
        self.authority.issue(node.disk, "postgres", owner="postgres")
        connect, interface = f"{node.address}:{DATABASE_PORT}", f"{node.address}:{PATRONI_PORT}"
        # Whoever comes without TLS, or without a certificate for the role, finds no line that fits.
        access = [f"hostssl {what} {role} {SUBNET}.0/24 cert" for what, role in (
            ("recours", "recours"), ("all", "postgres"), ("replication", "postgres"))] + ["local all postgres peer"]
        files = {"ssl_cert_file": f"{node.name}.pem", "ssl_key_file": f"{node.name}.key", "ssl_ca_file": "ca.pem"}
        itself = {"username": "postgres", "sslmode": "verify-full", "sslrootcert": str(node.disk / "ca.pem"),
                  "sslcert": str(node.disk / "postgres.pem"), "sslkey": str(node.disk / "postgres.key")}
        return {
            "scope": "recours", "name": node.name,
            "restapi": {"listen": interface, "connect_address": interface},
            "etcd3": {"hosts": f"{self.etcd.address}:{ETCD_PORT}"},
            "bootstrap": {"dcs": rules, "initdb": [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}, "data-checksums"]},
            "postgresql": {
                "listen": connect, "connect_address": connect,
                "data_dir": str(node.disk / "data"), "bin_dir": str(postgres_programs()),
                "pgpass": str(node.disk / "pgpass"), "pg_hba": access,
                "parameters": {"unix_socket_directories": str(node.disk),
                               **{name: str(node.disk / file) for name, file in files.items()}},
                "authentication": {"superuser": itself, "replication": itself}}}

    # MARK: What it says of itself

    @property
    def conninfo(self):
        """For a program: the whole cluster."""
        hosts = ",".join(node.address for node in self.nodes)
        return (f"host={hosts} port={DATABASE_PORT} dbname=recours user=recours {CLIENT} "
                + client_words(self.identities, "recours"))

    def administrator(self, node, database="recours"):
        return (f"host={node.address} port={DATABASE_PORT} dbname={database} user=postgres connect_timeout=2 "
                f"tcp_user_timeout=3000 {client_words(self.identities, 'postgres')}")

    def query(self, statement, node=None, database="recours"):
        """Of the rig's own; it waits for nobody."""
        options = " options='-c statement_timeout=10s -c synchronous_commit=local'"
        return query(self.administrator(node or self.primary(), database) + options, statement)

    def try_query(self, statement):
        """Where it doesn't matter whether there is a primary now."""
        try:
            self.query(statement)
        except (DatabaseError, AttributeError):
            pass

    @staticmethod
    def ask(node, path=""):
        """What Patroni's interface says; None if it says nothing."""
        try:
            with urllib.request.urlopen(f"http://{node.address}:{PATRONI_PORT}/{path}", timeout=2) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as answer:
            return json.load(answer)
        except (OSError, ValueError):
            return None

    def _is_running(self, node):
        return (self.ask(node, "patroni") or {}).get("state") == "running"

    def primary(self):
        """The node that leads, as it says itself; None if there is none."""
        leading = [node for node in self.nodes if node.is_up
                   and (said := self.ask(node, "patroni")) and said.get("role") in ("master", "primary")
                   and said.get("state") == "running"]
        return leading[0] if len(leading) == 1 else None

    def standbys(self):
        """Those that stream from the primary: the one whose word a commit waits for, and the other."""
        rows = dict(self.query("SELECT application_name, sync_state FROM pg_stat_replication "
                               "WHERE state = 'streaming' ORDER BY application_name"))
        by_name = {node.name: node for node in self.nodes}
        synchronous = [by_name[name] for name, state in rows.items() if state == "sync"]
        others = [by_name[name] for name, state in rows.items() if state != "sync"]
        return (synchronous[0] if synchronous else None), others

    def is_whole(self):
        """One leads, two stream from it, and one of these would be the next without loss."""
        if not all(node.is_up and self._is_running(node) for node in self.nodes) or not self.primary():
            return False
        try:
            synchronous, others = self.standbys()
        except (DatabaseError, AttributeError):
            return False
        if not self.is_synchronous:
            return len(others) == 2
        named = [member["name"] for member in (self.ask(self.primary() or self.nodes[0], "cluster") or {})
                 .get("members", []) if member["role"] == "sync_standby"]
        return synchronous is not None and len(others) == 1 and named == [synchronous.name]

    def wait_whole(self, patience):
        until(self.is_whole, patience, "the cluster is whole", 0.5)

    def says(self, node, words):
        """How often a node's log has them."""
        return int(run("bash", "-c", 'grep -c -- "$1" "$2" || true', "grep", words, node.log))

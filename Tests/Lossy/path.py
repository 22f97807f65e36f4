# SPDX-License-Identifier: EUPL-1.2
"""A bad way to a server: what delays, slows, cuts and falls silent, in a thread of its own."""
import asyncio
import random
import socket
import struct
import threading

CHUNK_BYTES = 16_384
RESET = struct.pack("ii", 1, 0)


class Path:
    """Listens on the loopback interface and passes on to `target`, which may change; 0 means nobody is there.

    delay      seconds, each way
    rate       bytes a second, each way and connection
    cut_after  bytes, on average, until a connection is cut at whatever byte that is: by a reset or by a FIN
    mute_after seconds, on average, until a connection passes nothing on any more, and says nothing of it
    """

    def __init__(self, target, delay=0.0, rate=0, cut_after=0, mute_after=0.0, seed=1):
        self.target, self.delay, self.rate = target, delay, rate
        self.cut_after, self.mute_after = cut_after, mute_after
        self.random = random.Random(seed)
        self.opened = self.cuts = self.muted = 0
        self.ports, self.listening = [], threading.Event()
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_until_complete, args=(self.serve(),), daemon=True).start()
        assert self.listening.wait(10), "the path did not open"

    @property
    def port(self):
        return self.ports[0]

    async def serve(self):
        server = await asyncio.start_server(self.carry, "127.0.0.1", 0, limit=CHUNK_BYTES)
        self.ports.append(server.sockets[0].getsockname()[1])
        self.listening.set()
        async with server:
            await server.serve_forever()

    async def carry(self, reader, writer):
        self.opened += 1
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.target, limit=CHUNK_BYTES)
        except OSError:
            return self.end(writer, reset=True)
        left = [self.random.expovariate(1 / self.cut_after) if self.cut_after else float("inf")]
        silent = asyncio.Event()
        if self.mute_after:
            self.loop.call_later(self.random.expovariate(1 / self.mute_after), silent.set)
        both = [asyncio.ensure_future(self.pass_on(reader, back, left, silent)),
                asyncio.ensure_future(self.pass_on(there, writer, left, silent))]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.sleep(self.delay)
        for one in both:
            one.cancel()
        self.muted += silent.is_set()
        was_cut = left[0] <= 0
        self.cuts += was_cut
        reset = was_cut and self.random.random() < 0.5
        self.end(writer, reset)
        self.end(back, reset)

    @staticmethod
    def end(writer, reset):
        if reset:
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        writer.close()

    async def pass_on(self, reader, writer, left, silent):
        """One direction; `left` is shared by both, so that the cut falls anywhere in either."""
        queue = asyncio.Queue(maxsize=64)
        sending = asyncio.ensure_future(self.send(queue, writer))
        try:
            while left[0] > 0 and (data := await reader.read(CHUNK_BYTES)):
                # Taken and not passed on: the sender's kernel is told that all is well.
                if silent.is_set():
                    continue
                left[0] -= len(data)
                if left[0] <= 0:
                    data = data[:len(data) + int(left[0])]
                await queue.put((self.loop.time() + self.delay, data))
            await queue.put((self.loop.time() + self.delay, None))
            await sending
        except OSError:
            pass
        finally:
            sending.cancel()

    async def send(self, queue, writer):
        while True:
            due, data = await queue.get()
            await asyncio.sleep(due - self.loop.time())
            if data is None:
                return
            writer.write(data)
            await writer.drain()
            if self.rate:
                await asyncio.sleep(len(data) / self.rate)

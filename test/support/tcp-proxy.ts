import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

const HOST = '127.0.0.1';

/**
 * `refuse`: nobody listens, and what was open is reset. `black hole`: connections are accepted, bytes swallowed; when it
 * ends, whoever lost bytes is reset. `freeze`: no byte moves either way; when it ends, all of them do.
 */
export type ProxyMode = 'pass' | 'refuse' | 'black hole' | 'freeze';

type Towards = 'server' | 'client';

/** A cut of the connection that carries the nth chunk with these bytes, counted from when it is asked for. */
export type Cut = {
  readonly towards: Towards;
  readonly having: Buffer;
  /** 1 for the first. */
  readonly nth: number;
  /** How much of that chunk is passed on, or all of it and nothing of what the other side answers. */
  readonly passing: 'nothing' | 'half' | 'all' | 'all but the answer';
};

export type TcpProxy = {
  readonly port: number;
  /** Connections of clients that are open now. */
  open(): number;
  switchTo(mode: ProxyMode): Promise<void>;
  /** Milliseconds that each chunk takes longer, each way. */
  delay(milliseconds: number): void;
  /** Resolves when it is done. One at a time: another one takes its place. */
  cut(cut: Cut): Promise<void>;
  /** Takes back a cut that is not done. */
  spare(): void;
  stop(): Promise<void>;
};

type Pair = { readonly client: Socket; readonly server: Socket; lossy: boolean; answerless: boolean };

/** A loopback proxy in front of one port of this machine, whose faults can be switched while connections are open. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let mode: ProxyMode = 'pass';
  let latency = 0;
  let awaited: (Cut & { left: number; done(): void }) | undefined;
  let listener = await listen(0);
  const { port } = listener.address() as AddressInfo;

  async function listen(at: number): Promise<Server> {
    const server = createServer(accept).listen(at, HOST);
    await once(server, 'listening');
    return server;
  }

  function accept(client: Socket): void {
    const server = connect(target, HOST);
    const pair: Pair = { client, server, lossy: false, answerless: false };
    pairs.add(pair);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      // What ends one side ends the other; `close` follows.
      socket.on('error', () => undefined);
      socket.on('close', () => reset(pair));
      if (mode === 'freeze') socket.pause();
    }
    client.on('data', (chunk: Buffer) => forward(pair, 'server', chunk));
    server.on('data', (chunk: Buffer) => forward(pair, 'client', chunk));
  }

  function forward(pair: Pair, towards: Towards, chunk: Buffer): void {
    if (mode === 'black hole') return void (pair.lossy = true);
    if (pair.answerless && towards === 'client') return finishCut(pair);
    const cut = awaited;
    if (cut !== undefined && cut.towards === towards && chunk.includes(cut.having) && (cut.left -= 1) === 0) {
      if (cut.passing === 'all but the answer') pair.answerless = true;
      else {
        const passed = cut.passing === 'all' ? chunk.length : cut.passing === 'half' ? chunk.length / 2 : 0;
        pair[towards].write(chunk.subarray(0, passed), () => finishCut(pair));
        return;
      }
    }
    if (latency === 0) pair[towards].write(chunk);
    else setTimeout(() => pair[towards].write(chunk), latency);
  }

  function finishCut(pair: Pair): void {
    reset(pair);
    awaited?.done();
    awaited = undefined;
  }

  function reset(pair: Pair): void {
    pairs.delete(pair);
    pair.client.resetAndDestroy();
    pair.server.resetAndDestroy();
  }

  return {
    port,
    open: () => pairs.size,
    async switchTo(next) {
      const before = mode;
      mode = next;
      if (before === 'refuse' && next !== 'refuse') listener = await listen(port);
      if (before !== 'refuse' && next === 'refuse') listener.close();
      const move = next === 'freeze' ? 'pause' : 'resume';
      for (const pair of pairs) {
        if (next === 'refuse' || (before === 'black hole' && pair.lossy)) reset(pair);
        else for (const socket of [pair.client, pair.server]) socket[move]();
      }
    },
    delay: (milliseconds) => void (latency = milliseconds),
    cut: (cut) => new Promise((done) => (awaited = { ...cut, left: cut.nth, done })),
    spare: () => void (awaited = undefined),
    async stop() {
      for (const pair of pairs) reset(pair);
      listener.close();
    },
  };
}

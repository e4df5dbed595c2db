// Kept connections on bare sockets, as many as are busy at once: a client that parses what it gets is slower than the server it measures.
import { connect, type Socket } from 'node:net';

export interface Heard {
  readonly status: number;
  /** From the last byte written to the last byte heard. */
  readonly ms: number;
  /** Only of what is wanted; an empty string otherwise. */
  readonly body: string;
}

interface Line {
  readonly socket: Socket;
  hear(part: Buffer): void;
}

export interface Wire {
  ask(question: string): Promise<Heard>;
  close(): void;
}

/** `keeps` says of which answers the body is wanted. */
export function openWire(base: string, keeps: (status: number) => boolean = () => false): Wire {
  const url = new URL(base);
  const idle: Line[] = [];
  const all = new Set<Socket>();

  function open(): Line {
    const socket = connect(Number(url.port), url.hostname).setNoDelay(true);
    const line: Line = { socket, hear: () => {} };
    all.add(socket);
    socket.on('data', (part: Buffer) => line.hear(part));
    socket.on('error', () => {});
    // A server may close what was idle for long.
    socket.on('close', () => {
      all.delete(socket);
      const at = idle.indexOf(line);
      if (at >= 0) idle.splice(at, 1);
    });
    return line;
  }

  function askOn(line: Line, question: string): Promise<Heard | null> {
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      const startedAt = performance.now();
      const failed = (error?: unknown) => {
        if (parts.length === 0) resolve(null);
        else reject(error instanceof Error ? error : new Error('the connection was closed'));
      };
      line.socket.once('error', failed).once('close', failed);
      line.hear = (part) => {
        parts.push(part);
        const heard = wholeAnswer(parts);
        if (heard === null) return;
        line.socket.off('error', failed).off('close', failed);
        idle.push(line);
        const body = keeps(heard.status) ? String(Buffer.concat(parts)) : '';
        resolve({ status: heard.status, ms: performance.now() - startedAt, body });
      };
      line.socket.write(question);
    });
  }

  return {
    ask: async (question) => {
      const line = idle.pop();
      // What was kept long may be closed at the other end just now: then again, on new ones.
      let heard = line ? await askOn(line, question) : null;
      for (let tries = 0; heard === null && tries < 3; tries += 1) heard = await askOn(open(), question);
      if (heard === null) throw new Error('the connection was closed');
      return heard;
    },
    close: () => {
      for (const socket of all) socket.destroy();
    },
  };
}

/** Null while something is missing. The servers here send a head in one piece. */
function wholeAnswer(parts: readonly Buffer[]): { readonly status: number } | null {
  const [first] = parts as [Buffer];
  const headEnds = first.indexOf('\r\n\r\n') + 4;
  const head = first.toString('latin1', 0, headEnds);
  const status = Number(head.slice(9, 12));
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  if (length !== undefined) return size >= headEnds + Number(length) ? { status } : null;
  // Compressed on the way: `0\r\n\r\n` ends it.
  return status === 304 || parts.at(-1)!.toString('latin1').endsWith('0\r\n\r\n') ? { status } : null;
}

export interface Shares {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

export function sharesOf(times: readonly number[]): Shares {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}

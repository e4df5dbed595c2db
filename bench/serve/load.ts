// URL CODING CONNECTIONS SECONDS: asks for one page over and over on kept connections, and prints {perSecond, p99} as JSON.
// Written on bare sockets, because a client that parses what it gets is slower than the servers it should measure.
import { connect, type Socket } from 'node:net';

const [address = '', coding = '', connections = '32', seconds = '3'] = process.argv.slice(2);
const url = new URL(address);
const question = Buffer.from(`GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: ${coding}\r\n\r\n`);
const latencies: number[] = [];
const end = performance.now() + Number(seconds) * 1000;

const sockets = Array.from({ length: Number(connections) }, askAgainAndAgain);
const started = performance.now();
await Promise.all(sockets);
const took = (performance.now() - started) / 1000;
latencies.sort((a, b) => a - b);
const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
process.stdout.write(JSON.stringify({ perSecond: latencies.length / took, p99 }));

function askAgainAndAgain(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket: Socket = connect(Number(url.port), url.hostname);
  let asked = 0;
  let missing = 0;
  const ask = () => {
    if (performance.now() > end) return void socket.end(resolve);
    asked = performance.now();
    missing = -1;
    socket.write(question);
  };
  socket.setNoDelay(true).on('connect', ask).on('error', reject);
  socket.on('data', (part: Buffer) => {
    missing = missing === -1 ? lengthOf(part) - part.length : missing - part.length;
    if (missing > 0) return;
    if (missing < 0) reject(new Error('more came than was announced'));
    latencies.push(performance.now() - asked);
    ask();
  });
  return promise;
}

/** Of the whole answer, from its head; servers here send the head in one piece. */
function lengthOf(part: Buffer): number {
  const head = part.subarray(0, part.indexOf('\r\n\r\n') + 4).toString('latin1');
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(`not the page: ${head.slice(0, 200)}`);
  return head.length + Number(length);
}

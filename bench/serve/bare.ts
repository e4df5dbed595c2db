// The least a Node server can do: PORT FOLDER, one buffer from memory for every request.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [port, folder = ''] = process.argv.slice(2);
const bodies = new Map(['br', 'gzip'].map((coding) => [coding, readFileSync(join(folder, `page.${coding}`))]));

createServer((request, response) => {
  const coding = request.headers['accept-encoding'] === 'br' ? 'br' : 'gzip';
  const body = bodies.get(coding)!;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': coding,
    vary: 'Accept-Encoding',
    'content-length': body.length,
  });
  response.end(body);
}).listen(Number(port), '127.0.0.1');

// The least a server can do against a flood: PORT, the same refusal for every form, its body unheard.
import { createServer } from 'node:http';

const page = Buffer.alloc(2500, 'Too many. ');

createServer((_request, response) => {
  response.writeHead(429, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
  response.end(page);
}).listen(Number(process.argv[2]), '127.0.0.1');

// The least a server can do with a contribution: PORT FILE, one INSERT a post, on the disk before the answer.
import { createServer } from 'node:http';
import Database from 'better-sqlite3';

const [port, file = ''] = process.argv.slice(2);
const database = new Database(file);
database.pragma('journal_mode = wal');
database.pragma('synchronous = full');
database.exec(
  'create table post (row integer primary key, name text, subject text, body text, ticket text unique, at text)',
);
const insert = database.prepare('insert into post (name, subject, body, ticket, at) values (?, ?, ?, ?, ?)');

createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const form = new URLSearchParams(Buffer.concat(parts).toString());
  insert.run(form.get('name'), form.get('subject'), form.get('body'), form.get('ticket'), new Date().toISOString());
  response.writeHead(303, { location: '/thanks', 'content-length': 0 });
  response.end();
}).listen(Number(port), '127.0.0.1');

// Visitors who contribute: each from a place of their own, on kept connections, the way the form does it.
import { Agent, request } from 'node:http';

export interface Post {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly address: string;
}

export interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
  readonly ms: number;
}

const WORDS =
  'the hall was full that evening and nobody wrote down who spoke first about bread or salt or the letter from the coast while rain came through roof over printers smiths weavers old songs of harvest night in winter';

export function postOf(number: number): Post {
  const words = WORDS.split(' ');
  const said = Array.from(
    { length: 60 },
    (_, at) => words[(number * 7 + at * at * 3 + (number >> (at % 12))) % words.length],
  );
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return {
    name: `Visitor ${number}`,
    subject: `On page ${number}`,
    body: `${said.join(' ')}.\n\nNumber ${number}.`,
    address,
  };
}

export function createPoster(base: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const post = (path: string, fields: Readonly<Record<string, string>>, address: string): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const body = new URLSearchParams(fields).toString();
      const startedAt = performance.now();
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-forwarded-for': address,
        'sec-fetch-site': 'same-origin',
      };
      const asked = request(`${base}${path}`, { method: 'POST', agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const { statusCode: status = 0, headers: heads } = answer;
          const location = heads.location ?? null;
          resolve({ status, location, body: Buffer.concat(parts).toString(), ms: performance.now() - startedAt });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  return { post, close: () => agent.destroy() };
}

export type Poster = ReturnType<typeof createPoster>;

const FIELDS = { email: '', notify: '', paragraph: '', answers: '', quote: '', website: '' } as const;

/** The fields of the form, as the page of preview hands them on. */
export function fieldsOf({ name, subject, body }: Post, ticket?: string): Readonly<Record<string, string>> {
  const typed = { ...FIELDS, name, subject, body };
  return ticket === undefined ? typed : { ...typed, ticket, work: '' };
}

export const ticketIn = ({ body, status }: Answered): string => {
  const ticket = /name="ticket" value="([^"]+)"/.exec(body)?.[1];
  if (ticket === undefined) throw new Error(`no preview, but ${status}: ${body.slice(0, 300)}`);
  return ticket;
};

// People who have nothing to do with a flood: each looks at a preview, lets the browser work for it, sends, and tries again when turned away.
import { setTimeout as pause } from 'node:timers/promises';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { fieldsOf, type Poster, postOf, ticketIn } from './poster.ts';

export interface Tried {
  /** How many forms were posted until the receipt came; null when it never did. */
  readonly posts: number | null;
  readonly seconds: number;
}

interface Trying {
  readonly slug: string;
  readonly number: number;
  readonly attempts: number;
  readonly pauseSeconds: number;
}

export async function sendHonestly(poster: Poster, trying: Trying): Promise<Tried> {
  const { slug, number, attempts, pauseSeconds } = trying;
  const post = { ...postOf(number), name: `Honest ${number}`, address: `203.${number}.113.7` };
  const startedAt = performance.now();
  let [posts, preview] = [0, ''];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await pause(pauseSeconds * 1000);
    const fields =
      preview === '' ? fieldsOf(post) : { ...fieldsOf(post, ticketIn(pageOf(preview))), work: await workFor(preview) };
    posts += 1;
    const answer = await poster.post(`/${slug}/forum/${preview === '' ? 'preview' : 'send'}`, fields, post.address);
    if (answer.status === 303) return { posts, seconds: (performance.now() - startedAt) / 1000 };
    if (answer.status === 200) {
      preview = answer.body;
      attempt -= 1;
      await pause(500);
    } else if (answer.status !== 429) throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`);
  }
  return { posts: null, seconds: (performance.now() - startedAt) / 1000 };
}

const pageOf = (body: string) => ({ status: 200, location: null, ms: 0, body });

async function workFor(preview: string): Promise<string> {
  const written = /data-challenge="([^"]+)"/.exec(preview)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const challenge = JSON.parse(written) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

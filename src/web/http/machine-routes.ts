// Addresses for machines rather than people: assets, health, metrics.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#domain/refusal.ts';
import type { Asset, Assets } from './assets.ts';
import { acceptedCoding, type Coding } from './compression.ts';
import type { Metrics } from './metrics.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

interface Parts {
  readonly assets: Assets;
  readonly counts: Metrics;
  readonly generation: () => number;
  readonly headers: Readonly<Record<string, string>>;
}

export function machineRoutes(application: FastifyInstance, { assets, counts, generation, headers }: Parts): void {
  application.get('/assets/:hash/:name', (request, reply) => {
    const asset = assets.find(request.url);
    if (asset === undefined) throw new Refusal('not-found');
    const coding = codingOf(asset, acceptedCoding(request.headers['accept-encoding'] as string | undefined));
    reply.headers({ ...headers, 'cache-control': FOR_EVER, 'content-type': asset.contentType });
    if (coding !== 'identity') reply.header('content-encoding', coding);
    return reply.send(bodyOf(asset, coding));
  });

  // Up means: the process answers and the database does.
  application.get('/health', (_request, reply) => {
    generation();
    return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send('{"status":"ok"}\n');
  });

  application.get('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request)) throw new Refusal('not-found');
    return reply
      .header('cache-control', 'no-store')
      .type(counts.contentType)
      .send(await counts.text());
  });
}

// A reverse proxy on this machine says for whom it asks; whoever asks through one is not this machine.
function isFromThisMachine(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return /^(127\.|::1$|::ffff:127\.)/.test(address) && !forwarded;
}

function codingOf(asset: Asset, accepted: Coding): Coding {
  return asset.brotli === asset.identity ? 'identity' : accepted;
}

function bodyOf(asset: Asset, coding: Coding): Buffer {
  if (coding === 'br') return asset.brotli;
  return coding === 'gzip' ? asset.gzip : asset.identity;
}

// What is said to a flood: one page a language, made at the start, so that saying it costs next to nothing.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '#locale/translate.ts';
import type { Context } from '#operations/context.ts';
import { tooManyPage } from '../pages/error.ts';
import { HTML_TYPE } from './answer.ts';
import type { Assets } from './assets.ts';
import { visitorLanguage } from './language.ts';
import { securityHeaders } from './security-headers.ts';

export type FloodAnswer = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

const RETRY_AFTER_SECONDS = 60;
/** A longer body is not worth hearing to its end. */
const LONGEST_HEARD_BYTES = 64 * 1024;

export async function floodAnswer(context: Context, assets: Assets): Promise<FloodAnswer> {
  const { publicUrl, siteLanguage } = context.settings;
  const pages = new Map<Language, Buffer>();
  for (const language of LANGUAGES)
    pages.set(language, Buffer.from(String(await tooManyPage(context, { assets, language }))));
  const headers = {
    ...securityHeaders(publicUrl.startsWith('https:')),
    'content-type': HTML_TYPE,
    'cache-control': 'private, no-store',
    'retry-after': String(RETRY_AFTER_SECONDS),
  };
  return (request, reply) => {
    const page = pages.get(visitorLanguage(null, request.headers['accept-language'], siteLanguage))!;
    const isHeard = Number(request.headers['content-length']) <= LONGEST_HEARD_BYTES;
    reply.hijack();
    reply.raw.writeHead(429, {
      ...headers,
      'content-length': page.length,
      ...(isHeard ? {} : { connection: 'close' }),
    });
    reply.raw.end(page);
    return reply;
  };
}

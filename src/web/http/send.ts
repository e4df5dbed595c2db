// Puts an answer on the wire.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type BytesAnswer, HTML_TYPE, type HtmlAnswer, type RedirectAnswer } from './answer.ts';
import { acceptedCoding, compressForSending, isWorthCompressing } from './compression.ts';
import { writeCookie } from './cookies.ts';
import { isFresh, tagOf } from './validators.ts';

export const SHARED_CACHE = 'public, max-age=0, must-revalidate';
const PRIVATE_CACHE = 'private, no-store';

export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: HtmlAnswer | BytesAnswer | RedirectAnswer,
  https: boolean,
): Promise<FastifyReply> {
  for (const cookie of answer.cookies ?? []) reply.raw.appendHeader('set-cookie', writeCookie(cookie, https));
  if (answer.kind === 'redirect') {
    reply.header('cache-control', PRIVATE_CACHE).headers(answer.headers ?? {});
    return reply.redirect(answer.to, answer.status ?? 303);
  }
  const isHtml = answer.kind === 'html';
  reply.header('cache-control', isHtml && !answer.shared ? PRIVATE_CACHE : SHARED_CACHE).headers(answer.headers ?? {});
  const contentType = isHtml ? HTML_TYPE : answer.contentType;
  const body = Buffer.from(isHtml ? String(await answer.html) : (answer.body as string));
  return sendBody(request, reply, {
    contentType,
    body,
    status: answer.status ?? 200,
    lastModified: isHtml ? undefined : answer.lastModified,
  });
}

interface Body {
  readonly contentType: string;
  readonly body: Buffer;
  readonly status: number;
  readonly lastModified: string | undefined;
}

async function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  { contentType, body, status, lastModified }: Body,
) {
  reply.code(status).header('content-type', contentType).header('accept-ranges', 'none');
  const modified = lastModified === undefined ? null : Date.parse(lastModified);
  if (status === 200 && (request.method === 'GET' || request.method === 'HEAD')) {
    const etag = tagOf(body);
    reply.header('etag', etag);
    if (modified !== null) reply.header('last-modified', new Date(modified).toUTCString());
    if (isFresh(request.headers, etag, modified)) {
      reply.removeHeader('content-type');
      return reply.code(304).send();
    }
  }
  const coding = isWorthCompressing(contentType, body.length)
    ? acceptedCoding(header(request, 'accept-encoding'))
    : 'identity';
  if (isWorthCompressing(contentType, body.length)) reply.raw.appendHeader('vary', 'Accept-Encoding');
  if (coding !== 'identity') reply.header('content-encoding', coding);
  return reply.send(await compressForSending(body, coding));
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join() : value;
}

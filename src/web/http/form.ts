import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#domain/refusal.ts';
import type { UploadedFile } from './route.ts';

const MOST_PARTS = 200;

export interface Form {
  readonly fields: URLSearchParams;
  readonly files: readonly UploadedFile[];
}

/** Teaches the application the two ways a browser sends a form, both bounded. */
export async function acceptForms(application: FastifyInstance, limitBytes: number): Promise<void> {
  application.removeAllContentTypeParsers();
  application.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: limitBytes },
    (_request, body, done) => done(null, new URLSearchParams(body)),
  );
  application.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string', bodyLimit: limitBytes },
    (_request, body, done) => done(null, body),
  );
  await application.register(multipart, {
    limits: { fileSize: limitBytes, fieldSize: limitBytes, parts: MOST_PARTS, fieldNameSize: 100, headerPairs: 20 },
    throwFileSizeLimit: true,
  });
}

export async function readForm(request: FastifyRequest): Promise<Form> {
  if (request.isMultipart()) return Promise.race([readParts(request).catch(asRefusal), overrun(request)]);
  if (request.body instanceof URLSearchParams) return { fields: request.body, files: [] };
  if (request.body === undefined) return { fields: new URLSearchParams(), files: [] };
  throw new Refusal('unsupported-media-type');
}

/** Rejects when more comes than the route takes; the reader of parts would go on to the end of a gigabyte before saying so. */
function overrun({ raw, headers, routeOptions }: FastifyRequest): Promise<never> {
  const most = (routeOptions.bodyLimit ?? 0) + ROOM_FOR_HEADS;
  const { promise, reject } = Promise.withResolvers<never>();
  const refuse = () => reject(new Refusal('too-large'));
  if (Number(headers['content-length']) > most) refuse();
  let size = 0;
  raw.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) refuse();
  });
  return promise;
}

const ROOM_FOR_HEADS = 64 * 1024;

// The reader of parts complains of a body cut short or of a boundary that is none without saying whose fault it is: the sender's.
function asRefusal(error: unknown): never {
  if (error instanceof Error && !('code' in error) && !('statusCode' in error)) throw new Refusal('bad-request');
  throw error;
}

async function readParts(request: FastifyRequest): Promise<Form> {
  const fields = new URLSearchParams();
  const files: UploadedFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      // A file field left empty is sent all the same, without a name.
      if (part.filename || bytes.length > 0) files.push({ field: part.fieldname, fileName: part.filename, bytes });
    } else if (part.valueTruncated) {
      throw new Refusal('too-large');
    } else {
      fields.append(part.fieldname, String(part.value));
    }
  }
  return { fields, files };
}

import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { openApiDocument } from '../../views/api/openapi.ts';
import { jsonAnswer } from './answer.ts';

export async function describeApi({ context: { settings } }: Visit): Promise<Answer> {
  const { siteName, publicUrl, siteLanguage } = settings;
  return jsonAnswer(openApiDocument({ siteName, publicUrl, language: siteLanguage }), { isPublic: true });
}

import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import { API_OPERATIONS, type ApiOperation } from '../../pages/api/operations.ts';
import { API_SCHEMAS } from '../../pages/api/schemas.ts';

interface Described {
  readonly siteName: string;
  readonly publicUrl: string;
  readonly language: Language;
}

/** OpenAPI 3.1, made from the tables the interface itself is made from. */
export function openApiDocument({ siteName, publicUrl, language }: Described): object {
  const say = (key: MessageKey) => translate(language, key, { site: siteName });
  const paths = Map.groupBy(API_OPERATIONS, ({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  return {
    openapi: '3.1.0',
    info: { title: say('api.title'), description: say('api.about'), version: '1' },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(
      [...paths].map(([path, operations]) => [
        path,
        Object.fromEntries(operations.map((operation) => [operation.method.toLowerCase(), described(operation, say)])),
      ]),
    ),
    components: {
      schemas: API_SCHEMAS,
      securitySchemes: { secret: { type: 'http', scheme: 'bearer' } },
    },
  };
}

type Say = (key: MessageKey) => string;

function described({ id, path, policy, about, query, asked, answered, failures }: ApiOperation, say: Say) {
  const isPublic = policy === 'public';
  const refusals = [...failures, ...(isPublic ? [] : ([401, 403] as const)), 429] as const;
  const inPath = path.includes(':id') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : [];
  return {
    operationId: id,
    summary: say(about),
    security: isPublic ? [] : [{ secret: [] }],
    parameters: [
      ...inPath.map((parameter) => ({ ...parameter, description: say('api.parameter.id') })),
      ...query.map(({ name, schema }) => ({ name, in: 'query', schema, description: say(`api.parameter.${name}`) })),
    ],
    ...(asked && { requestBody: { required: true, content: json(asked) } }),
    responses: {
      200: { description: say(about), content: json(answered) },
      ...Object.fromEntries(
        refusals.map((status) => [
          status,
          {
            description: say(`api.answer.${status}`),
            content: { 'application/problem+json': { schema: referTo('Problem') } },
          },
        ]),
      ),
    },
  };
}

const json = (schema: string) => ({ 'application/json': { schema: referTo(schema) } });
const referTo = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });

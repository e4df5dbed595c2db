import { createServer } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import type { Context } from '#operations/context.ts';
import { libraryGeneration } from '#operations/library-generation.ts';
import { errorAnswer, signInRedirect } from '../pages/error.ts';
import { routes as allRoutes } from '../routes.ts';
import type { Answer } from './answer.ts';
import { loadAssets } from './assets.ts';
import { failureOf } from './errors.ts';
import { type FloodAnswer, floodAnswer } from './flood-answer.ts';
import { type FloodShield, floodShield, shieldLimits } from './flood-shield.ts';
import { acceptForms } from './form.ts';
import { lingering } from './lingering.ts';
import { machineRoutes } from './machine-routes.ts';
import { metrics } from './metrics.ts';
import { type PressedPages, pressedPages } from './pressed-pages.ts';
import { problemAnswer } from './problem.ts';
import { programStamp } from './program-stamp.ts';
import type { Route, Visit } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { SHARED_CACHE, send } from './send.ts';
import { turnstile } from './turnstile.ts';
import { type Visits, visits } from './visits.ts';

const PUBLIC_FORM_BYTES = 64 * 1024;
const API_BODY_BYTES = 1024 * 1024;
const LONGEST_PARAMETER = 300;
/** Strangers' forms that are worked on at the same time: enough to share a commit. */
const AT_ONCE = 48;
const OTHER_METHODS = ['DELETE', 'PATCH', 'PUT', 'OPTIONS'] as const;

/** The whole site as a Fastify application, without a port: tests call `inject`, the server listens. */
export async function createApplication(
  context: Context,
  routes: readonly Route[] = allRoutes,
): Promise<FastifyInstance> {
  const { settings } = context;
  const https = settings.publicUrl.startsWith('https:');
  const assets = await loadAssets();
  const generation = () => libraryGeneration(context);
  const headers = {
    ...securityHeaders(https),
    'accept-ranges': 'none',
    'cache-control': SHARED_CACHE,
    vary: 'Accept-Encoding',
  };
  const pressed = pressedPages({ context, generation, headers, stamp: programStamp(settings, assets) });
  const visitors = visits(context, assets);
  const counts = metrics(pressed.answered);
  const answerError = errorHandler(context, visitors);
  const [shield, tooMany] = [floodShield(Date.now, shieldLimits(settings)), await floodAnswer(context, assets)];

  const application = newFastify(context, pressed, answerError);
  await acceptForms(application, settings.uploadLimitBytes);
  await application.register(rateLimit, { global: false });
  application.setErrorHandler(answerError);
  application.setNotFoundHandler((request, reply) => answerError(new Refusal('not-found'), request, reply));
  application.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(https));
    const without = withoutTrailingSlash(request.url);
    if (without !== null) return reply.redirect(without, 308);
  });
  application.addHook('onResponse', async (request, reply) => {
    const seconds = reply.elapsedTime / 1000;
    counts.count({ method: request.method, status: reply.statusCode, seconds });
    context.log.debug({ method: request.method, url: request.url, status: reply.statusCode, seconds }, 'answered');
  });
  application.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 413 || !Buffer.isBuffer(payload)) return payload;
    reply.header('content-length', payload.length);
    return lingering(request.raw, payload);
  });
  application.addHook('onClose', () => pressed.drained());
  machineRoutes(application, { assets, counts, generation, headers });
  const parts = { visitors, pressed, generation, https, shield, inTurn: turnstile(AT_ONCE), tooMany };
  for (const route of routes) addRoute(application, route, parts);
  refuseOtherMethods(application, routes);
  return application;
}

type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function newFastify({ settings, log }: Context, pressed: PressedPages, answerError: ErrorHandler): FastifyInstance {
  return fastify({
    // Pages in memory are answered before the router wakes up.
    serverFactory: (handler) =>
      createServer((request, response) => {
        if (!pressed.answerFromMemory(request, response)) handler(request, response);
      }),
    logController: new LogController({ disableRequestLogging: true }),
    loggerInstance: log as FastifyBaseLogger,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: settings.uploadLimitBytes,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    // An address that cannot be decoded reaches no route and no hook.
    frameworkErrors: (error, request, reply) => {
      reply.headers(securityHeaders(settings.publicUrl.startsWith('https:')));
      void answerError(error, request as FastifyRequest, reply as FastifyReply);
    },
    forceCloseConnections: 'idle',
  });
}

function errorHandler(context: Context, visitors: Visits): ErrorHandler {
  const https = context.settings.publicUrl.startsWith('https:');
  return async (error, request, reply) => {
    const [visit, failure] = [visitors.bare(request), failureOf(error, context.log)];
    if (reply.raw.headersSent) return reply;
    if (request.url.startsWith('/api/')) return send(request, reply, problemAnswer(failure, visit.language), https);
    if (request.method !== 'POST' && failure.kind === 'refusal' && failure.refusal.code === 'sign-in-required') {
      return send(request, reply, signInRedirect(visit), https);
    }
    const answer = await errorAnswer(visit, failure);
    if (answer.status === 413) reply.header('connection', 'close');
    return send(request, reply, answer, https);
  };
}

interface Parts {
  readonly visitors: Visits;
  readonly pressed: PressedPages;
  readonly generation: () => number;
  readonly https: boolean;
  readonly shield: FloodShield;
  readonly inTurn: ReturnType<typeof turnstile>;
  readonly tooMany: FloodAnswer;
}

function addRoute(application: FastifyInstance, route: Route, parts: Parts) {
  const { visitors, pressed, generation, https, shield, inTurn, tooMany } = parts;
  const admissions = new WeakMap<FastifyRequest, Awaited<ReturnType<Visits['admit']>>>();
  application.route({
    method: route.method,
    url: route.path,
    ...('api' in route ? { bodyLimit: API_BODY_BYTES } : {}),
    ...(route.policy === 'public' ? { bodyLimit: PUBLIC_FORM_BYTES } : {}),
    ...(route.limit
      ? { config: { rateLimit: { max: route.limit.count, timeWindow: route.limit.seconds * 1000 } } }
      : {}),
    onRequest: async (request, reply) => {
      if (route.shielded && !shield.admits(request.ip, reply.raw)) return tooMany(request, reply);
      admissions.set(request, await visitors.admit(request, route));
    },
    handler: async (request, reply) => {
      // Read before the page looks: what changes meanwhile makes the next visit look again.
      const known = generation();
      const { page, visit } = await visitors.open(request, route, admissions.get(request)!);
      const look = () => page(visit).catch((error) => keepTyped(visit, route, error));
      const answer: Answer = await (route.shielded ? inTurn(look) : look());
      if (answer.kind === 'redirect') for (const path of answer.press ?? []) void application.inject(path);
      if (answer.kind !== 'pressed') return send(request, reply, answer, https);
      const entry = await pressed.ready(answer, known);
      reply.hijack();
      pressed.write(request.raw, reply.raw, entry);
    },
  });
}

const PASSING: readonly RefusalCode[] = ['store-full', 'read-only', 'frozen', 'too-many'];

/** A disk that is full today has room tomorrow: what was typed is handed back, ready to be sent again. */
async function keepTyped(visit: Visit, route: Route, error: unknown): Promise<Answer> {
  const mayPass = error instanceof Refusal && PASSING.includes(error.code);
  const isOurs = visit.session !== null || route.shielded === true;
  if (!mayPass || visit.form === null || !isOurs) throw error;
  return errorAnswer(visit, { kind: 'refusal', refusal: error });
}

function refuseOtherMethods(application: FastifyInstance, routes: readonly Route[]) {
  for (const [path, rows] of Map.groupBy(routes, (route) => route.path)) {
    const allowed = rows.map((row) => row.method);
    const method = [...OTHER_METHODS, ...(['GET', 'POST'] as const).filter((name) => !allowed.includes(name))];
    application.route({
      method,
      url: path,
      exposeHeadRoute: false,
      handler: (_request, reply) => {
        reply.header('allow', allowed.flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name])).join(', '));
        throw new Refusal('method-not-allowed');
      },
    });
  }
}

// `/authors/?page=2` -> `/authors?page=2`; several slashes at the beginning would name another host.
function withoutTrailingSlash(url: string): string | null {
  const [path = '', ...query] = url.split('?');
  if (path === '/' || !path.endsWith('/')) return null;
  return [path.replace(/\/+$/, '').replace(/^\/*/, '/'), ...query].join('?');
}

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  count(request: { readonly method: string; readonly status: number; readonly seconds: number }): void;
  /** In the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** `fromMemory` counts what never reaches the router, so that nothing is measured there. */
export function metrics(fromMemory: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'stet_requests_total',
    help: 'Requests that were routed, by method and status.',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'stet_request_seconds',
    help: 'Time to answer a routed request.',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  new Counter({
    name: 'stet_pages_from_memory_total',
    help: 'Pages answered from memory without being routed.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(fromMemory());
    },
  });
  return {
    count({ method, status, seconds }) {
      requests.inc({ method, status: String(status) });
      durations.observe(seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

import type { Context } from '#operations/context.ts';
import { createApplication } from './application.ts';

export interface Server {
  /** `http://127.0.0.1:4100` */
  readonly address: string;
  /** Takes no more connections, finishes what was asked, then resolves. */
  close(): Promise<void>;
}

export async function startServer(context: Context): Promise<Server> {
  const application = await createApplication(context);
  const { host, port } = context.settings;
  const address = await application.listen({ host, port });
  return { address, close: () => application.close() };
}

/** What a secret opens without a session: the programming interface, or the feed of the queue. */
export const ACCESS_KINDS = ['api', 'feed'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** What webhooks are told of. */
export const WEBHOOK_EVENTS = [
  'contribution.received',
  'contribution.validated',
  'contribution.refused',
  'contribution.spam',
  'contribution.withdrawn',
  'contribution.erased',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

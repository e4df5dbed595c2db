/** Why something was decided, as the public record says it: a code of its own list, never a person's words. */
export interface RefusalGround {
  /** Small ASCII letters, digits and hyphens. */
  readonly code: string;
  /** As moderators see it in the list. */
  readonly label: string;
  /** What the contributor is told, unless the moderator writes something else. */
  readonly reason: string;
}

/** Grounds nobody chooses from a list: an administrator read it; the text's mode lets it appear; it came by import; its own sender asked. */
export const OWN_GROUNDS = ['read', 'spam', 'mode', 'imported', 'sender', 'press'] as const;

/** The list a new site begins with; their words are in `locale/`, `ground.<code>` and `ground.<code>.reason`. */
export const FIRST_GROUNDS = [
  'off-topic',
  'insult',
  'unlawful',
  'unreadable',
  'duplicate',
  'advertising',
  'personal-data',
] as const;

export const LONGEST_GROUND = { code: 40, label: 80, reason: 1000 } as const;
export const MOST_GROUNDS = 40;

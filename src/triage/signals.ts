import type { Signal } from './signal.ts';
import { allowedSender } from './signals/allowed-sender.ts';
import { blockedWords } from './signals/blocked-words.ts';
import { classifier } from './signals/classifier.ts';
import { copies } from './signals/copies.ts';
import { formTime } from './signals/form-time.ts';
import { hiddenCharacters } from './signals/hidden-characters.ts';
import { hiddenLinks } from './signals/hidden-links.ts';
import { honeypot } from './signals/honeypot.ts';
import { links } from './signals/links.ts';
import { lookAlikes } from './signals/look-alikes.ts';
import { name } from './signals/name.ts';
import { nearCopies } from './signals/near-copies.ts';
import { noWords } from './signals/no-words.ts';
import { passage } from './signals/passage.ts';
import { proofOfWork } from './signals/proof-of-work.ts';
import { repetition } from './signals/repetition.ts';
import { shortenedLinks } from './signals/shortened-links.ts';
import { shouting } from './signals/shouting.ts';

/** Every signal; one that is added here needs its code, its message in each language and its test. */
export const SIGNALS: readonly Signal[] = [
  classifier,
  links,
  shortenedLinks,
  hiddenLinks,
  lookAlikes,
  hiddenCharacters,
  shouting,
  repetition,
  noWords,
  name,
  passage,
  copies,
  nearCopies,
  blockedWords,
  allowedSender,
  formTime,
  proofOfWork,
  honeypot,
];

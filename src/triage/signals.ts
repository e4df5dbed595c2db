import type { Signal } from './signal.ts';
import { classifier } from './signals/classifier.ts';
import { honeypot } from './signals/honeypot.ts';
import { links } from './signals/links.ts';

/** Every signal, in the order of their codes. */
export const SIGNALS: readonly Signal[] = [classifier, links, honeypot];

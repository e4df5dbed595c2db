import { html } from 'hono/html';
import type { MessageKey } from '#locale/translate.ts';
import type { Html } from '#web/http/answer.ts';
import type { DeskPlace } from './place.ts';
import type { Say } from './say.ts';

type KeyRow = readonly [keys: readonly string[], does: MessageKey];

const EVERYWHERE: readonly KeyRow[] = [
  [['?'], 'desk.keys.help'],
  [['j', 'k'], 'desk.keys.next'],
  [['/'], 'desk.keys.search'],
];
const IN_QUEUE: readonly KeyRow[] = [
  ...EVERYWHERE,
  [['a'], 'queue.keys.validate'],
  [['r'], 'queue.keys.refuse'],
  [['s'], 'queue.keys.spam'],
  [['e'], 'queue.keys.reply'],
  [['z'], 'queue.keys.undo'],
  [['x'], 'queue.keys.tick'],
  [['Esc'], 'queue.keys.escape'],
];
const ON_MISPRINTS: readonly KeyRow[] = [
  ...EVERYWHERE.slice(0, 2),
  [['a'], 'desk.misprints.accept'],
  [['r'], 'desk.misprints.refuse'],
  [['e'], 'desk.misprints.by-hand'],
  [['z'], 'queue.keys.undo'],
];
const ON_TEXTS: readonly KeyRow[] = [
  ...EVERYWHERE,
  [['Enter'], 'desk.keys.open'],
  [['n'], 'desk.keys.new'],
  [['p', 'h', 'q', 'v', 'l', 'x'], 'desk.keys.lines'],
  [['a', 'e', 's', 'u'], 'desk.keys.proof'],
  [['Ctrl + S'], 'desk.keys.save'],
];

/** Keys work by script alone, so their list is made by it too: it takes this when `?` or the button in the bar is pressed. */
export function helpTemplate(say: Say, place: DeskPlace): Html {
  const rows = place === 'queue' ? IN_QUEUE : place === 'misprints' ? ON_MISPRINTS : ON_TEXTS;
  return html`<template id="help"><dialog aria-labelledby="help-title"><h2 id="help-title">${say('desk.keys')}</h2>
<dl class="facts">${rows.map(
    ([keys, does]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${say(does)}</dd>`,
  )}</dl>
<label class="tick"><input type="checkbox" name="keys" checked> ${say('desk.keys.on')}</label>
<form method="dialog" class="actions"><button type="submit">${say('desk.close')}</button></form></dialog></template>`;
}

/** Shown by the script: without it there are no keys. */
export function keysButton(say: Say): Html {
  return html`<li data-help hidden><button type="button" aria-label="${say('desk.keys.show')}" title="${say('desk.keys.show')}">?</button></li>`;
}

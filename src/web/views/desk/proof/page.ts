import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { DeskText } from '#operations/reads/desk.ts';
import type { OpenFinding, Proofing } from '#operations/reads/proofing.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from '../field.ts';
import { deskLayout, formToken } from '../layout.ts';
import { pager } from '../pager.ts';
import { type Say, sayIn } from '../say.ts';
import { answeredView } from './answered.ts';
import { findingView } from './finding.ts';
import { ruleTitle } from './rule-title.ts';
import { sourceView } from './source.ts';

export interface ProofPage {
  readonly text: DeskText;
  readonly proofing: Proofing;
  /** From 1. */
  readonly page: number;
  readonly mistakes?: readonly Mistake[];
}

/** Each costs the page a form. */
const FINDINGS_A_PAGE = 100;

/** What proofing asks, the most certain first, beside the text; below it what was answered. Works by keys, and without script. */
export function proofView(visit: Visit, { text, proofing, page: asked, mistakes = [] }: ProofPage): Html {
  const say = sayIn(visit.language);
  const at = `/desk/texts/${text.textId}`;
  const pages = Math.max(1, Math.ceil(proofing.findings.length / FINDINGS_A_PAGE));
  const page = Math.min(asked, pages);
  const shown = proofing.findings.slice((page - 1) * FINDINGS_A_PAGE, page * FINDINGS_A_PAGE);
  const certain = proofing.findings.filter(({ isCertain }) => isCertain).length;
  const isOpen = proofing.draft.stage === 'draft';
  return deskLayout(visit, {
    title: say('desk.proof', { title: text.title ?? say('desk.untitled') }),
    place: 'texts',
    body: html`${mistakeSummary(say, mistakes)}
<p class="lead">${shown.length === 0 ? say('desk.proof.done') : html`${say('desk.proof.open', { count: proofing.findings.length })}, ${say('desk.proof.certain', { count: certain })}`}</p>
${isOpen ? '' : html`<p class="quiet">${say('desk.proof.proposed')}</p>`}
<div class="proofing"><div class="findings">
${[...Map.groupBy(shown, ({ rule }) => rule)].map(([rule, findings]) => ruleGroup(visit, say, { rule, findings, all: shown, proofing, page }))}
${pager(say, { page, pages, pathOf: (to) => `${at}/proof?page=${to}` })}
${answeredView(visit, say, proofing)}
</div>${shown.length > 0 ? sourceView(say, proofing.draft.source, shown) : ''}</div>
<p class="actions">${isOpen ? html`<a class="button" href="${at}/edit">${say('desk.publish.edit')}</a>` : ''}<a href="${at}">${say('desk.edit.overview')}</a></p>`,
  });
}

interface Group {
  readonly rule: string;
  readonly findings: readonly OpenFinding[];
  readonly all: readonly OpenFinding[];
  readonly proofing: Proofing;
  readonly page: number;
}

function ruleGroup(visit: Visit, say: Say, { rule, findings, all, proofing, page }: Group): Html {
  const { textId, stage } = proofing.draft;
  return html`<section class="panel" aria-labelledby="rule-${rule}"><h2 id="rule-${rule}">${ruleTitle(say, rule)} <span class="quiet">${findings.length}</span></h2>
<ol class="finding-list">${findings.map((finding) => findingView(visit, say, { finding, place: all.indexOf(finding), page, draft: proofing.draft }))}</ol>
${stage === 'draft' ? html`<form method="post" action="/desk/texts/${textId}/proof/rule" class="actions">${formToken(visit)}<input type="hidden" name="rule" value="${rule}"><button type="submit" class="small" name="off" value="yes">${say('desk.proof.rule-off')}</button></form>` : ''}</section>`;
}

import { knownGrounds } from '#operations/known-grounds.ts';
import { readRegister } from '#operations/reads/register.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { registerPage } from '../../views/forum/register.ts';
import { siteOf } from '../../views/site.ts';

/** `/record/forum`: how much was received, and what became of it. */
export async function register(visit: Visit): Promise<Answer> {
  const register = await readRegister(visit.context);
  const groundLabels = Object.fromEntries((await knownGrounds(visit.context)).map(({ code, label }) => [code, label]));
  const site = siteOf(visit);
  return { kind: 'html', shared: true, html: registerPage({ site, register, groundLabels }) };
}

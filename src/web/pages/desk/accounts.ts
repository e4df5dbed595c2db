import { ROLES, type Role } from '#domain/account.ts';
import { Refusal } from '#domain/refusal.ts';
import type { AccountId } from '#domain/text.ts';
import { changeAccount } from '#operations/account-change.ts';
import { createAccount } from '#operations/account-create.ts';
import { createInvitation } from '#operations/invitation-create.ts';
import { listAccounts } from '#operations/reads/accounts.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { type Accounts, accountsView } from '#web/views/desk/accounts.ts';

export async function accountsPage(visit: Visit): Promise<Answer> {
  return accountsAnswer(visit, {});
}

export async function addAccount(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const [name, role] = [form.get('name') ?? '', roleIn(form)];
  const added = await createAccount(visit.context, { name, role, password: form.get('password') ?? '' });
  if (added.ok) return redirect('/desk/accounts?done=account');
  return accountsAnswer(visit, { typed: { name, role }, mistakes: added.mistakes });
}

/** The link is shown on the answer itself: it is kept nowhere in the clear. */
export async function invite(visit: Visit): Promise<Answer> {
  const { token, expiresAt } = await createInvitation(visit.context, { role: roleIn(visit.form!) });
  const url = `${visit.context.settings.publicUrl}/claim/${token}`;
  return accountsAnswer(visit, { invitation: { url, expiresAt } });
}

export async function changeAccountPage(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const changed = await changeAccount(visit.context, {
    accountId: visit.params.id as AccountId,
    ...(form.has('role') ? { role: roleIn(form) } : {}),
    ...(form.has('disabled') ? { disabled: form.get('disabled') === 'yes' } : {}),
  });
  return changed.ok ? redirect('/desk/accounts?done=account') : accountsAnswer(visit, { mistakes: changed.mistakes });
}

async function accountsAnswer(visit: Visit, view: Omit<Accounts, 'accounts'>): Promise<Answer> {
  const accounts = await listAccounts(visit.context);
  return { kind: 'html', status: view.mistakes ? 422 : 200, html: accountsView(visit, { accounts, ...view }) };
}

function roleIn(form: URLSearchParams): Role {
  const role = ROLES.find((each) => each === form.get('role'));
  if (!role) throw new Refusal('bad-request');
  return role;
}

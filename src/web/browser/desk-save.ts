// Saving without leaving the page: the caret and the scroll stay where they are. Whatever is not a plain "saved" is left to the
// browser, which sends the form as it would without script and shows the page that answers.

export function saveInPlace(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('.actions button[value="save"]')!;
  const status = form.querySelector<HTMLElement>('[data-saved]')!;
  let saved = written(form);
  let leaving = false;
  const isChanged = () => written(form) !== saved;

  form.addEventListener('input', () => {
    if (isChanged()) status.textContent = form.dataset.unsaved!;
  });
  form.addEventListener('submit', async (event) => {
    const submitter = event.submitter as HTMLButtonElement | null;
    if (submitter?.value !== 'save' || form.dataset.plain) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const now = written(form);
    status.textContent = form.dataset.saving!;
    const page = await send(form);
    if (page) {
      saved = now;
      takeOver(form, page);
      if (isChanged()) status.textContent = form.dataset.unsaved!;
    } else {
      form.dataset.plain = 'yes';
      leaving = true;
      form.requestSubmit(button);
    }
  });
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      form.requestSubmit(button);
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && isChanged()) event.preventDefault();
  });
}

async function send(form: HTMLFormElement): Promise<Document | null> {
  const data = new FormData(form);
  data.set('act', 'save');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: data });
    if (!answer.ok || !answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return null;
  }
}

function takeOver(form: HTMLFormElement, page: Document): void {
  const version = page.querySelector<HTMLInputElement>('form[data-editor] input[name="version"]');
  const own = form.querySelector<HTMLInputElement>('input[name="version"]');
  if (version && own) own.value = version.value;
  const status = page.querySelector('[data-saved]');
  form.querySelector('[data-saved]')!.textContent = status?.textContent ?? '';
  document.querySelector('.conflict')?.remove();
}

// Everything a person can change in the form.
function written(form: HTMLFormElement): string {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type="text"]')]
    .map((field) => field.value)
    .join('\0');
}

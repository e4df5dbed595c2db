// Works out the preview's challenge while it is being read, in slices that block nothing, and puts the answer into the form. A
// browser without script, or without the means, sends the form as it is.
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

const LONGEST_WAIT_MS = 4000;

const form = document.querySelector<HTMLFormElement>('form[data-challenge]');
if (form) work(form);

function work(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('[name=work]');
  const button = form.querySelector('button');
  if (!field || !button || !globalThis.crypto?.subtle) return;
  const [solved, label] = [solve(form.dataset.challenge ?? '', field), button.textContent];
  form.addEventListener('submit', (event) => {
    if (field.value !== '') return;
    event.preventDefault();
    button.textContent = form.dataset.working ?? label;
    button.disabled = true;
    void Promise.race([solved, pause(LONGEST_WAIT_MS)]).then(() => form.submit());
  });
  // Back from the receipt: the page may stand as it was left.
  window.addEventListener('pageshow', () => {
    button.textContent = label;
    button.disabled = false;
  });
}

async function solve(written: string, field: HTMLInputElement): Promise<void> {
  try {
    const challenge = JSON.parse(written) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    if (solution) field.value = btoa(JSON.stringify({ challenge, solution }));
  } catch {
    // Whatever hinders it: without the answer the form is taken all the same.
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

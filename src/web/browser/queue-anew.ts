/** Puts the contribution as it stands now where its former words stood. */
export async function fetchAnew(root: HTMLElement, id: string): Promise<void> {
  try {
    const answer = await fetch(`${root.dataset.anew}/${id}`);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [fresh, old] = [page.querySelector<HTMLElement>('[data-item]'), root.querySelector(`[data-item="${id}"]`)];
    if (!fresh || !old) return;
    const items = fresh.querySelector<HTMLInputElement>('input[name="items"]')?.value;
    const box = root.querySelector<HTMLInputElement>(`[data-line="${id}"] input`);
    if (box && items) box.value = items;
    fresh.classList.add('changed-meanwhile');
    old.replaceWith(fresh);
  } catch {
    // The next decision will be refused again.
  }
}

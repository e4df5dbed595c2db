// Most who read select nothing: what is offered for words selected is fetched when some are.
const script = document.currentScript;
if (script instanceof HTMLScriptElement) waitFor(script.dataset);

function waitFor(said: DOMStringMap): void {
  const fetchOffer = () => {
    if (document.getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', fetchOffer);
    const offer = document.createElement('script');
    Object.assign(offer.dataset, said);
    offer.src = said.offer ?? '';
    document.head.append(offer);
  };
  document.addEventListener('selectionchange', fetchOffer);
}

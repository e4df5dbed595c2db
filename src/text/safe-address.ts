/** An address a link may have: the web, mail, or a place on this site. Anything else (`javascript:`, `data:`) is null. */
export function linkAddress(url: string): string | null {
  const address = withoutControls(url);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined)
    return ['http', 'https', 'mailto'].includes(scheme) && isWellFormed(address) ? encoded(address) : null;
  return address === '' ? null : encoded(address);
}

/** An address a picture may have: on this site only, so that reading a page tells nobody else. */
export function imageAddress(url: string): string | null {
  const address = withoutControls(url);
  return /^\/(?![/\\])/.test(address) ? encoded(address) : null;
}

// Browsers take tabs and line ends out of an address before they look at its scheme; so do we.
const withoutControls = (url: string): string => url.replace(/[\0-\x20\x7f-\x9f]/g, '');

const isWellFormed = (address: string): boolean => URL.canParse(address);

/** Spaces, quotes and the like by their numbers; a `%` that begins no number too. */
const encoded = (address: string): string =>
  address.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));

/** Whose a note is by the words it ends with: "– Ed.", "(N.D.L.R.)", "[Note du traducteur]", "—Trans."; null for the author's. */
export function signatureOf(text: string): 'editor' | 'translator' | 'transcriber' | null {
  const end = text.slice(-60);
  return SIGNATURES.find(({ pattern }) => pattern.test(end))?.kind ?? null;
}

const signed = (words: string): RegExp =>
  new RegExp(`(?:[—–-]{1,2}\\s?|[[(]\\s?)(?:${words})\\.?\\s*[\\])]?\\.?$`, 'iu');

const SIGNATURES = [
  {
    kind: 'transcriber',
    pattern: signed("transcriber(?:[’']s note)?|note (?:du transcripteur|de la transcription)|note by transcriber"),
  },
  {
    kind: 'translator',
    pattern: signed(
      "tr(?:ans(?:l(?:ator)?)?)?|note (?:du traducteur|de la traductrice)|translator[’']s note|n\\.?\\s?d\\.?\\s?t",
    ),
  },
  {
    kind: 'editor',
    pattern: signed(
      "eds?|editors?|the editor|editor[’']s note|note (?:de la rédaction|du rédacteur|de l[’']éditeur|des éditeurs)|n\\.?\\s?d\\.?\\s?l\\.?\\s?r|n\\.?\\s?d\\.?\\s?[eé]",
    ),
  },
] as const;

import type { Finding } from './finding.ts';
import { type ProofRequest, proof } from './proof.ts';

/** As `proof`, with offsets in code points: what other programs count in. */
export function proofInCodePoints(request: ProofRequest): readonly Finding[] {
  return toCodePoints(request.text, proof(request));
}

/** Findings in UTF-16 units of a text as findings in its code points. */
export function toCodePoints(text: string, findings: readonly Finding[]): readonly Finding[] {
  // Most texts hold nothing beyond the basic plane: their offsets are the same.
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return findings;
  const points = codePointOffsets(text);
  return findings.map((finding) => ({ ...finding, start: points[finding.start]!, end: points[finding.end]! }));
}

function codePointOffsets(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    points[unit] = count;
    const low =
      (text.charCodeAt(unit) & 0xfc00) === 0xdc00 && unit > 0 && (text.charCodeAt(unit - 1) & 0xfc00) === 0xd800;
    if (!low) count++;
    else points[unit] = count - 1;
  }
  points[text.length] = count;
  return points;
}

import { existsSync, readFileSync } from 'node:fs';
import { proofInCodePoints } from '#proof/code-points.ts';
import { SHARED } from './labelled-text.ts';

const FILE = `${SHARED}texts/a-logic-in-history.txt`;

/** Everything said about the standing example: a person judges. */
export function showExample(): void {
  if (!existsSync(FILE)) {
    console.log('standing example: not here, nothing measured');
    return;
  }
  const text = readFileSync(FILE, 'utf8');
  const points = [...text];
  const findings = proofInCodePoints({ text, language: 'en' });
  console.log(`standing example: ${findings.length} findings`);
  for (const { rule, start, end, suggestion, confidence } of findings) {
    const before = points.slice(Math.max(0, start - 30), start).join('');
    const words = points.slice(start, Math.min(end, start + 50)).join('');
    const line = points.slice(0, start).filter((point) => point === '\n').length + 1;
    console.log(
      `  ${line}: ${before}⟦${words}⟧${points.slice(end, end + 25).join('')} → ${suggestion}  [${rule} ${confidence.toFixed(2)}]`.replaceAll(
        '\n',
        '⏎',
      ),
    );
  }
}

// Reads transcriptions whose truth is known and says how well: `bench/reading.ts [--held-out] [--copies N] [--show CASE] [--worst N] [--json]`.
import { parseArgs } from 'node:util';
import { readSimply } from './reading/baseline.ts';
import { added, badness } from './reading/rates.ts';
import type { ReadingJson } from './reading/reading-shape.ts';
import { printReport, showCase } from './reading/report.ts';
import { score } from './reading/score.ts';
import type { Scored } from './reading/scored.ts';
import { listTranscriptions, type Transcription } from './reading/transcription.ts';

export async function run(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'held-out': { type: 'boolean', default: false },
      copies: { type: 'string', default: '3' },
      show: { type: 'string' },
      worst: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  const share = values['held-out'] ? 'held-out' : 'development';
  const transcriptions = listTranscriptions(share, Number(values.copies));
  const read = await reader();
  if (values.show !== undefined) {
    const wanted = transcriptions.find((transcription) => transcription.name === values.show);
    if (!wanted) throw new Error(`no transcription is called ${values.show}`);
    showCase(scoreOne(wanted, read), read(wanted));
    return;
  }
  const scored = transcriptions.map((transcription) => scoreOne(transcription, read));
  const simple = added(
    transcriptions.map((transcription) => scoreOne(transcription, (t) => readSimply(t.bytes)).score),
  );
  if (values.json) {
    process.stdout.write(
      `${JSON.stringify({ share, total: added(scored.map((one) => one.score)), simple, cases: scored.map((one) => ({ name: one.transcription.name, score: one.score, faults: one.faults })) })}\n`,
    );
    return;
  }
  printReport({
    share,
    scored: scored.toSorted((a, b) => badness(b.score) - badness(a.score)),
    simple,
    worst: Number(values.worst),
  });
}

/** The reader under test, through its public contract only. */
async function reader(): Promise<(transcription: Transcription) => ReadingJson> {
  const { readBytes } = await import('../src/formats/read.ts');
  const { toJson } = await import('../src/formats/reading-json.ts');
  return ({ bytes, fileName }) => toJson(readBytes({ bytes, fileName, format: 'auto' })) as unknown as ReadingJson;
}

function scoreOne(transcription: Transcription, read: (transcription: Transcription) => ReadingJson): Scored {
  const start = performance.now();
  try {
    const reading = read(transcription);
    const milliseconds = performance.now() - start;
    return { transcription, milliseconds, ...score(transcription, reading) };
  } catch (error) {
    return {
      transcription,
      milliseconds: 0,
      score: { crashes: 1 },
      faults: [`crash: ${(error as Error).stack?.slice(0, 300)}`],
    };
  }
}

if (import.meta.main) await run();

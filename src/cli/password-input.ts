import { CommandFailure } from './command-failure.ts';
import type { Terminal } from './terminal.ts';

const LONGEST = 4096;

/** The first line of standard input. */
export async function readPassword({ input }: Pick<Terminal, 'input'>): Promise<string> {
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('\n') || text.length > LONGEST) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** Asked twice, not shown. Where nobody can be asked, says how else to give it. */
export async function askPassword(terminal: Terminal): Promise<string> {
  if (!terminal.input.isTTY) throw new CommandFailure('usage', 'cli.user-add.no-terminal');
  const first = await askHidden(terminal, terminal.text('cli.user-add.password'));
  const second = await askHidden(terminal, terminal.text('cli.user-add.password-again'));
  if (first !== second) throw new CommandFailure('data', 'cli.user-add.password-differs');
  return first;
}

const KEYS = { enter: /[\r\n\u0004]/, interrupt: '\u0003', erase: /[\b\u007F]/, eraseLine: '\u0015' };

/** The terminal hands over each key unechoed, so line editing is ours. */
function askHidden({ input, errors }: Terminal, question: string): Promise<string> {
  errors.write(question);
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const onKeys = (keys: string) => {
      for (const key of keys) {
        if (key === KEYS.interrupt) return finish(() => reject(new CommandFailure('interrupted', 'cli.interrupted')));
        if (KEYS.enter.test(key)) return finish(() => resolve(typed));
        if (KEYS.erase.test(key)) typed = [...typed].slice(0, -1).join('');
        else if (key === KEYS.eraseLine) typed = '';
        else typed += key;
      }
    };
    const finish = (settle: () => void) => {
      input.off('data', onKeys);
      input.setRawMode(false);
      input.pause();
      errors.write('\n');
      settle();
    };
    input.on('data', onKeys);
  });
}

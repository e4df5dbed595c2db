import { readSettings, SETTINGS, type SettingMistake, type Settings } from '#settings';
import type { GivenOptions, Option } from './command.ts';
import { CommandFailure } from './command-failure.ts';
import type { Terminal } from './terminal.ts';

/** Settings as options of a command: those named, or all. */
export function settingOptions(...flags: readonly string[]): readonly Option[] {
  return SETTINGS.filter(({ flag }) => flags.length === 0 || flags.includes(flag)).map(({ flag, about }) => ({
    name: flag,
    value: flag.split('-').at(-1)!.toUpperCase(),
    about,
  }));
}

/** The settings as the options, the surroundings and the settings file give them; every value that is not allowed is said. */
export function commandSettings(options: GivenOptions, terminal: Terminal): Settings {
  const flags = Object.fromEntries(SETTINGS.map(({ flag }) => [flag, options.get(flag)?.at(-1)]));
  const read = readSettings({ flags });
  if (read.ok) return read.settings;
  for (const mistake of read.mistakes) sayMistake(mistake, terminal);
  throw new CommandFailure('configuration', 'cli.settings.stopped', { count: read.mistakes.length });
}

function sayMistake({ as, place, written, row }: SettingMistake, terminal: Terminal): void {
  const values = { as, written, place: placeShown(place, terminal) };
  if (row) terminal.complain('cli.settings.not-allowed', { ...values, allowed: terminal.text(row.allowed) });
  else terminal.complain('cli.settings.unknown', values);
}

function placeShown(place: string, { text }: Terminal): string {
  if (place === 'flag') return text('cli.settings.place.flag');
  if (place === 'environment') return text('cli.settings.place.environment');
  return place;
}

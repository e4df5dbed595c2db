// Every setting the program has, in one table; the only reader of process.env.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { MessageKey } from '#locale/translate.ts';
import { addresses, publicAddress, scaled, smtpAddress, wholeNumber } from './setting-values.ts';

export interface Settings {
  /** Absolute. */
  readonly dataFolder: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  readonly host: string;
  /** Public address without a trailing slash, as it stands in canonical links, feeds and citations. */
  readonly publicUrl: string;
  readonly siteName: string;
  readonly siteLanguage: 'en' | 'fr';
  readonly uploadLimitBytes: number;
  readonly logLevel: string;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; none by default. */
  readonly trustedProxies: readonly string[];
  /** Copy of the last checkpoint; beside the data folder where it is not set. */
  readonly guardFile?: string;
  /** Where mail is handed over: `smtp://name:password@host:587` or `smtps://…`; without it no mail is sent. */
  readonly smtpUrl?: string;
  /** The address mail is sent from. */
  readonly mailFrom?: string;
  /** Whether a new library begins with the sample texts. */
  readonly samples: boolean;
  /** How long a decision on a contribution can be undone before it is in force. */
  readonly forumGraceSeconds: number;
  /** Contributions an hour from one address (of IPv6: one /64); a third of them where the browser did no proof of work. */
  readonly forumSenderLimit: number;
  /** Contributions a minute under one text. */
  readonly forumTextLimit: number;
  /** Contributions a minute on the whole site. */
  readonly forumSiteLimit: number;
}

export interface SettingRow {
  readonly name: keyof Settings;
  readonly variable: `STET_${string}`;
  readonly flag: string;
  /** As it would be written; null where it follows from the other settings. */
  readonly default: string | null;
  /** What may stand there, and what the setting does: message keys. */
  readonly allowed: MessageKey;
  readonly about: MessageKey;
  /** What is written, as a value; undefined when it is not allowed. */
  readonly parse: (written: string) => Settings[keyof Settings] | undefined;
}

export const SETTINGS_FILE = 'settings.env';
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const MEBIBYTE = 1024 * 1024;

export const SETTINGS: readonly SettingRow[] = [
  {
    name: 'dataFolder',
    variable: 'STET_DATA',
    flag: 'data',
    default: './data',
    allowed: 'setting.allowed.folder',
    about: 'setting.data',
    parse: (written) => (written ? resolve(written) : undefined),
  },
  {
    name: 'port',
    variable: 'STET_PORT',
    flag: 'port',
    default: '8080',
    allowed: 'setting.allowed.port',
    about: 'setting.port',
    parse: (written) => wholeNumber(written, 0, 65_535),
  },
  {
    name: 'host',
    variable: 'STET_HOST',
    flag: 'host',
    default: '127.0.0.1',
    allowed: 'setting.allowed.host',
    about: 'setting.host',
    parse: (written) => (/^[\w.:-]+$/.test(written) ? written : undefined),
  },
  {
    name: 'publicUrl',
    variable: 'STET_PUBLIC_URL',
    flag: 'public-url',
    default: null,
    allowed: 'setting.allowed.url',
    about: 'setting.public-url',
    parse: publicAddress,
  },
  {
    name: 'siteName',
    variable: 'STET_SITE_NAME',
    flag: 'site-name',
    default: 'Stet',
    allowed: 'setting.allowed.line',
    about: 'setting.site-name',
    parse: (written) => written.trim() || undefined,
  },
  {
    name: 'siteLanguage',
    variable: 'STET_SITE_LANGUAGE',
    flag: 'site-language',
    default: 'en',
    allowed: 'setting.allowed.language',
    about: 'setting.site-language',
    parse: (written) => (written === 'en' || written === 'fr' ? written : undefined),
  },
  {
    name: 'uploadLimitBytes',
    variable: 'STET_UPLOAD_LIMIT',
    flag: 'upload-limit',
    default: '16',
    allowed: 'setting.allowed.mebibytes',
    about: 'setting.upload-limit',
    parse: (written) => scaled(wholeNumber(written, 1, 512), MEBIBYTE),
  },
  {
    name: 'logLevel',
    variable: 'STET_LOG_LEVEL',
    flag: 'log-level',
    default: 'warn',
    allowed: 'setting.allowed.log-level',
    about: 'setting.log-level',
    parse: (written) => (LOG_LEVELS.includes(written) ? written : undefined),
  },
  {
    name: 'trustedProxies',
    variable: 'STET_TRUSTED_PROXIES',
    flag: 'trusted-proxies',
    default: '',
    allowed: 'setting.allowed.addresses',
    about: 'setting.trusted-proxies',
    parse: addresses,
  },
  {
    name: 'guardFile',
    variable: 'STET_GUARD_FILE',
    flag: 'guard-file',
    default: null,
    allowed: 'setting.allowed.file',
    about: 'setting.guard-file',
    parse: (written) => (written ? resolve(written) : undefined),
  },
  {
    name: 'smtpUrl',
    variable: 'STET_SMTP_URL',
    flag: 'smtp-url',
    default: null,
    allowed: 'setting.allowed.smtp',
    about: 'setting.smtp-url',
    parse: smtpAddress,
  },
  {
    name: 'mailFrom',
    variable: 'STET_MAIL_FROM',
    flag: 'mail-from',
    default: null,
    allowed: 'setting.allowed.mailbox',
    about: 'setting.mail-from',
    parse: (written) => (/^[^\s@<>",;:]+@[^\s@<>",;:]+$/.test(written) ? written : undefined),
  },
  {
    name: 'samples',
    variable: 'STET_SAMPLES',
    flag: 'samples',
    default: 'yes',
    allowed: 'setting.allowed.yes-no',
    about: 'setting.samples',
    parse: (written) => (written === 'yes' ? true : written === 'no' ? false : undefined),
  },
  {
    name: 'forumGraceSeconds',
    variable: 'STET_FORUM_GRACE',
    flag: 'forum-grace',
    default: '5',
    allowed: 'setting.allowed.grace',
    about: 'setting.forum-grace',
    parse: (written) => wholeNumber(written, 0, 60),
  },
  {
    name: 'forumSenderLimit',
    variable: 'STET_FORUM_SENDER_LIMIT',
    flag: 'forum-sender-limit',
    default: '60',
    allowed: 'setting.allowed.forum-limit',
    about: 'setting.forum-sender-limit',
    parse: (written) => wholeNumber(written, 1, 1_000_000),
  },
  {
    name: 'forumTextLimit',
    variable: 'STET_FORUM_TEXT_LIMIT',
    flag: 'forum-text-limit',
    default: '7500',
    allowed: 'setting.allowed.forum-limit',
    about: 'setting.forum-text-limit',
    parse: (written) => wholeNumber(written, 1, 1_000_000),
  },
  {
    name: 'forumSiteLimit',
    variable: 'STET_FORUM_SITE_LIMIT',
    flag: 'forum-site-limit',
    default: '9000',
    allowed: 'setting.allowed.forum-limit',
    about: 'setting.forum-site-limit',
    parse: (written) => wholeNumber(written, 1, 1_000_000),
  },
];

/** A value that is not allowed, and where it was written: 'flag', 'environment' or the settings file's path. */
export interface SettingMistake {
  readonly written: string;
  /** As the person wrote it: `--port`, `STET_PORT`. */
  readonly as: string;
  readonly place: string;
  readonly row: SettingRow | null;
}

export interface SettingsSources {
  /** By flag name, as given on the command line. */
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

type Written = { readonly value: string; readonly as: string; readonly place: string };

/** Flags stand above the environment, it above the data folder's settings file, that above the defaults. */
export function readSettings({
  flags,
  environment = process.env,
}: SettingsSources):
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly mistakes: readonly SettingMistake[] } {
  const mistakes: SettingMistake[] = [];
  const given = (row: SettingRow, file: Record<string, string | undefined>, path: string): Written | null =>
    written(flags[row.flag], `--${row.flag}`, 'flag') ??
    written(environment[row.variable], row.variable, 'environment') ??
    written(file[row.variable], row.variable, path) ??
    written(row.default ?? undefined, row.variable, 'default');
  const parsed = (row: SettingRow, found: Written | null) => {
    if (!found) return undefined;
    const value = row.parse(found.value);
    if (value === undefined) mistakes.push({ written: found.value, as: found.as, place: found.place, row });
    return value;
  };

  const [folderRow, ...rows] = SETTINGS as [SettingRow, ...SettingRow[]];
  // The file lies in the data folder, so it cannot say where that is.
  const dataFolder = parsed(folderRow, given(folderRow, {}, '')) as string | undefined;
  const path = dataFolder ? join(dataFolder, SETTINGS_FILE) : '';
  const file = path ? readSettingsFile(path) : {};
  const values = Object.fromEntries(rows.map((row) => [row.name, parsed(row, given(row, file, path))]));
  mistakes.push(...unknownVariables(environment, 'environment'), ...unknownVariables(file, path));
  if (mistakes.length > 0) return { ok: false, mistakes };
  const settings = { dataFolder, ...values } as unknown as Settings;
  return { ok: true, settings: { ...settings, publicUrl: settings.publicUrl ?? localAddress(settings) } };
}

/** What the command line must know of its surroundings before any setting is read. */
export function readSurroundings(environment = process.env) {
  return {
    /** LC_ALL, LC_MESSAGES, LANG, in POSIX's order. */
    locale: environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '',
    /** https://no-color.org */
    noColour: (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb',
  };
}

/** The address as this machine reaches it, where no public one is given. */
export function localAddress({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function written(value: string | undefined, as: string, place: string): Written | null {
  return value === undefined ? null : { value, as, place };
}

function readSettingsFile(path: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return {};
    throw error;
  }
}

/** A misspelt name would otherwise be obeyed by nothing and noticed by nobody. */
function unknownVariables(values: Readonly<Record<string, string | undefined>>, place: string): SettingMistake[] {
  const known = new Set<string>(SETTINGS.map(({ variable }) => variable));
  return Object.entries(values)
    .filter(([name]) => name.startsWith('STET_') && !known.has(name))
    .map(([name, value]) => ({ written: value ?? '', as: name, place, row: null }));
}

/** Every setting the program has. The only reader of process.env. */
export interface Settings {
  readonly dataFolder: string;
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
}

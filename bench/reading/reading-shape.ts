/** What the scorer needs of `read --json`, as the contract gives it. */
export interface ReadingJson {
  readonly language: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly guesses: readonly {
    readonly what: string;
    readonly value: unknown;
    readonly evidence: { readonly line: number; readonly excerpt: string };
    readonly confidence: number;
  }[];
  readonly blocks: readonly {
    readonly kind: string;
    readonly section: number;
    readonly lines: readonly [number, number];
    readonly text: string;
    readonly quotation?: number;
  }[];
  readonly notes: readonly {
    readonly label: string;
    readonly call: { readonly line: number; readonly column: number } | null;
    readonly body: { readonly line: number; readonly text: string } | null;
  }[];
  readonly furniture: readonly {
    readonly lines: readonly [number, number];
    readonly text: string;
    readonly why: string;
  }[];
  readonly problems: readonly { readonly code: string; readonly line: number | null }[];
}

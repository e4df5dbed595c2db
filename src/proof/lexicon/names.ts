export interface Name {
  readonly name: string;
  readonly variants: readonly string[];
}
export const NAMES: readonly Name[] = [];

export interface Mutant {
  readonly guard: string;
  /** In src/store. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Ids of figures. */
  readonly by: readonly string[];
}
export declare const mutants: readonly Mutant[];

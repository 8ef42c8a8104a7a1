/** Prints one figure: what it is of, what was seen, what is to be reached. */
export function figure(id: string, seen: string, target: string): void {
  console.log(`${id.padEnd(8)} ${seen}   [${target}]`);
}

/** Leaves out whatever a failure does not need: ever smaller stretches of a schedule, as long as it still fails. */
export async function smallest<T>(schedule: readonly T[], fails: (schedule: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let left = schedule;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < left.length; ) {
      const without = [...left.slice(0, start), ...left.slice(start + size)];
      if (await fails(without)) left = without;
      else start += size;
    }
  }
  return left;
}

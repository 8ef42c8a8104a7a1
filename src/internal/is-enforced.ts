/** A page may list policies without asking for them: all works then. */
export function isEnforced(): boolean {
  try {
    document.createElement('template').innerHTML = ' ';
    return false;
  } catch {
    return true;
  }
}

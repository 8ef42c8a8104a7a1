/** What a console offers here. */
type Target = Pick<Console, 'warn'>;

const said = new WeakMap<Target, Set<string>>();

/** Tells the host's developer about an odd value: once per sentence, never as an error, and nothing stops. */
export function warnOnce(sentence: string, target: Target = console): void {
  const sentences = said.get(target) ?? new Set<string>();
  said.set(target, sentences);
  if (sentences.has(sentence)) return;
  sentences.add(sentence);
  target.warn(`Loop Inbox: ${sentence}`);
}

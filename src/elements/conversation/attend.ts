import type {Id} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';

/** Colleagues see who looks on; who has turned to another page does not. */
export function attendWhileVisible({commands, ports: {page}}: Inbox, id: Id): () => void {
  let release: (() => void) | undefined;
  const follow = () => {
    if (page?.visible() ?? true) release ??= commands.attend(id, 'viewing');
    else {
      release?.();
      release = undefined;
    }
  };
  follow();
  const unsubscribe = page?.subscribe(follow);
  return () => {
    unsubscribe?.();
    release?.();
  };
}

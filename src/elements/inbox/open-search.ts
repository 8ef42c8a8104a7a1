import {define} from '../../internal/define.js';

/** The search is made when it is first asked for. Inside the shell, which hears what was found. */
export async function openSearch(root: ParentNode): Promise<void> {
  const {LoopSearch} = await import('../search/loop-search.js');
  define('loop-search', LoopSearch);
  const shell = root.querySelector('.shell');
  const search = shell?.querySelector('loop-search') ?? document.createElement('loop-search');
  if (!search.isConnected) shell?.append(search);
  await search.show();
}

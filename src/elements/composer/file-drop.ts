import type {Given} from './file-limits.js';

export interface FileDrop {
  /** What covers the place while files are held above it; null where none are taken. */
  readonly panel: () => HTMLElement | null;
  /** Read again with each drag. */
  readonly takes: () => boolean;
  readonly take: (given: Given) => void;
}

/** Files of the agent's, not a picture that is dragged out of a page. */
const filesIn = ({dataTransfer: data}: DragEvent): DataTransfer | undefined =>
  data?.types.includes('Files') && !data.types.includes('text/html') ? data : undefined;

/**
 * Lets files be dropped on a place; a panel of the top layer covers it while they are held above it. Where none are taken they are
 * refused, because the browser would leave the page to show them.
 *
 * @returns ends it.
 */
export function acceptDrops(place: HTMLElement, {panel, takes, take}: FileDrop): () => void {
  const stop = new AbortController();
  const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
    place.addEventListener(type, act, {signal: stop.signal});
  /** A new place is entered before the old one is left. */
  let entered: EventTarget | undefined;

  const cover = () => {
    const element = panel();
    if (!element || element.matches(':popover-open')) return;
    const {top, left, width, height} = place.getBoundingClientRect();
    for (const [name, px] of Object.entries({top, left, width, height})) element.style.setProperty(name, `${px}px`);
    element.showPopover();
  };
  const uncover = () => {
    entered = undefined;
    const element = panel();
    if (element?.matches(':popover-open')) element.hidePopover();
  };

  on('dragenter', (event) => {
    if (!filesIn(event)) return;
    event.preventDefault();
    entered = event.composedPath()[0];
    if (takes()) cover();
  });
  on('dragover', (event) => {
    const data = filesIn(event);
    if (!data) return;
    event.preventDefault();
    data.dropEffect = takes() ? 'copy' : 'none';
  });
  on('dragleave', (event) => {
    if (event.composedPath()[0] === entered) uncover();
  });
  on('drop', (event) => {
    const data = filesIn(event);
    if (!data) return;
    event.preventDefault();
    uncover();
    if (takes()) take(givenBy(data));
  });
  return () => {
    stop.abort();
    uncover();
  };
}

function givenBy({items, files}: DataTransfer): Given {
  const folders = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry?.isDirectory).map((entry) => entry?.name ?? '');
  return {files: [...files].filter(({name}) => !folders.includes(name)), folders};
}

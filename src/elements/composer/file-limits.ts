import type {Capabilities, FileInput} from '../../contract/index.js';

type Limits = Pick<NonNullable<Capabilities['attachments']>, 'maxBytes' | 'maxCount' | 'accept'>;

/** A file that is not taken, and the name of the sentence that says why. */
export interface Refusal {
  readonly name: string;
  readonly why: 'folder' | 'wrongKind' | 'tooLarge' | 'tooMany';
}

export interface Sorted {
  readonly taken: readonly FileInput[];
  readonly refused: readonly Refusal[];
}

/** What is given, and what of it is a folder: a browser hands those out as files that can't be read. */
export interface Given {
  readonly files: readonly File[];
  readonly folders?: readonly string[];
}

/** Which of the files fit beside those that are there. What does not fit keeps none of the others out. */
export function sortFiles({files, folders = []}: Given, present: readonly FileInput[], {maxBytes, maxCount, accept}: Limits): Sorted {
  const taken: FileInput[] = [];
  const refused: Refusal[] = folders.map((name) => ({name, why: 'folder'}));
  for (const file of files) {
    const refuse = (why: Refusal['why']) => void refused.push({name: file.name, why});
    if (!isAccepted(file, accept)) refuse('wrongKind');
    else if (maxBytes !== undefined && file.size > maxBytes) refuse('tooLarge');
    else if (maxCount !== undefined && present.length + taken.length >= maxCount) refuse('tooMany');
    else taken.push({name: unusedName(file.name, [...present, ...taken]), mime: file.type || 'application/octet-stream', blob: file});
  }
  return {taken, refused};
}

/** As browsers read `accept`: '.pdf', 'image/png', 'image/*'. */
function isAccepted({name, type}: File, accept: readonly string[] | undefined): boolean {
  if (!accept?.length) return true;
  return accept.some((entry) => {
    const wanted = entry.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted);
    if (wanted === '*' || wanted === '*/*') return true;
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}

/** Pictures that are pasted are all called the same: 'image.png', 'image (2).png'. */
function unusedName(name: string, others: readonly FileInput[]): string {
  const names = new Set(others.map((other) => other.name));
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let count = 2; names.has(free); count++) free = `${stem} (${count})${end}`;
  return free;
}

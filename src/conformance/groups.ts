import type {Feature, OptionalFeatures} from '../contract/index.js';

type Required<Group> = readonly {
  [K in keyof Group]-?: undefined extends Group[K] ? never : Group[K] extends (...args: never[]) => unknown ? K : never;
}[keyof Group][];

/** The methods that each group has to have. */
export const groupMethods: {readonly [F in Feature]: Required<OptionalFeatures[F]>} = {
  counts: ['get'],
  search: ['query'],
  readState: ['markRead'],
  tags: ['list', 'set'],
  assignment: ['candidates', 'assign'],
  priority: ['set'],
  contacts: ['get', 'conversations'],
  tickets: ['form', 'create', 'list'],
  notifications: ['list', 'markRead'],
  escalations: ['list', 'raise', 'clear'],
  automation: ['handOff'],
  upload: ['put'],
  download: ['url'],
  canned: ['find'],
  macros: ['list', 'run'],
  typing: ['set'],
  availability: ['set'],
  presence: ['set'],
  directory: ['agents'],
  lookup: ['sent'],
  views: ['list'],
  profile: ['get'],
  bulk: ['setState'],
  editMessage: ['edit'],
  deleteMessage: ['remove'],
};

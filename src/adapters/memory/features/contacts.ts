import type {Contact, Conversation, Id, OptionalFeatures, Page} from '../../../contract/index.js';
import {conflict, invalid} from '../backend/errors.js';
import {defaultLimit} from '../backend/lists.js';
import {keysetPage} from '../backend/keyset.js';
import {shown, type FeatureContext} from './context.js';

const editable = ['name', 'email', 'phone', 'avatarUrl', 'company', 'blocked', 'attributes'] as const;
/** More conversations than this are not told one by one when their contact changes. */
const toldOneByOne = 50;
const foundAtMost = 20;

export const contacts = (context: FeatureContext): OptionalFeatures['contacts'] => {
  const {desk, agentId} = context;
  const of = (id: Id) => [...desk.conversations.values()].filter((row) => row.contactId === id);
  return {
    get: async (id) => desk.contact(id),

    update: async (id, patch, {ifVersion}) => {
      const before = desk.contact(id);
      if (ifVersion !== undefined && ifVersion !== before.version) {
        throw conflict('version', 'The contact has changed since', before);
      }
      const contact = desk.putContact({...before, ...checkedPatch(before, patch)});
      desk.say({of: 'event', event: {type: 'contact.upserted', contact}});
      const rows = of(id);
      for (const row of rows) {
        if (rows.length <= toldOneByOne) desk.change(row, () => {}, 'aside');
        else desk.say({of: 'event', conversationId: row.id, event: {type: 'conversation.touched', id: row.id}});
      }
      return contact;
    },

    conversations: async (id, {cursor, limit}): Promise<Page<Conversation>> => {
      desk.contact(id);
      const rows = of(id).filter((row) => desk.sees(agentId, row));
      const page = keysetPage(rows, (row) => [row.activityAt, row.id], cursor, limit ?? defaultLimit);
      return {...page, items: page.items.map((row) => shown(context, row))};
    },

    search: async (text) => {
      const wanted = text.trim().toLowerCase();
      if (!wanted) return [];
      const matches = ({name, email, phone, company}: Contact) =>
        [name, email, phone, company].some((value) => value?.toLowerCase().includes(wanted));
      return [...desk.contacts.values()].filter(matches).slice(0, foundAtMost);
    },
  };
};

/** Only what may be edited, and only in shapes that hold. */
function checkedPatch(before: Contact, patch: Partial<Contact>): Partial<Contact> {
  const kept: Partial<Record<(typeof editable)[number], unknown>> = {};
  for (const key of editable) if (Object.hasOwn(patch, key)) kept[key] = patch[key];
  if (patch.email && !/^[^\s@]+@[^\s@]+$/.test(patch.email)) throw invalid('email', 'must be an e-mail address', 'format');
  patch.attributes?.forEach(({key, value}, index) => {
    const known = before.attributes?.find((attribute) => attribute.key === key);
    if (known && !known.editable && known.value !== value) throw invalid(`attributes.${index}`, 'cannot be changed', 'readOnly');
  });
  return kept as Partial<Contact>;
}


import type {OptionalFeatures, Profile, ProfilePatch} from '../../../contract/index.js';
import {invalid} from '../backend/errors.js';
import type {AgentRow} from '../backend/rows.js';
import {dataUrl} from '../writes/files.js';
import {agentRow, setAvailability} from '../writes/people.js';
import type {FeatureContext} from './context.js';

const avatarBytes = 1_000_000;

const profileOf = ({name, displayName, email, signature, avatarUrl, availability, preferences, settings}: AgentRow): Profile => ({
  name,
  displayName,
  email,
  signature,
  avatarUrl,
  availability,
  preferences,
  settings,
});

export const profile = ({desk, agentId}: FeatureContext): OptionalFeatures['profile'] => {
  const change = (patch: Partial<AgentRow>): Profile => {
    desk.agents.set(agentId, {...agentRow(desk, agentId), ...patch});
    desk.onChange?.();
    return profileOf(agentRow(desk, agentId));
  };
  return {
    get: async () => profileOf(agentRow(desk, agentId)),

    editable: [
      'name',
      'displayName',
      'signature',
      'avatarUrl',
      'availability',
      'preferences',
      'settings',
      'notify',
      'language',
      'theme',
      'enterSends',
    ],

    update: async ({availability, preferences, ...patch}: ProfilePatch) => {
      if (patch.name !== undefined && !patch.name.trim()) throw invalid('name', 'must not be empty', 'required');
      const {email: _fixed, ...allowed} = patch;
      if (availability !== undefined) setAvailability(desk, agentId, availability);
      return change({...allowed, preferences: {...agentRow(desk, agentId).preferences, ...preferences}});
    },

    setAvatar: async (file) => {
      if (!file) return change({avatarUrl: undefined});
      if (!file.mime.startsWith('image/')) throw invalid('file', 'must be a picture', 'mime');
      if (file.blob.size > avatarBytes) throw invalid('file', 'must be at most 1 MB', 'maxBytes');
      return change({avatarUrl: await dataUrl(file.blob, file.mime)});
    },
  };
};

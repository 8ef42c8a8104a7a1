import type {ValidationIssue} from '../../contract/index.js';
import type {ConversationFile, FileConversation, FileMessage} from './conversation-file.js';

type Ids = ReadonlySet<string>;
type Report = (path: string, message: string, rule: string) => void;

/** What no schema can say: ids are unique, and what they name is in the file. */
export function linkIssues(file: ConversationFile): ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  const report: Report = (path, message, rule) => void issues.push({path, message, rule});
  const agents = unique('agents', file.agents, report);
  const teams = unique('teams', file.teams, report);
  const tags = unique('tags', file.tags, report);
  const contacts = unique('contacts', file.contacts, report);
  unique('canned', file.canned, report);
  unique('macros', file.macros, report);
  unique('views', file.views, report);
  const conversations = unique('conversations', file.conversations, report);
  const names = (path: string, id: string | undefined, known: Ids, what: string) => {
    if (id !== undefined && !known.has(id)) report(path, `no ${what} '${id}' in this file`, 'link');
  };
  names('me', file.me, agents, 'agent');
  file.teams?.forEach((team, index) => team.agents?.forEach((id, at) => names(`teams.${index}.agents.${at}`, id, agents, 'agent')));
  file.conversations.forEach((conversation, index) => {
    const path = `conversations.${index}`;
    names(`${path}.contact`, conversation.contact, contacts, 'contact');
    names(`${path}.assignee`, conversation.assignee, agents, 'agent');
    names(`${path}.team`, conversation.team, teams, 'team');
    conversation.tags?.forEach((id, at) => names(`${path}.tags.${at}`, id, tags, 'tag'));
    threadIssues(conversation, path, agents, report);
  });
  file.macros?.forEach((macro, index) =>
    macro.actions.forEach((action, at) => {
      const path = `macros.${index}.actions.${at}`;
      if (action.do === 'tag') names(`${path}.tag`, action.tag, tags, 'tag');
      if (action.do === 'assign') names(`${path}.agent`, action.agent, agents, 'agent');
    }),
  );
  file.notifications?.forEach(({conversation}, index) =>
    names(`notifications.${index}.conversation`, conversation, conversations, 'conversation'),
  );
  return issues;
}

function threadIssues({messages}: FileConversation, path: string, agents: Ids, report: Report): void {
  const ids = new Set<string>();
  messages.forEach((message, index) => {
    const at = `${path}.messages.${index}`;
    if (message.id !== undefined && ids.has(message.id)) report(`${at}.id`, 'is there twice', 'unique');
    if (message.id !== undefined) ids.add(message.id);
    if (message.by !== undefined && !isAuthor(message, agents)) report(`${at}.by`, `no agent '${message.by}' in this file`, 'link');
    message.mentions?.forEach((id, number) => {
      if (!agents.has(id)) report(`${at}.mentions.${number}`, `no agent '${id}' in this file`, 'link');
    });
  });
}

const isAuthor = ({by = ''}: FileMessage, agents: Ids): boolean =>
  by === 'contact' || by === 'bot' || by === 'system' || agents.has(by);

function unique(path: string, records: readonly {readonly id: string}[] | undefined, report: Report): Ids {
  const ids = new Set<string>();
  records?.forEach(({id}, index) => {
    if (ids.has(id)) report(`${path}.${index}.id`, 'is there twice', 'unique');
    ids.add(id);
  });
  return ids;
}

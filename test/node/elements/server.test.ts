import {describe, expect, it, vi} from 'vitest';
import {LoopComposer, LoopConversation, LoopInbox, LoopProvider, LoopTicketButton} from '../../../src/index.js';

describe('where there is no page', () => {
  it.each([LoopInbox, LoopProvider, LoopConversation, LoopComposer, LoopTicketButton])('%o is made and given its properties, and starts nothing', (Element) => {
    const timer = vi.spyOn(globalThis, 'setTimeout');
    const fetched = vi.spyOn(globalThis, 'fetch');
    try {
      const element = new Element();
      Object.assign(element, {conversationId: 'k1', endpoint: 'https://desk.example/v1', demo: '', for: 'desk'});
      expect(element).toBeInstanceOf(Element);
      expect(timer).not.toHaveBeenCalled();
      expect(fetched).not.toHaveBeenCalled();
    } finally {
      timer.mockRestore();
      fetched.mockRestore();
    }
  });
});

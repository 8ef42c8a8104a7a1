interface Made {
  readonly id: string;
}

/** The desk of this example; `fetch` answers the open protocol below /v1. */
export function createDesk(): {
  fetch(request: Request): Promise<Response>;
  begin(conversation: {contact: {id: string; name: string}; subject?: string; text: string}): Made;
  incoming(conversationId: string, value: string, format?: 'text' | 'html'): Made;
  seenBy(conversationId: string): readonly string[];
  onReply(listen: (message: {conversationId: string}) => void): void;
};

export interface ChannelMessages {
  /** By `Channel.kind`; a kind that is not here is shown as it is. */
  kinds: Readonly<Record<string, string>>;
}

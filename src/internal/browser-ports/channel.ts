import type {ChannelPort} from '../../store/ports.js';

export const browserChannel: ChannelPort = {
  open(name, onMessage) {
    const channel = new BroadcastChannel(name);
    channel.onmessage = (event) => onMessage(event.data);
    return {
      post: (message) => channel.postMessage(message),
      close: () => channel.close(),
    };
  },
};

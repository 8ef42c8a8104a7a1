import type {FirstMessages} from '../../messages.js';
import {channel} from './channel.js';
import {composer} from './composer.js';
import {conversation} from './conversation.js';
import {list} from './list.js';
import {message} from './message.js';
import {shell} from './shell.js';
import {thread} from './thread.js';
import {time} from './time.js';

/** English as far as a first look needs it. */
export const firstEnglish: FirstMessages = {channel, composer, conversation, list, message, shell, thread, time};

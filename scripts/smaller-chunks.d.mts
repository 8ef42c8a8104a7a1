import type { Plugin } from 'vite';

export function smallerChunks(...names: string[]): Plugin;

import type { Plugin } from 'vite';

export function oneHtmlPolicy(root: string): Plugin;

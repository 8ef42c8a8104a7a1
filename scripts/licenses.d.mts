import type { Plugin } from 'vite';

export function licensesOfCopies(root: string): Plugin;

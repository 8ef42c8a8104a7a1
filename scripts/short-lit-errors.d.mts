import type { Plugin } from 'vite';

export function shortLitErrors(): Plugin;

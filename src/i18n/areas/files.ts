import type {WrittenKind} from '../../model/index.js';

/** Files on both ways: those that are attached to what one writes, and those that are looked at. */
export interface FilesMessages {
  attach: string;
  /** Names the list of files, by what they are attached to. */
  attachedTo: Readonly<Record<WrittenKind, string>>;
  attached(count: number): string;
  remove(name: string): string;
  /** @param max size in words, e.g. '10 MB'. */
  tooLarge(name: string, max: string): string;
  tooMany(name: string, max: number): string;
  wrongKind(name: string): string;
  folder(name: string): string;
  dismiss: string;
  /** Where files can be dropped, by what they would be attached to. */
  drop: Readonly<Record<WrittenKind, string>>;
  uploading(percent: string): string;

  /** Names what shows one image after the other. */
  viewer: string;
  /** @param index from 1. */
  position(index: number, count: number): string;
  previous: string;
  next: string;
  close: string;
  play(name: string): string;
  loading: string;
  failed: string;
}

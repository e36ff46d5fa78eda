import type { CitedFile } from '../parts/citation';
import { index, listOf, optional, type Shapes, text, textUpTo } from './shape';

/** How many paths may be asked about at once, and how long each may be in UTF-16 units. */
export const mostPaths = 200;
export const longestPath = 400;

export interface FileMoments {
  /** Those of the paths asked about that are files of the workspace, spelt as they were asked. */
  pathsFound: { readonly turnId: string; readonly paths: readonly string[] };
}

export const fileMoments: Shapes<FileMoments> = { pathsFound: { turnId: text, paths: listOf(text) } };

const path = textUpTo(longestPath);

export interface FileRequests {
  /** Which of these names in an answer are files? They may carry a line: `src/a.ts:12`. */
  findPaths: { readonly turnId: string; readonly paths: readonly string[] };
  /** Opens a file of the workspace at a line, counted from 1. Without `line` the one that the path carries. */
  openPath: { readonly path: string; readonly line?: number };
  /** Goes to where the workspace declares this name. */
  openSymbol: { readonly name: string };
  openLink: { readonly url: string };
  /** Opens a file that the answer of a turn cites, where it says what the answer rests on. */
  openCited: { readonly turnId: string } & Omit<CitedFile, 'path'>;
}

export const fileRequests: Shapes<FileRequests> = {
  findPaths: { turnId: text, paths: listOf(path, mostPaths) },
  openPath: { path, line: optional(index) },
  openSymbol: { name: path },
  openLink: { url: text },
  openCited: { turnId: text, name: text, uri: text, page: optional(index) },
};

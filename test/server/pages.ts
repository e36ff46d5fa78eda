import { invalid } from './resumable';

/** A page of a list. A page token is the name of what the page begins with, kept opaque. */
export function pageOf<T extends { readonly name: string }>(
  query: URLSearchParams,
  all: readonly T[],
  usual: number,
  largest: number,
): { readonly page: readonly T[]; readonly next: { readonly nextPageToken?: string } } {
  const unknown = [...query.keys()].find((name) => !['pageSize', 'pageToken'].includes(name));
  if (unknown !== undefined) throw invalid(`Invalid JSON payload received. Unknown name "${unknown}".`);
  const size = Number(query.get('pageSize') ?? usual);
  if (!Number.isInteger(size) || size < 0 || size > largest) throw invalid('Invalid value for page_size.');
  const token = query.get('pageToken') ?? '';
  const begin = Buffer.from(token, 'base64url').toString();
  const from = token === '' ? 0 : all.findIndex(({ name }) => name === begin);
  if (from < 0) throw invalid('Invalid value for page_token.');
  const page = all.slice(from, from + (size || usual));
  const next = all[from + page.length];
  return { page, next: next ? { nextPageToken: Buffer.from(next.name).toString('base64url') } : {} };
}

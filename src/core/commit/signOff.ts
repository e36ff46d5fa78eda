import { partsOfMessage } from './pastCommit';
import type { CommitStyle } from './style';

const trailer = 'Signed-off-by';

/** The message with the author's own sign-off, where nearly all messages of this author have it. */
export function withSignOff(
  message: string,
  style: CommitStyle | undefined,
  author: { readonly name: string; readonly email: string },
): string {
  const isUsual =
    style?.basis === 'author' && style.trailers.some((name) => name.toLowerCase() === trailer.toLowerCase());
  if (!isUsual || author.name === '' || author.email === '') return message;
  const separator = partsOfMessage(message).trailers.length > 0 ? '\n' : '\n\n';
  return `${message}${separator}${trailer}: ${author.name} <${author.email}>`;
}

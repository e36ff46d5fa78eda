import { embeddedMarkdown } from '../../markdown/export/embeddedMarkdown';
import { plainText } from '../../markdown/plainText';
import { joinedParts, partMarkdown } from '../../parts/answerPart';
import { sourcesOf } from '../../parts/sources';
import { fenced } from './input';
import { linkTo, type SourceWords, sourceMarkdown } from './sourceMarkdown';
import type { Attachment, Turn } from './turn';

/** What people read between the turns of an exported chat. */
export interface ChatMarkdownWords extends SourceWords {
  /** Heading over what was asked, such as "You". */
  readonly question: string;
  /** Heading over what was answered, such as "Gemini". */
  readonly answer: string;
  readonly sources: string;
  /** Stands for a picture or file that is in the chat only. */
  readonly media: string;
  /** Names an attachment, code with its lines. */
  attachment(attachment: Attachment): string;
  /** How a turn ended, where that is worth a line: stopped, failed, cut. */
  note(turn: Turn): string | undefined;
}

/**
 * A chat as a Markdown document for people: the turns in the given order under one heading. What was thought and what
 * tools were asked is left out. Nothing in it is fetched or run by a preview, whatever the model wrote.
 */
export function chatMarkdown(title: string, turns: readonly Turn[], words: ChatMarkdownWords): string {
  const pieces = turns.flatMap((turn, index) => [
    `## ${plainText(words.question)}`,
    embeddedMarkdown(turn.prompt, 2, `${index + 1}q-`),
    ...turn.attachments.flatMap((attachment) => attached(attachment, words)),
    `## ${plainText(words.answer)}`,
    ...answerPieces(turn, words, `${index + 1}a`),
    ...quietLine(words.note(turn)),
  ]);
  return `${[`# ${plainText(title)}`, ...pieces].filter((piece) => piece.trim() !== '').join('\n\n')}\n`;
}

/** The words of one answer as the model wrote them. Empty: it has none. */
export function answerMarkdown(turn: Turn): string {
  return joinedParts(turn.parts)
    .map((part) => partMarkdown(part))
    .flatMap((markdown) => (typeof markdown === 'object' ? [withoutMargin(markdown.text)] : []))
    .join('\n\n');
}

/** `name` is that of the turn, for what is defined in it. */
function answerPieces({ parts }: Turn, words: ChatMarkdownWords, name: string): readonly string[] {
  const told = joinedParts(parts).flatMap((part, at) => {
    const markdown = partMarkdown(part);
    if (markdown === 'nothing') return [];
    return markdown === 'placeholder'
      ? quietLine(words.media)
      : [embeddedMarkdown(withoutMargin(markdown.text), 2, `${name}${at + 1}-`)];
  });
  const listed = sourcesOf(parts).map((source, index) => `${index + 1}. ${sourceMarkdown(source, words)}`);
  return listed.length > 0 ? [...told, `**${plainText(words.sources)}**`, listed.join('\n')] : told;
}

function withoutMargin(text: string): string {
  return text.trimEnd().replace(/^(?:[ \t]*\n)+/, '');
}

function attached(attachment: Attachment, words: ChatMarkdownWords): readonly string[] {
  switch (attachment.kind) {
    case 'code':
    case 'file': {
      const language = /^[\w+#.-]*/.exec(attachment.languageId)?.[0] ?? '';
      return [plainText(words.attachment(attachment)), fenced(attachment.text, language)];
    }
    case 'media':
    case 'upload':
      return [plainText(words.attachment(attachment)), ...quietLine(words.media)];
    case 'url':
      return [linkTo(words.attachment(attachment), attachment.url)];
  }
}

function quietLine(words: string | undefined): readonly string[] {
  return words === undefined ? [] : [`*${plainText(words)}*`];
}

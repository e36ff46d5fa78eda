import type { ProjectRules } from './projectRules';
import type { CommitStyle } from './style';
import type { Tense } from './tense';
import { ticketOf } from './ticket';

/** Where there is neither a history nor a rule. Characters. */
const usualLimit = 72;
/** How many names of one kind are listed. */
const mostNames = 15;

/** The length a subject must keep to, in characters: the project's rule wins over what was measured. */
export function limitOf(style: CommitStyle | undefined, rules: ProjectRules): number {
  return rules.headerLimit ?? style?.subjectLimit ?? usualLimit;
}

/** The style as rules for the model, one a line. What the project demands comes in place of what was measured. */
export function styleLines(
  style: CommitStyle | undefined,
  rules: ProjectRules,
  branch: string | undefined,
): readonly string[] {
  return [
    `Subject: one line of at most ${limitOf(style, rules)} characters.`,
    ...beginning(style, rules),
    ...(style
      ? [...ticket(style, branch), ...wording(style)]
      : ['Language: English. Begin with a verb: "Add", "Fix".']),
    ...body(style),
    ...trailers(style, branch),
  ];
}

function beginning(style: CommitStyle | undefined, { types }: ProjectRules): readonly string[] {
  const emoji =
    style?.emoji &&
    `Begin with one gitmoji, written as ${style.emoji === 'code' ? 'a code such as `:bug:`' : 'a sign such as 🐛'}.`;
  const scopes = style && style.scopes.length > 0 ? ` Scopes used: ${list(style.scopes)}.` : '';
  const scope = scopes === '' ? '' : '(scope)';
  if (types.length > 0) return lines(emoji, `Form: \`type${scope}: summary\`. Types allowed: ${list(types)}.${scopes}`);
  if (!style || style.prefixIs === undefined) return lines(emoji, style && 'No type and no prefix before the summary.');
  const form = style.prefixIs === 'type' ? 'type' : 'part';
  const what = style.prefixIs === 'type' ? 'Types' : 'Names of parts';
  return lines(emoji, `Form: \`${form}${scope}: summary\`. ${what} used: ${list(style.prefixes)}.${scopes}`);
}

function ticket({ ticket: form }: CommitStyle, branch = ''): readonly string[] {
  if (!form) return [];
  const found = ticketOf(branch, form);
  const where = form.place === 'start' ? 'Begin' : 'End';
  return [
    found
      ? `${where} the subject with \`${found}\`.`
      : 'The number of a ticket is usual, but not known here: leave it out.',
  ];
}

const tenses: Readonly<Record<Tense, string>> = {
  imperative: 'imperative ("Add")',
  past: 'past tense ("Added")',
  present: 'present tense ("Adds")',
  gerund: 'the -ing form ("Adding")',
};

function wording(style: CommitStyle): readonly string[] {
  const first = style.firstLetter === 'upper' ? 'a capital' : 'a small';
  return lines(
    style.language && `Language: ${style.language}.`,
    style.tense && `Verb: ${tenses[style.tense]}.`,
    style.firstLetter && `The summary begins with ${first} letter.`,
    style.endsWithPeriod ? 'The subject ends with a period.' : 'No period at the end of the subject.',
  );
}

function body(style: CommitStyle | undefined): readonly string[] {
  const bullets = style?.bullet ? ` Write it as lines that begin with "${style.bullet} ".` : '';
  switch (style?.body) {
    case 'never':
      return ['No body: the subject alone.'];
    case 'usual':
      return [`A short body after an empty line, that says why.${bullets} Lines of at most 72 characters.`];
    case 'sometimes':
    case undefined:
      return [
        `A body only where the subject does not say enough: after an empty line, short, why rather than what.${bullets} Lines of at most 72 characters.`,
      ];
  }
}

/** Those that name a ticket. The others are about persons or made by hooks: no model can know them. */
const ticketTrailer = /^(?:refs?|references|closes|fixes|resolves|issue|issues|ticket|jira|bug|story)$/i;

function trailers(style: CommitStyle | undefined, branch = ''): readonly string[] {
  const name = style?.trailers.find((trailer) => ticketTrailer.test(trailer));
  const forms = (['key', 'number'] as const).map(
    (kind) => ({ kind, place: 'end', written: kind === 'key' ? 'A1-1' : '#1' }) as const,
  );
  const found = forms.map((form) => ticketOf(branch, form)).find((ticket) => ticket !== undefined);
  return name !== undefined && found !== undefined ? [`The last line, after an empty one: \`${name}: ${found}\`.`] : [];
}

function list(names: readonly string[]): string {
  return names.slice(0, mostNames).join(', ');
}

function lines(...all: readonly (string | false | undefined)[]): readonly string[] {
  return all.filter((line) => typeof line === 'string');
}

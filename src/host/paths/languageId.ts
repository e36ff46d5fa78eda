import { isJsonObject, objectField, objectsField, textField } from '../../core/base/json';

/** What an extension tells VS Code about a language, as far as it is used here. */
export interface LanguageContribution {
  readonly id: string;
  readonly aliases: readonly string[];
  /** With the dot. */
  readonly extensions: readonly string[];
}

/** What answers call languages that VS Code knows by another name only. */
const otherNames: Readonly<Record<string, string>> = {
  golang: 'go',
  console: 'shellscript',
  shell: 'shellscript',
  'shell-session': 'shellscript',
  shellsession: 'shellscript',
  terminal: 'shellscript',
  pwsh: 'powershell',
  node: 'javascript',
  text: 'plaintext',
  txt: 'plaintext',
};

/** VS Code's id for the language as a fence names it, such as `typescript` for `ts`. Undefined: it knows none. */
export function languageIdFor(name: string, known: readonly LanguageContribution[]): string | undefined {
  const wanted = name.toLowerCase();
  if (wanted === '') return undefined;
  const byId = known.find(({ id }) => id.toLowerCase() === wanted);
  if (byId) return byId.id;
  const byAlias = known.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted));
  if (byAlias) return byAlias.id;
  const byExtension = known.find(({ extensions }) => extensions.some((one) => one.toLowerCase() === `.${wanted}`));
  return byExtension?.id ?? (Object.hasOwn(otherNames, wanted) ? otherNames[wanted] : undefined);
}

/** Reads `contributes.languages` of an extension's manifest, which may hold anything. */
export function readLanguages(manifest: unknown): readonly LanguageContribution[] {
  const contributes = isJsonObject(manifest) ? objectField(manifest, 'contributes') : undefined;
  return objectsField(contributes ?? {}, 'languages').flatMap((language) => {
    const id = textField(language, 'id');
    return id === undefined ? [] : [{ id, aliases: texts(language.aliases), extensions: texts(language.extensions) }];
  });
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string') : [];
}

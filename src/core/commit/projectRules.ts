import { conventionalTypes } from './subjectParts';

/** A file of the project that says how its commit messages are written. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/** What the project demands. It wins over what was measured. */
export interface ProjectRules {
  /** The longest subject, in characters. */
  readonly headerLimit: number | undefined;
  /** The types that may be used; none: nothing is said of them. */
  readonly types: readonly string[];
  /** The texts themselves, for the model: rules go beyond what is read here. */
  readonly commitlint: RuleFile | undefined;
  readonly template: RuleFile | undefined;
}

export const noRules: ProjectRules = { headerLimit: undefined, types: [], commitlint: undefined, template: undefined };

/** Where commitlint looks for its configuration, in the order in which it looks. Source: commitlint.js.org. */
export const commitlintFiles = [
  '.commitlintrc',
  '.commitlintrc.json',
  '.commitlintrc.yaml',
  '.commitlintrc.yml',
  ...['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'].map((ending) => `.commitlintrc.${ending}`),
  ...['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'].map((ending) => `commitlint.config.${ending}`),
] as const;

/** The usual name of a template that no configuration names. */
export const templateFile = '.gitmessage';

/** Files longer than this are no configuration. Characters. */
export const longestRules = 8_000;

/** Reads the files by their text: a configuration that is a program is never run. */
export function readRules(commitlint: RuleFile | undefined, template: RuleFile | undefined): ProjectRules {
  const text = (commitlint?.text ?? '').replace(/\r\n/g, '\n');
  const isConventional = /config-(?:conventional|angular)\b/.test(text);
  const types = valuesOf(text, 'type-enum');
  return {
    headerLimit: limitIn(text) ?? (isConventional ? 100 : undefined),
    types: types.length > 0 ? types : isConventional ? [...conventionalTypes].filter((type) => type !== 'tests') : [],
    commitlint,
    template: template && template.text.trim() !== '' ? template : undefined,
  };
}

/** The configuration in a `package.json`, as its text. Undefined: there is none. */
export function commitlintInPackage(packageJson: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(packageJson);
    if (typeof parsed !== 'object' || parsed === null || !('commitlint' in parsed)) return undefined;
    return JSON.stringify(parsed.commitlint, undefined, 2);
  } catch {
    // A file that is being edited; the project's own tools complain about it.
    return undefined;
  }
}

/** What a template says, without its comments: VS Code puts this into the message box of a repository with a template. */
export function templateText(template: string): string {
  return template.replace(/^\s*#.*$\n?/gm, '').trim();
}

/** `[2, 'always', 72]` in JSON, JavaScript and YAML, or the same as a list of YAML. */
function limitIn(text: string): number | undefined {
  const rule = ruleIn(text, 'header-max-length');
  const limit = /always['"]?\s*(?:,|\n\s*-)\s*(\d{2,3})\b/.exec(rule)?.[1];
  return limit === undefined || /^\s*(?:\[|-)?\s*0\b/.test(rule) ? undefined : Number(limit);
}

function valuesOf(text: string, name: string): readonly string[] {
  const rule = ruleIn(text, name);
  if (/^\s*(?:\[|-)?\s*0\b/.test(rule)) return [];
  const list =
    /always['"]?\s*(?:,\s*\[([^\]]*)\]|\n\s*-?\s*(?:\[([^\]]*)\]|((?:\s*-\s*-?\s*['"]?[\w-]+['"]?[ \t]*(?:\n|$))+)))/.exec(
      rule,
    );
  return (list?.slice(1).join(' ') ?? '').match(/[A-Za-z][\w-]*/g) ?? [];
}

/** The start of any rule of commitlint. */
const anyRule = /\b(?:body|footer|header|references|scope|signed|subject|trailer|type)-[a-z-]+['"]?\s*:/;

/** What follows the name of a rule, up to the next rule, without comments. No rule is longer than a list of types. */
function ruleIn(text: string, name: string): string {
  const rest = new RegExp(`${name}['"]?\\s*:([\\s\\S]{0,1500})`).exec(text)?.[1] ?? '';
  return (rest.split(anyRule)[0] ?? '').replace(/\s+(?:\/\/|#).*/g, '');
}

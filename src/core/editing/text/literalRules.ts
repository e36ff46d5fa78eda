/** A comment or literal that must be known to find literals which go over several lines. */
export interface LiteralRule {
  /** How it begins; its first group may decide how it ends. */
  readonly open: string;
  /** How it ends; without one, as it began, or at the end of the line. */
  readonly close?: (group: string) => string;
  /** Goes on over line breaks. */
  readonly isMultiline?: true;
  /** A backslash takes the meaning of what follows. */
  readonly hasEscapes?: true;
  /** Code stands in `${…}` inside it. */
  readonly hasHoles?: true;
  /** A string whose white space is part of the program. */
  readonly isString?: true;
}

export interface Literals {
  readonly rules: readonly LiteralRule[];
  /** How text between two lines begins. Its last group is the word that ends it, at the start of a line. */
  readonly heredoc?: RegExp;
  /** Whether code may go on behind the word that ends it, as in `SQL;`. Default: the word is alone on its line. */
  readonly goesOnBehindHeredoc?: boolean;
}

const line = (open: string): LiteralRule => ({ open });
const block = (open: string, close: string): LiteralRule => ({ open, close: () => close, isMultiline: true });
const quoted = (mark: string): LiteralRule => ({ open: mark, close: () => mark, hasEscapes: true });
const long = (mark: string, more: Partial<LiteralRule> = {}): LiteralRule => ({
  open: mark,
  close: () => mark,
  isMultiline: true,
  isString: true,
  hasEscapes: true,
  ...more,
});

const cComments = [line('//'), block('/\\*', '*/')];
const quotes = [quoted('"'), quoted("'")];
const triple = long('"""');
const javascript = [...cComments, ...quotes, long('`', { hasHoles: true })];
const python = [line('#'), triple, long("'''"), ...quotes];
const shell: Literals = {
  rules: [line('(?<![\\w$])#'), { ...long('"') }, { open: "'", close: () => "'", isMultiline: true, isString: true }],
  heredoc: /<<[-~]?\s*(['"]?)([A-Za-z_]\w*)\1/g,
};
const ruby: Literals = { rules: [line('#'), ...quotes], heredoc: /<<[-~]?(['"]?)([A-Z_]\w*)\1/g };
const jvm = [...cComments, triple, ...quotes];
const rust: LiteralRule = { open: 'r(#+)"', close: (hashes) => `"${hashes}`, isMultiline: true, isString: true };
const cpp: LiteralRule = { open: 'R"([^(\\s]*)\\(', close: (mark) => `)${mark}"`, isMultiline: true, isString: true };
const verbatim: LiteralRule = { open: '@"', close: () => '"', isMultiline: true, isString: true };
const luaComment: LiteralRule = { open: '--\\[(=*)\\[', close: (marks) => `]${marks}]`, isMultiline: true };
const lua: LiteralRule = { ...luaComment, open: '\\[(=*)\\[', isString: true };

/** By VS Code's language id. Languages that are not here have no literals over several lines, or none that is known. */
const byLanguage: Readonly<Record<string, Literals>> = {
  javascript: { rules: javascript },
  javascriptreact: { rules: javascript },
  typescript: { rules: javascript },
  typescriptreact: { rules: javascript },
  vue: { rules: javascript },
  svelte: { rules: javascript },
  python: { rules: python },
  shellscript: shell,
  dockerfile: { rules: [line('#')], heredoc: /<<-?(['"]?)([A-Za-z_]\w*)\1/g },
  ruby,
  perl: ruby,
  php: {
    rules: [...cComments, line('#'), ...quotes],
    heredoc: /<<<\s*(['"]?)([A-Za-z_]\w*)\1/g,
    goesOnBehindHeredoc: true,
  },
  go: { rules: [...cComments, ...quotes, { open: '`', close: () => '`', isMultiline: true, isString: true }] },
  rust: { rules: [...cComments, rust, long('"')] },
  java: { rules: jvm },
  kotlin: { rules: jvm },
  scala: { rules: jvm },
  swift: { rules: jvm },
  dart: { rules: [...cComments, triple, long("'''"), ...quotes] },
  groovy: { rules: [...cComments, triple, long("'''"), ...quotes] },
  csharp: { rules: [...cComments, triple, verbatim, ...quotes] },
  c: { rules: [...cComments, ...quotes] },
  cpp: { rules: [...cComments, cpp, ...quotes] },
  lua: { rules: [luaComment, line('--'), lua, ...quotes] },
  elixir: { rules: [line('#'), triple, quoted('"')] },
  julia: { rules: [line('#'), triple, quoted('"')] },
  toml: { rules: [line('#'), triple, long("'''"), ...quotes] },
  css: { rules: [block('/\\*', '*/'), ...quotes] },
  scss: { rules: [...cComments, ...quotes] },
  less: { rules: [...cComments, ...quotes] },
};

export function literalsOf(languageId: string): Literals {
  return byLanguage[languageId] ?? { rules: [] };
}

/** Files that are known by their whole name, and what they are written in; empty if that is nothing of its own. */
const knownFiles: Readonly<Record<string, string>> = {
  ...{ Dockerfile: 'dockerfile', Containerfile: 'dockerfile', Makefile: 'makefile', GNUmakefile: 'makefile' },
  ...{ 'CMakeLists.txt': 'cmake', Jenkinsfile: 'groovy', Gemfile: 'ruby', Rakefile: 'ruby', Vagrantfile: 'ruby' },
  ...{
    Podfile: 'ruby',
    Brewfile: 'ruby',
    Fastfile: 'ruby',
    Pipfile: 'toml',
    Procfile: '',
    Justfile: '',
    Caddyfile: '',
  },
  ...{ LICENSE: '', README: '', CODEOWNERS: '', '.gitattributes': '', '.editorconfig': 'ini', '.npmrc': 'ini' },
  ...{ '.gitconfig': 'ini', '.bashrc': 'bash', '.bash_profile': 'bash', '.profile': 'bash', '.zshrc': 'bash' },
  ...{ '.prettierrc': 'json', '.eslintrc': 'json', '.babelrc': 'json', '.swcrc': 'json' },
};

const part = String.raw`[\p{L}\p{M}\p{N}_@.+\-[\]()$~]+`;
const path = new RegExp(String.raw`^(?:[A-Za-z]:[\\/]|[\\/])?${part}(?:[\\/]${part})*$`, 'u');
const extension = /[\p{L}\p{M}\p{N}_@+\-\])]\.([A-Za-z][\w-]{0,11})$/u;
/** A class in a style sheet has a dot in front as well, and so have methods. */
const dotFile = /^\.(?:env(?:\.[\w.-]+)?|\w*ignore|[\w-]+\.(?:jsonc?|[cm]?[jt]s|ya?ml|toml))$/;

/** The text if it looks like the name of a file, with or without the folders it is in. */
export function fileName(text: string): string {
  return path.test(text) && isFile(baseName(text), /[\\/]/.test(text)) ? text : '';
}

/** What the file is written in, by its name. Empty: the name does not say. */
export function languageOfFile(name: string): string {
  const base = baseName(name);
  if (Object.hasOwn(knownFiles, base)) return knownFiles[base] ?? '';
  if (/^(?:Docker|Container)file\./.test(base)) return 'dockerfile';
  if (/^\.env(?:\.|$)/.test(base)) return 'env';
  if (/^\.\w*ignore$/.test(base)) return 'ignore';
  return extension.exec(base)?.[1] ?? '';
}

function isFile(base: string, isInFolder: boolean): boolean {
  if (Object.hasOwn(knownFiles, base) || /^(?:Docker|Container)file\.\w+$/.test(base) || dotFile.test(base))
    return true;
  // The name of a language, and not one of a file.
  if (/^(?:vb|asp)\.net$/i.test(base)) return false;
  return extension.test(base) && (!base.startsWith('.') || isInFolder);
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}

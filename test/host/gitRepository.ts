import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Keeps git away from what the person at this machine has configured. For VS Code's own git, too. */
export const gitEnvironment = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };

/** A real git repository in a folder. */
export class GitRepository {
  constructor(readonly folder: string) {}

  /** Starts over with an author, and with one commit for each message. */
  create(messages: readonly string[] = []): void {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'A Person');
    this.git('config', 'user.email', 'person@example.com');
    this.write('app.ts', 'export const first = 1;\n');
    this.write('README.md', '# Shop\n');
    this.commit(...messages);
  }

  get hasCommits(): boolean {
    const refs = join(this.folder, '.git', 'refs', 'heads');
    return existsSync(refs) && readdirSync(refs).length > 0;
  }

  /** Commits all there is, once for each message. */
  commit(...messages: readonly string[]): void {
    for (const message of messages) {
      this.git('add', '--all');
      this.git('commit', '--quiet', '--allow-empty', '-m', message);
    }
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  stage(path: string, text: string): void {
    this.write(path, text);
    this.git('add', '--', path);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, ...gitEnvironment },
    });
  }
}

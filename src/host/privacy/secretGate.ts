import * as vscode from 'vscode';
import type { OutgoingGate, OutgoingText } from '../../core/privacy/outgoingGate';
import { isSecretFile } from '../../core/privacy/secretFiles';
import type { SecretKind } from '../../core/privacy/secretPatterns';
import { secretKindsIn, withoutSecrets } from '../../core/privacy/secrets';

/** How many texts are listed in the question. */
const mostListed = 10;

/** Asks the user before anything that looks like a secret leaves the machine. The usual answer leaves it out. */
export class SecretGate implements OutgoingGate {
  async review(texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[] | undefined> {
    const suspects = texts.filter(({ text }) => text !== '').flatMap((text) => suspectIn(text) ?? []);
    if (suspects.length === 0) return texts.map(({ text }) => text);
    switch (await ask(suspects)) {
      case 'leaveOut':
        return texts.map(({ name, text }) => (isSecretFile(name) ? undefined : withoutSecrets(text).text));
      case 'send':
        return texts.map(({ text }) => text);
      case undefined:
        return undefined;
    }
  }
}

interface Suspect {
  readonly name: string;
  readonly kinds: readonly SecretKind[];
}

function suspectIn({ name, text }: OutgoingText): Suspect | undefined {
  const kinds = secretKindsIn(name, text);
  return kinds.length > 0 ? { name, kinds } : undefined;
}

async function ask(suspects: readonly Suspect[]): Promise<'leaveOut' | 'send' | undefined> {
  const leaveOut = vscode.l10n.t('Leave Secrets Out');
  const send = vscode.l10n.t('Send Everything');
  const listed = suspects.slice(0, mostListed).map(({ name, kinds }) => `${name}: ${kinds.map(kindWords).join(', ')}`);
  const more = suspects.length - listed.length;
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Some of this looks like secrets. Should it go to Google?'),
    { modal: true, detail: [...listed, ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : [])].join('\n') },
    leaveOut,
    send,
  );
  return choice === leaveOut ? 'leaveOut' : choice === send ? 'send' : undefined;
}

function kindWords(kind: SecretKind): string {
  switch (kind) {
    case 'privateKey':
      return vscode.l10n.t('a private key');
    case 'token':
      return vscode.l10n.t('a token or key');
    case 'password':
      return vscode.l10n.t('a password');
    case 'secretFile':
      return vscode.l10n.t('a file that is usually kept secret');
  }
}
